/** An attainment of one quarter stood beside sales of six months, under the bare title "Attainment"; components.csv did not tell the time of `base`. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { World } from '../cli/world.ts';

let world: World;
beforeAll(async () => {
  world = new World();
  await world.run('init saas --from saas-account-executive');
});
afterAll(() => world.remove());

test('the column of an attainment to date says so, and the line below says of which period', async () => {
  const { out } = await world.run('run saas -q', { columns: 200 });
  expect(out.split('─')[0]).toMatch(/\byear to\b/);
  expect(out).toContain("  Attainment new_arr year to date: of each person's last period, here 2026-Q2; Credited is of 2 periods\n");
  expect((await world.run('run saas -q --by period')).out).toContain("year to date: the total is of each person's last period, here 2026-Q2");
});

test('one measure alone says its time too', async () => {
  const plan = 'saas/plans/saas-account-executive.yaml';
  world.write(plan, world.read(plan).replace(/\n {2}retention:[\s\S]*?(?=\n\S|$)/, '\n').replace('weight: 80%', 'weight: 100%'));
  const { out, err } = await world.run('run saas -q', { columns: 200 });
  expect(out + err).toContain('Attainment year to date: of each person');
});

test('a run of one period needs no line', async () => {
  expect((await world.run('run saas -q --period 2026-Q1')).out).not.toContain('Credited is of');
});

test('components.csv has the window of base, quota and attainment', async () => {
  await world.run('run saas -q --out results');
  const [head, first] = world.read('results/components.csv').split('\n');
  expect(head!.endsWith(',window,account,payable')).toBe(true);
  expect(first!).toMatch(/,year-to-date,,-?[\d.]+$/);
  expect((await world.run('run saas -q --format json')).out).toContain('"window": "year-to-date"');
});
