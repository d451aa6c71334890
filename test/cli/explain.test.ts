/** `paycurve explain`: what is asked for is found, and what it prints can be checked by hand. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
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
    columns: { id: text, date: date, seller: payee?, amount: money(currency), currency: text, type: text }
people:
  file: data/people.csv
  columns: { id: payee, name: text, role: text, start: date?, incentive: money }
quotas:
  file: data/quotas.csv
  columns: { payee: payee, measure: text, from: date, to: date, amount: money }
exchange-rates:
  file: data/rates.csv
  columns: { date: date, from: text, to: text, rate: number }
  reach-back: 31
  invert: true
`;
const PLAN = `plan: field
title: Field 2026
effective: 2026-01-01 to 2026-12-31
for: role == 'AE'
credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount, of: own, where: type == 'New' }
components:
  pay:
    commission on: revenue
    rate: 10%
`;

const PEOPLE = 'id,name,role,start,incentive\nE105,Elif Kaya,AE,,64000\nD951,Dan Olsen,AE,,64000\nP301,Pat Ruiz,AE,,64000\nM201,Kara Whitfield,Manager,,60000\n';

interface Files {
  readonly plan?: string;
  readonly people?: string;
  readonly quotas?: string;
  readonly rates?: string;
  readonly sales?: readonly string[];
}

let world: World;
afterEach(() => world.remove());

function kestrel({ plan = PLAN, people = PEOPLE, quotas = '', rates = '', sales = ['T1,2026-02-01,E105,100.00,USD,New'] }: Files = {}): World {
  world = new World({
    'paycurve.yaml': WORKSPACE,
    'plans/field.yaml': plan,
    'data/people.csv': people,
    'data/quotas.csv': `payee,measure,from,to,amount\n${quotas}`,
    'data/rates.csv': `date,from,to,rate\n${rates}`,
    'data/sales.csv': `id,date,seller,amount,currency,type\n${sales.join('\n')}\n`,
  });
  return world;
}

describe('A3: a person whose id looks like a code', () => {
  test('no code begins with E, so E105 is a person', async () => {
    expect((await kestrel().run('explain E105')).out).toContain('E105  Elif Kaya · Field 2026 · 2026-Q1');
  });

  test('codes begin with D, there is no D951, and the workspace has a person of that id', async () => {
    expect((await kestrel({ sales: ['T1,2026-02-01,D951,100.00,USD,New'] }).run('explain D951')).out).toContain('D951  Dan Olsen · Field 2026');
  });

  test('P301 is both: the code is explained, and the person is named', async () => {
    const both = await kestrel().run('explain P301');
    expect(both.out).toMatch(/^P301: /);
    expect(both.err).toBe('P301 is also a person of this workspace: paycurve explain P301 . explains what was paid\n');
    expect((await world.run('explain P301 .')).out).toContain('P301  Pat Ruiz');
    expect((await world.run('explain P302')).err).toBe('');
  });

  test('neither a code nor a person: both are said, with the nearest code', async () => {
    const none = await kestrel().run('explain D199');
    expect(none.code).toBe(2);
    expect(none.err).toContain('there is no code D199, and no person "D199" in this folder');
  });
});

describe('A9: nobody is credited, and why', () => {
  const people = `${PEOPLE}E112,Lena Vogel,AE,2026-05-18,48000\n`;
  const because = async (row: string): Promise<string> => {
    const { out } = await kestrel({ people, sales: [row] }).run('explain --transaction T1');
    expect(out).toContain('Nobody was credited.');
    return /Because\n {2}(.*)\n/.exec(out)![1]!;
  };

  test('the person starts later', async () => expect(await because('T1,2026-02-01,E112,100.00,USD,New')).toBe('field, rule own: E112 is not in this plan on that day: E112 starts on 2026-05-18'));
  test('the plan is for another role', async () => expect(await because('T1,2026-02-01,M201,100.00,USD,New')).toBe("field, rule own: M201 is not in this plan on that day: the plan is for role == 'AE', and the role of M201 is 'Manager'"));
  test('the plan begins later', async () => expect(await because('T1,2025-12-31,E105,100.00,USD,New')).toBe('field, rule own: E105 is not in this plan on that day: the plan begins on 2026-01-01'));
});

describe('A6: a person without a payout in a period', () => {
  test('no data reach the period: a plan holds, and nobody says that none does', async () => {
    expect((await kestrel().run('explain E105 --period 2026-Q3')).out).toBe(`E105 has no payout in 2026-Q3:
  no data reach it: the transactions are of 2026-02-01 to 2026-02-01, and only periods that they reach are settled
There are payouts for 2026-Q1.
`);
  });

  test('no plan holds: every plan says why', async () => {
    expect((await kestrel().run('explain M201 --period 2026-Q1')).out).toBe("M201 has no payout in 2026-Q1:\n  field: the plan is for role == 'AE', and the role of M201 is 'Manager'\n");
  });

  test('a plan that does not exist is refused, not taken for one that does not hold', async () => {
    const { code, err } = await kestrel().run('explain E105 --plan feild');
    expect([code, err]).toEqual([2, expect.stringContaining('there is no plan "feild"')]);
    expect(err).toContain('did you mean field?');
  });
});

describe('A4: a converted amount', () => {
  const rates = '2026-01-30,EUR,USD,1.0912\n2026-02-10,USD,GBP,0.8\n';
  const sales = ['T1,2026-02-03,E105,98750.55,EUR,New', 'T2,2026-02-10,E105,100.00,GBP,New', 'T3,2026-02-10,E105,10.00,USD,New'];

  test('is shown under its credit: the amount as it stood, the rate, its day and its line, an opposite rate as written', async () => {
    const { out } = await kestrel({ rates, sales }).run('explain E105');
    const lines = out.split('\n').map((line) => line.replace(/ {2,}/g, '  ').trim());
    // 98,750.55 × 1.0912 = 107,756.60016 · 100 ÷ 0.8 = 125
    expect(lines).toContain('│  │  └─ 98,750.55 EUR × 1.0912, the rate of 2026-01-30 for 2026-02-03  107,756.60016  data/rates.csv:2');
    expect(lines).toContain('│  │  └─ 100.00 GBP × (1 ÷ 0.8), the rate of 2026-02-10  125.00  data/rates.csv:3');
    expect(out.match(/×.*the rate of/g)).toHaveLength(2);
  });

  test('is shown by --transaction, once', async () => {
    const { out } = await kestrel({ rates, sales }).run('explain --transaction T1');
    expect(out).toContain('revenue 107,756.60016 USD');
    expect(out).toContain('\nConverted\n  98,750.55 EUR × 1.0912, the rate of 2026-01-30 for 2026-02-03 (data/rates.csv:2) = 107,756.60016 USD\n');
    expect((await world.run('explain --transaction T3')).out).not.toContain('Converted');
  });

  test('is in the ledger, with the rate as the file has it', async () => {
    await kestrel({ rates, sales }).run('run --out out');
    const credits = world.read('out/ledger.jsonl').split('\n').filter((line) => line.includes('"entry":"credit"')).map((line) => JSON.parse(line) as { transaction: string; adds: readonly object[] });
    expect(credits.map(({ transaction, adds }) => [transaction, adds])).toEqual([
      ['T1', [{ measure: 'revenue', value: '107756.60016', converted: [{ amount: '98750.55', from: 'EUR', to: 'USD', rate: '1.0912', rate_day: '2026-01-30', data: 'data/rates.csv:2' }] }]],
      ['T2', [{ measure: 'revenue', value: '125', converted: [{ amount: '100', from: 'GBP', to: 'USD', one_over: '0.8', rate_day: '2026-02-10', data: 'data/rates.csv:3' }] }]],
      ['T3', [{ measure: 'revenue', value: '10' }]],
    ]);
  });
});

test('A27: pay in another currency shows the rate as the file has it, and its line', async () => {
  const { out } = await kestrel({ plan: PLAN.replace('for:', 'paid-in: GBP\nfor:'), rates: '2026-03-20,GBP,USD,1.1571\n', sales: ['T1,2026-02-03,E105,1000.00,USD,New'] }).run('explain E105');
  // 100.00 ÷ 1.1571 = 86.4229…, rounded
  expect(out.replace(/ {2,}/g, '  ')).toContain('└─ paid in GBP: 100.00 USD × (1 ÷ 1.1571), the rate of 2026-03-20 for 2026-03-31,  86.42 GBP  data/rates.csv:2');
});

describe('A40: a statement that can be sent', () => {
  const sales = ['T1,2026-02-01,E105,100.00,USD,New', 'T2,2026-02-02,E105,50.50,USD,New', ...Array.from({ length: 12 }, (_, i) => `S${i},2026-03-01,E105,1.00,USD,New`)];

  test('as Markdown: amounts first, then every step with its place, and nothing in it that data could make into markup', async () => {
    const plan = PLAN.replace('title: Field 2026', 'title: "Field *2026* [x](y)"');
    const { out } = await kestrel({ plan, sales }).run('explain E105 --format markdown');
    // 162.50 × 10 %
    expect(out).toMatch(/^<!-- paycurve:statement -->\n# Elif Kaya \(E105\)\n\n## Field &#42;2026&#42; &#91;x&#93;\(y\), 2026-Q1: 16\.25 USD\n/);
    expect(out).toContain('|  | USD |\n|---|--:|\n| pay | 16.25 |\n| **Total** | **16.25** |\n');
    expect(out).toContain('\n### pay\n\n162.50 USD of revenue × 10 % = 16.25 USD.\n\n- revenue: sum over 14 credits in 2026-Q1 → **162.50 USD** `plans/field.yaml:8`\n  - T1: 2026-02-01, credited by own → **100.00 USD** `data/sales.csv:2`\n');
    expect(out.match(/^ {2}- [ST]\d+: /gm)).toHaveLength(14);
  });

  test('as JSON: all steps, in the shape that schema/explain.schema.json publishes, and their places', async () => {
    const { out } = await kestrel({ sales }).run('explain E105 --format json');
    const document = JSON.parse(out) as { payouts: { total: string; steps: { name: string; steps: { kind: string; steps: unknown[] }[] }[] }[] };
    const check = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync('schema/explain.schema.json', 'utf8')) as object);
    expect(check(document), JSON.stringify(check.errors)).toBe(true);
    expect(document.payouts[0]!.total).toBe('16.25');
    expect(document.payouts[0]!.steps[0]!.steps[0]!.steps).toHaveLength(14);
    expect(document.payouts[0]!.steps[0]!.steps[0]!.steps[1]).toEqual({ kind: 'credit', name: 'T2', text: '2026-02-02, credited by own', amount: '50.50', unit: 'money', currency: 'USD', data: 'data/sales.csv:3' });
  });

  test('into a file, beside the tree for the terminal', async () => {
    const { out, err } = await kestrel({ sales }).run('explain E105 --format table --format markdown=E105.md');
    expect(out).toContain('└─ … and 6 more lines; --all shows them');
    expect(err).toContain('wrote E105.md\n');
    expect(world.read('E105.md')).toContain('# Elif Kaya (E105)');
    expect((await world.run('explain E105 --format json --all')).err).toContain('error[U018]: --all does nothing with --format json');
  });
});
