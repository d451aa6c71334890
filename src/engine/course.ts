/** A person under all versions of one plan: the periods in which they are in it, in order of time. */
import { Book, type BookFacts } from './book.ts';
import type { Enrolment } from './enrolment.ts';
import { extentOf, type Extent } from './extent.ts';
import { History } from './history.ts';
import { Moment } from './moment.ts';

export interface CourseFacts extends BookFacts, Extent {}

/** `line`: the person's enrolments in the versions of one plan, by first day. */
export function courseOf(line: readonly Enrolment[], given: CourseFacts): readonly Moment[] {
  const facts = { ...given, ...extentOf(line, given) };
  const history = new History();
  const moments: Moment[] = [];
  for (const enrolment of line) addMoments(moments, enrolment, groupOf(enrolment, line), history, facts);
  if (line.length > 1 || moments.some(({ late }) => late)) moments.sort((a, b) => a.cells[0]!.from - b.cells[0]!.from);
  return moments;
}

/** The person's enrolments in the versions that go on one from another. */
function groupOf({ version }: Enrolment, line: readonly Enrolment[]): readonly Enrolment[] {
  return line.length === 1 ? line : line.filter((other) => other.version.group === version.group);
}

/** Adds every period in which the person is in the plan and which lies in the extent. */
function addMoments(moments: Moment[], enrolment: Enrolment, group: readonly Enrolment[], history: History, facts: CourseFacts): void {
  const { calendar } = enrolment.version;
  const through = Math.min(facts.through, enrolment.to);
  const first = calendar.firstOn(Math.max(facts.from, enrolment.from));
  if (first < 0) return;
  const book = new Book(enrolment, facts);
  for (let period = first; period < calendar.periods.length && calendar.periods[period]!.from <= through; period++) {
    const cells = enrolment.ofPeriod(period, true);
    if (cells.length > 0) moments.push(new Moment(book, period, cells, group, history));
  }
  for (const cell of enrolment.lateIn(calendar.firstOn(facts.from), calendar.periods.length)) if (cell.from <= facts.through) moments.push(new Moment(book, cell.period, [cell], group, history));
}
