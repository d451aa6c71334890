/** The first lines of a plan: when it holds, for whom, in which currency, and how pay is converted and prorated. */
import type { Problems, Span } from '../diagnostic/diagnostic.ts';
import type { MapNode, ScalarNode } from '../document/node.ts';
import { isCurrencyCode } from '../value/currency.ts';
import { dayText, readDay, type Day } from '../value/day.ts';
import { formulaOf } from './binding.ts';
import { sayUnknown, type Ground } from './ground.ts';
import type { PersonFormula, Plan } from './model.ts';
import { textOf } from './place.ts';
import { personBinding } from './person-binding.ts';
import { quoted } from './shape-words.ts';

export interface Effective {
  readonly from: Day;
  readonly to: Day;
  readonly at: Span;
}

const HINT = 'write first and last day, both included: 2026-01-01 to 2026-12-31';

export function readEffective(node: ScalarNode, problems: Problems): Effective | undefined {
  const parts = /^(\S+)(\s+to\s+)(\S+)$/.exec(node.text);
  if (!parts) {
    problems.error('P060', `effective is ${quoted(node.text)}, not a span of days`, { at: node.at, pointer: node.pointer, found: node.text, hint: HINT });
    return undefined;
  }
  const days = [readDay(parts[1]!), readDay(parts[3]!)] as const;
  const starts = [0, parts[1]!.length + parts[2]!.length] as const;
  days.forEach((day, index) => {
    const text = parts[index === 0 ? 1 : 3]!;
    if (!('day' in day)) problems.error('P060', `${quoted(text)}: ${day.fault}`, { at: node.place(starts[index]!, starts[index]! + text.length), pointer: node.pointer, found: text, hint: day.hint });
  });
  const [from, to] = days;
  if (!('day' in from) || !('day' in to)) return undefined;
  if (to.day < from.day) {
    problems.error('P061', `the plan would end on ${dayText(to.day)}, before it begins on ${dayText(from.day)}`, { at: node.at, pointer: node.pointer, hint: HINT });
    return undefined;
  }
  return { from: from.day, to: to.day, at: node.at };
}

/** Who is in the plan; `false` after a problem. */
export function readFor(root: MapNode, ground: Ground): PersonFormula | undefined | false {
  const node = root.get('for');
  if (node?.kind !== 'scalar') return undefined;
  if (ground.workspace.people === undefined) {
    ground.problems.error('P095', 'the plan asks who a person is, but the workspace has no people', { at: root.entry('for')!.keyAt, pointer: node.pointer, hint: 'declare people: in paycurve.yaml, or remove for:' });
    return false;
  }
  return formulaOf(node, personBinding(ground.workspace), ['yes-no'], ground.problems) ?? false;
}

export function readPaidIn(root: MapNode, { workspace, problems }: Ground): Plan['paidIn'] {
  const node = root.get('paid-in');
  if (node?.kind !== 'scalar') return undefined;
  if (isCurrencyCode(node.text)) return { currency: node.text };
  const columns = workspace.people?.table.columns ?? [];
  const column = columns.find((one) => one.name === node.text);
  const texts = columns.filter((one) => one.type.kind === 'text' || one.type.kind === 'one-of').map((one) => one.name);
  if (column === undefined)
    sayUnknown(problems, 'P096', `${quoted(node.text)} is neither a currency nor a column of people`, node.text, texts, node.at, { pointer: node.pointer, none: 'write a currency such as EUR', kinds: 'text columns of people' });
  else if (!texts.includes(column.name))
    problems.error('P096', `${column.name} of people is no text, so it cannot hold a currency`, { at: node.at, pointer: node.pointer, ...(column.at === undefined ? {} : { labels: [{ at: column.at, text: 'declared here' }] }), hint: `declare ${column.name}: text` });
  return { column: node.text };
}

export function readProrate(root: MapNode): Plan['prorate'] {
  const node = root.get('prorate');
  return node?.kind === 'list' ? [...new Set(node.items.flatMap((item) => (item.kind === 'scalar' ? [item.text as Plan['prorate'][number]] : [])))] : [];
}

/** `accumulate` or `restart`, when written. */
export function readContinues(root: MapNode): Plan['continues'] {
  return textOf(root, 'on-version-change') as Plan['continues'];
}
