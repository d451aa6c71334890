/**
 * Plain calendar dates as day numbers: whole days since 1970-01-01, no instant, no zone. Differences are
 * subtractions. The text form is `YYYY-MM-DD` and nothing else. Rule: calculation contract §3, traps.md §8.
 */
export type Day = number;

export type DayReading = { readonly day: Day } | { readonly fault: string; readonly hint: string };

/** Years a date can have. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function monthLength(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : MONTH_LENGTHS[month - 1]!;
}

/** Day number of a valid civil date (proleptic Gregorian; the era arithmetic of the public days-from-civil method). */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function civilOf(day: Day): Civil {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

export function dayText(day: Day): string {
  const { year, month, day: d } = civilOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** Reads `YYYY-MM-DD`, years 1900 to 2199, or says what is wrong and what to do. */
export function readDay(text: string): DayReading {
  if (text.length === 10 && /^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const year = +text.slice(0, 4);
    const month = +text.slice(5, 7);
    const day = +text.slice(8, 10);
    if (month < 1 || month > 12) return { fault: `there is no month ${text.slice(5, 7)}`, hint: 'months are 01 to 12' };
    if (day < 1 || day > monthLength(year, month))
      return { fault: `${text.slice(0, 7)} has no day ${text.slice(8, 10)}`, hint: `its days are 01 to ${monthLength(year, month)}` };
    if (year < FIRST_YEAR || year > LAST_YEAR) return { fault: `the year ${year} is out of range`, hint: 'years are 1900 to 2199' };
    return { day: dayOf(year, month, day) };
  }
  return refusal(text);
}

function refusal(text: string): DayReading {
  const plain = 'write dates as YYYY-MM-DD';
  if (text === '') return { fault: 'an empty text', hint: 'write a date; if it may be missing, declare the column with ?' };
  if (/^\s|\s$/.test(text)) return { fault: 'blanks around a date', hint: 'remove the blanks' };
  if (/^\d{4}-\d{2}-\d{2}[T ]/.test(text)) return { fault: 'a time beside the date', hint: 'declare the column as "date from timestamp", or export dates only' };
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(text)) return { fault: 'day and month can be read two ways', hint: plain };
  if (/^\d{4}[/.]\d{1,2}[/.]\d{1,2}$|^\d{4}-\d{1,2}-\d{1,2}$|^\d{8}$/.test(text)) return { fault: 'a date in another form', hint: plain };
  if (/^\d{5}(\.\d+)?$/.test(text)) return { fault: 'a spreadsheet serial number', hint: 'format the column as date YYYY-MM-DD before exporting' };
  return { fault: 'not a date', hint: plain };
}
