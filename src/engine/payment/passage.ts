/**
 * Balances that come with a person from one plan to another (`balances-from`): which accounts pass in which period, and in which
 * order the plans of the person are settled for it. In each period the plan that they are in later takes from the one that they
 * are in no more, so that there is never a circle.
 */
import type { State } from '../../mechanic/payment.ts';
import type { Day } from '../../value/day.ts';
import type { Exact } from '../../value/exact.ts';
import type { Period } from '../../value/calendar.ts';
import { textOrder } from '../../value/text-order.ts';
import type { Enrolment } from '../enrolment.ts';
import type { Moment } from '../moment.ts';
import type { Version } from '../version.ts';

interface Load {
  readonly account: string;
  readonly balance: Exact;
  readonly state: State | undefined;
}

export interface Dispute {
  readonly rival: string;
  readonly day: Day;
}

/** What passes from one plan to another in one period; filled by the one and emptied by the other. */
export class Tray {
  readonly loads: Load[] = [];
  /** The same as if no period were closed. */
  readonly open: Tray | undefined;

  constructor(
    readonly from: string,
    /** The version that takes. */
    readonly to: Version,
    readonly accounts: ReadonlySet<string>,
    /** Those that another plan would take on the same day. */
    readonly disputed: ReadonlyMap<string, Dispute>,
    shadowed = true,
  ) {
    this.open = shadowed ? new Tray(from, to, accounts, disputed, false) : undefined;
  }
}

type Line = readonly Enrolment[];

export class Passages {
  private readonly lines: ReadonlyMap<string, Line>;
  private readonly trays = new Map<string, readonly Tray[]>();
  /** By plan, the periods in which the person is in it and is settled. */
  private readonly settled = new Map<string, readonly Moment[]>();

  private constructor(lines: readonly Line[]) {
    this.lines = new Map(lines.map((line) => [nameOf(line), line]));
  }

  /** Undefined where no plan of the person takes from another one of theirs. */
  static of(lines: readonly Line[]): Passages | undefined {
    const there = lines.filter((line) => line.length > 0);
    const names = new Set(there.map(nameOf));
    const joined = new Set(there.flatMap((line) => givers(line).flatMap((name) => (names.has(name) ? [name, nameOf(line)] : []))));
    return joined.size === 0 ? undefined : new Passages(there.filter((line) => joined.has(nameOf(line))));
  }

  has(line: Line): boolean {
    return line.length > 0 && this.lines.has(nameOf(line));
  }

  /** Told before anything is settled. */
  register(line: Line, moments: readonly Moment[]): void {
    this.settled.set(nameOf(line), moments.filter(({ late }) => !late));
  }

  /** The last day in the plan, of those up to this one: who was there first is settled first. */
  lastDay(line: Line, through: Day): Day {
    let last = -Infinity;
    for (const span of ownSpans(line)) if (span.from <= through) last = Math.max(last, Math.min(span.to, through));
    return last;
  }

  /** What leaves the plan in the period. */
  outOf(plan: string, period: Period): readonly Tray[] {
    const key = JSON.stringify([plan, period.id]);
    let known = this.trays.get(key);
    if (known === undefined) this.trays.set(key, (known = this.traysOf(plan, period)));
    return known;
  }

  /** What comes into the plan at this moment: the first of its version in the period. */
  into({ version, period, late }: Moment, first: boolean): readonly Tray[] {
    if (late || !first) return [];
    return [...this.lines.keys()].flatMap((plan) => (plan === version.plan.name ? [] : this.outOf(plan, period).filter((tray) => tray.to === version)));
  }

  /** Accounts that come along into the next plan, in this period or the next one: for them the person has not left. */
  stays({ version, period, index }: Moment, last: Day): ReadonlySet<string> {
    const through = version.calendar.periods[index + 1]?.to ?? period.to;
    return new Set([...this.lines.values()].flatMap((line) => {
      const taker = this.takerAfter(version.plan.name, line, last);
      return taker === undefined || taker.day > through ? [] : taker.version.plan.payments.map(({ account }) => account);
    }));
  }

  private traysOf(plan: string, period: Period): readonly Tray[] {
    const last = this.lastDay(this.lines.get(plan)!, period.to);
    if (last === -Infinity) return [];
    const takers = [...this.lines.values()]
      .flatMap((line) => {
        const here = this.takerAfter(plan, line, Math.max(last, period.from - 1));
        return here === undefined || here.day > period.to || !this.isSettled(here.version, period) ? [] : [{ version: here.version, since: firstAfter(line, last)!.day }];
      })
      .sort((a, b) => a.since - b.since || textOrder(a.version.plan.name, b.version.plan.name));
    const firsts = new Map<string, (typeof takers)[number]>();
    return takers.map((taker) => {
      const accounts = new Set<string>();
      const disputed = new Map<string, Dispute>();
      for (const { account } of taker.version.plan.payments) {
        const first = firsts.get(account);
        if (first === undefined) accounts.add(account);
        firsts.set(account, first ?? taker);
        const rival = takers.find((other) => other !== taker && other.since === taker.since && other.version.plan.payments.some((rule) => rule.account === account));
        if (rival !== undefined) disputed.set(account, { rival: rival.version.plan.name, day: taker.since });
      }
      return new Tray(plan, taker.version, accounts, disputed);
    });
  }

  private isSettled(version: Version, period: Period): boolean {
    return this.settled.get(version.plan.name)?.some((moment) => moment.version === version && moment.period.id === period.id) === true;
  }

  /** The first day after this one on which the person is in the plan of the line, where its version then takes from the plan. */
  private takerAfter(plan: string, line: Line, after: Day): Place | undefined {
    const found = nameOf(line) === plan ? undefined : firstAfter(line, after);
    return found?.version.plan.balancesFrom?.some(({ name }) => name === plan) === true ? found : undefined;
  }
}

interface Place {
  readonly day: Day;
  readonly version: Version;
}

function firstAfter(line: Line, after: Day): Place | undefined {
  let found: Place | undefined;
  for (const { version, spans } of line)
    for (const span of spans) {
      const day = Math.max(span.from, after + 1);
      if (span.own && span.to >= day && (found === undefined || day < found.day)) found = { day, version };
    }
  return found;
}

function ownSpans(line: Line): { readonly from: Day; readonly to: Day }[] {
  return line.flatMap(({ spans }) => spans.filter(({ own }) => own));
}

function givers(line: Line): string[] {
  return line.flatMap(({ version }) => (version.plan.balancesFrom ?? []).map(({ name }) => name));
}

function nameOf(line: Line): string {
  return line[0]!.version.plan.name;
}
