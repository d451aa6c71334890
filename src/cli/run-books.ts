/** What the books change in a run: closed periods are shown as recorded, and what has changed in them is paid in the open period. */
import type { CalculationOptions, Listener, PeriodSpan } from '../engine/index.ts';
import type { Computed } from '../engine/compute.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { Payout } from '../engine/index.ts';
import { recordedSteps, recordOf } from '../record/index.ts';
import { BookRun, type Opened } from './books.ts';
import type { Chosen } from './one-workspace.ts';
import { dayText } from '../value/day.ts';
import type { Session } from './session.ts';

export class RunBooks {
  private readonly run: BookRun;
  private readonly opened: Opened;
  private periods: readonly PeriodSpan[] = [];

  constructor(opened: Opened, chosen: Chosen) {
    this.opened = opened;
    this.run = new BookRun(opened, chosen);
  }

  knows(people: BookRun['people']): void {
    this.run.people = people;
  }

  /** For the engine; `listener` hears what the books hear. */
  options(listener: Listener | undefined): Pick<CalculationOptions, 'closed' | 'listener'> {
    const own = this.run.options();
    return { ...own, listener: listener === undefined ? own.listener! : both(own.listener!, listener) };
  }

  /** Settles everybody: closed periods as recorded, then the open ones with the differences. `steps`: with the reasons of closed ones. */
  async settle({ calculation }: Computed, steps: boolean, problems: Problems, pause: () => Promise<void>): Promise<Payout[]> {
    const { reckoning } = this.run;
    this.periods = calculation.periods();
    reckoning.begin(this.periods);
    reckoning.warnBefore(problems);
    let settled = 0;
    for (const payout of calculation.settle()) {
      reckoning.take(payout);
      if (++settled % 512 === 0) await pause();
    }
    reckoning.refuseCurrencies(problems);
    const payouts = reckoning.payouts();
    return steps ? payouts.map((payout) => (payout.step === undefined ? { ...payout, step: recordedSteps(payout, recordOf(this.opened.books, payout.period.id)) } : payout)) : payouts;
  }

  /** One line on what is closed, and what of it is paid now; `asked`: the only periods that were settled. */
  async note(session: Session, asked: ReadonlySet<string> | undefined): Promise<void> {
    const { records } = this.opened.books;
    const [first, last] = [records[0]!.head, records.at(-1)!.head];
    // what ends before the last closed period was not computed up to it, so that nothing can be said of changes
    const whole = asked === undefined || this.periods.some(({ id, to }) => asked.has(id) && records.every(({ head }) => head.period.to <= to));
    const differences = whole ? this.run.reckoning.prior().length : 0;
    const span = records.length === 1 ? `${first.period.id} is` : `${first.period.id} to ${last.period.id} are`;
    await session.note(`${span} closed and shown as recorded (last on ${dayText(last.closedOn)})${differences === 0 ? '' : `; ${differences} ${differences === 1 ? 'line' : 'lines'} changed since: paycurve adjustments tells why`}`);
  }
}

function both(a: Listener, b: Listener): Listener {
  return {
    credit: (credit) => {
      a.credit?.(credit);
      b.credit?.(credit);
    },
    exclude: (excluded) => {
      a.exclude?.(excluded);
      b.exclude?.(excluded);
    },
    ...(b.miss === undefined ? {} : { miss: (row, plan, rule, why) => b.miss!(row, plan, rule, why) }),
  };
}
