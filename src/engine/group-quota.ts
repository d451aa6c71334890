/**
 * The quota of a group: the members' quotas together, each for the days in the group, or a record that carries the group's
 * name (QTA-11). A member who moves counts in both groups by days, so nothing is counted twice.
 */
import { ZERO } from '../value/exact.ts';
import type { Known } from '../mechanic/mechanic.ts';
import type { Measure } from '../plan/model.ts';
import type { Day } from '../value/day.ts';
import type { BookFacts } from './book.ts';
import { Enrolment, type Span, type Stretch } from './enrolment.ts';
import { MeasureBook } from './measure-book.ts';
import { EVERYBODY, groupOn } from './membership.ts';
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

/** A record for the group itself: its name, or that of the plan or of the workspace. */
function named(measure: Measure, key: string, stretch: Stretch, { version, book }: Moment): GroupQuota {
  const across = measure.across!;
  const name = across.kind === 'plan' ? version.plan.name : across.kind === 'company' ? book.facts.company : key;
  const span: Span = { from: version.since, to: version.plan.to, record: undefined, own: true };
  return bookFor(name, [span], measure, version, book.facts).quota({ ...stretch, own: true });
}

function ofMembers(measure: Measure, key: string, stretch: Stretch, { version, book }: Moment): GroupQuota {
  const { periods } = version.calendar;
  const [first, last] = [Math.max(periods[stretch.first]!.from, stretch.own ? version.plan.from : version.since), Math.min(periods[stretch.last]!.to, version.plan.to)];
  let sum: Known | undefined;
  let unknown: Known | undefined;
  let members = 0;
  for (const { id, spans } of membersOf(measure, key, book.facts, version, first, last)) {
    members++;
    const quota = bookFor(id, spans, measure, version, book.facts).quota({ ...stretch, own: true });
    if (quota.value === undefined) {
      if (measure.quota.missing === 'error') unknown ??= quota;
      continue; // where the plan states what no quota means, such members add nothing to that of the group
    }
    sum = { value: (sum?.value ?? ZERO).plus(quota.value) };
  }
  if (unknown !== undefined) return unknown;
  return { ...(sum ?? { none: `nobody in the group has a quota for ${measure.quota.measure}` }), members };
}

function bookFor(id: string, spans: readonly Span[], measure: Measure, version: Moment['version'], facts: BookFacts): MeasureBook {
  return new MeasureBook(new Enrolment(id, version, spans, false), version.measures.get(measure.name)!, facts, true);
}

/** The members with their days in the group, cut to the days asked about; in order of ids. */
export function membersOf(measure: Measure, key: string, facts: BookFacts, version: Moment['version'], first: Day, last: Day): { readonly id: string; readonly spans: readonly Span[] }[] {
  const across = measure.across!;
  const group = key === EVERYBODY ? EVERYBODY : key;
  const found: { id: string; spans: Span[] }[] = [];
  for (const { id, records } of facts.everybody?.all ?? []) {
    const spans: Span[] = [];
    for (const record of records) {
      const [from, to] = [Math.max(record.from, first), Math.min(record.to, last)];
      if (from > to || (across.kind === 'plan' && version.plan.appliesTo !== undefined && version.plan.appliesTo.evaluate(record) !== true)) continue;
      for (const span of across.kind === 'reports' ? ledDays(id, from, to, group, facts) : groupOn(id, from, across, { people: facts.everybody, hierarchy: facts.hierarchy }) === group ? [{ from, to }] : []) spans.push({ ...span, record, own: true });
    }
    if (spans.length > 0) found.push({ id, spans });
  }
  return found;
}

/** The days on which the person is led by the manager: asked day by day, because a hierarchy file has its own days. */
function ledDays(id: string, from: Day, to: Day, manager: string, { hierarchy }: BookFacts): { from: Day; to: Day }[] {
  const spans: { from: Day; to: Day }[] = [];
  for (let day = from; day <= to; day++) {
    if (hierarchy?.managerOf(id, day) !== manager) continue;
    const before = spans.at(-1);
    if (before !== undefined && before.to === day - 1) before.to = day;
    else spans.push({ from: day, to: day });
  }
  return spans;
}
