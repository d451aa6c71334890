/** What days count for (`days`), and what holds for somebody new (`ramp`). Rule: mechanics QTA-05…07, TIM-27. */
import type { MapNode, Node, ScalarNode } from '../document/node.ts';
import { readDay, type Day } from '../value/day.ts';
import type { DayCount } from '../value/day-count.ts';
import { ONE } from '../value/exact.ts';
import { sayUnknown, type Ground } from './ground.ts';
import type { DayRule, Plan, RampStep, Scaled } from './model.ts';
import { readExact } from './number.ts';
import { labelled, textOf } from './place.ts';
import { quoted } from './shape-words.ts';
import { scalars } from './table.ts';

export function readDays(root: MapNode, prorate: Plan['prorate'], ground: Ground): DayRule | undefined {
  const entry = root.entry('days');
  const node = entry?.value;
  if (node?.kind !== 'map') return undefined;
  const { problems, workspace } = ground;
  const leave = scalars(node.get('leave')).map(({ text }) => text as Scaled);
  if (leave.length > 0 && workspace.leaves === undefined)
    problems.error('P160', 'days on leave are not to count, but the workspace has no leaves', { at: node.entry('leave')!.keyAt, pointer: node.pointer, hint: 'declare leaves: in paycurve.yaml' });
  const count = (textOf(node, 'count') ?? 'days') as DayCount;
  const holidays = node.entry('holidays');
  if (holidays !== undefined && count !== 'weekdays')
    problems.error('P161', 'holidays matter to weekdays, and the plan does not count those', { at: holidays.keyAt, pointer: node.pointer, hint: 'write count: weekdays, or remove holidays' });
  const partTime = node.get('part-time');
  if (partTime !== undefined && prorate.length === 0)
    problems.error('P161', 'a part-time share scales what is prorated, and the plan prorates nothing', { at: node.entry('part-time')!.keyAt, pointer: node.pointer, hint: 'list what is scaled, such as prorate: [quota, target]' });
  if (partTime?.kind === 'scalar') checkShare(partTime, ground);
  return {
    count,
    holidays: readHolidays(holidays?.value, ground),
    firstDay: textOf(node, 'first-day') !== 'not-counted',
    ...(partTime?.kind === 'scalar' ? { partTime: partTime.text } : {}),
    leave,
  };
}

function checkShare(node: ScalarNode, { workspace, problems }: Ground): void {
  const columns = workspace.people?.table.columns ?? [];
  const column = columns.find((one) => one.name === node.text);
  const ratios = columns.filter((one) => one.type.kind === 'ratio').map((one) => one.name);
  if (column === undefined) sayUnknown(problems, 'P162', `people have no column ${quoted(node.text)}`, node.text, ratios, node.at, { pointer: node.pointer, none: 'declare one, such as fte: ratio', kinds: 'ratio columns of people' });
  else if (column.type.kind !== 'ratio' || column.optional)
    problems.error('P162', `${column.name} of people ${column.optional ? 'may be empty' : 'is no ratio'}, so it cannot hold the share that somebody works`, { at: node.at, pointer: node.pointer, ...labelled(column.at, 'declared here'), hint: `declare ${column.name}: ratio, with 100% for whoever works full time` });
}

function readHolidays(node: Node | undefined, { problems }: Ground): readonly Day[] {
  const days = scalars(node).flatMap((item) => {
    const reading = readDay(item.text);
    if ('day' in reading) return [reading.day];
    problems.error('P009', `a holiday is ${quoted(item.text)}: ${reading.fault}`, { at: item.at, pointer: item.pointer, found: item.text, hint: reading.hint });
    return [];
  });
  return [...new Set(days)].sort((a, b) => a - b);
}

export function readRamp(root: MapNode, ground: Ground): readonly RampStep[] | undefined {
  const entry = root.entry('ramp');
  if (entry?.value.kind !== 'list') return undefined;
  const { problems, workspace } = ground;
  if (workspace.people?.start === undefined && workspace.people?.from === undefined)
    problems.error('P163', 'a ramp goes by months of service, and people have no first day', { at: entry.keyAt, pointer: entry.value.pointer, hint: 'declare start: date under people in paycurve.yaml' });
  const steps: RampStep[] = [];
  for (const item of entry.value.items) {
    if (item.kind !== 'map') continue;
    const to = +textOf(item, 'to')!;
    const before = steps.at(-1)?.to ?? 0;
    if (to <= before) problems.error('P163', `month ${to} does not come after month ${before}`, { at: item.get('to')!.at, pointer: item.pointer, hint: 'each entry begins where the one before ends; list them by month' });
    steps.push({ to, quota: shareOf(item, 'quota', ground), rate: shareOf(item, 'rate', ground), accelerators: textOf(item, 'accelerators') !== 'off' });
  }
  return steps;
}

/** A share of what was earned to date would change what earlier months earned. */
export function checkRamp({ ramp, rampAt, components }: Pick<Plan, 'ramp' | 'rampAt' | 'components'>, { problems }: Ground): void {
  const to = components.find((component) => component.accumulates !== undefined && component.pays === 'commission');
  if (to !== undefined && ramp?.some((step) => !step.rate.equals(ONE)) === true)
    problems.error('P165', `the ramp changes what commissions earn, and ${to.name} is paid to date`, { at: rampAt!, labels: [{ at: to.at, text: `accumulates the ${to.accumulates}` }], hint: 'leave rate out of the ramp, or let the component pay each period by itself' });
}

function shareOf(item: MapNode, key: 'quota' | 'rate', { problems }: Ground) {
  const node = item.get(key);
  const written = node === undefined ? undefined : readExact(node, `the ${key} of a ramp`, problems);
  if (node === undefined || written === undefined) return ONE;
  const fault = written.value.sign() < 0 ? 'is below zero' : ONE.lessThan(written.value) && !written.percent ? 'is above one and has no percent sign' : undefined;
  if (fault !== undefined) problems.error('P164', `the ${key} of the ramp ${fault}`, { at: node.at, pointer: node.pointer, found: node.kind === 'scalar' ? node.text : '', hint: 'write a share such as 50%' });
  return written.value;
}
