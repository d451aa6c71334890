/**
 * An exact piecewise-linear function of one number, as data: where each straight line begins, whether the border belongs to
 * it, and the line. It may jump, and a single place may have a value of its own. Rule: calculation contract §11.
 */
import { greatest, least, ZERO, type Exact } from './exact.ts';
import { Moving, Trace } from './moving.ts';

export interface Line {
  /** Value at zero. */
  readonly still: Exact;
  readonly slope: Exact;
}

/** `still + slope × x`, up to where the next piece begins. */
export interface Piece extends Line {
  /** Undefined: from below everything. */
  readonly from: Exact | undefined;
  /** The piece begins just above `from`, which belongs to the piece before. */
  readonly above: boolean;
}

/** Why a calculation is no such function. */
export interface Bent {
  readonly none: string;
}

export class Piecewise {
  /** Rising, the first from below everything. Two that begin at one place are that place alone, and what lies above it. */
  constructor(readonly pieces: readonly Piece[]) {}

  /** Value at `x`. */
  at(x: Exact): Exact {
    return valueOf(this.pieces[this.indexAt(x)]!, x);
  }

  /** Which piece holds at `x`. */
  indexAt(x: Exact): number {
    let [low, high] = [0, this.pieces.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      const { from, above } = this.pieces[middle]!;
      const order = x.compare(from!);
      if (order > 0 || (order === 0 && !above)) low = middle;
      else high = middle;
    }
    return low;
  }

  plus(other: Piecewise): Piecewise {
    return madeOf((x) => this.at(x).plus(other.at(x)));
  }

  times(factor: Exact): Piecewise {
    return madeOf((x) => this.at(x).times(factor));
  }

  least(other: Piecewise): Piecewise {
    return madeOf((x) => least(this.at(x), other.at(x)));
  }

  greatest(other: Piecewise): Piecewise {
    return madeOf((x) => greatest(this.at(x), other.at(x)));
  }

  /** This function of what `inner` gives. */
  of(inner: Piecewise): Piecewise {
    return madeOf((x) => this.at(inner.at(x)));
  }
}

/** The value of a line at `x`. */
export function valueOf({ still, slope }: Line, x: Exact): Exact {
  return slope.isZero() ? still : still.plus(slope.times(x));
}

/**
 * Reads a calculation off as data: it is run below everything, then on each place where one of its comparisons turns and
 * just above that place. Between two such places it goes one way, and is one line.
 */
export function readOff(calculate: (x: Exact) => Exact): Piecewise | Bent {
  const pieces: Piece[] = [];
  let trace = new Trace(undefined);
  let line = lineOf(calculate(new Moving(trace)));
  pieces.push({ from: undefined, above: false, ...line });
  while (trace.bends === undefined && trace.until !== undefined) {
    const from = trace.until.reduced();
    const there = calculate(from);
    trace = new Trace(from);
    const next = lineOf(calculate(new Moving(trace)));
    const [isBefore, isNext] = [line, next].map((each) => there.equals(valueOf(each, from)));
    if (!isBefore && !isNext) pieces.push({ from, above: false, still: there.reduced(), slope: ZERO }, { from, above: true, ...next });
    else if (!isBefore || !isNext || !line.slope.equals(next.slope)) pieces.push({ from, above: !isNext, ...next });
    line = next;
  }
  return trace.bends === undefined ? new Piecewise(pieces) : { none: trace.bends };
}

/** Sums, choices and chains of such functions are such functions. */
function madeOf(calculate: (x: Exact) => Exact): Piecewise {
  const read = readOff(calculate);
  if ('none' in read) throw new Error(`a piecewise-linear function bent: ${read.none}`);
  return read;
}

function lineOf(value: Exact): Line {
  return value instanceof Moving ? { still: value.still.reduced(), slope: value.slope.reduced() } : { still: value.reduced(), slope: ZERO };
}
