/**
 * Borders as the plan's text has them, read once more from YAML and not from what the engine made of it: where the two differ, one is
 * wrong. Only edges written as numbers, on the measure paid on or its attainment.
 */
import type { MapNode, Node } from '../../document/node.ts';
import type { Exact } from '../../value/exact.ts';
import { readNumber } from '../../value/number-text.ts';

export interface Declared {
  readonly axis: 'base' | 'attainment';
  /** Who owns a border; slices have no owner, because pay does not jump there. */
  readonly owner: 'upper' | 'lower' | 'sliced';
  readonly edges: readonly Exact[];
}

/** The edges of a mechanic; undefined where they are formulas, or stand on another scale. */
export function declaredEdges(key: string, component: MapNode): Declared | undefined {
  const on = textIn(component, 'commission on') ?? textIn(component, 'bonus on') ?? '';
  const node = component.get(key);
  if (node === undefined) return undefined;
  if (key === 'gate') return ofGate(node, on);
  if (node.kind !== 'map') return undefined;
  const owner = textIn(node, 'edge') === 'upper-inclusive' ? 'lower' : 'upper';
  const by = textIn(node, 'by');
  const scale = (otherwise: Declared['axis']): Declared['axis'] | undefined => (by === undefined ? otherwise : by === on ? 'base' : by === `attainment of ${on}` ? 'attainment' : undefined);
  switch (key) {
    case 'tiers': {
      const read = textIn(node, 'read');
      const marked = mapsIn(node.get('rates')).some((tier) => tier.get('back-to-first-unit') !== undefined);
      if (read === 'per-deal' || marked) return undefined;
      return withEdges(scale('base'), read === 'whole' ? owner : 'sliced', mapsIn(node.get('rates')).flatMap((tier) => [tier.get('from'), tier.get('to')]));
    }
    case 'steps':
      return withEdges(scale('attainment'), owner, mapsIn(node.get('bands')).map((band) => band.get('from')));
    case 'accelerate':
      return node.get('at')?.kind === 'map' ? edgesOf('attainment', 'sliced', (node.get('at') as MapNode).entries.map((entry) => entry.key)) : undefined;
    case 'curve':
      return node.get('points')?.kind === 'map' ? edgesOf(scale('attainment'), 'upper', (node.get('points') as MapNode).entries.map((entry) => entry.key)) : undefined;
    case 'threshold':
      return withEdges(textIn(node, 'at')?.endsWith('%') === true ? 'attainment' : 'base', 'upper', [node.get('at')]);
    default:
      return undefined;
  }
}

const GATE = /^(attainment of )?([A-Za-z]\w*) (>=|>) ([\d_.]+%?)$/;

function ofGate(node: Node, on: string): Declared | undefined {
  const read = node.kind === 'scalar' ? GATE.exec(node.text) : null;
  if (read === null || read[2] !== on) return undefined;
  return edgesOf(read[1] === undefined ? 'base' : 'attainment', read[3] === '>' ? 'lower' : 'upper', [read[4]!]);
}

function withEdges(axis: Declared['axis'] | undefined, owner: Declared['owner'], nodes: readonly (Node | undefined)[]): Declared | undefined {
  return edgesOf(axis, owner, nodes.flatMap((node) => (node?.kind === 'scalar' ? [node.text] : [])));
}

function edgesOf(axis: Declared['axis'] | undefined, owner: Declared['owner'], texts: readonly string[]): Declared | undefined {
  const read = texts.map((text) => readNumber(text, { percent: true, fraction: true, underscores: true }));
  const edges = read.flatMap((one) => ('value' in one ? [one.value] : []));
  return axis === undefined || edges.length !== texts.length ? undefined : { axis, owner, edges };
}

function textIn(map: MapNode, key: string): string | undefined {
  const node = map.get(key);
  return node?.kind === 'scalar' ? node.text : undefined;
}

function mapsIn(node: Node | undefined): readonly MapNode[] {
  return node?.kind === 'list' ? node.items.flatMap((item) => (item.kind === 'map' ? [item] : [])) : [];
}
