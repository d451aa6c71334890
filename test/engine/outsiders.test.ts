/** A role spelt `Ae` dropped E101 from every plan, 28,000 were not paid, and nothing said so: the manager's plan still credited the rows. */
import { expect, test } from 'vitest';
import { calculate, plan, said, type Case } from './workbench.ts';

const PEOPLE = `id,from,start,end,role,rate,incentive,manager
E101,,,,Ae,5%,,M201
E102,,,2026-03-31,AE,5%,,M201
M201,,,,Manager,5%,,
V1,,,,VP,5%,,
`;
const SELLERS = plan('rate: 10%', { head: "for: role == 'AE'", id: 'sellers' });
const MANAGERS = plan('rate: 1%', { head: "for: role == 'Manager'", id: 'managers', credits: 'team: { from: sales, to: managers of seller }', measure: '{ sum: amount, of: team }' });
const SALES = ['T1,2026-02-01,E101,,100', 'T2,2026-02-03,E101,,100', 'T3,2026-02-05,E102,,100', 'T4,2026-05-05,E102,,100'];

const run = (over: Partial<Case> = {}, everyPlan = true) => calculate({ plans: [SELLERS, MANAGERS], people: PEOPLE, sales: SALES, ...over }, { everyPlan });

test('a seller whom a role typo drops from every plan is named, with the role that was meant', async () => {
  const done = await run();
  expect(said(done, 'R013')).toEqual(['1 person is in no plan on days for which they have sales or quotas: E101 (2 rows from 2026-02-01)']);
  const [warning] = done.problems.filter((problem) => problem.code === 'R013');
  expect(warning!.severity).toBe('warning');
  expect(warning!.hint).toBe('role of E101 is Ae, did you mean AE? correct data/people.csv:2');
  expect(warning!.at!.source.text.slice(warning!.at!.start, warning!.at!.end)).toBe("role == 'AE'");
});

test('a quota is enough: the person need not have sold anything', async () => {
  const quotas = 'V1,revenue,2026-01-01,2026-12-31,1000\nV1,calls,2026-01-01,2026-12-31,1000\nE102,revenue,2026-01-01,2026-12-31,1000';
  expect(said(await run({ quotas, people: PEOPLE.replace(',Ae,', ',AE,') }), 'R013')).toEqual(['1 person is in no plan on days for which they have sales or quotas: V1 (1 quota record)']);
});

test('several are counted, five are named; a promotion into a role without a plan counts from its day', async () => {
  const people = `${PEOPLE}${[1, 2, 3, 4, 5].map((n) => `Z${n},2026-01-01,,,AE,5%,,\nZ${n},2026-03-01,,,Mangaer,5%,,`).join('\n')}\n`;
  const sales = [...SALES, ...[1, 2, 3, 4, 5].flatMap((n) => [`A${n},2026-02-10,Z${n},,100`, `B${n},2026-03-10,Z${n},,100`])];
  const done = await run({ people, sales });
  expect(said(done, 'R013')).toEqual(['6 people are in no plan on days for which they have sales or quotas: E101 (2 rows from 2026-02-01), Z1 (1 row from 2026-03-10), Z2 (1 row from 2026-03-10), Z3 (1 row from 2026-03-10), Z4 (1 row from 2026-03-10) and 1 more']);
});

test('nobody is warned of: a leaver, a manager of sellers, rows before the plans, a run of one plan of several', async () => {
  const people = PEOPLE.replace(',Ae,', ',AE,').replace('Manager', 'Lead');
  expect(said(await run({ people, plans: [SELLERS], sales: [...SALES, 'T9,2025-12-31,E101,,100'] }), 'R013')).toEqual([]);
  expect(said(await run({}, false), 'R013')).toEqual([]);
});

test('sellers whom a plan of managers counts only for the company were called people without a plan', async () => {
  const head = "plan: leads\neffective: 2026-01-01 to 2026-12-31\nfor: role == 'Lead'\n";
  const leads = (across: string): string => `${head}credits: { own: { from: sales, to: seller } }\nmeasures: { turnover: { sum: amount, across: ${across} } }\ncomponents: { c: { bonus on: turnover, rate: 1% } }\n`;
  const people = 'id,from,start,end,role,rate,incentive,manager\nmia,,,,Lead,5%,,\nana,,,,AE,5%,,mia\n';
  expect(said(await run({ plans: [leads('company')], people, sales: ['T1,2026-02-01,ana,,100'] }), 'R013')).toEqual([]);
  // in a measure of the plan itself they count for nobody
  expect(said(await run({ plans: [leads('plan')], people, sales: ['T1,2026-02-01,ana,,100'] }), 'R013')).toEqual(['1 person is in no plan on days for which they have sales or quotas: ana (1 row from 2026-02-01)']);
});

test('M4: a return that was credited under the plan its owner has left is no row in no plan', async () => {
  const people = `${PEOPLE.replace(',Ae,', ',AE,')}L1,2026-01-01,,,AE,5%,,\nL1,2026-03-01,,,Guest,5%,,\n`;
  const sellers = plan('rate: 10%\nclawback: { takes: all, within: any time, rate: original, attainment: keep, unmatched: error }', { head: "for: role == 'AE'", id: 'sellers' });
  const sales = ['T1,2026-02-10,L1,,100', 'R1,2026-03-10,L1,,-100,USD,New,,T1', 'T2,2026-03-12,L1,,100'];
  expect(said(await run({ people, sales, plans: [sellers, MANAGERS], refersTo: 'original' }), 'R013')).toEqual(['1 person is in no plan on days for which they have sales or quotas: L1 (1 row from 2026-03-12)']);
});
