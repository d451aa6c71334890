/** W6: what a leaver owed dropped out of the balance line of every period in which they had no payout. */
import { afterEach, describe, expect, it } from 'vitest';
import type { World } from '../cli/world.ts';
import { close, lateWorld } from './late-world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

describe('the balance of a leaver stands in every period', () => {
  it.each([0, 3])('bob leaves in January owing 500; ana owes 1,000, and 500 of it is recovered in March (%i months closed)', async (closed) => {
    // ana: January 500 advanced, February 500, March 1,000 earned: 500 beyond the draw recover
    const world = lateWorld({ sales: 'J0,2026-01-01,ana,0\nM1,2026-03-31,ana,10000\n', people: 'id,name,start,end\nana,Ana,,\nbob,Bob,,2026-01-31\n', adjust: '  - draw: { recoverable: 500 per month }\n' });
    worlds.push(world);
    if (closed > 0) await close(world, 1, closed);
    expect((await world.run('run -q --period 2026-03')).out).toContain('Balance draw: from -1,500.00 to -1,000.00, 2 people');
    const by = (await world.run('run -q --by period')).out;
    expect(by).toContain('Balance draw: from 0.00 to -1,000.00, 2 people');
    expect(by.split('\n').find((line) => line.startsWith('2026-03'))).toMatch(/-1,000\.00/);
    // one person alone is not told of another's
    expect((await world.run('run -q --period 2026-03 --person ana')).out).toContain('Balance draw: from -1,000.00 to -500.00, 1 person');
  });

  it('somebody who is no longer in the people file under that id keeps the balance beside their adjustments', async () => {
    const world = lateWorld({ sales: 'J1,2026-01-10,bob,1000\nM1,2026-03-31,ana,10000\n', people: 'id,name,start,end\nana,Ana,,\nbob,Bob,,\n', adjust: '  - draw: { recoverable: 500 per month }\n' });
    worlds.push(world);
    await close(world, 1, 2);
    world.write('data/people.csv', 'id,name,start,end\nana,Ana,,\nrob,Bob,,\n');
    world.write('data/sales.csv', world.read('data/sales.csv').replace('bob', 'rob'));
    const [head, ...rows] = (await world.run('run -q --period 2026-03 --format csv')).out.trimEnd().split('\n').map((line) => line.split(','));
    const bob = rows.find((row) => row.includes('bob'))!;
    expect([bob[head!.indexOf('payable')], bob[head!.indexOf('opening_balance')], bob[head!.indexOf('closing_balance')]]).toEqual(['-100.00', '-900.00', '-900.00']);
  });
});
