/** Exact fractions for the oracle: a pair of BigInts in lowest terms. Shares nothing with `src/`. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export function fraction(n: bigint, d: bigint = 1n): Fraction {
  if (d === 0n) throw new Error('oracle: a fraction over zero');
  let a = n < 0n ? -n : n;
  let b = d < 0n ? -d : d;
  const size = a;
  const under = b;
  while (b > 0n) [a, b] = [b, a % b];
  const sign = n < 0n !== d < 0n ? -1n : 1n;
  return a === 0n ? { n: 0n, d: 1n } : { n: (sign * size) / a, d: under / a };
}

export const NONE_AT_ALL = fraction(0n);
export const WHOLE = fraction(1n);

/** `12.50`, `-3`, `1_000`, `5%`, `2/37`. */
export function parse(text: string): Fraction {
  const plain = text.replaceAll('_', '').trim();
  if (plain.endsWith('%')) return over(parse(plain.slice(0, -1)), fraction(100n));
  const slash = plain.indexOf('/');
  if (slash > 0) return over(parse(plain.slice(0, slash)), parse(plain.slice(slash + 1)));
  const dot = plain.indexOf('.');
  if (dot < 0) return fraction(BigInt(plain));
  const decimals = plain.length - dot - 1;
  return fraction(BigInt(plain.slice(0, dot) + plain.slice(dot + 1)), 10n ** BigInt(decimals));
}

export const whole = (count: number): Fraction => fraction(BigInt(count));
export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);
export const sign = (a: Fraction): number => (a.n < 0n ? -1 : a.n > 0n ? 1 : 0);
export const compare = (a: Fraction, b: Fraction): number => sign(minus(a, b));
export const lesser = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
export const greater = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);
export const sum = (all: readonly Fraction[]): Fraction => all.reduce(plus, NONE_AT_ALL);

/** Lowest terms as text: `5`, `-7/3`. */
export const text = (a: Fraction): string => (a.d === 1n ? `${a.n}` : `${a.n}/${a.d}`);

export type Mode = 'half-up' | 'half-even' | 'down' | 'up' | 'floor' | 'ceiling';

/** To a whole multiple of `step`, from the definition of the mode: compare the distances to the two neighbours. */
export function round(value: Fraction, step: Fraction, mode: Mode): Fraction {
  const steps = over(value, step);
  let below = steps.n / steps.d;
  if (steps.n < 0n && steps.n % steps.d !== 0n) below -= 1n;
  const low = fraction(below);
  if (compare(low, steps) === 0) return times(low, step);
  const high = fraction(below + 1n);
  const nearer = compare(minus(steps, low), minus(high, steps));
  const outward = sign(value) < 0 ? low : high;
  const inward = sign(value) < 0 ? high : low;
  const even = below % 2n === 0n ? low : high;
  const chosen = {
    'half-up': nearer < 0 ? low : nearer > 0 ? high : outward,
    'half-even': nearer < 0 ? low : nearer > 0 ? high : even,
    down: inward,
    up: outward,
    floor: low,
    ceiling: high,
  }[mode];
  return times(chosen, step);
}
