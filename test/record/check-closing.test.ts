/** A close once wrote a record that forgot a balance, and verify then said that somebody had changed it. */
import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import { checkBooks, checkClosing, type PeriodRecord } from '../../src/record/index.ts';
import { Exact, ZERO } from '../../src/value/exact.ts';

const exact = (n: number): Exact => Exact.scaled(n, 0);

/** A record of nothing but one payment, which opens and closes a draw. */
function record(number: number, opening: number, closing: number, more: Partial<PeriodRecord> = {}): PeriodRecord {
  const front = { payee: 'ana', plan: 'p', version: 0, currency: 'USD' };
  const ends = { opening: exact(opening), closing: exact(closing) };
  const paid = exact(opening - closing);
  const head = { number, period: { id: `2026-0${number}`, from: 0, to: 30 }, files: [], totals: [{ currency: 'USD', people: 1, opening: `${opening}`, components: '0', other: '0', prior: '0', earned: '0', paid: `${opening - closing}`, closing: `${closing}` }] };
  return {
    head: head as unknown as PeriodRecord['head'],
    payouts: [], lines: [], steps: [], prior: [], credits: [], restated: [], excluded: [], people: [],
    payments: [{ ...front, ...ends, earned: ZERO, paid, zeroBecause: undefined, entries: undefined }],
    balances: [{ ...front, ...ends, account: 'draw', state: undefined }],
    ...more,
  };
}

describe('what would not hold is not written', () => {
  it('a period that goes on from the one before is written', () => {
    const problems = new Problems();
    checkClosing(record(2, -900, -100), record(1, 0, -900), 'records', problems);
    expect(problems.all).toEqual([]);
  });

  it('a balance that is forgotten is refused, and nobody is told to restore a backup', () => {
    const problems = new Problems();
    checkClosing(record(2, 0, 0), record(1, 0, -900), 'records', problems);
    expect(problems.all.map(({ code, message }) => `${code} ${message}`)).toEqual(['B007 records/0002/balances.csv: ana in p closed draw with -900 in 2026-01, and opens it with 0']);
    expect(problems.all[0]!.hint).toContain('nothing was written');
  });

  it('verify does not call what an early paycurve wrote a forgery', () => {
    const problems = new Problems();
    checkBooks({ records: [record(1, 0, -900), record(2, 0, 0)], unfinished: [] }, 'records', problems);
    expect(problems.all[0]!.hint).toContain('by an entry of the adjustments file');
  });

  it('differences in one currency that are paid in another are found', () => {
    const problems = new Problems();
    const prior = [{ payee: 'ana', plan: 'p', period: '2026-01', line: 'component', name: 'c', currency: 'EUR', recorded: ZERO, recomputed: exact(100), amount: exact(100), reason: 'late-deal', text: 'late', quota: undefined }];
    const steps = [{ payee: 'ana', plan: 'p', version: 0, order: '001', step: '13', name: 'prior-period', account: undefined, cost: exact(100), change: exact(100), text: 'late' }];
    checkBooks({ records: [record(1, 0, 0, { prior, steps })], unfinished: [] }, 'records', problems);
    expect(problems.all.map(({ message }) => message)).toEqual(expect.arrayContaining(['records/0001/adjustments.csv: the differences of closed periods and the steps that pay them differ by 100 EUR', 'records/0001/adjustments.csv: the differences of closed periods and the steps that pay them differ by -100 USD']));
  });
});
