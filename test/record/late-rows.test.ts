/** TIM-06: a row dated in a closed period that becomes known later, where its source says `late: current-period`. All plans pay 10 %. */
import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { World } from '../cli/world.ts';
import { arrive, close, lateWorld, paidOf, type Late } from './late-world.ts';

vi.setConfig({ testTimeout: 60_000 });

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));
const kept = (world: World): World => {
  worlds.push(world);
  return world;
};
const SALES = 'T1,2026-01-10,ana,1000\nT2,2026-02-10,ana,2000\n';
const fresh = (more: Partial<Late> = {}): World => kept(lateWorld({ sales: SALES, late: 'current-period', ...more }));
const ok = async (world: World, words: string): Promise<string> => {
  const answer = await world.run(words);
  expect(answer.code, answer.err).toBe(0);
  return answer.out;
};
/** What is not posted yet. */
const adjustments = async (world: World): Promise<string[]> => (parse(await ok(world, 'adjustments -q --format csv --csv-raw')) as string[][]).slice(1).filter((row) => row[1] !== 'closed').map((row) => row.join(','));
/** Period and amount of every payout, by payee and plan. */
const payouts = async (world: World): Promise<string[]> =>
  (parse(await ok(world, 'run -q --format csv'), { columns: true }) as Record<string, string>[]).map((row) => `${row['payee']} ${row['plan']} ${row['period']} ${row['paid'] ?? row['payable'] ?? ''}`);

describe('late: current-period', () => {
  it('counts on the first day of the first open period: 10 % of 2,000 + 500; nothing of it is an adjustment', async () => {
    const world = fresh();
    await close(world, 1, 1);
    arrive(world, 'T0,2026-01-20,ana,500\n');
    expect((await paidOf(world)).slice(0, 2)).toEqual(['2026-01 100.00', '2026-02 250.00']);
    expect(await adjustments(world)).toEqual([]);
  });

  it('by default it is an adjustment: 200 of February and 50 for January', async () => {
    for (const late of [undefined, 'adjust']) {
      const world = kept(lateWorld({ sales: SALES, ...(late === undefined ? {} : { late }) }));
      await close(world, 1, 1);
      arrive(world, 'T0,2026-01-20,ana,500\n');
      expect((await paidOf(world)).slice(0, 2)).toEqual(['2026-01 100.00', '2026-02 250.00']);
      expect(await adjustments(world)).toEqual(['2026-02,open,ana,p,2026-01,component,c,USD,100.00,150.00,50.00,late-deal,late: T0 (2026-01-20) 500']);
    }
  });

  it('belongs for ever to the period that was closed with it: verify is clean, also when the rule is taken back', async () => {
    const world = fresh();
    await close(world, 1, 1);
    arrive(world, 'T0,2026-01-20,ana,500\n');
    await close(world, 2, 2);
    expect(world.read('records/0002/credits.csv')).toContain('ana,p,revenue,own,sales,T0,2026-01-20,1,500,500,USD,\n');
    expect(JSON.parse(world.read('records/0002/record.json'))).toMatchObject({ late: ['sales'] });
    for (const rule of ['current-period', 'adjust']) {
      world.write('paycurve.yaml', world.read('paycurve.yaml').replace(/late: (current-period|adjust)/, `late: ${rule}`));
      expect(await adjustments(world)).toEqual([]);
      expect((await ok(world, 'verify')).includes('would')).toBe(false);
      expect((await paidOf(world)).slice(0, 2)).toEqual(['2026-01 100.00', '2026-02 250.00']);
    }
    expect(await ok(world, 'run -q --as-known 2026-03-05 --format csv')).toContain('250.00');
    world.write('paycurve.yaml', world.read('paycurve.yaml').replace('late: adjust', 'late: current-period'));
    await close(world, 3, 3);
    expect(await adjustments(world)).toEqual([]);
  });

  it('changed or gone after that, it is an adjustment of the period that it was closed with', async () => {
    const world = fresh();
    await close(world, 1, 1);
    arrive(world, 'T0,2026-01-20,ana,500\n');
    await close(world, 2, 2);
    // 10 % of 700 instead of 500
    arrive(world, 'T0,2026-01-20,ana,700\n');
    expect(await adjustments(world)).toEqual(['next,open,ana,p,2026-02,component,c,USD,250.00,270.00,20.00,changed-deal,T0 (2026-01-20) 500 → 700']);
    arrive(world, '');
    expect(await adjustments(world)).toEqual(['next,open,ana,p,2026-02,component,c,USD,250.00,200.00,-50.00,changed-deal,T0 (2026-01-20) 500 is in the data no longer']);
  });

  it('a row that was known in its own period and changed is an adjustment, as ever', async () => {
    const world = fresh();
    await close(world, 1, 1);
    world.write('data/sales.csv', `id,date,seller,amount\n${SALES.replace('1000', '1300')}`);
    expect(await adjustments(world)).toEqual(['2026-02,open,ana,p,2026-01,component,c,USD,100.00,130.00,30.00,changed-deal,T1 (2026-01-10) 1000 → 1300']);
  });

  it('a row that nobody was credited for when its period was closed is known too: who joins that plan later has an adjustment', async () => {
    const world = fresh({ people: 'id,name,start,end\nana,Ana,,\nbo,Bo,2026-02-01,\n', sales: `${SALES}B1,2026-01-15,bo,400\n` });
    await close(world, 1, 1);
    expect(world.read('records/0001/excluded.csv')).toContain('sales,B1,2026-01-15,no-plan');
    expect(await adjustments(world)).toEqual([]);
    expect(await payouts(world)).not.toContain('bo p 2026-02 40.00');
    world.write('data/people.csv', 'id,name,start,end\nana,Ana,,\nbo,Bo,2026-01-01,\n');
    expect((await adjustments(world)).map((row) => row.split(',').slice(0, 11).join())).toEqual(['2026-02,open,bo,p,2026-01,component,c,USD,0.00,40.00,40.00']);
  });

  it('without books nothing changes', async () => {
    const [one, other] = [fresh(), kept(lateWorld({ sales: SALES }))];
    expect(await ok(one, 'run -q --format json')).toBe(await ok(other, 'run -q --format json'));
  });

  it('an unknown word is refused, with what there is', async () => {
    const answer = await fresh({ late: 'current' }).run('validate');
    expect(answer.code).not.toBe(0);
    expect(answer.err + answer.out).toMatch(/late[\s\S]*current-period/);
  });
});

describe('who is credited, and how, is decided on the day it counts', () => {
  it('tiers: 10 % to 2,000 and 20 % above. February has 2,000 + 500: 200 + 100', async () => {
    const world = fresh();
    world.write('plans/p.yaml', world.read('plans/p.yaml').replace('rate: 10%', 'tiers: { read: marginal, rates: [{ to: 2000, rate: 10% }, { rate: 20% }] }'));
    await close(world, 1, 1);
    arrive(world, 'T0,2026-01-20,ana,500\n');
    expect((await paidOf(world)).slice(0, 2)).toEqual(['2026-01 100.00', '2026-02 300.00']);
  });

  it('who has left since gets nothing, and the account of rows, excluded.csv and the page of the row say why', async () => {
    const world = fresh({ people: 'id,name,start,end\nana,Ana,,\nbo,Bo,,2026-01-31\n' });
    await close(world, 1, 1);
    arrive(world, 'B0,2026-01-20,bo,500\n');
    expect((await payouts(world)).filter((row) => row.startsWith('bo') && !row.endsWith(' 0.00'))).toEqual([]);
    await ok(world, 'run -q --out out');
    expect(world.read('out/excluded.csv')).toContain('sales,B0,2026-01-20,data/sales-late.csv,2,no-plan,the payee is in no plan on that day,"p, rule own: bo is not in this plan on that day: the last day of bo was 2026-01-31","counts on 2026-02-01, in 2026-02: dated 2026-01-20 in 2026-01, which was closed without it; late rows of sales count in the current period"');
    expect(await ok(world, 'explain --transaction B0')).toContain('Late: it counts on 2026-02-01, in 2026-02: dated 2026-01-20 in 2026-01, which was closed without it');
    await close(world, 2, 2);
    expect(world.read('records/0002/excluded.csv')).toContain('sales,B0,2026-01-20,no-plan');
    expect(await adjustments(world)).toEqual([]);
    // back in January too: still no adjustment, since the row counts in February for ever
    world.write('data/people.csv', 'id,name,start,end\nana,Ana,,\nbo,Bo,,2026-02-28\n');
    expect((await adjustments(world)).map((row) => row.split(',').slice(0, 11).join())).toEqual(['next,open,bo,p,2026-02,component,c,USD,0.00,50.00,50.00']);
  });

  it('the rate of exchange is that of the day it counts: 100 EUR at 1.2, not 1.1', async () => {
    const world = fresh();
    world.write('paycurve.yaml', `${world.read('paycurve.yaml').replace('amount: money }', 'amount: money(EUR) }')}exchange-rates: { file: data/rates.csv, reach-back: 40, columns: { date: date, from: text, to: text, rate: number } }\n`);
    world.write('data/rates.csv', 'date,from,to,rate\n2026-01-01,EUR,USD,1.1\n2026-02-01,EUR,USD,1.2\n');
    await close(world, 1, 1);
    arrive(world, 'T0,2026-01-20,ana,100\n');
    // 10 % of (2,000 + 100) × 1.2
    expect((await paidOf(world)).slice(0, 2)).toEqual(['2026-01 110.00', '2026-02 252.00']);
    await close(world, 2, 2);
    expect(await adjustments(world)).toEqual([]);
  });

  it('managers are those of that day', async () => {
    const world = fresh({ people: 'id,name,start,end,from,boss\nana,Ana,,,2026-01-01,meg\nana,Ana,,,2026-02-01,max\nmeg,Meg,,,,\nmax,Max,,,,\n' });
    world.write('paycurve.yaml', world.read('paycurve.yaml').replace("start: date?, end: date? }", 'start: date?, end: date?, from: date?, boss: payee? }').replace('  end: end\n', '  end: end\n  from: from\n  manager: boss\n'));
    world.write('plans/p.yaml', world.read('plans/p.yaml').replace('to: seller }', 'to: managers of seller }'));
    await close(world, 1, 1);
    arrive(world, 'T0,2026-01-20,ana,500\n');
    expect((await payouts(world)).filter((row) => /(meg|max) p 2026-0[12]/.test(row))).toEqual(['max p 2026-01 0.00', 'max p 2026-02 250.00', 'meg p 2026-01 100.00', 'meg p 2026-02 0.00']);
  });
});

describe('what is shown', () => {
  it('the row\'s own day, the period in which it counts, and why', async () => {
    const world = fresh();
    await close(world, 1, 1);
    arrive(world, 'T0,2026-01-20,ana,500\n');
    const table = await ok(world, 'run --out out');
    const why = 'dated 2026-01-20 in 2026-01, which was closed without it; late rows of sales count in the current period';
    expect(await ok(world, 'run -q')).toContain('    1 credited late, in 2026-02: its own period was closed without it (T0 of 2026-01-20)\n');
    expect(table).toContain('1 credited late');
    expect(world.read('out/credits.csv')).toContain(`ana,Ana,p,2026-02,own,revenue,sales,T0,2026-01-20,1,500.00,USD,500.00,USD,1,,,data/sales-late.csv,2,2026-02-01,"${why}"`.replace('"', why.includes(',') ? '"' : ''));
    expect(world.read('out/ledger.jsonl')).toContain('"dated":"2026-01-20","counts_on":"2026-02-01"');
    expect(JSON.parse(await ok(world, 'run -q --format json'))).toMatchObject({ rows: [{ late: [{ period: '2026-02', rows: 1, examples: ['T0 of 2026-01-20'] }] }] });
    const page = await ok(world, 'explain --transaction T0');
    expect(page).toContain('Transaction T0 · late · 2026-01-20 · data/sales-late.csv:2');
    expect(page).toContain(`Late: it counts on 2026-02-01, in 2026-02: ${why}.`);
    expect(page).toContain('without it: it came later, and counts in a later period');
    await close(world, 2, 2);
    expect(await ok(world, 'explain --transaction T0')).toContain('2026-02 was closed on 2026-03-05 with ana, plan p, rule own: revenue 500');
  });
});

describe('returns', () => {
  it('a late sale and its return find each other: 10 % of 500 in February, −500 in March', async () => {
    const world = fresh();
    world.write('paycurve.yaml', world.read('paycurve.yaml').replace('columns: { id: text, date: date, seller: payee,', 'refers-to: of\n    columns: { id: text, of: text?, date: date, seller: payee?,'));
    world.write('data/sales.csv', 'id,of,date,seller,amount\nT1,,2026-01-10,ana,1000\nT2,,2026-02-10,ana,2000\n');
    await close(world, 1, 1);
    world.write('data/sales-late.csv', 'id,of,date,seller,amount\nT0,,2026-01-20,ana,500\nR0,T0,2026-03-03,,-500\n');
    expect((await paidOf(world)).slice(0, 3)).toEqual(['2026-01 100.00', '2026-02 250.00', '2026-03 -50.00']);
    await close(world, 2, 2);
    await close(world, 3, 3);
    // a late return of a sale that January was closed with: −300 in April
    world.write('data/sales-back.csv', 'id,of,date,seller,amount\nR1,T1,2026-01-25,,-300\n');
    expect((await paidOf(world)).slice(0, 4)).toEqual(['2026-01 100.00', '2026-02 250.00', '2026-03 -50.00', '2026-04 -30.00']);
    await close(world, 4, 4);
    expect(await adjustments(world)).toEqual([]);
  });
});

describe('two sources, each with its rule', () => {
  it('the late row of one counts now, that of the other is an adjustment', async () => {
    const world = fresh();
    world.write('paycurve.yaml', world.read('paycurve.yaml').replace('people:\n', '  fees: { files: data/fees.csv, id: id, date: date, columns: { id: text, date: date, seller: payee, amount: money } }\npeople:\n'));
    world.write('plans/p.yaml', world.read('plans/p.yaml').replace('credits: {', 'credits: { fee: { from: fees, to: seller },').replace('{ sum: amount }', '{ sum: amount, of: own }, fees: { sum: amount, of: fee }').trimEnd().concat('\n  f: { commission on: fees, rate: 10% }\n'));
    world.write('data/fees.csv', 'id,date,seller,amount\nF1,2026-01-11,ana,100\n');
    await close(world, 1, 1);
    // the same id in the other source is another row
    arrive(world, 'F1,2026-01-20,ana,500\n');
    world.write('data/fees.csv', 'id,date,seller,amount\nF1,2026-01-11,ana,100\nF0,2026-01-20,ana,300\n');
    // 200 + 50 of the late sale, and 30 for January
    expect((await paidOf(world)).slice(0, 2)).toEqual(['2026-01 110.00', '2026-02 280.00']);
    expect(await adjustments(world)).toEqual(['2026-02,open,ana,p,2026-01,component,f,USD,10.00,40.00,30.00,late-deal,late: F0 (2026-01-20) 300']);
    await close(world, 2, 2);
    expect(await adjustments(world)).toEqual([]);
  });
});

describe('books that begin within the year', () => {
  it('what was known at the beginning stays outside; what comes later, dated before, counts now', async () => {
    const world = fresh({ sales: 'T1,2026-01-10,ana,1000\nT2,2026-02-10,ana,2000\nT3,2026-03-10,ana,3000\nX0,2026-01-11,nobody,1\n'.replace('X0,2026-01-11,nobody,1\n', '') });
    await close(world, 3, 3, '--begin');
    expect(world.read('records/0001/excluded.csv')).toContain('sales,T1,2026-01-10,elsewhere\nsales,T2,2026-02-10,elsewhere\n');
    expect((await paidOf(world)).slice(0, 2)).toEqual(['2026-03 300.00']);
    arrive(world, 'T0,2026-01-20,ana,500\n');
    expect((await paidOf(world)).slice(0, 2)).toEqual(['2026-03 300.00', '2026-04 50.00']);
    expect(await ok(world, 'explain --transaction T0')).toContain('dated 2026-01-20, before 2026-03, with which the books begin, and not known then');
    await close(world, 4, 4);
    expect(await adjustments(world)).toEqual([]);
    expect((await paidOf(world)).slice(0, 2)).toEqual(['2026-03 300.00', '2026-04 50.00']);
  });

  it('books of a workspace without the rule: rows before them stay outside until a record has listed them', async () => {
    const world = kept(lateWorld({ sales: 'T2,2026-02-10,ana,2000\nT3,2026-03-10,ana,3000\n' }));
    await close(world, 3, 3, '--begin');
    expect(world.read('records/0001/record.json')).not.toContain('"late": [');
    world.write('paycurve.yaml', world.read('paycurve.yaml').replace('    date: date\n', '    date: date\n    late: current-period\n'));
    // of March, which was closed: 40 in April; T2 is not paid a second time
    arrive(world, 'T0,2026-03-20,ana,400\n');
    expect((await paidOf(world)).slice(0, 2)).toEqual(['2026-03 300.00', '2026-04 40.00']);
    await close(world, 4, 4);
    expect(world.read('records/0002/excluded.csv')).toContain('sales,T2,2026-02-10,elsewhere');
    arrive(world, 'T0,2026-03-20,ana,400\nT9,2026-02-20,ana,700\n');
    expect((await paidOf(world)).slice(0, 3)).toEqual(['2026-03 300.00', '2026-04 40.00', '2026-05 70.00']);
    await close(world, 5, 5);
    expect(await adjustments(world)).toEqual([]);
  });
});

describe('months and quarters of two plans', () => {
  const both = (): World => {
    const world = fresh({ sales: 'T1,2026-01-10,ana,1000\nT5,2026-05-10,ana,5000\n' });
    world.write('plans/q.yaml', world.read('plans/p.yaml').replace('plan: p', 'plan: q\ncalendar: quarters'));
    return world;
  };
  const later = async (world: World, from: number, to: number): Promise<void> => {
    await close(world, from, to);
    if (to % 3 === 0) await ok(world, `close 2026-Q${to / 3} --on 2026-${`${to + 1}`.padStart(2, '0')}-05 --complete`);
  };

  it('in each plan the first open period of its own calendar: February and the quarter that is still open', async () => {
    const world = both();
    await later(world, 1, 1);
    arrive(world, 'T0,2026-01-20,ana,500\n');
    expect(await payouts(world)).toEqual(expect.arrayContaining(['ana p 2026-01 100.00', 'ana p 2026-02 50.00', 'ana q 2026-Q1 150.00']));
    await later(world, 2, 2);
    expect(await adjustments(world)).toEqual([]);
    await later(world, 3, 3);
    expect(await adjustments(world)).toEqual([]);
    expect(await payouts(world)).toEqual(expect.arrayContaining(['ana p 2026-01 100.00', 'ana p 2026-02 50.00', 'ana q 2026-Q1 150.00']));
  });

  it('after the quarter too: April and the second quarter, also between the closes of the two', async () => {
    const world = both();
    await later(world, 1, 3);
    arrive(world, 'T0,2026-01-20,ana,500\n');
    const expected = ['ana p 2026-04 50.00', 'ana q 2026-Q1 100.00', 'ana q 2026-Q2 550.00'];
    expect(await payouts(world)).toEqual(expect.arrayContaining(expected));
    await later(world, 4, 4);
    expect(await adjustments(world)).toEqual([]);
    expect(await payouts(world)).toEqual(expect.arrayContaining(expected));
    await later(world, 5, 6);
    expect(await adjustments(world)).toEqual([]);
    expect(await payouts(world)).toEqual(expect.arrayContaining(expected));
  });

  it('books without the rule cannot tell a row that the open quarter may have counted all along: it stays an adjustment', async () => {
    const world = both();
    const rule = (on: boolean): void => world.write('paycurve.yaml', world.read('paycurve.yaml').replace(/    late: .*\n/, on ? '    late: current-period\n' : '    late: adjust\n'));
    rule(false);
    await later(world, 1, 1);
    rule(true);
    arrive(world, 'T0,2026-01-20,ana,500\n');
    expect((await adjustments(world)).map((row) => row.split(',').slice(0, 11).join())).toEqual(['2026-02,open,ana,p,2026-01,component,c,USD,100.00,150.00,50.00']);
    await later(world, 2, 2);
    expect(await adjustments(world)).toEqual([]);
    // the record of February has listed all: from now on a row is told
    arrive(world, 'T0,2026-01-20,ana,500\nT9,2026-02-20,ana,300\n');
    expect(await adjustments(world)).toEqual([]);
    expect(await payouts(world)).toEqual(expect.arrayContaining(['ana p 2026-02 50.00', 'ana p 2026-03 30.00', 'ana q 2026-Q1 180.00']));
    await later(world, 3, 3);
    expect(await adjustments(world)).toEqual([]);
  });

  it('a row that only the open quarter counts was known when the month was closed: who moves to the monthly plan is not paid twice', async () => {
    const world = both();
    world.write('data/people.csv', 'id,name,start,end,role\nana,Ana,,,Q\n');
    world.write('paycurve.yaml', world.read('paycurve.yaml').replace('start: date?, end: date? }', 'start: date?, end: date?, from: date?, role: text }').replace('  end: end\n', '  end: end\n  from: from\n'));
    world.write('data/people.csv', 'id,name,start,end,from,role\nana,Ana,,,2026-01-01,Q\nana,Ana,,,2026-02-01,P\n');
    for (const plan of ['p', 'q']) world.write(`plans/${plan}.yaml`, world.read(`plans/${plan}.yaml`).replace('effective:', `for: role == '${plan.toUpperCase()}'\neffective:`));
    world.write('data/people.csv', 'id,name,start,end,from,role\nana,Ana,,,2026-01-01,Q\nana,Ana,,,2026-02-01,P\n');
    await later(world, 1, 1);
    expect(world.read('records/0001/excluded.csv')).toContain('sales,T1,2026-01-10,elsewhere');
    expect((await payouts(world)).filter((row) => !row.endsWith(' 0.00'))).toEqual(['ana p 2026-05 500.00', 'ana q 2026-Q1 100.00']);
  });
});

describe('versions of a plan', () => {
  it('months to March, quarters from April: a late row of January counts in the first quarter of the second version', async () => {
    const world = fresh({ sales: 'T1,2026-01-10,ana,1000\nT5,2026-05-10,ana,5000\n' });
    const first = world.read('plans/p.yaml').replace('to 2026-12-31', 'to 2026-03-31');
    world.write('plans/p2.yaml', world.read('plans/p.yaml').replace('plan: p', 'plan: p\ncalendar: quarters').replace('2026-01-01 to', '2026-04-01 to'));
    world.write('plans/p.yaml', first);
    await close(world, 1, 3);
    arrive(world, 'T0,2026-01-20,ana,500\n');
    const expected = ['ana p 2026-01 100.00', 'ana p 2026-02 0.00', 'ana p 2026-03 0.00', 'ana p 2026-Q2 550.00'];
    expect(await payouts(world)).toEqual(expected);
    await ok(world, 'close 2026-Q2 --on 2026-07-05 --complete');
    expect(await adjustments(world)).toEqual([]);
    expect(await payouts(world)).toEqual(expected);
  });

  it('a plan without any open period left has an adjustment', async () => {
    const world = fresh({ sales: 'T1,2026-01-10,ana,1000\nT5,2026-04-10,ana,5000\n' });
    world.write('plans/q.yaml', world.read('plans/p.yaml').replace('plan: p', 'plan: q').replace('2026-01-01 to', '2026-04-01 to'));
    world.write('plans/p.yaml', world.read('plans/p.yaml').replace('to 2026-12-31', 'to 2026-03-31'));
    await close(world, 1, 3);
    arrive(world, 'T0,2026-01-20,ana,500\n');
    expect((await adjustments(world)).map((row) => row.split(',').slice(0, 11).join())).toEqual(['2026-04,open,ana,p,2026-01,component,c,USD,100.00,150.00,50.00']);
    expect((await payouts(world)).filter((row) => row.startsWith('ana q'))).toEqual(['ana q 2026-04 500.00']);
    await close(world, 4, 4);
    expect(await adjustments(world)).toEqual([]);
  });
});

describe('months and the year, begun in March', () => {
  it('a late row of January counts in April by months; the year was closed elsewhere, and nothing of it is paid here', async () => {
    const world = fresh({ sales: 'T1,2026-01-10,ana,1000\nT3,2026-03-10,ana,3000\nT4,2026-04-10,ana,4000\n' });
    world.write('plans/y.yaml', world.read('plans/p.yaml').replace('plan: p', 'plan: y\ncalendar: years'));
    await close(world, 3, 3, '--begin');
    arrive(world, 'T0,2026-01-20,ana,500\n');
    expect(await payouts(world)).toEqual(['ana p 2026-03 300.00', 'ana p 2026-04 450.00']);
    await close(world, 4, 4);
    expect(await adjustments(world)).toEqual([]);
    expect(await payouts(world)).toEqual(['ana p 2026-03 300.00', 'ana p 2026-04 450.00']);
    // a row of March, which is closed: May, and not in a year that is not this books'
    arrive(world, 'T0,2026-01-20,ana,500\nT9,2026-03-30,ana,900\n');
    expect(await payouts(world)).toEqual(['ana p 2026-03 300.00', 'ana p 2026-04 450.00', 'ana p 2026-05 90.00']);
  });
});

it('a warning about rows before the books counts all of them, not one', async () => {
  const world = kept(lateWorld({ sales: 'T3,2026-03-10,ana,3000\n' }));
  await close(world, 3, 3, '--begin');
  arrive(world, 'A,2026-01-20,ana,500\nB,2026-01-21,ana,500\n');
  expect((await world.run('run')).err).toContain('warning[B019]: 2 rows are of 2026-01, before 2026-03, with which the books begin, and nothing is paid for them here: A, B');
});

it('the explanation of a payout tells both days', async () => {
  const world = fresh();
  await close(world, 1, 1);
  arrive(world, 'T0,2026-01-20,ana,500\n');
  expect(await ok(world, 'explain ana --period 2026-02')).toContain('2026-02-01, credited by own, late: dated 2026-01-20');
});
