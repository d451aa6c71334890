/** Pay periods for the oracle, generated month by month from their definition in words. Shares nothing with `src/`. */
import { next, serial, two, type Serial } from './day.ts';
import type { CalendarJson, WindowWord } from './world.ts';

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

function dayIn(year: number, month: number, day: string): string {
  return month > 12 ? dayIn(year + 1, month - 12, day) : `${year}-${two(month)}-${day}`;
}

function windows(quarter: string | undefined, half: string | undefined, year: string | undefined): Pick<Span, WindowWord> {
  return { ...(quarter === undefined ? {} : { quarter }), ...(half === undefined ? {} : { half }), ...(year === undefined ? {} : { year }) };
}
