/** What README claims about data files is what they are held to: it said that date forms can be declared, and no form can. */
import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { World } from './cli/world.ts';
import { WORKSPACE_SCHEMA } from '../src/plan/schema/workspace.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

test('delimiter and decimal mark are declared; dates have one form', async () => {
  const readme = readFileSync('README.md', 'utf8').replace(/\s+/g, ' ');
  expect(readme).toContain('Decimal marks and delimiters are declared, never guessed. Dates are written YYYY-MM-DD; in a spreadsheet, give the column the number format `yyyy-mm-dd`');
  expect(JSON.stringify(WORKSPACE_SCHEMA)).toMatch(/"delimiter".*"decimal-mark"/);
  const world = await World.acme();
  worlds.push(world);
  world.write('acme/data/sales.csv', world.read('acme/data/sales.csv').replace('2026-01-14', '1/14/2026'));
  expect((await world.run('run acme')).err).toContain('D205');
});

test('no two commands of README make one folder: step 1 made acme, and "By job" was refused with U010', () => {
  const made = [...readFileSync('README.md', 'utf8').matchAll(/paycurve init ([\w-]+)/g)].map((match) => match[1]);
  expect(made.length).toBeGreaterThan(1);
  expect(new Set(made).size).toBe(made.length);
});
