/** Days for the oracle: the Julian day number of a civil date (Fliegel and Van Flandern). Shares nothing with `src/`. */
export type Serial = number;

/** Worked out once for each date, because days are asked for again and again. */
const known = new Map<string, Serial>();

export function serial(date: string): Serial {
  const found = known.get(date) ?? serialOf(date);
  known.set(date, found);
  return found;
}

function serialOf(date: string): Serial {
  const [y, m, d] = date.split('-').map((part) => parseInt(part, 10)) as [number, number, number];
  const a = Math.trunc((m - 14) / 12);
  return Math.trunc((1461 * (y + 4800 + a)) / 4) + Math.trunc((367 * (m - 2 - 12 * a)) / 12) - Math.trunc((3 * Math.trunc((y + 4900 + a) / 100)) / 4) + d - 32075;
}

const named = new Map<Serial, string>();

/** The civil date of a serial, found by looking through the year's dates. */
export function date(day: Serial): string {
  const found = named.get(day) ?? dateOf(day);
  named.set(day, found);
  return found;
}

function dateOf(day: Serial): string {
  let year = 1970 + Math.trunc((day - serial('1970-01-01')) / 366) - 1;
  while (serial(`${year + 1}-01-01`) <= day) year++;
  let month = 1;
  while (month < 12 && serial(`${year}-${two(month + 1)}-01`) <= day) month++;
  return `${year}-${two(month)}-${two(day - serial(`${year}-${two(month)}-01`) + 1)}`;
}

export const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
export const next = (iso: string, days = 1): string => date(serial(iso) + days);
