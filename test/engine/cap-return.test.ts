/** The page of `cap` covered in letter, but did not tell, that a return takes back commission which a yearly cap had cut. */
import { expect, test } from 'vitest';
import { calculate, totals } from './workbench.ts';

const plan = (rest: string): string => `plan: p\neffective: 2026-01-01 to 2026-12-31\ncredits:\n  own: { from: sales, to: seller }\nmeasures:\n  revenue: { sum: amount }\ncomponents:\n  sales:\n    commission on: revenue\n    rate: 10%\n${rest}`;
// 300 earned in the first quarter, 200 taken back in the second
const sales = ['T1,2026-02-01,ana,,3000', 'T2,2026-05-01,ana,,-2000'];

test('over a year the return is taken off what the cap had left', async () => {
  expect(totals(await calculate({ plans: plan('    cap: { at: 100, over: year }\n'), sales }))).toEqual(['ana 2026-Q1: 100', 'ana 2026-Q2: -200']);
});

test('in a component that accumulates, a cap without over caps what the year comes to', async () => {
  expect(totals(await calculate({ plans: plan('    accumulates: year\n    cap: 100\n'), sales }), true).slice(0, 2)).toEqual(['ana 2026-Q1: 100', 'ana 2026-Q2: 0']);
});
