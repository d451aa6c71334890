/** Who is credited with what, and why a row is not. The arithmetic stands beside each case. */
import { describe, expect, test } from 'vitest';
import { exactText } from '../arbitrary/road.ts';
import { calculate, excluded, plan, said, totals } from './workbench.ts';

const PEOPLE = `id,from,start,end,role,rate,incentive,manager
ana,,2026-01-10,2026-11-30,AE,5%,,
bo,,,,AE,5%,,
vic,,,,VP,5%,,
`;

describe('a row that is not credited is excluded with one reason', () => {
  const one = plan('rate: 10%', { head: "for: role == 'AE'", credits: "own: { from: sales, to: seller, where: \"type != 'Internal'\" }" });

  test('blank payee, payee outside the plan, filtered, outside the days of service or of the plan', async () => {
    const done = await calculate({
      plans: one,
      people: PEOPLE,
      sales: ['T1,2026-02-01,ana,,100', 'T2,2026-02-01,,,100', 'T3,2026-02-01,vic,,100', 'T4,2026-02-01,bo,,100,USD,Internal', 'T5,2026-01-09,ana,,100', 'T6,2025-12-31,bo,,100', 'T7,2026-12-01,ana,,100', 'T8,2026-11-30,ana,,100', 'T9,2026-01-10,ana,,100'],
    });
    expect(excluded(done)).toEqual(['no-payee 1 (T2)', 'no-plan 4 (T3 T5 T6 T7)', 'filtered 1 (T4)']);
    // T1 + T9 in Q1, T8 in Q4: 10 % of 200 and of 100
    expect(totals(done)).toEqual(['ana 2026-Q1: 20', 'ana 2026-Q4: 10']);
    expect(done.accounts[0]!.read).toBe(9);
    expect(done.accounts[0]!.credited).toBe(3);
  });

  test('a date in no period of the calendar file is outside-calendar', async () => {
    const done = await calculate({ calendar: '{ file: data/periods.csv }', periods: 'period,from,to\nP1,2026-02-01,2026-02-28\n', plans: plan('rate: 10%'), sales: ['T1,2026-02-28,ana,,100', 'T2,2026-03-01,ana,,100'] });
    expect(excluded(done)).toEqual(['outside-calendar 1 (T2)']);
    expect(totals(done)).toEqual(['ana P1: 10']);
  });

  test('a row is counted under the reason that came nearest to a credit', async () => {
    const two = plan('rate: 10%', { credits: "own: { from: sales, to: seller, where: \"type == 'New'\" }\n  other: { from: sales, to: co_owner }", measure: '{ sum: amount, of: [own, other] }' });
    expect(excluded(await calculate({ plans: two, sales: ['T1,2026-02-01,ana,,100,USD,Old'] }))).toEqual(['filtered 1 (T1)']);
  });

  test('A20: a row that a rule credits and no measure counts is excluded as no-measure, not counted as credited', async () => {
    const news = plan('rate: 10%', { measure: "{ sum: amount, of: own, where: type == 'New' }" });
    const done = await calculate({ plans: news, sales: ['T1,2026-02-01,ana,,100,USD,New', 'T2,2026-02-01,ana,,50,USD,Renewal', 'T3,2026-02-02,bo,,50,USD,Renewal'] });
    expect(excluded(done)).toEqual(['no-measure 2 (T2 T3)']);
    expect(done.accounts[0]).toMatchObject({ read: 3, credited: 1, rejected: 0 });
    expect(done.accounts[0]!.excluded[0]!.text).toBe('credited by a rule, counted by no measure');
    // the same rows in the manager's plan count: one measure anywhere is enough
    const all = plan('rate: 1%', { id: 'other' });
    expect(excluded(await calculate({ plans: [news, all], sales: ['T2,2026-02-01,ana,,50,USD,Renewal'] }))).toEqual([]);
  });

  test('a manager who does not exist is the reason no-plan, not a blank payee', async () => {
    const team = plan('rate: 10%', { credits: 'team: { from: sales, to: managers of seller, levels: { 2: 100% } }', measure: '{ sum: amount, of: team }' });
    const done = await calculate({ plans: team, people: 'id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,,bo\nbo,,,,M,5%,,\n', sales: ['T1,2026-02-01,ana,,100', 'T2,2026-02-01,,,100'] });
    expect(excluded(done)).toEqual(['no-payee 1 (T2)', 'no-plan 1 (T1)']);
    // it said "the payee is in no plan", which was not the reason
    expect(done.accounts[0]!.excluded.map(({ text }) => text)[1]).toBe('the rules credit managers, and the payee has none on that day');
  });
});

describe('shares', () => {
  test('a split takes from the owner, an overlay comes on top', async () => {
    const both = `plan: field
effective: 2026-01-01 to 2026-12-31
credits:
  own: { from: sales, to: seller, split: { co_owner: 1/3 } }
  extra: { from: sales, to: co_owner, share: 50% }
measures:
  revenue: { sum: amount, of: own }
  overlay: { sum: amount, of: extra }
components:
  pay: { commission on: revenue, rate: 10% }
  over: { commission on: overlay, rate: 10% }
`;
    // 100 split: ana 66.67 → 6.67, bo 33.33 → 3.33; overlay for bo 50 → 5
    expect(totals(await calculate({ plans: both, sales: ['T1,2026-02-01,ana,bo,100'] }))).toEqual(['ana 2026-Q1: 6.67', 'bo 2026-Q1: 8.33']);
    // without a co-owner the seller keeps all of it
    expect(totals(await calculate({ plans: both, sales: ['T1,2026-02-01,ana,,100'] }))).toEqual(['ana 2026-Q1: 10']);
  });

  test('a share above 100 % in a row is refused: the seller was once credited less than nothing', async () => {
    const shared = plan('rate: 10%', { credits: 'own: { from: sales, to: seller, split: { co_owner: co_share } }' });
    const done = await calculate({ plans: shared, sales: ['T1,2026-02-01,ana,bo,100,USD,New,120%', 'T2,2026-02-01,ana,bo,100,USD,New,100%'] });
    expect(said(done, 'R012')).toEqual(['credit rule own of field gives away 120 % of transaction T1']);
  });

  test('a version that accumulates tells of an earlier row once, and of whoever it credits anew (ben was paid for a row that no file named him for)', async () => {
    const version = (from: string, to: string, head: string, credits: string, of: string): string => plan('accumulates: year\nrate: 10%', { effective: `${from} to ${to}`, head, credits, measure: `{ sum: amount, of: ${of} }` });
    const first = version('2026-01-01', '2026-03-31', '', "own: { from: sales, to: seller, where: type == 'New' }", 'own');
    const next = version('2026-04-01', '2026-06-30', 'on-version-change: accumulate', 'own: { from: sales, to: seller }\n  over: { from: sales, to: co_owner }', '[own, over]');
    const last = version('2026-07-01', '2026-12-31', 'on-version-change: accumulate', 'own: { from: sales, to: seller }\n  over: { from: sales, to: co_owner }', '[own, over]');
    const told: string[] = [];
    await calculate({ plans: [first, next, last], sales: ['T1,2026-02-01,ana,bo,100', 'T2,2026-02-02,ana,,50,USD,Renewal', 'T3,2026-08-01,ana,,10'] }, { listener: { credit: (credit) => told.push(`${credit.row.id} ${credit.payee} by ${credit.rule}`) } });
    expect(told).toEqual(['T1 ana by own', 'T1 bo by over', 'T2 ana by own', 'T3 ana by own']);
  });

  test('a house account: the other of a split gets their share, and the rest is said to go to nobody (the whole row was lost)', async () => {
    const shared = plan('rate: 10%', { credits: 'own: { from: sales, to: seller, split: { co_owner: co_share } }' });
    const done = await calculate({ plans: shared, sales: ['T1,2026-02-01,,bo,100,USD,New,40%'] });
    expect(totals(done)).toEqual(['bo 2026-Q1: 4']);
    expect(done.accounts[0]!.creditedInPart).toEqual({ rows: 1, examples: ['T1 (blank)'] });
  });

  test('only a split can be credited in part: a manager without a plan is nobody\'s lost share', async () => {
    const both = plan('rate: 10%', { credits: 'own: { from: sales, to: seller, split: { co_owner: co_share } }\n  team: { from: sales, to: managers of seller }', measure: '{ sum: amount, of: own }' });
    const done = await calculate({ people: 'id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,,bo\nbo,,,,M,5%,,\n', plans: both.replace('credits:', "for: role == 'AE'\ncredits:"), sales: ['T1,2026-02-01,ana,,100,USD,New,'] });
    expect(done.accounts[0]!.creditedInPart.rows).toBe(0);
  });

  test('a split without a share is refused (R018), and only under the version that holds on the day', async () => {
    const shared = plan('rate: 10%', { credits: 'own: { from: sales, to: seller, split: { co_owner: co_share } }', effective: '2026-01-01 to 2026-06-30' });
    const row = (date: string): string => `T1,${date},ana,bo,100,USD,New,`;
    expect(said(await calculate({ plans: shared, sales: [row('2026-02-01')] }), 'R018')).toEqual(['transaction T1 names bo in a split, and the share is blank']);
    expect(said(await calculate({ plans: shared, sales: [row('2026-07-01')] }), 'R018')).toEqual([]);
  });

  test('a split of 100 % leaves the seller nothing, not even a counted deal', async () => {
    const count = plan('per-unit: 10', { credits: 'own: { from: sales, to: seller, split: { co_owner: 100% } }', measure: '{ count: transactions, of: own }' });
    const done = await calculate({ plans: count, sales: ['T1,2026-02-01,ana,bo,100'] });
    expect(totals(done, true)).toEqual(['ana 2026-Q1: 0', 'bo 2026-Q1: 10']);
    expect(done.payouts[0]!.zero).toBe('nothing was credited to revenue');
  });

  test('a shared deal counts once in all: 60 % and 40 % of it (A bounty was paid twice for a split)', async () => {
    const count = plan('per-unit: 10', { credits: 'own: { from: sales, to: seller, split: { co_owner: 40% } }', measure: '{ count: transactions, of: own }' });
    expect(totals(await calculate({ plans: count, sales: ['T1,2026-02-01,ana,bo,100'] }))).toEqual(['ana 2026-Q1: 6', 'bo 2026-Q1: 4']);
  });

  test('R006: a measure that counts one row twice for one person says so, and counts both', async () => {
    const both = plan('rate: 10%', { credits: 'own: { from: sales, to: seller }\n  extra: { from: sales, to: co_owner }', measure: '{ sum: amount, of: [own, extra] }' });
    const done = await calculate({ plans: both, sales: ['T1,2026-02-01,ana,ana,100'] });
    expect(said(done, 'R006')).toEqual(['1 row of sales credited one person twice in one measure: T1 (ana)']);
    expect(totals(done)).toEqual(['ana 2026-Q1: 20']);
    expect(done.accounts[0]!.doublyCredited).toBe(1);
  });
});

describe('managers', () => {
  const team = plan('rate: 1%', { credits: 'team: { from: sales, to: managers of seller, levels: { 1: 100%, 2: 50% } }', measure: '{ sum: amount, of: team }' });
  const people = `id,from,start,end,role,rate,incentive,manager
ana,2020-01-01,,,AE,5%,,pat
ana,2026-02-16,,,AE,5%,,quin
pat,2020-01-01,,,M,5%,,vic
quin,2020-01-01,,,M,5%,,vic
vic,2020-01-01,,,VP,5%,,
`;

  test('the tree of the deal date: moved on the 16th, the 15th credits the old manager and the 16th the new one', async () => {
    // 15th: 1,000 to pat → 10; 16th: 3,000 to quin → 30; vic half of both: 2,000 → 20
    expect(totals(await calculate({ plans: team, people, sales: ['T1,2026-02-15,ana,,1000', 'T2,2026-02-16,ana,,3000'] }))).toEqual(['pat 2026-Q1: 10', 'quin 2026-Q1: 30', 'vic 2026-Q1: 20']);
  });

  test('the own sales of a manager are not credited to the manager, but to the manager above', async () => {
    expect(totals(await calculate({ plans: team, people, sales: ['T1,2026-02-15,pat,,1000'] }))).toEqual(['vic 2026-Q1: 10']);
  });

  test('a share of each level is the share of the deal', async () => {
    const shares: string[] = [];
    await calculate({ plans: team, people, sales: ['T1,2026-02-15,ana,,1000'] }, { listener: { credit: (credit) => shares.push(`${credit.payee} ${exactText(credit.share)}`) } });
    expect(shares).toEqual(['pat 1', 'vic 1/2']);
  });
});
