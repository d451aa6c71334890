/**
 * Everybody else in the run, for what one person's pay takes from others: pools, ranks, shared caps, pay of a team. Others
 * are worked out when they are first asked for, and only as far as asked, so that the order of people plays no part; who
 * needs their own pay through others is refused with the path. Only plans with such parts pay for it.
 */
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { Span } from '../diagnostic/diagnostic.ts';
import type { Plan } from '../plan/model.ts';
import { textOrder } from '../value/text-order.ts';
import { courseOf, type CourseFacts } from './course.ts';
import type { Enrolment } from './enrolment.ts';
import type { Moment } from './moment.ts';
import { needed } from './needed.ts';
import { earnPayout } from './payout.ts';
import type { Version } from './version.ts';

/** Whether settling the plan asks for what other people sold or earned in it, beyond measures that were gathered. */
export function needsOthers({ measures, components, adjust }: Plan): boolean {
  const applied = [...components.flatMap(({ formula, rules }) => [formula, ...rules]), ...adjust];
  return measures.some(({ kind }) => kind === 'payouts') || applied.some(({ mechanic }) => mechanic.together !== undefined);
}

export class Peers {
  /** Worked out once for all members: pools, ranks. */
  readonly shared = new Map<string, unknown>();
  private readonly courses = new Map<string, readonly Moment[]>();
  private readonly byPeriod = new Map<string, readonly Moment[]>();
  private readonly finished = new Set<Moment>();
  /** Whose pay is being worked out, for the path of a circle. */
  private readonly path: string[] = [];
  private facts!: CourseFacts;

  constructor(
    /** Whom there is in a run, in order of ids. */
    private readonly payees: readonly string[],
    private readonly lines: readonly (readonly Version[])[],
    private readonly enrolmentOf: (payee: string, version: Version) => Enrolment | undefined,
    private readonly problems: Problems,
  ) {}

  /** The facts hold these peers themselves, so they come after. */
  begin(facts: CourseFacts): void {
    this.facts = facts;
  }

  /** All periods of the person under the plan of this enrolment. */
  course({ person, version }: Enrolment): readonly Moment[] {
    return this.courseIn(person, this.lineOf(version));
  }

  /** Everybody who is in the version in the period, in order of ids. */
  in(version: Version, period: number): readonly Moment[] {
    const key = `${version.index}|${period}`;
    let found = this.byPeriod.get(key);
    if (found === undefined) {
      const line = this.lineOf(version);
      found = this.payees.flatMap((payee) => this.courseIn(payee, line).filter((moment) => moment.version === version && moment.index === period && !moment.late));
      this.byPeriod.set(key, found);
    }
    return found;
  }

  /** The versions before this one that it goes on from, in order. */
  before(version: Version): readonly Version[] {
    return this.lineOf(version).filter((one) => one.group === version.group && one.index < version.index);
  }

  /** The versions after this one that go on from it. */
  after(version: Version): readonly Version[] {
    return this.lineOf(version).filter((one) => one.group === version.group && one.index > version.index);
  }

  /** Every period of every plan of the person. */
  allOf(payee: string): readonly Moment[] {
    return this.lines.flatMap((line) => this.courseIn(payee, line));
  }

  get everybody(): readonly string[] {
    return this.payees;
  }

  /** Works out the earlier periods that this one looks back on. */
  ready(moment: Moment): void {
    if (this.finished.has(moment)) return;
    this.finished.add(moment);
    const course = this.course(moment.enrolment);
    const at = course.indexOf(moment);
    const before = course.slice(0, at + 1);
    const wanted = needed(before.map((one) => one.period), before.map((one) => one.version.plan), new Set([moment.period.id]));
    for (let i = 0; i < at; i++) if (wanted[i] && before[i]!.told === undefined) earnPayout(before[i]!);
  }

  /** Runs `work` unless it is running already: then somebody's pay needs itself, and the path is told. */
  once<T>(what: string, at: Span, work: () => T): T | undefined {
    const turn = this.path.indexOf(what);
    if (turn >= 0) {
      const circle = this.path.slice(turn);
      const first = circle.reduce((least, one, i) => (textOrder(one, circle[least]!) < 0 ? i : least), 0);
      const turned = [...circle.slice(first), ...circle.slice(0, first)];
      this.problems.error('R060', `pay needs itself: ${[...turned, turned[0]!].join(' → ')}`, { at, hint: 'let one of them count sales instead of pay, or leave one of these people out of the group' });
      return undefined;
    }
    this.path.push(what);
    try {
      return work();
    } finally {
      this.path.pop();
    }
  }

  /** All versions of the plan of this one. */
  private lineOf(version: Version): readonly Version[] {
    return this.lines.find((versions) => versions.includes(version))!;
  }

  private courseIn(payee: string, line: readonly Version[]): readonly Moment[] {
    const key = `${line[0]!.index}|${payee}`;
    let course = this.courses.get(key);
    if (course === undefined) {
      const enrolments = line.flatMap((version) => this.enrolmentOf(payee, version) ?? []);
      this.courses.set(key, (course = enrolments.length === 0 ? NONE : courseOf(enrolments, this.facts)));
    }
    return course;
  }
}

const NONE: readonly Moment[] = [];
