/** Groups in plans that cannot be meant: each fault has its code, its place and a hint. */
import { expect, test } from 'vitest';
import { calculate, type Case } from '../engine/workbench.ts';

const PEOPLE = 'id,from,start,end,role,rate,incentive,manager,store\nana,,,,AE,5%,12000,,North\n';
const plan = (measure: string, component = 'commission on: m, rate: 5%, gate: g > 0'): string =>
  `plan: p\neffective: 2026-01-01 to 2026-12-31\ncredits:\n  own: { from: sales, to: seller }\nmeasures:\n  m: { sum: amount }\n  g: ${measure}\ncomponents:\n  c: { ${component} }\n`;

/** Codes of the errors with the text they stand at. */
async function errors(plans: string, more: Partial<Case> = {}): Promise<readonly string[]> {
  const done = await calculate({ people: PEOPLE, peopleColumns: 'store: text?', plans, sales: ['T1,2026-01-10,ana,,100'], ...more });
  const wrong = done.problems.filter(({ severity }) => severity === 'error');
  for (const one of wrong) expect(one.hint).toBeDefined();
  return wrong.map(({ code, at }) => `${code} ${at?.source.text.slice(at.start, at.end)}`);
}

const GROUP = '{ sum: amount, across: store }';

test.each([
  ['P172', 'stroe', '{ sum: amount, across: stroe }'],
  ['P172', 'incentive', '{ sum: amount, across: incentive }'],
  ['P172', 'shop', '{ sum: amount, across: { shop: North } }'],
  ['P173', 'g', '{ payouts: all }'],
  ['P173', 'where', "{ payouts: all, across: reports, where: type == 'New' }"],
  ['P173', 'of', '{ payouts: all, across: reports, of: own }'],
  ['P174', 'of', '{ sum: amount, quota: { of: members } }'],
  ['P176', 'g', '{ payouts: nothing, across: reports }'],
  ['P075', 'across', '{ ratio: m / m, across: store }'],
])('%s at %s', async (code, at, measure) => {
  expect(await errors(plan(measure))).toEqual([`${code} ${at}`]);
});

test.each([
  ['P174', 'attainment of g > 1', `commission on: m, rate: 5%, gate: attainment of g > 1`],
  ['P175', 'shared-cap', 'commission on: m, rate: 5%, accumulates: year, shared-cap: { at: 5, across: plan }'],
  ['P177', 'multiplier', 'commission on: m, rate: 5%, budget: { at: 5, across: plan, over: year }, multiplier: { times: 2, when: g > 1 }'],
  ['P178', 'rate-match', 'commission on: m, rate-match: { of: nothing, unmatched: error }'],
  ['P178', 'rate-match', 'commission on: m, rate-match: { of: c, unmatched: error }'],
  ['P177', 'credit-cap', 'commission on: m, rate: 5%, credit-cap: { at: 5, of: deal, excess: 1% }, budget: { at: 5, across: plan, over: year }'],
  ['P101', 'credit-cap', 'commission on: g, rate: 5%, credit-cap: { at: 5, of: deal, excess: lost }'],
  ['P151', 'clawback', 'commission on: g, rate: 5%, clawback: { takes: all, within: any time, rate: re-rate, unmatched: error }'],
  ['P101', 'deal-cap', 'commission on: g, rate: 5%, deal-cap: { at: 5, originals: none }'],
  ['P172', 'company', 'bonus on: m, pool: { fund: 5, across: company, members: last-day, shares: equal, nobody: unspent }'],
  ['P172', 'reports', 'commission on: m, rate: 5%, shared-cap: { at: 5, across: reports }'],
])('%s at %s of a component', async (code, at, component) => {
  expect(await errors(plan(GROUP, component), { quotas: 'ana,g,2026-01-01,2026-03-31,1' })).toEqual([`${code} ${at}`]);
});

test('a column called like a word for groups', async () => {
  expect(await errors(plan('{ sum: amount, across: company }'), { people: PEOPLE.replace(',store', ',company'), peopleColumns: 'company: text?' })).toEqual([`${'P171'} company`]);
});

test('a fund of a larger group serves a smaller one, and not the other way round', async () => {
  const pool = (across: string, fund: string): string => `bonus on: m, pool: { fund: ${fund}, across: ${across}, members: last-day, shares: equal, nobody: unspent }`;
  expect(await errors(plan('{ sum: amount, across: plan }', pool('store', '1% * g')))).toEqual([]);
  expect(await errors(plan('{ sum: amount, across: { store: North } }', pool('plan', '1% * g')))).toEqual([]);
  expect(await errors(plan(GROUP, pool('plan', '1% * g')))).toEqual(['P460 1% * g']);
  expect(await errors(plan(GROUP, pool('store', '"if(attainment of g >= 1, 100, 50)"')), { quotas: 'ana,g,2026-01-01,2026-03-31,1' })).toContain('P460 "if(attainment of g >= 1, 100, 50)"');
});
