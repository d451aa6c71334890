/** Cases by mechanic: how many there are of each, and how many hold. For suites that say what their cases are about. */
import { textOrder } from '../../value/text-order.ts';
import type { Paint } from '../../diagnostic/paint.ts';
import { visible } from '../../diagnostic/visible.ts';
import { displayWidth } from '../../diagnostic/width.ts';
import type { CaseReport } from './report.ts';

export interface MechanicCount {
  readonly mechanic: string;
  readonly cases: number;
  readonly passed: number;
  readonly failed: number;
}

/** In the order of names; empty where no case names a mechanic. */
export function countsByMechanic({ suites }: CaseReport): readonly MechanicCount[] {
  const counts = new Map<string, { cases: number; failed: number }>();
  for (const { cases } of suites)
    for (const { mechanic, differences } of cases) {
      if (mechanic === undefined) continue;
      const count = counts.get(mechanic) ?? { cases: 0, failed: 0 };
      counts.set(mechanic, { cases: count.cases + 1, failed: count.failed + (differences.length > 0 ? 1 : 0) });
    }
  return [...counts].sort(([a], [b]) => textOrder(a, b)).map(([mechanic, { cases, failed }]) => ({ mechanic, cases, passed: cases - failed, failed }));
}

export function mechanicTable(counts: readonly MechanicCount[], paint: Paint): string {
  const width = Math.max('Mechanic'.length, ...counts.map(({ mechanic }) => displayWidth(visible(mechanic))));
  const row = (name: string, ...cells: readonly string[]): string => `${name}${' '.repeat(width - displayWidth(name))}${cells.map((cell) => cell.padStart(8)).join('')}`;
  const lines = counts.map(({ mechanic, cases, passed, failed }) => {
    const line = row(visible(mechanic), `${cases}`, `${passed}`, `${failed}`);
    return failed === 0 ? line : paint.red(line);
  });
  return [paint.bold(row('Mechanic', 'cases', 'passed', 'failed')), ...lines, ''].join('\n');
}
