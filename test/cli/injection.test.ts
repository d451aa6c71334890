import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { World } from './world.ts';

/** Data is shown, never executed: every channel, with what attackers put into names. */
const EVIL = ['=HYPERLINK("x")', '+1+1', '-2', '@cmd', '\u001b]52;c;AAAA\u0007x', 'a\u202eb', '|x|`y` @team <img src=x>', '::error::x'];

let world: World;
beforeAll(async () => {
  world = await World.acme();
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const people = EVIL.map((name, n) => `e${n},${quote(name)},AE,`);
  world.write('acme/data/people.csv', `id,name,role,manager\n${people.join('\n')}\n`);
  world.write('acme/data/quotas.csv', `payee,measure,from,to,amount\n${EVIL.map((_, n) => `e${n},new_business,2026-01-01,2026-03-31,100`).join('\n')}\n`);
  world.write('acme/data/sales.csv', `order_id,order_date,seller,amount,type\n${EVIL.map((_, n) => `o${n},2026-01-02,e${n},100.00,New`).join('\n')}\n`);
});
afterAll(() => world.remove());

describe('text from data', () => {
  it('is refused at the door, or shown harmlessly: no control or direction mark reaches a stream', async () => {
    for (const line of ['run acme', 'run acme --format csv', 'run acme --format json', 'run acme --format markdown --no-redact', 'explain e4 acme --period 2026-Q1']) {
      const { out, err } = await world.run(line);
      for (const text of [out, err]) expect(text, line).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }
  });

  it('is guarded in CSV cells, and numbers are not', async () => {
    world.write('acme/data/people.csv', `id,name,role,manager\n${EVIL.slice(0, 4).map((name, n) => `e${n},"${name.replaceAll('"', '""')}",AE,`).join('\n')}\n`);
    world.write('acme/data/quotas.csv', 'payee,measure,from,to,amount\ne0,new_business,2026-01-01,2026-03-31,100\ne1,new_business,2026-01-01,2026-03-31,100\ne2,new_business,2026-01-01,2026-03-31,100\ne3,new_business,2026-01-01,2026-03-31,100\n');
    world.write('acme/data/sales.csv', 'order_id,order_date,seller,amount,type\no0,2026-01-02,e0,-100.00,New\n');
    const guarded = await world.run('run acme/plans/account-executive.yaml --format csv');
    expect(guarded.code, guarded.err).toBe(0);
    expect(guarded.out).toContain(`e0,"'=HYPERLINK(""x"")",account-executive`);
    expect(guarded.out).toContain(`e2,'-2,`);
    expect(guarded.out).toContain(',-8.00,-100.00,');
    expect((await world.run('run acme/plans/account-executive.yaml --format csv --csv-raw')).out).toContain('e2,-2,');
  });

  it('mentions nobody and draws no picture in markdown', async () => {
    const { out } = await world.run('run acme/plans/account-executive.yaml --format markdown --no-redact');
    expect(out).toContain('`e3 @cmd`');
    expect(out).toMatch(/^<!-- paycurve:run -->\n### Payouts/);
  });

  it('withholds single people in markdown unless they are asked for', async () => {
    const { out } = await world.run('run acme --format markdown');
    expect(out).toContain('withheld');
    expect(out).not.toContain('e0');
  });
});
