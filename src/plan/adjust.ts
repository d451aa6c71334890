/** Rules on the sum of components (step 11), in the order written, each for all components or for some. */
import type { ListNode, MapNode, Node } from '../document/node.ts';
import { MECHANICS } from '../mechanic/index.ts';
import type { ComponentGround } from './components.ts';
import { sayUnknown } from './ground.ts';
import type { Plan } from './model.ts';
import { periodBinding } from './period-binding.ts';
import { readerOf } from './reader.ts';
import { quoted } from './shape-words.ts';
import { scalars } from './table.ts';

export function readAdjust(node: ListNode | undefined, ground: ComponentGround): Plan['adjust'] {
  const { problems, fitness } = ground;
  const reader = readerOf({
    component: '',
    on: undefined,
    baseType: undefined,
    binding: periodBinding(ground),
    measures: ground.measures.map((measure) => measure.name),
    broken: ground.broken,
    rows: undefined,
    problems,
    workspace: ground.workspace,
  });
  return (node?.items ?? []).flatMap((item) => {
    const entry = (item as MapNode).entries[0];
    const mechanic = MECHANICS.find((one) => one.key === entry?.key && one.where.includes('plan'));
    if (entry === undefined || mechanic === undefined || fitness.unfit(item)) return [];
    const of = readOf(entry.value, ground);
    const config: unknown = mechanic.read(entry.value, reader);
    return config === undefined || of === undefined ? [] : [{ mechanic, config, at: entry.keyAt, ...of }];
  });
}

/** The components a rule applies to; all of them unless named. */
function readOf(node: Node, { components, problems }: ComponentGround): { readonly of: readonly string[]; readonly all: boolean } | undefined {
  const all = [...components.keys()];
  const written = node.kind === 'map' ? scalars(node.get('of')) : [];
  if (written.length === 0 || (written.length === 1 && written[0]!.text === 'all')) return { of: all, all: true };
  const unknown = written.filter((scalar) => !components.has(scalar.text));
  for (const scalar of unknown)
    sayUnknown(problems, 'P099', `the plan has no component ${quoted(scalar.text)}`, scalar.text, all, scalar.at, { pointer: scalar.pointer, none: 'declare it under components:', kinds: 'components' });
  return unknown.length > 0 ? undefined : { of: [...new Set(written.map((scalar) => scalar.text))], all: false };
}
