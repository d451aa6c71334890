/** What a piecewise-linear function does: where it jumps and by how much, where it falls, and where it has a given value. */
import type { Exact } from './exact.ts';
import { valueOf, type Piecewise } from './piecewise.ts';

/** A border of two lines. */
export interface Kink {
  readonly at: Exact;
  /** What the line below comes to at the border, the value on it, and where the line above begins. */
  readonly before: Exact;
  readonly on: Exact;
  readonly after: Exact;
  /** The slope from here on. */
  readonly slope: Exact;
}

/** Every border, in rising order. */
export function kinks(curve: Piecewise): readonly Kink[] {
  const { pieces } = curve;
  return pieces.flatMap((piece, index) => {
    const at = piece.from;
    // a place that has a value of its own is told with the line above it
    if (at === undefined || isPoint(curve, index)) return [];
    const below = pieces[isPoint(curve, index - 1) ? index - 2 : index - 1]!;
    return [{ at, before: valueOf(below, at), on: curve.at(at), after: valueOf(piece, at), slope: piece.slope }];
  });
}

/** The borders at which the value jumps. */
export function cliffs(curve: Piecewise): readonly Kink[] {
  return kinks(curve).filter(({ before, on, after }) => !before.equals(after) || !on.equals(before));
}

export function isContinuous(curve: Piecewise): boolean {
  return cliffs(curve).length === 0;
}

/** Where more gives less: cliffs down (also to a value that only the border has), and stretches that fall. */
export interface Falls {
  readonly cliffs: readonly Kink[];
  /** Where each begins and ends; undefined: without end. */
  readonly stretches: readonly { readonly from: Exact | undefined; readonly to: Exact | undefined }[];
}

export function falls(curve: Piecewise): Falls {
  const { pieces } = curve;
  return {
    cliffs: cliffs(curve).filter(({ before, on, after }) => on.lessThan(before) || after.lessThan(on)),
    stretches: pieces.flatMap(({ from, slope }, index) => (slope.sign() < 0 ? [{ from, to: pieces[index + 1]?.from }] : [])),
  };
}

/** Whether more never gives less. */
export function isMonotone(curve: Piecewise): boolean {
  const { cliffs: down, stretches } = falls(curve);
  return down.length + stretches.length === 0;
}

/** Places from `from` to `to`, each counted or not; a missing end is none. */
export interface Span {
  readonly from: Exact | undefined;
  readonly withFrom: boolean;
  readonly to: Exact | undefined;
  readonly withTo: boolean;
}

/** Where the function has this value: places and stretches, in rising order. */
export function placesOf(curve: Piecewise, value: Exact): readonly Span[] {
  const { pieces } = curve;
  const found: Span[] = [];
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1];
    const own: Span = { from: piece.from, withFrom: piece.from !== undefined && !piece.above, to: next?.from, withTo: next?.above === true };
    if (piece.slope.isZero()) {
      if (piece.still.equals(value)) found.push(own);
      return;
    }
    const place = value.minus(piece.still).over(piece.slope).reduced();
    if (holds(own, place)) found.push({ from: place, withFrom: true, to: place, withTo: true });
  });
  return found;
}

/** Whether the piece is a single place with a value of its own. */
function isPoint({ pieces }: Piecewise, index: number): boolean {
  const [at, next] = [pieces[index]?.from, pieces[index + 1]?.from];
  return at !== undefined && next !== undefined && at.equals(next);
}

function holds({ from, withFrom, to, withTo }: Span, place: Exact): boolean {
  const low = from === undefined ? 1 : place.compare(from);
  const high = to === undefined ? -1 : place.compare(to);
  return (low > 0 || (low === 0 && withFrom)) && (high < 0 || (high === 0 && withTo));
}
