/**
 * Balances that come with a person from one plan to another (`balances-from`): which accounts pass in which period, and in which
 * order the plans of the person are settled for it. In each period the plan that they are in later takes from the one that they
 * are in no more, so that there is never a circle.
 */
import type { Problems } from '../../diagnostic/diagnostic.ts';
import type { State } from '../../mechanic/payment.ts';
import { dayText, type Day } from '../../value/day.ts';
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
    shadowed = true,
  ) {
    this.open = shadowed ? new Tray(from, to, accounts, false) : undefined;
  }
}

type Line = readonly Enrolment[];

export class Passages {
  private readonly lines: ReadonlyMap<string, Line>;
  private readonly trays = new Map<string, readonly Tray[]>();
  /** By plan, the periods in which the person is in it and is settled. */
  private readonly settled = new Map<string, readonly Moment[]>();

  private constructor(
    lines: readonly Line[],
    private readonly problems: Problems,
  ) {
    this.lines = new Map(lines.map((line) => [nameOf(line), line]));
  }

  /** Undefined where no plan of the person takes from another one of theirs. */
  static of(lines: readonly Line[], problems: Problems): Passages | undefined {
    const there = lines.filter((line) => line.length > 0);
    const names = new Set(there.map(nameOf));
    const joined = new Set(there.flatMap((line) => givers(line).flatMap((name) => (names.has(name) ? [name, nameOf(line)] : []))));
    return joined.size === 0 ? undefined : new Passages(there.filter((line) => joined.has(nameOf(line))), problems);
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
      .flatMap((line) => this.takerAfter(plan, line, Math.max(last, period.from - 1)) ?? [])
      .filter(({ day, version }) => day <= period.to && this.settled.get(version.plan.name)?.some((moment) => moment.version === version && moment.period.id === period.id) === true)
      .sort((a, b) => a.day - b.day || textOrder(a.version.plan.name, b.version.plan.name));
    const taken = new Map<string, { readonly day: Day; readonly name: string }>();
    return takers.map(({ day, version }) => {
      const accounts = new Set<string>();
      const { name, payments, balancesFrom } = version.plan;
      for (const { account } of payments) {
        const other = taken.get(account);
        if (other === undefined) accounts.add(account);
        else if (other.day === day) this.problems.error('R038', `${this.lines.get(plan)![0]!.person} goes from plan ${plan} into ${other.name} and ${name} on ${dayText(day)}, and both take ${account} along`, { at: balancesFrom!.find((one) => one.name === plan)!.at, hint: 'let one of them take it' });
        taken.set(account, other ?? { day, name });
      }
      return new Tray(plan, version, accounts);
    });
  }

  /** The first day after this one on which the person is in the plan of the line, where its version then takes from the plan. */
  private takerAfter(plan: string, line: Line, after: Day): { readonly day: Day; readonly version: Version } | undefined {
    if (nameOf(line) === plan) return undefined;
    let found: { readonly day: Day; readonly version: Version } | undefined;
    for (const { version, spans } of line)
      for (const span of spans) {
        const day = Math.max(span.from, after + 1);
        if (span.own && span.to >= day && (found === undefined || day < found.day)) found = { day, version };
      }
    return found?.version.plan.balancesFrom?.some(({ name }) => name === plan) === true ? found : undefined;
  }
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
