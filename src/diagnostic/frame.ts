/**
 * The code frame under a problem: the lines of the file with carets under the places and words beside them. Carets
 * stand by display width (tabs expanded, wide characters two), long lines are cut around the place, and characters
 * that would act on a terminal are spelt out. Rule: cli-conventions §5–6.
 */
import type { Source, Span } from './diagnostic.ts';
import { lineStarts, lineText, positionOf } from './position.ts';
import { layOut, type LaidLine } from './frame-line.ts';
import { noPaint, type Paint, type Stroke } from './paint.ts';
import { visible } from './visible.ts';

export interface Mark {
  readonly at: Span;
  /** Words beside the caret. */
  readonly note?: string;
}

export interface FrameOptions {
  /** Columns of the terminal or page; longer lines are cut around the place. Default 100. */
  readonly width?: number;
  readonly paint?: Paint;
  /** Colour of the first place's carets; the others are blue. */
  readonly stroke?: Stroke;
}

interface Row {
  readonly source: Source;
  readonly line: number;
  readonly marks: { readonly mark: Mark; readonly first: boolean }[];
}

/** The lines of a frame. The first mark is the place itself (`^^^`); the others are labels (`---`). */
export function frame(marks: readonly Mark[], options: FrameOptions = {}): string[] {
  const main = marks[0];
  if (!main) return [];
  const paint = options.paint ?? noPaint;
  const rows = rowsOf(marks);
  const margin = marginOf(rows.map((row) => row.line));
  const room = Math.max(20, (options.width ?? 100) - margin - 3);
  const gutter = paint.blue(`${' '.repeat(margin)} |`);
  const out: string[] = [];
  let source = main.at.source;
  for (const row of rows) {
    if (row.source !== source) {
      source = row.source;
      const { line, col } = positionOf(row.marks[0]!.mark.at);
      out.push(`${' '.repeat(margin)}${paint.blue('-->')} ${visible(source.name)}:${line}:${col}`);
    }
    out.push(gutter);
    const number = paint.blue(`${`${row.line}`.padStart(margin)} |`);
    const from = lineStarts(row.source)[row.line - 1]!;
    const text = lineText(row.source, row.line);
    const stretches = row.marks.map(({ mark }) => stretch(mark.at, from, text));
    // Places that do not fit on one cut line each get the line cut around themselves.
    const together = layOut(text, stretches, room);
    const cuts: readonly (readonly [LaidLine, number[]])[] = together
      ? [[together, stretches.map((_, index) => index)]]
      : stretches.map((one, index) => [layOut(text, [one], room, true)!, [index]]);
    for (const [laid, indexes] of cuts) {
      out.push(laid.text === '' ? number : `${number} ${laid.text}`);
      indexes.forEach((index, position) => {
        const { mark, first } = row.marks[index]!;
        const place = laid.places[position]!;
        const stroke = first ? (options.stroke ?? paint.red) : paint.blue;
        const carets = (first ? '^' : '-').repeat(place.width);
        const words = mark.note ? ` ${visible(mark.note)}` : '';
        out.push(`${gutter} ${' '.repeat(place.column)}${stroke(`${carets}${words}`)}`);
      });
    }
  }
  return out;
}

/** Columns that the line numbers of a frame take: at least two, so that most frames look alike. */
export function marginOf(lines: readonly number[]): number {
  return Math.max(2, ...lines.map((line) => `${line}`.length));
}

/** Marks by line: the line of the place first, then labels in the order given; marks of one line share it. */
function rowsOf(marks: readonly Mark[]): Row[] {
  const rows: Row[] = [];
  marks.forEach((mark, index) => {
    const { line } = positionOf(mark.at);
    let row = rows.find((one) => one.source === mark.at.source && one.line === line);
    if (!row) rows.push((row = { source: mark.at.source, line, marks: [] }));
    row.marks.push({ mark, first: index === 0 });
  });
  return rows;
}

/** The part of a span on its first line, as offsets into that line's text; never empty where the line goes on. */
function stretch(at: Span, from: number, text: string): readonly [number, number] {
  const start = Math.min(at.start - from, text.length);
  let end = Math.min(Math.max(at.end - from, start), text.length);
  if (at.end - from > text.length) end = Math.max(start, text.trimEnd().length);
  return [start, end];
}
