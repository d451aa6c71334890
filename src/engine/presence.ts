/**
 * How much of a stretch of days counts for a person where the plan scales something by time: days in the plan by the plan's count
 * rule, less days on leave, times the part-time share and, for quotas and edges, the share of the ramp. Rule: mechanics QTA-05…07, TIM-27.
 */
import type { Leaves } from '../data/leaves.ts';
import type { PersonRecord } from '../data/reference.ts';
import type { DayRule, RampStep, Scaled } from '../plan/model.ts';
import { countDays, monthEnd, monthNumber } from '../value/day-count.ts';
import type { Day } from '../value/day.ts';
import { Exact, ONE, ZERO } from '../value/exact.ts';
import type { Enrolment } from './enrolment.ts';

/** What presence is looked up in. */
export interface PresenceFacts {
  readonly leaves?: Leaves | undefined;
  readonly people: ReadonlyMap<string, number>;
}

/** Days of somebody under one record. */
export interface Stay {
  readonly from: Day;
  readonly to: Day;
  readonly record: PersonRecord | undefined;
}

/** A part of a whole, both counted in one unit. */
export interface Scaling {
  readonly part: Exact;
  readonly whole: Exact;
  readonly unit: DayRule['count'];
  /** What made the part smaller besides days outside the plan: `leave`, `part-time share`, `ramp`. */
  readonly by: readonly string[];
}

const PLAIN: DayRule = { count: 'days', holidays: [], firstDay: true, leave: [] };

export class Presence {
  private readonly rule: DayRule;
  private readonly ramp: readonly RampStep[] | undefined;
  /** Every day in the plan counts one: nothing but days has to be looked at. */
  readonly plain: boolean;

  constructor(
    private readonly enrolment: Enrolment,
    private readonly facts: PresenceFacts,
    unit?: 'days',
  ) {
    const { days, ramp } = enrolment.version.plan;
    this.rule = unit === undefined || days === undefined ? (days ?? PLAIN) : { ...days, count: unit };
    this.ramp = ramp;
    this.plain = days === undefined && ramp === undefined;
  }

  get unit(): DayRule['count'] {
    return this.rule.count;
  }

  /** The same by days, where a whole has none of the days that the plan counts: nothing could be a part of it. */
  inDays(): Presence {
    return new Presence(this.enrolment, this.facts, 'days');
  }

  /** The days as the plan counts them, whoever is there. */
  count(from: Day, to: Day): Exact {
    return countDays(this.rule.count, from, to, this.rule.holidays);
  }

  /** What the days of a stay from `from` to `to` count for; a limit that reads the target is scaled as both. `prorated`: they are a part of a whole. */
  weight(what: Scaled | readonly Scaled[], stay: Stay, from: Day, to: Day, prorated = listed(this.enrolment.version.plan.prorate, what)): Exact {
    const [first, last] = [Math.max(stay.from, from), Math.min(stay.to, to)];
    if (last < first) return ZERO;
    const since = this.enrolment.since(first);
    // what is not prorated is whole for whoever joins inside the period, whatever their first day counts
    const hired = prorated && !this.rule.firstDay && since !== undefined && since === first && this.startsInside(since) ? first + 1 : first;
    const worked = this.workedIn(what, hired, last);
    const sum = worked.reduce((all, [a, b]) => all.plus((what === 'quota' || what === 'tiers') && this.ramp !== undefined ? this.ramped(this.ramp, a, b) : this.count(a, b)), ZERO);
    return sum.times(this.partTime(what, stay.record));
  }

  /** Whether the first day of service lies inside a period, not at its begin. */
  private startsInside(since: Day): boolean {
    const { calendar } = this.enrolment.version;
    const period = calendar.periods[calendar.indexOf(since)];
    return period !== undefined && period.from < since;
  }

  /** What made a weight smaller, in words. */
  why(what: Scaled | readonly Scaled[], stays: readonly Stay[], from: Day, to: Day): string[] {
    const on = stays.filter((stay) => stay.from <= to && stay.to >= from);
    return [
      ...(listed(this.rule.leave, what) && on.some((stay) => this.leavesIn(Math.max(stay.from, from), Math.min(stay.to, to)).length > 0) ? ['leave'] : []),
      ...(on.some((stay) => !this.partTime(what, stay.record).equals(ONE)) ? ['part-time share'] : []),
      ...((what === 'quota' || what === 'tiers') && this.ramp !== undefined && on.some((stay) => this.rampAt(Math.max(stay.from, from)) !== undefined) ? ['ramp'] : []),
    ];
  }

  /** The step of the ramp that holds on a day; undefined after the last, and for people without a first day. */
  rampAt(day: Day): RampStep | undefined {
    const since = this.enrolment.since(day);
    if (since === undefined || this.ramp === undefined) return undefined;
    const month = monthNumber(since, day);
    return this.ramp.find(({ to }) => month <= to);
  }

  /** Days on leave, cut to a stretch. */
  leavesIn(from: Day, to: Day): readonly (readonly [Day, Day])[] {
    const all = this.facts.leaves?.of(this.enrolment.person) ?? [];
    return all.flatMap((leave) => (leave.from <= to && leave.to >= from ? [[Math.max(leave.from, from), Math.min(leave.to, to)] as const] : []));
  }

  /** Days on leave as the plan counts them. */
  onLeave(from: Day, to: Day, kinds: readonly string[] | undefined, open: boolean): Exact {
    const all = this.facts.leaves?.of(this.enrolment.person) ?? [];
    return all.reduce((sum, leave) => (kinds !== undefined && !kinds.includes(leave.kind ?? '')) || (leave.open && !open) ? sum : sum.plus(this.count(Math.max(leave.from, from), Math.min(leave.to, to))), ZERO);
  }

  private workedIn(what: Scaled | readonly Scaled[], from: Day, to: Day): readonly (readonly [Day, Day])[] {
    if (to < from) return [];
    if (!listed(this.rule.leave, what)) return [[from, to]];
    const worked: [Day, Day][] = [];
    let next = from;
    for (const [first, last] of this.leavesIn(from, to)) {
      if (first > next) worked.push([next, first - 1]);
      next = last + 1;
    }
    if (next <= to) worked.push([next, to]);
    return worked;
  }

  /** Each month by its own share. */
  private ramped(ramp: readonly RampStep[], from: Day, to: Day): Exact {
    let sum = ZERO;
    for (let start = from; start <= to; ) {
      const end = Math.min(to, monthEnd(start));
      const step = this.rampAt(start);
      sum = sum.plus(step === undefined ? this.count(start, end) : this.count(start, end).times(step.quota));
      start = end + 1;
    }
    return ramp.length === 0 ? this.count(from, to) : sum;
  }

  private partTime(what: Scaled | readonly Scaled[], record: PersonRecord | undefined): Exact {
    const column = this.rule.partTime === undefined ? undefined : this.facts.people.get(this.rule.partTime);
    if (column === undefined || !listed(this.enrolment.version.plan.prorate, what)) return ONE;
    const share = record?.values[column];
    return share instanceof Exact ? share : ONE;
  }
}

/** Whether one of those is on the list. */
function listed(list: readonly Scaled[], what: Scaled | readonly Scaled[]): boolean {
  return typeof what === 'string' ? list.includes(what) : what.some((one) => list.includes(one));
}

/** What the person's own days in these versions count for. */
export function weightIn(enrolments: readonly Enrolment[], what: Scaled, from: Day, to: Day, facts: PresenceFacts, unit?: 'days'): Exact {
  let sum = ZERO;
  for (const enrolment of enrolments) {
    const presence = new Presence(enrolment, facts, unit);
    for (const span of enrolment.spans) if (span.own) sum = sum.plus(presence.weight(what, span, from, to, true));
  }
  return sum;
}

/** The share of a cap, floor or draw that days in the plan and leave leave of it; without proration leave alone takes from the days in the plan. */
export function shareIn(own: Enrolment, enrolments: readonly Enrolment[], what: Scaled, from: Day, to: Day, facts: PresenceFacts): Exact {
  const { prorate, days } = own.version.plan;
  if (prorate.includes(what)) {
    const whole = new Presence(own, facts).count(from, to);
    return whole.isZero() ? weightIn(enrolments, what, from, to, facts, 'days').over(Exact.of(to - from + 1)) : weightIn(enrolments, what, from, to, facts).over(whole);
  }
  if (days?.leave.includes(what) !== true) return ONE;
  let [there, away] = [ZERO, ZERO];
  for (const enrolment of enrolments) {
    const presence = new Presence(enrolment, facts);
    for (const span of enrolment.spans) {
      const [first, last] = [Math.max(span.from, from), Math.min(span.to, to)];
      if (!span.own || last < first) continue;
      there = there.plus(presence.count(first, last));
      away = away.plus(presence.onLeave(first, last, undefined, true));
    }
  }
  return there.isZero() ? ONE : there.minus(away).over(there);
}

/** `17 of 31 days in the plan`, `8.5 of 31 days in the plan (ramp)`. */
export function scalingText({ part, whole, unit, by }: Scaling, number: (value: Exact) => string): string {
  return `${number(part)} of ${number(whole)} ${unit} in the plan${by.length === 0 ? '' : ` (${by.join(', ')})`}`;
}
