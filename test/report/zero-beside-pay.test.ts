/** zero_because stood beside 5,000.00 of pay and told only of a commission of zero. */
import { expect, test } from 'vitest';
import { zeroOf } from '../../src/report/payment.ts';
import { pay } from '../payment/bench.ts';

test('a total of zero beside pay says which rules paid', async () => {
  const { payouts } = await pay({ adjust: '- guarantee: { least: 1_000 per month }\n- hold: { share: 10%, for: 2 }', earned: ['0', '0', '500'], start: '2026-01-01' });
  const why = '0.00 USD of revenue × 100 % = 0.00 USD';
  expect(payouts.map(zeroOf).slice(0, 3)).toEqual([`${why}; nothing was credited to extra; nothing was credited to goal; then guarantee +1,000.00 USD, hold -100.00 USD`, `${why}; nothing was credited to extra; nothing was credited to goal; then guarantee +1,000.00 USD, hold -100.00 USD`, undefined]);
});

test('without pay the reason stands alone', async () => {
  const { payouts } = await pay({ earned: ['0'] });
  expect(zeroOf(payouts[0]!)).toBe(payouts[0]!.zero);
});
