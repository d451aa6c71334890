/** Where deals meet groups: a clawback beside shared caps and overrides, returns in group measures, vacant seats in pools; and what is refused. */
import { describe, expect, test } from 'vitest';
import { codesOf, type Travelled } from '../arbitrary/road.ts';
import { calculate, said, totals, type Case } from './workbench.ts';

const HEAD = "plan: p\neffective: 2026-01-01 to 2026-12-31\nfor: role == 'AE'\n";
const CREDITS = 'credits:\n  own: { from: sales, to: seller }\nmeasures:\n  revenue: { sum: amount }\n  deals: { count: transactions }\n  store_sales: { sum: amount, across: store }\n  store_deals: { count: transactions, across: store }\ncomponents:\n';
const PEOPLE = 'id,from,start,end,role,rate,incentive,manager,store,empty\nana,,,,AE,5%,12000,mia,North,no\nbo,,,,AE,5%,12000,mia,North,no\ncy,,,,AE,5%,12000,mia,South,no\nmia,,,,M,5%,12000,,North,no\n';
const TWO = CREDITS.replaceAll('sum: amount', 'of: [own, co], sum: amount').replaceAll('count: transactions', 'of: [own, co], count: transactions');
const BACK = 'clawback: { takes: all, within: any time, rate: original, attainment: reverse, unmatched: error }';

const row = (id: string, date: string, seller: string, amount: number, original = ''): string => `${id},${date},${seller},,${amount},USD,New,,${original}`;
const run = (body: string, sales: readonly string[], more: Partial<Case> = {}): Promise<Travelled> => calculate({ people: PEOPLE, peopleColumns: 'store: text?, empty: yes/no?', refersTo: 'original', plans: `${HEAD}${CREDITS}${body}`, sales, ...more });
const paid = async (body: string, sales: readonly string[], more: Partial<Case> = {}): Promise<readonly string[]> => totals(await run(body, sales, more));

const SALES = [row('T1', '2026-01-10', 'ana', 1000), row('T2', '2026-01-11', 'bo', 3000), row('R1', '2026-04-10', 'bo', -3000, 'T2')];

describe('a clawback beside rules of groups', () => {
  test('what a shared cap left of a sale comes back, not more', async () => {
    // 100 and 300 under 200 are 50 and 150
    expect(await paid(`  c: { commission on: revenue, rate: 10%, shared-cap: { at: 200, across: plan }, ${BACK} }\n`, SALES)).toEqual(['ana 2026-Q1: 50', 'bo 2026-Q1: 150', 'bo 2026-Q2: -150']);
  });

  test('a shared deal cap is worked out once, whoever is asked first, and its cut comes back', async () => {
    const plans = `${HEAD}${CREDITS.replace('to: seller }', 'to: seller, split: { co_owner: co_share } }')}  c: { commission on: revenue, rate: 10%, shared-deal-cap: 90, ${BACK} }\n`;
    const sales = ['T1,2026-01-10,ana,bo,1200,USD,New,25%', 'T2,2026-01-10,ana,bo,100,USD,New,50%', 'R1,2026-04-02,ana,bo,-1200,USD,New,25%,T1'];
    expect(totals(await run('', sales, { plans }))).toEqual(['ana 2026-Q1: 72.5', 'ana 2026-Q2: -67.5', 'bo 2026-Q1: 27.5', 'bo 2026-Q2: -22.5']);
  });

  test('a return in the period of its sale counts once, though others ask for the component first', async () => {
    // bo is asked for by ana's shared cap before bo's own turn: 100 and 300 − 300
    const sales = [...SALES.slice(0, 2), row('R1', '2026-01-20', 'bo', -3000, 'T2')];
    const body = (attainment: string): string => `  c: { commission on: revenue, tiers: { read: whole, rates: [{ to: 500, rate: 20% }, { rate: 10% }] }, shared-cap: { at: 1_000, across: plan }, ${BACK.replace('reverse', attainment)} }\n`;
    expect(await paid(body('keep'), sales)).toEqual(['ana 2026-Q1: 100']);
  });

  test('an override on earnings falls with what is taken back', async () => {
    const manager = "plan: m\neffective: 2026-01-01 to 2026-12-31\nfor: role == 'M'\ncredits:\n  own: { from: sales, to: seller }\nmeasures:\n  team: { payouts: all, across: reports }\ncomponents:\n  o: { commission on: team, rate: 10% }\n";
    const plans = [`${HEAD}${CREDITS}  c: { commission on: revenue, rate: 10%, ${BACK} }\n`, manager];
    expect(await paid('', SALES, { plans })).toEqual(['ana 2026-Q1: 100', 'bo 2026-Q1: 300', 'bo 2026-Q2: -300', 'mia 2026-Q1: 40', 'mia 2026-Q2: -30']);
  });

  test('points of a pool are those of a component that has taken back earlier sales', async () => {
    const body = `  s: { commission on: revenue, rate: 10%, ${BACK} }\n  c: { bonus on: revenue, pool: { fund: 90, across: plan, members: last-day, shares: { by: payout of s }, nobody: unspent } }\n`;
    // Q2: ana 100, bo 300 for T4 and −300; all of the pool is ana's
    const sales = [...SALES, row('T3', '2026-05-01', 'ana', 1000), row('T4', '2026-05-01', 'bo', 3000)];
    expect((await paid(body, sales)).filter((line) => line.includes('Q2'))).toEqual(['ana 2026-Q2: 190']);
  });

  test('re-rating works an earlier period out again that has been told, beside a pool', async () => {
    const pool = '  p: { bonus on: revenue, pool: { fund: 90, across: plan, members: last-day, shares: equal, nobody: unspent } }\n';
    const body = `  c: { commission on: revenue, tiers: { read: marginal, rates: [{ to: 1000, rate: 10% }, { rate: 20% }] }, ${BACK.replace('original, attainment: reverse', 're-rate')} }\n`;
    // bo: 4,000 earn 100 + 600; without T4 3,000 earn 500; without T2 too there is nothing left
    const sales = [...SALES, row('T4', '2026-01-12', 'bo', 1000), row('R0', '2026-02-01', 'bo', -1000, 'T4')];
    const alone = await paid(body, sales);
    expect(alone).toEqual(['ana 2026-Q1: 100', 'bo 2026-Q1: 500', 'bo 2026-Q2: -500']);
    expect((await paid(`${body}${pool}`, sales)).filter((line) => line.startsWith('bo'))).toEqual(['bo 2026-Q1: 530', 'bo 2026-Q2: -470']);
  });

  test('what cannot be told for one person alone is refused', async () => {
    const refused = async (body: string): Promise<readonly string[]> => said(await run(body, SALES), 'P151');
    expect(await refused(`  c: { commission on: revenue, rate: 10%, shared-cap: { at: 200, across: plan }, ${BACK.replace('original, attainment: reverse', 're-rate')} }\n`)).toEqual(['component c has a clawback, but its shared-cap is worked out with others, so the window of a sale cannot be worked out again for one person']);
    expect(await refused(`  c: { commission on: store_sales, rate: 10%, ${BACK} }\n`)).toEqual(['component c has a clawback, but store_sales is across a group, and nobody has earned a sale of it alone']);
    expect(await refused(`  c: { bonus on: revenue, pool: { fund: 90, across: plan, members: last-day, shares: equal, nobody: unspent }, ${BACK} }\n`)).toEqual(['component c has a clawback, but its pool hands what each sale earned to others']);
    expect(await refused(`  c: { commission on: revenue, rate: 10%, share-out: { across: plan, members: last-day, shares: equal }, ${BACK} }\n`)).toEqual(['component c has a clawback, but its share-out hands what each sale earned to others']);
    expect(codesOf(await run('  c: { commission on: store_sales, rate: 10%, credit-cap: { at: 100, of: deal, excess: lost } }\n', SALES))).toContain('P101!');
    expect(codesOf(await run('  c: { commission on: revenue, rate: 10%, budget: { at: 100, across: plan, over: period }, credit-cap: { at: 100, of: deal, excess: 1% } }\n', SALES))).toContain('P177!');
    expect(codesOf(await run(`  c: { commission on: revenue, rate: 10%, budget: { at: 100, across: plan, over: period }, ${BACK} }\n`, SALES))).toContain('P177!');
  });
});

describe('group measures', () => {
  const body = '  c: { commission on: store_sales, rate: 1% }\n  n: { commission on: store_deals, per-unit: 1 }\n';

  test('a return is taken out of the group of its original, once in a count, though the seller has moved', async () => {
    const people = PEOPLE.replace('bo,,,,AE,5%,12000,mia,North,no', 'bo,,,,AE,5%,12000,mia,North,no\nbo,2026-03-01,,,AE,5%,12000,mia,South,no');
    // North 4,000 of two deals, then −3,000 in two returns of one deal
    const sales = [...SALES.slice(0, 2), row('R1', '2026-04-10', 'bo', -1000, 'T2'), row('R2', '2026-04-11', 'bo', -2000, 'T2')];
    expect(await paid(body, sales, { people })).toEqual(['ana 2026-Q1: 42', 'ana 2026-Q2: -31', 'cy 2026-Q2: 0'].filter((line) => !line.endsWith(': 0')));
  });

  test('a return of a row that two of one store share counts once', async () => {
    const plans = `${HEAD}${TWO.replace('to: seller }', 'to: seller }\n  co: { from: sales, to: co_owner }')}${body}`;
    const sales = ['T1,2026-01-10,ana,bo,1000', 'R1,2026-04-02,ana,bo,-1000,USD,New,,T1'];
    const done = await run('', sales, { plans });
    expect(totals(done)).toEqual(['ana 2026-Q1: 11', 'ana 2026-Q2: -11', 'bo 2026-Q1: 11', 'bo 2026-Q2: -11']);
  });

  test('a rule that yields does so in its group, and people of other plans do not keep it from those of this one', async () => {
    const people = `${PEOPLE}zed,,,,X,5%,12000,mia,South,no\n`;
    const plans = `${HEAD}${TWO.replace('to: seller }', 'to: seller }\n  co: { from: sales, to: co_owner, unless: own }').replace('components:', '  mine: { sum: amount, of: co }\ncomponents:')}  c: { commission on: mine, rate: 1% }\n  g: { commission on: store_sales, rate: 10% }\n`;
    // zed is in no plan: bo is credited; the store sale is that of zed's store alone
    expect(totals(await run('', ['T1,2026-01-10,zed,bo,1000'], { plans, people }))).toEqual(['bo 2026-Q1: 10', 'cy 2026-Q1: 100']);
  });
});

describe('vacant seats', () => {
  const seats = async (body: string, sales: readonly string[]): Promise<readonly string[]> => totals(await run(body, sales, { people: `${PEOPLE}seat,,,,AE,5%,12000,mia,North,yes\n`, vacant: 'empty' }));

  test('have no part of a pool, a prize or a cap; their sales are those of the group', async () => {
    const sales = [...SALES.slice(0, 2), row('T5', '2026-01-12', 'seat', 6000)];
    const pool = '  c: { bonus on: revenue, pool: { fund: 10% * store_sales, across: store, members: last-day, shares: { by: revenue }, nobody: unspent } }\n';
    expect(await seats(pool, sales)).toEqual(['ana 2026-Q1: 250', 'bo 2026-Q1: 750']);
    expect(await seats('  c: { bonus on: revenue, contest: { across: plan, members: last-day, prizes: [90] } }\n', sales)).toEqual(['bo 2026-Q1: 90']);
    expect(await seats('  c: { commission on: revenue, rate: 10%, shared-cap: { at: 200, across: plan } }\n', sales)).toEqual(['ana 2026-Q1: 50', 'bo 2026-Q1: 150', 'seat 2026-Q1: 600']);
  });
});
