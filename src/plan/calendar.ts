/** The calendar of a workspace or a plan: a word, or a map with another start, years of weeks, or a file of periods. */
import type { Column } from '../data/contract.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { ListNode, MapEntry, MapNode, Node, ScalarNode } from '../document/node.ts';
import { CIVIL_KINDS, PERIOD_KINDS, weekPeriods, type CivilKind, type WeekKind } from '../value/calendar.ts';
import { dayText, readDay, type Day } from '../value/day.ts';
import type { CalendarSpec } from './model.ts';
import { textOf } from './place.ts';
import { quoted } from './shape-words.ts';

type Civil = CivilKind;

const WEEKLY: readonly string[] = PERIOD_KINDS.filter((kind) => !CIVIL_KINDS.some((civil) => civil === kind));

/** The calendar, or problems at their places. The shape has been checked. */
export function readCalendar({ value: node, keyAt }: MapEntry, problems: Problems): CalendarSpec | undefined {
  if (node.kind === 'scalar') return { kind: node.text as Civil, startMonth: 1, startDay: 1 };
  if (node.kind !== 'map') return undefined;
  const fault = (message: string, hint: string, at: Node = node): undefined => {
    const place = at === node ? keyAt : at.kind === 'list' ? at.at : (node.entries.find((one) => one.value === at)?.keyAt ?? at.at);
    problems.error('P031', message, { at: place, pointer: at.pointer, hint });
    return undefined;
  };
  const kind = textOf(node, 'periods');
  const starts = node.get('year-starts');
  const file = node.get('file');
  if (file !== undefined) {
    const other = kind === undefined ? starts : node.get('periods');
    if (other !== undefined) return fault('a calendar from a file has its periods there', `remove ${kind === undefined ? 'year-starts' : 'periods'}, or remove file`, other);
    return { kind: 'file', table: periodTable(node, file as ScalarNode) };
  }
  if (node.get('columns') !== undefined) return fault('columns of a calendar belong to a file', 'add file: data/periods.csv, or remove columns', node.get('columns')!);
  if (kind === undefined) return fault('the calendar does not say how long a period is', 'add periods: months, or file: data/periods.csv');
  if (WEEKLY.includes(kind)) {
    if (starts === undefined || starts.kind !== 'list')
      return fault(`a calendar of ${kind} needs the first days of its years`, 'list them: year-starts: [2026-02-01, 2027-01-31]; the last entry ends the last year', starts ?? node.get('periods')!);
    const days = readStarts(starts, problems);
    const extra = node.get('week-53');
    const period = extra === undefined ? undefined : +textOf(node, 'week-53')!;
    if (extra !== undefined && kind === 'weeks') return fault('a 53rd week is a period of its own among weeks', 'remove week-53', extra);
    if (period !== undefined && period > weekPeriods(kind as WeekKind)) return fault(`a year of ${kind} has no period ${period}`, `name one of 1 to ${weekPeriods(kind as WeekKind)}`, extra!);
    return days === undefined ? undefined : { kind: kind as WeekKind, yearStarts: days, ...(period === undefined ? {} : { week53: period }) };
  }
  const stray = node.get('week-53');
  if (stray !== undefined) return fault(`a calendar of ${kind} has no 53rd week`, 'remove week-53', stray);
  if (starts === undefined) return { kind: kind as Civil, startMonth: 1, startDay: 1 };
  if (starts.kind !== 'scalar') return fault(`a calendar of ${kind} starts each year on the same day`, 'write one month and day: year-starts: 02-01', starts);
  return { kind: kind as Civil, startMonth: +starts.text.slice(0, 2), startDay: +starts.text.slice(3, 5) };
}

function readStarts(node: ListNode, problems: Problems): readonly Day[] | undefined {
  const days: Day[] = [];
  let ok = true;
  const fault = (item: Node, message: string, hint: string): void => {
    ok = false;
    problems.error('P031', message, { at: item.at, pointer: item.pointer, hint });
  };
  for (const item of node.items) {
    const text = item.kind === 'scalar' ? item.text : '';
    const reading = readDay(text);
    if (!('day' in reading)) {
      fault(item, `${quoted(text)}: ${reading.fault}`, reading.hint);
      continue;
    }
    const before = days.at(-1);
    days.push(reading.day);
    if (before === undefined) continue;
    const length = reading.day - before;
    if (length <= 0) fault(item, `${text} does not come after ${dayText(before)}`, 'list the first days of years in order of time');
    else if (length !== 52 * 7 && length !== 53 * 7)
      fault(item, `the year from ${dayText(before)} would have ${length} days`, 'a year of weeks has 52 or 53 whole weeks: 364 or 371 days');
  }
  return ok ? days : undefined;
}

const REQUIRED = ['period', 'from', 'to'];

/** Without `columns`, year, half and quarter may be absent from the file. */
function periodTable(node: MapNode, file: ScalarNode) {
  const written = node.get('columns');
  const names = written?.kind === 'map' ? written.entries.map((entry) => entry.key) : [...REQUIRED, 'year', 'half', 'quarter', 'month'];
  const columns = names.map((name): Column => {
    const header = written?.kind === 'map' ? textOf(written, name)! : name;
    return { name, header, type: { kind: name === 'from' || name === 'to' ? 'date' : 'text' }, optional: !REQUIRED.includes(name), ...(written === undefined && !REQUIRED.includes(name) ? { mayBeAbsent: true } : {}) };
  });
  return { name: 'calendar', files: [file.text], columns, delimiter: ',', decimalMark: '.', at: file.at } as const;
}
