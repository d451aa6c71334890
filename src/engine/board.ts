/**
 * Flat numbers by cell, a few for each measure, side by side: a credit that adds to several measures of a person and
 * period goes to one place in memory. Rows come in any order, so what costs is the way there: credits wait until there are
 * some thousands, and are then added in one go, in which the processor goes many ways at once.
 */
const WAITING = 8_192;

/** Half of the largest safe integer: a sum that has not passed it takes one more addend of this size without loss. */
export const LIMIT = 2 ** 52;

export class Board {
  /** Numbers of one cell. */
  readonly stride: number;
  /** By cell, then measure: how many credits, and their sum in units. */
  private all: Float64Array;
  private cells = 64;
  private readonly places = new Int32Array(WAITING);
  private readonly units = new Float64Array(WAITING);
  private waiting = 0;

  constructor(
    measures: number,
    /** Takes the units that would make a sum too large to stand here. */
    private readonly spill: (cell: number, measure: number, units: number) => void,
  ) {
    this.stride = 2 * measures;
    this.all = new Float64Array(this.cells * this.stride);
  }

  /** All numbers, with every credit so far in them. */
  get numbers(): Float64Array {
    if (this.waiting > 0) this.settle();
    return this.all;
  }

  /** Where the numbers of a measure in a cell begin. */
  at(cell: number, measure: number): number {
    if (cell >= this.cells) this.grow(cell);
    return cell * this.stride + 2 * measure;
  }

  /** Counts one credit whose amount stands elsewhere, or that has none. */
  count(at: number): void {
    this.all[at]!++;
  }

  /** Counts one credit, and adds its units, which are smaller than `LIMIT`. */
  add(at: number, units: number): void {
    this.places[this.waiting] = at;
    this.units[this.waiting] = units;
    if (++this.waiting === WAITING) this.settle();
  }

  private settle(): void {
    const { all, places, units, waiting } = this;
    this.waiting = 0;
    for (let i = 0; i < waiting; i++) {
      const at = places[i]!;
      all[at]!++;
      const sum = all[at + 1]! + units[i]!;
      if (sum < LIMIT && sum > -LIMIT) all[at + 1] = sum;
      else this.spill(Math.floor(at / this.stride), (at % this.stride) / 2, units[i]!);
    }
  }

  private grow(cell: number): void {
    while (this.cells <= cell) this.cells *= 2;
    const all = new Float64Array(this.cells * this.stride);
    all.set(this.all);
    this.all = all;
  }
}
