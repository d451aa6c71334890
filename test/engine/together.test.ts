/** Pools, contests, shared caps and budgets on the real road: sums are exact, people's order plays no part, one person alone is told the same. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codesOf, type Travelled } from '../arbitrary/road.ts';
import { calculate, said, totals, type Case } from './workbench.ts';

const HEAD = "plan: p\neffective: 2026-01-01 to 2026-12-31\nfor: role == 'AE'\n";
const CREDITS = 'credits:\n  own: { from: sales, to: seller }\nmeasures:\n  revenue: { sum: amount }\n  deals: { count: transactions }\n  store_sales: { sum: amount, across: store }\ncomponents:\n';
const NAMES = ['ana', 'bo', 'cy', 'di'];
const PEOPLE = `id,from,start,end,role,rate,incentive,manager,store,share\n${NAMES.map((id, i) => `${id},,,,AE,5%,12000,,${i < 2 ? 'North' : 'South'},${[50, 30, 20, 0][i]}%`).join('\n')}\n`;

const together = (body: string, sales: readonly string[], more: Partial<Case> = {}, options = {}): Promise<Travelled> =>
  calculate({ people: PEOPLE, peopleColumns: 'store: text?, share: ratio', plans: `${HEAD}${CREDITS}${body}`, sales, ...more }, options);
const paid = async (body: string, sales: readonly string[], more: Partial<Case> = {}): Promise<readonly string[]> => totals(await together(body, sales, more), true);
const cents = (done: Travelled): Map<string, bigint> => new Map(done.payouts.map(({ payee, period, total }) => [`${payee} ${period.id}`, (total.n * 100n) / total.d]));

const SALES = ['T1,2026-01-10,ana,,100', 'T2,2026-02-10,bo,,200', 'T3,2026-02-11,cy,,400'];
const pool = (fields: string): string => `  c: { bonus on: revenue, pool: { ${fields} } }\n`;

describe('pools', () => {
  test('each store shares two percent of its sales by results', async () => {
    // North 300 × 2 % = 6: ana 2, bo 4; South 400 × 2 % = 8, all of it to cy
    expect(await paid(pool('fund: 2% * store_sales, across: store, members: last-day, shares: { by: revenue }, nobody: unspent'), SALES)).toEqual(['ana 2026-Q1: 2', 'bo 2026-Q1: 4', 'cy 2026-Q1: 8', 'di 2026-Q1: 0']);
  });

  test('a leaver gets nothing, all, or a share by days, as the plan says', async () => {
    const people = PEOPLE.replace('bo,,,,AE', 'bo,,,2026-02-14,AE');
    const body = (members: string): string => pool(`fund: 900, across: plan, members: ${members}, shares: equal, nobody: unspent`);
    const more = { people };
    expect(await paid(body('last-day'), SALES, more)).toEqual(['ana 2026-Q1: 300', 'bo 2026-Q1: 0', 'cy 2026-Q1: 300', 'di 2026-Q1: 300']);
    expect(await paid(body('any-day'), SALES, more)).toEqual(NAMES.map((id) => `${id} 2026-Q1: 225`));
    // 90, 45, 90 and 90 days of 315
    expect(await paid(body('days'), SALES, more)).toEqual(['ana 2026-Q1: 257.15', 'bo 2026-Q1: 128.57', 'cy 2026-Q1: 257.14', 'di 2026-Q1: 257.14']);
  });

  test('who moves shares in both stores by days', async () => {
    const people = PEOPLE.replace('bo,,,,AE,5%,12000,,North,30%', 'bo,,,,AE,5%,12000,,North,30%\nbo,2026-02-15,,,AE,5%,12000,,South,30%');
    // North: ana 90 and bo 45 of 135 days; South: bo 45, cy 90, di 90 of 225
    expect(await paid(pool('fund: 900, across: store, members: days, shares: equal, nobody: unspent'), SALES, { people })).toEqual(['ana 2026-Q1: 600', 'bo 2026-Q1: 480', 'cy 2026-Q1: 360', 'di 2026-Q1: 360']);
  });

  test('a fund of two stores, for one who moved, is that of each store (BON-11)', async () => {
    const people = PEOPLE.replace('bo,,,,AE,5%,12000,,North,30%', 'bo,,,,AE,5%,12000,,North,30%\nbo,2026-02-15,,,AE,5%,12000,,South,30%');
    // North sold 300 (bo's 200 of 10 February stay there): 30, by 90 and 45 days: 20 and 10; South 400: 40 by 45, 90, 90: 8, 16, 16
    expect(await paid(pool('fund: 10% * store_sales, across: store, members: days, shares: equal, nobody: unspent'), SALES, { people })).toEqual(['ana 2026-Q1: 20', 'bo 2026-Q1: 18', 'cy 2026-Q1: 16', 'di 2026-Q1: 16']);
  });

  test('a fund for each store was refused, though all who share have one store', async () => {
    const stores = { peopleColumns: 'store: text, share: ratio' };
    const body = (members: string): string => pool(`fund: "if(store == 'North', 900, 600)", across: store, members: ${members}, shares: equal, nobody: unspent`);
    expect(await paid(body('last-day'), SALES, stores)).toEqual(['ana 2026-Q1: 450', 'bo 2026-Q1: 450', 'cy 2026-Q1: 300', 'di 2026-Q1: 300']);
    // who moved shares the fund of each store by days, though their last day is in one of them; 90 and 45 of 135 days, 45, 90 and 90 of 225
    const moved = (id: string, other: string): string => PEOPLE.replace(`${id},,,,AE,5%,12000,,North`, `${id},,,,AE,5%,12000,,North,30%\n${id},2026-02-15,,,AE,5%,12000,,${other}`);
    const bo = await together(body('days'), SALES, { people: moved('bo', 'South'), ...stores });
    expect(totals(bo, true)).toEqual(['ana 2026-Q1: 600', 'bo 2026-Q1: 420', 'cy 2026-Q1: 240', 'di 2026-Q1: 240']);
    expect(said(bo, 'R007')).toEqual([]);
    // ana stands first in both stores, and is asked for the fund of both
    expect(await paid(body('days'), SALES, { people: moved('ana', 'South'), ...stores })).toEqual(['ana 2026-Q1: 420', 'bo 2026-Q1: 600', 'cy 2026-Q1: 240', 'di 2026-Q1: 240']);
    expect(await paid(`  c: { commission on: revenue, rate: 100%, shared-cap: { at: "if(store == 'North', 150, 300)", across: store } }\n`, SALES, stores)).toEqual(['ana 2026-Q1: 50', 'bo 2026-Q1: 100', 'cy 2026-Q1: 300', 'di 2026-Q1: 0']);
  });

  test('nobody qualifies: carried into the next period, and the run says so', async () => {
    const body = pool('fund: 100, across: plan, members: last-day, qualifies: revenue >= 1_000, shares: equal, nobody: carried');
    const sales = ['T1,2026-01-10,ana,,999', 'T2,2026-05-10,bo,,1000', 'T3,2026-08-10,bo,,1000'];
    const done = await together(body, sales);
    expect(totals(done)).toEqual(['bo 2026-Q2: 200', 'bo 2026-Q3: 100']);
    expect(said(done, 'R061')).toEqual(['nobody of the plan qualifies for the pool of 100.00 USD']);
    expect(totals(await together(body.replace('carried', 'unspent'), sales))).toEqual(['bo 2026-Q2: 100', 'bo 2026-Q3: 100']);
    // asked for the second quarter alone, it is carried all the same
    expect(totals(await together(body, sales, {}, { asked: new Set(['2026-Q2']) })).filter((line) => line.includes('Q2'))).toEqual(['bo 2026-Q2: 200']);
  });

  test('what was carried was lost in a period in which the store had nobody', async () => {
    const people = PEOPLE.replace('cy,,,,AE', 'cy,,,2026-02-28,AE').replace('di,,,,AE', 'di,,2026-08-01,,AE');
    const body = pool('fund: 100, across: store, members: any-day, qualifies: revenue >= 500, shares: equal, nobody: carried');
    // South: cy sold 400 of 500 and left, in the second quarter there is nobody, di sells 500 in the third: 100 + 100
    expect(totals(await together(body, ['T3,2026-02-11,cy,,400', 'T4,2026-05-11,ana,,1', 'T5,2026-08-11,di,,500'], { people })).filter((line) => line.startsWith('di'))).toEqual(['di 2026-Q3: 200']);
  });

  test('fixed shares above the whole stop the run', async () => {
    const done = await together(pool('fund: 100, across: plan, members: last-day, shares: { fixed: share }, nobody: unspent'), SALES, { people: PEOPLE.replace('South,0%', 'South,1%') });
    expect(said(done, 'R019')).toEqual(['ana in 2026-Q1: the fixed shares of the pool of the plan make 101 % together']);
  });

  test('weights by what another component earned', async () => {
    const body = `  sales: { commission on: revenue, rate: 10%, cap: 20 }\n  c: { bonus on: revenue, pool: { fund: 500, across: plan, members: last-day, shares: { by: payout of sales }, nobody: unspent } }\n`;
    // capped at 20: 10, 20, 20 of 50
    expect(await paid(body, SALES)).toEqual(['ana 2026-Q1: 110', 'bo 2026-Q1: 220', 'cy 2026-Q1: 220', 'di 2026-Q1: 0']);
  });
});

describe('contests', () => {
  const contest = (fields: string): string => `  c: { bonus on: revenue, contest: { ${fields} } }\n`;

  test('a league for each store, held once a year in its last period', async () => {
    const body = contest('across: store, members: last-day, prizes: [90], enter: revenue > 0');
    expect(await paid(body, SALES)).toEqual(['ana 2026-Q1: 0', 'bo 2026-Q1: 90', 'cy 2026-Q1: 90', 'di 2026-Q1: 0']);
    const yearly = `  c: { bonus on: ytd, contest: { across: plan, members: last-day, over: year, prizes: [90] } }\n`;
    const plans = `${HEAD}${CREDITS.replace('components:', '  ytd: { sum: amount, window: year-to-date }\ncomponents:')}${yearly}`;
    const sales = [...SALES, 'T9,2026-12-01,ana,,350'];
    expect(totals(await calculate({ people: PEOPLE, peopleColumns: 'store: text?, share: ratio', plans, sales }))).toEqual(['ana 2026-Q4: 90']);
  });

  test('full prizes of ties above the budget stop the run', async () => {
    const tied = ['T1,2026-01-10,ana,,100', 'T2,2026-02-10,bo,,100', 'T3,2026-02-11,cy,,100'];
    const body = contest('across: plan, members: last-day, prizes: [300, 200, 100], ties: full, budget: 700');
    expect(said(await together(body, tied), 'R019')).toEqual(['ana in 2026-Q1: the prizes of the plan cost 900.00 USD with ties, and the budget is 700.00 USD']);
    expect(await paid(body.replace('full', 'pool'), tied)).toEqual(['ana 2026-Q1: 200', 'bo 2026-Q1: 200', 'cy 2026-Q1: 200', 'di 2026-Q1: 0']);
  });

  test('fewer entrants than prizes leave the rest unspent', async () => {
    const done = await together(contest('across: plan, members: last-day, enter: revenue > 0, prizes: [50, 40, 30, 20, 10]'), SALES);
    expect(said(done, 'R061')).toEqual(['the plan has 3 entrants and 5 prizes: 30.00 USD is unspent']);
  });
});

describe('shared caps', () => {
  test('on the plan, after the rules before it, and before those after it', async () => {
    const body = '  c: { commission on: revenue, rate: 100% }\nadjust:\n  - cap: 300\n  - shared-cap: { at: 300, across: plan }\n  - floor: { at: 60, even-if-zero: true }\n';
    // 100, 200, 300 are 600, halved: 50, 100, 150; then the floor
    expect(await paid(body, SALES)).toEqual(['ana 2026-Q1: 60', 'bo 2026-Q1: 100', 'cy 2026-Q1: 150', 'di 2026-Q1: 60']);
  });

  test('over the year, what the group kept before is used up, and one quarter asked for is told the same', async () => {
    const body = '  c: { commission on: revenue, rate: 100%, shared-cap: { at: 1_000, across: plan, over: year } }\n';
    const sales = [...SALES, 'T4,2026-05-01,ana,,300', 'T5,2026-05-02,cy,,300', 'T6,2026-09-01,ana,,1'];
    const whole = totals(await together(body, sales));
    expect(whole).toEqual(['ana 2026-Q1: 100', 'ana 2026-Q2: 150', 'bo 2026-Q1: 200', 'cy 2026-Q1: 400', 'cy 2026-Q2: 150']);
    expect(totals(await together(body, sales, {}, { asked: new Set(['2026-Q2']) })).filter((line) => line.includes('Q2'))).toEqual(['ana 2026-Q2: 150', 'cy 2026-Q2: 150']);
    const onPlan = '  c: { commission on: revenue, rate: 100% }\nadjust:\n  - shared-cap: { at: 1_000, across: plan, over: year }\n';
    expect(totals(await together(onPlan, sales))).toEqual(whole);
  });
});

describe('a new version of the plan', () => {
  const SPENT = 'T1,2026-01-10,ana,,100 T2,2026-02-10,bo,,200 T3,2026-05-11,cy,,400 T4,2026-08-11,ana,,400'.split(' ');
  const versions = (body: string, word: string): string[] => [`${HEAD.replace('12-31', '06-30')}${CREDITS}${body}`, `${HEAD.replace('2026-01-01', '2026-07-01')}on-version-change: ${word}\n${CREDITS}${body}`];
  const over = (body: string, word = 'accumulate', sales = SPENT): Promise<readonly string[]> => calculate({ people: PEOPLE, peopleColumns: 'store: text?, share: ratio', plans: versions(body, word), sales }).then((done) => totals(done));

  test.each([
    ['  c: { commission on: revenue, rate: 100%, shared-cap: { at: 900, across: plan, over: year } }\n'],
    ['  c: { commission on: revenue, rate: 100%, budget: { at: 900, across: plan, over: year } }\n'],
    ['  c: { commission on: revenue, rate: 100% }\nadjust:\n  - shared-cap: { at: 900, across: plan, over: year }\n'],
  ])('began a shared limit of the year anew, though it goes on from the one before: %s', async (body) => {
    const kept = ['ana 2026-Q1: 100', 'bo 2026-Q1: 200', 'cy 2026-Q2: 400'];
    expect(await over(body)).toEqual(['ana 2026-Q1: 100', 'ana 2026-Q3: 200', ...kept.slice(1)]);
    expect(await over(body, 'restart')).toEqual(['ana 2026-Q1: 100', 'ana 2026-Q3: 400', ...kept.slice(1)]);
  });

  test('lost what was carried to a pool', async () => {
    const body = (qualifies: string): string => `  c: { bonus on: revenue, pool: { fund: 100, across: plan, members: any-day, qualifies: revenue >= ${qualifies}, shares: equal, nobody: carried } }\n`;
    // nobody reaches 500 in the first two quarters; in the third ana sells 400, and the version says 400
    const plans = (word: string): string[] => [versions(body('500'), word)[0]!, versions(body('400'), word)[1]!];
    const paidIn = async (word: string): Promise<readonly string[]> => totals(await calculate({ people: PEOPLE, peopleColumns: 'store: text?, share: ratio', plans: plans(word), sales: SPENT }));
    expect(await paidIn('accumulate')).toEqual(['ana 2026-Q3: 300']);
    expect(await paidIn('restart')).toEqual(['ana 2026-Q3: 100']);
  });

  test('held the contest of the year at the end of each version', async () => {
    const body = '  c: { bonus on: revenue, contest: { across: plan, members: last-day, over: year, prizes: [90] } }\n';
    const sales = [...SPENT, 'T5,2026-11-11,bo,,1'];
    expect(await over(body, 'accumulate', sales)).toEqual(['bo 2026-Q4: 90']);
    expect(await over(body, 'restart', sales)).toEqual(['bo 2026-Q4: 90', 'cy 2026-Q2: 90']);
  });
});

describe('one deal with several payees', () => {
  test('all of its payees are cut in proportion', async () => {
    const body = '  c: { commission on: revenue, rate: 10%, shared-deal-cap: 90 }\n';
    const plans = `${HEAD}${CREDITS.replace('to: seller }', 'to: seller, split: { co_owner: co_share } }')}${body}`;
    const rows = ['T1,2026-01-10,ana,bo,1200,USD,New,25%', 'T2,2026-01-10,ana,bo,100,USD,New,50%'];
    // 120 at 75 % and 25 %: 90 and 30 under 90 are 67.50 and 22.50; the second deal pays 5 and 5
    expect(totals(await calculate({ people: PEOPLE, peopleColumns: 'store: text?, share: ratio', plans, sales: rows }))).toEqual(['ana 2026-Q1: 72.5', 'bo 2026-Q1: 27.5']);
  });
});

describe('what a team earned, shared out', () => {
  test('a curve on the store, then by days, then a multiplier of each person', async () => {
    const body = '  c: { commission on: store_sales, tiers: { read: marginal, rates: [{ to: 300, rate: 10% }, { rate: 20% }] }, share-out: { across: store, members: last-day, shares: equal }, multiplier: { times: 2, when: deals > 1 } }\n';
    // North 300 × 10 % = 30; South 300 × 10 % + 100 × 20 % = 50
    expect(await paid(body, SALES)).toEqual(['ana 2026-Q1: 15', 'bo 2026-Q1: 15', 'cy 2026-Q1: 25', 'di 2026-Q1: 25']);
    expect(await paid(body, [...SALES, 'T5,2026-03-01,bo,,0'])).toEqual(['ana 2026-Q1: 15', 'bo 2026-Q1: 30', 'cy 2026-Q1: 25', 'di 2026-Q1: 25']);
  });

  test('who moved got nothing of what the old store earned, or the run stopped, though members count by days', async () => {
    const people = PEOPLE.replace('bo,,,,AE,5%,12000,,North,30%', 'bo,,,,AE,5%,12000,,North,30%\nbo,2026-02-15,,,AE,5%,12000,,South,30%');
    const body = '  c: { commission on: store_sales, rate: 10%, share-out: { across: store, members: days, shares: equal } }\n';
    // North 300 × 10 % = 30 by 90 and 45 days; South 400 × 10 % = 40 by 45, 90 and 90: 8, 16, 16
    expect(await paid(body, SALES, { people })).toEqual(['ana 2026-Q1: 20', 'bo 2026-Q1: 18', 'cy 2026-Q1: 16', 'di 2026-Q1: 16']);
    // South sold nothing
    expect(await paid(body, SALES.slice(0, 2), { people })).toEqual(['ana 2026-Q1: 20', 'bo 2026-Q1: 10', 'cy 2026-Q1: 0', 'di 2026-Q1: 0']);
  });

  test('different amounts stop the run', async () => {
    expect(said(await together('  c: { commission on: revenue, rate: 10%, share-out: { across: plan, members: last-day, shares: equal } }\n', SALES), 'R019')[0]).toBe('ana in 2026-Q1: the members of the plan come to different amounts, such as 10.00 USD and 20.00 USD');
  });
});

describe('budgets', () => {
  test('are spent in the order of events, whoever sold', async () => {
    const body = '  c: { commission on: revenue, rate: 100%, budget: { at: 450, across: plan, over: year } }\n';
    const sales = [...SALES, 'T0,2026-02-11,di,,100', 'T5,2026-05-01,ana,,30'];
    // 100, 200, then on one day T0 100 and 50 of T3; nothing is left for T5
    expect(await paid(body, sales)).toEqual(['ana 2026-Q1: 100', 'ana 2026-Q2: 0', 'bo 2026-Q1: 200', 'bo 2026-Q2: 0', 'cy 2026-Q1: 50', 'cy 2026-Q2: 0', 'di 2026-Q1: 100', 'di 2026-Q2: 0']);
    expect((await paid(body.replace('over: year', 'over: period'), sales))[1]).toBe('ana 2026-Q2: 30');
  });

  test('nothing may pay beyond them', async () => {
    expect(codesOf(await together('  c: { commission on: revenue, rate: 100%, budget: { at: 450, across: plan, over: year }, multiplier: { times: 2, when: deals > 1 } }\n', SALES))).toContain('P177!');
  });
});

test('what is worked out with others does not accumulate', async () => {
  expect(codesOf(await together('  c: { commission on: revenue, accumulates: year, rate: 1%, shared-cap: { at: 5, across: plan } }\n', SALES))).toContain('P175!');
});

describe('laws', () => {
  const BODY = `  pooled: { bonus on: revenue, pool: { fund: 1_000.01, across: plan, members: last-day, shares: { by: deals }, nobody: unspent } }
  ranked: { bonus on: revenue, contest: { across: plan, members: last-day, prizes: [77.77, 33.33, 11.11] } }
  capped: { commission on: revenue, rate: 33.3%, shared-cap: { at: 100, across: plan } }
  spent: { commission on: revenue, rate: 33.3%, budget: { at: 100, across: plan, over: period } }
`;
  const rows = fc.array(fc.record({ who: fc.constantFrom(...NAMES), day: fc.integer({ min: 10, max: 28 }), amount: fc.integer({ min: -20_000, max: 60_000 }) }), { minLength: 1, maxLength: 12 });
  const asRows = (made: readonly { who: string; day: number; amount: number }[]): string[] => made.map(({ who, day, amount }, i) => `T${10 + i},2026-02-${day},${who},,${amount < 0 ? '-' : ''}${Math.trunc(Math.abs(amount) / 100)}.${String(Math.abs(amount) % 100).padStart(2, '0')}`);
  const partOf = (done: Travelled, component: string): bigint[] => done.payouts.map((payout) => {
    const { earned } = payout.components.find((one) => one.component === component)!;
    return (earned.n * 100n) / earned.d;
  });
  const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);

  test('shares make the pool, prizes are all paid, a shared cap and a budget are never passed and used exactly', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (made) => {
        const done = await together(BODY, asRows(made));
        expect(done.failed).toBe(false);
        expect(sum(partOf(done, 'pooled'))).toBe(100_001n);
        expect(sum(partOf(done, 'ranked'))).toBe(12_221n);
        const free = partOf(await together('  capped: { commission on: revenue, rate: 33.3% }\n', asRows(made)), 'capped');
        const capped = partOf(done, 'capped');
        expect(sum(capped)).toBe(sum(free) > 10_000n ? 10_000n : sum(free));
        free.forEach((one, i) => expect(one < 0n ? capped[i] === one : capped[i]! >= 0n && capped[i]! <= one).toBe(true));
        expect(sum(partOf(done, 'spent')) <= 10_000n).toBe(true);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  test('the order of people and rows plays no part, and one quarter alone is told the same', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 23 }), async (made, turn) => {
        const sales = asRows(made);
        const lines = PEOPLE.trim().split('\n');
        const people = [lines[0], ...lines.slice(1).sort((a, b) => ((a.charCodeAt(0) * turn) % 7) - ((b.charCodeAt(0) * turn) % 7))].join('\n');
        const whole = cents(await together(BODY, sales));
        expect(cents(await together(BODY, [...sales].reverse(), { people: `${people}\n` }))).toEqual(whole);
        expect(cents(await together(BODY, sales, {}, { asked: new Set(['2026-Q1']) }))).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
