/**
 * Leaves of people, each with its first and last day; without a last day it goes on. Two leaves of one person on one day, and
 * leave outside the days of service, are errors. Rule: mechanics TIM-27, calculation contract §3.
 */
import type { DataPlace, Problems } from '../diagnostic/diagnostic.ts';
import { dayText, type Day } from '../value/day.ts';
import type { Input, LeaveContract } from './contract.ts';
import { LAST_DAY, type People } from './reference.ts';
import { columnAt, dayIn, failedSince, grouped, placeText, readEntries, textIn } from './reference-table.ts';

export interface Leave {
  readonly from: Day;
  /** Included; the last day there is where the leave has no end yet. */
  readonly to: Day;
  readonly open: boolean;
  readonly kind: string | undefined;
  readonly at: DataPlace;
}

export interface Leaves {
  /** Sorted by day, without overlap. */
  of(payee: string): readonly Leave[];
}

/** Reads the leaves; `undefined` when anything was wrong, all of it reported. */
export async function loadLeaves(contract: LeaveContract, inputs: readonly Input[], people: People | undefined, problems: Problems): Promise<Leaves | undefined> {
  const { table } = contract;
  const entries = await readEntries({ contract: table, inputs, problems, people, identity: [contract.payee], required: [contract.from] });
  if (entries === undefined) return undefined;
  const mark = problems.all.length;
  const [payee, from, to, kind] = [contract.payee, contract.from, contract.to, contract.kind].map((name) => columnAt(table, name)) as [number, number, number, number];
  const known = new Map<string, Leave[]>();
  for (const [name, own] of grouped(entries, (entry) => textIn(entry, payee) ?? '')) {
    const leaves = own.map((entry) => {
      const last = dayIn(entry, to, LAST_DAY);
      return { entry, leave: { from: dayIn(entry, from, 0), to: last, open: last === LAST_DAY, kind: textIn(entry, kind), at: entry.at } };
    });
    leaves.sort((a, b) => a.leave.from - b.leave.from);
    leaves.forEach(({ entry, leave }, at) => {
      if (leave.to < leave.from) problems.error('D402', `the leave of ${name} ends on ${dayText(leave.to)}, before it starts on ${dayText(leave.from)}`, { data: entry.cell(to), hint: 'correct one of the days; both are included' });
      const next = leaves[at + 1];
      if (next !== undefined && next.leave.from <= leave.to)
        problems.error('D520', `${name} is on leave twice on ${dayText(next.leave.from)}; the other is on ${placeText(leave.at)}`, { data: next.entry.cell(from), hint: leave.open ? 'write the last day of the earlier one' : 'let one end before the other begins' });
      outsideService(name, leave, people, (message, column, hint) => problems.error('D521', message, { data: entry.cell(column === 'from' ? from : to), hint }));
    });
    known.set(name, leaves.map(({ leave }) => leave));
  }
  return failedSince(problems, mark) ? undefined : { of: (name) => known.get(name) ?? [] };
}

function outsideService(name: string, { from, to, open }: Leave, people: People | undefined, say: (message: string, column: 'from' | 'to', hint: string) => void): void {
  const records = people?.get(name)?.records ?? [];
  const [first, last] = [records[0], records.at(-1)];
  if (first === undefined || last === undefined) return;
  if (from < first.from) say(`the leave of ${name} begins on ${dayText(from)}, before ${name} starts on ${dayText(first.from)}`, 'from', 'correct the day, or the first day of service');
  else if (from > last.to) say(`the leave of ${name} begins on ${dayText(from)}, after the last day of ${name}, ${dayText(last.to)}`, 'from', 'remove the row, or correct the last day of service');
  else if (!open && to > last.to) say(`the leave of ${name} ends on ${dayText(to)}, after the last day of ${name}, ${dayText(last.to)}`, 'to', 'let it end with the last day of service, or leave the cell empty');
}
