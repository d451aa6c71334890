/** What has changed in closed periods, and why: each reason by itself, with the arithmetic. */
import { afterEach, describe, expect, it } from 'vitest';
import type { World } from '../cli/world.ts';
import { adjustmentsOf, booksWorld, closeMonths, edit, MANAGER, SELLER } from './world.ts';

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

async function closed(months = 2): Promise<World> {
  const world = booksWorld();
  worlds.push(world);
  await closeMonths(world, months);
  return world;
}

describe('a difference has its reason', () => {
  it('nothing changed: nothing is adjusted', async () => {
    expect(await adjustmentsOf(await closed())).toEqual([]);
  });

  it('a late deal: 10 % of 400 for the seller, 1 % for the lead', async () => {
    const world = await closed();
    world.write('data/sales-late.csv', 'id,date,seller,amount,currency\nJ9,2026-01-15,ana,400.00,USD\n');
    expect(await adjustmentsOf(world)).toEqual([
      '2026-03,open,ana,seller,2026-01,component,commission,USD,100.00,140.00,40.00,late-deal,late: J9 (2026-01-15) 400',
      '2026-03,open,cho,lead,2026-01,component,override,USD,16.10,20.10,4.00,late-deal,late: J9 (2026-01-15) 400',
    ]);
  });

  it('a cancellation: a new row of a negative amount, which also takes the bonus: 1,000 − 1,000 is below the quota', async () => {
    const world = await closed();
    world.write('data/sales-late.csv', 'id,date,seller,amount,currency\nJ1-R,2026-01-28,ana,-1000.00,USD\n');
    expect(await adjustmentsOf(world)).toEqual([
      '2026-03,open,ana,seller,2026-01,component,bonus,USD,100.00,0.00,-100.00,cancellation,J1-R (2026-01-28) -1000',
      '2026-03,open,ana,seller,2026-01,component,commission,USD,100.00,0.00,-100.00,cancellation,J1-R (2026-01-28) -1000',
      '2026-03,open,cho,lead,2026-01,component,override,USD,16.10,6.10,-10.00,cancellation,J1-R (2026-01-28) -1000',
    ]);
  });

  it('a deal that reads otherwise: amount, date, owner, gone', async () => {
    const world = await closed();
    edit(world, 'data/sales.csv', 'J2,2026-01-31,ben,500.00', 'J2,2026-01-31,ben,600.00');
    expect((await adjustmentsOf(world))[0]).toBe('2026-03,open,ben,seller,2026-01,component,commission,USD,61.00,71.00,10.00,changed-deal,J2 (2026-01-31) 500 → 600');
    edit(world, 'data/sales.csv', 'J2,2026-01-31,ben,600.00', 'J2,2026-02-01,ben,500.00');
    expect(await adjustmentsOf(world)).toEqual([
      '2026-03,open,ben,seller,2026-01,component,commission,USD,61.00,11.00,-50.00,changed-deal,J2 (2026-01-31) 500: it is of 2026-02 now',
      '2026-03,open,ben,seller,2026-02,component,bonus,USD,0.00,100.00,100.00,changed-deal,J2 (2026-02-01) 500: it was of 2026-01',
      '2026-03,open,ben,seller,2026-02,component,commission,USD,70.00,120.00,50.00,changed-deal,J2 (2026-02-01) 500: it was of 2026-01',
      '2026-03,open,cho,lead,2026-01,component,override,USD,16.10,11.10,-5.00,changed-deal,J2 (2026-01-31) 500: it is of 2026-02 now',
      '2026-03,open,cho,lead,2026-02,component,override,USD,27.00,32.00,5.00,changed-deal,J2 (2026-02-01) 500: it was of 2026-01',
    ]);
    edit(world, 'data/sales.csv', 'J2,2026-02-01,ben,500.00', 'J2,2026-01-31,ana,500.00');
    expect(await adjustmentsOf(world)).toEqual([
      '2026-03,open,ana,seller,2026-01,component,commission,USD,100.00,150.00,50.00,changed-deal,"J2 (2026-01-31) 500 is credited now, then to ben"',
      '2026-03,open,ben,seller,2026-01,component,commission,USD,61.00,11.00,-50.00,changed-deal,"J2 (2026-01-31) 500 is credited no longer, but to ana"',
    ]);
    edit(world, 'data/sales.csv', 'J2,2026-01-31,ana,500.00,USD\n', '');
    expect((await adjustmentsOf(world))[0]).toBe('2026-03,open,ben,seller,2026-01,component,commission,USD,61.00,11.00,-50.00,changed-deal,J2 (2026-01-31) 500 is in the data no longer');
  });

  it('another quota: 500 is 100 % of 500', async () => {
    const world = await closed();
    edit(world, 'data/quotas.csv', 'ben,revenue,2026-01-01,2026-01-31,1000', 'ben,revenue,2026-01-01,2026-01-31,600');
    expect(await adjustmentsOf(world)).toEqual(['2026-03,open,ben,seller,2026-01,component,bonus,USD,0.00,100.00,100.00,changed-quota,quota 1000 → 600']);
  });

  it('another component of the plan, named', async () => {
    const world = await closed();
    edit(world, 'plans/seller.yaml', 'target: 100 per period', 'target: 150 per period   # agreed in March');
    expect(await adjustmentsOf(world)).toEqual([
      '2026-03,open,ana,seller,2026-01,component,bonus,USD,100.00,150.00,50.00,changed-plan,plan changed: component bonus',
      '2026-03,open,ana,seller,2026-02,component,bonus,USD,100.00,150.00,50.00,changed-plan,plan changed: component bonus',
    ]);
  });

  it('comments, layout and quotes change nothing, and are no change', async () => {
    const world = await closed();
    world.write('plans/seller.yaml', SELLER.replace('title: Seller', "# a comment\ntitle: 'Sellers of 2026'").replace('  own: { from: sales, to: seller }', '  own:\n    to: seller\n    from: "sales"').replace('100% of target', '100.0% of target'));
    expect(await adjustmentsOf(world)).toEqual([]);
    expect((await world.run('verify')).out).toContain("today's data give what was recorded");
  });

  it('another person: an own rate, a role that ends and one that begins', async () => {
    const world = await closed();
    edit(world, 'data/people.csv', 'ben,Ben,AE,cho,10%', 'ben,Ben,AE,cho,20%');
    expect(await adjustmentsOf(world)).toEqual([
      '2026-03,open,ben,seller,2026-01,component,commission,USD,61.00,122.00,61.00,changed-person,person changed: rate 0.1 → 0.2',
      '2026-03,open,ben,seller,2026-02,component,commission,USD,70.00,140.00,70.00,changed-person,person changed: rate 0.1 → 0.2',
    ]);
  });

  it('another leader: a full minus and a full plus (WE-179, CRD-19)', async () => {
    const world = await closed();
    edit(world, 'data/people.csv', 'ben,Ben,AE,cho', 'ben,Ben,AE,dan');
    const lines = (await adjustmentsOf(world)).map((line) => line.split(',').filter((_, at) => [2, 4, 8, 9, 10, 11].includes(at)).join(','));
    expect(lines).toEqual([
      'cho,2026-01,16.10,10.00,-6.10,changed-person',
      'cho,2026-02,27.00,20.00,-7.00,changed-person',
      'dan,2026-01,0.00,6.10,6.10,changed-person',
      'dan,2026-02,0.00,7.00,7.00,changed-person',
    ]);
  });

  it('another rate of exchange: 100 EUR at 1.20 instead of 1.10', async () => {
    const world = await closed();
    edit(world, 'data/rates.csv', '1.10', '1.20');
    expect(await adjustmentsOf(world)).toEqual([
      '2026-03,open,ben,seller,2026-01,component,commission,USD,61.00,62.00,1.00,changed-rate,J3 (2026-01-20) at 1.1 → 1.2',
      '2026-03,open,cho,lead,2026-01,component,override,USD,16.10,16.20,0.10,changed-rate,J3 (2026-01-20) at 1.1 → 1.2',
    ]);
  });

  it('several reasons of one line are all named', async () => {
    const world = await closed();
    edit(world, 'data/sales.csv', 'J2,2026-01-31,ben,500.00', 'J2,2026-01-31,ben,600.00');
    edit(world, 'data/people.csv', 'ben,Ben,AE,cho,10%', 'ben,Ben,AE,cho,20%');
    expect((await adjustmentsOf(world))[0]).toBe('2026-03,open,ben,seller,2026-01,component,commission,USD,61.00,142.00,81.00,changed-deal+changed-person,J2 (2026-01-31) 500 → 600; person changed: rate 0.1 → 0.2');
  });

  it('a rule of the workspace', async () => {
    const world = await closed();
    edit(world, 'paycurve.yaml', 'to: 0.01', 'to: 1');
    expect((await adjustmentsOf(world))[0]).toMatch(/^2026-03,open,cho,lead,2026-01,component,override,USD,16.10,16.00,-0.10,changed-plan,plan changed: paycurve.yaml$/);
  });
});

describe('people who vanish or appear', () => {
  it('out of the people file: a full minus for every line, also when the plan is gone', async () => {
    const world = await closed();
    edit(world, 'data/people.csv', 'cho,Cho,Lead,,0%\n', '');
    world.write('data/people.csv', world.read('data/people.csv').replaceAll(',cho,', ',dan,'));
    const lines = await adjustmentsOf(world);
    expect(lines.filter((line) => line.includes(',cho,')).map((line) => line.split(',')[10])).toEqual(['-16.10', '-27.00']);
    world.write('plans/lead.yaml', MANAGER.replaceAll('lead', 'other'));
    const gone = (await adjustmentsOf(world)).filter((line) => line.includes(',cho,lead,'));
    expect(gone.map((line) => line.split(',').slice(8, 11).join())).toEqual(['16.10,0.00,-16.10', '27.00,0.00,-27.00']);
    const run = await world.run('run --period 2026-03 --format json');
    const payouts = (JSON.parse(run.out) as { payouts: { payee: string; plan: string; paid: { amount: string } }[] }).payouts;
    expect(payouts.find((one) => one.payee === 'cho' && one.plan === 'lead')?.paid.amount).toBe('-43.10');
  });

  it('and what the open period posts is closed with it, once', async () => {
    const world = await closed();
    world.write('data/sales-late.csv', 'id,date,seller,amount,currency\nJ9,2026-01-15,ana,400.00,USD\n');
    await world.run('close 2026-03 --on 2026-04-05 --complete');
    const lines = await adjustmentsOf(world);
    expect(lines.map((line) => line.split(',').slice(0, 5).join())).toEqual(['2026-03,closed,ana,seller,2026-01', '2026-03,closed,cho,lead,2026-01']);
    expect(world.read('records/0003/payments.csv')).toContain('ana,seller,2026-01-01,USD,0,70,70,0,,\n');
    edit(world, 'data/sales-late.csv', '400.00', '300.00');
    const again = (await adjustmentsOf(world)).slice(2);
    expect(again[0]).toBe('next,open,ana,seller,2026-01,component,commission,USD,140.00,130.00,-10.00,changed-deal,J9 (2026-01-15) 400 → 300');
  });
});
