/** The payment rules against a naive account in whole cents, written from mechanics.md §6 alone and knowing nothing of the program. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactText } from '../../src/value/display.ts';
import { Exact } from '../../src/value/exact.ts';
import '../seed.ts';
import { balancesOf, paidIn, pay } from './bench.ts';

interface Rules {
  readonly carry: boolean;
  readonly draw: { readonly level: number; readonly percent: number; readonly from: number } | undefined;
  readonly hold: { readonly percent: number; readonly periods: number } | undefined;
  readonly parts: number | undefined;
  readonly cap: number | undefined;
  readonly least: number | undefined;
}

const rules: fc.Arbitrary<Rules> = fc.record({
  carry: fc.boolean(),
  draw: fc.option(fc.record({ level: fc.integer({ min: 1, max: 50_000 }), percent: fc.integer({ min: 1, max: 100 }), from: fc.integer({ min: 1, max: 4 }) }), { nil: undefined }),
  hold: fc.option(fc.record({ percent: fc.integer({ min: 1, max: 100 }), periods: fc.integer({ min: 1, max: 3 }) }), { nil: undefined }),
  parts: fc.option(fc.integer({ min: 2, max: 4 }), { nil: undefined }),
  cap: fc.option(fc.integer({ min: 1, max: 60_000 }), { nil: undefined }),
  least: fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: undefined }),
});

const money = (cents: number): string => exactText(Exact.scaled(cents, 2));

/** Half-up, away from zero; the amounts here are not negative. */
const percentOf = (cents: number, percent: number): number => Math.floor((cents * percent + 50) / 100);

/** Takes `amount` from the front of a queue. */
function take(queue: number[], amount: number): void {
  for (let rest = amount; rest > 0 && queue.length > 0; ) {
    const first = queue[0]!;
    const cut = Math.min(first, rest);
    rest -= cut;
    if (cut === first) queue.shift();
    else queue[0] = first - cut;
  }
}

function naive(given: Rules, earned: readonly number[]): { paid: number[]; balance: number[] } {
  let [carried, owed, waits, small, before] = [0, 0, 0, 0, 0];
  const held: { amount: number; until: number }[] = [];
  const instalments: number[][] = [];
  const [paid, balance]: [number[], number[]] = [[], []];
  earned.forEach((amount, at) => {
    let due = amount;
    before += amount;
    if (given.carry) {
      carried += Math.max(0, -due);
      const made = Math.min(carried, Math.max(0, due));
      carried -= made;
      due = Math.max(0, due) - made;
    }
    if (given.draw !== undefined) {
      const { level, percent, from } = given.draw;
      if (due < level) [owed, due] = [owed + level - due, level];
      else if (at + 1 >= from) {
        const back = Math.min(owed, percentOf(due - level, percent));
        [owed, due] = [owed - back, due - back];
      }
    }
    if (given.hold !== undefined) {
      const fresh = percentOf(Math.max(0, due), given.hold.percent);
      due -= fresh;
      while (held.length > 0 && held[0]!.until <= at) due += held.shift()!.amount;
      if (fresh > 0) held.push({ amount: fresh, until: at + given.hold.periods });
      if (due < 0) {
        const amounts = held.map((one) => one.amount);
        const back = Math.min(-due, amounts.reduce((a, b) => a + b, 0));
        const count = amounts.length;
        take(amounts, back);
        held.splice(0, count - amounts.length);
        amounts.forEach((left, index) => (held[index] = { amount: left, until: held[index]!.until }));
        due += back;
      }
    }
    if (given.parts !== undefined) {
      const now = instalments.flatMap((plan) => plan.shift() ?? []).reduce((a, b) => a + b, 0);
      const n = given.parts;
      if (due > 0) {
        const shares = Array.from({ length: n }, (_, index) => Math.floor(due / n) + (index < due % n ? 1 : 0));
        due = shares.shift()!;
        instalments.push(shares);
      }
      due += now;
    }
    if (given.cap !== undefined) {
      const out = Math.min(given.cap, due + waits);
      [waits, due] = [due + waits - out, out];
    }
    if (given.least !== undefined) {
      const all = due + small;
      [small, due] = all > 0 && all < given.least ? [all, 0] : [0, all];
    }
    paid.push(due);
    before -= due;
    balance.push(before);
  });
  return { paid, balance };
}

test('every payment and the sum of balances equal those of the naive account', async () => {
  await fc.assert(
    fc.asyncProperty(rules, fc.array(fc.integer({ min: -40_000, max: 90_000 }), { minLength: 1, maxLength: 9 }), async (given, earned) => {
      const { carry, draw, hold, parts, cap, least } = given;
      const adjust = [
        ...(least === undefined ? [] : [`- minimum-payment: ${money(least)}`]),
        ...(hold === undefined ? [] : [`- hold: { share: ${hold.percent}%, for: ${hold.periods} }`]),
        ...(parts === undefined ? [] : [`- instalments: { parts: ${parts} }`]),
        ...(cap === undefined ? [] : [`- payment-cap: { at: ${money(cap)} per month }`]),
        ...(draw === undefined ? [] : [`- draw: { recoverable: ${money(draw.level)} per month, recover: ${draw.percent}%, from: ${draw.from} }`]),
        ...(carry ? ['- negative: floor-carry'] : []),
      ].join('\n');
      const done = await pay({ adjust, earned: earned.map(money) });
      const wanted = naive(given, earned);
      expect(paidIn(done), adjust).toEqual(wanted.paid.map(money));
      expect(balancesOf(done), adjust).toEqual(wanted.balance.map(money));
    }),
    { numRuns: 120 },
  );
}, 90_000);
