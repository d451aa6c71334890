/** What was taken back of somebody who is in no file any more was taken back in the currency of the plan, not in that of their pay. */
import { afterEach, describe, expect, it } from 'vitest';
import type { World } from '../cli/world.ts';
import { close, lateWorld } from './late-world.ts';
import { edit } from './world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

describe('a difference for somebody whom nobody computes any more', () => {
  it('is paid in the currency and at the rate of the payment it corrects', async () => {
    const world = lateWorld({ sales: 'J1,2026-01-10,ana,1000\nF1,2026-02-10,ben,1000\n', people: 'id,name,start,end\nana,Ana,,2026-01-31\nben,Ben,,\n' });
    worlds.push(world);
    edit(world, 'paycurve.yaml', 'people:', 'exchange-rates:\n  file: data/rates.csv\n  reach-back: 400\n  columns: { date: date, from: text, to: text, rate: number }\npeople:');
    edit(world, 'plans/p.yaml', 'credits:', 'paid-in: EUR\ncredits:');
    world.write('data/rates.csv', 'date,from,to,rate\n2026-01-01,USD,EUR,0.5\n2026-02-01,USD,EUR,0.6\n');
    await close(world, 1, 1);
    world.write('data/people.csv', 'id,name,start,end\nben,Ben,,\n');
    world.write('data/sales.csv', 'id,date,seller,amount\nF1,2026-02-10,ben,1000\n');
    const cells = async (): Promise<string> => {
      const [head, ...rows] = (await world.run('run -q --format csv')).out.trimEnd().split('\n').map((line) => line.split(','));
      const row = rows.find((one) => one.includes('ana') && one.includes('2026-02'))!;
      return ['payable', 'paid', 'paid_currency', 'pay_currency'].map((name) => row[head!.indexOf(name)]).filter((one) => one !== undefined).join(' ');
    };
    // 100 USD of January were 50 EUR
    expect(await cells()).toBe('-100.00 -50.00 EUR');
    expect((await world.run('run -q')).out).not.toMatch(/USD.*Paid as|Paid as.*USD/);
    await close(world, 2, 2);
    expect(await cells()).toBe('-100.00 -50.00 EUR');
    expect((await world.run('verify')).code).toBe(0);
  });
});
