/**
 * A problem as a record for programs: the same fields in the same order every time, absent where there is nothing to
 * say. Positions are 1-based, `offset` 0-based, all in UTF-16 units. Rule: cli-conventions §5 and §12.
 */
import type { Diagnostic, Span } from './diagnostic.ts';
import { positionOf } from './position.ts';
import { clip } from './visible.ts';

export interface PlaceRecord {
  readonly file: string;
  readonly line: number;
  readonly col: number;
  readonly end_line: number;
  readonly end_col: number;
  readonly offset: number;
  readonly length: number;
}

export interface LabelRecord extends PlaceRecord {
  readonly message: string;
}

export interface DiagnosticRecord extends Partial<PlaceRecord> {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly pointer?: string;
  /** Data problems: 1-based data row, header of the column (its number when the file has none) and the raw cell. */
  readonly row?: number;
  readonly column?: string;
  readonly cell?: string;
  readonly times?: number;
  readonly rows?: readonly number[];
  readonly found?: string;
  readonly expected?: string;
  readonly suggestion?: string;
  readonly note?: string;
  readonly labels?: readonly LabelRecord[];
  readonly hint?: string;
  readonly help_url?: string;
}

/** Longest cell in a record; longer ones end in `…`. */
const CELL = 1_000;

/** The record of a problem; `helpUrl` gives the address of a code's page, when there is one. */
export function recordOf(problem: Diagnostic, helpUrl?: (code: string) => string): DiagnosticRecord {
  const { at, data, labels } = problem;
  return {
    code: problem.code,
    severity: problem.severity,
    message: problem.message,
    ...(at && placeRecord(at)),
    ...(data && { file: data.file, ...given('line', data.line) }),
    ...given('pointer', problem.pointer),
    ...(data && { ...given('row', data.row), ...given('column', data.header ?? (data.column === undefined ? undefined : `${data.column}`)), ...given('cell', data.cell === undefined ? undefined : clip(data.cell, CELL)) }),
    ...given('times', problem.times),
    ...given('rows', problem.rows),
    ...given('found', problem.found),
    ...given('expected', problem.expected),
    ...given('suggestion', problem.suggestion),
    ...given('note', problem.note),
    ...(labels && labels.length > 0 && { labels: labels.map((label) => ({ message: label.text, ...placeRecord(label.at) })) }),
    ...given('hint', problem.hint),
    ...given('help_url', helpUrl?.(problem.code)),
  };
}

function placeRecord(at: Span): PlaceRecord {
  const { line, col, endLine, endCol } = positionOf(at);
  return { file: at.source.name, line, col, end_line: endLine, end_col: endCol, offset: at.start, length: Math.max(0, at.end - at.start) };
}

function given<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
}
