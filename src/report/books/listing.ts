/** A listing out of the books (adjustments, balances): columns of texts and exact amounts, with totals, in the formats of the other commands. */
import { escaped } from '../diagnostic/markdown-text.ts';
import { visible } from '../../diagnostic/visible.ts';
import type { Exact } from '../../value/exact.ts';
import { moneyDigits, moneyWords } from '../amount.ts';
import { csvHead, csvRecord, textCell } from '../csv-record.ts';
import { decimalMoney } from '../decimal.ts';
import { tableText } from '../layout.ts';

export interface Money {
  readonly amount: Exact;
  readonly currency: string;
}

export type Cell = string | Money;

export interface ListingColumn {
  /** In CSV and JSON. */
  readonly key: string;
  readonly title: string;
  /** The table leaves it out. */
  readonly hidden?: true;
}

export interface Listing {
  /** `adjustments`, `balances`. */
  readonly kind: string;
  readonly workspace: string;
  readonly version: string;
  /** First line of the table. */
  readonly heading: string;
  readonly columns: readonly ListingColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** As many cells as columns. */
  readonly totals: readonly (readonly Cell[])[];
  /** In the place of a table without rows. */
  readonly nothing: string;
  /** Last lines of the table. */
  readonly closing: readonly string[];
}

export interface ListingOptions {
  readonly width?: number;
  readonly csvRaw: boolean;
}

const FORMAT_VERSION = '1.0';

export type ListingFormat = (listing: Listing, options: ListingOptions) => string;

export const LISTING_FORMATS: ReadonlyMap<string, ListingFormat> = new Map<string, ListingFormat>([
  ['table', listingTable],
  ['csv', listingCsv],
  ['json', listingJson],
  ['markdown', listingMarkdown],
]);

function listingTable({ heading, columns, rows, totals, nothing, closing }: Listing, { width }: ListingOptions): string {
  const shown = columns.map((column, at) => ({ column, at })).filter(({ column }) => column.hidden !== true);
  const words = (cells: readonly Cell[]): string[] => shown.map(({ at }) => (typeof cells[at] === 'string' ? cells[at] : moneyWords(cells[at]!.amount, cells[at]!.currency)));
  const isMoney = (at: number): boolean => rows.some((row) => typeof row[at] !== 'string');
  const body = rows.length === 0 ? `${nothing}\n` : tableText({ columns: shown.map(({ column, at }) => ({ title: column.title, align: isMoney(at) ? 'right' : 'left' })), rows: rows.map(words), totals: totals.map(words) }, width);
  return `${visible(heading)}\n\n${body}${closing.length === 0 ? '' : `\n${closing.map((line) => `${visible(line)}\n`).join('')}`}`;
}

function listingCsv({ columns, rows }: Listing, { csvRaw }: ListingOptions): string {
  return csvHead(columns.map(({ key }) => key), false) + rows.map((row) => csvRecord(row.map((cell) => (typeof cell === 'string' ? textCell(cell, csvRaw) : decimalMoney(cell.amount, cell.currency))))).join('');
}

/** A page or a comment; names and reasons only show, whatever they hold. */
function listingMarkdown({ kind, heading, columns, rows, totals, nothing, closing }: Listing): string {
  const shown = columns.map((column, at) => ({ column, at })).filter(({ column }) => column.hidden !== true);
  const isMoney = (at: number): boolean => rows.some((row) => typeof row[at] !== 'string');
  const line = (cells: readonly Cell[], bold: boolean): string => `| ${shown.map(({ at }) => marked(typeof cells[at] === 'string' ? escaped(cells[at]) : `${moneyWords(cells[at]!.amount, cells[at]!.currency)} ${cells[at]!.currency}`, bold)).join(' | ')} |`;
  const body = rows.length === 0 ? [escaped(nothing)] : [`| ${shown.map(({ column }) => column.title).join(' | ')} |`, `|${shown.map(({ at }) => (isMoney(at) ? '--:' : '---')).join('|')}|`, ...rows.map((row) => line(row, false)), ...totals.map((row) => line(row, true))];
  return [`<!-- paycurve:${kind} -->`, `### ${escaped(heading)}`, '', ...body, ...closing.flatMap((text) => ['', escaped(text)]), ''].join('\n');
}

function marked(text: string, bold: boolean): string {
  return bold && text !== '' ? `**${text}**` : text;
}

function listingJson({ kind, workspace, version, columns, rows, totals }: Listing): string {
  const record = (row: readonly Cell[]): object => Object.fromEntries(columns.map(({ key }, at) => [key, typeof row[at] === 'string' ? row[at] : moneyDigits(row[at]!.amount, row[at]!.currency)]));
  return `${JSON.stringify({ format_version: FORMAT_VERSION, kind, tool: { name: 'paycurve', version }, workspace, [kind]: rows.map(record), totals: totals.map(record) }, undefined, 2)}\n`;
}
