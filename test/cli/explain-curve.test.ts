/** `paycurve explain PERSON --curve`: where pay bends and jumps, as a table that can be checked by hand, and as data. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { afterEach, expect, test } from 'vitest';
import { World } from './world.ts';

const WORKSPACE = `workspace: kestrel
currency: USD
calendar: quarters
rounding: { to: 0.01, mode: half-up, at: component }
plans: plan.yaml
data:
  sales:
    files: sales.csv
    id: id
    date: date
    columns: { id: text, date: date, seller: payee, amount: money(USD), units: number }
people:
  file: people.csv
  columns: { id: payee, name: text }
quotas:
  file: quotas.csv
  columns: { payee: payee, measure: text, from: date, to: date, amount: money(USD) }
`;
const PLAN = `plan: field
title: Field 2026
effective: 2026-01-01 to 2026-12-31
credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount, of: own }
  units: { sum: units, of: own }
components:
  pay:
    title: Commission
    commission on: revenue
    tiers: { read: whole, by: attainment of revenue, edge: upper-inclusive, rates: [ { to: 80%, rate: 2% }, { rate: 3% } ] }
    cap: 3_000
  deals:
    title: Each deal
    commission on: revenue
    tiers: { read: per-deal, position: before, order: [id], rates: [ { to: 50_000, rate: 1% }, { rate: 2% } ] }
  bounty:
    title: Bounty
    bonus on: units
    per-unit: 12.50
    gate: attainment of revenue >= 60%
    accumulates: year
`;

let world: World;
afterEach(() => world.remove());

function kestrel(): World {
  world = new World({
    'paycurve.yaml': WORKSPACE,
    'plan.yaml': PLAN,
    'people.csv': 'id,name\nE105,Elif Kaya\n',
    'quotas.csv': 'payee,measure,from,to,amount\nE105,revenue,2026-01-01,2026-03-31,100000\nE105,revenue,2026-04-01,2026-06-30,50000\n',
    'sales.csv': 'id,date,seller,amount,units\nT1,2026-02-01,E105,80000.00,3\nT2,2026-05-01,E105,40000.01,2\n',
  });
  return world;
}

test('a table for each component: borders with their owner, jumps, what a further unit earns; or why there is none', async () => {
  const { out, code } = await kestrel().run('explain E105 --period 2026-Q2 --curve');
  expect(code).toBe(0);
  expect(out.slice(out.indexOf('\nPay curve'))).toBe(`
Pay curve of Commission by revenue, everything else as it is; here 40,000.01 pays 1,200.00
                     Pays           Further
revenue             there     Jump     unit
───────────────────────────────────────────
below 40,000.00                         2 %
above 40,000.00  1,200.00  +400.00      3 %
from 100,000.00  3,000.00               0 %

No pay curve of Each deal by revenue: each deal is paid at the tier that the deals before it have reached

Pay curve of Bounty by units, everything else as it is; here 5 pays 62.50, of which 37.50 was earned before
           Pays
units     there  Jump  Further unit
───────────────────────────────────
anywhere               12.50 a unit
`);
});

test('what is not known is no curve, also where nothing was sold', async () => {
  world = new World({
    'paycurve.yaml': WORKSPACE,
    'plan.yaml': PLAN.replace('revenue: { sum: amount, of: own }', 'revenue: { sum: amount, of: own, quota: { missing: not-applicable } }'),
    'people.csv': 'id,name\nE105,Elif Kaya\nD951,Dan Olsen\n',
    'quotas.csv': 'payee,measure,from,to,amount\nE105,revenue,2026-01-01,2026-03-31,100000\n',
    'sales.csv': 'id,date,seller,amount,units\nT1,2026-02-01,E105,80000.00,3\n',
  });
  expect((await world.run('explain D951 --period 2026-Q1 --curve')).out).toContain('\nNo pay curve of Commission by revenue: attainment of revenue is not applicable: no quota for revenue in 2026-Q1\n');
});

test('as data, in the shape that schema/explain.schema.json publishes', async () => {
  const { out } = await kestrel().run('explain E105 --period 2026-Q1 --curve --format json');
  const document = JSON.parse(out) as { payouts: { curves: object[] }[] };
  const check = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync('schema/explain.schema.json', 'utf8')) as object);
  expect(check(document), JSON.stringify(check.errors)).toBe(true);
  expect(document.payouts[0]!.curves[0]).toEqual({
    component: 'pay',
    on: 'revenue',
    unit: 'money',
    pieces: [{ at_zero: '0.00', slope: '0.02' }, { from: '80000.00', includes_from: false, at_zero: '0.00', slope: '0.03' }, { from: '100000.00', includes_from: true, at_zero: '3000.00', slope: '0' }],
    rounding: { to: '0.01', mode: 'half-up' },
    earned_before: '0.00',
  });
  expect(JSON.parse((await world.run('explain E105 --period 2026-Q1 --format json')).out)).not.toHaveProperty('payouts.0.curves');
});

test('where it would do nothing it is refused', async () => {
  expect((await kestrel().run('explain E105 --period 2026-Q1 --curve --format markdown')).err).toContain('error[U018]: --curve does nothing with --format markdown');
  expect((await world.run('explain --transaction T1 --curve')).err).toContain('error[U018]: --curve does nothing with --transaction');
});
