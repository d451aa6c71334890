/**
 * People who sell or have quotas, but are in no plan on those days: a slip in a role drops somebody from every plan, and as
 * long as a manager is still credited for the rows, no account shows it. One warning counts and names them.
 */
import type { Row } from '../../data/contract.ts';
import type { People, Person, QuotaRecord, Quotas } from '../../data/reference.ts';
import type { Problems } from '../../diagnostic/diagnostic.ts';
import type { Plan } from '../../plan/model.ts';
import { dayText, type Day } from '../../value/day.ts';
import { spansOf } from '../enrolment.ts';
import { nearRole } from './near-role.ts';

interface Days {
  readonly from: Day;
  readonly to: Day;
}

interface Outsider {
  readonly person: Person;
  /** Days of service on which plans hold, but none for this person. */
  readonly gaps: readonly Days[];
  rows: number;
  firstRow: Day | undefined;
}

/** People named in the warning; the others are counted. */
const NAMED = 5;

export class Outsiders {
  /** By source, the columns that name who is credited. Who only has managers to credit may well be in no plan. */
  private readonly columns: readonly (readonly number[])[];
  private readonly known = new Map<string, Outsider | null>();

  constructor(
    private readonly plans: readonly Plan[],
    sources: number,
    private readonly people: People,
  ) {
    this.columns = Array.from({ length: sources }, (_, source) => {
      const rules = plans.flatMap((plan) => plan.credits.filter((rule) => rule.source === source && !onlyOfGroups(rule.name, plan)));
      return [...new Set(rules.flatMap(({ to }) => (to.kind === 'payee' ? [to.column, ...to.split.map((share) => share.column)] : [])))];
    });
  }

  /** Looks at who is named in a row; asked where somebody in it was not in a plan. `late`: who was credited with it under a plan that they have left. */
  see(source: number, row: Row, late: (payee: string) => boolean): void {
    for (const column of this.columns[source]!) {
      const payee = row.values[column];
      if (typeof payee !== 'string' || late(payee)) continue;
      const outsider = this.of(payee);
      if (outsider === null || !outsider.gaps.some((gap) => gap.from <= row.day && row.day <= gap.to)) continue;
      outsider.rows++;
      if (outsider.firstRow === undefined || row.day < outsider.firstRow) outsider.firstRow = row.day;
    }
  }

  /** One warning for the whole run. `from` and `through`: the days that were settled. */
  warn(quotas: Quotas | undefined, { from, through }: { readonly from: Day; readonly through: Day }, problems: Problems): void {
    const found = this.people.all.flatMap(({ id }) => {
      const records = this.quotasOf(id, quotas).filter((record) => record.from <= through && record.to >= from);
      const outsider = records.length > 0 ? this.of(id) : this.known.get(id);
      if (outsider === undefined || outsider === null) return [];
      const idle = records.filter((record) => outsider.gaps.some((gap) => overlaps(gap, record) && overlaps(gap, { from, to: through })));
      return outsider.rows + idle.length === 0 ? [] : [{ outsider, records: idle.length }];
    });
    if (found.length === 0) return;
    const named = found.slice(0, NAMED).map(({ outsider, records }) => words(outsider, records));
    const more = found.length > NAMED ? ` and ${found.length - NAMED} more` : '';
    const near = found.flatMap(({ outsider: { person, gaps } }) => nearRole(person, gaps[0]!.from, this.people, this.plans) ?? [])[0];
    problems.warning('R013', `${found.length === 1 ? '1 person is' : `${found.length} people are`} in no plan on days for which they have sales or quotas: ${named.join(', ')}${more}`, {
      at: near?.plan.appliesTo?.at ?? this.plans[0]!.appliesTo?.at ?? this.plans[0]!.at,
      ...(near === undefined ? {} : { note: `asks for ${near.expected}`, suggestion: near.expected, found: near.found }),
      hint: near?.hint ?? `look at ${found[0]!.outsider.person.records[0]?.at.file ?? 'the people file'} beside "for" and "effective" of the plans; where it is meant, put # paycurve-ignore R013: and the reason above this line`,
    });
  }

  private of(payee: string): Outsider | null {
    let outsider = this.known.get(payee);
    if (outsider === undefined) this.known.set(payee, (outsider = this.look(payee)));
    return outsider;
  }

  private look(payee: string): Outsider | null {
    const person = this.people.get(payee);
    if (person === undefined) return null;
    const covered = this.plans.flatMap((plan) => spansOf(person, plan, []));
    const gaps = person.records.flatMap((record) => this.plans.flatMap((plan) => without({ from: Math.max(record.from, plan.from), to: Math.min(record.to, plan.to) }, covered)));
    return gaps.length === 0 ? null : { person, gaps, rows: 0, firstRow: undefined };
  }

  private quotasOf(payee: string, quotas: Quotas | undefined): readonly QuotaRecord[] {
    if (quotas === undefined) return [];
    const names = new Set(this.plans.flatMap((plan) => plan.measures.map((measure) => measure.quota.measure)));
    return [...names].flatMap((name) => quotas.of(payee, name));
  }
}

/** Whom a rule credits for measures of stores, teams or the company alone may be in any plan, or in none. */
function onlyOfGroups(rule: string, { measures }: Plan): boolean {
  const counting = measures.filter(({ of }) => of.includes(rule));
  return counting.length > 0 && counting.every(({ across }) => across !== undefined && across.kind !== 'plan');
}

function words({ person, rows, firstRow }: Outsider, records: number): string {
  const parts = [...(rows === 0 ? [] : [`${rows} ${rows === 1 ? 'row' : 'rows'} from ${dayText(firstRow!)}`]), ...(records === 0 ? [] : [`${records} quota ${records === 1 ? 'record' : 'records'}`])];
  return `${person.id} (${parts.join(', ')})`;
}

function overlaps(a: Days, b: Days): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** The days of a stretch that none of the others covers. */
function without(stretch: Days, others: readonly Days[]): Days[] {
  let left = stretch.from <= stretch.to ? [stretch] : [];
  for (const other of others) left = left.flatMap((part) => (overlaps(part, other) ? [{ from: part.from, to: other.from - 1 }, { from: other.to + 1, to: part.to }].filter((each) => each.from <= each.to) : [part]));
  return left;
}
