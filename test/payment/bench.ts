/** One person whose sales are what they earn, in months of 2026, and the payment rules of a plan: the real road from texts to payouts. */
import { expect } from 'vitest';
import type { CalculationOptions, Payout } from '../../src/engine/index.ts';
import { exactText } from '../../src/value/display.ts';
import { total, ZERO } from '../../src/value/exact.ts';
import { travel, type Travelled } from '../arbitrary/road.ts';

export interface PaymentWorld {
  /** The body of `adjust:`. */
  readonly adjust?: string;
  /** Earned in period after period; `none` for a period without a row. */
  readonly earned: readonly string[];
  /** Earned on a second component beside it. */
  readonly second?: readonly string[];
  readonly calendar?: 'half-months' | 'months' | 'quarters' | 'years';
  readonly start?: string;
  readonly end?: string;
  readonly effective?: string;
  readonly prorate?: string;
  /** The second version of the plan begins on this day, with these lines in its head, and this adjust. */
  readonly version?: { readonly from: string; readonly head?: string; readonly adjust: string };
  /** Rows `id,date,plan,kind,account,amount,reason,author,approver` of the adjustments file. */
  readonly entries?: readonly string[];
  /** Further lines of the plan's head. */
  readonly head?: string;
  readonly people?: string;
  readonly rates?: string;
  /** Half of what "pay" earns comes with the customer's money: rows `date,deal,amount`, deals are A1 of the first period and so on. */
  readonly cash?: readonly string[];
  /** Rows `date,deal,amount` that take back sales. */
  readonly returns?: readonly string[];
}

const FROM: Readonly<Record<string, (at: number) => string>> = {
  'half-months': (at) => `2026-${String(Math.floor(at / 2) + 1).padStart(2, '0')}-${at % 2 === 0 ? '05' : '20'}`,
  months: (at) => `${2026 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-15`,
  quarters: (at) => `2026-${String(at * 3 + 2).padStart(2, '0')}-15`,
  years: (at) => `${2026 + at}-06-15`,
};

export function worldTexts(world: PaymentWorld): Parameters<typeof travel>[0] {
  const calendar = world.calendar ?? 'months';
  const rows = (earned: readonly string[], type: string): string[] => earned.flatMap((amount, at) => (amount === 'none' ? [] : [`${type}${at + 1},${FROM[calendar]!(at)},ana,${amount},${type}`]));
  const [from, to] = (world.effective ?? '2026-01-01 to 2027-12-31').split(' to ') as [string, string];
  const plan = (effective: string, head: string, adjust: string): string => `plan: ae
effective: ${effective}
${head}
${world.prorate === undefined ? '' : `prorate: ${world.prorate}\n`}credits:
  own: { from: sales, to: seller }
${world.cash === undefined ? '' : '  cash: { from: paid, to: seller }\n'}measures:
${world.cash === undefined ? '' : '  paid: { sum: amount, of: cash }\n'}  revenue: { sum: amount${world.cash === undefined ? '' : ', of: own'}, where: type == 'A' }
  extra: { sum: amount${world.cash === undefined ? '' : ', of: own'}, where: type == 'B' }
  goal: { sum: amount${world.cash === undefined ? '' : ', of: own'}, where: type == 'C' }
components:
  pay: { commission on: revenue, rate: 100%${world.cash === undefined ? '' : ', by-event: { at-booking: 50%, events: [ { measure: paid, share: 50%, deal: deal } ] }'} }
  more: { commission on: extra, rate: 100% }
  sizes: { commission on: goal, rate: 0% }
${adjust === '' ? '' : `adjust:\n${adjust.trimEnd().split('\n').map((line) => `  ${line}`).join('\n')}\n`}`;
  const before = (day: string): string => { const [y, m, d] = day.split('-').map((part) => +part) as [number, number, number]; return new Date(Date.UTC(y, m - 1, d - 1)).toISOString().slice(0, 10); };
  const plans = world.version === undefined ? [plan(`${from} to ${to}`, world.head ?? '', world.adjust ?? '')] : [plan(`${from} to ${before(world.version.from)}`, world.head ?? '', world.adjust ?? ''), plan(`${world.version.from} to ${to}`, world.version.head ?? 'on-version-change: accumulate', world.version.adjust)];
  return {
    workspace: `workspace: bench
currency: USD
calendar: ${calendar}
rounding: { to: 0.01, mode: half-up, at: component }
plans: plans/*.yaml
data:
  sales:
    files: data/sales.csv
    id: id
    date: date
${world.returns === undefined ? '' : '    refers-to: ref\n'}    columns: { id: text, date: date, seller: payee, amount: money, type: text, ref: text? }
${world.cash === undefined ? '' : '  paid:\n    files: data/paid.csv\n    id: id\n    date: date\n    columns: { id: text, date: date, seller: payee, deal: text, amount: money }\n'}people:
  file: data/people.csv
  columns: { id: payee, start: date?, end: date?, from: date?, signed: yes/no?, level: money? }
${world.entries === undefined ? '' : `adjustments:
  file: data/adjustments.csv
  columns: { id: text, payee: payee, date: date, plan: text?, kind: text?, account: text?, amount: money?, reason: text, author: text, approver: text? }
`}${world.rates === undefined ? '' : `exchange-rates:\n  file: data/rates.csv\n  columns: { date: date, from: text, to: text, rate: number }\n`}`,
    plans,
    files: {
      'data/sales.csv': `id,date,seller,amount,type,ref\n${[...rows(world.earned, 'A'), ...rows(world.second ?? [], 'B'), ...(world.returns ?? []).map((row, at) => row.replace(/^(.*),(.*),(.*)$/, `R${at + 1},$1,ana,$3,A,$2`))].map((row) => (row.split(',').length < 6 ? `${row},` : row)).join('\n')}\n`,
      ...(world.cash === undefined ? {} : { 'data/paid.csv': `id,date,seller,deal,amount\n${world.cash.map((row, at) => row.replace(/^(.*),(.*),(.*)$/, `P${at + 1},$1,ana,$2,$3`)).join('\n')}\n` }),
      'data/people.csv': world.people ?? `id,start,end,from,signed,level\nana,${world.start ?? ''},${world.end ?? ''},,,\n`,
      ...(world.entries === undefined ? {} : { 'data/adjustments.csv': `id,payee,date,plan,kind,account,amount,reason,author,approver\n${world.entries.map((row) => row.replace(/^(\w+),/, '$1,ana,')).join('\n')}\n` }),
      ...(world.rates === undefined ? {} : { 'data/rates.csv': world.rates }),
    },
  };
}

export async function pay(world: PaymentWorld, options: CalculationOptions = {}): Promise<Travelled> {
  const travelled = await travel(worldTexts(world), options);
  for (const payout of travelled.payouts) balanced(payout);
  return travelled;
}

/** opening + earned − paid = closing, for each account and in sum, and each closing is the next opening. */
export function balanced({ total: earned, payment, payee, period }: Payout): void {
  if (payment === undefined) return;
  const { lines, balances, paid } = payment;
  const where = `${payee} ${period.id}`;
  const sum = (values: readonly { readonly opening: typeof ZERO; readonly closing: typeof ZERO }[], key: 'opening' | 'closing'): typeof ZERO => total(values.map((one) => one[key]));
  expect(exactText(sum(balances, 'opening').plus(payment.earned).minus(paid)), where).toBe(exactText(sum(balances, 'closing')));
  if (payment.closed === true) return;
  expect(exactText(payment.earned), where).toBe(exactText(earned.plus(total(lines.map(({ cost }) => cost)))));
  expect(exactText(paid), where).toBe(exactText(earned.plus(total(lines.map(({ change }) => change)))));
  for (const { account, opening, closing } of balances) {
    const own = lines.filter((line) => line.account === account);
    expect(exactText(opening.plus(total(own.map(({ cost, change }) => cost.minus(change))))), `${where} ${account}`).toBe(exactText(closing));
  }
  if (paid.isZero()) expect(payment.zero, where).toBeTruthy();
}

/** Paid in every period. */
export function paidIn(travelled: Travelled): string[] {
  return travelled.payouts.map((payout) => exactText(payout.payment?.paid ?? payout.total));
}

/** The balance of an account after every period; of all accounts where none is named. */
export function balancesOf(travelled: Travelled, account?: string): string[] {
  return travelled.payouts.map(({ payment }) => exactText(total((payment?.balances ?? []).filter((one) => account === undefined || one.account === account).map(({ closing }) => closing))));
}
