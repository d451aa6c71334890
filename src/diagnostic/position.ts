/**
 * Where a span stands, in the lines and columns that editors count: 1-based, columns in UTF-16 units. Worked out
 * only when a problem is printed. Rule: cli-conventions §6.
 */
import type { Source, Span } from './diagnostic.ts';

export interface Position {
  readonly line: number;
  readonly col: number;
  /** Last line and the column after the last character (exclusive, as `Span.end`). */
  readonly endLine: number;
  readonly endCol: number;
}

const starts = new WeakMap<Source, readonly number[]>();

/** Offsets at which the lines of a source begin; the first is always 0. Kept for as long as the source lives. */
export function lineStarts(source: Source): readonly number[] {
  const known = starts.get(source);
  if (known) return known;
  const found = [0];
  for (let at = source.text.indexOf('\n'); at >= 0; at = source.text.indexOf('\n', at + 1)) found.push(at + 1);
  starts.set(source, found);
  return found;
}

/** 1-based number of the line that holds the offset; offsets past the end belong to the last line. */
export function lineOf(source: Source, offset: number): number {
  const all = lineStarts(source);
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (all[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** The text of a 1-based line without its line end. */
export function lineText(source: Source, line: number): string {
  const all = lineStarts(source);
  const from = all[line - 1];
  if (from === undefined) return '';
  const next = all[line];
  const end = next === undefined ? source.text.length : next - 1;
  return source.text.slice(from, source.text[end - 1] === '\r' && end > from ? end - 1 : end);
}

/** Lines and columns of a span. */
export function positionOf(span: Span): Position {
  const { source } = span;
  const all = lineStarts(source);
  const line = lineOf(source, span.start);
  const endLine = span.end > span.start ? lineOf(source, span.end) : line;
  return { line, col: span.start - all[line - 1]! + 1, endLine, endCol: Math.max(span.end, span.start) - all[endLine - 1]! + 1 };
}
