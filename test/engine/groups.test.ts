/** Measures across groups: dated membership, rows once, quotas of groups, what a payee's explanation shows of others. */
import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/engine/result.ts';
import { exactText } from '../arbitrary/road.ts';
import { calculate, totals, type Case } from './workbench.ts';

const PEOPLE = `id,from,start,end,role,rate,incentive,manager,store
ana,,,,AE,5%,12000,mia,North
bo,,,,AE,5%,12000,mia,North
cy,,,,AE,5%,12000,mia,South
mia,,,,M,5%,12000,,North
`;
const HEAD = 'plan: p\neffective: 2026-01-01 to 2026-12-31\n';
const OWN = 'credits:\n  own: { from: sales, to: seller, split: { co_owner: co_share } }\n';

const groups = (given: Partial<Case> & Pick<Case, 'plans' | 'sales'>): ReturnType<typeof calculate> => calculate({ people: PEOPLE, peopleColumns: 'store: text?', ...given });
const clean = async (given: Parameters<typeof groups>[0]): Promise<readonly string[]> => {
  const done = await groups(given);
  expect(done.problems.map(({ code, severity, message }) => `${severity} ${code} ${message}`).filter((line) => !/P089|P091|P092|R00[5-9]|R013/.test(line))).toEqual([]);
  return totals(done, true);
};

const SALES = ['T1,2026-01-10,ana,,100', 'T2,2026-02-10,bo,,200', 'T3,2026-02-11,cy,,400', 'T4,2026-03-01,mia,,50'];

describe('a measure across a group', () => {
  test('counts everybody who shares the value, whatever plan they are in', async () => {
    const plans = `${HEAD}for: role == 'AE'\n${OWN}measures:\n  own_sales: { sum: amount }\n  store_sales: { sum: amount, across: store }\ncomponents:\n  c: { commission on: own_sales, rate: 10%, multiplier: { times: 2, when: store_sales >= 350 } }\n`;
    // North: 100 + 200 + 50 of the manager, who is in no plan = 350; South: 400
    expect(await clean({ plans, sales: SALES })).toEqual(['ana 2026-Q1: 20', 'bo 2026-Q1: 40', 'cy 2026-Q1: 80']);
    expect(await clean({ plans: plans.replace('across: store', 'across: plan'), sales: SALES })).toEqual(['ana 2026-Q1: 20', 'bo 2026-Q1: 40', 'cy 2026-Q1: 80']);
    // everybody in the plan: 700, not 750
    const bar = (across: string): string => plans.replace('across: store', `across: ${across}`).replace('>= 350', '>= 701');
    expect(await clean({ plans: bar('plan'), sales: SALES })).toEqual(['ana 2026-Q1: 10', 'bo 2026-Q1: 20', 'cy 2026-Q1: 40']);
    expect(await clean({ plans: bar('company'), sales: SALES })).toEqual(['ana 2026-Q1: 20', 'bo 2026-Q1: 40', 'cy 2026-Q1: 80']);
    expect(await clean({ plans: plans.replace('across: store', 'across: { store: South }').replace('>= 350', '>= 400'), sales: SALES })).toEqual(['ana 2026-Q1: 20', 'bo 2026-Q1: 40', 'cy 2026-Q1: 80']);
  });

  test('a manager is gated by the margin of the team, though the team is in another plan (LNK-10)', async () => {
    const plans = (level: string): string => `${HEAD}for: role == 'M'\n${OWN}measures:\n  mine: { sum: amount }\n  team: { sum: amount, across: reports }\ncomponents:\n  c: { commission on: mine, rate: 10%, gate: team >= ${level} }\n`;
    expect(await clean({ plans: plans('700'), sales: SALES })).toEqual(['mia 2026-Q1: 5']);
    expect(await clean({ plans: plans('700.01'), sales: SALES })).toEqual(['mia 2026-Q1: 0']);
  });

  test('one written person, and a written group that nobody belongs to', async () => {
    const plans = (across: string): string => `${HEAD}for: role == 'AE'\n${OWN}measures:\n  mine: { sum: amount }\n  hers: { sum: amount, across: ${across} }\ncomponents:\n  c: { commission on: mine, rate: 10%, gate: hers >= 50 }\n`;
    expect(await clean({ plans: plans('{ id: mia }'), sales: SALES })).toEqual(['ana 2026-Q1: 10', 'bo 2026-Q1: 20', 'cy 2026-Q1: 40']);
    const done = await groups({ plans: plans('{ store: Nroth }'), sales: SALES });
    expect(done.problems.filter(({ code }) => code === 'R062').map(({ message, hint }) => `${message}; ${hint}`)).toEqual(['measure hers of plan p is across store Nroth, and nobody among the people has it; did you mean North?']);
  });

  test('CRD-12: an override above a level of the team: 1 % above 500 of 620 is 1.20', async () => {
    const plans = `${HEAD}for: role == 'M'\n${OWN}measures:\n  team: { sum: amount, across: reports }\ncomponents:\n  override: { commission on: team, rate: 1%, threshold: { at: 500, pays-from: threshold } }\n`;
    expect(await clean({ plans, sales: ['T1,2026-01-01,ana,,600', 'T2,2026-01-01,cy,,20', 'T3,2026-01-01,mia,,9999'] })).toEqual(['mia 2026-Q1: 1.2']);
  });

  test('two members who share a deal do not count it twice, nor do two rules that credit the same row', async () => {
    const plans = `${HEAD}for: role == 'AE'\ncredits:\n  own: { from: sales, to: seller, split: { co_owner: co_share } }\n  overlay: { from: sales, to: co_owner }\nmeasures:\n  store_sales: { sum: amount, of: [own, overlay], across: store }\n  store_deals: { count: transactions, of: [own, overlay], across: store }\n  big: { max: amount, of: [own, overlay], across: store }\ncomponents:\n  a: { commission on: store_sales, rate: 100% }\n  b: { commission on: store_deals, per-unit: 1000 }\n  c: { commission on: big, rate: 1000000% }\n`;
    const sales = ['T1,2026-01-10,ana,bo,1,USD,New,40%'];
    // North: 60 % + 40 % + 100 % of one row are one row: 1 + 1,000 + 10,000; South has none
    expect((await clean({ plans, sales })).slice(0, 2)).toEqual(['ana 2026-Q1: 11001', 'bo 2026-Q1: 11001']);
    // shared with South: North 60 %, South 40 % + 100 % = the whole row
    const across = await clean({ plans, sales: ['T1,2026-01-10,ana,cy,1,USD,New,40%'] });
    expect(across).toEqual(['ana 2026-Q1: 10600.6', 'bo 2026-Q1: 10600.6', 'cy 2026-Q1: 11001']);
  });

  test('membership is dated: what was sold in the old store stays there', async () => {
    const people = PEOPLE.replace('bo,,,,AE,5%,12000,mia,North', 'bo,,,,AE,5%,12000,mia,North\nbo,2026-02-01,,,AE,5%,12000,mia,South');
    const plans = `${HEAD}for: role == 'AE'\n${OWN}measures:\n  store_sales: { sum: amount, across: store }\ncomponents:\n  c: { commission on: store_sales, rate: 100% }\n`;
    expect(await clean({ people, plans, sales: ['T1,2026-01-31,bo,,100', 'T2,2026-02-01,bo,,7'] })).toEqual(['ana 2026-Q1: 100', 'bo 2026-Q1: 7', 'cy 2026-Q1: 7']);
  });

  test('the year to date of a plan lost what leavers had sold, once a new version went on', async () => {
    const people = PEOPLE.replace('bo,,,,AE', 'bo,,,2026-03-31,AE');
    const body = `for: role == 'AE'\n${OWN}measures:\n  ytd: { sum: amount, across: plan, window: year-to-date }\ncomponents:\n  c: { commission on: ytd, rate: 10% }\n`;
    const sales = [...SALES, 'T5,2026-05-01,ana,,10'];
    // 700 in the first quarter, bo's 200 among them, and 710 at the end of the second
    const paid = ['ana 2026-Q1: 70', 'ana 2026-Q2: 71', 'bo 2026-Q1: 70', 'cy 2026-Q1: 70', 'cy 2026-Q2: 71'];
    expect(await clean({ people, plans: `${HEAD}${body}`, sales })).toEqual(paid);
    expect(await clean({ people, plans: [`${HEAD.replace('12-31', '03-31')}${body}`, `${HEAD.replace('2026-01-01', '2026-04-01')}on-version-change: accumulate\n${body}`], sales })).toEqual(paid);
  });

  test('a blank group has no measure, and says so', async () => {
    const plans = `${HEAD}for: role == 'AE'\n${OWN}measures:\n  store_sales: { sum: amount, across: store }\ncomponents:\n  c: { commission on: store_sales, rate: 100% }\n`;
    const done = await groups({ people: PEOPLE.replace('mia,South', 'mia,'), plans, sales: SALES });
    expect(done.payouts.find(({ payee }) => payee === 'cy')!.zero).toBe('store of cy is blank, so there is no group to measure');
  });

  test('rows that only a group counts are credited, and the account still closes', async () => {
    const plans = `${HEAD}for: role == 'M'\n${OWN}measures:\n  team: { sum: amount, across: reports }\ncomponents:\n  c: { commission on: team, rate: 1% }\n`;
    const done = await groups({ plans, sales: SALES });
    const [account] = done.accounts;
    expect(account).toMatchObject({ read: 4, credited: 3, rejected: 0 });
    expect(account!.excluded.map(({ reason, rows }) => `${reason} ${rows}`)).toEqual(['no-measure 1']);
  });
});

describe('the quota of a group (QTA-11)', () => {
  const plans = (quota: string, across = 'store'): string => `${HEAD}for: role == 'AE'\n${OWN}measures:\n  store_sales: { sum: amount, across: ${across}, quota: ${quota} }\ncomponents:\n  c: { bonus on: store_sales, steps: { bands: [{ from: 100%, pays: 100 }] } }\n`;
  const member = (id: string, amount: string): string => `${id},store_sales,2026-01-01,2026-03-31,${amount}`;

  test('the sum of the members, those outside the plan as well', async () => {
    const quotas = [member('ana', '100'), member('bo', '150'), member('mia', '100'), member('cy', '400')].join('\n');
    expect(await clean({ plans: plans('{ of: members }'), sales: SALES, quotas })).toEqual(['ana 2026-Q1: 100', 'bo 2026-Q1: 100', 'cy 2026-Q1: 100']);
    const above = quotas.replace('bo,store_sales,2026-01-01,2026-03-31,150', 'bo,store_sales,2026-01-01,2026-03-31,150.01');
    expect(await clean({ plans: plans('{ of: members }'), sales: SALES, quotas: above })).toEqual(['ana 2026-Q1: 0', 'bo 2026-Q1: 0', 'cy 2026-Q1: 100']);
  });

  test('a member who moves counts in both stores by days, once in all', async () => {
    const people = PEOPLE.replace('bo,,,,AE,5%,12000,mia,North', 'bo,,,,AE,5%,12000,mia,North\nbo,2026-02-01,,,AE,5%,12000,mia,South').replace('mia,,,,M', 'mia,2027-01-01,,,M');
    // 90 of 90 days: 31 in North, 59 in South; North: ana 10 + bo 31 = 41 against 41 sold
    const quotas = [member('ana', '10'), member('bo', '90'), member('cy', '0')].join('\n');
    const sales = ['T1,2026-01-31,ana,,41', 'T2,2026-02-01,cy,,58.99'];
    expect(await clean({ people, plans: plans('{ of: members }'), sales, quotas })).toEqual(['ana 2026-Q1: 100', 'bo 2026-Q1: 0', 'cy 2026-Q1: 0']);
    expect(await clean({ people, plans: plans('{ of: members }'), sales: [sales[0]!, 'T2,2026-02-01,cy,,59'], quotas })).toEqual(['ana 2026-Q1: 100', 'bo 2026-Q1: 100', 'cy 2026-Q1: 100']);
  });

  test('a member without a quota is an error, unless the measure states what that means', async () => {
    const quotas = [member('ana', '100'), member('cy', '400')].join('\n');
    const done = await groups({ plans: plans('{ of: members }'), sales: SALES, quotas });
    expect(done.problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`)).toEqual(['R001 bo has no quota for store_sales in 2026-Q1', 'R001 mia has no quota for store_sales in 2026-Q1']);
    expect(await clean({ plans: plans('{ of: members, missing: not-applicable }'), sales: SALES, quotas })).toEqual(['ana 2026-Q1: 100', 'bo 2026-Q1: 100', 'cy 2026-Q1: 100']);
  });

  test('an own number, recorded under the name of the store', async () => {
    const quotas = [member('North', '350'), member('South', '401')].join('\n');
    expect(await clean({ plans: plans('{ of: group }'), sales: SALES, quotas, quotaPayee: 'text' })).toEqual(['ana 2026-Q1: 100', 'bo 2026-Q1: 100', 'cy 2026-Q1: 0']);
  });

  test('the own number of a store was cut by days in a plan that does not prorate quotas', async () => {
    const quotas = [member('North', '350'), member('South', '400')].join('\n');
    const begins = (more: string): string => plans('{ of: group }').replace('2026-01-01', '2026-02-01').replace('credits:', `${more}credits:`);
    const sales = SALES.map((row) => row.replace('2026-01-10', '2026-02-01')).map((row) => row.replace(',,400', ',,399'));
    expect(await clean({ plans: begins(''), sales, quotas, quotaPayee: 'text' })).toEqual(['ana 2026-Q1: 100', 'bo 2026-Q1: 100', 'cy 2026-Q1: 0']);
    // 59 of 90 days: 399 are above 400 × 59 ÷ 90
    expect(await clean({ plans: begins('prorate: [quota]\n'), sales, quotas, quotaPayee: 'text' })).toEqual(['ana 2026-Q1: 100', 'bo 2026-Q1: 100', 'cy 2026-Q1: 100']);
  });

  test('WE-153: joint and single levels are strict conditions over three group measures', async () => {
    const all = `${HEAD}for: role == 'AE'\n${OWN}measures:\n  both: { sum: amount, across: company }\n  north: { sum: amount, across: { store: North } }\n  south: { sum: amount, across: { store: South } }\ncomponents:\n  c: { bonus on: both, gate: both > 135 and north > 70 and south > 35, steps: { by: both, bands: [{ from: 0, pays: 100 }] } }\n`;
    const run = (north: string, south: string): Promise<readonly string[]> => clean({ plans: all, sales: [`T1,2026-01-01,ana,,${north}`, `T2,2026-01-01,cy,,${south}`] });
    expect(await run('100', '35')).toEqual(['ana 2026-Q1: 0', 'bo 2026-Q1: 0', 'cy 2026-Q1: 0']);
    expect(await run('99.99', '35.01')).toEqual(['ana 2026-Q1: 0', 'bo 2026-Q1: 0', 'cy 2026-Q1: 0']);
    expect(await run('100', '35.01')).toEqual(['ana 2026-Q1: 100', 'bo 2026-Q1: 100', 'cy 2026-Q1: 100']);
  });
});

describe('an override on earnings (CRD-10)', () => {
  const REPS = `plan: reps\neffective: 2026-01-01 to 2026-12-31\nfor: role == 'AE'\n${OWN}measures:\n  own_sales: { sum: amount }\ncomponents:\n  sales: { commission on: own_sales, rate: 10% }\nadjust:\n  - cap: 30\n`;
  const lead = (payouts: string, across: string): string => `plan: leads\neffective: 2026-01-01 to 2026-12-31\nfor: role == 'M'\ncredits:\n  own: { from: sales, to: seller }\nmeasures:\n  team_pay: { payouts: ${payouts}, across: ${across} }\ncomponents:\n  override: { commission on: team_pay, rate: 20% }\n`;

  test('a component of others was counted rounded or not, by whether their payout had been worked out before', async () => {
    for (const id of ['aaa', 'mia', 'zoe']) {
      const people = PEOPLE.replaceAll('mia', id);
      const plans = [REPS.replace('rate: 10% }', 'rate: 10% }\n  more: { commission on: own_sales, rate: 0.5% }').replace('cap: 30', 'cap: 90'), lead('sales', 'reports').replace('rate: 20%', 'rate: 100%')];
      // 10.04, 10.04 and 10.04 are 30.12 before each payout is rounded to tenths
      const sales = ['T1,2026-01-10,ana,,100.40', 'T2,2026-01-10,bo,,100.40', 'T3,2026-01-10,cy,,100.40'];
      const done = await groups({ people, plans, sales, rounding: '{ to: 0.1, mode: down, at: payout }' });
      const [override] = done.payouts.find(({ payee }) => payee === id)!.components;
      expect(exactText(override!.base!.value!)).toBe('753/25');
    }
  });

  test('managers come after their teams, whatever their ids; all is after caps, a component before them', async () => {
    for (const id of ['aaa', 'mia', 'zoe']) {
      const people = PEOPLE.replaceAll('mia', id);
      const sales = SALES.map((row) => row.replace('mia', id));
      const at = (amount: string): string[] => ['ana 2026-Q1: 10', 'bo 2026-Q1: 20', 'cy 2026-Q1: 30', `${id} 2026-Q1: ${amount}`].sort();
      expect([...(await clean({ people, plans: [REPS, lead('all', 'reports')], sales }))].sort()).toEqual(at('12'));
      expect([...(await clean({ people, plans: [REPS, lead('sales', 'reports')], sales }))].sort()).toEqual(at('14'));
      expect([...(await clean({ people, plans: [REPS, lead('[sales]', 'store')], sales }))].sort()).toEqual(at('6'));
    }
  });

  test('two who count each other are refused with their path', async () => {
    const people = PEOPLE.replace('cy,,,,AE,5%,12000,mia,South', 'cy,,,,M,5%,12000,,North');
    const done = await groups({ people, plans: [REPS, lead('all', 'store')], sales: SALES });
    expect(done.problems.filter(({ code }) => code === 'R060').map(({ message }) => message)).toEqual(['pay needs itself: all pay of cy in 2026-Q1 → override of cy in 2026-Q1 → all pay of mia in 2026-Q1 → override of mia in 2026-Q1 → all pay of cy in 2026-Q1'].slice(0, 1));
  });
});

test('the explanation of one payee shows counts and totals of the group, and no names', async () => {
  const plans = `${HEAD}for: role == 'AE'\n${OWN}measures:\n  store_sales: { sum: amount, across: store, quota: { of: members } }\ncomponents:\n  c: { bonus on: store_sales, steps: { bands: [{ from: 100%, pays: 100 }] } }\n`;
  const quotas = ['ana', 'bo', 'mia', 'cy'].map((id) => `${id},store_sales,2026-01-01,2026-03-31,100`).join('\n');
  const done = await calculate({ people: PEOPLE, peopleColumns: 'store: text?', plans, sales: SALES, quotas }, { steps: true, watch: (id) => id === 'ana' });
  const texts: string[] = [];
  const walk = (step: Step): void => {
    texts.push(`${step.name}: ${step.text}`);
    step.parts.forEach(walk);
  };
  walk(done.payouts.find(({ payee }) => payee === 'ana')!.step!);
  expect(texts).toContain('store_sales: sum over 3 credits of 3 people of store North in 2026-Q1');
  expect(texts).toContain('store_sales: the quotas of 3 members of store North');
  expect(texts.join('\n')).not.toMatch(/\b(bo|cy|mia)\b/);
});
