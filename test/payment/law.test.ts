/** Laws of the payment stage, on plans and earnings drawn at random, and its promises to the record of closed periods. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClosedFacts, ClosedPayment, Payout } from '../../src/engine/index.ts';
import { PAYMENTS } from '../../src/mechanic/payments.ts';
import { exactText } from '../../src/value/display.ts';
import { Exact } from '../../src/value/exact.ts';
import '../seed.ts';
import { balanced, balancesOf, paidIn, pay, worldTexts, type PaymentWorld } from './bench.ts';
import { travel } from '../arbitrary/road.ts';
import Ajv from 'ajv';
import { parse } from 'yaml';

const RULES = [
  'negative: { rule: floor-carry }',
  'negative: { rule: floor-carry, expires-after: 2, resets: quarter, on-leaving: forgive }',
  'negative: { rule: floor-lose }',
  'draw: { recoverable: 1_000 per quarter, recover: 1/3, from: 2 }',
  'draw: { recoverable: { 1: 300 per month, 3: 0 }, down-to: 0, at-end: { collect-down-to: 50, rest: forgive } }',
  'guarantee: { least: 250 per month, until: 4 }',
  'advance: { pays: 100 per month, until: 3, settle-after: 2 }',
  'hold: { share: 1/7, of: pay, for: 2, on-leaving: release }',
  'hold: { share: 30%, until: 2026-05-01, on-leaving: forfeit }',
  'hold: { share: 50%, until: revenue >= 300, forfeit-after: 3 }',
  'instalments: { parts: 3, of: more, negative: spread, on-leaving: pay }',
  'instalments: { parts: [75%, 1/12, 1/12, 1/12], after: [0, 2, 3, 5], of: pay }',
  'guarantee: { account: weekly, least: { 1: 60 per week, 3: 40 per week ending Friday } }',
  'payment-cap: { at: 70 per week, over: quarter, at-end: pay }',
  'payment-cap: { at: 200 per month, expires-after: 2, resets: quarter, at-reset: pay }',
  'minimum-payment: 40',
];

const amount = fc.integer({ min: -60_000, max: 90_000 }).map((cents) => exactText(Exact.scaled(cents, 2)));
const world: fc.Arbitrary<PaymentWorld> = fc.record({
  rules: fc.subarray(RULES.map((_, at) => at)),
  earned: fc.array(amount, { minLength: 2, maxLength: 8 }),
  second: fc.array(amount, { maxLength: 5 }),
  leaves: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
  cut: fc.boolean(),
}).map(({ rules, earned, second, leaves, cut }) => {
  const adjust = rules.map((at) => `- ${RULES[at]!.replace(/^(hold|negative|draw|instalments|payment-cap): \{/, (_, key: string) => `${key}: { account: ${key.replace('-', '_')}_${at},`)}`).join('\n');
  return {
    adjust,
    earned,
    second: second.slice(0, earned.length),
    start: '2026-01-01',
    ...(leaves === undefined ? {} : { end: `2026-${String(leaves).padStart(2, '0')}-20` }),
    ...(cut ? { version: { from: '2026-03-01', adjust } } : {}),
    prorate: '[draw]',
  };
});

test('opening + earned − paid = closing for every account and in sum, each closing is the next opening, and a zero has its reason', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (one) => {
      const { payouts, problems } = await pay(one);
      expect(problems.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
      chained(payouts);
    }),
    { numRuns: 60 },
  );
}, 60_000);

/** Each account opens where it closed. */
function chained(payouts: readonly Payout[]): void {
  const last = new Map<string, string>();
  for (const { payment, period } of payouts) {
    for (const { account, opening } of payment?.balances ?? []) expect(exactText(opening), `${period.id} ${account}`).toBe(last.get(account) ?? '0');
    last.clear();
    for (const { account, closing } of payment?.balances ?? []) if (!closing.isZero()) last.set(account, exactText(closing));
  }
}

/** What a record would hold of a payout, through JSON and back. */
function recorded(payout: Payout): ClosedPayment {
  const { payment, period, plan } = payout;
  const text = JSON.stringify({ earned: exactText(payment!.earned), paid: exactText(payment!.paid), balances: payment!.balances.map(({ account, closing, state }) => [account, { closing: exactText(closing), ...(state === undefined ? {} : { state }) }]) });
  const plain = JSON.parse(text) as { earned: string; paid: string; balances: [string, { closing: string; state?: never }][] };
  return { period: period.id, planFrom: plan.from, earned: exact(plain.earned), paid: exact(plain.paid), balances: new Map(plain.balances.map(([name, { closing, ...rest }]) => [name, { closing: exact(closing), ...rest }])) };
}

function exact(text: string): Exact {
  const [whole, behind = ''] = text.replace('-', '').split('.') as [string, string?];
  const value = Exact.scaled(BigInt(whole + behind), behind.length);
  return text.startsWith('-') ? value.negated() : value;
}

test('a run that begins at closed periods pays the open ones as the whole run does', async () => {
  await fc.assert(
    fc.asyncProperty(world.filter((one) => one.adjust !== ''), fc.integer({ min: 1, max: 4 }), async (one, closed) => {
      const whole = await pay(one);
      const records = whole.payouts.slice(0, closed).map(recorded);
      const through = whole.payouts[Math.min(closed, whole.payouts.length) - 1]!.period.to;
      const again = await pay(one, { closed: { through, of: () => records } });
      expect(again.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(paidIn(again)).toEqual(paidIn(whole));
      expect(balancesOf(again)).toEqual(balancesOf(whole));
      expect(again.payouts.map(({ payment }) => payment?.closed === true)).toEqual(again.payouts.map(({ period }) => period.to <= through));
    }),
    { numRuns: 30 },
  );
}, 60_000);

describe('closed periods', () => {
  const before: PaymentWorld = { adjust: '- draw: { recoverable: 100 per month }', earned: ['40', '150', '200'] };

  test('are paid as recorded, and their difference is posted in the first open period', async () => {
    const records = (await pay(before)).payouts.slice(0, 2).map(recorded);
    const closed: ClosedFacts = {
      of: () => records,
      differences: (_, __, recomputed) => recomputed.flatMap((payout, at) => { const amount = payout.total.minus(records[at]!.earned); return amount.isZero() ? [] : [{ of: payout.period.id, amount, text: 'a late deal' }]; }),
    };
    const after = await pay({ ...before, earned: ['65', '150', '200'] }, { closed });
    expect(paidIn(after)).toEqual(['100', '100', '215']);
    expect(after.payouts[2]!.payment!.lines.map((line) => [line.name, exactText(line.change), line.text()])).toEqual([['prior-period', '25', '2026-01: a late deal'], ['draw', '-10', '10.00 USD of the 10.00 USD owed is recovered: what 225.00 USD has above the draw of 100.00 USD; nothing is owed']]);
    expect(after.payouts.map(({ total: earned }) => exactText(earned))).toEqual(['65', '150', '200']);
  });

  test('a period that the record does not have was closed with nothing in it', async () => {
    const after = await pay({ ...before, adjust: '' }, { closed: { through: (await pay(before)).payouts[1]!.period.to, of: () => [], differences: (_, __, recomputed) => recomputed.map(({ period, total: amount }) => ({ of: period.id, amount, text: 'joined late' })) } });
    expect(paidIn(after)).toEqual(['0', '0', '390']);
  });

  test('an entry for one that its record does not hold is refused, and one that it holds is not paid again', async () => {
    const world = { ...before, entries: ['A1,2026-01-10,,,,5,spot,hr,'] };
    const first = (await pay(world)).payouts.slice(0, 1).map(recorded);
    const late = await pay(world, { closed: { of: () => first.map((one) => ({ ...one, entries: [] })) } });
    expect(late.problems.map(({ code, message }) => `${code} ${message}`)).toContain('R034 entry A1 of ana is for 2026-01, which is closed without it');
    const known = await pay(world, { closed: { of: () => first.map((one) => ({ ...one, entries: ['A1'] })) } });
    expect(known.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(paidIn(known)).toEqual(paidIn(await pay(world)));
  });
});

test('a plan in another currency does not take over a balance', async () => {
  const one = { adjust: '- draw: { recoverable: 100 per month }', earned: ['0', '0'], rates: 'date,from,to,rate\n2026-01-01,USD,EUR,0.9\n2026-02-15,USD,EUR,0.9\n', version: { from: '2026-02-01', head: 'on-version-change: restart\ncurrency: EUR', adjust: '' } };
  const { problems } = await pay(one);
  expect(problems.filter(({ code }) => code === 'R030').map(({ message }) => message)).toEqual(['ana has a balance in USD under plan ae, whose version from here on is in EUR']);
});

test('the currency of payment comes after the payment stage', async () => {
  const { payouts, problems } = await pay({ head: 'paid-in: EUR', adjust: '- draw: { recoverable: 100 per month }', earned: ['40'], rates: 'date,from,to,rate\n2026-01-31,USD,EUR,0.905\n' });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(payouts.map(({ total: earned, paid }) => [exactText(earned), exactText(paid.amount), paid.currency])).toEqual([['40', '90.5', 'EUR']]);
});

test('what is paid after the person has left is in the currency they were last paid in', async () => {
  const one: PaymentWorld = { end: '2026-01-31', earned: ['100', 'none', '0'], head: 'paid-in: pays', adjust: '- hold: { share: 50%, for: 2 }', rates: 'date,from,to,rate\n2026-01-31,USD,EUR,0.9\n2026-02-28,USD,EUR,0.9\n2026-03-31,USD,EUR,0.5\n', people: 'id,start,end,from,signed,level,pays\nana,,2026-01-31,,,,EUR\n' };
  const texts = worldTexts(one);
  const { payouts } = await travel({ ...texts, workspace: texts.workspace.replace('level: money?', 'level: money?, pays: text?') });
  expect(payouts.map(({ period, paid }) => [period.id, exactText(paid.amount), paid.currency])).toEqual([['2026-01', '45', 'EUR'], ['2026-03', '25', 'EUR']]);
});

test('a component that rounds finer than its plan loses no cents to rules that leave it alone, nor in parts', async () => {
  const texts = worldTexts({ head: 'rounding: { to: 1, mode: half-up, at: component }', earned: ['7.25', '0'], adjust: '- guarantee: 5 per month\n- instalments: { parts: 2 }' });
  const { payouts } = await travel({ ...texts, plans: texts.plans.map((plan) => plan.replace('rate: 100% }', 'rate: 100%, rounding: { to: 0.01, mode: half-up, at: component } }')) });
  expect(payouts.map(({ payment }) => [exactText(payment!.paid), payment!.balances.filter(({ closing }) => !closing.isZero()).map(({ account, closing }) => `${account} ${exactText(closing)}`)])).toEqual([['4.25', ['instalments 3']], ['6', ['instalments 2']]]);
});

test('a period asked for alone is paid as in the whole run', async () => {
  const world = { adjust: '- draw: { recoverable: 100 per month }\n- hold: { share: 10%, for: 1 }', earned: ['40', '150', '200'] };
  const whole = await pay(world);
  const alone = await pay(world, { asked: new Set(['2026-02']) });
  expect(alone.payouts.filter(({ period }) => period.id === '2026-02').map((payout) => exactText(payout.paid.amount))).toEqual([exactText(whole.payouts[1]!.paid.amount)]);
});

test('entries for periods that are not asked for are nobody\'s business', async () => {
  const { problems } = await pay({ earned: ['40', '50'], entries: ['A1,2026-02-10,,,,5,spot,hr,'] }, { asked: new Set(['2026-01']) });
  expect(problems.map(({ code }) => code).filter((code) => code.startsWith('R03'))).toEqual([]);
});

test('somebody who left long ago has no payout for each closed period, and gets what is posted in the first open one', async () => {
  const left = { end: '2026-01-31', earned: ['40', 'none', 'none', '0'] };
  const whole = await pay({ ...left, adjust: '- draw: { recoverable: 100 per month }' });
  const closed: ClosedFacts = { through: whole.payouts[0]!.period.to + 40, of: () => whole.payouts.map(recorded), differences: () => [{ of: '2026-01', amount: exact('-15'), text: 'a return' }] };
  const after = await pay({ ...left, adjust: '- draw: { recoverable: 100 per month }' }, { closed });
  expect(after.payouts.map(({ period, payment, zero }) => [period.id, exactText(payment!.paid), zero])).toEqual([['2026-01', '100', undefined], ['2026-03', '-15', 'not in the plan in this period']]);
});

test('without payment rules there is no payment stage', async () => {
  const { payouts } = await pay({ earned: ['40'] });
  expect(payouts.map(({ payment, paid }) => [payment, exactText(paid.amount)])).toEqual([[undefined, '40']]);
});

describe.each(PAYMENTS.map((mechanic) => [mechanic.key, mechanic] as const))('%s', (_key, mechanic) => {
  const { example } = mechanic;

  test('its example pays what its arithmetic says', async () => {
    const done = await pay({ adjust: example.yaml, earned: example.earned });
    expect(done.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(paidIn(done)).toEqual(example.paid);
    expect(balancesOf(done)).toEqual(example.balance);
    for (const payout of done.payouts) balanced(payout);
  });

  test('it describes itself, and its example passes its own schema', async () => {
    const { plans } = await travel(worldTexts({ adjust: example.yaml, earned: example.earned }));
    const { PAYMENTS: all } = await import('../../src/mechanic/payments.ts');
    expect(all.map(({ key }) => key)).toContain(mechanic.key);
    const { wordsIn } = await import('../../src/engine/words.ts');
    for (const { mechanic: each, config } of plans[0]!.payments) {
      expect(each.describe(config, wordsIn('USD'))).toMatch(/^[A-Z][^]*\.$/);
      for (const formula of each.formulas(config)) expect(typeof formula.print()).toBe('string');
    }
    expect(mechanic.about.split(/\.\s/).length).toBeGreaterThanOrEqual(4);
    expect(mechanic.about).toMatch(/\.$/);
    expect(mechanic.about).not.toMatch(/\bstep \d/);
    const ajv = new Ajv({ allErrors: true, strict: false });
    const check = ajv.compile(mechanic.schema);
    expect(check((parse(example.yaml) as Record<string, unknown>[])[0]![mechanic.key]), JSON.stringify(check.errors)).toBe(true);
  });
});
