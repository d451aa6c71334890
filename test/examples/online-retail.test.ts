/** Every payout of the Online Retail example, with its returns and cancellations, equals the independent exact computation. */
import { expect, it, vi } from 'vitest';
import { errorsOf, runWorkspace } from '../payout-run.ts';
import { earnedLines, linesOf } from './expected.ts';

// A busy machine may take longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const FOLDER = 'examples/online-retail';

it('pays every person and month what the independent computation says, to the last penny', async () => {
  const ran = await runWorkspace(FOLDER);
  expect(errorsOf(ran)).toEqual([]);
  expect(earnedLines(ran.payouts)).toEqual(linesOf(`${FOLDER}/expected/territory-manager.csv`));
});

it('accounts for every line: credited, excluded with a reason, or repeated', async () => {
  const { accounts } = await runWorkspace(FOLDER);
  const expected = new Map(linesOf(`${FOLDER}/expected/rows.csv`).map((line) => line.split(',') as [string, string]));
  const [account] = accounts;
  const rows = (reason: string): string => String(account!.excluded.find((one) => one.reason === reason)?.rows ?? 0);
  expect(String(account!.read)).toBe(expected.get('read'));
  expect(String(account!.credited)).toBe(expected.get('credited'));
  expect(rows('repeat')).toBe(expected.get('duplicate'));
  expect(Number(rows('no-payee')) + Number(rows('filtered'))).toBe(Number(expected.get('no rep')) + Number(expected.get('service code')));
});
