/**
 * Flat numbers by cell, a few for each measure, side by side: a credit that adds to several measures of a person and
 * period touches one place in memory. (Rows come in any order, so what costs is going to memory, not adding.)
 */
export class Board {
  /** By cell, then measure: how many credits, and their sum in units. */
  numbers: Float64Array;
  /** Numbers of one cell. */
  readonly stride: number;
  private cells = 64;

  constructor(measures: number) {
    this.stride = 2 * measures;
    this.numbers = new Float64Array(this.cells * this.stride);
  }

  /** Where the numbers of a measure in a cell begin. */
  at(cell: number, measure: number): number {
    if (cell >= this.cells) this.grow(cell);
    return cell * this.stride + 2 * measure;
  }

  private grow(cell: number): void {
    while (this.cells <= cell) this.cells *= 2;
    const numbers = new Float64Array(this.cells * this.stride);
    numbers.set(this.numbers);
    this.numbers = numbers;
  }
}
