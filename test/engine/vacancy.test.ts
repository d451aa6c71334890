/** A vacant seat is worked out like any other, shown, and paid to nobody (CRD-15). */
import { expect, test } from 'vitest';
import { exactText } from '../../src/value/display.ts';
import { travel } from '../arbitrary/road.ts';
import { steps } from './steps.ts';
import { plan, said } from './workbench.ts';

const run = (people: string) =>
  travel(
    {
      workspace: `workspace: bench
currency: USD
calendar: quarters
rounding: { to: 0.01, mode: half-up, at: component }
plans: plans/*.yaml
data: { sales: { files: data/sales.csv, id: id, date: date, columns: { id: text, date: date, seller: payee, amount: money } } }
people: { file: data/people.csv, columns: { id: payee, from: date?, vacant: yes/no? } }
`,
      plans: [plan('rate: 5%')],
      files: { 'data/sales.csv': 'id,date,seller,amount\nT1,2026-01-05,seat,10000\nT2,2026-01-05,ana,200\n', 'data/people.csv': people },
    },
    { steps: true },
  );

test('own example CRD-15: 10,000 at 5 % is 500 of vacancy money, paid 0', async () => {
  const done = await run('id,from,vacant\nseat,,yes\nana,,\n');
  expect(done.payouts.map(({ payee, total, paid, vacant }) => `${payee} ${exactText(total)} ${exactText(paid.amount)} ${vacant === true}`)).toEqual(['ana 10 10 false', 'seat 500 0 true']);
  expect(steps(done).join('\n')).toContain('a vacant seat: 500.00 USD is vacancy money and paid to nobody');
});

test('a seat that is filled inside the period is refused', async () => {
  expect(said(await run('id,from,vacant\nseat,2026-01-01,yes\nseat,2026-02-10,no\nana,,\n'), 'R052')).toEqual(['seat is a vacant seat for a part of 2026-Q1 only']);
});
