/** Short words for drawing values from fast-check while a world is being built. */
import fc, { type GeneratorValue } from 'fast-check';

export class Dice {
  constructor(private readonly draw: GeneratorValue) {}

  one<T>(...all: readonly T[]): T {
    return all[this.draw(fc.integer, { min: 0, max: all.length - 1 })]!;
  }

  number(min: number, max: number): number {
    return this.draw(fc.integer, { min, max });
  }

  /** True once in `n` times. */
  rarely(n: number): boolean {
    return this.draw(fc.integer, { min: 1, max: n }) === n;
  }

  some<T>(all: readonly T[], least = 1): T[] {
    return this.draw(fc.subarray<T>, [...all], { minLength: least });
  }

  times<T>(min: number, max: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.number(min, max) }, (_, index) => make(index));
  }
}
