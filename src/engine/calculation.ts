/**
 * The front door of the engine: plans and facts in, rows through, payouts out. It takes plain data and returns plain
 * data: no clock, no files, no printing. Rule: calculation contract §1 and §9.
 */
import type { Row } from '../data/contract.ts';
import type { Leaves } from '../data/leaves.ts';
import type { ManualEntries } from '../data/manual-entry.ts';
import { serviceFrom, type Hierarchy, type People, type Quotas, type Rates } from '../data/reference.ts';
import type { Reliefs } from '../data/relief.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { CalendarSpec, Plan, Workspace } from '../plan/model.ts';
import type { Calendar } from '../value/calendar.ts';
import type { Day } from '../value/day.ts';
import { textOrder } from '../value/text-order.ts';
import { whyAbsent } from './notice/absence.ts';
import { Crediting } from './credit.ts';
import { refuseCutPeriods } from './notice/cut-period.ts';
import { Enrolment, spansOf } from './enrolment.ts';
import { lateRowsOf } from './late-rows.ts';
import { lastDayAsked } from './needed.ts';
import { paysUnsold } from './extent.ts';
import { OnceEach } from './notice/once-each.ts';
import { Outsiders } from './notice/outsiders.ts';
import { needsOthers, Peers } from './peers.ts';
import { Reach } from './notice/reach.ts';
import { Unmet } from './notice/unmet.ts';
import { warnOrphanRelief } from './notice/orphan-relief.ts';
import { LeftBalances } from './notice/left-balance.ts';
import { warnOrphanQuotas } from './notice/orphan-quotas.ts';
import type { Listener } from './listener.ts';
import { EntryDesk } from './payment/desk.ts';
import type { ClosedFacts } from './payment/facts.ts';
import type { WorkedPayout } from './payout.ts';
import type { Payout, SourceTally } from './result.ts';
import { CreditEnv } from './row-env.ts';
import { settle, type SettlementFacts } from './settlement.ts';
import { refuseUnknownGroups } from './notice/unknown-group.ts';
import { refuseUnknownWindows } from './notice/unknown-window.ts';
import { linesOf, type Version } from './version.ts';

/** Reference data, loaded and checked by the data room. */
export interface Facts {
  readonly people?: People;
  readonly hierarchy?: Hierarchy;
  readonly quotas?: Quotas;
  readonly rates?: Rates;
  /** What people decided by hand (TIM-29). */
  readonly entries?: ManualEntries;
  readonly planRates?: Rates;
  readonly leaves?: Leaves;
  readonly reliefs?: Reliefs;
  /** Calendars of plans (or the workspace) whose periods come from a file. */
  readonly calendars: ReadonlyMap<CalendarSpec, Calendar>;
}

export interface CalculationOptions {
  /** Build the tree of steps for every payout. */
  readonly steps?: boolean;
  /** Compile every component to its pay curve. */
  readonly curves?: boolean;
  /** Keep the single credits of these people, so that their steps go down to the data line. */
  readonly watch?: (payee: string) => boolean;
  /** Settle periods from / through these days even where the data do not reach. */
  readonly from?: Day;
  readonly through?: Day;
  /** The data are complete: all periods that are asked for are settled, however far the data reach. */
  readonly complete?: boolean;
  readonly listener?: Listener;
  /** Only these periods, by id, are asked for: others are settled only where these look back on them. */
  readonly asked?: ReadonlySet<string>;
  /** Told of every payout as it was worked out, for whoever counts what was reached. */
  readonly onWorked?: (worked: WorkedPayout, plan: Plan) => void;
  /** Closed periods as they were recorded: they are not paid a second time, and what comes after them begins where they ended. */
  readonly closed?: ClosedFacts;
  /** These are all the plans there are: who is in none of them is worth a warning. */
  readonly everyPlan?: boolean;
}

const REPEAT = 'identical to an earlier row, and the source ignores repeats';

/** A period by its id and days, whatever the calendar. */
export interface PeriodSpan {
  readonly id: string;
  readonly from: Day;
  readonly to: Day;
}

export class Calculation {
  private readonly lines: readonly (readonly Version[])[];
  /** By version index, then payee; null for people who are never in it. */
  private readonly enrolments: Map<string, Enrolment | null>[];
  private readonly creditings: readonly Crediting[];
  private readonly problems: Problems;
  private readonly outsiders: Outsiders | undefined;
  private readonly reach = new Reach();
  private readonly unmet: Unmet;
  private returned = false;
  /** Rows after this day feed nothing that is asked for. */
  private readonly last: Day;

  constructor(
    private readonly workspace: Workspace,
    plans: readonly Plan[],
    private readonly facts: Facts,
    problems: Problems,
    private readonly options: CalculationOptions = {},
  ) {
    this.problems = new OnceEach(problems);
    this.unmet = new Unmet(workspace);
    this.lines = linesOf(plans.map((plan) => this.unmet.watch(plan)), facts.calendars);
    const versions = this.lines.flat();
    for (const version of versions) refuseUnknownWindows(version, this.problems);
    for (const version of versions) refuseUnknownGroups(version, facts.people, this.problems);
    for (const line of this.lines) refuseCutPeriods(line, this.problems);
    this.enrolments = versions.map(() => new Map());
    this.outsiders = options.everyPlan === true && facts.people !== undefined && plans.length > 0 ? new Outsiders(plans, workspace.sources.length, facts.people) : undefined;
    this.last = lastDayAsked(versions.map((version) => version.calendar), options.asked);
    const env = new CreditEnv(facts.rates, facts.planRates, this.problems, this.last);
    this.creditings = workspace.sources.map(
      (source, index) => new Crediting(source, index, versions, (payee, version) => this.enrolment(payee, version), (payee, version, day) => whyAbsent(payee, version.plan, day, day, facts.people), { people: facts.people, hierarchy: facts.hierarchy }, env, options.listener ?? {}, this.problems, lateRowsOf(source, this.lines, options.closed?.late)),
    );
  }

  /** Credits one row of the source with this index. */
  take(source: number, row: Row): void {
    const crediting = this.creditings[source]!;
    if (crediting.take(row)) this.seen(crediting, source, row);
  }

  /** Credits the returns, which wait for the last row. */
  takeReturns(): void {
    if (this.returned) return;
    this.returned = true;
    this.creditings.forEach((crediting, source) => crediting.takeReturns((row) => this.seen(crediting, source, row)));
  }

  private seen(crediting: Crediting, source: number, row: Row): void {
    this.reach.see(row);
    if (crediting.absentee) this.outsiders?.see(source, row, (payee) => crediting.isLate(payee));
  }

  /** Notes a row that the source ignores as identical to an earlier one. */
  ignore(source: number, row: Row): void {
    this.creditings[source]!.account.countRepeat(row);
    this.options.listener?.exclude?.({ source: this.workspace.sources[source]!.name, row, reason: 'repeat', text: REPEAT, misses: [], late: [] });
  }

  /** A person's enrolments in the versions of each plan. */
  private enrolled(payee: string): readonly (readonly Enrolment[])[] {
    return this.lines.map((line) => line.flatMap((version) => this.enrolment(payee, version) ?? []));
  }

  /** Payouts by payee, plan and time. Call once, after the last row. */
  *settle(): Generator<Payout> {
    this.takeReturns();
    const alone = this.settlementFacts();
    if (alone === undefined) return;
    const facts = this.together(alone);
    if (this.options.asked === undefined) this.reach.warn(this.problems);
    const used = new Set<Version>();
    const left = new LeftBalances();
    // a period of others may be asked for before they are settled themselves
    if (facts.peers !== undefined) for (const payee of this.payees()) facts.desk?.assign(payee, this.enrolled(payee), facts.through);
    for (const payee of this.payees()) {
      const enrolled = this.enrolled(payee);
      facts.desk?.assign(payee, enrolled, facts.through);
      const ends: { line: readonly Enrolment[]; payout: Payout }[] = [];
      for (const { version } of enrolled.flat()) used.add(version);
      for (const { line, payouts } of settle(enrolled, facts)) {
        yield* payouts;
        const last = payouts.at(-1);
        if (last !== undefined) ends.push({ line, payout: last });
      }
      left.see(ends, facts.through);
      // settled: what was gathered for the person is no longer needed
      if (facts.peers === undefined) for (const known of this.enrolments) known.delete(payee);
    }
    facts.desk?.warnUnseen();
    left.warn(this.problems);
    this.warnEmptyPlans(used);
    this.unmet.warn(this.problems);
    this.outsiders?.warn(this.facts.quotas, facts, this.problems);
    if (this.options.everyPlan === true) warnOrphanQuotas(this.facts.quotas, this.lines.flat().map((version) => version.plan), this.problems);
    warnOrphanRelief(this.facts.reliefs, this.lines.flat().map((version) => version.plan), this.problems);
    this.warnTwice();
  }

  /** The account of a source's rows: what the engine saw, and what the data room rejected or ignored as identical repeats. */
  account(source: number, { rejected = 0, ignored = 0 } = {}): SourceTally {
    const { account } = this.creditings[source]!;
    const excluded = account.exclusions();
    if (ignored > 0) excluded.push({ reason: 'repeat', text: REPEAT, rows: ignored, examples: account.repeats });
    return {
      source: this.workspace.sources[source]!.name,
      read: account.credited + excluded.reduce((sum, each) => sum + each.rows, 0) + rejected,
      credited: account.credited,
      excluded,
      rejected,
      doublyCredited: account.rowsTwice,
      late: account.lateRows(),
      creditedInPart: { rows: account.rowsInPart, examples: account.inPart },
      ...(account.firstDay === undefined ? {} : { firstDay: account.firstDay }),
      ...(account.lastDay === undefined ? {} : { lastDay: account.lastDay }),
    };
  }

  /** Ids of all periods that can be settled, in order of time, for suggestions. */
  periodIds(): string[] {
    return this.periods().map(({ id }) => id);
  }

  /** The first day of the plans that pay without sales: from there on, periods have something to settle whatever the data say. */
  paysFrom(): Day {
    return this.lines.reduce((first, line) => (line.some(({ plan }) => paysUnsold(plan)) ? Math.min(first, line[0]!.plan.from) : first), Infinity);
  }

  /** All periods that can be settled, in order of time; where calendars of plans differ under one id, the days of all of them. */
  periods(): PeriodSpan[] {
    const spans = new Map<string, PeriodSpan>();
    for (const { calendar, plan } of this.lines.flat())
      for (const { id, from, to } of calendar.periods) {
        if (to < plan.from || from > plan.to) continue;
        const known = spans.get(id);
        spans.set(id, { id, from: Math.min(known?.from ?? from, from), to: Math.max(known?.to ?? to, to) });
      }
    return [...spans.values()].sort((a, b) => a.from - b.from);
  }

  /** Whether anybody is in a plan in the period, with or without data. */
  inhabited({ id }: PeriodSpan): boolean {
    const payees = this.payees();
    return this.lines.flat().some((version) => {
      const period = version.calendar.periods.find((one) => one.id === id);
      return period !== undefined && payees.some((payee) => this.enrolment(payee, version)?.spans.some((span) => span.own && span.from <= period.to && span.to >= period.from) === true);
    });
  }

  /** The facts with everybody in them, where a plan needs others to pay one. */
  private together(alone: SettlementFacts): SettlementFacts {
    if (!this.lines.some((line) => line.some(({ plan }) => needsOthers(plan)))) return alone;
    const peers = new Peers(this.payees(), this.lines, (payee, version) => this.enrolment(payee, version), this.problems);
    const facts = { ...alone, peers };
    peers.begin(facts);
    return facts;
  }

  private settlementFacts(): SettlementFacts | undefined {
    const days = this.creditings.flatMap(({ account }) => [account.firstDay ?? [], account.lastDay ?? []].flat());
    const from = this.options.from ?? days.reduce((a, b) => Math.min(a, b), Infinity);
    const through = this.options.through ?? days.reduce((a, b) => Math.max(a, b), this.options.closed?.reaches ?? -Infinity);
    if (days.length === 0 && this.options.from === undefined && this.options.asked === undefined && through === -Infinity) return undefined;
    return {
      quotas: this.facts.quotas,
      rates: this.facts.rates,
      planRates: this.facts.planRates,
      leaves: this.facts.leaves,
      reliefs: this.facts.reliefs,
      everybody: this.facts.people,
      hierarchy: this.facts.hierarchy,
      company: this.workspace.name,
      columns: this.facts.people?.columns ?? [],
      people: new Map(this.facts.people?.columns.map((column, index): [string, number] => [column.name, index])),
      vacant: this.workspace.people?.vacant === undefined ? undefined : this.facts.people?.columns.findIndex((column) => column.name === this.workspace.people?.vacant),
      problems: this.problems,
      from,
      through: Math.min(this.options.complete === true ? Infinity : through, this.last),
      ...(this.options.asked === undefined ? {} : { asked: this.options.asked, askedThrough: this.last }),
      steps: this.options.steps === true,
      curves: this.options.curves === true,
      desk: this.facts.entries === undefined ? undefined : new EntryDesk(this.facts.entries, this.lines.map(([first]) => first!.plan.name), this.options.closed, this.options.asked === undefined, this.problems),
      closed: this.options.closed,
      serviceFrom: (payee, day) => serviceFrom(this.facts.people?.get(payee)?.services ?? [], day),
      lastDayOf: (plan) => this.lineOf(plan).at(-1)!.plan.to,
      holdsOn: (plan, day) => this.lineOf(plan).some((version) => version.plan.from <= day && version.plan.to >= day),
      staysAfter: (payee, day) => this.facts.people?.get(payee)?.records.some((record) => record.from <= day + 1 && record.to > day) ?? true,
      ...(this.options.onWorked === undefined ? {} : { onWorked: this.options.onWorked }),
    };
  }

  /** The versions of the plan of this name. */
  private lineOf(plan: string): readonly Version[] {
    return this.lines.find(([first]) => first!.plan.name === plan)!;
  }

  private payees(): string[] {
    const ids = this.facts.people === undefined ? [...new Set(this.enrolments.flatMap((known) => [...known.keys()]))] : this.facts.people.all.map((person) => person.id);
    return ids.sort(textOrder);
  }

  /** The person's days in a version; made when first asked for. */
  private enrolment(payee: string, version: Version): Enrolment | undefined {
    const known = this.enrolments[version.index]!;
    let enrolment = known.get(payee);
    // the people file's own text is the key: a text cut from a row would keep its whole chunk alive
    if (enrolment === undefined) known.set(this.facts.people?.get(payee)?.id ?? payee, (enrolment = this.enrol(payee, version)));
    return enrolment ?? undefined;
  }

  private enrol(payee: string, version: Version): Enrolment | null {
    const person = this.facts.people?.get(payee);
    if (person === undefined && this.facts.people !== undefined) return null;
    const line = this.lines.find((versions) => versions.includes(version))!;
    const earlier = version.plan.continues === 'accumulate' ? line.filter((each) => each.group === version.group && each.index < version.index).flatMap((each) => this.enrolment(payee, each) ?? []) : [];
    const spans = spansOf(person, version.plan, earlier, version.since);
    return spans.some((span) => span.own) ? new Enrolment(payee, version, spans, this.options.watch?.(payee) === true, person?.services) : null;
  }

  private warnEmptyPlans(used: ReadonlySet<Version>): void {
    for (const version of this.lines.flat()) {
      if (!used.has(version))
        this.problems.warning('R009', `nobody is in plan ${version.plan.name}`, {
          at: version.plan.appliesTo?.at ?? version.plan.at,
          hint: 'check `for`, `effective` and the people file',
        });
    }
  }

  private warnTwice(): void {
    this.creditings.forEach(({ account }, index) => {
      if (account.rowsTwice > 0)
        this.problems.warning('R006', `${account.rowsTwice} ${account.rowsTwice === 1 ? 'row' : 'rows'} of ${this.workspace.sources[index]!.name} credited one person twice in one measure: ${account.twice.join(', ')}${account.rowsTwice > account.twice.length ? ' …' : ''}`, {
          hint: 'if that is not meant, let the measure count one of the credit rules: `of: own`',
        });
    });
  }
}
