/**
 * A piecewise-linear function made ready for millions of evaluations: input and result are whole numbers of units (cents),
 * every line is a fraction of whole numbers, and the result is rounded by name, once, exactly. Safe integers serve where
 * their bounds show that nothing is lost, BigInt elsewhere. Rule: calculation contract §11, performance.md.
 */
import { Exact } from './exact.ts';
import type { Piece, Piecewise } from './piecewise.ts';
import { growing, roundTo, type Rounding } from './rounding.ts';

export class ScaledCurve {
  /** The first unit at which each piece holds; the lines are `(still + rise × units) ÷ below` steps. */
  private readonly firsts: Float64Array;
  private readonly stills: Float64Array;
  private readonly rises: Float64Array;
  private readonly belows: Float64Array;
  private readonly lines: readonly Scaled[];
  private readonly grows: ReturnType<typeof growing>;

  /** `per`: units of the input in one, such as 100 for cents. Results are whole multiples of `rounding.to`. */
  constructor(curve: Piecewise, per: number, rounding: Rounding) {
    this.grows = growing(rounding.mode);
    this.firsts = Float64Array.from(curve.pieces, (piece) => firstUnit(piece, per));
    this.lines = curve.pieces.map((piece) => scaled(piece, per, rounding.to));
    this.stills = Float64Array.from(this.lines, ({ still }) => short(still));
    this.rises = Float64Array.from(this.lines, ({ rise }) => short(rise));
    this.belows = Float64Array.from(this.lines, ({ below }) => short(below));
  }

  /** How many whole steps the function comes to at `units`, a safe integer, rounded; NaN where that is none itself. */
  at(units: number): number {
    let [low, high] = [0, this.firsts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (units >= this.firsts[middle]!) low = middle;
      else high = middle;
    }
    const below = this.belows[low]!;
    const risen = this.rises[low]! * units;
    const sum = this.stills[low]! + risen;
    // a result below 2^52 was not rounded by the processor; what is no safe integer is NaN, and fails here too
    if (!(risen < LIMIT && risen > -LIMIT && sum < LIMIT && sum > -LIMIT && below < LIMIT)) return this.long(low, units);
    const size = sum < 0 ? -sum : sum;
    // below 2^52 a quotient that is no whole number lies further from one than the processor can be wrong
    let whole = Math.floor(size / below);
    const rest = size - whole * below;
    const twice = 2 * rest;
    if (rest !== 0 && this.grows(twice < below ? -1 : twice > below ? 1 : 0, whole % 2 === 1, true, sum < 0)) whole += 1;
    return sum < 0 ? 0 - whole : whole;
  }

  /** The same in whole numbers of any length. */
  private long(piece: number, units: number): number {
    const { still, rise, below } = this.lines[piece]!;
    const sum = still + rise * BigInt(units);
    const size = sum < 0n ? -sum : sum;
    const rest = size % below;
    const twice = 2n * rest;
    const whole = size / below + (this.grows(twice < below ? -1 : twice > below ? 1 : 0, (size / below) % 2n === 1n, rest !== 0n, sum < 0n) ? 1n : 0n);
    return short(sum < 0n ? -whole : whole);
  }
}

interface Scaled {
  readonly still: bigint;
  readonly rise: bigint;
  readonly below: bigint;
}

/** Half of what a safe integer may be. */
const LIMIT = 2 ** 52;

function scaled({ still, slope }: Piece, per: number, step: Exact): Scaled {
  const [a, b] = [still.over(step).reduced(), slope.over(step).over(Exact.of(per)).reduced()];
  const below = (a.d / commonDivisor(a.d, b.d)) * b.d;
  return { still: a.n * (below / a.d), rise: b.n * (below / b.d), below };
}

/** The border itself or the next unit above it. */
function firstUnit({ from, above }: Piece, per: number): number {
  if (from === undefined) return -Infinity;
  const unit = { to: Exact.of(1), mode: above ? ('floor' as const) : ('ceiling' as const) };
  const first = short(roundTo(from.times(Exact.of(per)), unit).n + (above ? 1n : 0n));
  return Number.isNaN(first) ? (from.sign() < 0 ? -Infinity : Infinity) : first;
}

/** NaN for what is no safe integer. */
function short(value: bigint): number {
  return Exact.of(value).smallNumerator;
}

function commonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
