/**
 * Those who share a pool, a rank, a cap or a budget in one period of a plan. A circle is made once and is the same for all
 * of its members, so that what comes out does not depend on the order of people or on whose pay is asked for.
 */
import type { PersonRecord } from '../data/reference.ts';
import type { Value } from '../expr/types.ts';
import type { Circle, Member, PeriodEnv, Sharing, Time } from '../mechanic/mechanic.ts';
import { acrossWords } from '../plan/across.ts';
import type { Component } from '../plan/model.ts';
import type { Day } from '../value/day.ts';
import type { WindowName } from '../value/calendar.ts';
import { total, ZERO, type Exact } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import { before, count } from './component.ts';
import { ComponentEnv } from './environment.ts';
import { EVERYBODY, groupAsked, groupWords } from './membership.ts';
import type { Moment } from './moment.ts';
import { adjust, earnPayout } from './payout.ts';
import type { Peers } from './peers.ts';
import type { Prepared } from './prepared.ts';

/** Which mechanic of which component (or rule of the plan) asks. */
export interface Asking {
  /** What its earnings are remembered under. */
  readonly key: string;
  readonly mechanic: string;
  readonly component: Component | undefined;
}

/** A member with the record under which they belong to the group, and their days there. */
interface Stay {
  readonly moment: Moment;
  readonly record: PersonRecord | undefined;
  readonly days: number;
}

export function circlesOf(sharing: Sharing, asking: Asking, moment: Moment): readonly Circle[] {
  const { peers } = moment.book.facts;
  if (peers === undefined) throw new Error(`${asking.mechanic} asks for others and does not say so`);
  const keys = [...new Set(staysOf(moment, sharing).flatMap(({ key }) => key ?? []))];
  return keys.flatMap((key) => circleIn(key, sharing, asking, moment, moment.index, peers) ?? []);
}

function circleIn(key: string, sharing: Sharing, asking: Asking, moment: Moment, period: number, peers: Peers): Circle | undefined {
  const { version } = moment;
  const place = [version.index, period, asking.key, asking.mechanic, sharing.members, key].join('|');
  let shared = peers.shared.get(place) as Group | undefined;
  if (shared === undefined) peers.shared.set(place, (shared = new Group(key, sharing, asking, moment, period, peers)));
  return shared.members.length === 0 ? undefined : shared.seenBy(moment.enrolment.person);
}

/** The groups that a person belongs to in the period; a group without a key is none. */
function staysOf(moment: Moment, { across, members }: Sharing): readonly (Stay & { readonly key: string | undefined })[] {
  const { cells, version, period, enrolment } = moment;
  // a vacant seat wins no prize and holds no part of a pool or cap: nobody is paid
  if (moment.vacant) return [];
  const keyOf = (record: PersonRecord | undefined): string | undefined => groupAsked(enrolment.person, record, across);
  const last = cells[cells.length - 1]!;
  const days = cells.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  if (members !== 'days') return members === 'last-day' && last.to < Math.min(period.to, version.plan.to) ? [] : [{ moment, record: last.record, days, key: keyOf(last.record) }];
  const stays = new Map<string | undefined, Stay & { readonly key: string | undefined }>();
  for (const { from, to, record } of cells) {
    const key = keyOf(record);
    stays.set(key, { moment, record, days: (stays.get(key)?.days ?? 0) + to - from + 1, key });
  }
  return [...stays.values()];
}

/** Everybody in the version in the period, by group; looked through once for all groups. */
function staysByGroup(sharing: Sharing, version: Moment['version'], period: number, peers: Peers): ReadonlyMap<string, readonly Stay[]> {
  const { across, members } = sharing;
  const place = ['stays', version.index, period, across.kind === 'column' ? across.column : '', members].join('|');
  const known = peers.shared.get(place) as ReadonlyMap<string, readonly Stay[]> | undefined;
  if (known !== undefined) return known;
  const groups = new Map<string, Stay[]>();
  for (const moment of peers.in(version, period))
    for (const stay of staysOf(moment, sharing)) {
      if (stay.key === undefined) continue;
      const group = groups.get(stay.key);
      if (group === undefined) groups.set(stay.key, [stay]);
      else group.push(stay);
    }
  peers.shared.set(place, groups);
  return groups;
}

class Group {
  readonly members: readonly Mate[];
  private readonly byId: ReadonlyMap<string, Member>;
  private readonly name: string;
  private done: { readonly value: unknown } | undefined;

  constructor(
    private readonly key: string,
    private readonly sharing: Sharing,
    private readonly asking: Asking,
    private readonly asker: Moment,
    private readonly period: number,
    private readonly peers: Peers,
  ) {
    this.name = groupWords(sharing.across, key === EVERYBODY ? undefined : key);
    this.members = (staysByGroup(sharing, asker.version, period, peers).get(key) ?? []).map((stay) => this.memberOf(stay));
    this.byId = new Map(this.members.map((member) => [member.id, member]));
  }

  seenBy(me: string): Circle {
    const { name, members } = this;
    const { calendar } = this.asker.version;
    const period = calendar.periods[this.period]!;
    return {
      name,
      members,
      me: this.byId.get(me)!,
      days: period.to - period.from + 1,
      closes: (time) => time === 'period' || !this.goesOn(time),
      earlier: (time) => this.earlier(time, me),
      keptBefore: (time) => this.keptBefore(time),
      previous: (sharing) => this.previous(sharing, me),
      once: (work) => this.once(work),
    };
  }

  /** Whether the time has a later period, in this version or in one that goes on from it and has the same by name. */
  private goesOn(time: WindowName): boolean {
    const { asker, asking, peers } = this;
    const current = asker.version.calendar.periods[this.period]!;
    return [asker.version, ...peers.after(asker.version)].some((version) => {
      const { calendar, plan, places } = version;
      const isLater = (at: number): boolean => version !== asker.version || at > this.period;
      return places.has(asking.key) && calendar.periods.some((period, at) => isLater(at) && period[time] === current[time] && period.to >= plan.from && period.from <= plan.to);
    });
  }

  private at(period: number, me: string): Circle | undefined {
    const found = circleIn(this.key, this.sharing, this.asking, this.asker, period, this.peers);
    return found === undefined ? undefined : { ...found, me: this.byId.get(me)! };
  }

  private previous(sharingOf: (terms: unknown) => Sharing | undefined, me: string): ReturnType<Circle['previous']> {
    const { asker, asking, key, peers, sharing } = this;
    for (let at = this.period - 1; at >= 0; at--) {
      const circle = this.at(at, me);
      if (circle !== undefined) return { circle };
    }
    for (const version of peers.before(asker.version).toReversed()) {
      const component = version.components.find((one) => one.component.name === asking.component?.name)?.component;
      const terms: unknown = component?.formula.mechanic.key === asking.mechanic ? component.formula.config : undefined;
      const theirs = terms === undefined ? undefined : sharingOf(terms);
      if (theirs === undefined || acrossWords(theirs.across) !== acrossWords(sharing.across)) return undefined;
      for (let at = version.calendar.periods.length - 1; at >= 0; at--) {
        const [moment] = peers.in(version, at);
        const found = moment === undefined ? undefined : circleIn(key, theirs, { ...asking, component }, moment, at, peers);
        if (found !== undefined) return { circle: { ...found, me: this.byId.get(me)! }, terms };
      }
    }
    return undefined;
  }

  private earlier(time: Time, me: string): readonly Circle[] {
    if (time === 'period') return [];
    const { periods } = this.asker.version.calendar;
    const id = periods[this.period]![time];
    const found: Circle[] = [];
    for (let at = 0; at < this.period; at++) if (id !== undefined && periods[at]![time] === id) found.push(...(this.at(at, me) === undefined ? [] : [this.at(at, me)!]));
    return found;
  }

  /** Under the same name, as caps of one person remember it; each by the terms of its own version. */
  private keptBefore(time: Time): Exact {
    const { asker, asking, key, peers, sharing } = this;
    const id = time === 'period' ? undefined : asker.version.calendar.periods[this.period]![time];
    if (id === undefined) return ZERO;
    return total(
      peers.before(asker.version).flatMap((version) => {
        const place = version.places.get(asking.key);
        if (place === undefined) return [];
        const within = version.calendar.periods.flatMap((period, at) => (period[time as WindowName] === id ? peers.in(version, at) : []));
        return within.filter((moment) => staysOf(moment, sharing).some((stay) => stay.key === key)).map((moment) => amountsOf(moment, peers)[place]!);
      }),
    );
  }

  private once<T>(work: () => T): T | undefined {
    if (this.done !== undefined) return this.done.value as T;
    const { asking, asker } = this;
    const period = asker.version.calendar.periods[this.period]!.id;
    const result = this.peers.once(`${asking.mechanic} of ${asking.key}, ${this.name} in ${period}`, asking.component?.at ?? asker.version.plan.at, () => ({ value: work() }));
    if (result === undefined) return undefined;
    this.done = result;
    for (const member of this.members) member.forget();
    return result.value;
  }

  private memberOf(stay: Stay): Mate {
    const { component } = this.asking;
    const prepared = component === undefined ? undefined : stay.moment.version.components.find((one) => one.component === component);
    return new Mate(stay, this.asking, prepared, this.peers, this.sharing.across.kind === 'column' ? { column: this.sharing.across.name, key: this.key } : undefined);
  }
}

/** What each component and each rule of the plan left of a payout, by place. */
function amountsOf(moment: Moment, peers: Peers): readonly Exact[] {
  if (moment.told === undefined) {
    peers.ready(moment);
    earnPayout(moment);
  }
  return moment.made.amounts!;
}

/** The column that tells the groups apart, and its value for all of one. */
interface GroupKey {
  readonly column: string;
  readonly key: string;
}

/** What a member's formulas ask: in the group, the group's own column is that of the group, also for one who moved. */
class MemberEnv extends ComponentEnv {
  constructor(moment: Moment, component: Component | undefined, of: readonly Component[], record: PersonRecord | undefined, private readonly group: GroupKey | undefined) {
    super(moment, component, of, record);
  }

  override person(column: string): Value {
    return column === this.group?.column ? this.group.key : super.person(column);
  }
}

/** One of a group, as the others see them. What was worked out to compare them is kept only until the group is done. */
class Mate implements Member {
  readonly days: number;
  private known: PeriodEnv | undefined;
  private found: ReturnType<typeof before> | undefined;

  constructor(
    private readonly stay: Stay,
    private readonly asking: Asking,
    /** The component that asks; undefined for a rule of the plan. */
    private readonly prepared: Prepared | undefined,
    private readonly peers: Peers,
    private readonly group: GroupKey | undefined,
  ) {
    this.days = stay.days;
  }

  get id(): string {
    return this.stay.moment.enrolment.person;
  }

  get env(): PeriodEnv {
    if (this.known !== undefined) return this.known;
    const { prepared, stay } = this;
    const { moment, record } = stay;
    this.peers.ready(moment);
    if (prepared !== undefined) count(prepared, moment);
    return (this.known = new MemberEnv(moment, prepared?.component, prepared === undefined ? moment.version.plan.components : prepared.alone, record, this.group));
  }

  before(): Exact {
    const { prepared } = this;
    return prepared === undefined ? this.sum() : roundTo(this.work(prepared).amount, prepared.component.rounding);
  }

  deals(): readonly { readonly id: string; readonly day: Day; readonly amount: Exact }[] {
    return this.prepared === undefined ? [] : this.work(this.prepared).deals.map(({ deal, pay }) => ({ id: deal.id, day: deal.day, amount: pay.amount }));
  }

  forget(): void {
    this.known = this.found = undefined;
  }

  private work(prepared: Prepared): ReturnType<typeof before> {
    this.peers.ready(this.stay.moment);
    return (this.found ??= before(this.asking.mechanic, prepared, this.stay.moment, this.stay.record));
  }

  /** What a rule of the plan finds: its components as the rules before it left them. */
  private sum(): Exact {
    const { moment } = this.stay;
    this.peers.ready(moment);
    const { version } = moment;
    const index = version.adjustKeys.indexOf(this.asking.key);
    adjust(moment, index);
    return total(version.plan.adjust[index]!.of.map((name) => moment.made.left!.get(name)!));
  }
}
