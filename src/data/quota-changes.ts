/**
 * Changes of a quota inside its record: rows of the quota file with the days of a record, the new amount and the day from which
 * it holds. How it acts on days before is a word, never a guess. Rule: mechanics QTA-12.
 */
import type { Problems } from '../diagnostic/diagnostic.ts';
import { dayText, type Day } from '../value/day.ts';
import { Exact } from '../value/exact.ts';
import type { QuotaContract } from './contract.ts';
import { CHANGE_METHODS, type QuotaChange, type QuotaRecord } from './reference.ts';
import { columnAt, dayIn, placeText, textIn, type Entry } from './reference-table.ts';

const NO_DAY: Day = -1_000_000;

/** Whether a row is a change of another one. */
export function isChange(entry: Entry, { table, changed }: QuotaContract): boolean {
  return changed !== undefined && dayIn(entry, columnAt(table, changed), NO_DAY) !== NO_DAY;
}

/** The records with their changes; what fits no record, or says not how, is reported. */
export function withChanges(records: readonly QuotaRecord[], rows: readonly Entry[], name: string, contract: QuotaContract, problems: Problems): QuotaRecord[] {
  const { table } = contract;
  const at = (role: string | undefined): number => columnAt(table, role);
  const changes = new Map<QuotaRecord, QuotaChange[]>();
  for (const entry of rows) {
    const from = dayIn(entry, at(contract.from), NO_DAY);
    const to = dayIn(entry, at(contract.to), NO_DAY);
    const on = dayIn(entry, at(contract.changed), NO_DAY);
    const amount = entry.values[at(contract.amount)];
    const record = records.find((one) => one.from === from && (to === NO_DAY || one.to === to));
    const word = textIn(entry, at(contract.method)) ?? contract.changes;
    const method = CHANGE_METHODS.find((one) => one === word);
    const fault = (column: string | undefined, message: string, hint: string): void => problems.error('D524', message, { data: column === undefined ? entry.at : entry.cell(at(column)), hint });
    if (!(amount instanceof Exact)) continue;
    if (amount.sign() < 0) problems.error('D502', `the quota of ${name} is negative`, { data: entry.cell(at(contract.amount)), hint: 'quotas are zero or more' });
    else if (record === undefined) fault(contract.from, `${name} has no quota of the days that this change is of`, 'give it the first and last day of the record that it changes');
    else if (record.currency !== undefined && currencyOf(entry, contract) !== record.currency) fault(contract.amount, `the change is in ${currencyOf(entry, contract)}, and the quota in ${record.currency}`, 'give both in one currency');
    else if (on <= record.from || on > record.to) fault(contract.changed, `the change on ${dayText(on)} is not inside its quota, ${dayText(record.from)} to ${dayText(record.to)}`, 'a quota that is new from its first day is simply another amount');
    else if (method === undefined) fault(contract.method, `the change of ${name} on ${dayText(on)} does not say how it acts${word === undefined ? '' : `: ${word}`}`, 'write replace, from-date or restate in the file, or for all of them in quotas: changes');
    else if (sameDay(changes.get(record), on) !== undefined) problems.error('D501', `${name} has two changes on ${dayText(on)}; the other is on ${placeText(sameDay(changes.get(record), on)!.at)}`, { data: entry.cell(at(contract.changed)), hint: 'keep one of them' });
    else changes.set(record, [...(changes.get(record) ?? []), { on, amount, method, at: entry.at }]);
  }
  return records.map((record) => {
    const own = changes.get(record);
    if (own === undefined) return record;
    own.sort((a, b) => a.on - b.on);
    warnLegal(record, own, name, problems);
    return { ...record, changes: own };
  });
}

function currencyOf(entry: Entry, { table, amount }: QuotaContract): string | undefined {
  const type = table.columns[columnAt(table, amount)]?.type;
  return type?.kind !== 'money' ? undefined : typeof type.currency === 'string' ? type.currency : textIn(entry, columnAt(table, type.currency.column));
}

function sameDay(changes: readonly QuotaChange[] | undefined, on: Day): QuotaChange | undefined {
  return changes?.find((one) => one.on === on);
}

/** A higher quota for days that are over lowers pay that is earned. */
function warnLegal(record: QuotaRecord, changes: readonly QuotaChange[], name: string, problems: Problems): void {
  let before = record.amount;
  for (const { amount, method, on, at } of changes) {
    if (method === 'restate' && before.lessThan(amount))
      problems.warning('D525', `the quota of ${name} is raised on ${dayText(on)} for days before it too`, { data: at, hint: 'pay that is earned becomes less: write from-date, or make sure that the law and the plan allow it' });
    before = amount;
  }
}
