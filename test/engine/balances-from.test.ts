/** X2: ana was promoted, and the draw that she owed stayed behind in the plan of her old job for ever. */
import { expect, test } from 'vitest';
import { exactText } from '../../src/value/display.ts';
import type { Travelled } from '../arbitrary/road.ts';
import { calculate, plan, said } from './workbench.ts';

const HEAD = 'id,from,start,end,role,rate,incentive,manager\n';
const PEOPLE = `${HEAD}ana,2026-01-01,,,AE,10%,,\nana,2026-03-16,,,SR,15%,,\n`;
const SALES = ['T1,2026-01-31,ana,,1000', 'T2,2026-02-28,ana,,2000', 'T3,2026-03-10,ana,,3000', 'T4,2026-03-31,ana,,8000', 'T5,2026-04-30,ana,,50000'];
const DRAW = '  - draw: { recoverable: 1_000 per month }\n';
const ae = (rules = DRAW, head = ''): string => plan('rate: 10%', { head: `for: role == 'AE'${head}`, id: 'ae' }) + (rules === '' ? '' : `adjust:\n${rules}`);
const sr = (rules = DRAW, head = '\nbalances-from: [ae]'): string => plan('rate: 15%', { head: `for: role == 'SR'${head}`, id: 'sr' }) + (rules === '' ? '' : `adjust:\n${rules}`);

/** `ae 2026-03: earned 2700, paid 1000: draw -1700 to 0`, by time. */
function told({ payouts }: Travelled, payee = 'ana'): string[] {
  return payouts
    .filter((one) => one.payee === payee)
    .sort((a, b) => a.period.from - b.period.from)
    .map(({ plan: { name }, period, payment, total }) => {
      const balances = payment?.balances.map(({ account, opening, closing }) => `${account} ${exactText(opening)} to ${exactText(closing)}`).join(', ') ?? '';
      return `${name} ${period.id}: earned ${exactText(payment?.earned ?? total)}, paid ${exactText(payment?.paid ?? total)}${balances === '' ? '' : `: ${balances}`}`;
    });
}

/** For every payout, and by account: opening + earned − paid = closing; each plan and account opens as it closed. */
function identities({ payouts }: Travelled): void {
  const known = new Map<string, string>();
  for (const { payee, plan: { name }, payment } of [...payouts].sort((a, b) => a.period.from - b.period.from)) {
    if (payment === undefined) continue;
    let sum = payment.earned.minus(payment.paid);
    for (const { account, opening, closing } of payment.balances) {
      expect(known.get(`${payee} ${name} ${account}`) ?? '0').toBe(exactText(opening));
      known.set(`${payee} ${name} ${account}`, exactText(closing));
      sum = sum.plus(opening).minus(closing);
    }
    expect(exactText(sum)).toBe('0');
  }
}

const errors = ({ problems }: Travelled): string[] => problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);

test('a promotion inside a period: what was owed is recovered under the new plan, from the month of the promotion on', async () => {
  const done = await calculate({ calendar: 'months', plans: [ae(), sr()], people: PEOPLE, sales: SALES });
  expect(errors(done)).toEqual([]);
  expect(said(done, 'R037')).toEqual([]);
  // ae: 100 + 900, 200 + 800; March 300 + 700, so that 2,400 are owed, and pass on: earned 300 + 2,400.
  // sr: March 8,000 × 15 % = 1,200 less the 2,400 that come: earned −1,200; 200 above the draw are recovered. April 7,500 − 2,200
  expect(told(done)).toEqual([
    'ae 2026-01: earned 100, paid 1000: draw 0 to -900',
    'ae 2026-02: earned 200, paid 1000: draw -900 to -1700',
    'ae 2026-03: earned 2700, paid 1000: draw -1700 to 0',
    'sr 2026-03: earned -1200, paid 1000: draw 0 to -2200',
    'sr 2026-04: earned 7500, paid 5300: draw -2200 to 0',
  ]);
  identities(done);
  const lines = done.payouts.flatMap(({ payment }) => payment!.lines.filter(({ name }) => name.includes('-')).map((line) => `${line.name} ${exactText(line.cost)}: ${line.text()}`));
  expect(lines).toEqual(['passes-to 2400: -2,400.00 USD passes to plan sr with the person', 'comes-from -2400: -2,400.00 USD comes from plan ae with the person']);
});

test('a promotion between two periods: it passes in the first period of the new plan, before anything acts there', async () => {
  const people = PEOPLE.replace('2026-03-16', '2026-04-01');
  const done = await calculate({ calendar: 'months', plans: [ae(DRAW.replace('month }', 'month, on-leaving: forgive }')), sr()], people, sales: SALES });
  expect(errors(done)).toEqual([]);
  // March 11,000 × 10 % = 1,100: 100 recovered of 1,700; on-leaving does not forgive the rest, as she has not left
  expect(told(done)).toEqual([
    'ae 2026-01: earned 100, paid 1000: draw 0 to -900',
    'ae 2026-02: earned 200, paid 1000: draw -900 to -1700',
    'ae 2026-03: earned 1100, paid 1000: draw -1700 to -1600',
    'ae 2026-04: earned 1600, paid 0: draw -1600 to 0',
    'sr 2026-04: earned 5900, paid 5900',
  ]);
  identities(done);
});

test('who is in neither plan for a whole period has left; what stays owed comes along when they are back', async () => {
  const gap = `${HEAD}ana,2026-01-01,,,AE,10%,,\nana,2026-02-01,,,HR,10%,,\nana,2026-04-01,,,SR,15%,,\n`;
  const done = await calculate({ calendar: 'months', plans: [ae(DRAW.replace('month }', 'month, on-leaving: forgive }')), sr()], people: gap, sales: SALES });
  expect(told(done)).toEqual(['ae 2026-01: earned 1000, paid 1000', 'sr 2026-04: earned 7500, paid 7500']);
  const carried = await calculate({ calendar: 'months', plans: [ae(), sr()], people: gap, sales: SALES });
  expect(told(carried)).toEqual(['ae 2026-01: earned 100, paid 1000: draw 0 to -900', 'ae 2026-04: earned 900, paid 0: draw -900 to 0', 'sr 2026-04: earned 6600, paid 6600']);
  identities(carried);
});

test('a demotion: each takes from the other, in order of time', async () => {
  const people = `${HEAD}ana,2026-01-01,,,AE,10%,,\nana,2026-02-10,,,SR,15%,,\nana,2026-03-20,,,AE,10%,,\n`;
  const done = await calculate({ calendar: 'months', plans: [ae(DRAW, '\nbalances-from: sr'), sr()], people, sales: ['T1,2026-01-31,ana,,1000', 'T5,2026-04-30,ana,,50000'] });
  expect(errors(done)).toEqual([]);
  // January −900; February ae −1,000 more, passes −1,900, sr −1,000 more; March sr −1,000 more, passes −3,900, ae −1,000 more; April 5,000: 4,000 recovered
  expect(told(done)).toEqual([
    'ae 2026-01: earned 100, paid 1000: draw 0 to -900',
    'ae 2026-02: earned 1900, paid 1000: draw -900 to 0',
    'sr 2026-02: earned -1900, paid 1000: draw 0 to -2900',
    'ae 2026-03: earned -3900, paid 1000: draw 0 to -4900',
    'sr 2026-03: earned 3900, paid 1000: draw -2900 to 0',
    'ae 2026-04: earned 5000, paid 1000: draw -4900 to -900',
  ]);
  identities(done);
});

test('there and back inside one period: the plan of the last day has it', async () => {
  const people = `${HEAD}ana,2026-01-01,,,AE,10%,,\nana,2026-02-10,,,SR,15%,,\nana,2026-02-20,,,AE,10%,,\n`;
  const done = await calculate({ calendar: 'months', plans: [ae(DRAW, '\nbalances-from: [sr]'), sr()], people, sales: ['T1,2026-01-31,ana,,1000', 'T2,2026-02-25,ana,,1000'] });
  // sr tops February up by 1,000, which passes to ae; ae adds 900 of its own
  expect(told(done)).toEqual(['ae 2026-01: earned 100, paid 1000: draw 0 to -900', 'ae 2026-02: earned -900, paid 1000: draw -900 to -2800', 'sr 2026-02: earned 1000, paid 1000']);
  identities(done);
});

test('through three plans in one period, and past one that has no such account', async () => {
  const people = `${HEAD}ana,2026-01-01,,,AE,10%,,\nana,2026-02-10,,,SR,15%,,\nana,2026-02-20,,,VP,15%,,\n`;
  const vp = plan('rate: 15%', { head: "for: role == 'VP'\nbalances-from: [ae, sr]", id: 'avp' }) + `adjust:\n${DRAW}  - hold: { share: 10%, for: 2 }\n`;
  const done = await calculate({ calendar: 'months', plans: [ae(`${DRAW}  - hold: { share: 10%, for: 2, of: pay }\n`), sr(), vp], people, sales: ['T1,2026-01-31,ana,,1000', 'T2,2026-02-28,ana,,0'] });
  expect(errors(done)).toEqual([]);
  // January 100 + 900, less 10 held. February: ae 1,000 more, −1,900 to sr and 10 past it to avp; sr −2,900 to avp; avp −3,900, of 1,000 paid 100 held
  expect(told(done).filter((line) => line.includes('-02'))).toEqual([
    'ae 2026-02: earned 1890, paid 1000: draw -900 to 0, hold 10 to 0',
    'avp 2026-02: earned -2890, paid 900: draw 0 to -3900, hold 0 to 110',
    'sr 2026-02: earned 1000, paid 1000',
  ]);
  identities(done);
});

test('held money and instalments come with their dates', async () => {
  const rules = '  - hold: { share: 10%, for: 2, on-leaving: release }\n';
  const done = await calculate({ calendar: 'months', plans: [ae(rules), sr(rules)], people: PEOPLE, sales: SALES });
  // held 10 of January and 20 of February; January's 10 come out in March, under ae; 30 of March; sr 120 of March, and 20 in April, as if she had stayed
  expect(told(done)).toEqual([
    'ae 2026-01: earned 100, paid 90: hold 0 to 10',
    'ae 2026-02: earned 200, paid 180: hold 10 to 30',
    'ae 2026-03: earned 250, paid 280: hold 30 to 0',
    'sr 2026-03: earned 1250, paid 1080: hold 0 to 170',
    'sr 2026-04: earned 7500, paid 6770: hold 170 to 900',
  ]);
  identities(done);
  const parts = '  - instalments: { parts: 3, on-leaving: pay }\n';
  const spread = await calculate({ calendar: 'months', plans: [ae(parts), sr(parts)], people: PEOPLE.replace('2026-03-16', '2026-02-01'), sales: ['T1,2026-01-31,ana,,1000', 'T2,2026-04-30,ana,,10'] });
  // 33.34 at once; 33.33 in February and in March, under sr, and April's 1.50 in three parts of 0.50
  expect(told(spread)).toEqual([
    'ae 2026-01: earned 100, paid 33.34: instalments 0 to 66.66',
    'ae 2026-02: earned -66.66, paid 0: instalments 66.66 to 0',
    'sr 2026-02: earned 66.66, paid 33.33: instalments 0 to 33.33',
    'sr 2026-03: earned 0, paid 33.33: instalments 33.33 to 0',
    'sr 2026-04: earned 1.5, paid 0.5: instalments 0 to 1',
  ]);
  identities(spread);
});

test('an account that the new plan does not have stays where it is, and is warned of', async () => {
  const done = await calculate({ calendar: 'months', plans: [ae(`${DRAW}  - hold: { share: 10%, for: 1 }\n`), sr('  - hold: { share: 10%, for: 1 }\n')], people: PEOPLE, sales: SALES });
  expect(errors(done)).toEqual([]);
  expect(said(done, 'R037')).toHaveLength(1);
  expect(said(done, 'R037')[0]).toContain('left plan ae owing 2,400.00 USD and went on in plan sr');
  identities(done);
});

test('two accounts of one kind meet: the older money is released first', async () => {
  // bo is in both plans until March, and both hold 10 %; then ae ends for him
  const rules = '  - hold: { share: 10%, for: 2 }\n';
  const both = (text: string): string => text.replace(/role == '(AE|SR)'/, (_, role: string) => `role == 'both'${role === 'SR' ? " or role == 'SR'" : ''}`);
  const done = await calculate({ calendar: 'months', plans: [both(ae(rules)), both(sr(rules))], people: `${HEAD}bo,2026-01-01,,,both,10%,,\nbo,2026-03-01,,,SR,15%,,\n`, sales: ['T1,2026-01-31,bo,,1000', 'T2,2026-02-28,bo,,2000', 'T3,2026-03-31,bo,,0', 'T4,2026-04-30,bo,,0'] });
  expect(errors(done)).toEqual([]);
  // ae holds 10 and 20, sr 15 and 30; in March the 10 and 15 of January are released, in April the 20 and 30 of February
  expect(told(done, 'bo')).toEqual([
    'ae 2026-01: earned 100, paid 90: hold 0 to 10',
    'sr 2026-01: earned 150, paid 135: hold 0 to 15',
    'ae 2026-02: earned 200, paid 180: hold 10 to 30',
    'sr 2026-02: earned 300, paid 270: hold 15 to 45',
    'ae 2026-03: earned -30, paid 0: hold 30 to 0',
    'sr 2026-03: earned 30, paid 25: hold 45 to 50',
    'sr 2026-04: earned 0, paid 50: hold 50 to 0',
  ]);
  identities(done);
});

test('currencies agree, or it is an error', async () => {
  const done = await calculate({ calendar: 'months', plans: [ae(), sr(DRAW, '\nbalances-from: [ae]\ncurrency: EUR')], people: PEOPLE, sales: SALES, rates: '2026-01-01,USD,EUR,0.9\n2026-01-31,USD,EUR,0.9\n2026-02-28,USD,EUR,0.9\n2026-03-10,USD,EUR,0.9\n2026-03-31,USD,EUR,0.9\n2026-04-30,USD,EUR,0.9' });
  expect(said(done, 'R030')).toEqual(['ana has a balance in USD on draw of plan ae, and plan sr, which takes it, is in EUR']);
});

test('two plans that would take one balance on one day', async () => {
  const again = sr().replace('plan: sr', 'plan: tr');
  const done = await calculate({ calendar: 'months', plans: [ae(), sr(), again], people: PEOPLE, sales: SALES });
  expect(said(done, 'R041')).toEqual(['ana goes from plan ae into sr and tr on 2026-03-16, and both take draw along']);
});

test('a new plan that follows one that has ended, three years later too', async () => {
  // the plan of 2026 ends on 31 December; that of 2027 takes what is owed, in a calendar that both know
  const old = ae().replace(/effective: .*/, 'effective: 2026-01-01 to 2026-01-31');
  const next = sr().replace(/effective: .*/, 'effective: 2029-01-01 to 2029-12-31').replace("role == 'SR'", "role == 'AE'");
  const done = await calculate({ calendar: 'months', plans: [old, next], people: `${HEAD}ana,2026-01-01,,,AE,10%,,\n`, sales: ['T1,2026-01-31,ana,,1000', 'T5,2029-01-31,ana,,50000'] });
  expect(errors(done)).toEqual([]);
  expect(told(done)).toEqual(['ae 2026-01: earned 100, paid 1000: draw 0 to -900', 'ae 2029-01: earned 900, paid 0: draw -900 to 0', 'sr 2029-01: earned 6600, paid 6600']);
});

test('what is taken back of the old job between two jobs goes to the new plan too', async () => {
  const NEGATIVE = '  - negative: { rule: floor-carry }\n';
  const clawback = (text: string): string => text.replace(/    rate: (\d+%)\n/, '    rate: $1\n    clawback: { takes: all, within: 12 months, rate: original, attainment: keep, unmatched: error }\n');
  const people = `${HEAD}ana,2026-01-01,,,AE,10%,,\nana,2026-03-16,,,HR,15%,,\nana,2026-06-01,,,SR,15%,,\n`;
  const done = await calculate({ calendar: 'months', refersTo: 'original', plans: [clawback(ae(NEGATIVE)), sr(NEGATIVE)], people, sales: ['B1,2026-02-10,ana,,1000', 'R1,2026-05-10,ana,,-1000,USD,New,,B1', 'S1,2026-06-30,ana,,4000'] });
  expect(errors(done)).toEqual([]);
  // February 100; in May, when she is in neither plan, ae takes the 100 back, which pass to sr in June: 4,000 × 15 % − 100
  expect(told(done)).toEqual([
    'ae 2026-02: earned 100, paid 100',
    'ae 2026-03: earned 0, paid 0',
    'ae 2026-05: earned -100, paid 0: negative 0 to -100',
    'ae 2026-06: earned 100, paid 0: negative -100 to 0',
    'sr 2026-06: earned 500, paid 500',
  ]);
  identities(done);
});

test('what becomes due of the old job after the move is held there, and passes in the same period', async () => {
  const rules = '  - hold: { share: 10%, for: 2 }\n';
  const old = `plan: ae
effective: 2026-01-01 to 2026-12-31
for: role == 'AE'
credits: { own: { from: sales, to: seller }, events: { from: events, to: seller } }
measures:
  revenue: { sum: amount, of: own }
  paid: { sum: amount, of: events }
components:
  pay: { commission on: revenue, rate: 10%, by-event: { at-booking: 0%, events: [{ measure: paid, share: 100%, deal: order }] } }
adjust:
${rules}`;
  const done = await calculate({ calendar: 'months', plans: [old, sr(rules)], people: PEOPLE, sales: ['B1,2026-02-10,ana,,1000', 'S1,2026-06-30,ana,,4000'], events: ['E1,2026-05-05,ana,B1,payment,1000'] });
  expect(errors(done)).toEqual([]);
  // B1 is paid in May: 100 − 10 in ae; the 10 go to sr, and 60 of June are held there beside them
  expect(told(done).filter((line) => / 2026-0[56]/.test(line))).toEqual([
    'ae 2026-05: earned 90, paid 90',
    'sr 2026-05: earned 10, paid 0: hold 0 to 10',
    'sr 2026-06: earned 600, paid 540: hold 10 to 70',
  ]);
  identities(done);
});
