/**
 * An exact number: a fraction of two whole numbers. `+ − × ÷` and comparison lose nothing; digits are
 * cut only by a named rounding (`rounding.ts`). Rule: calculation contract §2.
 *
 * Kept on BigInt instead of a pair of decimals: a payout of forty steps costs about a microsecond,
 * and a sum of amounts with the same number of decimals is one integer addition.
 */
export class Exact {
  /** `d` is positive. The pair need not be in lowest terms: two pairs of equal value are `equals`. */
  private constructor(
    readonly n: bigint,
    readonly d: bigint,
  ) {}

  /** The fraction `n ÷ d`. A zero denominator is our own bug, never a user's: callers decide zero first. */
  static of(n: bigint | number, d: bigint | number = 1n): Exact {
    const num = typeof n === 'bigint' ? n : BigInt(n);
    const den = typeof d === 'bigint' ? d : BigInt(d);
    if (den === 0n) throw new RangeError('Exact: division by zero reached the arithmetic');
    return den < 0n ? new Exact(-num, -den) : new Exact(num, den);
  }

  /** `digits × 10^-places`, as read from a text such as `12.50` (1250, 2). */
  static scaled(digits: bigint | number, places: number): Exact {
    return new Exact(typeof digits === 'bigint' ? digits : BigInt(digits), tenTo(places));
  }

  plus(other: Exact): Exact {
    if (this.d === other.d) return new Exact(this.n + other.n, this.d);
    if (this.d % other.d === 0n) return new Exact(this.n + other.n * (this.d / other.d), this.d);
    if (other.d % this.d === 0n) return new Exact(this.n * (other.d / this.d) + other.n, other.d);
    return settled(this.n * other.d + other.n * this.d, this.d * other.d);
  }

  minus(other: Exact): Exact {
    return this.plus(other.negated());
  }

  times(other: Exact): Exact {
    if (this.d === 1n && other.d === 1n) return new Exact(this.n * other.n, 1n);
    return settled(this.n * other.n, this.d * other.d);
  }

  /** The exact quotient. The caller has already decided what a zero divisor means. */
  over(other: Exact): Exact {
    if (other.n === 0n) throw new RangeError('Exact: division by zero reached the arithmetic');
    const n = this.n * other.d;
    const d = this.d * other.n;
    return d < 0n ? settled(-n, -d) : settled(n, d);
  }

  negated(): Exact {
    return new Exact(-this.n, this.d);
  }

  abs(): Exact {
    return this.n < 0n ? new Exact(-this.n, this.d) : this;
  }

  /** −1, 0 or 1. Cross-multiplied: no quotient is made to compare. */
  compare(other: Exact): number {
    const left = this.d === other.d ? this.n : this.n * other.d;
    const right = this.d === other.d ? other.n : other.n * this.d;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Exact): boolean {
    return this.compare(other) === 0;
  }

  lessThan(other: Exact): boolean {
    return this.compare(other) < 0;
  }

  atLeast(other: Exact): boolean {
    return this.compare(other) >= 0;
  }

  isZero(): boolean {
    return this.n === 0n;
  }

  /** −1, 0 or 1. */
  sign(): number {
    return this.n < 0n ? -1 : this.n > 0n ? 1 : 0;
  }

  /** The same value in lowest terms. */
  reduced(): Exact {
    return lowest(this.n, this.d);
  }
}

/** Reducing costs far more than multiplying, so a pair is reduced only when its denominator has grown long. */
function settled(n: bigint, d: bigint): Exact {
  return d > LARGE ? lowest(n, d) : Exact.of(n, d);
}

const LARGE = 10n ** 40n;

function lowest(n: bigint, d: bigint): Exact {
  let a = n < 0n ? -n : n;
  let b = d;
  while (b !== 0n) [a, b] = [b, a % b];
  return a <= 1n ? Exact.of(n, d) : Exact.of(n / a, d / a);
}

const POWERS: bigint[] = [];
for (let i = 0, power = 1n; i <= 40; i++, power *= 10n) POWERS.push(power);

/** 10 to a whole power ≥ 0. */
export function tenTo(places: number): bigint {
  return POWERS[places] ?? 10n ** BigInt(places);
}

export const ZERO = Exact.of(0);
export const ONE = Exact.of(1);
export const HUNDRED = Exact.of(100);

export function least(a: Exact, b: Exact): Exact {
  return b.lessThan(a) ? b : a;
}

export function greatest(a: Exact, b: Exact): Exact {
  return a.lessThan(b) ? b : a;
}

export function total(values: Iterable<Exact>): Exact {
  let sum = ZERO;
  for (const value of values) sum = sum.plus(value);
  return sum;
}
