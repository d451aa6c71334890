/** W3: with guarantees and floor-lose, a late difference of a closed period paid other sums than open books: 400 too much, or too little. */
import { afterEach, describe, expect, it } from 'vitest';
import type { World } from '../cli/world.ts';
import { arrive, close, lateWorld, paidOf } from './late-world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));
const fresh = (sales: string, adjust: string, people?: string): World => {
  const world = lateWorld({ sales, adjust, ...(people === undefined ? {} : { people }) });
  worlds.push(world);
  return world;
};
const GUARANTEE = '  - guarantee: { least: 1_000 per month }\n';
const sum = (lines: string[]): number => lines.reduce((all, line) => all + +line.split(' ')[1]!, 0);
const BOTH = 'J1,2026-01-10,ana,5000\nF1,2026-02-10,ana,30000\n';

describe('a guarantee of a closed month is worked out anew', () => {
  it('A: a late deal still under the guarantee is not paid twice: March pays 2,000, not 2,400', async () => {
    const world = fresh(BOTH, GUARANTEE);
    await close(world, 1, 2);
    arrive(world, 'J2,2026-01-20,ana,4000\nM1,2026-03-31,ana,20000\n');
    expect(await paidOf(world)).toEqual(['2026-01 1000.00', '2026-02 3000.00', '2026-03 2000.00']);
    expect((await world.run('adjustments --format csv --csv-raw')).out.trimEnd().split('\n').slice(1)).toEqual([
      '2026-03,open,ana,p,2026-01,component,c,USD,500.00,900.00,400.00,late-deal,late: J2 (2026-01-20) 4000',
      '2026-03,open,ana,p,2026-01,payment,guarantee,USD,500.00,100.00,-400.00,late-deal,late: J2 (2026-01-20) 4000',
      'Total,,,,,,,USD,,,0.00,USD,',
    ].slice(0, 2));
  });

  it('B: a late deal above it does not vanish in the guarantee of March: 1,000 + 400', async () => {
    const world = fresh(`${BOTH}M0,2026-03-31,ana,0\n`, GUARANTEE);
    await close(world, 1, 2);
    arrive(world, 'F2,2026-02-20,ana,4000\n');
    expect(await paidOf(world)).toEqual(['2026-01 1000.00', '2026-02 3000.00', '2026-03 1400.00']);
    await close(world, 3, 3);
    expect((await world.run('verify')).out).toContain("today's data give what was recorded");
  });

  it('W5: somebody who was not there gives back the whole of a closed month, guarantee included', async () => {
    const world = fresh(`${BOTH}M0,2026-03-31,ana,0\n`, GUARANTEE, 'id,name,start,end\nana,Ana,,\nbob,Bob,,\n');
    await close(world, 1, 2);
    world.write('data/people.csv', 'id,name,start,end\nana,Ana,,\nbob,Bob,,2026-01-15\n');
    expect((await world.run('adjustments --format csv --csv-raw')).out).toContain('2026-03,open,bob,p,2026-02,payment,guarantee,USD,1000.00,0.00,-1000.00,changed-person,');
  });

  it('W5: a guarantee that is raised from January is paid for closed months too', async () => {
    const world = fresh(`${BOTH}M0,2026-03-31,ana,0\n`, GUARANTEE);
    await close(world, 1, 2);
    world.write('plans/p.yaml', world.read('plans/p.yaml').replace('1_000', '1_200'));
    expect((await world.run('adjustments --format csv --csv-raw')).out).toContain('2026-03,open,ana,p,2026-01,payment,guarantee,USD,500.00,700.00,200.00,changed-plan,plan changed: adjust');
    expect(await paidOf(world)).toEqual(['2026-01 1000.00', '2026-02 3000.00', '2026-03 1400.00']);
  });
});

describe('what floor-lose forgets stays forgotten', () => {
  it('a late return that makes a closed month −300 is not taken from March', async () => {
    const world = fresh('J1,2026-01-10,ana,5000\nM1,2026-03-31,ana,20000\n', '  - negative: floor-lose\n');
    await close(world, 1, 2);
    arrive(world, 'R1,2026-02-20,ana,-3000\n');
    expect(await paidOf(world)).toEqual(['2026-01 500.00', '2026-02 0.00', '2026-03 2000.00']);
  });

  it('and a month that was forgotten in part, and is better now, pays only what is above zero: −300 + 500', async () => {
    const world = fresh('J1,2026-01-10,ana,-3000\nM1,2026-03-31,ana,20000\n', '  - negative: floor-lose\n');
    await close(world, 1, 2);
    arrive(world, 'J2,2026-01-20,ana,5000\n');
    expect(await paidOf(world)).toEqual(['2026-01 0.00', '2026-02 0.00', '2026-03 2200.00']);
  });
});

describe('closing month by month pays in sum what open books pay', () => {
  const rules = [GUARANTEE, '  - negative: floor-lose\n', `  - negative: floor-lose\n${GUARANTEE}`, `  - negative: floor-carry\n${GUARANTEE}`, `${GUARANTEE}  - payment-cap: { at: 1_500 per month }\n`, '  - payment-cap: { at: 1_500 per month, over: year }\n', '  - payment-cap: { at: 300 per week, over: quarter, at-end: pay }\n', '  - instalments: { parts: [75%, 25%], after: [0, 2], negative: spread }\n', `${GUARANTEE}  - hold: { share: 10%, for: 2 }\n`, `  - draw: { recoverable: 800 per month }\n${GUARANTEE}`];
  it.each(rules.map((rule) => [rule.trim(), rule]))('%s', async (_, rule) => {
    const arrivals = ['J1,2026-01-10,ana,5000\nF0,2026-02-28,ana,12000\n', 'J2,2026-01-20,ana,7000\nF1,2026-02-10,ana,-15000\n', 'J3,2026-01-21,ana,-9000\nM1,2026-03-20,ana,4000\n', 'F3,2026-02-11,ana,26000\nM2,2026-03-21,ana,9000\nA1,2026-04-30,ana,8000\n'];
    const [closed, open] = [fresh(arrivals[0]!, rule), fresh(arrivals.join(''), rule)];
    for (let month = 1; month <= 3; month++) {
      await close(closed, month, month);
      arrive(closed, arrivals.slice(1, month + 1).join(''));
    }
    const all = async (world: World): Promise<number> => {
      const [head, ...rows] = (await world.run('run -q --format csv --person ana')).out.trimEnd().split('\n').map((line) => line.split(','));
      const last = rows.findLast((row) => row.includes('2026-04'))!;
      return sum(await paidOf(world)) + +last[head!.indexOf('closing_balance')]!;
    };
    expect(await all(closed)).toBeCloseTo(await all(open), 2);
  });
});

describe('W5: payments of closed periods that would come out otherwise are named, with amounts', () => {
  const said = async (world: World): Promise<string> => {
    const [adjustments, verify] = [await world.run('adjustments'), await world.run('verify')];
    expect(adjustments.out + verify.out).not.toContain("today's data give what was recorded");
    expect(verify.err).toContain('info[B020]');
    expect(adjustments.out).not.toContain('come out as they were recorded');
    return adjustments.err;
  };

  it('another share of a hold: 900 was paid, 800 would be', async () => {
    const world = fresh('J1,2026-01-10,ana,10000\nM0,2026-03-31,ana,0\n', '  - hold: { share: 10%, for: 2 }\n');
    await close(world, 1, 1);
    expect((await world.run('verify')).out).toContain("today's data give what was recorded");
    world.write('plans/p.yaml', world.read('plans/p.yaml').replace('10%, for', '20%, for'));
    expect(await said(world)).toContain('2026-01, ana, p: 900.00 USD was paid, and 800.00 USD would be paid today (adjust): -100.00 USD beside all adjustments');
  });

  it('a draw that was advanced to somebody who had left', async () => {
    const world = fresh('J1,2026-01-10,ana,10000\nM0,2026-03-31,ana,0\n', '  - draw: { recoverable: 500 per month }\n', 'id,name,start,end\nana,Ana,,\nbob,Bob,,\n');
    await close(world, 1, 2);
    world.write('data/people.csv', 'id,name,start,end\nana,Ana,,\nbob,Bob,,2026-01-31\n');
    expect(await said(world)).toContain('2026-02, bob, p: 500.00 USD was paid, and 0.00 USD would be paid today (bob is not in the plan then): -500.00 USD beside all adjustments');
  });

  it('an adjustment that paid a debt of somebody who had left is nothing that would come out otherwise', async () => {
    const world = fresh('J1,2026-01-10,bob,4000\nM0,2026-03-31,ana,20000\n', '  - draw: { recoverable: 1000 per month, on-leaving: collect }\n', 'id,name,start,end\nana,Ana,,\nbob,Bob,,2026-02-28\n');
    await close(world, 1, 2);
    arrive(world, 'F1,2026-02-11,bob,5000\n');
    await close(world, 3, 3);
    const answer = await world.run('verify');
    expect(answer.err).not.toContain('bob');
    expect(answer.out).toContain("today's data give what was recorded");
  });

  it('another rate of payment: 1,000 USD at 0.78 and at 0.79', async () => {
    const world = fresh('J1,2026-01-10,ana,10000\nM0,2026-03-31,ana,0\n', '');
    world.write('paycurve.yaml', `${world.read('paycurve.yaml')}exchange-rates:\n  file: data/rates.csv\n  reach-back: 400\n  columns: { date: date, from: text, to: text, rate: number }\n`);
    world.write('data/rates.csv', 'date,from,to,rate\n2026-01-01,USD,GBP,0.78\n');
    world.write('plans/p.yaml', `${world.read('plans/p.yaml')}\npaid-in: GBP\n`);
    await close(world, 1, 1);
    world.write('data/rates.csv', 'date,from,to,rate\n2026-01-01,USD,GBP,0.79\n');
    expect(await said(world)).toContain('2026-01, ana, p: 780.00 GBP was paid at 0.78, and 790.00 GBP would be paid today at 0.79');
  });
});
