/**
 * The quota of a group: the members' quotas together, each for the days in the group, or a record that carries the group's
 * name (QTA-11). A member who moves counts in both groups by days, so nothing is counted twice.
 */
import { ZERO } from '../value/exact.ts';
import type { Known } from '../mechanic/mechanic.ts';
import type { Across, Measure } from '../plan/model.ts';
import type { Day } from '../value/day.ts';
import type { BookFacts } from './book.ts';
import { Enrolment, type Span, type Stretch } from './enrolment.ts';
import { MeasureBook } from './measure-book.ts';
import { groupOn } from './membership.ts';
import type { Moment } from './moment.ts';

/** How many members stand behind a quota: nobody is named. */
export type GroupQuota = Known & { readonly members?: number };

const known = new WeakMap<Moment['version'], Map<string, GroupQuota>>();

/** Worked out once for all who ask. */
export function groupQuota(measure: Measure, key: string, stretch: Stretch, moment: Moment): GroupQuota {
  let quotas = known.get(moment.version);
  if (quotas === undefined) known.set(moment.version, (quotas = new Map()));
  const about = [measure.name, stretch.first, stretch.last, stretch.own, key].join('|');
  let quota = quotas.get(about);
  if (quota === undefined) quotas.set(about, (quota = measure.quota.whose === 'group' ? named(measure, key, stretch, moment) : ofMembers(measure, key, stretch, moment)));
  return quota;
}

/** A record for the group itself: its name, or that of the plan or of the workspace. Nobody moves, so days count only where the plan prorates quotas. */
function named(measure: Measure, key: string, stretch: Stretch, { version, book }: Moment): GroupQuota {
  const across = measure.across!;
  const name = across.kind === 'plan' ? version.plan.name : across.kind === 'company' ? book.facts.company : key;
  const span: Span = { from: version.began, to: version.plan.to, record: undefined, own: true };
  return bookFor(name, [span], measure, version, book.facts, false).quota({ ...stretch, own: true });
}

function ofMembers(measure: Measure, key: string, stretch: Stretch, { version, book }: Moment): GroupQuota {
  const { periods } = version.calendar;
  const [first, last] = [Math.max(periods[stretch.first]!.from, stretch.own ? version.plan.from : version.began), Math.min(periods[stretch.last]!.to, version.plan.to)];
  let sum: Known | undefined;
  let unknown: Known | undefined;
  let members = 0;
  for (const { id, spans } of membersOf(measure, key, book.facts, version, first, last)) {
    members++;
    const quota = bookFor(id, spans, measure, version, book.facts, true).quota({ ...stretch, own: true });
    if (quota.value === undefined) {
      if (measure.quota.missing === 'error') unknown ??= quota;
      continue; // where the plan states what no quota means, such members add nothing to that of the group
    }
    sum = { value: (sum?.value ?? ZERO).plus(quota.value) };
  }
  if (unknown !== undefined) return unknown;
  return { ...(sum ?? { none: `nobody in the group has a quota for ${measure.quota.measure}` }), members };
}

function bookFor(id: string, spans: readonly Span[], measure: Measure, version: Moment['version'], facts: BookFacts, byDays: boolean): MeasureBook {
  return new MeasureBook(new Enrolment(id, version, spans, false), version.measures.get(measure.name)!, facts, byDays);
}

type Members = ReadonlyMap<string, readonly { readonly id: string; readonly spans: readonly Span[] }[]>;

const indexed = new WeakMap<Moment['version'], Map<string, Members>>();

/** The members with their days in the group, cut to the days asked about; in order of ids. */
function membersOf(measure: Measure, key: string, facts: BookFacts, version: Moment['version'], first: Day, last: Day): { readonly id: string; readonly spans: readonly Span[] }[] {
  let known = indexed.get(version);
  if (known === undefined) indexed.set(version, (known = new Map()));
  let members = known.get(measure.name);
  if (members === undefined) known.set(measure.name, (members = membersByGroup(measure.across!, facts, version)));
  return (members.get(key) ?? []).flatMap(({ id, spans }) => {
    const cut = spans.filter((span) => span.to >= first && span.from <= last).map((span) => ({ ...span, from: Math.max(span.from, first), to: Math.min(span.to, last) }));
    return cut.length === 0 ? [] : [{ id, spans: cut }];
  });
}

/** Everybody's days in every group while the version holds; looked through once. */
function membersByGroup(across: Across, facts: BookFacts, version: Moment['version']): Members {
  const groups = new Map<string, Map<string, Span[]>>();
  const add = (key: string | undefined, id: string, span: Span): void => {
    if (key === undefined) return;
    let people = groups.get(key);
    if (people === undefined) groups.set(key, (people = new Map()));
    const spans = people.get(id);
    if (spans === undefined) people.set(id, [span]);
    else spans.push(span);
  };
  for (const { id, records } of facts.everybody?.all ?? [])
    for (const record of records) {
      const [from, to] = [Math.max(record.from, version.began), Math.min(record.to, version.plan.to)];
      if (from > to || (across.kind === 'plan' && version.plan.appliesTo !== undefined && version.plan.appliesTo.evaluate(record) !== true)) continue;
      if (across.kind === 'reports') for (const { manager, ...days } of ledDays(id, from, to, facts)) add(manager, id, { ...days, record, own: true });
      else add(groupOn(id, from, across, { people: facts.everybody, hierarchy: facts.hierarchy }), id, { from, to, record, own: true });
    }
  return new Map([...groups].map(([key, people]) => [key, [...people].map(([id, spans]) => ({ id, spans }))]));
}

/** The days under each manager: asked day by day, because a hierarchy file has its own days. */
function ledDays(id: string, from: Day, to: Day, { hierarchy }: BookFacts): { readonly manager: string; from: Day; to: Day }[] {
  const spans: { readonly manager: string; from: Day; to: Day }[] = [];
  for (let day = from; day <= to; day++) {
    const manager = hierarchy?.managerOf(id, day);
    if (manager === undefined) continue;
    const before = spans.at(-1);
    if (before !== undefined && before.manager === manager && before.to === day - 1) before.to = day;
    else spans.push({ manager, from: day, to: day });
  }
  return spans;
}
