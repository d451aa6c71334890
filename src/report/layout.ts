/**
 * Rows and columns as aligned text: calm, without borders, a rule under the head and above the totals. Text from data is made
 * visible first, since the table library passes it through; a record never wraps. Rule: cli-conventions §10, traps.md §11.
 */
import CliTable from 'cli-table3';
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
  const head = headRows(table.columns, widths);
  const lines = aligned(table.columns, widths, [...head, ...rows, ...totals]);
  const rule = '─'.repeat(whole);
  lines.splice(head.length + rows.length, 0, ...(totals.length > 0 ? [rule] : []));
  lines.splice(head.length, 0, rule);
  return lines.map((line) => `${line}\n`).join('');
}

const SIDES = ['top', 'bottom', 'left', 'right'].flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`]);
const NO_BORDERS = { ...Object.fromEntries([...SIDES, 'mid', 'mid-mid'].map((name): [string, string] => [name, ''])), middle: GAP };

/** One line for each row, its cells aligned in columns of the given widths. */
function aligned(columns: readonly Column[], widths: readonly number[], rows: readonly (readonly string[])[]): string[] {
  const table = new CliTable({
    chars: NO_BORDERS,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colWidths: [...widths],
    colAligns: columns.map((column) => column.align),
  });
  for (const row of rows) table.push(columns.map((_, at) => row[at] ?? ''));
  return table.toString().split('\n').map((line) => line.trimEnd());
}

/** As wide as the widest cell, and as the longest word of the title. */
function columnWidth(title: string, cells: readonly string[]): number {
  return Math.max(...cells.map(displayWidth), ...title.split(' ').map(displayWidth), 1);
}

/** Titles on as many lines as the longest needs, standing on the rule. */
function headRows(columns: readonly Column[], widths: readonly number[]): string[][] {
  const titles = columns.map((column, at) => wrapped(visible(column.title), widths[at]!));
  const height = Math.max(...titles.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) => titles.map((lines) => lines[row - (height - lines.length)] ?? ''));
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
