/** What a review found paid or passed in silence, and is refused, warned of or told since: codes and words of the engine. */
import { describe, expect, test } from 'vitest';
import { exactText, travel, type Travelled } from '../arbitrary/road.ts';
import { calculate, decimal, plan, said, totals, type Case } from '../engine/workbench.ts';

const errors = (done: Travelled): string[] => done.problems.filter((problem) => problem.severity === 'error').map((problem) => problem.code);
const PEOPLE = 'id,from,start,end,role,rate,incentive,manager\n';
const sales = ['T1,2026-02-10,ana,,100', 'T2,2026-05-10,ana,,100'];

describe('versions of a plan', () => {
  const halves = (body: string, head = ''): string[] => [plan(body, { effective: '2026-01-01 to 2026-06-30' }), plan(body, { effective: '2026-07-01 to 2026-12-31', head })];

  test('another currency in a version that continues added euros and dollars', async () => {
    const done = await calculate({ plans: halves('accumulates: year\nrate: 10%', 'on-version-change: accumulate\ncurrency: EUR'), rates: '2026-01-01,USD,EUR,0.5', rateLines: '  reach-back: 400', sales });
    expect(errors(done).filter((code) => code.startsWith('P'))).toHaveLength(1);
  });

  test('another currency in a version that restarts is nobody’s loss', async () => {
    const done = await calculate({ plans: halves('accumulates: year\nrate: 10%', 'on-version-change: restart\ncurrency: EUR'), rates: '2026-01-01,USD,EUR,0.5', rateLines: '  reach-back: 400', sales });
    expect(errors(done)).toEqual([]);
  });

  test.each(['cap', 'floor'])('a %s over the year does not say what a new version does to it', async (what) => {
    expect(errors(await calculate({ plans: halves(`rate: 10%\n${what}: { at: 100, over: year }`), sales }))).toEqual(['P063']);
    expect(errors(await calculate({ plans: halves(`rate: 10%\n${what}: { at: 100, over: half }`), sales })), 'the half ends with the version').toEqual([]);
    expect(errors(await calculate({ plans: halves(`rate: 10%\n${what}: { at: 100, over: year }`, 'on-version-change: restart'), sales }))).toEqual([]);
  });

  test.each(['cap', 'floor'])('a %s of the plan over the year does not say it either', async (what) => {
    const whole = halves('rate: 10%').map((text) => `${text}adjust:\n  - ${what}: { at: 100, over: year }\n`);
    expect(errors(await calculate({ plans: whole, sales }))).toEqual(['P063']);
  });
});

describe('people', () => {
  test('R007: a rate that changed in an earlier period of the year to date', async () => {
    const people = `${PEOPLE}ana,2020-01-01,,,AE,5%,,\nana,2026-04-01,,,AE,10%,,\n`;
    const done = await calculate({ people, plans: plan('accumulates: year\ntiers:\n      read: marginal\n      rates:\n        - { rate: rate }'), sales });
    // 5 % of 100, then 10 % of 200 less 5
    expect(totals(done)).toEqual(['ana 2026-Q1: 5', 'ana 2026-Q2: 15']);
    expect(said(done, 'R007')).toHaveLength(1);
  });

  test.each([['-5%', 'R019'], ['8', 'D218']])('a rate of %s from a column (was paid as it stood)', async (rate, code) => {
    const done = await calculate({ people: `${PEOPLE}ana,,,,AE,${rate},,\n`, plans: plan('rate: rate'), sales });
    expect(done.failed).toBe(true);
    expect(errors(done)).toContain(code);
  });

  test.each([['cap', '-5', true], ['floor', '-5', true], ['cap', '0', false], ['floor', '0', false]])('a %s of %s from a column is refused: %s', async (what, at, refused) => {
    const done = await calculate({ people: `${PEOPLE}ana,,,,AE,5%,${at},\n`, plans: plan(`rate: 10%\n${what}: coalesce(incentive, 1000)`), sales });
    expect(errors(done).includes('R019')).toBe(refused);
    if (!refused) expect(totals(done)).toEqual(what === 'cap' ? [] : ['ana 2026-Q1: 10', 'ana 2026-Q2: 10']);
  });
});

describe('reports', () => {
  test('the effective rate divided by the margin, because it was written first', async () => {
    const whole = plan('rate: 10%\ngate: margin > 0').replace('measures:\n', 'measures:\n  margin: { sum: amount * 20%, of: own }\n');
    expect((await calculate({ plans: whole, sales })).payouts.filter((payout) => payout.payee === 'ana').map((payout) => decimal(exactText(payout.credited)))).toEqual(['100', '100']);
  });

  test('a payout rounded to zero was said to be of components that cancel out', async () => {
    const done = await calculate({ rounding: '{ to: 0.01, mode: half-up, at: payout }', plans: plan('rate: 1%'), sales: ['T1,2026-02-10,ana,,0.1'] });
    const own = done.payouts.filter((payout) => payout.payee === 'ana');
    expect(own.map((payout) => payout.zero?.includes('round'))).toEqual([true]);
    expect(own[0]!.zero).not.toContain('cancel');
  });
});

describe('period files', () => {
  const rows = ['Q,2026-01-01,2026-03-31', 'R,2026-04-01,2026-06-30'];
  const given = (body: string, periods: string, calendar = '{ file: data/periods.csv }', measure = '{ sum: amount, of: own }'): Case => ({ calendar, plans: plan(body, { measure, effective: '2026-01-01 to 2026-06-30' }), periods, sales });
  const without = `period,from,to\n${rows.join('\n')}\n`;
  const columns = '{ file: data/periods.csv, columns: { period: period, from: from, to: to } }';

  test.each([
    ['a target per year', 'target: 12000 per year\nrate: 10%\ncap: 100% of target', undefined],
    ['a cap over the year', 'rate: 10%\ncap: { at: 10, over: year }', undefined],
    ['a floor over the half', 'rate: 10%\nfloor: { at: 10, over: half }', undefined],
    ['accumulates: quarter', 'accumulates: quarter\nrate: 10%', undefined],
    ['year-to-date', 'rate: 10%', '{ sum: amount, of: own, window: year-to-date }'],
  ])('without the column of the window: %s', async (_what, body, measure) => {
    expect(errors(await calculate(given(body, without, columns, measure)))).toContain('P077');
    // where the plan does not declare the columns, the file decides
    expect((await calculate(given(body, without, undefined, measure))).failed).toBe(true);
  });

  test('with an empty cell in the column', async () => {
    const done = await calculate(given('accumulates: year\nrate: 10%', `period,from,to,year\n${rows[0]},Y\n${rows[1]},\n`));
    expect(errors(done)).toContain('R008');
  });

  test('without windows nobody asks for, the file is as good as another', async () => expect(totals(await calculate(given('rate: 10%', without)))).toEqual(['ana Q: 10', 'ana R: 10']));
});

test('one id names one period: two years of weeks that begin in one calendar year', async () => {
  const done = await travel({
    workspace: 'workspace: w\ncurrency: USD\ncalendar: { periods: 4-4-5, year-starts: [2023-01-01, 2023-12-31, 2024-12-29] }\nrounding: { to: 0.01, mode: half-up, at: component }\nplans: plans/*.yaml\ndata:\n  sales:\n    files: data/sales.csv\n    id: id\n    date: d\n    columns: { id: text, d: date, seller: payee, amount: money }\npeople:\n  file: data/people.csv\n  columns: { id: payee, name: text }\n',
    plans: [plan('rate: 10%', { effective: '2023-01-01 to 2024-12-28' })],
    files: { 'data/people.csv': 'id,name\nana,Ana\n', 'data/sales.csv': 'id,d,seller,amount\n1,2023-01-10,ana,900\n2,2024-01-10,ana,900\n' },
  });
  expect(totals(done)).toEqual(['ana 2023-P01: 90', 'ana 2024-P01: 90']);
});
