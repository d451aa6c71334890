/** A small workspace for tests of the books: monthly commission with a manager's override, in a folder of its own. */
import { World } from '../cli/world.ts';

export const WORKSPACE = `workspace: books
currency: USD
calendar: months
rounding: { to: 0.01, mode: half-up, at: component }
plans: plans/*.yaml
data:
  sales:
    files: data/sales*.csv
    id: id
    date: date
    columns: { id: text, date: date, seller: payee, amount: money(currency), currency: text }
people:
  file: data/people.csv
  columns: { id: payee, name: text, role: text, manager: payee?, rate: ratio }
quotas:
  file: data/quotas.csv
  columns: { payee: payee, measure: text, from: date, to: date, amount: money(USD) }
exchange-rates:
  file: data/rates.csv
  reach-back: 400
  columns: { date: date, from: text, to: text, rate: number }
`;

export const SELLER = `plan: seller
title: Seller
effective: 2026-01-01 to 2026-12-31
for: role == 'AE'
credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount, of: own, quota: { phasing: exact } }
components:
  commission:
    title: Commission
    commission on: revenue
    rate: rate
  bonus:
    title: Bonus
    bonus on: revenue
    target: 100 per period
    steps: { bands: [{ from: 100%, pays: 100% of target }] }
`;

export const MANAGER = `plan: lead
title: Lead
effective: 2026-01-01 to 2026-12-31
for: role == 'Lead'
credits:
  team: { from: sales, to: managers of seller, levels: { 1: 100% } }
measures:
  team_revenue: { sum: amount, of: team }
components:
  override: { title: Override, commission on: team_revenue, rate: 1% }
`;

export const PEOPLE = `id,name,role,manager,rate
ana,Ana,AE,cho,10%
ben,Ben,AE,cho,10%
cho,Cho,Lead,,0%
dan,Dan,Lead,,0%
`;

export const SALES = `id,date,seller,amount,currency
J1,2026-01-10,ana,1000.00,USD
J2,2026-01-31,ben,500.00,USD
J3,2026-01-20,ben,100.00,EUR
F1,2026-02-05,ana,2000.00,USD
F2,2026-02-28,ben,700.00,USD
M1,2026-03-31,ana,300.00,USD
`;

export const RATES = `date,from,to,rate
2026-01-01,EUR,USD,1.10
`;

/** Quotas of 1,000 a month for both. */
export const QUOTAS = `payee,measure,from,to,amount\n${['ana', 'ben'].flatMap((payee) => [['01', 31], ['02', 28], ['03', 31], ['04', 30], ['05', 31], ['06', 30], ['07', 31], ['08', 31], ['09', 30], ['10', 31], ['11', 30], ['12', 31]].map(([month, last]) => `${payee},revenue,2026-${month}-01,2026-${month}-${last},1000\n`)).join('')}`;

export function booksWorld(): World {
  return new World({
    'paycurve.yaml': WORKSPACE,
    'plans/seller.yaml': SELLER,
    'plans/lead.yaml': MANAGER,
    'data/people.csv': PEOPLE,
    'data/sales.csv': SALES,
    'data/quotas.csv': QUOTAS,
    'data/rates.csv': RATES,
  });
}

/** Closes months from January on; the day of closing is the fifth of the month after. */
export async function closeMonths(world: World, count: number): Promise<void> {
  for (let month = 1; month <= count; month++) {
    const id = `2026-${`${month}`.padStart(2, '0')}`;
    const answer = await world.run(`close ${id} --on 2026-${`${month + 1}`.padStart(2, '0')}-05 --complete`);
    if (answer.code !== 0) throw new Error(`${id}: ${answer.err}`);
  }
}

/** Replaces a text in a file; the text must be there. */
export function edit(world: World, file: string, from: string, to: string): void {
  const text = world.read(file);
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  world.write(file, text.replace(from, to));
}

/** Lines of `adjustments --format csv` without the head: `payee,plan,period,name,recorded,recomputed,amount,reason,text`. */
export async function adjustmentsOf(world: World): Promise<string[]> {
  const answer = await world.run('adjustments --format csv --csv-raw');
  if (answer.code !== 0) throw new Error(answer.err);
  return answer.out.trimEnd().split('\n').slice(1);
}
