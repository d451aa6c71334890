/** Every ready-made plan: its own cases hold, and its sample data runs without an error or a warning. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ROOT, runWorkspace } from '../payout-run.ts';
import { differences, readSuite } from './cases.ts';

// A busy machine may take longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const PLANS = readdirSync(join(ROOT, 'plans'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

it('there are at least ten ready-made plans', () => {
  expect(PLANS.length).toBeGreaterThanOrEqual(10);
});

const SUITES = await Promise.all(PLANS.map(async (name) => [name, await readSuite(`plans/${name}/plans/${name}.test.yaml`)] as const));

describe.each(SUITES)('plans/%s', (name, suite) => {
  it.each(suite.suite.cases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    expect(await differences(suite, one)).toEqual([]);
  });

  it('the sample data runs, pays somebody, and accounts for every row', async () => {
    const { payouts, accounts, problems } = await runWorkspace(`plans/${name}`);
    expect(problems.all.map((one) => `${one.code} ${one.message}`)).toEqual([]);
    expect(payouts.some((payout) => payout.total.sign() > 0)).toBe(true);
    for (const account of accounts) expect(account.credited + account.rejected + account.excluded.reduce((count, one) => count + one.rows, 0)).toBe(account.read);
  });
});
