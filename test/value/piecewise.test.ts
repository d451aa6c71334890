/** Laws of piecewise-linear functions: each operation gives at every place what the operation on the values gives there. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactText } from '../../src/value/display.ts';
import { Exact, greatest, least, ONE, ZERO } from '../../src/value/exact.ts';
import { cliffs, falls, isContinuous, isMonotone, kinks, placesOf } from '../../src/value/kink.ts';
import { Piecewise, readOff, valueOf, type Piece } from '../../src/value/piecewise.ts';
import { roundTo, ROUNDING_MODES } from '../../src/value/rounding.ts';
import { ScaledCurve } from '../../src/value/scaled-curve.ts';

const fraction = fc.tuple(fc.integer({ min: -60, max: 60 }), fc.constantFrom(1, 2, 3, 7, 100)).map(([n, d]) => Exact.of(n, d));
const slope = fc.oneof(fc.constant(ZERO), fraction);

/** Borders with both owners, jumps, and now and then a place with a value of its own. */
const curves: fc.Arbitrary<Piecewise> = fc.record({ first: fc.tuple(fraction, slope), rest: fc.array(fc.tuple(fraction, fc.constantFrom('below', 'above', 'own'), fraction, slope, fc.boolean()), { maxLength: 5 }) }).map(({ first, rest }) => {
  const pieces: Piece[] = [{ from: undefined, above: false, still: first[0], slope: first[1] }];
  const froms = rest.map(([at]) => at).sort((a, b) => a.compare(b)).filter((at, i, all) => i === 0 || !at.equals(all[i - 1]!));
  froms.forEach((from, i) => {
    const [, owner, value, rise, joins] = rest[i]!;
    const before = valueOf(pieces.at(-1)!, from);
    if (owner === 'own') pieces.push({ from, above: false, still: value, slope: ZERO });
    pieces.push({ from, above: owner !== 'above', slope: rise, still: joins ? before.minus(rise.times(from)) : value });
  });
  return new Piecewise(pieces);
});

const STEPS = [ZERO, Exact.of(1, 1000), Exact.of(-1, 1000), ONE, Exact.of(-1)];
const placesIn = (...all: Piecewise[]): Exact[] => [ZERO, Exact.of(-1000), Exact.of(1000), ...all.flatMap(({ pieces }) => pieces.flatMap(({ from }) => from ?? []))].flatMap((place) => STEPS.map((step) => place.plus(step)));
const same = (a: Exact, b: Exact, where: Exact): void => expect(exactText(a), `at ${exactText(where)}`).toBe(exactText(b));

/** The piece that holds, found in turn from the front: shares nothing with the search. */
function naive({ pieces }: Piecewise, x: Exact): Exact {
  let value = ZERO;
  for (const piece of pieces) if (piece.from === undefined || (piece.above ? x.compare(piece.from) > 0 : x.compare(piece.from) >= 0)) value = piece.still.plus(piece.slope.times(x));
  return value;
}

describe('a piecewise-linear function', () => {
  test('is evaluated by the piece that owns the place', () => {
    fc.assert(fc.property(curves, (f) => placesIn(f).forEach((x) => same(f.at(x), naive(f, x), x))), { numRuns: 500 });
  });

  test('is read off its own evaluation as itself, in as few pieces as there are lines', () => {
    fc.assert(
      fc.property(curves, (f) => {
        const read = readOff((x) => f.at(x)) as Piecewise;
        for (const x of placesIn(f)) same(read.at(x), f.at(x), x);
        expect(read.pieces.length).toBeLessThanOrEqual(f.pieces.length);
        expect(readOff((x) => read.at(x))).toEqual(read);
      }),
      { numRuns: 500 },
    );
  });

  test('added, scaled, chosen from and put into another gives at each place what the values give', () => {
    fc.assert(
      fc.property(curves, curves, fraction, (f, g, factor) => {
        const [sum, less, more, scaled, chained] = [f.plus(g), f.least(g), f.greatest(g), f.times(factor), f.of(g)];
        for (const x of placesIn(f, g, less, chained)) {
          same(sum.at(x), naive(f, x).plus(naive(g, x)), x);
          same(less.at(x), least(naive(f, x), naive(g, x)), x);
          same(more.at(x), greatest(naive(f, x), naive(g, x)), x);
          same(scaled.at(x), naive(f, x).times(factor), x);
          same(chained.at(x), naive(f, naive(g, x)), x);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('has a value exactly at the places that are told for it', () => {
    fc.assert(
      fc.property(curves, fraction, fc.option(fc.nat()), (f, any, at) => {
        const value = at === null ? any : naive(f, placesIn(f)[at % placesIn(f).length]!);
        const spans = placesOf(f, value);
        const within = (x: Exact): boolean => spans.some(({ from, withFrom, to, withTo }) => {
          const [low, high] = [from === undefined ? 1 : x.compare(from), to === undefined ? -1 : x.compare(to)];
          return (low > 0 || (low === 0 && withFrom)) && (high < 0 || (high === 0 && withTo));
        });
        for (const x of [...placesIn(f), ...spans.flatMap(({ from, to }) => [from ?? [], to ?? []].flat())]) expect(within(x), exactText(x)).toBe(naive(f, x).equals(value));
      }),
      { numRuns: 500 },
    );
  });

  test('is monotone when no place pays less than one below it, and continuous when no border jumps', () => {
    fc.assert(
      fc.property(curves, (f) => {
        const places = placesIn(f).sort((a, b) => a.compare(b));
        if (isMonotone(f)) places.forEach((x, i) => i > 0 && expect(naive(f, x).atLeast(naive(f, places[i - 1]!))).toBe(true));
        else expect(falls(f).stretches.length + falls(f).cliffs.length).toBeGreaterThan(0);
        for (const { at, before, on, after } of kinks(f)) same(on, naive(f, at), at), expect(isContinuous(f) && !(before.equals(on) && on.equals(after))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

test('cliffs are told with their sizes, also of a place with a value of its own', () => {
  const at = (text: number): Exact => Exact.of(text);
  const f = new Piecewise([
    { from: undefined, above: false, still: ZERO, slope: ZERO },
    { from: at(50), above: false, still: ZERO, slope: Exact.of(1, 10) },
    { from: at(100), above: false, still: at(7), slope: ZERO },
    { from: at(100), above: true, still: at(20), slope: ZERO },
    { from: at(200), above: true, still: at(5), slope: ZERO },
  ]);
  expect(cliffs(f).map((one) => [one.at, one.before, one.on, one.after].map(exactText))).toEqual([['50', '0', '5', '5'], ['100', '10', '7', '20'], ['200', '20', '20', '5']]);
  expect(isMonotone(f)).toBe(false);
  expect(falls(f).cliffs.map((one) => exactText(one.at))).toEqual(['100', '200']);
});

test('a calculation that multiplies or divides what moves says so', () => {
  expect(readOff((x) => x.times(x))).toEqual({ none: 'two amounts that both move with it are multiplied' });
  expect(readOff((x) => (x.isZero() ? ZERO : ONE.over(x)))).toEqual({ none: 'an amount is divided by what moves with it' });
  expect(readOff((x) => (x.isZero() ? ONE : x.times(Exact.of(3)).over(x.times(Exact.of(2)))))).toMatchObject({ pieces: [{ from: undefined }, { above: false }, { above: true }] });
  expect(readOff((x) => roundTo(x, { to: ONE, mode: 'half-up' }))).toEqual({ none: 'it is rounded inside the calculation' });
});

describe('scaled to whole numbers', () => {
  const units = (f: Piecewise, per: number): number[] => placesIn(f).map((x) => roundTo(x.times(Exact.of(per)), { to: ONE, mode: 'floor' }).smallNumerator);

  test('it pays the same steps by every mode, in units of any size', () => {
    fc.assert(
      fc.property(curves, fc.constantFrom(1, 100, 3), fc.constantFrom(ONE, Exact.of(1, 100), Exact.of(1, 20), Exact.of(5)), (f, per, to) => {
        for (const mode of ROUNDING_MODES) {
          const scaled = new ScaledCurve(f, per, { to, mode });
          for (const x of units(f, per)) expect(scaled.at(x), `${x} ÷ ${per}, ${mode}`).toBe(roundTo(naive(f, Exact.of(x, per)), { to, mode }).over(to).reduced().smallNumerator + 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('near the end of the safe integers it goes on in whole numbers of any length', () => {
    const far = fc.tuple(fc.constantFrom(2 ** 51, 2 ** 52, 2 ** 53 - 200), fc.integer({ min: -150, max: 150 }), fc.boolean()).map(([at, by, negative]) => (negative ? -(at + by) : at + by));
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 97 }), fraction, far, fc.constantFrom(...ROUNDING_MODES), (n, d, still, x, mode) => {
        const f = new Piecewise([{ from: undefined, above: false, still, slope: Exact.of(n, d) }]);
        expect(new ScaledCurve(f, 1, { to: ONE, mode }).at(x)).toBe(roundTo(f.at(Exact.of(x)), { to: ONE, mode }).reduced().smallNumerator + 0);
      }),
      { numRuns: 2000 },
    );
  });

  test('long fractions and long results lose nothing; what is no safe integer is NaN', () => {
    const third = { to: Exact.of(1, 100), mode: 'half-even' } as const;
    const long = Exact.of(10n ** 30n + 1n, 3n * 10n ** 30n);
    const f = new Piecewise([{ from: undefined, above: false, still: ZERO, slope: long }]);
    for (const x of [1, -1, 150, 2 ** 52, -(2 ** 53 - 1)]) expect(new ScaledCurve(f, 100, third).at(x)).toBe(roundTo(f.at(Exact.of(x, 100)), third).over(third.to).reduced().smallNumerator);
    const steep = new Piecewise([{ from: undefined, above: false, still: ZERO, slope: Exact.of(1000) }]);
    expect(new ScaledCurve(steep, 100, third).at(2 ** 52)).toBeNaN();
    const far = new Piecewise([{ from: undefined, above: false, still: ONE, slope: ZERO }, { from: Exact.of(10n ** 40n), above: false, still: ZERO, slope: ZERO }]);
    expect(new ScaledCurve(far, 100, third).at(2 ** 53 - 1)).toBe(100);
    expect(new ScaledCurve(new Piecewise([far.pieces[0]!, { ...far.pieces[1]!, from: Exact.of(-(10n ** 40n)) }]), 100, third).at(-(2 ** 53 - 1))).toBe(0);
  });
});
