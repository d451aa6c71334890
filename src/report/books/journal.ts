/** The books as a double-entry journal that hledger or beancount reads. Accounts are made of names in the data, kept apart where their letters would fall together. */
import type { Side, Transaction } from '../../record/index.ts';
import { visible } from '../../diagnostic/visible.ts';
import { dayText, type Day } from '../../value/day.ts';
import { total } from '../../value/exact.ts';
import { textOrder } from '../../value/text-order.ts';
import { moneyDigits } from '../amount.ts';

export type JournalFormat = (workspace: string, transactions: readonly Transaction[]) => string;

export const JOURNAL_FORMATS: ReadonlyMap<string, JournalFormat> = new Map([
  ['hledger', hledger],
  ['beancount', beancount],
]);

function hledger(workspace: string, transactions: readonly Transaction[]): string {
  const names = new Names((side, parts) => [side, ...parts.map((part) => part.replace(/[:;\s\u0000-\u001f]+/g, ' ').trim() || '-')].join(':'));
  const entries = transactions.map((one) => {
    const accounts = one.postings.map(({ side, account }) => names.of(side, account));
    const widest = Math.max(...accounts.map((name) => name.length));
    const lines = one.postings.map(({ amount }, at) => `    ${accounts[at]!.padEnd(widest)}  ${moneyDigits(amount, one.currency)} ${one.currency}`);
    return [`${dayText(one.date)} * (${number(one)}) ${plain(one.payee)} | ${one.period} ${plain(one.plan)}`, ...lines, ''].join('\n');
  });
  return [`; closed periods of ${plain(workspace)}, written by paycurve journal`, 'decimal-mark .', '', ...entries].join('\n');
}

function beancount(workspace: string, transactions: readonly Transaction[]): string {
  const names = new Names((side, parts) => [capital(side), ...parts.map((part) => capital(part.replace(/[^A-Za-z0-9-]+/g, '-').replace(/^-+/, '')) || 'X')].join(':'));
  const entries = transactions.map((one) =>
    [`${dayText(one.date)} * ${JSON.stringify(plain(one.payee))} ${JSON.stringify(`${one.period} ${plain(one.plan)}, record ${number(one)}`)}`, ...one.postings.map(({ side, account, amount }) => `  ${names.of(side, account)}  ${moneyDigits(amount, one.currency)} ${one.currency}`), ''].join('\n'),
  );
  const first = transactions.reduce((day: Day, { date }) => Math.min(day, date), transactions[0]?.date ?? 0);
  const opened = names.all().map((name) => `${dayText(first)} open ${name}`);
  return [`; closed periods of ${plain(workspace)}, written by paycurve journal`, `option "title" ${JSON.stringify(plain(workspace))}`, '', ...opened, '', ...entries].join('\n');
}

function number({ record }: Transaction): string {
  return `${record}`.padStart(4, '0');
}

/** One line of text, whatever is in the data. */
function plain(text: string): string {
  return visible(text).replace(/[|;]/g, ' ');
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Account names by what they stand for; a second one of equal letters gets a number. */
class Names {
  private readonly known = new Map<string, string>();
  private readonly taken = new Set<string>();

  constructor(private readonly spell: (side: Side, parts: readonly string[]) => string) {}

  of(side: Side, parts: readonly string[]): string {
    const key = JSON.stringify([side, parts]);
    let name = this.known.get(key);
    if (name === undefined) {
      const spelt = this.spell(side, parts);
      name = spelt;
      for (let copy = 2; this.taken.has(name.toLowerCase()); copy++) name = `${spelt}-${copy}`;
      this.taken.add(name.toLowerCase());
      this.known.set(key, name);
    }
    return name;
  }

  all(): string[] {
    return [...this.known.values()].sort(textOrder);
  }
}

/** Whether every transaction sums to zero: if not, that is our own bug. */
export function sumsToZero(transactions: readonly Transaction[]): boolean {
  return transactions.every(({ postings }) => total(postings.map(({ amount }) => amount)).isZero());
}
