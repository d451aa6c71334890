/**
 * The order of problems in every output: file, line, column, code, words; problems without a place come last. Equal
 * problems of many data rows fold into one. The same problems give the same bytes every time. Rule: cli-conventions §5.
 */
import { textOrder } from '../value/text-order.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { gatherProblems } from './gather.ts';
import { positionOf } from './position.ts';

/** Rows named in a folded problem beside the first. */
const ROWS_NAMED = 5;

/** Problems in order; the list given is left as it is. */
export function sortProblems(problems: readonly Diagnostic[]): Diagnostic[] {
  return problems
    .map((problem) => ({ problem, key: placeKey(problem) }))
    .sort((a, b) => textOrder(a.key.file, b.key.file) || a.key.line - b.key.line || a.key.col - b.key.col || textOrder(a.problem.code, b.problem.code) || textOrder(a.problem.message, b.problem.message))
    .map(({ problem }) => problem);
}

/** The file a problem stands in, or undefined. */
export function fileOf(problem: Diagnostic): string | undefined {
  return problem.at?.source.name ?? problem.data?.file;
}

/** Position in a list by weight: errors first. */
export function severityRank(severity: Severity): number {
  return severity === 'error' ? 0 : severity === 'warning' ? 1 : 2;
}

/**
 * Folds problems that say the same: those of one cause for many people and periods; of data, those that differ in row and cell only (`times` counts them, `rows`
 * names the first others); of texts, those that are equal in place and words, which are one.
 */
export function foldProblems(problems: readonly Diagnostic[]): Diagnostic[] {
  const folds = new Map<string, { first: Diagnostic; times: number; rows: number[] }>();
  for (const problem of gatherProblems(problems)) {
    const key = foldKey(problem);
    const times = problem.times ?? 1;
    const fold = folds.get(key);
    if (!fold) folds.set(key, { first: problem, times, rows: [...(problem.rows ?? [])] });
    else if (problem.data?.row !== undefined) {
      fold.times += times;
      if (fold.rows.length < ROWS_NAMED) fold.rows.push(problem.data.row);
    }
  }
  return [...folds.values()].map(({ first, times, rows }) => (times === (first.times ?? 1) ? first : { ...first, times, rows }));
}

/** Keeps the first `most` problems, errors before warnings, and leaves them in their order. */
export function capProblems(problems: readonly Diagnostic[], most: number): Diagnostic[] {
  if (problems.length <= most) return [...problems];
  const kept = new Set([...problems].sort((a, b) => severityRank(a.severity) - severityRank(b.severity)).slice(0, most));
  return problems.filter((problem) => kept.has(problem));
}

/** How many problems a list stands for, folded ones counted in full. */
export function countProblems(problems: readonly Diagnostic[]): number {
  return problems.reduce((sum, problem) => sum + (problem.times ?? 1), 0);
}

function placeKey(problem: Diagnostic): { file: string; line: number; col: number } {
  if (problem.at) return { file: problem.at.source.name, ...positionOf(problem.at) };
  if (problem.data) return { file: problem.data.file, line: problem.data.line ?? 0, col: problem.data.column ?? 0 };
  return { file: '\uffff', line: 0, col: 0 };
}

function foldKey(problem: Diagnostic): string {
  const { code, severity, message, at, data, hint } = problem;
  if (data?.row === undefined) return JSON.stringify([code, severity, message, at?.source.name, at?.start, at?.end, data, hint]);
  return JSON.stringify([code, severity, withoutCell(message, data.cell), data.file, data.header, data.column, withoutCell(hint ?? '', data.cell)]);
}

/** The words without the cell they quote, so that equal faults of different cells are equal. */
export function withoutCell(words: string, cell: string | undefined): string {
  return cell === undefined || cell === '' ? words : words.replaceAll(cell, '…');
}
