import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilCalendar, weekCalendar, windowStart } from '../../src/value/calendar.ts';
import { civilOf, dayOf, dayText, readDay } from '../../src/value/day.ts';

const day = (text: string): number => {
  const reading = readDay(text);
  if ('fault' in reading) throw new Error(reading.fault);
  return reading.day;
};

describe('days', () => {
  test('day numbers agree with the platform on every day of 1900 to 2199', () => {
    for (let at = Date.UTC(1900, 0, 1), number = dayOf(1900, 1, 1); at < Date.UTC(2200, 0, 1); at += 86_400_000, number++) {
      const text = new Date(at).toISOString().slice(0, 10);
      if (dayText(number) !== text || day(text) !== number) throw new Error(`${text} is not ${number}`);
    }
    expect(civilOf(dayOf(2024, 2, 29))).toEqual({ year: 2024, month: 2, day: 29 });
  });

  const refused: [string, string][] = [
    ['2026-02-30', '2026-02 has no day 30'], ['2025-02-29', '2025-02 has no day 29'], ['2026-13-01', 'there is no month 13'], ['2026-00-10', 'there is no month 00'],
    ['01/02/2026', 'day and month can be read two ways'], ['2026-1-2', 'a date in another form'], ['20260102', 'a date in another form'], ['46023', 'a spreadsheet serial number'],
    ['2026-01-02T10:00', 'a time beside the date'], ['', 'an empty text'], [' 2026-01-02', 'blanks around a date'], ['0026-01-02', 'the year 26 is out of range'], ['+002026-02-28', 'not a date'], ['yesterday', 'not a date'],
  ];
  for (const [text, fault] of refused) test(`${text || '(empty)'}: ${fault}`, () => expect(readDay(text)).toMatchObject({ fault }));
});

describe('calendars', () => {
  test('fiscal quarters from 1 February take the name of the year they start in', () => {
    const calendar = civilCalendar('quarters', 2, 1, day('2026-02-01'), day('2027-01-31'));
    expect(calendar.periods.map((period) => `${period.id} ${dayText(period.from)} ${dayText(period.to)}`)).toEqual([
      '2026-Q1 2026-02-01 2026-04-30', '2026-Q2 2026-05-01 2026-07-31', '2026-Q3 2026-08-01 2026-10-31', '2026-Q4 2026-11-01 2027-01-31',
    ]);
  });

  test('law: every day of a civil calendar is in exactly one period', () => {
    fc.assert(
      fc.property(fc.constantFrom('months', 'quarters', 'halves', 'years'), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (kind, month, start) => {
        const calendar = civilCalendar(kind as 'months', month, start, day('2023-05-17'), day('2026-08-02'));
        for (let i = 1; i < calendar.periods.length; i++) expect(calendar.periods[i]!.from).toBe(calendar.periods[i - 1]!.to + 1);
        for (let at = day('2023-05-17'); at <= day('2026-08-02'); at += 13) {
          const period = calendar.periods[calendar.indexOf(at)]!;
          expect(period.from <= at && at <= period.to).toBe(true);
        }
      }),
    );
  });

  test('4-4-5 weeks: the 53rd week belongs to the last period', () => {
    const calendar = weekCalendar('4-4-5', [day('2026-02-01'), day('2027-01-31'), day('2028-02-06')]);
    expect(calendar.periods.length).toBe(24);
    expect(calendar.periods[11]).toMatchObject({ id: '2026-P12', to: day('2027-01-30'), quarter: '2026-Q4' });
    expect(calendar.periods[23]!.to - calendar.periods[23]!.from + 1).toBe(6 * 7);
  });

  test('thirteen four-week periods know the year but no quarter', () => {
    const calendar = weekCalendar('four-weeks', [day('2026-01-04'), day('2027-01-03')]);
    expect(calendar.periods.map((period) => period.to - period.from + 1)).toEqual(Array(13).fill(28));
    expect(windowStart(calendar, 5, 'year')).toBe(0);
    expect(windowStart(calendar, 5, 'quarter')).toBeUndefined();
  });

  test('a window to date starts with its first period', () => {
    const calendar = civilCalendar('months', 1, 1, day('2026-01-01'), day('2026-12-31'));
    const august = calendar.indexOf(day('2026-08-15'));
    expect(['quarter', 'half', 'year'].map((window) => calendar.periods[windowStart(calendar, august, window as 'year')!]!.id)).toEqual(['2026-07', '2026-07', '2026-01']);
  });
});
