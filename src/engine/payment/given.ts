/** What a payment mechanic is handed: see `PaymentGiven` in the mechanic room. */
import type { ManualEntry } from '../../data/manual-entry.ts';
import type { Words } from '../../mechanic/mechanic.ts';
import type { AppliedPayment, Pace, PaymentGiven, State } from '../../mechanic/payment.ts';
import type { Period, WindowName } from '../../value/calendar.ts';
import type { Day } from '../../value/day.ts';
import { monthNumber } from '../../value/day-count.ts';
import { total, ZERO, type Exact } from '../../value/exact.ts';
import { roundTo } from '../../value/rounding.ts';
import { ComponentEnv } from '../environment.ts';
import type { Moment } from '../moment.ts';
import { shareIn } from '../presence.ts';
import { wholeIn } from '../../mechanic/paced.ts';
import { monthsIn, pacedPart, partsBy } from './pace.ts';
import type { Stop } from './stop.ts';

export class StageGiven implements PaymentGiven {
  private readonly moment: Moment;
  private known: ComponentEnv | undefined;

  constructor(
    private readonly stop: Stop,
    private readonly applied: AppliedPayment,
    readonly due: Exact,
    readonly opening: Exact,
    readonly state: State | undefined,
    readonly number: number,
    readonly entries: readonly ManualEntry[],
  ) {
    this.moment = stop.moment;
  }

  get env(): ComponentEnv {
    const { moment } = this;
    // an amount for a time reads the target of the period, also where a component accumulates
    return (this.known ??= new ComponentEnv(moment, undefined, moment.version.plan.components, moment.record).limit('target', 'period'));
  }

  get lastDay(): ComponentEnv {
    return this.env.as(this.moment.record);
  }

  get base(): Exact {
    const { of } = this.applied;
    return of === undefined ? this.due : total(of.map((name) => this.stop.left.get(name) ?? ZERO));
  }

  get period(): Period {
    return this.moment.period;
  }

  get leaves(): boolean {
    return this.stop.leaves && !this.stop.stays.has(this.applied.account);
  }

  get gone(): boolean {
    return this.stop.gone;
  }

  get inPlan(): boolean {
    return this.stop.inPlan;
  }

  paced(amount: Exact, pace: Pace): Exact | undefined {
    const { version, index } = this.moment;
    return pacedPart(amount, pace, version.plan.calendar, version.calendar, index, version.plan.rounding);
  }

  serviceMonths(): readonly number[] | undefined {
    const { serviceFrom } = this.stop;
    if (serviceFrom === undefined) return undefined;
    const months = monthsIn(this.moment.version.plan.calendar) ?? 1;
    const final = monthNumber(serviceFrom, this.period.to);
    return Array.from({ length: months }, (_, at) => final - months + 1 + at);
  }

  serviceMonth(day: Day): number | undefined {
    const { serviceFrom } = this.stop;
    return serviceFrom === undefined ? undefined : monthNumber(serviceFrom, day);
  }

  since(of: string): number | undefined {
    const { version, index } = this.moment;
    const then = version.calendar.periods.findLastIndex(({ id }, at) => at <= index && id === of);
    return then < 0 ? undefined : index - then;
  }

  windowOf(of: string, window: WindowName): string | undefined {
    return this.moment.version.calendar.periods.find(({ id }) => id === of)?.[window];
  }

  endsWindow(window: WindowName): boolean {
    const { version, index } = this.moment;
    return version.calendar.periods[index + 1]?.[window] !== this.period[window];
  }

  get prorated(): Exact {
    const { period, enrolment, book } = this.moment;
    const all = this.apart ? [enrolment] : [...this.stop.earlier.map(({ moment }) => moment.enrolment), enrolment];
    return shareIn(enrolment, all, 'draw', period.from, period.to, book.facts);
  }

  /** Whether each version that shares the period counts its own days; else the last one's amounts stand for all of them. */
  private get apart(): boolean {
    return [...this.stop.earlier.map(({ moment }) => moment), this.moment].every(({ version }) => version.plan.prorate.includes('draw'));
  }

  earlier(what: string): Exact {
    const { period, enrolment, book } = this.moment;
    if (!this.apart) return ZERO;
    const { account, mechanic } = this.applied;
    return total(
      this.stop.earlier.map((stop) => {
        const applied = stop.moment.version.plan.payments.find((one) => one.account === account && one.mechanic === mechanic);
        if (applied === undefined) return ZERO;
        const given = new StageGiven({ ...stop, earlier: [] }, applied, ZERO, ZERO, undefined, this.number, []);
        const paced = mechanic.amounts?.(applied.config, given)[what];
        return paced === undefined ? ZERO : wholeIn(paced, what, given).times(shareIn(enrolment, [stop.moment.enrolment], 'draw', period.from, period.to, book.facts));
      }),
    );
  }

  inParts(amount: Exact, weights: readonly Exact[]): readonly Exact[] {
    const [, ...later] = partsBy(weights, amount, this.moment.version.plan.rounding);
    // what is finer than a step is paid with the first part, so that the parts sum to the whole
    return [amount.minus(total(later)), ...later];
  }

  rounded(amount: Exact): Exact {
    return roundTo(amount, this.moment.version.plan.rounding);
  }

  get words(): Words {
    return this.moment.words;
  }

  refuse(what: string, hint: string): void {
    const { book, enrolment, period } = this.moment;
    book.facts.problems.error('R019', `${enrolment.person} in ${period.id}: ${what}`, { at: this.applied.at, hint });
  }
}
