/**
 * Which rows of a workspace a recorded case holds: those credited to the person, or everybody's where a plan pays by what others sell or
 * earn. The first and last row of the workspace join them where without these its periods would not be reached.
 */
import { needsOthers, type Listener, type Payout } from '../engine/index.ts';
import type { Row } from '../data/contract.ts';
import type { Plan } from '../plan/model.ts';
import type { Day } from '../value/day.ts';
import { textOrder } from '../value/text-order.ts';

/** Whether pay under the plan comes of other people: measures of groups, pay of others, pools, contests, shared limits. */
export function dependsOnOthers(plan: Plan): boolean {
  return needsOthers(plan) || plan.measures.some(({ across }) => across !== undefined);
}

interface Seen {
  readonly id: string;
  readonly day: Day;
  readonly place: string;
}

export class RecordedRows {
  private readonly places = new Set<string>();
  private first: Seen | undefined;
  private last: Seen | undefined;
  /** Of the rows kept. */
  private from: Day = Infinity;
  private through: Day = -Infinity;

  /** `until`: later rows feed nothing that is asked for. */
  constructor(private readonly person: string, private readonly everybody: boolean, private readonly until: Day) {}

  get listener(): Listener {
    return {
      credit: ({ payee, row }) => this.see(row, payee === this.person),
      exclude: ({ row }) => this.see(row, false),
    };
  }

  /** Makes the rows reach the periods that these payouts are of, as far as the workspace does. */
  reach(payouts: readonly Payout[]): void {
    if (payouts.some(({ period }) => period.to < this.from)) this.keep(this.first);
    if (payouts.some(({ period }) => period.from > this.through)) this.keep(this.last);
  }

  /** Whether a run over these rows settles the period of the payout. */
  settles({ period }: Payout): boolean {
    return period.to >= this.from && period.from <= this.through;
  }

  has({ file, line }: { readonly file: string; readonly line: number }): boolean {
    return this.places.has(`${file}:${line}`);
  }

  private see(row: Row, own: boolean): void {
    if (row.day > this.until) return;
    // the engine's own row is reused for the next one
    const seen: Seen = { id: row.id, day: row.day, place: `${row.file}:${row.line}` };
    if (this.first === undefined || before(seen, this.first)) this.first = seen;
    if (this.last === undefined || before(this.last, seen)) this.last = seen;
    if (own || this.everybody) this.keep(seen);
  }

  private keep(seen: Seen | undefined): void {
    if (seen === undefined) return;
    this.places.add(seen.place);
    this.from = Math.min(this.from, seen.day);
    this.through = Math.max(this.through, seen.day);
  }
}

function before(a: Seen, b: Seen): boolean {
  return a.day === b.day ? textOrder(a.id, b.id) < 0 : a.day < b.day;
}
