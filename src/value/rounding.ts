/**
 * Named roundings. A plan names the mode and the step once; nothing else in the program cuts digits.
 * `half-up` is half away from zero (terms.md §10). Rule: calculation contract §2, mechanics RND-01…06.
 */
import { Exact } from './exact.ts';

/**
 * Whether the size of a number, cut to whole steps, grows by one step. `half`: what was cut off is less than (−1), just (0)
 * or more than (1) half a step.
 */
type Grows = (half: number, odd: boolean, cut: boolean, negative: boolean) => boolean;

interface Mode {
  /** For the editor and the help page. */
  readonly means: string;
  readonly grows: Grows;
}

const MODES = {
  'half-up': { means: 'a half goes away from zero', grows: (half) => half >= 0 },
  'half-even': { means: 'a half goes to the even neighbour', grows: (half, odd) => half > 0 || (half === 0 && odd) },
  down: { means: 'toward zero', grows: () => false },
  up: { means: 'away from zero', grows: (_half, _odd, cut) => cut },
  floor: { means: 'toward minus infinity', grows: (_half, _odd, cut, negative) => negative && cut },
  ceiling: { means: 'toward plus infinity', grows: (_half, _odd, cut, negative) => !negative && cut },
} satisfies Record<string, Mode>;

export type RoundingMode = keyof typeof MODES;
export const ROUNDING_MODES = Object.keys(MODES) as readonly RoundingMode[];
/** What each mode does, in a few words. */
export const ROUNDING_MEANINGS: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(MODES).map(([name, { means }]) => [name, means]));

export interface Rounding {
  /** Positive: the unit that results are whole multiples of, such as 0.01 or 0.05. */
  readonly to: Exact;
  readonly mode: RoundingMode;
}

/** The multiple of `rounding.to` that the named mode chooses for `value`. Exact for every fraction. */
export function roundTo(value: Exact, { to, mode }: Rounding): Exact {
  const negative = value.sign() < 0;
  const steps = value.stepsOf(to);
  const { whole, half, odd, cut } = steps;
  const size = growing(mode)(half, odd, cut, negative) ? (typeof whole === 'number' ? whole + 1 : whole + 1n) : whole;
  return Exact.of(negative ? -size : size).times(to);
}

/** The rule of a mode, for those who cut whole numbers to steps themselves. */
export function growing(mode: RoundingMode): Grows {
  return MODES[mode].grows;
}
