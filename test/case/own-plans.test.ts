/** Plans written in a file of cases: merged by field, several at once, refused where they are wrong, and asked instead of the workspace's. */
import { afterEach, describe, expect, test } from 'vitest';
import type { World } from '../cli/world.ts';
import { acme, paid, rows } from './world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

function world(text: string): World {
  const made = acme();
  made.write('plans/own.test.yaml', text);
  worlds.push(made);
  return made;
}

const BASE = `plan:
  plan: own
  effective: 2026-01-01 to 2026-12-31
  credits: { own: { from: sales, to: seller } }
  measures: { new: { sum: amount } }
  components: { pay: { commission on: new, rate: 10% } }
`;
const SALE = rows('1,2026-03-10,ana,,100.00,50%,New');

describe('a plan of its own', () => {
  test('stands in for the plans of the workspace, and a case changes single fields', async () => {
    const { code, out } = await world(`${BASE}mechanic: rate\ncases:\n  - name: as it stands\n${SALE}\n${paid('pay', '10.00')}\n  - name: another rate\n    mechanic: other\n    plan: { components: { pay: { commission on: new, rate: 5% } } }\n${SALE}\n${paid('pay', '5.00')}\n`).run('test');
    expect([code, out]).toEqual([0, `plans/own.test.yaml\n  ok    as it stands\n  ok    another rate\n\nMechanic   cases  passed  failed\nother          1       1       0\nrate           1       1       0\n\n2 cases in 1 file: all hold\n`]);
  });

  test('may be filled in from a table', async () => {
    const { code } = await world(`${BASE}cases:\n  - name: at {rate}\n    table: [{ rate: 5%, earned: "5.00" }, { rate: 7%, earned: "7.00" }]\n    plan: { components: { pay: { commission on: new, rate: "{rate}" } } }\n${SALE}\n${paid('pay', '{earned}')}\n`).run('test');
    expect(code).toBe(0);
  });

  test('several at once are versions of one, and may not overlap', async () => {
    const versions = (second: string): string => `${BASE}cases:\n  - name: two\n    plan:\n      - { effective: 2026-01-01 to 2026-02-28 }\n      - { effective: ${second} to 2026-12-31, components: { pay: { commission on: new, rate: 20% } } }\n${SALE}\n`;
    expect((await world(`${versions('2026-03-01')}${paid('pay', '20.00')}\n`).run('test')).code).toBe(0);
    expect((await world(`${versions('2026-02-28')}    problems: [P062]\n`).run('test')).code).toBe(0);
  });

  test('that is wrong is what came out of the case, with its place', async () => {
    const made = world(`${BASE}cases:\n  - name: wrong\n    plan: { components: { pay: { commission on: new, rate: 5 } } }\n${SALE}\n${paid('pay', '5.00')}\n`);
    const { code, out } = await made.run('test');
    expect(code).toBe(1);
    expect(out).toContain('expected none\n          found    P300');
    expect(out).toContain('plans/own.test.yaml:9:');
  });

  test('leaves the plans of the workspace unread, broken as they may be', async () => {
    const made = world(`${BASE}cases:\n  - name: one\n${SALE}\n${paid('pay', '10.00')}\n`);
    made.write('plans/plan.yaml', 'plan: broken\n');
    expect((await made.run('test')).code).toBe(0);
  });
});
