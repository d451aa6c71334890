/** What `paycurve test` prints, to the letter: a failing case tells expected against found, the work by hand, and where the amount came from. */
import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '../cli/world.ts';
import { acme, cases, rows } from './world.ts';

let world: World;
beforeAll(() => {
  world = acme();
  world.write(
    'plans/plan.test.yaml',
    cases(
      `the quota earns 8 %\n${rows('1,2026-03-10,ana,,10000.00,50%,New')}\n    expect:\n      - { payee: ana, period: 2026-Q1, component: new_business, earned: 800.00, base: "10,000", quota: 10000, attainment: 100% }`,
      `the next dollar earns 12 %\n${rows('1,2026-03-10,ana,,10001.00,50%,New')}\n    work: 10,000 × 8 % + 1 × 12 % = 800.13\n    expect:\n      - { payee: ana, period: 2026-Q1, component: new_business, earned: "800.13" }`,
      `a day that is none\n${rows('1,2026-03-10,ana,,1.00,50%,New', '2,2026-02-30,ana,,1.00,50%,New')}\n    expect: []`,
    ),
  );
});
afterAll(() => world.remove());

test('text: one line for each case, and everything about those that fail', async () => {
  const { code, out, err } = await world.run('test');
  expect([code, err]).toEqual([1, '']);
  expect(out).toBe(`plans/plan.test.yaml
  ok    the quota earns 8 %
  FAIL  the next dollar earns 12 %  plans/plan.test.yaml:9
        ana 2026-Q1 new_business earned
          expected 800.13
          found    800.12

        by hand: 10,000 × 8 % + 1 × 12 % = 800.13

        ana 2026-Q1
        new business: 10,001.00 USD of new in 2 tiers pays 800.12 USD        800.12  plans/plan.yaml:11
        ├─ new: sum over 1 credit in 2026-Q1                              10,001.00  plans/plan.yaml:6
        │  └─ 1: 2026-03-10, credited by own                              10,001.00  plans/plan.test.yaml:13
        ├─ margin_pct: margin_amount ÷ new in 2026-Q1                          50 %  plans/plan.yaml:8
        │  ├─ margin_amount: sum over 1 credit in 2026-Q1                  5,000.50  plans/plan.yaml:7
        │  │  └─ 1: 2026-03-10, credited by own                            5,000.50  plans/plan.test.yaml:13
        │  └─ new: sum over 1 credit in 2026-Q1, as above                 10,001.00  plans/plan.yaml:6
        ├─ attainment of new: result ÷ quota                               100.01 %  plans/plan.yaml:6
        │  └─ quota of new: sum of 1 part                                 10,000.00  plans/plan.yaml:6
        │     └─ quota of 2026-Q1: quota record 2026-01-01 to 2026-03-31  10,000.00  data/quotas.csv:2
        ├─ gate: the gate margin_pct >= 30% is open: margin_pct is 50 %              plans/plan.yaml:13
        ├─ tiers: 10,001.00 USD of new in 2 tiers pays 800.12 USD            800.12  plans/plan.yaml:14
        │  ├─ tier 1, up to 100 %: 10,000.00 USD × 8 % = 800.00 USD          800.00  plans/plan.yaml:18
        │  └─ tier 2, from 100 %: 1.00 USD × 12 % = 0.12 USD                   0.12  plans/plan.yaml:19
        └─ cap: 800.12 USD is within the cap of 5,000.00 USD                         plans/plan.yaml:20

  FAIL  a day that is none  plans/plan.test.yaml:17
        problems
          expected none
          found    D205

        plans/plan.test.yaml:22:11: error[D205]: day must be a date YYYY-MM-DD, found "2026-02-30": 2026-02 has no day 30
           |
        22 |         2,2026-02-30,ana,,1.00,50%,New
           |           ^^^^^^^^^^
           = help: its days are 01 to 28
           = more: paycurve explain D205

3 cases in 1 file: 1 holds and 2 fail
`);
});

test('with -q only what fails, and nothing but the sum where all hold', async () => {
  expect((await world.run('test -q')).out).not.toContain('ok ');
  world.write('good/paycurve.yaml', world.read('paycurve.yaml').replace('plans/plan.yaml', 'plan.yaml').replaceAll('data/', '../data/'));
  world.write('good/plan.yaml', world.read('plans/plan.yaml'));
  world.write('good/plan.test.yaml', cases(`nobody sells\n    expect: []`));
  expect(await world.run('test good -q')).toEqual({ code: 0, out: '1 case in 1 file: it holds\n', err: '' });
  expect((await world.run('test good -qq')).out).toBe('');
  expect((await world.run('test good -v')).err).toBe('read good/plan.test.yaml\n');
});

test('json is what its published schema says', async () => {
  const { out } = await world.run('test --format json plans');
  const found = JSON.parse(out) as { results: { file: string; cases: { passed: boolean; differences: unknown[]; problems: { code: string }[] }[] }[]; summary: unknown };
  const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('schema/test.schema.json', 'utf8')) as object);
  expect(validate(found), JSON.stringify(validate.errors)).toBe(true);
  expect(found.summary).toEqual({ files: 1, cases: 3, passed: 1, failed: 2, problems: 0 });
  expect(found.results[0]!.cases[1]!.differences).toEqual([{ what: 'ana 2026-Q1 new_business earned', line: 16, col: 73, expected: '800.13', found: '800.12', payee: 'ana', period: '2026-Q1', component: 'new_business' }]);
  expect(found.results[0]!.cases[2]!.problems.map(({ code }) => code)).toEqual(['D205']);
});

test('junit names nobody and no amount, unless told so', async () => {
  expect((await world.run('test plans --format junit')).out).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="paycurve test" tests="3" failures="2" errors="0" skipped="0">
  <testsuite name="plans/plan.test.yaml" tests="3" failures="2" errors="0" skipped="0">
    <testcase classname="plans/plan.test.yaml" name="the quota earns 8 %"/>
    <testcase classname="plans/plan.test.yaml" name="the next dollar earns 12 %">
      <failure type="T001" message="1 figure of the case differs; run paycurve test on your machine to see it">plans/plan.test.yaml:16: earnings differ</failure>
    </testcase>
    <testcase classname="plans/plan.test.yaml" name="a day that is none">
      <failure type="T001" message="1 figure of the case differs; run paycurve test on your machine to see it">plans/plan.test.yaml:17: problems differ
plans/plan.test.yaml:22:11: error[D205]: not a date</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
  const { out } = await world.run('test plans --format junit --no-redact');
  expect(out).toContain('plans/plan.test.yaml:16: ana 2026-Q1 new_business earned: expected 800.13, found 800.12');
});

test('several formats in one run, to files', async () => {
  const { code, err } = await world.run('test plans --format text --format junit=out/cases.xml --format json=out/cases.json');
  expect([code, err]).toEqual([1, 'wrote out/cases.xml\nwrote out/cases.json\n']);
  expect(world.read('out/cases.xml')).toContain('<testsuites');
});
