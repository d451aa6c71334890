/** What a period pays: windows, quotas and their phasing, proration, versions, deals in order, currency, true-up. By hand. */
import { describe, expect, test } from 'vitest';
import { exactText } from '../arbitrary/road.ts';
import { calculate, decimal, plan, said, totals } from './workbench.ts';

/** Shows the figures of the only component: base, quota, attainment, earned. */
function figures(done: Awaited<ReturnType<typeof calculate>>): string[] {
  return done.payouts.map((payout) => {
    const [one] = payout.components;
    const known = (value: { value?: Parameters<typeof exactText>[0] | undefined } | undefined): string => (value?.value === undefined ? 'n/a' : decimal(exactText(value.value)));
    return `${payout.payee} ${payout.period.id} base ${known(one!.base)} quota ${known(one!.quota)} attainment ${known(one!.attainment)} earned ${decimal(exactText(one!.earned))}`;
  });
}

const ONE = 'id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,,\n';

describe('windows', () => {
  const months = ['T1,2026-01-31,ana,,100', 'T2,2026-02-01,ana,,20', 'T3,2026-04-30,ana,,3'];
  const by = async (window: string): Promise<string[]> => {
    const done = await calculate({ calendar: 'months', people: ONE, plans: plan('rate: 100%', { measure: `{ sum: amount, of: own, window: ${window} }` }), sales: months });
    return done.payouts.map((payout) => decimal(exactText(payout.components[0]!.base.value!)));
  };
  // January to April
  test.each([
    ['period', ['100', '20', '0', '3']],
    ['quarter-to-date', ['100', '120', '120', '3']],
    ['year-to-date', ['100', '120', '120', '123']],
    ['rolling 3', ['100', '120', '120', '23']],
    ['previous', ['0', '100', '20', '0']],
  ])('%s', async (window, bases) => expect(await by(window)).toEqual(bases));

  test('the least and the greatest of no rows are not applicable, and the component says so', async () => {
    const done = await calculate({ calendar: 'months', people: ONE, plans: plan('rate: 10%', { measure: '{ max: amount, of: own }' }), sales: ['T1,2026-01-31,ana,,-5', 'T2,2026-01-31,ana,,-7', 'T3,2026-03-01,ana,,1'] });
    expect(totals(done, true)).toEqual(['ana 2026-01: -0.5', 'ana 2026-02: 0', 'ana 2026-03: 0.1']);
    expect(done.payouts[1]!.zero).toBe('revenue has no transactions');
  });

  test('the rate of a person for the sales of the previous period is the one of their own days', async () => {
    const people = 'id,from,start,end,role,rate,incentive,manager\nana,2020-01-01,,,AE,5%,,\nana,2026-02-01,,,AE,10%,,\n';
    // 100 of January at January's 5 %, though paid in February
    expect(totals(await calculate({ calendar: 'months', people, plans: plan('rate: rate', { measure: '{ sum: amount, of: own, window: previous }' }), sales: ['T1,2026-01-15,ana,,100', 'T2,2026-02-15,ana,,0'] }))).toEqual(['ana 2026-02: 5']);
  });
});

describe('quotas', () => {
  const bonus = (quota: string, head = ''): string => plan('tiers:\n      read: whole\n      by: attainment of revenue\n      rates:\n        - { to: 100%, rate: 1% }\n        - { rate: 2% }', { head, measure: `{ sum: amount, of: own, quota: ${quota} }` });
  const sales = ['T1,2026-01-15,ana,,100', 'T2,2026-12-31,ana,,100'];

  test('even: 100.00 over three months is 33.34, 33.33, 33.33, and the sum is the record', async () => {
    const done = await calculate({ calendar: 'months', people: ONE, quotas: 'ana,revenue,2026-01-01,2026-03-31,100', plans: bonus('{ phasing: even }'), sales: ['T1,2026-01-15,ana,,100', 'T2,2026-03-15,ana,,33.33'] });
    expect(figures(done).map((line) => line.split(' ').slice(1, 6).join(' '))).toEqual(['2026-01 base 100 quota 33.34', '2026-02 base 0 quota 33.33', '2026-03 base 33.33 quota 33.33']);
    // 2 % of 100 above quota; at 100 % exactly the upper tier: 2 % of 33.33 = 0.67
    expect(totals(done)).toEqual(['ana 2026-01: 2', 'ana 2026-03: 0.67']);
  });

  test('weights: one for each quarter', async () => {
    const done = await calculate({ people: ONE, quotas: 'ana,revenue,2026-01-01,2026-12-31,1000', plans: bonus('{ phasing: [10%, 20%, 30%, 40%] }'), sales });
    expect(figures(done).map((line) => line.split(' ')[5])).toEqual(['100', '200', '300', '400']);
  });

  test('days: a record of 31 days of which 16 lie in January', async () => {
    // 16 January to 15 February is 31 days: 310 × 16 ÷ 31 = 160, 310 × 15 ÷ 31 = 150; before and after it other records
    const quotas = 'ana,revenue,2026-01-01,2026-01-15,40\nana,revenue,2026-01-16,2026-02-15,310\nana,revenue,2026-02-16,2026-02-28,50';
    const done = await calculate({ calendar: 'months', people: ONE, quotas, plans: bonus('{ phasing: days }'), sales: ['T1,2026-01-15,ana,,100', 'T2,2026-02-15,ana,,100'] });
    expect(figures(done).map((line) => line.split(' ')[5])).toEqual(['200', '200']);
  });

  test('R004: a yearly record and no phasing', async () => {
    const done = await calculate({ people: ONE, quotas: 'ana,revenue,2026-01-01,2026-12-31,1000', plans: bonus('{ phasing: exact }'), sales: ['T1,2026-01-15,ana,,100'] });
    expect(said(done, 'R004')).toEqual(['revenue of ana in 2026-Q1: the record runs 2026-01-01 to 2026-12-31, the period 2026-Q1 2026-01-01 to 2026-03-31, and the measure revenue states no phasing']);
  });

  test('R001 and R002: missing and zero are two things, each names the person and the period', async () => {
    const quotas = 'ana,revenue,2026-01-01,2026-03-31,0';
    const done = await calculate({ people: ONE, quotas, plans: bonus('{ zero: error, missing: error }'), sales });
    expect(said(done, 'R002')).toEqual(['the quota of ana for revenue in 2026-Q1 is zero']);
    expect(said(done, 'R001')).toEqual(['ana has no quota for revenue in 2026-Q2', 'ana has no quota for revenue in 2026-Q3', 'ana has no quota for revenue in 2026-Q4']);
    expect(done.failed).toBe(true);
  });

  test('A33: a record that covers part of the period is named, with the day that no record covers', async () => {
    const done = await calculate({ people: ONE, quotas: 'ana,revenue,2026-01-01,2026-03-15,100', plans: bonus('{ phasing: exact }'), sales: ['T1,2026-01-15,ana,,100'] });
    const [problem] = done.problems.filter(({ code }) => code === 'R001');
    // 31 + 28 + 15 days
    expect(problem!.message).toBe('ana has a quota for revenue on only 74 of 90 days in 2026-Q1: no record covers 2026-03-16');
    expect(problem!.data).toMatchObject({ file: 'data/quotas.csv', line: 2 });
    expect(problem!.hint).toContain('the record here runs 2026-01-01 to 2026-03-15: correct its days');
    const stated = await calculate({ people: ONE, quotas: 'ana,revenue,2026-01-01,2026-03-15,100', plans: bonus('{ phasing: exact, missing: not-applicable }'), sales: ['T1,2026-01-15,ana,,100'] });
    expect(stated.payouts[0]!.zero).toBe('attainment of revenue is not applicable: the quota for revenue covers only 74 of 90 days in 2026-Q1');
  });

  test('A33: a misspelt measure in the quota file is suggested where the quota is missed, and its records are named once', async () => {
    const done = await calculate({ people: ONE, quotas: 'ana,revenu,2026-01-01,2026-03-31,100\nana,revenu,2026-04-01,2026-06-30,100\nana,other,2026-01-01,2026-03-31,1', plans: bonus('{ phasing: exact }'), sales: ['T1,2026-01-15,ana,,100'] }, { everyPlan: true });
    const [missing] = done.problems.filter(({ code }) => code === 'R001');
    expect([missing!.message, missing!.hint, missing!.data?.line]).toEqual(['ana has no quota for revenue in 2026-Q1', 'the record here is for "revenu"; did you mean revenue?', 2]);
    expect(said(done, 'R015')).toEqual(['2 quota records are for "revenu", which is no measure of any plan', '1 quota record is for "other", which is no measure of any plan']);
    expect(done.problems.filter(({ code }) => code === 'R015').map(({ severity, suggestion }) => [severity, suggestion])).toEqual([['warning', 'revenue'], ['warning', undefined]]);
  });

  test('the stated answers: 0 % and 100 % count as attainment, not applicable pays nothing and says why', async () => {
    const quotas = 'ana,revenue,2026-01-01,2026-03-31,0';
    const [first, last] = ['T1,2026-01-15,ana,,100', 'T2,2026-04-15,ana,,100'];
    // zero as 100 %: 2 % of 100; missing as 0 %: 1 % of 100
    expect(totals(await calculate({ people: ONE, quotas, plans: bonus('{ zero: 100%, missing: 0% }'), sales: [first, last] }))).toEqual(['ana 2026-Q1: 2', 'ana 2026-Q2: 1']);
    const none = await calculate({ people: ONE, quotas, plans: bonus('{ zero: not-applicable, missing: not-applicable }'), sales: [first, last] });
    expect(totals(none, true)).toEqual(['ana 2026-Q1: 0', 'ana 2026-Q2: 0']);
    expect(none.payouts.map((payout) => payout.zero)).toEqual(['attainment of revenue is not applicable: the quota in 2026-Q1 is zero', 'attainment of revenue is not applicable: no quota for revenue in 2026-Q2']);
  });

  test('R003: a quota in a currency without a rate names the pair and the day, not the phasing', async () => {
    const done = await calculate({ people: ONE, quotas: 'ana,revenue,2026-01-01,2026-03-31,100', rates: '2026-01-15,USD,EUR,0.5', plans: bonus('{ missing: not-applicable }', 'currency: EUR'), sales: ['T1,2026-01-15,ana,,100'] });
    expect(said(done, 'R003')).toEqual(['no exchange rate from USD to EUR on 2026-01-01, the first day of the quota of ana for revenue']);
    expect(said(done, 'R004')).toEqual([]);
  });
});

describe('part of a period', () => {
  // ana joins on 16 February: 44 of the 90 days of the quarter
  const people = 'id,from,start,end,role,rate,incentive,manager\nana,,2026-02-16,,AE,5%,9000,\n';
  const half = (head: string): string => plan('target: incentive per period\nrate: icr', { head, measure: '{ sum: amount, of: own, quota: { missing: not-applicable } }' });
  const given = { people, quotas: 'ana,revenue,2026-01-01,2026-03-31,90000', sales: ['T1,2026-03-31,ana,,100'] };

  test('quota and target prorated leave the rate alone; the quota alone doubles it', async () => {
    // 9,000 ÷ 90,000 = 10 %
    expect(totals(await calculate({ ...given, plans: half('prorate: [quota, target]') }))).toEqual(['ana 2026-Q1: 10']);
    // quota 90,000 × 44 ÷ 90 = 44,000; 9,000 ÷ 44,000 × 100 = 20.4545…
    const alone = await calculate({ ...given, plans: half('prorate: [quota]') });
    expect(totals(alone)).toEqual(['ana 2026-Q1: 20.45']);
    expect(said(alone, 'R005')).toEqual([]);
  });

  test('R005: nothing prorated is said', async () => {
    const done = await calculate({ ...given, plans: half('') });
    expect(said(done, 'R005')).toEqual(['ana is in plan field for 44 of the 90 days of 2026-Q1, and nothing is prorated']);
    expect(totals(done)).toEqual(['ana 2026-Q1: 10']);
  });

  test('a flat rate takes each day at its own value; R007 where one value is needed', async () => {
    const changed = 'id,from,start,end,role,rate,incentive,manager\nana,2020-01-01,,,AE,5%,,\nana,2026-02-16,,,AE,10%,,\n';
    const sales = ['T1,2026-02-15,ana,,100', 'T2,2026-02-16,ana,,100'];
    // 100 × 5 % + 100 × 10 %
    const flat = await calculate({ people: changed, plans: plan('rate: rate'), sales });
    expect(totals(flat)).toEqual(['ana 2026-Q1: 15']);
    expect(said(flat, 'R007')).toEqual([]);
    const tiers = await calculate({ people: changed, plans: plan('tiers: { read: marginal, rates: [{ to: 50, rate: rate }, { rate: rate }] }'), sales });
    expect(totals(tiers)).toEqual(['ana 2026-Q1: 20']);
    expect(said(tiers, 'R007')).toEqual(['rate of ana changed inside 2026-Q1; the value from 2026-02-16 on, 0.1, is used for all of it']);
  });
});

describe('versions in mid-period', () => {
  const tiers = 'accumulates: year\ntiers: { read: marginal, rates: [{ to: 100, rate: 5% }, { rate: 8% }] }';
  const versions = (word: string): string[] => [plan(tiers, { effective: '2026-01-01 to 2026-05-15' }), plan(tiers, { effective: '2026-05-16 to 2026-12-31', head: `on-version-change: ${word}` })];
  const sales = ['T1,2026-05-15,ana,,80', 'T2,2026-05-16,ana,,40'];

  test('accumulate: the new version counts on from the old running total', async () => {
    // 80 × 5 % = 4; to date 120: 100 × 5 % + 20 × 8 % = 6.60, less 4 = 2.60
    const done = await calculate({ people: ONE, plans: versions('accumulate'), sales });
    expect(totals(done)).toEqual(['ana 2026-Q2: 4', 'ana 2026-Q2: 2.6']);
    expect(done.accounts[0]!.credited).toBe(2);
  });

  test('restart: the new version begins at zero', async () => {
    expect(totals(await calculate({ people: ONE, plans: versions('restart'), sales }))).toEqual(['ana 2026-Q2: 4', 'ana 2026-Q2: 2']);
  });

  test('a rate of 5 % to 31 March and 6 % after pays each sale by the version of its day', async () => {
    const two = [plan('rate: 5%', { effective: '2026-01-01 to 2026-03-31' }), plan('rate: 6%', { effective: '2026-04-01 to 2026-12-31' })];
    expect(totals(await calculate({ people: ONE, plans: two, sales: ['T1,2026-03-31,ana,,100', 'T2,2026-04-01,ana,,100'] }))).toEqual(['ana 2026-Q1: 5', 'ana 2026-Q2: 6']);
  });
});

describe('a component that accumulates', () => {
  const margin = (window: string): string => `plan: field
effective: 2026-01-01 to 2026-12-31
credits: { own: { from: sales, to: seller } }
measures:
  sold: { sum: amount, of: own${window} }
  good: { sum: amount, of: own, where: type == 'New'${window} }
  part: { ratio: good / sold }
components:
  pay: { bonus on: part, accumulates: year, target: 1000 per period, steps: { by: part, bands: [ { from: 30%, pays: 1000 } ] } }
`;

  test('a ratio whose sides are of the period is refused (a quarter without sales took back the bonus of the one before)', async () => {
    const done = await calculate({ people: ONE, plans: margin(', window: period'), sales: ['T1,2026-02-01,ana,,100', 'T2,2026-08-01,ana,,100'] });
    expect(said(done, 'P100')).toEqual(['component pay accumulates over a year, but good is measured over another window', 'component pay accumulates over a year, but sold is measured over another window']);
  });

  test('a ratio to date that sales returned in full leave undefined takes back what was earned on it', async () => {
    const done = await calculate({ people: ONE, plans: margin(''), sales: ['T1,2026-02-01,ana,,100', 'T2,2026-05-01,ana,,-100', 'T3,2026-08-01,ana,,100'] });
    expect(totals(done, true)).toEqual(['ana 2026-Q1: 1000', 'ana 2026-Q2: -1000', 'ana 2026-Q3: 1000']);
  });

  test('a blank target stops the run (R011): it paid nothing, without a word', async () => {
    const bonus = plan('target: incentive per year\nrate: icr');
    const done = await calculate({ people: 'id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,,\n', quotas: 'ana,revenue,2026-01-01,2026-03-31,1000', plans: bonus, sales: ['T1,2026-02-01,ana,,100'] });
    expect(said(done, 'R011')).toEqual(['ana has no target for component pay: incentive is blank']);
  });
});

describe('deals in order', () => {
  const deals = (position: string, order = '[date, id]'): string => plan(`tiers:\n      read: per-deal\n      position: ${position}\n      order: ${order}\n      rates:\n        - { to: 100, rate: 5% }\n        - { rate: 8% }`);
  const sales = ['B,2026-02-01,ana,,40', 'A,2026-02-01,ana,,80'];

  test('ties of the day are broken by id, whatever the order of rows: 80 then 40', async () => {
    // before: 80 × 5 % + 40 × 5 % = 6; after: 80 × 5 % + 40 × 8 % = 7.20
    expect(totals(await calculate({ people: ONE, plans: deals('before'), sales }))).toEqual(['ana 2026-Q1: 6']);
    expect(totals(await calculate({ people: ONE, plans: deals('after'), sales }))).toEqual(['ana 2026-Q1: 7.2']);
  });

  test('two credits of one row to one person are one deal', async () => {
    const both = plan('tiers:\n      read: per-deal\n      position: before\n      order: [date, id]\n      rates:\n        - { to: 100, rate: 5% }\n        - { rate: 8% }', { credits: 'own: { from: sales, to: seller }\n  extra: { from: sales, to: co_owner }', measure: '{ sum: amount, of: [own, extra] }' });
    const done = await calculate({ people: ONE, plans: both, sales: ['T1,2026-02-01,ana,ana,80'] });
    // 80 + 80 of one deal, before which nothing was sold: 160 × 5 %
    expect(said(done, 'R010')).toEqual([]);
    expect(totals(done)).toEqual(['ana 2026-Q1: 8']);
  });

  test('rounding each transaction: two half cents are two cents, once each', async () => {
    // 0.30 × 5 % = 0.015 → 0.02, twice; on the total 0.60 × 5 % = 0.03
    const sales = ['T1,2026-02-01,ana,,0.30', 'T2,2026-02-01,ana,,0.30'];
    expect(totals(await calculate({ people: ONE, plans: plan('rate: 5%\nrounding: { to: 0.01, mode: half-up, at: transaction }'), sales }))).toEqual(['ana 2026-Q1: 0.04']);
    expect(totals(await calculate({ people: ONE, plans: plan('rate: 5%'), sales }))).toEqual(['ana 2026-Q1: 0.03']);
  });

  test('deals that cannot be priced end the component, so that the point of rounding decides no floor', async () => {
    const floored = (at: string): string => plan(`tiers: { read: whole, by: attainment of revenue, rates: [{ to: 100%, rate: 1% }, { rate: 2% }] }\nfloor: { at: 20, even-if-zero: true }\nrounding: { to: 0.01, mode: half-up, at: ${at} }`, { measure: '{ sum: amount, of: own, quota: { missing: not-applicable } }' });
    for (const at of ['transaction', 'component']) {
      for (const seller of ['ana', '']) {
        const done = await calculate({ people: ONE, quotas: 'ana,other,2026-01-01,2026-03-31,1', plans: floored(at), sales: [`T1,2026-02-01,${seller},,80`] });
        expect(totals(done, true)).toEqual(['ana 2026-Q1: 0']);
        expect(done.payouts[0]!.zero).toBe('attainment of revenue is not applicable: no quota for revenue in 2026-Q1');
      }
    }
  });
});

describe('currency', () => {
  const rates = '2026-02-10,EUR,USD,1.10\n2026-03-31,EUR,USD,1.20\n2026-03-31,USD,JPY,150';
  const sales = ['T1,2026-02-10,ana,,100,EUR'];

  test('a sale is converted at its own day, or at the end of the period, exactly', async () => {
    expect(totals(await calculate({ people: ONE, rates, plans: plan('rate: 10%'), sales }))).toEqual(['ana 2026-Q1: 11']);
    expect(totals(await calculate({ people: ONE, rates, plans: plan('rate: 10%', { head: 'convert-at: period-end' }), sales }))).toEqual(['ana 2026-Q1: 12']);
  });

  test('R003: no rate on the day is an error that names day and pair; the last known one only within the stated reach', async () => {
    const late = ['T1,2026-02-13,ana,,100,EUR'];
    const done = await calculate({ people: ONE, rates, plans: plan('rate: 10%'), sales: late });
    expect(said(done, 'R003')).toEqual(['no exchange rate from EUR to USD on 2026-02-13; the latest is of 2026-02-10 (data/rates.csv:2), 3 days earlier, and no reach-back is stated']);
    expect(done.failed).toBe(true);
    expect(totals(await calculate({ people: ONE, rates, rateLines: '  reach-back: 3', plans: plan('rate: 10%'), sales: late }))).toEqual(['ana 2026-Q1: 11']);
    expect(said(await calculate({ people: ONE, rates, rateLines: '  reach-back: 2', plans: plan('rate: 10%'), sales: late }), 'R003')).toHaveLength(1);
  });

  test('A16: R003 names the latest rate, its age and the stated reach, and the transaction that needs it', async () => {
    const done = await calculate({ people: ONE, rates, rateLines: '  reach-back: 2', plans: plan('rate: 10%'), sales: ['T1,2026-02-13,ana,,100,EUR'] });
    const [problem] = done.problems.filter(({ code }) => code === 'R003');
    expect(problem!.message).toBe('no exchange rate from EUR to USD on 2026-02-13; the latest is of 2026-02-10 (data/rates.csv:2), 3 days earlier, and reach-back is 2');
    expect(problem!.hint).toBe('add the rate to the exchange-rates file, or state `reach-back: 3` or more there');
    expect(problem!.data).toMatchObject({ file: 'data/sales.csv', line: 2, header: 'transaction', cell: 'T1' });
    expect(said(await calculate({ people: ONE, rates: '2026-02-13,USD,EUR,0.8', plans: plan('rate: 10%'), sales: ['T1,2026-02-13,ana,,100,EUR'] }), 'R003')).toEqual(['no exchange rate from EUR to USD on 2026-02-13; the file has one from USD to EUR of 2026-02-13 (data/rates.csv:2)']);
  });

  test('the opposite rate serves only when the workspace says so', async () => {
    const opposite = '2026-02-10,USD,EUR,0.8';
    expect(said(await calculate({ people: ONE, rates: opposite, plans: plan('rate: 10%'), sales }), 'R003')).toHaveLength(1);
    // 100 ÷ 0.8 × 10 %
    expect(totals(await calculate({ people: ONE, rates: opposite, rateLines: '  invert: true', plans: plan('rate: 10%'), sales }))).toEqual(['ana 2026-Q1: 12.5']);
  });

  test('paid in yen: the rate of the last day, rounded to whole yen', async () => {
    const done = await calculate({ people: ONE, rates, plans: plan('rate: 10%', { head: 'paid-in: JPY' }), sales: ['T1,2026-02-10,ana,,0.555'] });
    // 0.0555 → 0.06 USD × 150 = 9 JPY
    expect([exactText(done.payouts[0]!.total), done.payouts[0]!.paid.currency, exactText(done.payouts[0]!.paid.amount)]).toEqual(['3/50', 'JPY', '9']);
  });
});

describe('true-up', () => {
  test('a gate that closes later takes back what the window earned', async () => {
    const gated = plan('accumulates: quarter\nrate: 10%\ngate: revenue >= 100');
    // January 150 → 15; February −80: to date 70, gate closed: 0 − 15
    const done = await calculate({ calendar: 'months', people: ONE, plans: gated, sales: ['T1,2026-01-15,ana,,150', 'T2,2026-02-15,ana,,-80', 'T3,2026-03-15,ana,,30'] });
    expect(totals(done)).toEqual(['ana 2026-01: 15', 'ana 2026-02: -15', 'ana 2026-03: 10']);
  });

  test('whole tiers re-price the sales of earlier periods, and a new window begins at zero', async () => {
    const tiers = plan('accumulates: quarter\ntiers: { read: whole, rates: [{ to: 100, rate: 5% }, { rate: 8% }] }');
    // 60 × 5 % = 3; 110 × 8 % = 8.80 − 3 = 5.80; April begins anew: 10 × 5 %
    expect(totals(await calculate({ calendar: 'months', people: ONE, plans: tiers, sales: ['T1,2026-01-15,ana,,60', 'T2,2026-02-15,ana,,50', 'T3,2026-04-01,ana,,10'] }))).toEqual(['ana 2026-01: 3', 'ana 2026-02: 5.8', 'ana 2026-04: 0.5']);
  });

  test('rounded at the payout, a window does not drift: the rounded sum to date less what was paid', async () => {
    const each = plan('accumulates: quarter\nrate: 10%', { head: 'rounding: { to: 0.01, mode: half-up, at: payout }' });
    // 9.95 × 10 % = 0.995 → 1.00; to date 9.85 × 10 % = 0.985 → 0.99, less 1.00 = −0.01
    expect(totals(await calculate({ calendar: 'months', people: ONE, plans: each, sales: ['T1,2026-01-15,ana,,9.95', 'T2,2026-02-15,ana,,-0.10'] }))).toEqual(['ana 2026-01: 1', 'ana 2026-02: -0.01']);
    // 10.00 × 10 % = 1.00; to date 0.995 → 1.00, less 1.00 = 0; rounding 0.995 − 1.00 would have taken a cent
    expect(totals(await calculate({ calendar: 'months', people: ONE, plans: each, sales: ['T1,2026-01-15,ana,,10.00', 'T2,2026-02-15,ana,,-0.05'] }), true)).toEqual(['ana 2026-01: 1', 'ana 2026-02: 0']);
  });
});

test('R009: a plan that is for nobody says so', async () => {
  const done = await calculate({ people: ONE, plans: plan('rate: 5%', { head: "for: role == 'ae'" }), sales: ['T1,2026-02-01,ana,,100'] });
  expect(said(done, 'R009')).toEqual(['nobody is in plan field']);
});
