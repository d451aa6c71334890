/**
 * Relief of quotas: what is taken off somebody's quota for some days, by amount or by share, with its reason and who allowed it.
 * Two reliefs of one measure on one day are an error. Rule: mechanics QTA-08.
 */
import type { DataPlace, Problems } from '../diagnostic/diagnostic.ts';
import { dayText, type Day } from '../value/day.ts';
import { Exact, ONE } from '../value/exact.ts';
import { textOrder } from '../value/text-order.ts';
import type { Input, ReliefContract } from './contract.ts';
import type { People } from './reference.ts';
import { columnAt, dayIn, failedSince, grouped, placeText, readEntries, textIn, type Entry } from './reference-table.ts';

export interface Relief {
  /** Undefined: every measure. */
  readonly measure: string | undefined;
  readonly from: Day;
  /** Included. */
  readonly to: Day;
  readonly off: { readonly share: Exact; readonly amount?: undefined } | { readonly share?: undefined; readonly amount: Exact; readonly currency: string | undefined };
  readonly reason: string;
  readonly approver: string;
  readonly at: DataPlace;
}

export interface Reliefs {
  /** Those of the measure and those of every measure, by day. */
  of(payee: string, measure: string): readonly Relief[];
  /** The measures that are named, and where first. */
  readonly measures: ReadonlyMap<string, DataPlace>;
}

/** Reads the reliefs; `undefined` when anything was wrong, all of it reported. */
export async function loadReliefs(contract: ReliefContract, inputs: readonly Input[], people: People | undefined, problems: Problems): Promise<Reliefs | undefined> {
  const { table } = contract;
  const entries = await readEntries({ contract: table, inputs, problems, people, identity: [contract.payee], required: [contract.from, contract.to, contract.reason, contract.approver] });
  if (entries === undefined) return undefined;
  const mark = problems.all.length;
  const at = (name: string | undefined): number => columnAt(table, name);
  const known = new Map<string, Relief[]>();
  for (const [payee, own] of grouped(entries, (entry) => textIn(entry, at(contract.payee)) ?? '')) {
    const rows = own.flatMap((entry) => {
      const relief = reliefOf(entry, payee, contract, at, problems);
      return relief === undefined ? [] : [{ entry, relief }];
    });
    rows.sort((a, b) => a.relief.from - b.relief.from || textOrder(a.relief.measure ?? '', b.relief.measure ?? ''));
    rows.forEach(({ relief }, index) => {
      const next = rows.slice(index + 1).find((one) => one.relief.from <= relief.to && (one.relief.measure === relief.measure || one.relief.measure === undefined || relief.measure === undefined));
      if (next !== undefined) problems.error('D522', `the quota of ${payee} is relieved twice on ${dayText(next.relief.from)}; the other is on ${placeText(relief.at)}`, { data: next.entry.cell(at(contract.from)), hint: 'let one end before the other begins, or make one of both' });
    });
    known.set(payee, rows.map(({ relief }) => relief));
  }
  if (failedSince(problems, mark)) return undefined;
  const measures = new Map<string, DataPlace>();
  for (const { measure, at: place } of [...known.values()].flat()) if (measure !== undefined && !measures.has(measure)) measures.set(measure, place);
  return { of: (payee, measure) => (known.get(payee) ?? []).filter((relief) => relief.measure === undefined || relief.measure === measure), measures };
}

function reliefOf(entry: Entry, payee: string, contract: ReliefContract, at: (name: string | undefined) => number, problems: Problems): Relief | undefined {
  const [from, to] = [dayIn(entry, at(contract.from), 0), dayIn(entry, at(contract.to), 0)];
  const cell = (name: string | undefined) => entry.values[at(name)];
  const [amount, share] = [contract.amount === undefined ? null : cell(contract.amount), contract.share === undefined ? null : cell(contract.share)];
  const fault = (column: string | undefined, message: string, hint: string): undefined => {
    problems.error('D523', message, { data: column === undefined ? entry.at : entry.cell(at(column)), hint });
    return undefined;
  };
  if (to < from) {
    problems.error('D402', `the quota relief of ${payee} ends on ${dayText(to)}, before it starts on ${dayText(from)}`, { data: entry.cell(at(contract.to)), hint: 'correct one of the days; both are included' });
    return undefined;
  }
  const both = amount instanceof Exact && share instanceof Exact;
  if (both || (!(amount instanceof Exact) && !(share instanceof Exact))) return fault(both ? contract.share : undefined, `the quota relief of ${payee} gives ${both ? 'an amount and a share' : 'neither an amount nor a share'}`, 'write one of them');
  if (amount instanceof Exact && amount.sign() <= 0) return fault(contract.amount, `the quota relief of ${payee} takes off ${amount.isZero() ? 'nothing' : 'less than nothing'}`, 'write what is taken off, above zero; a higher quota is a quota record');
  if (share instanceof Exact && (share.sign() <= 0 || ONE.lessThan(share))) return fault(contract.share, `the quota relief of ${payee} is no share of a quota`, 'write more than 0% and at most 100%');
  const text = (name: string) => textIn(entry, at(name)) ?? '';
  const off = share instanceof Exact ? { share } : { amount: amount as Exact, currency: currencyOf(entry, contract, at) };
  return { measure: textIn(entry, at(contract.measure)), from, to, off, reason: text(contract.reason), approver: text(contract.approver), at: entry.at };
}

function currencyOf(entry: Entry, contract: ReliefContract, at: (name: string | undefined) => number): string | undefined {
  const type = contract.table.columns[at(contract.amount)]?.type;
  if (type?.kind !== 'money') return undefined;
  return typeof type.currency === 'string' ? type.currency : textIn(entry, at(type.currency.column));
}
