/**
 * Rows and columns as aligned text: calm, without borders, a rule under the head and above the totals. Text from data is made
 * visible first; a record never wraps. Rule: cli-conventions §10, traps.md §11.
 */
import { visible } from '../diagnostic/visible.ts';
import { displayWidth } from '../diagnostic/width.ts';
import { wrapped } from './wrap.ts';

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** Shown below a second rule. */
  readonly totals?: readonly (readonly string[])[];
}

const GAP = '  ';

/** The table, or one block of `title: value` lines for each row when `width` is given and too small for it. */
export function tableText(table: Table, width?: number): string {
  const rows = table.rows.map((row) => row.map(visible));
  const totals = (table.totals ?? []).map((row) => row.map(visible));
  const widths = table.columns.map((column, at) => columnWidth(visible(column.title), [...rows, ...totals].map((row) => row[at] ?? '')));
  const whole = widths.reduce((sum, one) => sum + one + GAP.length, -GAP.length);
  if (width !== undefined && whole > width) return blocks(table.columns, [...rows, ...totals]);
  const line = (cells: readonly string[]): string => cells.map((cell, at) => pad(cell, widths[at]!, table.columns[at]!.align)).join(GAP).trimEnd();
  const rule = '─'.repeat(whole);
  const parts = [...headLines(table.columns, widths, line), rule, ...rows.map(line), ...(totals.length > 0 ? [rule, ...totals.map(line)] : [])];
  return parts.map((part) => `${part}\n`).join('');
}

/** As wide as the widest cell, and as the longest word of the title. */
function columnWidth(title: string, cells: readonly string[]): number {
  return Math.max(...cells.map(displayWidth), ...title.split(' ').map(displayWidth), 1);
}

/** Titles on as many lines as the longest needs, standing on the rule. */
function headLines(columns: readonly Column[], widths: readonly number[], line: (cells: readonly string[]) => string): string[] {
  const titles = columns.map((column, at) => wrapped(visible(column.title), widths[at]!));
  const height = Math.max(...titles.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) => line(titles.map((lines) => lines[row - (height - lines.length)] ?? '')));
}

function blocks(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widest = Math.max(...columns.map((column) => displayWidth(visible(column.title))));
  const block = (row: readonly string[]): string =>
    row.flatMap((cell, at) => (cell === '' ? [] : [`${pad(visible(columns[at]!.title), widest, 'left')}  ${cell}\n`])).join('');
  return rows.map(block).join('\n');
}

function pad(text: string, width: number, align: Column['align']): string {
  const blank = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + blank : blank + text;
}
