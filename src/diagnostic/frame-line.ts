/**
 * One line of a frame laid out in terminal columns: tabs to the next multiple of four, wide characters two columns,
 * unseen characters spelt out, and the line cut around the marked stretches where it is too long.
 */
import { revealed } from './visible.ts';
import { displayWidth } from './width.ts';

export interface LaidLine {
  readonly text: string;
  /** For each stretch asked for: first column (0-based) and number of columns (at least 1). */
  readonly places: readonly { readonly column: number; readonly width: number }[];
}

interface Cell {
  readonly text: string;
  readonly width: number;
  /** Column in the uncut line. */
  readonly column: number;
}

const TAB = 4;

/** Lines longer than this are cut roughly before they are laid out, so that a file of one line costs no more. */
const LONG = 4000;

/**
 * Lays a line out in at most `room` columns around the stretches (offsets in UTF-16 units). Undefined when they do
 * not fit together; with `force` a stretch that is too long itself is cut too.
 */
export function layOut(line: string, stretches: readonly (readonly [number, number])[], room: number, force = false): LaidLine | undefined {
  if (line.length > LONG) return layOutPart(line, stretches, room, force);
  const { cells, columns, total } = cellsOf(line);
  const spans = stretches.map(([start, end]) => ({ from: columns[start]!, to: Math.max(columns[start]! + 1, columns[end]!) }));
  if (total <= room)
    return { text: cells.map((cell) => cell.text).join('').trimEnd(), places: spans.map((span) => ({ column: span.from, width: span.to - span.from })) };
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  if (to - from > room - 2 && !force) return undefined;
  const window = windowAround(from, to, total, room);
  const kept = cells.filter((cell) => cell.column >= window.from && cell.column + cell.width <= window.to);
  const first = kept[0]?.column ?? window.from;
  const before = window.from > 0 ? '…' : '';
  const after = window.to < total ? '…' : '';
  const shift = first - before.length;
  const last = kept.length > 0 ? kept[kept.length - 1]!.column + kept[kept.length - 1]!.width : window.to;
  return {
    text: `${before}${kept.map((cell) => cell.text).join('')}${after}`.trimEnd(),
    places: spans.map((span) => ({ column: span.from - shift, width: Math.max(1, Math.min(span.to, last) - span.from) })),
  };
}

/** A very long line: the part around the places stands for the whole. */
function layOutPart(line: string, stretches: readonly (readonly [number, number])[], room: number, force: boolean): LaidLine | undefined {
  const start = Math.min(...stretches.map(([from]) => from));
  const offset = Math.max(0, Math.min(start - LONG / 4, line.length - LONG));
  if (!force && stretches.some(([, to]) => to > offset + LONG)) return undefined;
  const within = (at: number): number => Math.max(0, Math.min(at - offset, LONG));
  return layOut(line.slice(offset, offset + LONG), stretches.map(([from, to]) => [within(from), within(to)] as const), room, force);
}

/** The columns to show: the places with some text before them, and one column left on each side for `…`. */
function windowAround(from: number, to: number, total: number, room: number): { from: number; to: number } {
  const inner = room - 2;
  const before = Math.max(8, Math.floor((inner - (to - from)) / 2));
  const start = Math.max(0, Math.min(from - Math.min(before, from), total - inner));
  const shown = start > from ? from : start;
  return { from: shown, to: Math.min(total, shown + inner) };
}

/** Characters of the line with their columns, and the column at which each UTF-16 offset begins. */
function cellsOf(line: string): { cells: Cell[]; columns: number[]; total: number } {
  const cells: Cell[] = [];
  const columns: number[] = [];
  let column = 0;
  for (const character of line) {
    const text = character === '\t' ? ' '.repeat(TAB - (column % TAB)) : revealed(character);
    const width = displayWidth(text);
    cells.push({ text, width, column });
    for (let unit = 0; unit < character.length; unit++) columns.push(column);
    column += width;
  }
  columns.push(column);
  return { cells, columns, total: column };
}
