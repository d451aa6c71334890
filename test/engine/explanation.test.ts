/** What the tree of a payout says: every number that went in is there, with its place. By hand. */
import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/engine/index.ts';
import { amountWords } from '../../src/report/amount.ts';
import type { Travelled } from '../arbitrary/road.ts';
import { calculate, plan } from './workbench.ts';

/** Every step as `kind name: text = amount @ file:line`, from the payout down. */
function told(step: Step | undefined): string[] {
  if (step === undefined) return [];
  const amount = step.amount === undefined ? '' : ` = ${amountWords(step.amount, step.unit ?? 'number', step.currency ?? 'USD')}`;
  const place = step.data === undefined ? '' : ` @ ${step.data.file}:${step.data.line}`;
  return [`${step.kind} ${step.name}: ${step.text}${amount}${place}`, ...step.parts.flatMap(told)];
}

function errors({ problems }: Travelled): string[] {
  return problems.filter((problem) => problem.severity === 'error').map((problem) => `${problem.code} ${problem.message}`);
}

describe('a payout of zero says which way it came there', () => {
  const zero = async (amount: string, adjust: string, incentive = '0'): Promise<string | undefined> => {
    const people = `id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,${incentive},\n`;
    const done = await calculate({ people, plans: plan('rate: 10%', { head: `adjust:\n  - ${adjust}` }), sales: [`T1,2026-02-01,ana,,${amount}`] });
    expect(errors(done)).toEqual([]);
    return done.payouts[0]!.zero;
  };

  test('A25: a floor that lifts a negative result to zero gave, and did not take', async () => {
    expect(await zero('-24000', 'floor: { at: "coalesce(incentive, 0)", even-if-zero: true }')).toBe('plan-level rules raised the negative -2,400.00 USD to zero; floor: -2,400.00 USD is raised to 0.00 USD by the floor of 0.00 USD (coalesce(incentive, 0), where incentive is 0.00 USD)');
  });

  test('a cap of zero took what was earned, and says how much', async () => {
    expect(await zero('5000', 'cap: { at: "coalesce(incentive, 0)" }')).toBe('plan-level rules took all of the 500.00 USD that was earned; cap: 500.00 USD is cut to 0.00 USD by the cap of 0.00 USD (coalesce(incentive, 0), where incentive is 0.00 USD); 500.00 USD is lost');
  });

  test('nothing earned and nothing changed is told by the component', async () => expect(await zero('0', 'cap: 100')).toBe('0.00 USD of revenue × 10 % = 0.00 USD'));
});

describe('A5, A28: a number of the people file is shown with its parts and its line', () => {
  const individual = plan('target: "coalesce(incentive, 0) per year"\nweight: 50%\nrate: icr', { head: 'prorate: [quota, target]', measure: '{ sum: amount, of: own, quota: { phasing: even } }' }) + '  other:\n    commission on: revenue\n    target: "coalesce(incentive, 0) per year"\n    weight: 50%\n    rate: 1%\n';
  const steps = async (people: string, plans = individual, quotas = 'ana,revenue,2026-01-01,2026-12-31,700000'): Promise<string[]> => {
    const done = await calculate({ people: `id,from,start,end,role,rate,incentive,manager\n${people}`, quotas, plans, sales: ['T1,2026-05-15,ana,,175000'] }, { steps: true });
    expect(errors(done)).toEqual([]);
    return told(done.payouts[0]!.step).filter((line) => /^(input|target|quota) /.test(line));
  };

  test('icr: target of the year over four quarters, times the weight, over the quota', async () => {
    // 80,000 ÷ 4 × 50 % = 10,000; 700,000 ÷ 4 = 175,000; 10,000 ÷ 175,000 = 5.71 %
    expect(await steps('ana,,,,AE,5%,80000,\n')).toEqual([
      'quota revenue: sum of 1 part = 175,000.00',
      'quota 2026-Q2: quota record 2026-01-01 to 2026-12-31 of 700,000.00 USD = 175,000.00 @ data/quotas.csv:2',
      'input icr: target 10,000.00 USD ÷ quota 175,000.00 USD = 5.71 %',
      'target : target incentive, weight 50 % of 20,000.00 USD = 10,000.00',
      'target 2026-Q2: 80,000.00 USD a year (coalesce(incentive, 0)) ÷ 4 = 20,000.00 @ data/people.csv:2',
    ]);
  });

  test('a target that is raised on 1 May is shown in its two stretches of days', async () => {
    // 14,000 × 30 ÷ 91 + 17,500 × 61 ÷ 91
    expect((await steps('ana,2020-01-01,,,AE,5%,56000,\nana,2026-05-01,,,AE,5%,70000,\n')).filter((line) => line.startsWith('target 2026'))).toEqual([
      'target 2026-Q2: 2026-04-01 to 2026-04-30, 56,000.00 USD a year (coalesce(incentive, 0)) ÷ 4 × 30 of 91 days = ≈ 4,615.384615 @ data/people.csv:2',
      'target 2026-Q2: 2026-05-01 to 2026-06-30, 70,000.00 USD a year (coalesce(incentive, 0)) ÷ 4 × 61 of 91 days = ≈ 11,730.769231 @ data/people.csv:3',
    ]);
  });

  test('a column that a formula names is shown with the line it stands on, once for each value', async () => {
    expect((await steps('ana,2020-01-01,,,AE,5%,,\nana,2026-05-01,,,AE,6%,,\n', plan('rate: rate'))).filter((line) => line.startsWith('input'))).toEqual([
      'input rate: of ana from 2026-04-01 = 5 % @ data/people.csv:2',
      'input rate: of ana from 2026-05-01 = 6 % @ data/people.csv:3',
    ]);
  });
});

test('a quota in another currency shows the rate that converted it', async () => {
  const done = await calculate({ people: 'id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,,\n', quotas: 'ana,revenue,2026-01-01,2026-03-31,90000', rates: '2026-01-01,USD,EUR,0.9\n2026-02-01,USD,EUR,0.9', plans: plan('tiers: { read: whole, by: attainment of revenue, rates: [{ rate: 5% }] }', { head: 'currency: EUR' }), sales: ['T1,2026-02-01,ana,,100'] }, { steps: true });
  expect(errors(done)).toEqual([]);
  expect(told(done.payouts[0]!.step)).toEqual(expect.arrayContaining(['quota 2026-Q1: quota record 2026-01-01 to 2026-03-31 of 90,000.00 USD = 81,000.00 @ data/quotas.csv:2', 'conversion EUR: 90,000.00 USD × 0.9, the rate of 2026-01-01 = 81,000.00 @ data/rates.csv:2']));
});

test('the credits of a measure are listed once in a component, however many ratios and conditions read it', async () => {
  const twice = plan('rate: 10%\ngate: share >= 10%').replace('  revenue: ', "  news: { sum: amount, of: own, where: type == 'New' }\n  share: { ratio: news / revenue }\n  revenue: ");
  const done = await calculate({ people: 'id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,,\n', plans: twice, sales: ['T1,2026-02-01,ana,,100'] }, { steps: true, watch: () => true });
  expect(told(done.payouts[0]!.step).filter((line) => /^(measure|credit) /.test(line))).toEqual([
    'measure revenue: sum over 1 credit in 2026-Q1 = 100.00',
    'credit T1: 2026-02-01, credited by own = 100.00 @ data/sales.csv:2',
    'measure share: news ÷ revenue in 2026-Q1 = 100 %',
    'measure news: sum over 1 credit in 2026-Q1 = 100.00',
    'credit T1: 2026-02-01, credited by own = 100.00 @ data/sales.csv:2',
    'measure revenue: sum over 1 credit in 2026-Q1, as above = 100.00',
  ]);
});
