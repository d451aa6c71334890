/**
 * Exchange rates by pair and day: units of one currency for one unit of another. Nothing is carried on from an earlier
 * day, and nothing inverted, unless the workspace says so. Rule: mechanics, currencies; calculation contract §3.
 */
import type { DataPlace, Problems } from '../diagnostic/diagnostic.ts';
import { dayText, type Day } from '../value/day.ts';
import { Exact, ONE, total } from '../value/exact.ts';
import type { Input, RateContract } from './contract.ts';
import type { FoundRate, LatestRate, Rates } from './reference.ts';
import { columnAt, dayIn, failedSince, grouped, placeText, readEntries, textIn } from './reference-table.ts';

interface DayRate {
  readonly day: Day;
  readonly rate: Exact;
  readonly at: DataPlace;
  /** Where the day stands, for messages. */
  readonly cell: DataPlace;
}

/** Reads the rates; `undefined` when anything was wrong, all of it reported. */
export async function loadRates(contract: RateContract, inputs: readonly Input[], problems: Problems): Promise<Rates | undefined> {
  const entries = await readEntries({ contract: contract.table, inputs, problems, identity: [], currencies: [contract.from, contract.to], required: [contract.date, contract.rate] });
  if (entries === undefined) return undefined;
  const mark = problems.all.length;
  const [date, from, to, rate] = [contract.date, contract.from, contract.to, contract.rate].map((name) => columnAt(contract.table, name));
  const pairs = new Map<string, readonly DayRate[]>();
  for (const [pair, own] of grouped(entries, (entry) => pairOf(textIn(entry, from!) ?? '', textIn(entry, to!) ?? ''))) {
    const days: DayRate[] = [];
    for (const entry of own) {
      const value = entry.values[rate!];
      if (!(value instanceof Exact)) continue;
      days.push({ day: dayIn(entry, date!, 0), rate: value, at: entry.at, cell: entry.cell(date!) });
      if (value.sign() <= 0) problems.error('D602', 'an exchange rate is more than zero', { data: entry.cell(rate!), hint: 'correct the rate, or remove the row' });
      else if (textIn(entry, from!) === textIn(entry, to!) && !value.equals(ONE)) {
        problems.error('D603', `the rate of ${textIn(entry, from!)} to itself is not 1`, { data: entry.cell(rate!), hint: 'remove the row' });
      }
    }
    days.sort((a, b) => a.day - b.day);
    reportRepeats(pair, days, problems);
    pairs.set(pair, days);
  }
  return failedSince(problems, mark) ? undefined : ratesOf(pairs, contract);
}

function ratesOf(pairs: ReadonlyMap<string, readonly DayRate[]>, contract: RateContract): Rates {
  const last = (from: string, to: string, day: Day): DayRate | undefined => lastUpTo(pairs.get(pairOf(from, to)) ?? [], day);
  const find = (from: string, to: string, day: Day): DayRate | undefined => {
    const found = last(from, to, day);
    return found !== undefined && day - found.day <= contract.reachBack ? found : undefined;
  };
  const known = (found: DayRate | undefined, opposite: boolean): LatestRate | undefined => (found === undefined ? undefined : { day: found.day, at: found.at, opposite });
  return {
    reachBack: contract.reachBack,
    rate(from, to, day) {
      if (from === to) return { rate: ONE, day, at: { file: contract.table.files[0] ?? '' } };
      const straight = find(from, to, day);
      if (straight !== undefined) return straight;
      const opposite = contract.invert ? find(to, from, day) : undefined;
      return opposite === undefined ? undefined : { rate: ONE.over(opposite.rate), day: opposite.day, at: opposite.at, opposite: opposite.rate };
    },
    mean(from, to, first, last) {
      if (from === to) return { rate: ONE, day: last, at: { file: contract.table.files[0] ?? '' } };
      const straight = meanOf(pairs.get(pairOf(from, to)) ?? [], first, last);
      if (straight !== undefined || !contract.invert) return straight;
      const opposite = meanOf(pairs.get(pairOf(to, from)) ?? [], first, last);
      return opposite && { ...opposite, rate: ONE.over(opposite.rate), opposite: opposite.rate };
    },
    latest: (from, to, day) => known(last(from, to, day), false) ?? known(last(to, from, day), true),
  };
}

function meanOf(days: readonly DayRate[], first: Day, last: Day): FoundRate | undefined {
  const within = days.filter(({ day }) => day >= first && day <= last);
  if (within.length === 0) return undefined;
  return { rate: total(within.map(({ rate }) => rate)).over(Exact.of(within.length)), day: last, at: within[0]!.at, mean: { count: within.length, from: first, to: last } };
}

function lastUpTo(days: readonly DayRate[], day: Day): DayRate | undefined {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]!.day <= day) low = middle + 1;
    else high = middle;
  }
  return days[low - 1];
}

function reportRepeats(pair: string, days: readonly DayRate[], problems: Problems): void {
  for (let at = 1; at < days.length; at++) {
    const [first, second] = [days[at - 1]!, days[at]!];
    if (first.day !== second.day) continue;
    const message = `${pair} has two rates on ${dayText(second.day)}; the other is on ${placeText(first.at)}`;
    problems.error('D601', message, { data: second.cell, hint: 'remove one of the rows' });
  }
}

function pairOf(from: string, to: string): string {
  return `${from} to ${to}`;
}
