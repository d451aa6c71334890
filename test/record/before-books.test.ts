/** W1: a late row dated before the first closed period was counted as credited and paid to nobody, without a word. */
import { afterEach, describe, expect, it } from 'vitest';
import type { World } from '../cli/world.ts';
import { arrive, close, lateWorld } from './late-world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));
const fresh = (): World => {
  const world = lateWorld({ sales: 'T1,2026-10-10,ana,1000\nT2,2026-11-10,ana,1000\n' });
  worlds.push(world);
  return world;
};

describe('a late row before the first closed period is not swallowed', () => {
  it('the first close refuses while people are in the plan in earlier periods, unless the books begin there', async () => {
    const answer = await fresh().run('close 2026-10 --on 2026-11-05');
    expect(answer.code).toBe(1);
    expect(answer.err).toContain('B009');
    expect(answer.err).toContain('2026-10 cannot be closed while 2026-01, 2026-02, 2026-03 and 2026-04 … are open');
  });

  it('nobody is in the plan before: nothing is in the way', async () => {
    const world = fresh();
    world.write('data/people.csv', 'id,name,start,end\nana,Ana,2026-10-01,\n');
    expect((await world.run('close 2026-10 --on 2026-11-05')).code).toBe(0);
  });

  it('closed from the beginning, it is an adjustment of the full amount: 10 % of 100,000', async () => {
    const world = fresh();
    await close(world, 1, 10);
    arrive(world, 'T0,2026-05-15,ana,100000\n');
    const answer = await world.run('adjustments --format csv --csv-raw');
    expect(answer.out).toContain('2026-11,open,ana,p,2026-05,component,c,USD,0.00,10000.00,10000.00,late-deal,late: T0 (2026-05-15) 100000');
  });

  it('with --begin it is named in run, adjustments, verify and close, and explained as not paid here', async () => {
    const world = fresh();
    await close(world, 10, 10, '--begin');
    arrive(world, 'T0,2026-05-15,ana,100000\n');
    for (const words of ['run', 'adjustments', 'verify', 'close 2026-11 --on 2026-12-05 --complete --dry-run'])
      expect((await world.run(words)).err, words).toContain('warning[B019]: 1 row is of 2026-05, before 2026-10, with which the books begin, and nothing is paid for it here: T0');
    expect((await world.run('explain --transaction T0')).out).toContain('2026-05 is before 2026-10, with which the books begin: nothing is paid for it here');
    expect((await world.run('explain ana --period 2026-05')).out).toContain('the books begin with 2026-10: what is before it was closed elsewhere, and is not paid here');
    expect((await world.run('close 2026-05 --on 2026-12-05')).err).not.toContain('--begin');
  });
});

describe('a deal that the books know', () => {
  it('M5: paid, and no longer in the data, it is explained from the records', async () => {
    const world = fresh();
    await close(world, 10, 10, '--begin');
    world.write('data/sales.csv', 'id,date,seller,amount\nT2,2026-11-10,ana,1000\n');
    const answer = await world.run('explain --transaction T1');
    expect(answer.out).toContain('Transaction T1 · sales · 2026-10-10 · no longer in the data');
    expect(answer.out).toContain('2026-10 was closed on 2026-11-05 with ana, plan p, rule own: revenue 1000\n');
  });

  it('M5: a late one says that its period was closed without it, and then in which it was paid', async () => {
    const world = fresh();
    await close(world, 10, 10, '--begin');
    arrive(world, 'T3,2026-10-20,ana,500\n');
    expect((await world.run('explain --transaction T3')).out).toContain('2026-10 was closed on 2026-11-05 without it: it came later, and what it changes is a prior-period adjustment\n');
    await close(world, 11, 11);
    expect((await world.run('explain --transaction T3')).out).toContain('when 2026-11 was closed, 2026-10 was restated: ana, revenue 500\n');
  });
});
