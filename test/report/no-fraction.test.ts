/** `credited` stood in payouts.csv as `276811081/1092`: a spreadsheet took it for a text and left it out of every sum. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { World } from '../cli/world.ts';

const FRACTION = /^-?\d[\d.]*\/\d+$/;

let world: World;
beforeAll(async () => {
  world = new World();
  await world.run('init em --from emea-account-executive');
  // dollars, by a rate that is read the other way round: 1 ÷ 1.092 has no last digit
  world.write('em/data/deals.csv', `${world.read('em/data/deals.csv')}Z-1,2026-02-05,will,1000.00,USD\n`);
  world.write('em/data/rates.csv', `${world.read('em/data/rates.csv')}2026-01-30,EUR,USD,1.092\n`);
  // and amounts that are multiples of a third, which the plan may say
  world.write('em/paycurve.yaml', world.read('em/paycurve.yaml').replace('to: 0.01', 'to: 1/3'));
});
afterAll(() => world.remove());

const cells = (csv: string): string[] => csv.split(/[\n,]/);

test('no cell of any CSV of a run is a fraction', async () => {
  expect((await world.run('run em --out results')).code).toBe(0);
  const names = world.list('results').filter((name) => name.endsWith('.csv'));
  expect(names).toEqual(['balances.csv', 'components.csv', 'credits.csv', 'excluded.csv', 'payouts.csv']);
  expect(names.flatMap((name) => cells(world.read(`results/${name}`)).filter((cell) => FRACTION.test(cell)).map((cell) => `${name}: ${cell}`))).toEqual([]);
  for (const by of ['person', 'component']) expect(cells((await world.run(`run em -q --format csv --by ${by}`)).out).filter((cell) => FRACTION.test(cell))).toEqual([]);
  expect((await world.run('run em -q --format csv --period 2026-Q1 --person will')).out).toContain(',253490.000915750916,');
});

test('in JSON and in the ledger every fraction has its decimal beside it', async () => {
  const { out } = await world.run('run em -q --format json');
  expect(out).toContain('"credited": "276811081/1092",\n      "credited_decimal": "253490.000915750916"');
  expect(out).toMatch(/"earned": "-?\d+\/\d+"/);
  const schema = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('schema/run.schema.json', 'utf8')) as object);
  expect(schema(JSON.parse(out)), JSON.stringify(schema.errors)).toBe(true);
  await world.run('run em --out results');
  const beside = (value: unknown): string[] =>
    typeof value !== 'object' || value === null ? [] : Object.entries(value).flatMap(([key, inner]) => (typeof inner === 'string' && FRACTION.test(inner) && !(`${key}_decimal` in value) ? [`${key}: ${inner}`] : beside(inner)));
  expect(beside(JSON.parse(out))).toEqual([]);
  expect(world.read('results/ledger.jsonl').trim().split('\n').flatMap((line) => beside(JSON.parse(line)))).toEqual([]);
});
