/** Which stretch of the file a complaint of the YAML library means: it often names one character of a longer thing. */
import type { YAMLError } from 'yaml';

/** The stretch, at least one character long where the file has one there. */
export function placeOfError(error: YAMLError, text: string): { start: number; end: number } {
  const start = Math.min(error.pos[0], Math.max(0, text.length - 1));
  if (error.code === 'TAB_AS_INDENT') {
    const run = /^[\t ]+/.exec(text.slice(start));
    return { start, end: start + (run?.[0].length ?? 1) };
  }
  const end = Math.max(start + 1, Math.min(error.pos[1], text.length));
  const lineEnd = endOfLine(text, start);
  return { start, end: Math.max(start, Math.min(end, Math.max(lineEnd, start + 1))) };
}

/** Offset of the end of the line that holds `offset`, without its line break. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  const last = end < 0 ? text.length : end;
  return last > offset && text[last - 1] === '\r' ? last - 1 : last;
}

/** Offset of the first character of the line that holds `offset`. */
export function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Whether only blanks stand before `offset` on its line. */
export function startsLine(text: string, offset: number): boolean {
  return /^[ \t]*$/.test(text.slice(startOfLine(text, offset), offset));
}

/** The value in the line that holds `offset`: what stands behind `key: ` or `- `, and where it starts. */
export function valueAt(text: string, offset: number): { value: string; start: number } {
  const from = startOfLine(text, offset);
  const line = text.slice(from, endOfLine(text, offset));
  const head = /^\s*(?:- +)*(?:[\p{L}\p{N}_ -]*?:\s+)?/u.exec(line)![0];
  return { value: line.slice(head.length), start: from + head.length };
}
