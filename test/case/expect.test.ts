/** Every kind of expectation, holding and failing: each line of the list is one case and what is said of it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { World } from '../cli/world.ts';
import { acme, cases, rows } from './world.ts';

let world: World;
beforeAll(() => {
  world = acme();
});
afterAll(() => world.remove());

const SOLD = rows('1,2026-03-10,ana,,10000.00,50%,New', '2,2026-03-11,ana,ben,100.00,50%,New', '3,2026-03-12,,,5.00,50%,New', '4,2026-03-13,ana,,5.00,50%,Other', '5,2026-03-14,ana,,50.00,50%,Renewal');
const PAID = '{ payee: ana, period: 2026-Q1, component: new_business, earned: 807.20 }\n      - { payee: ana, period: 2026-Q1, component: renewals, earned: 1.50 }\n      - { payee: ben, period: 2026-Q1, component: new_business, earned: 0.00, because: quota }';

/** Expectations of the same rows → `what: expected / found` of what differs. */
const TABLE: readonly (readonly [name: string, expectations: string, differs: readonly string[]])[] = [
  ['all that is paid', `expect:\n      - ${PAID}`, []],
  ['spelt in another way', `expect:\n      - ${PAID.replace('807.20', '807.2')}`, []],
  ['a cent less', `expect:\n      - ${PAID.replace('807.20', '807.19')}`, ['ana 2026-Q1 new_business earned: 807.19 / 807.20']],
  ['a component that is not named', `expect:\n      - { payee: ana, period: 2026-Q1, component: new_business, earned: 807.20 }`, ['ana 2026-Q1 renewals earned: nothing / 1.50']],
  ['somebody who was not paid', `expect:\n      - ${PAID}\n      - { payee: cyd, period: 2026-Q1, component: renewals, earned: 1 }`, ['cyd 2026-Q1 renewals earned: 1 / nothing']],
  ['a period without pay', `expect:\n      - ${PAID}\n      - { payee: ana, period: 2026-Q4, total: 1 }`, ['ana 2026-Q4 total: 1 / nothing']],
  ['a total', `expect:\n      - ${PAID}\n      - { payee: ana, period: 2026-Q1, total: 808.71 }`, ['ana 2026-Q1 total: 808.71 / 808.70']],
  ['what was paid, in its currency', `expect:\n      - ${PAID}\n      - { payee: ana, period: 2026-Q1, paid: 808.70, currency: USD }`, []],
  ['in another currency', `expect:\n      - ${PAID}\n      - { payee: ana, period: 2026-Q1, paid: 808.70, currency: EUR }`, ['ana 2026-Q1 paid: 808.70 / 808.70 USD']],
  ['base, quota and attainment', `expect:\n      - ${PAID.replace('807.20', '807.20, base: 10_060, quota: "10,000", attainment: 100.6%')}`, []],
  ['attainment as a fraction', `expect:\n      - ${PAID.replace('807.20', '807.20, attainment: 10060/10000')}`, []],
  ['a rounded attainment', `expect:\n      - ${PAID.replace('807.20', '807.20, attainment: 101%')}`, ['ana 2026-Q1 new_business attainment: 101% / 100.6%']],
  ['no quota', `expect:\n      - ${PAID.replace('because: quota', 'quota: n/a, attainment: n/a')}`, []],
  ['a quota where there is none', `expect:\n      - ${PAID.replace('because: quota', 'quota: 10')}`, ['ben 2026-Q1 new_business quota: 10 / n/a: no quota for new in 2026-Q1']],
  ['another reason', `expect:\n      - ${PAID.replace('because: quota', 'because: gate')}`, ['ben 2026-Q1 new_business because: a reason with "gate" / "attainment of new is not applicable: no quota for new in 2026-Q1"']],
  ['credits', `credits:\n      - { payee: ana, measure: new, transaction: 1, value: "10,000" }\n      - { payee: ana, measure: new, transaction: 2, value: 60, share: 60%, rule: own, period: 2026-Q1 }`, []],
  ['a credit with another share', `credits:\n      - { payee: ben, measure: new, transaction: 2, share: 60% }`, ['credit of 2 to ben in new: share 60% / share 40%']],
  ['a credit too few and one too many', `credits:\n      - { payee: ben, measure: new, transaction: 1 }`, ['credit of 1 to ben in new: a credit / nothing', 'credit of 2 to ben in new: nothing / 40.00, share 40%, by own, in 2026-Q1']],
  ['rows left out, counted', `excluded: { no-payee: 1, filtered: 1 }`, []],
  ['rows left out, by id', `excluded: { no-payee: [3], filtered: [4] }`, []],
  ['other rows left out', `excluded: { no-payee: [4], filtered: 2, no-measure: 0 }`, ['rows left out as no-payee: 4 / 3', 'rows left out as filtered: 2 / 1 (4)']],
  ['an error that does not come', `problems: [R001]`, ['problems: R001 / none']],
  ['no warnings', `expect:\n      - ${PAID}\n    warnings: []`, []],
];

describe('expected', () => {
  test.each(TABLE)('%s', async (name, expectations, differs) => {
    world.write('plans/plan.test.yaml', cases(`${name}\n${SOLD}\n    ${expectations}`));
    const { out, err } = await world.run('test --format json');
    const found = JSON.parse(out) as { results: { cases: { differences: { what: string; expected: string; found: string }[] }[] }[]; problems: { message: string }[] };
    expect([err, ...found.problems.map(({ message }) => message)]).toEqual(['']);
    expect(found.results[0]!.cases[0]!.differences.map(({ what, expected, found: is }) => `${what}: ${expected} / ${is}`)).toEqual(differs);
  });

  test('an error that is expected, and warnings beside it', async () => {
    world.write('plans/plan.test.yaml', cases(`bad\n${rows('1,2026-03-10,nobody,,1.00,50%,New')}\n    problems: [D210]`));
    expect((await world.run('test')).out).toBe('plans/plan.test.yaml\n  ok    bad\n\n1 case in 1 file: it holds\n');
  });

  test('a table is one case for each line, and a case has only its own rows', async () => {
    world.write('plans/plan.test.yaml', cases(`sold {amount}\n    table:\n      - { amount: 100.00, pays: 8.00 }\n      - { amount: 200.00, pays: 16.01 }\n${rows('1,2026-03-10,ana,,{amount},50%,New')}\n    expect: [{ payee: ana, period: 2026-Q1, component: new_business, earned: "{pays}" }]`, 'nobody sells\n    expect: []'));
    const { out } = await world.run('test');
    expect(out).toContain('  ok    sold 100.00\n  FAIL  sold 200.00  plans/plan.test.yaml:2\n        ana 2026-Q1 new_business earned\n          expected 16.01\n          found    16.00\n');
    expect(out).toContain('1: 2026-03-10, credited by own  ');
    expect(out).toMatch(/plans\/plan\.test\.yaml:9\n/);
    expect(out).toContain('  ok    nobody sells\n\n3 cases in 1 file: 2 hold and 1 fails\n');
  });

  test('other plans than those of the workspace, and no workspace named', async () => {
    world.write('designs/flat.yaml', `${world.read('plans/plan.yaml').replace(/ {4}gate[\s\S]*cap: 5_000\n/, '    rate: 1%\n')}`);
    world.write('designs/flat.test.yaml', `plans: flat.yaml\n${cases(`one per cent\n${rows('1,2026-03-10,ana,,100.00,50%,New')}\n    expect: [{ payee: ana, period: 2026-Q1, component: new_business, earned: 1.00 }]`)}`);
    expect((await world.run('test designs')).out).toBe('designs/flat.test.yaml\n  ok    one per cent\n\n1 case in 1 file: it holds\n');
  });
});
