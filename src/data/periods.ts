/**
 * Periods from a calendar file: real quota calendars often have dates of their own. Every day from the first to the
 * last belongs to exactly one period. Rule: calculation contract §3, mechanics TIM-25.
 */
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { Period, WindowName } from '../value/calendar.ts';
import { dayText } from '../value/day.ts';
import type { Input, TableContract } from './contract.ts';
import { columnAt, dayIn, failedSince, placeText, readEntries, textIn, type Entry } from './reference-table.ts';

interface Placed {
  readonly period: Period;
  readonly entry: Entry;
}

const WINDOWS: readonly WindowName[] = ['month', 'quarter', 'half', 'year'];

/** Reads columns named period, from, to and, if there are any, year, half, quarter, month. Sorted by time. */
export async function loadPeriods(contract: TableContract, inputs: readonly Input[], problems: Problems): Promise<readonly Period[] | undefined> {
  const entries = await readEntries({ contract, inputs, problems, identity: ['period', ...WINDOWS], required: ['from', 'to'] });
  if (entries === undefined) return undefined;
  const mark = problems.all.length;
  const at = (name: string): number => columnAt(contract, name);
  const placed = entries.map((entry): Placed => {
    const windows = WINDOWS.flatMap((name) => {
      const id = textIn(entry, at(name));
      return id === undefined ? [] : [[name, id]];
    });
    const period: Period = { id: textIn(entry, at('period')) ?? '', from: dayIn(entry, at('from'), 0), to: dayIn(entry, at('to'), 0), ...Object.fromEntries(windows) };
    return { period, entry };
  });
  placed.sort((a, b) => a.period.from - b.period.from);
  checkEach(placed, at('to'), problems);
  checkIds(placed, at('period'), problems);
  if (!failedSince(problems, mark)) checkNeighbours(placed, at('from'), problems);
  if (!failedSince(problems, mark)) for (const name of WINDOWS) checkWindow(placed, name, at(name), problems);
  return failedSince(problems, mark) ? undefined : placed.map(({ period }) => period);
}

function checkEach(placed: readonly Placed[], to: number, problems: Problems): void {
  for (const { period, entry } of placed) {
    if (period.from <= period.to) continue;
    const message = `the period ${period.id} ends on ${dayText(period.to)}, before it starts on ${dayText(period.from)}`;
    problems.error('D402', message, { data: entry.cell(to), hint: 'correct one of the days; both are included' });
  }
}

function checkIds(placed: readonly Placed[], column: number, problems: Problems): void {
  const first = new Map<string, Entry>();
  for (const { period, entry } of placed) {
    const earlier = first.get(period.id);
    if (earlier === undefined) first.set(period.id, entry);
    else problems.error('D803', `the period ${period.id} is already on ${placeText(earlier.at)}`, { data: entry.cell(column), hint: 'give each period its own id' });
  }
}

function checkNeighbours(placed: readonly Placed[], from: number, problems: Problems): void {
  for (let at = 1; at < placed.length; at++) {
    const [before, after] = [placed[at - 1]!, placed[at]!];
    const days = after.period.from - before.period.to - 1;
    const data = after.entry.cell(from);
    if (days < 0) {
      const message = `the periods ${before.period.id} (${placeText(before.entry.at)}) and ${after.period.id} both hold ${dayText(after.period.from)}`;
      problems.error('D801', message, { data, hint: 'let one end the day before the other begins' });
    } else if (days > 0) {
      const [one, last] = [dayText(before.period.to + 1), dayText(after.period.from - 1)];
      const message = `no period holds ${days === 1 ? one : `${one} to ${last}`}, between ${before.period.id} and ${after.period.id}`;
      problems.error('D802', message, { data, hint: 'let one begin the day after the other ends, or add the missing period' });
    }
  }
}

function checkWindow(placed: readonly Placed[], name: WindowName, column: number, problems: Problems): void {
  const ended = new Set<string>();
  let current: string | undefined;
  for (const { period, entry } of placed) {
    const id = period[name];
    if (id === current) continue;
    if (current !== undefined) ended.add(current);
    current = id;
    if (id === undefined || !ended.has(id)) continue;
    const message = `the ${name} ${id} begins a second time with ${period.id}`;
    problems.error('D804', message, { data: entry.cell(column), hint: `the periods of a ${name} follow one another` });
  }
}
