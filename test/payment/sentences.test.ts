/** What the plan document says of parts, weeks and caps to date. */
import { expect, test } from 'vitest';
import type { Words } from '../../src/mechanic/mechanic.ts';
import { exactText } from '../../src/value/display.ts';
import { Exact } from '../../src/value/exact.ts';
import { balancesFromSentence } from '../../src/plan/balances-from.ts';
import { PLAN, planOf } from '../plan/world.ts';

const words = { money: (amount: Exact) => `${exactText(amount)} USD`, percent: (share: Exact) => `${exactText(share.times(Exact.of(100)))} %` } as unknown as Words;

test.each([
  ['instalments: { parts: 3 }', 'It is paid in 3 equal parts, the first at once and one in each period after. When the person leaves, the rest is paid as if they were still there.'],
  ['instalments: { parts: 3, every: 2 }', 'It is paid in 3 equal parts, the first at once and one every 2 periods after. When the person leaves, the rest is paid as if they were still there.'],
  ['instalments: { parts: [75%, 20%, 5%], after: [0, 1, 12], on-leaving: pay }', 'It is paid in 3 parts: 75 % at once, 20 % in the next period and 5 % 12 periods later. When the person leaves, the rest is paid with the last pay.'],
  ['instalments: { parts: 2, after: [1, 3] }', 'It is paid in 2 equal parts: in the next period and 3 periods later. When the person leaves, the rest is paid as if they were still there.'],
  ['guarantee: 825 per week', 'At least 825 USD for each week that ends on a Sunday of the period is paid; what is added is not paid back.'],
  ['guarantee: { least: { 1: 825 per week ending Friday, 4: 0 } }', 'At least 825 USD for each week that ends on a Friday of the period from month 1 of service, nothing from month 4 of service is paid; what is added is not paid back.'],
  ['payment-cap: { at: 100 per month, over: year, at-end: pay }', 'At most 100 USD a month is paid, counted to date in each year; the excess waits for periods with room, and is paid at the end of each year.'],
  ['payment-cap: { at: 100 per month, over: quarter }', 'At most 100 USD a month is paid, counted to date in each quarter; the excess waits for periods with room.'],
])('%s', (rule, sentence) => {
  const [applied] = planOf(`${PLAN}adjust:\n  - ${rule}\n`).payments;
  expect(applied!.mechanic.describe(applied!.config, words)).toBe(sentence);
});

test('balances that come along', () => {
  const rules = 'adjust:\n  - draw: { recoverable: 1_000 per month }\n  - instalments: { parts: 2 }\n';
  expect(balancesFromSentence(planOf(PLAN + rules))).toBeUndefined();
  expect(balancesFromSentence(planOf(`balances-from: junior\n${PLAN}${rules}`))).toBe('Who comes from plan junior brings along what stands there on draw and instalments: it goes on here as if it had begun here, and is neither paid, collected nor forgiven on leaving there.');
  expect(balancesFromSentence(planOf(`balances-from: [junior, temp, junior]\n${PLAN}${rules}`))).toMatch(/^Who comes from the plans junior and temp brings along/);
});
