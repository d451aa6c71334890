/**
 * A number that moves with one input `x`: `still + slope × x`, exact. A calculation that is run on it shows itself as a
 * straight line, and its comparisons show how far that line holds. So a calculation is read off as data (`piecewise.ts`)
 * and never written down twice. Rule: calculation contract §11.
 */
import { Exact, ONE, ZERO, type Steps } from './exact.ts';

/** Where a calculation is looked at: just above a place, or below everything. */
export class Trace {
  /** The nearest place above at which one of its comparisons turns out otherwise. */
  until: Exact | undefined;
  /** Why the calculation is no straight line here: the first thing it did that makes none. */
  bends: string | undefined;

  constructor(readonly place: Exact | undefined) {}

  /** Sign of `still + slope × x` here; the slope is not zero. */
  sign(still: Exact, slope: Exact): number {
    const turn = still.negated().over(slope);
    const rising = slope.sign();
    if (this.place !== undefined && !this.place.lessThan(turn)) return rising;
    if (this.until === undefined || turn.lessThan(this.until)) this.until = turn;
    return 0 - rising;
  }
}

export class Moving extends Exact {
  constructor(
    private readonly trace: Trace,
    readonly still: Exact = ZERO,
    /** Not zero. */
    readonly slope: Exact = ONE,
  ) {
    super(0, 1, NEVER_READ);
  }

  private line(still: Exact, slope: Exact): Exact {
    return slope.isZero() ? still : new Moving(this.trace, still, slope);
  }

  override get moves(): boolean {
    return true;
  }

  /** Gives up being a line, and says why. What is calculated on with it is thrown away. */
  bend(why: string): this {
    this.trace.bends ??= why;
    return this;
  }

  override get n(): bigint {
    return this.bend(DIGITS).still.n;
  }

  override get d(): bigint {
    return this.bend(DIGITS).still.d;
  }

  override plus(other: Exact): Exact {
    return other instanceof Moving ? this.line(this.still.plus(other.still), this.slope.plus(other.slope)) : this.line(this.still.plus(other), this.slope);
  }

  override times(other: Exact): Exact {
    return other instanceof Moving ? this.bend('two amounts that both move with it are multiplied') : this.line(this.still.times(other), this.slope.times(other));
  }

  override over(other: Exact): Exact {
    if (!(other instanceof Moving)) return this.line(this.still.over(other), this.slope.over(other));
    // two lines through one zero stand in a ratio that does not move
    return this.still.times(other.slope).equals(other.still.times(this.slope)) ? this.slope.over(other.slope) : this.bend(DIVIDED);
  }

  override under(dividend: Exact): Exact {
    return dividend.isZero() ? ZERO : this.bend(DIVIDED);
  }

  override negated(): Exact {
    return new Moving(this.trace, this.still.negated(), this.slope.negated());
  }

  override sign(): number {
    return this.trace.sign(this.still, this.slope);
  }

  override isZero(): boolean {
    return this.sign() === 0;
  }

  override compare(other: Exact): number {
    return this.minus(other).sign();
  }

  override reduced(): Exact {
    return new Moving(this.trace, this.still.reduced(), this.slope.reduced());
  }

  override stepsOf(unit: Exact): Steps {
    return this.bend('it is rounded inside the calculation').still.stepsOf(unit);
  }
}

const DIGITS = 'the calculation looks at its digits';
const DIVIDED = 'an amount is divided by what moves with it';

/** Says that what is done with a number that moves makes no line; a number that stands still is given back as it is. */
export function bend(value: Exact, why: string): Exact {
  return value instanceof Moving ? value.bend(why) : value;
}

/** Sends every operation of a short number the long way, where it asks whether the other one moves. */
const NEVER_READ = { n: 0n, d: 1n };
