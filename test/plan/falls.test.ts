/** A decelerator read whole: who sells 100,000 is paid 2,000 less than who sells a cent less, and nothing said so (COM-23). */
import { expect, test } from 'vitest';
import { edited, PLAN, problemsOf, workspaceOf } from './world.ts';

const found = (component: string): readonly string[] =>
  problemsOf([edited(PLAN, [['  sales: { commission on: revenue, rate: 5% }', component.replace(/^/gm, '  ')], ['  revenue: { sum: amount }', '  revenue: { sum: amount }\n  deals: { count: transactions }']])], workspaceOf()).filter(({ code, severity }) => code === 'P120' || severity === 'error').map(({ severity, message }) => `${severity}: ${message}`);

test.each([
  ['tiers: { read: whole, rates: [ { to: 100_000, rate: 5% }, { rate: 3% } ] }', 'sales pays 2,000.00 USD less from 100,000.00 USD of revenue on than just below it'],
  ['tiers: { read: whole, edge: upper-inclusive, rates: [ { to: 100_000, rate: 5% }, { rate: 3% } ] }', 'sales pays 2,000.00 USD less above 100,000.00 USD of revenue than at it'],
  ['tiers: { read: whole, by: attainment of revenue, rates: [ { to: 100%, rate: 5% }, { to: 120%, rate: 4% }, { rate: 3.5% } ] }', 'sales pays 1 % of the quota less from 100 % of the quota on than just below it, and falls at 1 more place'],
  ['tiers: { read: overage, by: attainment of revenue, rates: [ { to: 100%, rate: 5% }, { to: 150%, rate: 8% }, { rate: 6% } ] }', 'sales pays 1 % of the quota less from 150 % of the quota on than just below it'],
  ['steps: { bands: [ { from: 80%, pays: 50% of target }, { from: 100%, pays: 40% of target } ] }\n  target: 1_000 per period', 'sales pays 10 % of the target less from 100 % of the quota on than just below it'],
  ['steps: { bands: [ { from: 80%, pays: 500 }, { from: 100%, pays: 400 } ] }', 'sales pays 100.00 USD less from 100 % of the quota on than just below it'],
  ['curve: { points: { 80%: 500, 100%: 1_000, 120%: 900 }, above: flat }', 'sales pays less and less above 100 % of the quota'],
  ['rate: 5%\n  multiplier: { by: attainment of revenue, from: [0%, 100%], gives: [1, 0.8] }', 'sales pays 1 % of the quota less from 100 % of the quota on than just below it'],
])('%s', (pays, message) => expect(found(`sales:\n  commission on: revenue\n  ${pays}`)).toEqual([`warning: component ${message}`]));

test.each([
  ['marginal tiers with a lower rate', 'tiers: { read: marginal, rates: [ { to: 100_000, rate: 5% }, { rate: 3% } ] }'],
  ['whole tiers that rise', 'tiers: { read: whole, rates: [ { to: 100_000, rate: 3% }, { rate: 5% } ] }'],
  ['a rate that only the people file knows', 'tiers: { read: whole, rates: [ { to: 100_000, rate: 5% }, { rate: icr } ] }\n  target: target_incentive per period'],
  ['bands that only fall: few are better', 'steps: { by: deals, bands: [ { from: 0, pays: 500 }, { from: 3, pays: 200 }, { from: 5, pays: 0 } ] }'],
  ['a gate on another measure', 'rate: 5%\n  gate: deals >= 3'],
  ['a decelerating factor on another measure', 'rate: 5%\n  multiplier: { by: deals, from: [0, 10], gives: [1, 0.8] }'],
  ['a rate that runs in a line', 'curve: { points: { 80%: 4%, 100%: 6% }, gives: rate, above: flat }'],
  ['a cap', 'rate: 5%\n  cap: 1_000'],
])('no word about %s', (_name, pays) => expect(found(`sales:\n  commission on: revenue\n  ${pays}`)).toEqual([]));

test('a mixture of amounts and rates is told only where it falls with every quota', () => {
  expect(found('sales:\n  commission on: revenue\n  target: 100 per period\n  steps: { bands: [ { from: 80%, pays: 50% of target }, { from: 100%, pays: 900 } ] }')).toEqual([]);
});
