/** A missing exchange rate in words: the pair and the day, the rate that comes nearest to it, and what would let that one serve. */
import type { Rates } from '../../data/reference.ts';
import { dayText, type Day } from '../../value/day.ts';

export interface MissingRate {
  readonly message: string;
  readonly hint: string;
}

/** `on`: what the day is, such as `, the last day of 2026-Q1`. */
export function missingRate(rates: Rates | undefined, from: string, to: string, day: Day, on = ''): MissingRate {
  const message = `no exchange rate from ${from} to ${to} on ${dayText(day)}${on}`;
  const near = rates?.latest(from, to, day);
  if (rates === undefined || near === undefined) return { message, hint: 'add the rate to the exchange-rates file' };
  const place = near.at.line === undefined ? near.at.file : `${near.at.file}:${near.at.line}`;
  const age = day - near.day;
  const old = age === 0 ? 'of that day' : `${age} ${age === 1 ? 'day' : 'days'} earlier`;
  const stated = rates.reachBack === 0 ? 'no reach-back is stated' : `reach-back is ${rates.reachBack}`;
  const late = age > rates.reachBack;
  if (near.opposite)
    return { message: `${message}; the file has one from ${to} to ${from} of ${dayText(near.day)} (${place})${late ? `, ${old}, and ${stated}` : ''}`, hint: `add the rate to the exchange-rates file, or state \`invert: true\`${late ? ` and \`reach-back: ${age}\`` : ''} there` };
  return { message: `${message}; the latest is of ${dayText(near.day)} (${place}), ${old}, and ${stated}`, hint: `add the rate to the exchange-rates file, or state \`reach-back: ${age}\` or more there` };
}
