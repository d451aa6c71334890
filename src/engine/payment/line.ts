/** A person under the versions of one plan, as the payment stage goes through them: which period they leave in, and what is posted when. */
import type { ManualEntry } from '../../data/manual-entry.ts';
import type { Calendar } from '../../value/calendar.ts';
import type { Day } from '../../value/day.ts';
import { ZERO } from '../../value/exact.ts';
import type { Enrolment } from '../enrolment.ts';
import type { Moment } from '../moment.ts';
import type { Payout } from '../result.ts';
import type { PayingFacts } from './facts.ts';
import type { Passages } from './passage.ts';
import { closedKey, PASSES, type Payment } from './result.ts';
import { PaymentStage } from './stage.ts';
import type { Stop } from './stop.ts';

/** Whether a stop is the first of its version, and the last of its plan, in the period. */
export interface Ends {
  readonly first: boolean;
  readonly last: boolean;
}

type Told = Omit<Stop, 'moment' | 'total' | 'left' | 'earlier'>;

/** Undefined where nothing stands between what the person earns and what is paid: then the stage costs nothing. */
export function payingLine(line: readonly Enrolment[], facts: PayingFacts, passages?: Passages): PayingLine | undefined {
  const { person, version } = line[0]!;
  const closed = facts.closed?.of(person, version.plan.name) ?? [];
  const entries = facts.desk?.of(person, version.plan.name) ?? [];
  if (closed.length === 0 && facts.closed?.through === undefined && entries.length === 0 && line.every((each) => each.version.plan.payments.length === 0)) return undefined;
  return new PayingLine(line, new PaymentStage(new Map(closed.map((one) => [closedKey(one.period, one.planFrom), one])), facts.closed?.through, facts.closed?.left?.(person, version.plan.name)), entries, facts.desk?.pastOf(person, version.plan.name) ?? [], facts, passages);
}

export class PayingLine {
  private readonly stays: readonly Stay[];
  private readonly recomputed: Payout[] = [];
  private asked = false;
  private readonly posted = new Set<ManualEntry>();

  constructor(
    private readonly line: readonly Enrolment[],
    readonly stage: PaymentStage,
    private readonly entries: readonly ManualEntry[],
    private readonly past: readonly ManualEntry[],
    private readonly facts: PayingFacts,
    private readonly passages: Passages | undefined,
  ) {
    this.stays = staysOf(line, facts);
  }

  /** A period in the plan; `postponed`: a later version of the same period pays it. `ends`: the first and the last of this version and plan in the period. */
  at(moment: Moment, postponed: boolean, ends: Ends): Told {
    return this.told(moment, { postponed, inPlan: !moment.late, leaves: !moment.late && this.stays.some(({ to, left }) => left && to === moment.cells.at(-1)!.to) }, ends);
  }

  /** Settles a period in which the person is not in the plan; undefined when nothing is moved in it. */
  absent(moment: Moment): Payment | undefined {
    const recorded = this.stage.isRecorded(moment);
    if (!recorded && !this.stage.open && this.entriesIn(moment).length === 0 && (this.asked || this.facts.closed?.differences === undefined)) return undefined;
    const payment = this.stage.settle({ ...this.told(moment, { postponed: false, inPlan: false, leaves: false }, { first: false, last: true }), moment, total: ZERO, left: NOBODY, earlier: NONE });
    return recorded || payment.lines.some(({ change, cost, name }) => !change.isZero() || !cost.isZero() || name === PASSES) ? payment : undefined;
  }

  /** Remembers what a closed period comes out as now. */
  take(payout: Payout): void {
    if (payout.payment?.closed === true) this.recomputed.push(payout);
  }

  private told(moment: Moment, when: Pick<Told, 'inPlan' | 'leaves' | 'postponed'>, { first, last }: Ends): Told {
    const { plan } = moment.version;
    const closed = this.stage.isClosed(moment);
    const differences = closed || this.asked ? NONE : (this.facts.closed?.differences?.(moment.enrolment.person, plan.name, this.recomputed) ?? NONE);
    if (!closed) this.asked = true;
    const entries = this.entriesIn(moment);
    for (const entry of entries) this.posted.add(entry);
    const past = closed ? this.entriesIn(moment, this.past) : NONE;
    for (const entry of past) this.posted.add(entry);
    const { passages } = this;
    const passing = passages === undefined ? STILL : { passes: last ? passages.outOf(plan.name, moment.period) : NONE, comes: passages.into(moment, first), stays: when.leaves ? passages.stays(moment, moment.cells.at(-1)!.to) : STILL.stays };
    const gone = !when.inPlan && this.stays.findLast(({ to }) => to < moment.period.from)?.left === true;
    return { ...when, ...passing, gone, serviceFrom: this.facts.serviceFrom(moment.enrolment.person, moment.cells.at(-1)?.to ?? moment.period.to), entries, past, differences };
  }

  /** Each entry once, also where a version changes inside a period. */
  private entriesIn({ period, version }: Moment, entries = this.entries): readonly ManualEntry[] {
    const cut = this.line.filter((each) => each.version.plan.from <= period.to && each.version.plan.to >= period.from);
    return entries.filter((entry) => {
      if (entry.day < period.from || entry.day > period.to || this.posted.has(entry)) return false;
      const own = cut.find((each) => each.version.plan.from <= entry.day && each.version.plan.to >= entry.day);
      return own === undefined || own.version === version;
    });
  }
}

const NONE: readonly never[] = [];
const STILL: Pick<Stop, 'passes' | 'comes' | 'stays'> = { passes: NONE, comes: NONE, stays: new Set() };
const NOBODY: Stop['left'] = new Map();

/** Days in the plan without a gap, in order of time; `left`: with the last of them the person leaves. */
interface Stay {
  readonly from: Day;
  readonly to: Day;
  readonly left: boolean;
}

/** Whether they come back later changes nothing about a leaving: what is paid then is paid before anybody knows. */
function staysOf(line: readonly Enrolment[], facts: PayingFacts): readonly Stay[] {
  const runs: { readonly from: Day; to: Day; readonly calendar: Calendar }[] = [];
  const own = line.flatMap(({ spans, version }) => spans.filter((span) => span.own).map(({ from, to }) => ({ from, to, calendar: version.calendar }))).sort((a, b) => a.from - b.from);
  for (const span of own) {
    const last = runs.at(-1);
    // whoever is back within the period has not left in it
    if (last !== undefined && (span.from <= last.to + 1 || span.calendar.indexOf(last.to) === span.calendar.indexOf(span.from))) last.to = Math.max(last.to, span.to);
    else runs.push({ ...span });
  }
  const { person, version } = line[0]!;
  // a plan that goes on without them is left, also for another plan; one that only ends is not, while they are still there
  return runs.map(({ from, to }, at) => ({ from, to, left: (at < runs.length - 1 ? facts.holdsOn(version.plan.name, to + 1) : to < facts.lastDayOf(version.plan.name)) || !facts.staysAfter(person, to) }));
}
