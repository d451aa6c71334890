/**
 * Finds the place of broken quoting. The parser knows that it failed, and for an open quote only at the end of the
 * file; an analyst needs the line where the quote opened. Rule: traps.md §4.
 */
import type { RecordFault } from './record.ts';

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SHOWN = 40;

/** Walks `bytes`, which begin on physical line `line` after a whole record and hold the fault. */
export function findQuoteFault(bytes: Buffer, delimiter: string, line: number): RecordFault {
  const separator = delimiter.charCodeAt(0);
  let at = 0;
  let cell = 1;
  let began = line;
  /** Steps over a line end, if there is one. */
  const lineEnd = (): boolean => {
    if (bytes[at] !== LF && bytes[at] !== CR) return false;
    at += bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1;
    line++;
    return true;
  };
  while (at < bytes.length) {
    const start = at;
    if (bytes[at] === QUOTE) {
      const opened = line;
      at++;
      for (;;) {
        if (at >= bytes.length) return { kind: 'unclosed', line: opened, opened, cell, text: shown(bytes, start, at) };
        if (bytes[at] === QUOTE) {
          if (bytes[at + 1] !== QUOTE) break;
          at += 2;
        } else if (!lineEnd()) at++;
      }
      at++;
      if (at < bytes.length && bytes[at] !== separator && bytes[at] !== LF && bytes[at] !== CR)
        return { kind: 'after-quote', line, opened, cell, next: String.fromCharCode(bytes[at]!), text: shown(bytes, start, at) };
    } else {
      while (at < bytes.length && bytes[at] !== separator && bytes[at] !== LF && bytes[at] !== CR) {
        if (bytes[at] === QUOTE) return { kind: 'stray-quote', line, cell, text: shown(bytes, start, at + 1) };
        at++;
      }
    }
    if (lineEnd()) {
      cell = 1;
      began = line;
    } else {
      at++;
      cell++;
    }
  }
  return { kind: 'long', line: began };
}

/** The cell as far as the fault: its first line, and not more of it than helps. Nothing beyond, which may not have come yet. */
function shown(bytes: Buffer, start: number, end: number): string {
  const text = bytes.subarray(start, end < start + 4 * SHOWN ? end : start + 4 * SHOWN).toString('utf8');
  const [first] = text.split(/[\r\n]/, 1);
  return [...first!].slice(0, SHOWN).join('');
}
