/**
 * A running sum of exact numbers that costs no allocation while the amounts have the same number of decimals and the sum
 * stays a safe integer of their smallest unit; beyond that it goes on exactly in `Exact`. Exact in every case.
 */
import { Exact, ZERO } from './exact.ts';

/** Half of the largest safe integer: one more addend of this size cannot pass the limit unseen. */
const LIMIT = 4_503_599_627_370_496;
const BIG_LIMIT = 4_503_599_627_370_496n;

export class Sum {
  private units = 0;
  private per = 0n;
  private rest: Exact | undefined = undefined;

  add(value: Exact): void {
    if (value.d === this.per && value.n < BIG_LIMIT && value.n > -BIG_LIMIT) {
      // a safe integer, so the conversion and the addition are exact
      this.units += Number(value.n);
      if (this.units >= LIMIT || this.units <= -LIMIT) this.settle();
    } else if (this.per === 0n) {
      this.per = value.d;
      this.rest = value;
    } else this.rest = (this.rest ?? ZERO).plus(value);
  }

  value(): Exact {
    if (this.units === 0) return this.rest ?? ZERO;
    const units = Exact.of(BigInt(this.units), this.per);
    return this.rest === undefined ? units : units.plus(this.rest);
  }

  private settle(): void {
    this.rest = this.value();
    this.units = 0;
  }
}
