/** What closing said that was not so, or told of somebody else: M6, M7, M9, M12, W7. */
import { afterEach, describe, expect, it } from 'vitest';
import { runIn, type World } from '../cli/world.ts';
import { arrive, close, lateWorld, paidOf, type Late } from './late-world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));
const fresh = (late: Late): World => {
  const world = lateWorld(late);
  worlds.push(world);
  return world;
};
const SALES = 'J1,2026-01-10,ana,5000\nM1,2026-03-31,ana,1000\n';

describe('what closing says', () => {
  it('M6: after the last day of all plans no other period is proposed', async () => {
    const { code, err } = await fresh({ sales: SALES }).run('close 2027-01 --on 2027-02-05');
    expect(code).toBe(2);
    expect(err).toContain('no plan holds after 2026-12-31; differences of closed periods are paid as soon as a plan of the same name holds then');
    expect(err).not.toContain('did you mean');
  });

  it('M7: the headline names what is for closed periods', async () => {
    const world = fresh({ sales: SALES });
    await close(world, 1, 1);
    arrive(world, 'J2,2026-01-20,ana,4000\n');
    expect((await world.run('run -q')).out).toContain('Total 600.00 USD\n+ 400.00 USD for closed periods\nEarned 1,000.00 USD, payable 1,000.00 USD');
  });

  it('M9: a day of closing that has not come is refused', async () => {
    const world = fresh({ sales: SALES });
    const answer = await runIn(world.folder, ['close', '2026-03', '--on=2026-04-02', '--begin']);
    expect(answer.code).toBe(1);
    expect(answer.err).toContain('error[B010]: --on 2026-04-02 is in the future: today is 2026-01-01');
    expect(world.has('records')).toBe(false);
  });

  it('W7: a hold of all that is due holds its share of adjustments, a hold of a component nothing of them', async () => {
    const march = async (adjust: string): Promise<string> => {
      const world = fresh({ sales: SALES, adjust });
      await close(world, 1, 2);
      arrive(world, 'J2,2026-01-20,ana,4000\n');
      return (await paidOf(world)).at(-1)!;
    };
    // 90 % of (100 + 400), and the 50 of January are released
    expect(await march('  - hold: { share: 10%, for: 2 }\n')).toBe('2026-03 500.00');
    // 90 % of 100, and 400, and the 50
    expect(await march('  - hold: { share: 10%, for: 2, of: c }\n')).toBe('2026-03 540.00');
  });

  it('M12: an adjustment never names the deal of somebody else', async () => {
    const world = fresh({ sales: 'J1,2026-01-10,ana,5000\nJ2,2026-01-11,bob,5000\nM1,2026-03-31,ana,1000\n', people: 'id,name,start,end\nana,Ana,,\nbob,Bob,,\n' });
    world.write('plans/p.yaml', `${world.read('plans/p.yaml').trimEnd()}\n  pot: { bonus on: revenue, pool: { fund: 100, across: plan, members: last-day, shares: { by: revenue }, nobody: unspent } }\n`);
    await close(world, 1, 2);
    arrive(world, 'J3,2026-01-20,bob,7777\n');
    const lines = (await world.run('adjustments --format csv --csv-raw')).out.split('\n').filter((line) => line.includes(',ana,'));
    expect(lines.length).toBe(1);
    expect(lines[0]).toContain('late-deal,"late: a deal of somebody else, which counts here too"');
    expect(lines.join()).not.toMatch(/bob|J3|7777/);
  });
});
