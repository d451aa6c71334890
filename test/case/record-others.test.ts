/** What went wrong in recorded cases that held one person's rows alone: pay by what others do, lines about others, and periods nobody's rows reach. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { runIn, World } from '../cli/world.ts';
import { ROOT } from '../payout-run.ts';
import { acme } from './world.ts';

vi.setConfig({ testTimeout: 60_000 });

const worlds: World[] = [];
afterEach(() => worlds.splice(0).forEach((world) => world.remove()));

const recorded = (plan: string, person: string, period: string) => runIn(ROOT, ['test', '--record', `plans/${plan}`, '--person', person, '--period', period, '-q']);

/** Lines of a table of the case, without the header. */
function linesOf(out: string, name: string): readonly string[] {
  const text = new RegExp(`^( +)${name}: \\|\\n((?:\\1  .*\\n)+)`, 'm').exec(out)?.[2] ?? '';
  return text.trim().split('\n').slice(1).map((line) => line.trim());
}

function world(...changes: readonly (readonly [file: string, text: string])[]): World {
  const made = acme();
  worlds.push(made);
  for (const [file, text] of changes) made.write(file, text);
  return made;
}

describe('pay by what others do', () => {
  test('a contest without rivals paid the second the first prize', async () => {
    const { code, out } = await recorded('call-centre-representative', 'raj', '2026-03');
    expect(code).toBe(0);
    expect(out).toContain('component: team_contest, earned: "200.00"');
    expect(linesOf(out, 'people').some((line) => line.startsWith('theo,'))).toBe(true);
    expect(linesOf(out, 'sales').some((line) => line.includes(',theo,'))).toBe(true);
  });

  test('a manager without the sales of the team had no override of what it earned', async () => {
    const { code, out } = await recorded('regional-manager', 'olga', '2026-Q3');
    expect(code).toBe(0);
    expect(out).toContain('period: 2026-Q1, component: override, earned: "1,516.75"');
    expect(linesOf(out, 'orders').length).toBeGreaterThan(0);
  });

  test('a store lost its quota, for its name is nobody\'s', async () => {
    const { code, out } = await recorded('store-team', 'amy', '2026-03');
    expect(code).toBe(0);
    expect(linesOf(out, 'quotas').map((line) => line.split(',')[0])).toEqual(expect.arrayContaining(['Centre', 'Harbour']));
  });

  test('rows of others stay out where no plan asks for others', async () => {
    const { out } = await recorded('global-account-executive', 'yuki', '2026-Q4');
    expect(linesOf(out, 'people')).toHaveLength(1);
  });
});

test('leaves and quota relief named people who are not in the case', async () => {
  const { payouts } = JSON.parse((await runIn(ROOT, ['run', 'plans/global-account-executive', '--format', 'json', '-q'])).out) as { payouts: { payee: string; period: string }[] };
  const last = payouts.map(({ period }) => period).sort().at(-1)!;
  const [amara, yuki] = [await recorded('global-account-executive', 'amara', last), await recorded('global-account-executive', 'yuki', last)];
  expect([amara.code, yuki.code]).toEqual([0, 0]);
  expect(linesOf(amara.out, 'leaves').map((line) => line.split(',')[0])).toEqual(['amara']);
  expect(linesOf(amara.out, 'quota-relief')).toEqual([]);
  expect(linesOf(yuki.out, 'leaves')).toEqual([]);
  expect(linesOf(yuki.out, 'quota-relief').map((line) => line.split(',')[0])).toEqual(['yuki']);
});

test('a quota of a group was dropped, also where nobody in the case is paid by it', async () => {
  const made = world(['data/quotas.csv', 'payee,measure,from,to,amount\nana,new,2026-01-01,2026-03-31,10000\nNorth,new,2026-01-01,2026-03-31,90000\nben,new,2026-01-01,2026-03-31,7\n']);
  made.write('paycurve.yaml', made.read('paycurve.yaml').replace('quotas.csv, columns: { payee: payee', 'quotas.csv, columns: { payee: text'));
  const { code, out } = await made.run('test --record . --person ana --period 2026-Q1 -q');
  expect(code).toBe(0);
  expect(linesOf(out, 'quotas')).toEqual(['ana,new,2026-01-01,2026-03-31,10000', 'North,new,2026-01-01,2026-03-31,90000']);
});

describe('a period that the person\'s own rows do not reach', () => {
  const HEADER = 'id,day,seller,partner,amount,margin,type\n';

  test('was not settled: fay sold nothing in June, and what she is owed stood in no case', async () => {
    const { code, out } = await recorded('real-estate-agent', 'fay', '2026-06');
    expect(code).toBe(0);
    expect(out).toContain('{ payee: fay, period: "2026-06", component: split, earned: "0.00", base: n/a }');
    expect(out).toContain('balances: { minimum-payment: "31.77" }');
  });

  test('was not settled: the last row of all joins, and the first, whoever sold it', async () => {
    const made = world(['data/sales.csv', `${HEADER}1,2026-01-10,ben,,1.00,50%,New\n2,2026-02-10,ben,,2.00,50%,New\n3,2026-04-10,ana,,500.00,50%,Renewal\n4,2026-07-10,ben,,3.00,50%,New\n5,2026-08-10,ben,,4.00,50%,New\n`]);
    const { code, out } = await made.run('test --record . --person ana --period 2026-Q1 --period 2026-Q3 -q');
    expect(code).toBe(0);
    expect(linesOf(out, 'sales').map((line) => line.slice(0, 12))).toEqual(['1,2026-01-10', '3,2026-04-10', '5,2026-08-10']);
    expect(out).toContain('{ payee: ana, period: 2026-Q3, total: "0.00" }');
  });

  test('was expected to pay a zero that nothing in the case could pay: it is left unsaid', async () => {
    const { code, out } = await world(['data/sales.csv', `${HEADER}1,2026-01-10,ana,,4000.00,50%,New\n2,2026-08-01,ben,,1.00,50%,New\n`]).run('test --record . --person ana --period 2026-Q2 -q');
    expect(code).toBe(0);
    expect(out).toContain('    expect:\n      - { payee: ana, period: 2026-Q1, component: new_business, earned: "320.00" }\n');
    expect(out).not.toContain('period: 2026-Q2');
  });

  test('an amount is never left out: such a case is refused', async () => {
    const made = world(['data/sales.csv', `${HEADER}1,2026-01-10,ana,,4000.00,50%,New\n2,2026-08-01,ben,,1.00,50%,New\n`]);
    made.write('plans/plan.yaml', made.read('plans/plan.yaml').replace('rate: 3% }', 'rate: 3%, floor: { at: 100, even-if-zero: true } }'));
    const { code, out, err } = await made.run('test --record . --person ana --period 2026-Q2 -q');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('ana 2026-Q2 renewals earned: the workspace pays 100.00, and the lines of the case pay nothing');
  });
});
