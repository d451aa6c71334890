/**
 * Credits as CSV: one record for each transaction, person, plan and measure, in the order in which rows were read. A credit
 * that no measure counts has one record with the measure blank. value = original × exchange_rate × share. The columns and
 * their order are a promise; new ones come at the end.
 */
import type { Added, Conversion, Credit } from '../engine/index.ts';
import { dayText } from '../value/day.ts';
import type { Exact } from '../value/exact.ts';
import { csvRecord, textCell } from './csv-record.ts';
import { decimalDigits, decimalText } from './decimal.ts';

export const CREDITS = ['payee', 'name', 'plan', 'period', 'rule', 'measure', 'source', 'transaction', 'date', 'share', 'value', 'currency', 'original', 'original_currency', 'exchange_rate', 'rate_day', 'rate_place', 'file', 'line', 'counts_on', 'late_because'];

export interface CreditsAbout {
  nameOf(payee: string): string | undefined;
  readonly csvRaw: boolean;
}

export function creditRecords(credit: Credit, about: CreditsAbout): string {
  const text = (value: string): string => textCell(value, about.csvRaw);
  const { payee, plan, period, rule, source, row, share } = credit;
  const front = [text(payee), text(about.nameOf(payee) ?? ''), text(plan), text(period), text(rule)];
  const middle = [text(source), text(row.id), dayText(row.late?.dated ?? row.day), decimalText(share)];
  const end = [text(row.file), `${row.line}`, ...(row.late === undefined ? ['', ''] : [dayText(row.late.countsOn), text(row.late.why)])];
  if (credit.adds.length === 0) return csvRecord([...front, '', ...middle, '', '', '', '', '', '', '', ...end]);
  return credit.adds.map((added) => csvRecord([...front, text(added.measure), ...middle, ...amountCells(added, credit), ...end])).join('');
}

/** From `value` to `rate_place`. */
function amountCells({ kind, type, value, conversions }: Added, { currency, share }: Credit): string[] {
  if (value === undefined) return [kind === 'count' ? '1' : '', '', '', '', '', '', ''];
  const amount = decimalDigits(value, type, currency);
  if (type !== 'money') return [amount, '', '', '', '', '', ''];
  const whole = value.over(share);
  const [first] = conversions;
  if (first === undefined) return [amount, currency, decimalDigits(whole, type, currency), currency, '1', '', ''];
  // amounts of several currencies or rates in one formula have no single original
  if (!conversions.every((other) => sameRate(other, first))) return [amount, currency, '', '', '', '', ''];
  const { found, from } = first;
  const place = found.at.line === undefined ? found.at.file : `${found.at.file}:${found.at.line}`;
  return [amount, currency, original(whole, found.rate, from), from, decimalText(found.rate), dayText(found.day), place];
}

function original(value: Exact, rate: Exact, currency: string): string {
  return decimalDigits(value.over(rate), 'money', currency);
}

function sameRate(a: Conversion, b: Conversion): boolean {
  return a.from === b.from && a.found.rate.equals(b.found.rate);
}
