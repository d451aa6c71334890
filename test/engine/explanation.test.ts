/** What the tree of a payout says: every number that went in is there, with its place. By hand. */
import { describe, expect, test } from 'vitest';
import type { Travelled } from '../arbitrary/road.ts';
import { calculate, plan } from './workbench.ts';

function errors({ problems }: Travelled): string[] {
  return problems.filter((problem) => problem.severity === 'error').map((problem) => `${problem.code} ${problem.message}`);
}

describe('a payout of zero says which way it came there', () => {
  const zero = async (amount: string, adjust: string, incentive = '0'): Promise<string | undefined> => {
    const people = `id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,${incentive},\n`;
    const done = await calculate({ people, plans: plan('rate: 10%', { head: `adjust:\n  - ${adjust}` }), sales: [`T1,2026-02-01,ana,,${amount}`] });
    expect(errors(done)).toEqual([]);
    return done.payouts[0]!.zero;
  };

  test('A25: a floor that lifts a negative result to zero gave, and did not take', async () => {
    expect(await zero('-24000', 'floor: { at: "coalesce(incentive, 0)", even-if-zero: true }')).toBe('plan-level rules raised the negative -2,400.00 USD to zero (floor: -2,400.00 USD is raised to 0.00 USD by the floor of 0.00 USD)');
  });

  test('a cap of zero took what was earned, and says how much', async () => {
    expect(await zero('5000', 'cap: { at: "coalesce(incentive, 0)" }')).toBe('plan-level rules took all of the 500.00 USD that was earned (cap: 500.00 USD is cut to 0.00 USD by the cap of 0.00 USD; 500.00 USD is lost)');
  });

  test('nothing earned and nothing changed is told by the component', async () => expect(await zero('0', 'cap: 100')).toBe('0.00 USD of revenue × 10 % = 0.00 USD'));
});
