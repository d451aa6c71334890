/** The account of a source's rows: credited, or excluded with a reason. Rule: calculation contract §1, nothing is dropped in silence. */
import type { Late, Row } from '../data/contract.ts';
import { dayText, type Day } from '../value/day.ts';
import { textOrder } from '../value/text-order.ts';
import type { ExclusionTally, LateTally } from './result.ts';

/** Reasons from far to near: a row is counted under the one that came nearest to a credit. */
export const REASONS = {
  'not-used': 'no plan credits from this source',
  'no-payee': 'the payee column is blank',
  'outside-calendar': 'the date is in no period of the plan',
  'no-plan': 'the payee is in no plan on that day',
  filtered: 'the where formula of every credit rule said no',
  'no-measure': 'credited by a rule, counted by no measure',
} as const;

/** The reason no-plan of rows whose payee has no manager: there is nobody to be in a plan. */
export const UNLED = 'the rules credit managers, and the payee has none on that day';

export type Exclusion = keyof typeof REASONS;
const ORDER = Object.keys(REASONS) as readonly Exclusion[];
const EXAMPLES = 5;

export class RowAccount {
  credited = 0;
  rowsTwice = 0;
  readonly twice: string[] = [];
  /** Rows credited to some of those they name, while the share of another went to nobody. */
  rowsInPart = 0;
  readonly inPart: string[] = [];
  /** Rows ignored as identical repeats, the first by id. */
  readonly repeats: string[] = [];
  private lastTwice = '';
  firstDay: Day | undefined;
  lastDay: Day | undefined;
  private readonly late = new Map<string, { rows: number; examples: string[] }>();
  private readonly excluded = new Map<Exclusion, { rows: number; unled: number; examples: string[] }>();

  static nearer(a: Exclusion, b: Exclusion): boolean {
    return ORDER.indexOf(a) > ORDER.indexOf(b);
  }

  count(row: Row, excluded: Exclusion | undefined, unled = false): void {
    if (this.firstDay === undefined || row.day < this.firstDay) this.firstDay = row.day;
    if (this.lastDay === undefined || row.day > this.lastDay) this.lastDay = row.day;
    if (excluded === undefined) {
      this.credited++;
      return;
    }
    const tally = this.excluded.get(excluded) ?? { rows: 0, unled: 0, examples: [] };
    tally.rows++;
    if (unled) tally.unled++;
    keepLeast(tally.examples, row.id);
    this.excluded.set(excluded, tally);
  }

  /** A row that gave one person two credits in one measure. */
  countTwice(row: Row, payee: string): void {
    if (this.lastTwice === row.id) return;
    this.lastTwice = row.id;
    this.rowsTwice++;
    keepLeast(this.twice, `${row.id} (${payee})`);
  }

  /** A row that counts in a later period than its own: data reach as far as they count. */
  countLate(row: Row, { period, countsOn, dated }: Late): void {
    if (this.lastDay === undefined || countsOn > this.lastDay) this.lastDay = countsOn;
    const tally = this.late.get(period) ?? { rows: 0, examples: [] };
    tally.rows++;
    keepLeast(tally.examples, `${row.id} of ${dayText(dated)}`);
    this.late.set(period, tally);
  }

  lateRows(): LateTally[] {
    return [...this.late].map(([period, tally]) => ({ period, ...tally })).sort((a, b) => textOrder(a.period, b.period));
  }

  countRepeat(row: Row): void {
    keepLeast(this.repeats, row.id);
  }

  /** A row whose share for `payee` went to nobody. */
  countInPart(row: Row, payee: string): void {
    this.rowsInPart++;
    keepLeast(this.inPart, `${row.id} (${payee})`);
  }

  exclusions(): ExclusionTally[] {
    return ORDER.flatMap((reason) => {
      const tally = this.excluded.get(reason);
      return tally === undefined ? [] : [{ reason, text: reason !== 'no-plan' || tally.unled === 0 ? REASONS[reason] : tally.unled === tally.rows ? UNLED : `${REASONS[reason]}, or ${UNLED}`, rows: tally.rows, examples: tally.examples }];
    });
  }
}

/** The examples shown are the first by id, whatever the order of rows. */
function keepLeast(examples: string[], id: string): void {
  if (examples.length === EXAMPLES && id >= examples[EXAMPLES - 1]!) return;
  let at = examples.length;
  while (at > 0 && examples[at - 1]! > id) at--;
  examples.splice(at, 0, id);
  if (examples.length > EXAMPLES) examples.pop();
}
