/** A small workspace for hand-worked cases: texts with sensible defaults, and results as readable lines. */
import { expect } from 'vitest';
import { exactText, travel, type Travelled } from '../arbitrary/road.ts';
import type { CalculationOptions } from '../../src/engine/index.ts';

export interface Case {
  readonly calendar?: string;
  readonly rounding?: string;
  readonly plans: string | readonly string[];
  readonly people?: string;
  /** Columns of the people file besides those it always has: `store: text?`. */
  readonly peopleColumns?: string;
  /** The type of the payee column of quotas. */
  readonly quotaPayee?: string;
  readonly quotas?: string;
  readonly quotaLines?: string;
  readonly rates?: string;
  readonly rateLines?: string;
  readonly periods?: string;
  /** Rows `id,date,seller,co_owner,amount,currency,type,co_share`; trailing cells may be left out. */
  readonly sales: readonly string[];
  /** Rows `person,date,goal,weight,score` of a source `scores`, which is there only with them. */
  readonly scores?: readonly string[];
  /** Rows `id,date,seller,order,event,amount,total` of a source `events`, which is there only with them. */
  readonly events?: readonly string[];
  /** How a row says what it takes back; the column `original` is the last of a row. */
  readonly refersTo?: string;
  /** The people column that says of a seat that it is vacant. */
  readonly vacant?: string;
}

const PEOPLE = 'id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,12000,\nbo,,,,AE,5%,12000,\n';

export async function calculate(given: Case, options: CalculationOptions = {}): Promise<Travelled> {
  const workspace = `workspace: bench
currency: USD
calendar: ${given.calendar ?? 'quarters'}
rounding: ${given.rounding ?? '{ to: 0.01, mode: half-up, at: component }'}
plans: plans/*.yaml
data:
  sales:
    files: data/sales.csv
    id: id
    date: date
    columns:
      id: text
      date: date
      seller: payee?
      co_owner: payee?
      amount: money(currency)
      currency: text
      type: text
      co_share: ratio?
${given.refersTo === undefined ? '' : `      original: text?\n    refers-to: ${given.refersTo}\n`}${given.scores === undefined ? '' : `  scores:\n    files: data/scores.csv\n    id: [person, date, goal]\n    date: date\n    columns: { person: payee, date: date, goal: text, weight: number, score: ratio }\n`}${given.events === undefined ? '' : `  events:\n    files: data/events.csv\n    id: id\n    date: date\n    columns: { id: text, date: date, seller: payee, order: text, event: text, amount: money, total: money? }\n`}people:
  file: data/people.csv
${given.vacant === undefined ? '' : `  vacant: ${given.vacant}\n`}  columns: { id: payee, from: date?, start: date?, end: date?, role: text, rate: ratio, incentive: money?, manager: payee?${given.peopleColumns === undefined ? '' : `, ${given.peopleColumns}`} }
${given.quotas === undefined ? '' : `quotas:\n  file: data/quotas.csv\n  columns: { payee: ${given.quotaPayee ?? 'payee'}, measure: text, from: date, to: date, amount: money }\n${given.quotaLines ?? ''}`}
${given.rates === undefined ? '' : `exchange-rates:\n  file: data/rates.csv\n  columns: { date: date, from: text, to: text, rate: number }\n${given.rateLines ?? ''}`}
`;
  const rows = given.sales.map((row) => {
    const [id, date, seller, coOwner = '', amount = '0', currency = 'USD', type = 'New', coShare = '', original = ''] = row.split(',');
    return [id, date, seller, coOwner, amount, currency, type, coShare, ...(given.refersTo === undefined ? [] : [original])].join(',');
  });
  const plans = typeof given.plans === 'string' ? [given.plans] : given.plans;
  return travel(
    {
      workspace,
      plans,
      files: {
        'data/sales.csv': `id,date,seller,co_owner,amount,currency,type,co_share${given.refersTo === undefined ? '' : ',original'}\n${rows.join('\n')}\n`,
        'data/people.csv': given.people ?? PEOPLE,
        ...(given.quotas === undefined ? {} : { 'data/quotas.csv': `payee,measure,from,to,amount\n${given.quotas.trim()}\n` }),
        ...(given.rates === undefined ? {} : { 'data/rates.csv': `date,from,to,rate\n${given.rates.trim()}\n` }),
        ...(given.scores === undefined ? {} : { 'data/scores.csv': `person,date,goal,weight,score\n${given.scores.join('\n')}\n` }),
        ...(given.events === undefined ? {} : { 'data/events.csv': `id,date,seller,order,event,amount,total\n${given.events.map((row) => row.padEnd(row.length + 6 - (row.split(',').length - 1), ',')).join('\n')}\n` }),
        ...(given.periods === undefined ? {} : { 'data/periods.csv': given.periods }),
      },
    },
    options,
  );
}

/** `ana 2026-Q1: 50` for each payout that is not zero; `all` shows the zeros too. */
export function totals(travelled: Travelled, all = false): string[] {
  expect(travelled.problems.filter((problem) => problem.severity === 'error').map((problem) => `${problem.code} ${problem.message}`)).toEqual([]);
  return travelled.payouts.filter((payout) => all || !payout.total.isZero()).map((payout) => `${payout.payee} ${payout.period.id}: ${decimal(exactText(payout.total))}`);
}

/** A finite decimal where the fraction has one. */
export function decimal(text: string): string {
  const [n, d = '1'] = text.split('/');
  for (let places = 0, scale = 1n; places <= 6; places++, scale *= 10n) {
    if ((BigInt(n!) * scale) % BigInt(d) !== 0n) continue;
    const digits = (BigInt(n!) * scale) / BigInt(d);
    if (places === 0) return `${digits}`;
    const size = `${digits < 0n ? -digits : digits}`.padStart(places + 1, '0');
    return `${digits < 0n ? '-' : ''}${size.slice(0, -places)}.${size.slice(-places)}`;
  }
  return text;
}

/** Messages of one code. */
export function said(travelled: Travelled, code: string): string[] {
  return travelled.problems.filter((problem) => problem.code === code).map((problem) => problem.message);
}

/** The exclusions of the only source: `filtered 1 (T3)`. */
export function excluded({ accounts }: Travelled): string[] {
  return accounts[0]!.excluded.map(({ reason, rows, examples }) => `${reason} ${rows} (${examples.join(' ')})`);
}

/** A plan with one measure `revenue` and one component, `body` being its lines. */
export function plan(body: string, { head = '', credits = 'own: { from: sales, to: seller }', measure = '{ sum: amount, of: own }', effective = '2026-01-01 to 2026-12-31', id = 'field' } = {}): string {
  return `plan: ${id}
effective: ${effective}
${head}
credits:
  ${credits}
measures:
  revenue: ${measure}
components:
  pay:
    commission on: revenue
${body.trimEnd().split('\n').map((line) => `    ${line.trimStart() === line ? line : line}`).join('\n')}
`;
}

/** The same with the plan of each. */
export function totalsByPlan(travelled: Travelled): string[] {
  const plans = travelled.payouts.filter((payout) => !payout.total.isZero()).map(({ plan }) => plan.name);
  return totals(travelled).map((line, at) => line.replace(' ', ` ${plans[at]} `));
}
