/** Rules on the sum of components that overlap: each starts from what the one before left to every component. */
import { describe, expect, test } from 'vitest';
import { calculate, totals } from './workbench.ts';

const PLAN = (adjust: string): string => `plan: field
effective: 2026-01-01 to 2026-12-31
credits: { own: { from: sales, to: seller } }
measures:
  new: { sum: amount, of: own, where: "type == 'New'" }
  old: { sum: amount, of: own, where: "type == 'Renewal'" }
components:
  a: { commission on: new, rate: 10% }
  b: { commission on: old, rate: 10% }
adjust:
${adjust}
`;

const sales = ['T1,2026-02-01,ana,,1000,USD,New', 'T2,2026-02-02,ana,,9000,USD,Renewal'];

describe('rules on overlapping components', () => {
  test.each([
    // 100 and 900, cut to 500 as 50 and 450, then b to 300
    ['two caps (paid −100 when all of the first cap was taken from its first component)', '  - cap: { at: 500, of: [a, b] }\n  - cap: { at: 300, of: [b] }', '350'],
    // 50 and 450; a has 50 already
    ['a floor after a cap (paid 950 under a cap of 500)', '  - cap: { at: 500, of: [a, b] }\n  - floor: { at: 50, even-if-zero: true, of: [a] }', '500'],
    // 33.33 and 300.00 (333.33 in cents by largest remainder), then a to 10
    ['shares are whole cents that sum to the whole', '  - cap: { at: 333.33, of: [a, b] }\n  - cap: { at: 10, of: [a] }', '310'],
  ])('%s', async (_name, adjust, pays) => {
    expect(totals(await calculate({ plans: PLAN(adjust), sales })).filter((line) => line.startsWith('ana'))).toEqual([`ana 2026-Q1: ${pays}`]);
  });
});
