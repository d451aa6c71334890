/**
 * Named roundings. A plan names the mode and the step once; nothing else in the program cuts digits.
 * `half-up` is half away from zero (terms.md §10). Rule: calculation contract §2, mechanics RND-01…06.
 */
import { Exact } from './exact.ts';

type Decide = (remainder: bigint, size: bigint, whole: bigint, negative: boolean) => boolean;

/** Whether the size of a number, cut to whole steps, grows by one step. `remainder` of `size` was cut off. */
const MODES = {
  'half-up': (r, d) => 2n * r >= d,
  'half-even': (r, d, whole) => 2n * r > d || (2n * r === d && whole % 2n === 1n),
  down: () => false,
  up: (r) => r > 0n,
  floor: (r, _d, _w, negative) => negative && r > 0n,
  ceiling: (r, _d, _w, negative) => !negative && r > 0n,
} satisfies Record<string, Decide>;

export type RoundingMode = keyof typeof MODES;
export const ROUNDING_MODES = Object.keys(MODES) as readonly RoundingMode[];

export interface Rounding {
  /** Positive: the unit that results are whole multiples of, such as 0.01 or 0.05. */
  readonly to: Exact;
  readonly mode: RoundingMode;
}

/** The multiple of `rounding.to` that the named mode chooses for `value`. Exact for every fraction. */
export function roundTo(value: Exact, rounding: Rounding): Exact {
  const n = value.n * rounding.to.d;
  const d = value.d * rounding.to.n;
  const negative = n < 0n;
  const size = negative ? -n : n;
  const whole = size / d;
  const grows: Decide = MODES[rounding.mode];
  const steps = grows(size % d, d, whole, negative) ? whole + 1n : whole;
  return Exact.of((negative ? -steps : steps) * rounding.to.n, rounding.to.d);
}
