/** The versions of all plans, in order, each with its calendar, its components made ready and what its measures must keep. */
import type { Words } from '../mechanic/mechanic.ts';
import type { CalendarSpec, Plan } from '../plan/model.ts';
import type { Calendar } from '../value/calendar.ts';
import { textOrder } from '../value/text-order.ts';
import type { Day } from '../value/day.ts';
import { Board } from './board.ts';
import { calendarFor } from './calendar.ts';
import { GroupCredits } from './group.ts';
import { prepare, type Prepared } from './prepared.ts';
import { Tally } from './tally.ts';
import { windowOf } from './window.ts';
import { wordsIn } from './words.ts';

/** A version of a plan, ready to credit and settle. */
export interface Version {
  readonly index: number;
  /** Index of the version with which it began: versions that accumulate go on with the one before, any other begins anew. */
  readonly group: number;
  readonly plan: Plan;
  readonly calendar: Calendar;
  /** Numbers in the plan's currency as people read them. */
  readonly words: Words;
  readonly measures: ReadonlyMap<string, number>;
  /** In the plan's order. */
  readonly components: readonly Prepared[];
  /** Where the amounts of a payout stand, by name: the components, then the plan-level rules. */
  readonly places: ReadonlyMap<string, number>;
  /** What each plan-level rule is remembered under, in the plan's order. */
  readonly adjustKeys: readonly string[];
  /** By measure index: the columns deals are kept with, or undefined when no component pays deal by deal. */
  readonly dealColumns: readonly (readonly string[] | undefined)[];
  /** By measure index; `credited` holds the credited sales: each credit once, as the first component's measure values it. */
  readonly tallies: readonly Tally[];
  readonly credited: Tally;
  /** The first day that windows of the year before look at, where there are such windows. */
  readonly since: Day | undefined;
  /** By measure index: what groups gather, for measures across one. */
  readonly groups: readonly (GroupCredits | undefined)[];
  /** First day of the version with which it began. */
  readonly began: Day;
  /** How many cells there are so far. */
  slots: number;
}

/** Plans of one name are versions of one plan; the inner lists are sorted by their first day. */
export function linesOf(plans: readonly Plan[], fileCalendars: ReadonlyMap<CalendarSpec, Calendar>): Version[][] {
  const byName = new Map<string, Plan[]>();
  for (const plan of plans) byName.set(plan.name, [...(byName.get(plan.name) ?? []), plan]);
  const matched = matchedIn(plans);
  const lines: Version[][] = [];
  let index = 0;
  for (const name of [...byName.keys()].sort(textOrder)) {
    const versions = byName.get(name)!.sort((a, b) => a.from - b.from);
    const first = versions[0]!.from;
    // what comes from another plan, or passes to one, is of periods that both know
    const joined = joinedDays(name, plans);
    let group = index;
    let since = first;
    lines.push(
      versions.map((plan) => {
        if (plan.continues !== 'accumulate') {
          group = index;
          since = plan.from;
        }
        return versionOf(index++, group, since, plan, matched, calendarFor(plan.calendar, Math.min(first, joined.from), Math.max(plan.to, joined.to), fileCalendars));
      }),
    );
  }
  return lines;
}

/** From the first to the last day of the plans from which balances come to this one, and to which they pass. */
function joinedDays(name: string, plans: readonly Plan[]): { readonly from: Day; readonly to: Day } {
  const names = new Set([name]);
  // a set grows while it is gone through
  for (const one of names)
    for (const plan of plans) {
      const others = (plan.balancesFrom ?? []).map((other) => other.name);
      if (plan.name === one) for (const other of others) names.add(other);
      else if (others.includes(one)) names.add(plan.name);
    }
  const joined = names.size === 1 ? [] : plans.filter((plan) => names.has(plan.name));
  return { from: Math.min(...joined.map((plan) => plan.from)), to: Math.max(...joined.map((plan) => plan.to)) };
}

/** The components at whose rates others are paid: they pay deal by deal. */
function matchedIn(plans: readonly Plan[]): ReadonlySet<string> {
  return new Set(plans.flatMap(({ components }) => components.flatMap(({ formula }) => formula.mechanic.matches?.(formula.config) ?? [])));
}

function versionOf(index: number, group: number, began: Day, plan: Plan, matched: ReadonlySet<string>, calendar: Calendar): Version {
  const measures = new Map(plan.measures.map((measure, i): [string, number] => [measure.name, i]));
  const components = plan.components.map((component) => prepare(component, measures.get(component.on)!, plan, matched.has(component.name)));
  const tallies: Tally[] = [];
  const board = new Board(plan.measures.length + 1, (cell, measure, units) => (tallies[measure] ?? credited).spill(cell, units));
  const credited = new Tally('sum', board, plan.measures.length);
  plan.measures.forEach((measure, i) => tallies.push(new Tally(measure.kind, board, i)));
  const adjustKeys = keysOf(plan);
  const version: Version = {
    index,
    group,
    began,
    plan,
    calendar,
    words: wordsIn(plan.currency),
    measures,
    components,
    places: new Map([...plan.components.map((component) => component.name), ...adjustKeys].map((key, place): [string, number] => [key, place])),
    adjustKeys,
    dealColumns: plan.measures.map(({ name }, measure) => dealColumns(components.filter((one) => one.measure === measure), eventColumns(components, name))),
    tallies,
    credited,
    since: sinceOf(plan, calendar),
    groups: plan.measures.map(({ across, kind }, i) => (across === undefined || kind === 'payouts' ? undefined : new GroupCredits(tallies[i]!, () => version.slots++, kind === 'min' || kind === 'max'))),
    slots: 0,
  };
  return version;
}

function sinceOf({ measures, from }: Plan, calendar: Calendar): Day | undefined {
  const looking = measures.filter(({ window }) => window.kind === 'previous-year');
  if (looking.length === 0) return undefined;
  const stretch = windowOf(calendar, calendar.firstOn(from), { kind: 'previous-year', toDate: true });
  return stretch === undefined ? undefined : calendar.periods[stretch.first]!.from;
}

/**
 * What plan-level rules are remembered under: the mechanic, the components it covers and its number among equal ones, so that
 * a rule is known again in a version that adds or moves another. No component is called so.
 */
function keysOf({ adjust }: Plan): string[] {
  const seen = new Map<string, number>();
  return adjust.map(({ mechanic, of, all }) => {
    const key = `${mechanic.key} of ${all ? 'all' : [...of].sort(textOrder).join(', ')}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return `${key} ${times}`;
  });
}

/** Components on one measure keep the columns of all of them. */
function dealColumns(components: readonly Prepared[], events: readonly (readonly string[])[]): readonly string[] | undefined {
  const kept = [...events, ...components.flatMap(({ dealOrder, dealColumns, returns, creditCap }) => (dealOrder === undefined && returns === undefined && creditCap === undefined ? [] : [dealColumns]))];
  return kept.length === 0 ? undefined : [...new Set(kept.flat())];
}

/** The columns of a measure whose rows let sales of some component become due. */
function eventColumns(components: readonly Prepared[], measure: string): (readonly string[])[] {
  return components.flatMap(({ byEvent }) => {
    const events = byEvent === undefined ? [] : byEvent.mechanic.byEvent!.events(byEvent.config);
    return events.flatMap(({ measure: name, deal, of }) => (name === measure ? [of === undefined ? [deal] : [deal, of]] : []));
  });
}
