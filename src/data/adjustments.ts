/** Reads the adjustments file (TIM-29): manual entries with reason, author and approver, strictly: one bad row refuses the file. */
import type { Problems } from '../diagnostic/diagnostic.ts';
import { didYouMean, either } from '../diagnostic/suggest.ts';
import { Exact } from '../value/exact.ts';
import { textOrder } from '../value/text-order.ts';
import { quoted } from './cell.ts';
import type { AdjustmentContract, Input } from './contract.ts';
import { ENTRY_KINDS, manualEntries, type EntryKind, type ManualEntries, type ManualEntry } from './manual-entry.ts';
import type { People } from './reference.ts';
import { columnAt, dayIn, failedSince, placeText, readEntries, textIn, type Entry } from './reference-table.ts';

const KINDS = Object.keys(ENTRY_KINDS);

/** `undefined` when anything was wrong, all of it reported. */
export async function loadAdjustments(contract: AdjustmentContract, inputs: readonly Input[], people: People | undefined, problems: Problems): Promise<ManualEntries | undefined> {
  const { table } = contract;
  const identity = [contract.id, contract.payee, contract.plan, contract.account].filter((name) => name !== undefined);
  const rows = await readEntries({ contract: table, inputs, problems, people, identity, required: [contract.date, contract.reason, contract.author] });
  if (rows === undefined) return undefined;
  const mark = problems.all.length;
  const first = new Map<string, Entry>();
  const entries: ManualEntry[] = [];
  const at = (name: string | undefined): number => columnAt(table, name);
  for (const row of rows) {
    const id = textIn(row, at(contract.id)) ?? '';
    const other = first.get(id);
    if (other !== undefined) problems.error('D902', `the entry ${quoted(id)} stands twice; the other is on ${placeText(other.at)}`, { data: row.cell(at(contract.id)), hint: 'give each entry an id of its own' });
    first.set(id, row);
    const kind = textIn(row, at(contract.kind)) ?? 'pay';
    if (!KINDS.includes(kind)) {
      problems.error('D901', `${quoted(kind)} is no kind of manual entry`, { data: row.cell(at(contract.kind)), hint: didYouMean(kind, KINDS) ?? `kinds are ${either(KINDS, 'and')}; a blank is pay` });
      continue;
    }
    entries.push(entryOf(row, id, kind as EntryKind, contract));
  }
  return failedSince(problems, mark) ? undefined : manualEntries(entries, textOrder);
}

function entryOf(row: Entry, id: string, kind: EntryKind, contract: AdjustmentContract): ManualEntry {
  const { table } = contract;
  const text = (name: string | undefined): string | undefined => textIn(row, columnAt(table, name));
  const amount = row.values[columnAt(table, contract.amount)];
  const { type } = table.columns[columnAt(table, contract.amount)]!;
  const currency = type.kind !== 'money' ? undefined : typeof type.currency === 'string' ? type.currency : text(type.currency.column);
  const [plan, account, approver] = [text(contract.plan), text(contract.account), text(contract.approver)];
  return {
    id,
    payee: text(contract.payee) ?? '',
    day: dayIn(row, columnAt(table, contract.date), 0),
    kind,
    reason: text(contract.reason) ?? '',
    author: text(contract.author) ?? '',
    at: row.at,
    ...(plan === undefined ? {} : { plan }),
    ...(account === undefined ? {} : { account }),
    ...(amount instanceof Exact ? { amount } : {}),
    ...(amount instanceof Exact && currency !== undefined ? { currency } : {}),
    ...(approver === undefined ? {} : { approver }),
  };
}
