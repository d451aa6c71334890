/** The files of `run --out` that an analyst opens in a spreadsheet: credits, and rows that nobody was credited for. */
import { afterEach, describe, expect, test } from 'vitest';
import { World } from './world.ts';

const WORKSPACE = `workspace: kestrel
currency: USD
calendar: quarters
rounding: { to: 0.01, mode: half-up, at: component }
plans: plans/*.yaml
data:
  sales:
    files: data/sales.csv
    id: id
    date: date
    duplicates: ignore-identical
    columns: { id: text, date: date, seller: payee?, partner: payee?, amount: money(currency), currency: text, type: text }
people:
  file: data/people.csv
  columns: { id: payee, name: text, role: text, start: date? }
exchange-rates:
  file: data/rates.csv
  columns: { date: date, from: text, to: text, rate: number }
  reach-back: 31
  invert: true
`;
const PLAN = `plan: field
effective: 2026-01-01 to 2026-12-31
for: role == 'AE'
credits:
  own: { from: sales, to: seller, split: { partner: 1/3 }, where: type != 'Internal' }
measures:
  revenue: { sum: amount, of: own, where: type == 'New' }
  deals: { count: transactions, of: own, where: type == 'New' }
components:
  pay:
    commission on: revenue
    rate: 10%
  bonus:
    commission on: deals
    per-unit: 5
`;

let world: World;
afterEach(() => world.remove());

async function out(sales: readonly string[], options = ''): Promise<{ credits: string[]; excluded: string[]; table: string; err: string }> {
  world = new World({
    'paycurve.yaml': WORKSPACE,
    'plans/field.yaml': PLAN,
    'data/people.csv': 'id,name,role,start\nana,"Flores, Ana",AE,\nbo,=Bo,AE,2026-02-01\nvic,Vic,VP,\n',
    'data/rates.csv': 'date,from,to,rate\n2026-01-30,EUR,USD,1.10\n2026-02-01,USD,GBP,0.7\n',
    'data/sales.csv': `id,date,seller,partner,amount,currency,type\n${sales.join('\n')}\n`,
  });
  const { out: table, err } = await world.run(`run --out out ${options}`.trim());
  const lines = (name: string): string[] => world.read(`out/${name}`).trimEnd().split('\n');
  return { credits: lines('credits.csv'), excluded: lines('excluded.csv'), table, err };
}

describe('A10: credits.csv', () => {
  test('has a line for each transaction, person, plan and measure, with the amount as it stood and the rate', async () => {
    const { credits } = await out(['T1,2026-02-03,ana,bo,90.00,EUR,New', 'T2,2026-02-01,ana,,7.00,GBP,New', 'T3,2026-02-03,ana,,5.00,USD,New']);
    // 90 × 1.1 ÷ 3 = 33; 66; 7 ÷ 0.7 = 10
    expect(credits).toEqual([
      'payee,name,plan,period,rule,measure,source,transaction,date,share,value,currency,original,original_currency,exchange_rate,rate_day,rate_place,file,line,counts_on,late_because',
      "bo,'=Bo,field,2026-Q1,own,revenue,sales,T1,2026-02-03,0.333333333333,33.00,USD,90.00,EUR,1.1,2026-01-30,data/rates.csv:2,data/sales.csv,2,,",
      "bo,'=Bo,field,2026-Q1,own,deals,sales,T1,2026-02-03,0.333333333333,1,,,,,,,data/sales.csv,2,,",
      'ana,"Flores, Ana",field,2026-Q1,own,revenue,sales,T1,2026-02-03,0.666666666667,66.00,USD,90.00,EUR,1.1,2026-01-30,data/rates.csv:2,data/sales.csv,2,,',
      'ana,"Flores, Ana",field,2026-Q1,own,deals,sales,T1,2026-02-03,0.666666666667,1,,,,,,,data/sales.csv,2,,',
      'ana,"Flores, Ana",field,2026-Q1,own,revenue,sales,T2,2026-02-01,1,10.00,USD,7.00,GBP,1.428571428571,2026-02-01,data/rates.csv:3,data/sales.csv,3,,',
      'ana,"Flores, Ana",field,2026-Q1,own,deals,sales,T2,2026-02-01,1,1,,,,,,,data/sales.csv,3,,',
      'ana,"Flores, Ana",field,2026-Q1,own,revenue,sales,T3,2026-02-03,1,5.00,USD,5.00,USD,1,,,data/sales.csv,4,,',
      'ana,"Flores, Ana",field,2026-Q1,own,deals,sales,T3,2026-02-03,1,1,,,,,,,data/sales.csv,4,,',
    ]);
  });

  test('adds up to what payouts are paid on, and follows the filters', async () => {
    const sales = ['T1,2026-02-03,ana,bo,90.01,EUR,New', 'T2,2026-05-03,bo,,5.05,USD,New'];
    const { credits } = await out(sales, '--person bo --period 2026-Q2');
    expect(credits.slice(1).map((line) => line.split(',').slice(0, 8).join(','))).toEqual(["bo,'=Bo,field,2026-Q2,own,revenue,sales,T2", "bo,'=Bo,field,2026-Q2,own,deals,sales,T2"]);
    expect(world.read('out/ledger.jsonl')).not.toContain('"payee":"ana"');
  });
});

describe('A10: excluded.csv', () => {
  const sales = ['T1,2026-02-03,ana,,90.00,USD,New', 'T2,2026-02-03,,,1.00,USD,New', 'T3,2026-01-31,bo,,1.00,USD,New', 'T4,2026-02-03,vic,,1.00,USD,New', 'T5,2026-02-03,ana,,1.00,USD,Internal', 'T6,2026-02-03,ana,,1.00,USD,Renewal', 'T1,2026-02-03,ana,,90.00,USD,New', '-7,2025-12-31,ana,,1.00,USD,New'];

  test('has a line for every excluded row, with its reason and what each rule said', async () => {
    const { excluded, table } = await out(sales);
    expect(excluded).toEqual([
      'source,transaction,date,file,line,reason,text,rules_said,late_because',
      'sales,T2,2026-02-03,data/sales.csv,3,no-payee,the payee column is blank,"field, rule own: its payee column is blank",',
      'sales,T3,2026-01-31,data/sales.csv,4,no-plan,the payee is in no plan on that day,"field, rule own: bo is not in this plan on that day: bo starts on 2026-02-01",',
      `sales,T4,2026-02-03,data/sales.csv,5,no-plan,the payee is in no plan on that day,"field, rule own: vic is not in this plan on that day: the plan is for role == 'AE', and the role of vic is 'VP'",`,
      `sales,T5,2026-02-03,data/sales.csv,6,filtered,the where formula of every credit rule said no,"field, rule own: where says no: type != 'Internal'",`,
      'sales,T6,2026-02-03,data/sales.csv,7,no-measure,"credited by a rule, counted by no measure",,',
      'sales,T1,2026-02-03,data/sales.csv,8,repeat,"identical to an earlier row, and the source ignores repeats",,',
      "sales,'-7,2025-12-31,data/sales.csv,9,no-plan,the payee is in no plan on that day,\"field, rule own: ana is not in this plan on that day: the plan begins on 2026-01-01\",",
    ]);
    expect(table).toContain('8 rows read = 1 credited + 7 excluded + 0 rejected');
    expect(table).toContain('Excluded rows are listed one by one in out/excluded.csv\n');
  });

  test('is in the manifest, and as many lines as rows that the account calls excluded', async () => {
    const { excluded } = await out(sales);
    const manifest = JSON.parse(world.read('out/manifest.json')) as { outputs: { name: string }[]; rows: { excluded: Record<string, number> }[] };
    expect(manifest.outputs.map((one) => one.name)).toEqual(['payouts.csv', 'components.csv', 'balances.csv', 'credits.csv', 'excluded.csv', 'ledger.jsonl']);
    expect(Object.values(manifest.rows[0]!.excluded).reduce((a, b) => a + b)).toBe(excluded.length - 1);
  });
});

describe('A1: a ratio in CSV is a decimal, since a spreadsheet takes 2/3 for a date', () => {
  test('attainment, effective rate and exchange rate: 12 decimals, half-even, in every CSV; no fraction anywhere', async () => {
    await out(['T1,2026-02-03,ana,bo,90.00,USD,New', 'T2,2026-02-03,ana,,10.00,USD,New'], '--format csv');
    world.write('plans/field.yaml', PLAN.replace('for:', 'paid-in: GBP\nfor:').replace('    rate: 10%', "    tiers: { read: whole, by: attainment of revenue, rates: [{ rate: 10% }] }"));
    world.write('data/rates.csv', 'date,from,to,rate\n2026-03-31,GBP,USD,1.1571\n');
    world.write('data/quotas.csv', 'payee,measure,from,to,amount\nana,revenue,2026-01-01,2026-03-31,60\nbo,revenue,2026-02-01,2026-03-31,70\n');
    world.write('paycurve.yaml', `${WORKSPACE}quotas:\n  file: data/quotas.csv\n  columns: { payee: payee, measure: text, from: date, to: date, amount: money(USD) }\n`);
    const answer = await world.run('run --out out');
    expect(answer.code, answer.err).toBe(0);
    const cell = (name: string, column: string): string[] => {
      const [head, ...rows] = world.read(`out/${name}`).trimEnd().split('\n').map((line) => line.replace('"Flores, Ana"', 'Ana').split(','));
      return rows.map((row) => row[head!.indexOf(column)]!);
    };
    // ana 70 of 60, bo 30 of 70; (7 + 5 × 5/3) ÷ 70 and (3 + 5 × 1/3) ÷ 30; 1 ÷ 1.1571
    expect(cell('components.csv', 'attainment')).toEqual(['1.166666666667', '', '0.428571428571', '']);
    expect(cell('payouts.csv', 'effective_rate')).toEqual(['0.219', '0.155666666667']);
    expect(cell('payouts.csv', 'exchange_rate')).toEqual(['0.864229539366', '0.864229539366']);
    for (const name of ['payouts.csv', 'components.csv']) expect(world.read(`out/${name}`)).not.toMatch(/,-?\d+\/\d+/);
  });

  test('A39: JSON keeps the fraction, with the decimal beside it', async () => {
    const { table } = await out(['T1,2026-02-03,ana,,90.00,USD,New', 'T2,2026-02-04,ana,,60.00,USD,New'], '--format json');
    // (15 + 10) ÷ 150
    expect(table).toContain('"effective_rate": "1/6",\n      "effective_rate_decimal": "0.166666666667",');
  });
});

test('A37: --csv-bom marks every CSV, so that a double click in Excel reads accents right, and our own reader takes it', async () => {
  await out(['T1,2026-02-03,ana,,90.00,USD,New', 'T9,2026-02-30,ana,,90.00,USD,New'], '--on-bad-row quarantine --csv-bom --format csv=all.csv');
  for (const name of ['all.csv', 'out/payouts.csv', 'out/components.csv', 'out/credits.csv', 'out/excluded.csv', 'out/rejected-sales.csv']) expect(world.read(name).slice(0, 2), name).toMatch(/^\ufeff[a-z]$/);
  expect(world.read('out/ledger.jsonl')[0]).toBe('{');
});
