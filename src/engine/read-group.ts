/** A measure across a group, as one payee's formulas read it: the group of the last day in the plan in the period. */
import type { PersonRecord } from '../data/reference.ts';
import type { Known } from '../mechanic/mechanic.ts';
import type { Measure } from '../plan/model.ts';
import type { Stretch } from './enrolment.ts';
import { groupQuota, type GroupQuota } from './group-quota.ts';
import { groupAsked, groupWords } from './membership.ts';
import type { Moment } from './moment.ts';
import { othersPay } from './others-pay.ts';
import { windowText } from './window.ts';

/** The group's key, or why there is none. Warns when the payee changed groups inside the stretch. */
function keyIn(measure: Measure, stretch: Stretch, moment: Moment, record: PersonRecord | undefined): { readonly key: string; readonly none?: undefined } | { readonly key?: undefined; readonly none: string } {
  const across = measure.across!;
  if (across.kind === 'column' && across.only === undefined) moment.readWhole((across.through ?? across).name, (across.through ?? across).column, stretch);
  const key = groupAsked(moment.enrolment.person, record, across);
  return key === undefined ? { none: `${across.kind === 'column' ? (across.through ?? across).name : across.kind} of ${moment.enrolment.person} is blank, so there is no group to measure` } : { key };
}

export function readGroup(measure: Measure, stretch: Stretch, moment: Moment, record: PersonRecord | undefined): Known {
  const { key, none } = keyIn(measure, stretch, moment, record);
  if (key === undefined) return { none };
  if (measure.kind === 'payouts') return othersPay(measure, key, stretch, moment).known;
  const value = moment.version.groups[moment.version.measures.get(measure.name)!]!.over(key, stretch);
  return value === undefined ? { none: `${measure.name} has no transactions` } : { value };
}

export function quotaOfGroup(measure: Measure, stretch: Stretch, moment: Moment, record: PersonRecord | undefined): GroupQuota {
  if (measure.quota.whose === undefined || measure.quota.whose === 'payee') return moment.book.named(measure.name).quota(stretch);
  const { key, none } = keyIn(measure, stretch, moment, record);
  return key === undefined ? { none } : groupQuota(measure, key, stretch, moment);
}

/** What stands in the explanation of one payee: counts and totals, no names and no single results of others. */
export function groupText(measure: Measure, stretch: Stretch, moment: Moment): string {
  const { key } = keyIn(measure, stretch, moment, moment.record);
  const across = measure.across!;
  const where = `${groupWords(across, key)} in ${windowText(moment.version.calendar, stretch.first, stretch.last)}`;
  if (key === undefined) return where;
  if (measure.kind === 'payouts') {
    const { people } = othersPay(measure, key, stretch, moment);
    return `what ${people} ${people === 1 ? 'other person' : 'others'} of ${where} earned`;
  }
  const { rows, people } = moment.version.groups[moment.version.measures.get(measure.name)!]!.counts(key, stretch);
  return `${measure.kind} over ${rows} ${rows === 1 ? 'credit' : 'credits'} of ${people} ${people === 1 ? 'person' : 'people'} of ${where}`;
}

/** `the quotas of 3 members of store North`. */
export function groupQuotaText(measure: Measure, stretch: Stretch, moment: Moment): string {
  const { members } = quotaOfGroup(measure, stretch, moment, moment.record);
  const group = groupWords(measure.across!, groupAsked(moment.enrolment.person, moment.record, measure.across!));
  return members === undefined ? `the quota of ${group}` : `the quotas of ${members} ${members === 1 ? 'member' : 'members'} of ${group}`;
}
