/** A measure of another person, whom a column of the payee names: the manager's own result as a gate (LNK-10). */
import { expect, test } from 'vitest';
import { codesOf } from '../arbitrary/road.ts';
import { calculate, said, totals, type Case } from './workbench.ts';

const PEOPLE = 'id,from,start,end,role,rate,incentive,manager,mentor\nana,,,,AE,5%,,mia,bo\nbo,,,,AE,5%,,mia,\nmia,,,,M,5%,,,\n';
const plan = (across: string, gate = 'theirs >= 1_000'): string => `plan: p\neffective: 2026-01-01 to 2026-12-31\nfor: role == 'AE'\ncredits:\n  own: { from: sales, to: seller }\nmeasures:\n  revenue: { sum: amount }\n  theirs: { sum: amount, across: ${across} }\ncomponents:\n  pay: { commission on: revenue, rate: 10%, gate: ${gate} }\n`;
const run = (plans: string, sales: readonly string[], more: Partial<Case> = {}) => calculate({ people: PEOPLE, peopleColumns: 'mentor: payee?', plans, sales, ...more });
const sales = (mia: string): readonly string[] => ['T1,2026-01-10,ana,,100', 'T2,2026-01-10,bo,,200', `T3,2026-01-10,mia,,${mia}`];

test.each([
  ['999.99', []],
  ['1000', ['ana 2026-Q1: 10', 'bo 2026-Q1: 20']],
  ['1000.01', ['ana 2026-Q1: 10', 'bo 2026-Q1: 20']],
] as const)('the manager sold %s, in no plan of theirs, and 1,000 open the gate', async (mia, paid) => {
  const done = await run(plan('{ id: { of: manager } }'), sales(mia));
  expect(totals(done)).toEqual(paid);
});

test('a blank column has nobody to measure: the gate is closed and says so', async () => {
  const done = await run(plan('{ id: { of: mentor } }', 'theirs >= 200'), sales('0'));
  // bo, the mentor of ana, sold 200; bo has no mentor
  expect(totals(done)).toEqual(['ana 2026-Q1: 10']);
  expect(done.payouts.find(({ payee }) => payee === 'bo')?.components[0]?.zero).toContain('mentor of bo is blank, so there is no group to measure');
});

test('the team whom a person in a column leads', async () => {
  const people = PEOPLE.replace('ana,,,,AE,5%,,mia,bo', 'ana,,,,AE,5%,,,mia');
  // mia, the mentor of ana, leads bo: 200
  expect(totals(await run(plan('{ manager: { of: mentor } }', 'theirs >= 200'), sales('0'), { people }))).toEqual(['ana 2026-Q1: 10']);
});

test('a column that is none of people is refused', async () => {
  expect(codesOf(await run(plan('{ id: { of: mangaer } }'), sales('0')))).toContain('P172!');
  expect(said(await run(plan('{ id: { of: rate } }'), sales('0')), 'P172')).toEqual(['rate of people is no text, so it cannot tell groups apart']);
});

test('what the group earns is not added up through a column', async () => {
  const plans = plan('{ id: { of: manager } }').replace('theirs: { sum: amount,', 'theirs: { payouts: all,');
  expect(codesOf(await run(plans, sales('0')))).toContain('P173!');
});
