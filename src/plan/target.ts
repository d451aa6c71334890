/** The target incentive of a component: `FORMULA per year`, or by its weight a share of the people's target incentive. */
import type { MapEntry, MapNode, ScalarNode } from '../document/node.ts';
import { formulaOf, partOf } from './binding.ts';
import type { Ground } from './ground.ts';
import type { CalendarSpec, Component } from './model.ts';
import { personBinding } from './person-binding.ts';
import { quoted } from './shape-words.ts';

const DEFAULT = 'target_incentive';

/** Calendars whose periods are months; none of them calls its periods so. */
const MONTHLY: readonly CalendarSpec['kind'][] = ['months', '4-4-5', '4-5-4', '5-4-4'];

/** Where every period is a month, a target per month is one per period. */
export function byPeriods(component: Component, { kind }: CalendarSpec): Component {
  const { target } = component;
  return target?.per === 'month' && MONTHLY.includes(kind) ? { ...component, target: { ...target, per: 'period' } } : component;
}

/** The target as written, or the default beside a weight; `false` after a problem. */
export function readTarget(entry: MapEntry, ground: Ground): Component['target'] | false {
  const node = entry.value as MapNode;
  const written = node.get('target');
  if (written?.kind === 'scalar') return readWritten(entry.key, written, ground);
  const weight = node.get('weight');
  const column = ground.workspace.people?.table.columns.find((one) => one.name === DEFAULT);
  if (weight === undefined || column?.type.kind !== 'money') return undefined;
  const text = { text: DEFAULT, pointer: weight.pointer, at: weight.at, place: () => weight.at };
  const formula = formulaOf(text, personBinding(ground.workspace), ['money'], ground.problems, { mayBeBlank: true });
  return formula === undefined ? false : { formula, per: 'year' };
}

function readWritten(name: string, node: ScalarNode, ground: Ground): Component['target'] | false {
  const match = /^(.*?)\s+per\s+(\w+)$/.exec(node.text);
  const per = match?.[2];
  if (match === null || (per !== 'period' && per !== 'month' && per !== 'quarter' && per !== 'half' && per !== 'year')) {
    const start = match === null ? 0 : node.text.length - per!.length;
    ground.problems.error('P098', match === null ? `the target of component ${name} does not say for how long it is` : `the target of component ${name} is per ${quoted(per!)}`, {
      at: node.place(start, node.text.length),
      pointer: node.pointer,
      found: node.text,
      hint: `write per period, per month, per quarter, per half or per year: target: ${match === null ? node.text : match[1]!} per year`,
    });
    return false;
  }
  // A blank is no problem of the plan: whoever is paid by the target and has none is named by the run (R011).
  const formula = formulaOf(partOf(node, 0, match[1]!.length), personBinding(ground.workspace), ['money'], ground.problems, { mayBeBlank: true });
  return formula === undefined ? false : { formula, per };
}
