/** Balances of closed periods were found only under the first day that the plan's version had, and under the period's id of today. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { World } from '../cli/world.ts';
import { close, lateWorld, paidOf } from './late-world.ts';
import { edit } from './world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

const SALES = 'J1,2026-01-10,ana,1000\nF1,2026-02-10,ana,20000\n';
const DRAW = '  - draw: { recoverable: 1000 per month }\n';
const HOLD = '  - hold: { share: 50%, for: 1 }\n';

function world(adjust: string, sales = SALES): World {
  const made = lateWorld({ sales, adjust });
  worlds.push(made);
  return made;
}

/** The plan as two versions, cut on a day. */
function cut(made: World, last: string, first: string): void {
  const text = made.read('plans/p.yaml');
  made.write('plans/p.yaml', text.replace('2026-01-01 to 2026-12-31', `2026-01-01 to ${last}`));
  made.write('plans/q.yaml', text.replace('2026-01-01 to 2026-12-31', `${first} to 2026-12-31`));
}

async function holds(made: World): Promise<void> {
  const answer = await made.run('verify');
  expect([answer.code, answer.err.match(/^error.*/gm)]).toEqual([0, null]);
}

describe('what a closed period left behind is found whatever the version and the period are called today', () => {
  it.each([['2025-12-01 to 2026-12-31'], ['2026-02-01 to 2026-12-31']])('a draw of 900 is recovered though the plan is in force %s', async (dates) => {
    const made = world(DRAW, dates.startsWith('2025') ? SALES : `${SALES}M1,2026-03-10,ana,20000\n`);
    await close(made, 1, 1);
    edit(made, 'plans/p.yaml', '2026-01-01 to 2026-12-31', dates);
    // 20,000 at 10 % less the 900; where January has no plan any more, the 100 of it are taken back too
    expect(await paidOf(made)).toContain(dates.startsWith('2025') ? '2026-02 1100.00' : '2026-02 1000.00');
    await close(made, 2, 2);
    await holds(made);
  });

  it('held money of 50 is released', async () => {
    const made = world(HOLD);
    await close(made, 1, 1);
    edit(made, 'plans/p.yaml', '2026-01-01 to', '2025-12-01 to');
    expect(await paidOf(made)).toContain('2026-02 1050.00');
    await close(made, 2, 2);
    await holds(made);
  });

  it('two versions that became one: a draw of 700 is recovered, and nothing waits twice', async () => {
    const made = world(DRAW, `${SALES}J2,2026-01-20,ana,2000\n`);
    cut(made, '2026-01-15', '2026-01-16');
    await close(made, 1, 1);
    rmSync(join(made.folder, 'plans/q.yaml'));
    edit(made, 'plans/p.yaml', '2026-01-01 to 2026-01-15', '2026-01-01 to 2026-12-31');
    expect(await paidOf(made)).toContain('2026-02 1300.00');
    await close(made, 2, 2);
    await holds(made);
  });

  it.each([[HOLD], [DRAW]])('months that became quarters over a closed January are refused where payment rules act: %s', async (adjust) => {
    const made = world(adjust);
    await close(made, 1, 1);
    edit(made, 'paycurve.yaml', 'calendar: months', 'calendar: quarters');
    const answer = await made.run('run -q');
    expect(answer.code).not.toBe(0);
    expect(answer.err).toContain('R039');
    expect(answer.err).toContain('plans/p.yaml');
    expect(answer.err).toContain('ana');
    expect((await made.run('close 2026-Q1 --on 2026-04-05 --complete')).code).not.toBe(0);
  });

  it('months that became quarters where nothing is held pay the quarter less January', async () => {
    const made = world('');
    await close(made, 1, 1);
    edit(made, 'paycurve.yaml', 'calendar: months', 'calendar: quarters');
    expect(await paidOf(made)).toEqual(['2026-01 100.00', '2026-Q1 2000.00']);
  });

  it.each([['effective', '2025-12-01 to 2026-12-31', ''], ['calendar', '', 'calendar: quarters']])('what was entered by hand is neither paid again nor called late (%s moved)', async (_, dates, calendar) => {
    const made = world('');
    edit(made, 'paycurve.yaml', 'people:', 'adjustments:\n  file: data/entries.csv\n  columns: { id: text, payee: payee, date: date, amount: money(USD), reason: text, author: text }\npeople:');
    made.write('data/entries.csv', 'id,payee,date,amount,reason,author\nE1,ana,2026-01-20,70,dinner,cfo\n');
    await close(made, 1, 1);
    if (dates !== '') edit(made, 'plans/p.yaml', '2026-01-01 to 2026-12-31', dates);
    if (calendar !== '') edit(made, 'paycurve.yaml', 'calendar: months', calendar);
    expect(await paidOf(made)).toEqual(['2026-01 170.00', `${calendar === '' ? '2026-02' : '2026-Q1'} 2000.00`]);
  });

  it('quarters from the first open day on go on from the balance', async () => {
    const made = world('  - draw: { recoverable: 1000 per period }\n', `J1,2026-01-10,ana,1000\nA1,2026-04-10,ana,20000\n`);
    await close(made, 1, 3);
    cut(made, '2026-03-31', '2026-04-01');
    edit(made, 'plans/q.yaml', 'credits:', 'calendar: quarters\ncredits:');
    // 900 + 1,000 + 1,000 are owed: 1,000 of 2,000 stay, and 1,000 recover
    expect(await paidOf(made)).toContain('2026-Q2 1000.00');
  });
});
