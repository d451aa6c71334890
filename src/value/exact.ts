/**
 * An exact number: a fraction of two whole numbers. `+ − × ÷` and comparison lose nothing; digits are
 * cut only by a named rounding (`rounding.ts`). Rule: calculation contract §2.
 *
 * While both whole numbers are safe integers, which almost all money is, they are plain numbers: a product or sum
 * of safe integers whose result is smaller than 2^53 is itself exact. What does not fit goes on as BigInt.
 */
export class Exact {
  /** Numerator and positive denominator, both safe integers and never −0; meaningless when `big` is there. */
  private readonly a: number;
  private readonly b: number;
  private readonly big: Fraction | undefined;

  /** The pair need not be in lowest terms: two pairs of equal value are `equals`. */
  protected constructor(a: number, b: number, big: Fraction | undefined) {
    this.a = a;
    this.b = b;
    this.big = big;
  }

  /** The fraction `n ÷ d`. A zero denominator is our own bug, never a user's: callers decide zero first. */
  static of(n: bigint | number, d: bigint | number = 1): Exact {
    if (typeof n === 'number' && typeof d === 'number' && Number.isSafeInteger(n) && Number.isSafeInteger(d) && d > 0) return new Exact(n + 0, d, undefined);
    const num = BigInt(n);
    const den = BigInt(d);
    if (den === 0n) throw new RangeError('Exact: division by zero reached the arithmetic');
    return den < 0n ? Exact.fit(-num, -den) : Exact.fit(num, den);
  }

  /** `digits × 10^-places`, as read from a text such as `12.50` (1250, 2). `digits`, when a number, is a safe integer. */
  static scaled(digits: bigint | number, places: number): Exact {
    return typeof digits === 'number' && places < SAFE_POWERS.length ? new Exact(digits + 0, SAFE_POWERS[places]!, undefined) : Exact.of(digits, tenTo(places));
  }

  /** `d` is positive. */
  private static fit(n: bigint, d: bigint): Exact {
    if (n < BIG_LIMIT && n > -BIG_LIMIT && d < BIG_LIMIT) return new Exact(Number(n), Number(d), undefined);
    return new Exact(0, 1, { n, d });
  }

  /** Reducing costs far more than multiplying, so a long pair is reduced only when its denominator has grown long. */
  private static settled(n: bigint, d: bigint): Exact {
    return d > LARGE ? lowest(n, d) : Exact.fit(n, d);
  }

  /** Whether this is a number that moves (`moving.ts`). Those are `big` too, so that short numbers need not ask. */
  get moves(): boolean {
    return false;
  }

  /** Numerator, with the sign. */
  get n(): bigint {
    return this.big === undefined ? BigInt(this.a) : this.big.n;
  }

  /** Denominator, positive. */
  get d(): bigint {
    return this.big === undefined ? BigInt(this.b) : this.big.d;
  }

  /**
   * How many units of `1 ÷ per` this is, when that is a safe integer; NaN when it is not. So sums stand in flat arrays and
   * amounts become text without a big integer.
   */
  unitsOf(per: number): number {
    if (this.big !== undefined) return NaN;
    if (this.b === per) return this.a;
    const scaled = this.a * per;
    return safe(scaled) && scaled % this.b === 0 ? scaled / this.b + 0 : NaN;
  }

  /** The denominator while numerator and denominator are safe integers, else NaN. */
  get smallDenominator(): number {
    return this.big === undefined ? this.b : NaN;
  }

  /** The numerator while numerator and denominator are safe integers, else NaN. */
  get smallNumerator(): number {
    return this.big === undefined ? this.a : NaN;
  }

  plus(other: Exact): Exact {
    if (this.big === undefined && other.big === undefined) {
      if (this.b === other.b) {
        const sum = this.a + other.a;
        if (sum < LIMIT && sum > -LIMIT) return new Exact(sum, this.b, undefined);
      } else {
        // the common denominator: the larger one where it is a multiple of the smaller
        let left = this.a;
        let right = other.a;
        let d = this.b;
        if (this.b % other.b === 0) right *= this.b / other.b;
        else {
          left *= other.b % this.b === 0 ? other.b / this.b : other.b;
          if (other.b % this.b === 0) d = other.b;
          else {
            right *= this.b;
            d *= other.b;
          }
        }
        const sum = left + right;
        if (safe(left) && safe(right) && safe(sum) && d < LIMIT) return new Exact(sum + 0, d, undefined);
      }
    }
    return this.plusLong(other);
  }

  private plusLong(other: Exact): Exact {
    if (other.moves) return other.plus(this);
    const [n, d, otherN, otherD] = [this.n, this.d, other.n, other.d];
    if (d === otherD) return Exact.fit(n + otherN, d);
    if (d % otherD === 0n) return Exact.fit(n + otherN * (d / otherD), d);
    if (otherD % d === 0n) return Exact.fit(n * (otherD / d) + otherN, otherD);
    return Exact.settled(n * otherD + otherN * d, d * otherD);
  }

  minus(other: Exact): Exact {
    return this.plus(other.negated());
  }

  times(other: Exact): Exact {
    if (this.big === undefined && other.big === undefined) {
      const n = this.a * other.a;
      const d = this.b * other.b;
      if (n < LIMIT && n > -LIMIT && d < LIMIT) return new Exact(n + 0, d, undefined);
    }
    if (other.moves) return other.times(this);
    return Exact.settled(this.n * other.n, this.d * other.d);
  }

  /** The exact quotient. The caller has already decided what a zero divisor means. */
  over(other: Exact): Exact {
    if (other.isZero()) throw new RangeError('Exact: division by zero reached the arithmetic');
    if (this.big === undefined && other.big === undefined) {
      const n = this.b === other.b ? this.a : this.a * other.b;
      const d = this.b === other.b ? other.a : this.b * other.a;
      if (safe(n) && safe(d)) return d < 0 ? new Exact(0 - n, -d, undefined) : new Exact(n + 0, d, undefined);
    }
    if (other.moves) return other.under(this);
    const n = this.n * other.d;
    const d = this.d * other.n;
    return d < 0n ? Exact.settled(-n, -d) : Exact.settled(n, d);
  }

  /** `dividend` ÷ this. */
  under(dividend: Exact): Exact {
    return dividend.over(this);
  }

  negated(): Exact {
    return this.big === undefined ? new Exact(0 - this.a, this.b, undefined) : new Exact(0, 1, { n: -this.big.n, d: this.big.d });
  }

  abs(): Exact {
    return this.sign() < 0 ? this.negated() : this;
  }

  /** −1, 0 or 1. Cross-multiplied: no quotient is made to compare. */
  compare(other: Exact): number {
    if (this.big === undefined && other.big === undefined) {
      const left = this.b === other.b ? this.a : this.a * other.b;
      const right = this.b === other.b ? other.a : other.a * this.b;
      if (safe(left) && safe(right)) return left < right ? -1 : left > right ? 1 : 0;
    }
    if (other.moves) return 0 - other.compare(this);
    const left = this.n * other.d;
    const right = other.n * this.d;
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
    return this.big === undefined ? this.a === 0 : this.big.n === 0n;
  }

  /** −1, 0 or 1. */
  sign(): number {
    if (this.big === undefined) return this.a < 0 ? -1 : this.a > 0 ? 1 : 0;
    return this.big.n < 0n ? -1 : this.big.n > 0n ? 1 : 0;
  }

  /** The same value in lowest terms. */
  reduced(): Exact {
    if (this.big !== undefined) return lowest(this.big.n, this.big.d);
    const by = commonDivisor(Math.abs(this.a), this.b);
    return by <= 1 ? this : new Exact(this.a / by, this.b / by, undefined);
  }

  /** This ÷ `unit` (positive), cut towards zero to whole steps, and what was cut off. */
  stepsOf(unit: Exact): Steps {
    if (this.big === undefined && unit.big === undefined) {
      const size = Math.abs(this.a) * unit.b;
      const d = this.b * unit.a;
      if (safe(size) && safe(d) && d < HALF_LIMIT) {
        const rest = size % d;
        const whole = (size - rest) / d;
        return { whole, odd: whole % 2 === 1, cut: rest !== 0, half: 2 * rest < d ? -1 : 2 * rest > d ? 1 : 0 };
      }
    }
    const size = this.abs().n * unit.d;
    const d = this.d * unit.n;
    const rest = size % d;
    const whole = size / d;
    return { whole, odd: whole % 2n === 1n, cut: rest !== 0n, half: 2n * rest < d ? -1 : 2n * rest > d ? 1 : 0 };
  }
}

/** The size of a number in whole steps; the sign is left out. */
export interface Steps {
  readonly whole: number | bigint;
  readonly odd: boolean;
  /** Something was cut off; `half`: less than (−1), just (0) or more than (1) half a step. */
  readonly cut: boolean;
  readonly half: number;
}

interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** Results of this size may have been rounded by the processor; smaller ones are exact. */
const LIMIT = 2 ** 53;
const BIG_LIMIT = 2n ** 53n;
const HALF_LIMIT = 2 ** 52;

function safe(result: number): boolean {
  return result < LIMIT && result > -LIMIT;
}

/** Euclid, on short whole numbers as soon as both are: their remainders are far cheaper. */
function commonDivisor(a: number, b: number): number {
  while (a > SHORT || b > SHORT) {
    if (b === 0) return a;
    [a, b] = [b, a % b];
  }
  return commonDivisorOfShort(a | 0, b | 0);
}

function commonDivisorOfShort(a: number, b: number): number {
  while (b !== 0) {
    const rest = (a % b) | 0;
    a = b;
    b = rest;
  }
  return a;
}

const SHORT = 2 ** 31 - 1;

const LARGE = 10n ** 40n;

function lowest(n: bigint, d: bigint): Exact {
  let a = n < 0n ? -n : n;
  let b = d;
  while (b !== 0n) [a, b] = [b, a % b];
  return a <= 1n ? Exact.of(n, d) : Exact.of(n / a, d / a);
}

const POWERS: bigint[] = [];
for (let i = 0, power = 1n; i <= 40; i++, power *= 10n) POWERS.push(power);

/** Powers of ten that are safe integers. */
const SAFE_POWERS = POWERS.filter((power) => power < BIG_LIMIT).map(Number);

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

export function total(values: readonly Exact[]): Exact {
  let sum = values[0] ?? ZERO;
  for (let i = 1; i < values.length; i++) sum = sum.plus(values[i]!);
  return sum;
}
