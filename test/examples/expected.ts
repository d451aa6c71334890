/** The payouts that the independent Python computation wrote to examples/NAME/expected, and the program's in the same form. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Payout } from '../../src/engine/index.ts';
import type { Exact } from '../../src/value/exact.ts';
import { ROOT } from '../payout-run.ts';

/** Lines of a file without its header. No cell of these files is quoted. */
export function linesOf(path: string): string[] {
  return readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n').slice(1);
}

/** `payee,period,component,base,earned` for every component of every payout. */
export function earnedLines(payouts: readonly Payout[]): string[] {
  return payouts.flatMap((payout) =>
    payout.components.map((one) => [payout.payee, payout.period.id, one.component, one.base.value === undefined ? one.base.none : digits(one.base.value), digits(one.earned, 2)].join(',')),
  );
}

/** All digits of an exact decimal, at least `least` after the point; `n/d` when it has no end. */
export function digits(value: Exact, least = 0): string {
  const { n, d } = value;
  for (let count = least, scale = 10n ** BigInt(least); count <= 30; count++, scale *= 10n) {
    if ((n * scale) % d !== 0n) continue;
    const scaled = (n * scale) / d;
    const text = (scaled < 0n ? -scaled : scaled).toString().padStart(count + 1, '0');
    return (scaled < 0n ? '-' : '') + (count === 0 ? text : `${text.slice(0, -count)}.${text.slice(-count)}`);
  }
  return `${n}/${d}`;
}
