/**
 * Quota records by payee and measure, checked so that no two cover one day. A record without a last day runs until the
 * next one, the last until the day the workspace states. Rule: calculation contract §3.
 */
import type { Problems } from '../diagnostic/diagnostic.ts';
import { dayText, type Day } from '../value/day.ts';
import { Exact } from '../value/exact.ts';
import type { Input, QuotaContract } from './contract.ts';
import type { People, QuotaRecord, Quotas } from './reference.ts';
import { isChange, withChanges } from './quota-changes.ts';
import { columnAt, dayIn, failedSince, grouped, placeText, readEntries, textIn, type Entry } from './reference-table.ts';

/** Positions of the columns by role; −1 for a role that is not filled. */
interface Roles {
  readonly payee: number;
  readonly measure: number;
  readonly from: number;
  readonly to: number;
  readonly amount: number;
}

const NO_DAY = -1_000_000;

/** Reads the quotas; `undefined` when anything was wrong, all of it reported. */
export async function loadQuotas(contract: QuotaContract, inputs: readonly Input[], people: People | undefined, problems: Problems): Promise<Quotas | undefined> {
  const { table } = contract;
  const identity = [contract.payee, ...(contract.measure === undefined ? [] : [contract.measure])];
  const entries = await readEntries({ contract: table, inputs, problems, people, identity, required: [contract.from, contract.amount] });
  if (entries === undefined) return undefined;
  const mark = problems.all.length;
  const [payee, measure, from, to, amount] = [contract.payee, contract.measure, contract.from, contract.to, contract.amount].map((name) => columnAt(table, name));
  const roles: Roles = { payee: payee!, measure: measure!, from: from!, to: to!, amount: amount! };
  const measureOf = (entry: Entry): string => textIn(entry, roles.measure) ?? contract.defaultMeasure ?? '';
  const groups = grouped(entries, (entry) => `${textIn(entry, roles.payee)}\u0000${measureOf(entry)}`);
  const records = new Map<string, QuotaRecord[]>();
  for (const [key, all] of groups) {
    const [own, changes] = [all.filter((entry) => !isChange(entry, contract)), all.filter((entry) => isChange(entry, contract))];
    const read = own.length === 0 ? [] : recordsOf(own, measureOf(own[0]!), roles, contract, problems);
    records.set(key, changes.length === 0 ? read : withChanges(read, changes, nameOf(all[0]!, roles, measureOf(all[0]!)), contract, problems));
  }
  if (failedSince(problems, mark)) return undefined;
  const measures = new Map([...grouped(entries, measureOf)].map(([name, own]) => [name, { records: own.length, first: own[0]!.at }] as const));
  return { measures, of: (id, name) => records.get(`${id}\u0000${name}`) ?? [] };
}

function nameOf(entry: Entry, roles: Roles, measure: string): string {
  const payee = textIn(entry, roles.payee) ?? '';
  return measure === '' ? payee : `${payee} for ${measure}`;
}

function recordsOf(own: readonly Entry[], measure: string, roles: Roles, contract: QuotaContract, problems: Problems): QuotaRecord[] {
  const sorted = own.map((entry) => ({ entry, from: dayIn(entry, roles.from, NO_DAY) })).sort((a, b) => a.from - b.from);
  const payee = textIn(own[0]!, roles.payee) ?? '';
  const name = nameOf(own[0]!, roles, measure);
  const records: QuotaRecord[] = [];
  sorted.forEach(({ entry, from }, at) => {
    const next = sorted[at + 1];
    const written = dayIn(entry, roles.to, NO_DAY);
    const to = written !== NO_DAY ? written : next !== undefined ? next.from - 1 : contract.until;
    const amount = entry.values[roles.amount];
    if (!(amount instanceof Exact)) return;
    if (amount.sign() < 0) problems.error('D502', `the quota of ${name} is negative`, { data: entry.cell(roles.amount), hint: 'quotas are zero or more' });
    if (next !== undefined && (next.from === from || written >= next.from)) overlap(name, entry, next.entry, next.from, roles, problems);
    else if (to === undefined) {
      problems.error('D503', `the last quota of ${name}, from ${dayText(from)}, has no end`, { data: entry.at, hint: 'write the last day of such records in the workspace, quotas: until, or in the file' });
    } else if (to < from) {
      const message = `the quota of ${name} ends on ${dayText(to)}, before it starts on ${dayText(from)}`;
      problems.error('D402', message, { data: entry.cell(written === NO_DAY ? roles.from : roles.to), hint: written === NO_DAY ? 'the end is the day in quotas: until' : 'correct one of the days; both are included' });
    } else {
      const currency = currencyOf(entry, roles, contract);
      records.push({ payee, measure, from, to, amount, ...(currency === undefined ? {} : { currency }), changes: [], at: entry.at });
    }
  });
  return records;
}

function overlap(name: string, first: Entry, second: Entry, day: Day, roles: Roles, problems: Problems): void {
  const message = `${name} has two quotas on ${dayText(day)}; the other is on ${placeText(first.at)}`;
  problems.error('D501', message, { data: second.cell(roles.from), hint: 'let one end before the other begins' });
}

function currencyOf(entry: Entry, roles: Roles, contract: QuotaContract): string | undefined {
  const type = contract.table.columns[roles.amount]?.type;
  if (type?.kind !== 'money') return undefined;
  return typeof type.currency === 'string' ? type.currency : textIn(entry, columnAt(contract.table, type.currency.column));
}
