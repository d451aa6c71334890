/** Every payout of the AdventureWorks example equals the independent exact computation, and its sales the publisher's figures. */
import { describe, expect, it, vi } from 'vitest';
import { errorsOf, runWorkspace } from '../payout-run.ts';
import { digits, earnedLines, linesOf } from './expected.ts';

// A busy machine may take longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const FOLDER = 'examples/adventureworks';

describe('the AdventureWorks example', () => {
  it('pays representatives and managers what the independent computation says, to the last cent', async () => {
    const ran = await runWorkspace(FOLDER);
    const { payouts, accounts } = ran;
    expect(errorsOf(ran)).toEqual([]);
    const of = (plan: string) => payouts.filter((payout) => payout.plan.name === plan);
    expect(earnedLines(of('sales-representative'))).toEqual(linesOf(`${FOLDER}/expected/sales-representative.csv`));
    expect(earnedLines(of('sales-manager'))).toEqual(linesOf(`${FOLDER}/expected/sales-manager.csv`));
    const paid = of('sales-representative').map((one) =>
      [one.payee, one.period.id, digits(one.total, 2), one.paid.currency, one.paid.rate === undefined ? '1' : digits(one.paid.rate), digits(one.paid.amount, 2)].join(','),
    );
    expect(paid).toEqual(linesOf(`${FOLDER}/expected/sales-representative.paid.csv`));
    const orders = accounts.find((account) => account.source === 'orders')!;
    expect([orders.read, orders.credited, orders.rejected]).toEqual([3806, 3806, 0]);
    for (const account of accounts) expect(account.credited + account.rejected + account.excluded.reduce((sum, one) => sum + one.rows, 0)).toBe(account.read);
  });

  it.each(['tiers-marginal', 'tiers-whole', 'tiers-calendar-quarters', 'tiers-year-to-date'])('%s pays what the independent computation says', async (design) => {
    const ran = await runWorkspace(FOLDER, { plans: [`designs/${design}.yaml`] });
    expect(errorsOf(ran)).toEqual([]);
    expect(earnedLines(ran.payouts)).toEqual(linesOf(`${FOLDER}/expected/${design}.csv`));
  });

  it('finds the SalesYTD that the publisher printed, to the fourth decimal, for all 17 salespeople', async () => {
    const { payouts } = await runWorkspace(FOLDER, { plans: ['checks/published-sales.yaml'] });
    const last = payouts.filter((payout) => payout.period.id === 'FY2014-Q4' && payout.payee !== '273');
    const found = last.map((payout) => `${payout.payee},${digits(payout.components[0]!.base.value!, 4)}`);
    expect(found).toEqual(linesOf(`${FOLDER}/data/published_sales_ytd.csv`));
    expect(found).toHaveLength(17);
  });
});
