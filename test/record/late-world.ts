/** The smallest books: one plan of 10 % by months, and whatever payment rules a test gives it. */
import { parse } from 'csv-parse/sync';
import { World } from '../cli/world.ts';

export interface Late {
  readonly sales: string;
  readonly people?: string;
  readonly adjust?: string;
  /** What the source says of late rows. */
  readonly late?: string;
}

export function lateWorld({ sales, people = 'id,name,start,end\nana,Ana,,\n', adjust = '', late }: Late): World {
  return new World({
    'paycurve.yaml': `workspace: late
currency: USD
calendar: months
rounding: { to: 0.01, mode: half-up, at: component }
plans: plans/*.yaml
data:
  sales:
    files: data/sales*.csv
    id: id
    date: date
${late === undefined ? '' : `    late: ${late}\n`}    columns: { id: text, date: date, seller: payee, amount: money }
people:
  file: data/people.csv
  id: id
  start: start
  end: end
  columns: { id: payee, name: text, start: date?, end: date? }
`,
    'plans/p.yaml': `plan: p
effective: 2026-01-01 to 2026-12-31
credits: { own: { from: sales, to: seller } }
measures: { revenue: { sum: amount } }
components:
  c: { commission on: revenue, rate: 10% }
${adjust === '' ? '' : `adjust:\n${adjust}`}`,
    'data/people.csv': people,
    'data/sales.csv': `id,date,seller,amount\n${sales}`,
  });
}

/** Rows that arrive after the books were closed. */
export function arrive(world: World, rows: string): void {
  world.write('data/sales-late.csv', `id,date,seller,amount\n${rows}`);
}

/** `close ID` for each, on the fifth of the month after. */
export async function close(world: World, first: number, last: number, more = ''): Promise<void> {
  for (let month = first; month <= last; month++) {
    const two = (n: number): string => `${n}`.padStart(2, '0');
    const answer = await world.run(`close 2026-${two(month)} --on 2026-${two(month + 1)}-05 --complete ${month === first ? more : ''}`.trim());
    if (answer.code !== 0) throw new Error(answer.err);
  }
}

/** What ana is paid, period by period. */
export async function paidOf(world: World, payee = 'ana'): Promise<string[]> {
  const answer = await world.run('run -q --format csv');
  if (answer.code !== 0) throw new Error(answer.err);
  const [head, ...rows] = parse(answer.out) as string[][];
  const at = (name: string): number => head!.indexOf(name);
  const key = at('payable') < 0 ? at('paid') : at('payable');
  return [...new Map(rows.filter((row) => row[at('payee')] === payee || row[at('person')] === payee).map((row) => [row[at('period')], `${row[at('period')]} ${row[key]}`])).values()];
}
