/** Laws of balances that come with a person (balances-from), on careers and rules drawn at random. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClosedPayment, Payout } from '../../src/engine/index.ts';
import { exactText } from '../../src/value/display.ts';
import { Exact, total, ZERO } from '../../src/value/exact.ts';
import { calculate, plan } from '../engine/workbench.ts';
import '../seed.ts';

/** Rules that count nobody's periods in a plan, so that two plans in turn are as one. */
const RULES = [
  'negative: { rule: floor-carry, resets: quarter, on-leaving: forgive }',
  'negative: { rule: floor-carry, expires-after: 3 }',
  'draw: { recoverable: 300 per month, recover: 1/3, on-leaving: forgive }',
  'draw: { recoverable: 100 per month, down-to: 0, on-leaving: { collect-down-to: 50, rest: forgive } }',
  'guarantee: { least: 250 per month }',
  'advance: { pays: 100 per month, settle-after: 2 }',
  'hold: { share: 1/7, of: pay, for: 2, on-leaving: release }',
  'hold: { share: 30%, of: pay, until: 2026-05-01, on-leaving: forfeit }',
  'instalments: { parts: 3, of: pay, negative: spread, on-leaving: pay }',
  'payment-cap: { at: 200 per month, expires-after: 2, on-leaving: forfeit }',
  'minimum-payment: { at: 40 }',
];
const MONTHS = 8;
const two = (n: number): string => `${n}`.padStart(2, '0');
const amounts = fc.array(fc.integer({ min: -60_000, max: 90_000 }), { minLength: MONTHS, maxLength: MONTHS });
const rules = fc.subarray(RULES.map((_, at) => at), { minLength: 1 }).map((chosen) => `adjust:\n${chosen.map((at) => `  - ${RULES[at]!.replace(/^([a-z-]+): \{/, (_, key: string) => `${key}: { account: ${key.replace('-', '_')}_${at},`)}\n`).join('')}`);
const ae = (adjust: string, people = "role == 'AE'"): string => plan('rate: 100%', { head: `for: ${people}\nbalances-from: [sr]`, id: 'ae' }) + adjust;
const sr = (adjust: string, people = "role == 'SR'"): string => plan('rate: 100%', { head: `for: ${people}\nbalances-from: [ae]`, id: 'sr' }) + adjust;

function salesOf(cents: readonly number[]): string[] {
  return cents.map((one, at) => `T${at},2026-${two(at + 1)}-${at % 2 === 0 ? '05' : '25'},ana,,${exactText(Exact.scaled(one, 2))}`);
}

async function settled(plans: readonly string[], people: string, cents: readonly number[], options: Parameters<typeof calculate>[1] = {}): Promise<readonly Payout[]> {
  const done = await calculate({ calendar: 'months', plans, people: `id,from,start,end,role,rate,incentive,manager\n${people}`, sales: salesOf(cents) }, options);
  expect(done.problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  return done.payouts;
}

/** In each plan opening + earned − paid = closing, accounts open as they closed, and what passes comes. */
function holds(payouts: readonly Payout[]): void {
  const last = new Map<string, string>();
  const moved = new Map<string, Exact>();
  for (const { payment, period, plan: { name } } of payouts) {
    if (payment === undefined) continue;
    const side = (end: 'opening' | 'closing'): Exact => total(payment.balances.map((one) => one[end]));
    expect(exactText(side('opening').plus(payment.earned).minus(payment.paid))).toBe(exactText(side('closing')));
    for (const { account, opening, closing } of payment.balances) {
      expect(exactText(opening), `${name} ${period.id} ${account}`).toBe(last.get(`${name} ${account}`) ?? '0');
      last.set(`${name} ${account}`, exactText(closing));
    }
    for (const line of payment.lines) if (line.name === 'passes-to' || line.name === 'comes-from') moved.set(`${period.id} ${line.account}`, (moved.get(`${period.id} ${line.account}`) ?? ZERO).plus(line.cost));
  }
  for (const [key, sum] of moved) expect([key, exactText(sum)]).toEqual([key, '0']);
}

const byPeriod = (payouts: readonly Payout[]): string[] => [...Array(MONTHS).keys()].map((at) => {
  const own = payouts.filter(({ period }) => period.id === `2026-${two(at + 1)}`).map(({ payment, total: sum }) => ({ paid: payment?.paid ?? sum, earned: payment?.earned ?? sum, closing: total(payment?.balances.map(({ closing }) => closing) ?? []) }));
  return `${at + 1}: ${exactText(total(own.map(({ earned }) => earned)))} ${exactText(total(own.map(({ paid }) => paid)))}`;
});

test('two plans in turn, by whole months, pay as one plan does', async () => {
  await fc.assert(
    fc.asyncProperty(rules, amounts, fc.array(fc.constantFrom('AE', 'SR'), { minLength: MONTHS, maxLength: MONTHS }), async (adjust, cents, roles) => {
      const people = roles.map((role, at) => `ana,2026-${two(at + 1)}-01,,,${role},5%,,\n`).join('');
      const apart = await settled([ae(adjust), sr(adjust)], people, cents);
      holds(apart);
      const one = await settled([ae(adjust, "role in ('AE', 'SR')").replace('balances-from: [sr]', '')], people, cents);
      expect(byPeriod(apart)).toEqual(byPeriod(one));
    }),
    { numRuns: 60 },
  );
}, 60_000);

const accountsOf = (adjust: string): string[] => [...adjust.matchAll(/account: (\w+)/g)].map(([, account]) => account!);

/** A career by days: some of them in neither plan, some in both. */
const career = fc.uniqueArray(fc.integer({ min: 0, max: 240 }), { minLength: 1, maxLength: 6 }).chain((days) => fc.tuple(...days.sort((a, b) => a - b).map((day) => fc.tuple(fc.constant(day), fc.constantFrom('AE', 'SR', 'both', 'HR')))));
const dayOf = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);

test('whatever the career, the sums hold, and a run over closed periods goes on as the whole run does', async () => {
  await fc.assert(
    fc.asyncProperty(rules, rules, amounts, career, fc.integer({ min: 1, max: MONTHS - 1 }), async (first, second, cents, jobs, closed) => {
      const people = jobs.map(([day, role]) => `ana,${dayOf(day)},,,${role},5%,,\n`).join('');
      // other rules in the other plan, where some account stands in both
      const shared = accountsOf(first).some((account) => accountsOf(second).includes(account)) ? [first, second] : [first, first];
      const plans = [ae(shared[0]!, "role in ('AE', 'both')"), sr(shared[1]!, "role in ('SR', 'both')")];
      const whole = await settled(plans, people, cents);
      holds(whole);
      const records = whole.filter(({ period }) => period.id <= `2026-${two(closed)}`);
      if (records.some(({ payment }) => payment === undefined) || records.length === 0) return;
      const last = Math.max(...records.map(({ period }) => period.to));
      const of = (_: string, name: string): ClosedPayment[] => records.filter((one) => one.plan.name === name).map(({ period, plan: { from }, payment }) => ({ period: period.id, planFrom: from, earned: payment!.earned, paid: payment!.paid, balances: new Map(payment!.balances.map(({ account, closing, state }) => [account, { closing, ...(state === undefined ? {} : { state }) }])) }));
      const again = await settled(plans, people, cents, { closed: { through: last, of } });
      expect(byPeriod(again)).toEqual(byPeriod(whole));
    }),
    { numRuns: 60 },
  );
}, 60_000);
