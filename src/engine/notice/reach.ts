/**
 * A date far from all others stretches the run: every period up to it is settled, and asks for quotas that nobody has set.
 * The rows at both ends are remembered, so that a slip such as 2062 for 2026 is named instead of its hundred consequences.
 */
import type { Row } from '../../data/contract.ts';
import type { DataPlace, Problems } from '../../diagnostic/diagnostic.ts';
import { dayText, type Day } from '../../value/day.ts';

interface Kept {
  readonly day: Day;
  readonly id: string;
  readonly at: DataPlace;
}

/** So many rows may stand apart and still be taken for slips. */
const SLIPS = 3;
/** Days without a row that set them apart. */
const APART = 100;
/** In fewer rows, gaps are usual. */
const ENOUGH = 12;

export class Reach {
  private rows = 0;
  private readonly latest: Kept[] = [];
  private readonly earliest: Kept[] = [];

  see(row: Row): void {
    this.rows++;
    const { latest, earliest } = this;
    if (latest.length <= SLIPS || row.day > latest[SLIPS]!.day) keep(latest, row, (a, b) => b - a);
    if (earliest.length <= SLIPS || row.day < earliest[SLIPS]!.day) keep(earliest, row, (a, b) => a - b);
  }

  /** The rows that stand apart, each end once. */
  warn(problems: Problems): void {
    if (this.rows < ENOUGH) return;
    for (const [kept, side, end] of [[this.latest, 'after', 'last'], [this.earliest, 'before', 'first']] as const) {
      const last = apart(kept);
      if (last < 0) continue;
      const far = kept.slice(0, last + 1);
      const next = kept[last + 1]!;
      const [first] = far;
      problems.warning('R014', `${far.map(({ id, day }) => `${id} (${dayText(day)})`).join(', ')} ${far.length === 1 ? 'lies' : 'lie'} ${Math.abs(far.at(-1)!.day - next.day)} days ${side} all other rows, whose ${end} day is ${dayText(next.day)}`, {
        data: first!.at,
        hint: 'correct the date if it is a slip: every period between is settled, and asks for its quotas',
      });
    }
  }
}

function keep(kept: Kept[], row: Row, order: (a: Day, b: Day) => number): void {
  const one = { day: row.day, id: row.id, at: { file: row.file, line: row.line, row: row.row } };
  let at = kept.length;
  // Rows of one day stand in the order of their ids, whatever the order of the file.
  while (at > 0 && (order(kept[at - 1]!.day, one.day) > 0 || (kept[at - 1]!.day === one.day && kept[at - 1]!.id > one.id))) at--;
  kept.splice(at, 0, one);
  if (kept.length > SLIPS + 1) kept.pop();
}

/** The index of the last row that stands apart, or −1. */
function apart(kept: readonly Kept[]): number {
  for (let at = kept.length - 2; at >= 0; at--) if (Math.abs(kept[at]!.day - kept[at + 1]!.day) > APART) return at;
  return -1;
}
