/** Pay periods for the oracle, generated month by month from their definition in words. Shares nothing with `src/`. */
import { next, serial, two, type Serial } from './day.ts';
import type { CalendarJson, WeekPattern, WindowWord } from './world.ts';

export interface Span {
  readonly id: string;
  readonly first: Serial;
  readonly last: Serial;
  readonly quarter?: string;
  readonly half?: string;
  readonly year?: string;
}

const MONTHS = { months: 1, quarters: 3, halves: 6, years: 12 };

/** All periods from about two years before to two years after the days given. */
export function periodsOf(calendar: CalendarJson, from: string, to: string): Span[] {
  if (calendar.kind === 'list')
    return calendar.periods.map((period) => ({ id: period.id, first: serial(period.from), last: serial(period.to), ...windows(period.quarter, period.half, period.year) }));
  if ('years' in calendar) return weeksOf(calendar.kind, calendar.years);
  const length = MONTHS[calendar.kind];
  const [month, day] = calendar.starts.split('-') as [string, string];
  const spans: Span[] = [];
  for (let year = parseInt(from, 10) - 3; year <= parseInt(to, 10) + 2; year++)
    for (let ahead = 0; ahead < 12; ahead += length) {
      const first = dayIn(year, parseInt(month, 10) + ahead, day);
      const last = next(dayIn(year, parseInt(month, 10) + ahead + length, day), -1);
      const quarter = `${year}-Q${1 + Math.trunc(ahead / 3)}`;
      const half = `${year}-H${1 + Math.trunc(ahead / 6)}`;
      const id = { months: first.slice(0, 7), quarters: quarter, halves: half, years: `${year}` }[calendar.kind];
      spans.push({ id, first: serial(first), last: serial(last), ...windows(length <= 3 ? quarter : undefined, length <= 6 ? half : undefined, `${year}`) });
    }
  return spans;
}

const WEEKS: Record<WeekPattern, readonly number[]> = { 'four-weeks': [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4], '4-4-5': [4, 4, 5], '4-5-4': [4, 5, 4], '5-4-4': [5, 4, 4] };

/** Years of whole weeks, each named by the calendar year of its 15th day; what is left of a year is in its last period. */
function weeksOf(kind: WeekPattern, years: readonly string[]): Span[] {
  const lengths = kind === 'four-weeks' ? WEEKS[kind] : [...WEEKS[kind], ...WEEKS[kind], ...WEEKS[kind], ...WEEKS[kind]];
  return years.slice(0, -1).flatMap((start, at) => {
    const year = next(start, 14).slice(0, 4);
    const end = serial(years[at + 1]!) - 1;
    return lengths.map((_, index) => {
      const first = serial(start) + 7 * lengths.slice(0, index).reduce((a, b) => a + b, 0);
      const last = index === lengths.length - 1 ? end : first + 7 * lengths[index]! - 1;
      const known = kind === 'four-weeks' ? windows(undefined, undefined, year) : windows(`${year}-Q${1 + Math.trunc(index / 3)}`, `${year}-H${1 + Math.trunc(index / 6)}`, year);
      return { id: `${year}-P${two(index + 1)}`, first, last, ...known };
    });
  });
}

function dayIn(year: number, month: number, day: string): string {
  return month > 12 ? dayIn(year + 1, month - 12, day) : `${year}-${two(month)}-${day}`;
}

function windows(quarter: string | undefined, half: string | undefined, year: string | undefined): Pick<Span, WindowWord> {
  return { ...(quarter === undefined ? {} : { quarter }), ...(half === undefined ? {} : { half }), ...(year === undefined ? {} : { year }) };
}
