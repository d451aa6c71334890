/**
 * What can still be read of a plan whose shape has faults, so that an unknown field does not hide a gap in the tiers below it.
 * Parts with a fault are passed over together with what depends on them: a fault is told once, and causes no second one.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { MapNode, Node } from '../document/node.ts';
import { MECHANICS } from '../mechanic/index.ts';

export interface Fitness {
  /** Whether the part at this node is to be passed over. */
  unfit(node: Node): boolean;
  /** Whether a field of this map may be written under a misspelt key: it is not missed then. */
  misspelt(node: Node): boolean;
  /** The plan without its own unfit fields. */
  view(root: MapNode): MapNode;
}

/** A plan whose shape is as it should be. */
export const WHOLE: Fitness = { unfit: () => false, misspelt: () => false, view: (root) => root };

/** Sections without which nothing else makes sense. */
const SECTIONS = ['credits', 'measures', 'components'];

/** From the faults of shape; undefined when too little is left to read. */
export function fitnessOf(faults: readonly Diagnostic[]): Fitness | undefined {
  const unfit = new Set<string>();
  const misspelt = new Set<string>();
  for (const { code, pointer, suggestion } of faults) {
    if (pointer === undefined) return undefined;
    const keys = pointer.split('/').slice(1);
    const [top, name, field] = keys;
    if (code === 'P001' && suggestion === undefined) continue;
    if (code === 'P001' && keys.length === 1) continue;
    // A part under an impossible name: whatever names it would be told to be wrong too.
    if (top === undefined || (SECTIONS.includes(top) && (keys.length === 1 || (code === 'P008' && keys.length === 2)))) return undefined;
    const mechanic = top === 'components' && MECHANICS.some(({ key }) => key === field);
    if (code === 'P001' && top === 'components' && keys.length === 3) misspelt.add(`/components/${name}`);
    else if (mechanic) unfit.add(`/components/${name}/${field}`);
    else if (name !== undefined && (SECTIONS.includes(top) || top === 'adjust')) unfit.add(`/${top}/${name}`);
    else unfit.add(`/${top}`);
  }
  const fits = (key: string): boolean => !unfit.has(`/${key}`);
  return {
    unfit: (node) => unfit.has(node.pointer),
    misspelt: (node) => misspelt.has(node.pointer),
    view: (root) => ({ ...root, entries: root.entries.filter(({ key }) => fits(key)), get: (key) => (fits(key) ? root.get(key) : undefined), entry: (key) => (fits(key) ? root.entry(key) : undefined) }),
  };
}

/** Whether every fault is a field that nobody knows and that resembles none: whatever it was meant for, the rest stands. */
export function onlyStrange(faults: readonly Diagnostic[]): boolean {
  return faults.every(({ code, suggestion }) => code === 'P001' && suggestion === undefined);
}
