/** ana owed 2,400 of a draw as an account executive, was promoted into another plan, and not a word was said of it. */
import { expect, test } from 'vitest';
import { exactText, travel } from '../arbitrary/road.ts';
import { calculate, plan, said } from './workbench.ts';

const HEAD = 'id,from,start,end,role,rate,incentive,manager\n';
const PEOPLE = `${HEAD}ana,2026-01-01,,,AE,10%,,\nana,2026-03-16,,,SR,15%,,\n`;
const SALES = ['T1,2026-01-31,ana,,1000', 'T2,2026-02-28,ana,,2000', 'T3,2026-03-10,ana,,3000', 'T4,2026-03-31,ana,,8000', 'T5,2026-04-30,ana,,50000'];
const DRAW = 'adjust:\n  - draw: { recoverable: 1_000 per month }\n';
const AE = plan('rate: 10%', { head: "for: role == 'AE'", id: 'ae' }) + DRAW;
const SR = plan('rate: 15%', { head: "for: role == 'SR'", id: 'sr' }) + DRAW;

test('a draw that is owed in the plan left is named, with the amount and both plans', async () => {
  const done = await calculate({ calendar: 'months', plans: [AE, SR], people: PEOPLE, sales: SALES });
  // 1,000 − 100, 1,000 − 200 and 1,000 − 300
  expect(said(done, 'R037')).toEqual(['1 person left plan ae owing 2,400.00 USD and went on in plan sr, where nothing of it is recovered: ana 2,400.00 USD (draw)']);
  const [warning] = done.problems.filter(({ code }) => code === 'R037');
  expect(warning!.severity).toBe('warning');
  expect(warning!.at!.source.text.slice(warning!.at!.start, warning!.at!.end)).toContain('draw');
});

test('several people of one pair of plans are one warning', async () => {
  const people = `${PEOPLE}bo,2026-01-01,,,AE,10%,,\nbo,2026-02-01,,,SR,15%,,\n`;
  const done = await calculate({ calendar: 'months', plans: [AE, SR], people, sales: SALES });
  expect(said(done, 'R037')).toEqual(['2 people left plan ae owing 3,400.00 USD and went on in plan sr, where nothing of it is recovered: ana 2,400.00 USD (draw), bo 1,000.00 USD (draw)']);
});

test('nothing is said of who owes nothing, of leavers, of two plans at once, and of a job that begins after the data', async () => {
  const quiet = async (people: string, sales = SALES, plans = [AE, SR]): Promise<void> => expect(said(await calculate({ calendar: 'months', plans, people, sales }), 'R037')).toEqual([]);
  await quiet(PEOPLE, ['T1,2026-01-31,ana,,10000', 'T2,2026-02-28,ana,,10000', 'T3,2026-03-10,ana,,10000', 'T5,2026-04-30,ana,,50000']);
  await quiet(`${HEAD}ana,2026-01-01,,2026-03-15,AE,10%,,\nbo,2026-01-01,,,SR,10%,,\n`);
  await quiet(`${HEAD}ana,,,,AE,10%,,\n`, SALES, [AE, SR.replace("for: role == 'SR'", "for: role == 'AE'")]);
  await quiet(PEOPLE.replace('2026-03-16', '2026-05-01'));
});

test('recipe of R037: both jobs in one plan keep one draw', async () => {
  const one = plan('rate: rate', { head: "for: role in ('AE', 'SR')", id: 'sales' }) + DRAW;
  const done = await calculate({ calendar: 'months', plans: one, people: PEOPLE, sales: SALES });
  // owed 900, 1,700; March 300 + 8,000 × 15 % = 1,500: 500 recovered, 1,200 owed; April 7,500: all of it
  expect(done.payouts.map(({ period, payment }) => `${period.id}: ${exactText(payment!.paid)}, balance ${exactText(payment!.balances[0]?.closing ?? payment!.paid.minus(payment!.paid))}`)).toEqual(['2026-01: 1000, balance -900', '2026-02: 1000, balance -1700', '2026-03: 1000, balance -1200', '2026-04: 6300, balance 0']);
  expect(done.problems.filter(({ code }) => code === 'R007' || code === 'R037')).toEqual([]);
});

test('recipe of R037: two entries move a balance to the other plan, and nothing is earned by it', async () => {
  const columns = '{ id: text, payee: payee, date: date, plan: text?, kind: text?, account: text?, amount: money?, reason: text, author: text, approver: text? }';
  const workspace = `workspace: bench\ncurrency: USD\ncalendar: months\nrounding: { to: 0.01, mode: half-up, at: component }\nplans: plans/*.yaml\ndata:\n  sales:\n    files: data/sales.csv\n    id: id\n    date: date\n    columns: { id: text, date: date, seller: payee, amount: money }\npeople:\n  file: data/people.csv\n  columns: { id: payee, role: text, from: date? }\nadjustments:\n  file: data/adjustments.csv\n  columns: ${columns}\n`;
  const done = await travel({
    workspace,
    plans: [AE, SR],
    files: {
      'data/sales.csv': 'id,date,seller,amount\nT1,2026-01-31,ana,1000\nT2,2026-02-28,ana,2000\nT3,2026-03-10,ana,3000\nT4,2026-03-31,ana,8000\nT5,2026-04-30,ana,50000\n',
      'data/people.csv': 'id,role,from\nana,AE,2026-01-01\nana,SR,2026-03-16\n',
      'data/adjustments.csv': 'id,payee,date,plan,kind,account,amount,reason,author,approver\nM1,ana,2026-04-15,ae,forgive,draw,2400,moved to sr,hr,cfo\nM2,ana,2026-04-15,sr,pay,,-2400,moved from ae,hr,cfo\n',
    },
  });
  expect(done.problems.filter(({ code, severity }) => severity === 'error' || code === 'R037').map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  const april = done.payouts.filter(({ period }) => period.id === '2026-04').map(({ plan: { name }, payment }) => `${name} earned ${exactText(payment!.earned)} paid ${exactText(payment!.paid)}`);
  // 50,000 × 15 % − 2,400 moved; the draw of March stands between 1,200 earned and 1,000, so nothing else is owed
  expect(april).toEqual(['ae earned 2400 paid 0', 'sr earned 5100 paid 5100']);
});
