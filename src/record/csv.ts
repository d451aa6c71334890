/**
 * The CSV of a record: RFC 4180, read back to the same texts. A text that a spreadsheet would take for a formula, and one that
 * begins with the guard itself, stands behind an apostrophe, which reading takes off again. Rule: traps.md §11.
 */
const GUARDED = /^['=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** A text as its cell; numbers and dates need no guard and get none. */
export function guarded(text: string): string {
  return GUARDED.test(text) ? `'${text}` : text;
}

export function unguarded(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}

/** Records of cells; undefined where the text is none of ours (a quote without its end, no final line end). */
export function csvCells(text: string): string[][] | undefined {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [cell, end] = text[at] === '"' ? quotedFrom(text, at) : plainFrom(text, at);
    if (end < 0 || end >= text.length) return undefined;
    record.push(cell);
    if (text[end] === '\n') {
      records.push(record);
      record = [];
    } else if (text[end] !== ',') return undefined;
    else if (end + 1 === text.length) return undefined;
    at = end + 1;
  }
  return record.length === 0 ? records : undefined;
}

function plainFrom(text: string, from: number): [cell: string, end: number] {
  let end = from;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n') end++;
  return [text.slice(from, end), end];
}

function quotedFrom(text: string, from: number): [cell: string, end: number] {
  let cell = '';
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return [cell, -1];
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') return [cell, quote + 1];
    cell += '"';
    at = quote + 2;
  }
}
