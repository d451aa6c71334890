/**
 * What a group measure gathers: credits by group and period while rows stream by, whichever plan their payees are in. Each
 * credit belongs to the group of its payee on its day, and a row counts at most once in a group, however many of its members
 * share it or are credited beside each other (LNK-08, QTA-11).
 */
import type { Value } from '../expr/types.ts';
import { ONE, ZERO, type Exact } from '../value/exact.ts';
import type { Stretch } from './enrolment.ts';
import type { Tally } from './tally.ts';

interface Held {
  readonly slot: number;
  readonly people: Set<string>;
}

/** A group's credits in one period: under this very version, and on days of earlier ones that it goes on from. */
interface PeriodHeld {
  own?: Held;
  before?: Held;
}

export class GroupCredits {
  private readonly byKey = new Map<string, Map<number, PeriodHeld>>();
  /** What the row at hand has given each group so far. */
  private readonly given = new Map<string, Exact>();
  private row = -1;

  constructor(
    private readonly tally: Tally,
    private readonly newSlot: () => number,
    /** The least and greatest of a group are of whole rows, however they are shared. */
    private readonly whole: boolean,
  ) {}

  /** `most`: how much of the row there is to count, less than one for a return of several sales. `sign`: of a return's count. */
  add(key: string, period: number, own: boolean, payee: string, row: number, value: Value, share: Exact, most: Exact, sign: Exact): void {
    if (row !== this.row) this.given.clear();
    this.row = row;
    const before = this.given.get(key) ?? ZERO;
    const room = most.minus(before);
    const counted = share.lessThan(room) && !this.whole ? share : room;
    const held = this.held(key, period, own);
    held.people.add(payee);
    if (counted.sign() <= 0) return;
    this.given.set(key, before.plus(counted));
    this.tally.add(held.slot, value, sign !== ONE ? counted.times(sign) : counted.equals(ONE) ? ONE : counted);
  }

  /** The group's value over the stretch. */
  over(key: string, stretch: Stretch): Exact | undefined {
    return this.tally.over(this.heldIn(key, stretch));
  }

  /** How many credits of how many people it comes from. */
  counts(key: string, stretch: Stretch): { readonly rows: number; readonly people: number } {
    const held = this.heldIn(key, stretch);
    const people = new Set(held.flatMap((one) => [...one.people]));
    return { rows: held.reduce((sum, { slot }) => sum + this.tally.rows(slot), 0), people: people.size };
  }

  private heldIn(key: string, { first, last, own }: Stretch): readonly Held[] {
    const periods = this.byKey.get(key);
    const found: Held[] = [];
    for (let period = first; periods !== undefined && period <= last; period++) {
      const held = periods.get(period);
      if (held?.own !== undefined) found.push(held.own);
      if (held?.before !== undefined && !own) found.push(held.before);
    }
    return found;
  }

  private held(key: string, period: number, own: boolean): Held {
    let periods = this.byKey.get(key);
    if (periods === undefined) this.byKey.set(key, (periods = new Map()));
    let held = periods.get(period);
    if (held === undefined) periods.set(period, (held = {}));
    return own ? (held.own ??= this.fresh()) : (held.before ??= this.fresh());
  }

  private fresh(): Held {
    return { slot: this.newSlot(), people: new Set() };
  }
}
