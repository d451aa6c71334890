/** A percent sign forgotten in a plan: `gross_margin >= 30` validated clean, closed every gate, and paid 123,000 too little. */
import { expect, test } from 'vitest';
import { edited, lines, PLAN, problemsOf, workspaceOf } from './world.ts';

const MEASURES: readonly [string, string] = ['  revenue: { sum: amount }', '  revenue: { sum: amount }\n  deals: { count: transactions }\n  items: { sum: quantity }\n  margin: { ratio: revenue / revenue }\n  items_a_deal: { ratio: items / deals }'];
const told = (rule: string): string[] => lines(problemsOf([edited(PLAN, [MEASURES, ['rate: 5%', `rate: 5%, ${rule}`]])], workspaceOf())).filter((line) => !line.includes('P091'));

test.each([
  ['gate: margin >= 30', 'margin is a ratio, and 30 beside it is 3000%'],
  ['gate: { when: margin >= 30, else: 50% }', 'margin is a ratio, and 30 beside it is 3000%'],
  ['gate: attainment of revenue >= 80', 'attainment of revenue is a ratio, and 80 beside it is 8000%'],
  ['multiplier: { times: 1.2, when: attainment of revenue > 110 }', 'attainment of revenue is a ratio, and 110 beside it is 11000%'],
  ['multiplier: { times: "min(attainment of revenue, 120)" }', 'attainment of revenue is a ratio, and 120 beside it is 12000%'],
])('%s is refused, as rate: 8 is', (rule, message) => {
  expect(told(rule)).toEqual([`X119 ${message}`]);
});

test('items for each deal may well be twenty: a warning says how it was read', () => {
  expect(told('gate: items_a_deal >= 20')).toEqual(['warning X119 items_a_deal is a ratio, and 20 beside it is 2000%']);
  expect(told('gate: items_a_deal >= 3')).toEqual([]);
});

test('a ratio of a row is held to the same rule', () => {
  expect(lines(problemsOf([edited(PLAN, [['{ sum: amount }', '{ sum: amount, where: helper_share > 40 }']])], workspaceOf()))).toEqual(['X119 helper_share is a ratio, and 40 beside it is 4000%']);
});

test.each([
  ['to: seller', 'to: seller, share: 50', 'the share of own is 50, which is 5000%; a share above one is written with %'],
  ['to: seller', 'to: seller, split: { helper: 40 }', 'the share of helper is 40, which is 4000%; a share above one is written with %'],
  ['rate: 5%', 'target: 10_000 per year, rate: 5%, cap: 300 of target', 'the share of target is 300, which is 30000%; a share above one is written with %'],
  ['rate: 5%', 'target: 10_000 per year, steps: { bands: [ { from: 80%, pays: 50 of target } ] }', 'the share of target is 50, which is 5000%; a share above one is written with %'],
])('%s → %s is refused (P102)', (find, replace, message) => {
  expect(lines(problemsOf([edited(PLAN, [[find, replace]])], workspaceOf()))).toEqual([`P102 ${message}`]);
});

test('a credit of 150 % and three times the target can be written', () => {
  expect(lines(problemsOf([edited(PLAN, [['to: seller', 'to: seller, share: 150%'], ['rate: 5%', 'target: 10_000 per year, rate: 5%, cap: 3 * target']])], workspaceOf()))).toEqual([]);
});
