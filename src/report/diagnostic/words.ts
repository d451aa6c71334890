/** The small sentences that several formats share: where a problem stands, how many there are. */
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { fileOf } from '../../diagnostic/order.ts';
import { positionOf } from '../../diagnostic/position.ts';
import { either } from '../../diagnostic/suggest.ts';
import { visible } from '../../diagnostic/visible.ts';
import type { Counts } from './findings.ts';

/** `plans/ae.yaml:14:21`, `data/sales.csv:15`, or undefined where there is no place. */
export function whereWords(problem: Diagnostic): string | undefined {
  if (problem.at) {
    const { line, col } = positionOf(problem.at);
    return `${visible(problem.at.source.name)}:${line}:${col}`;
  }
  if (!problem.data) return undefined;
  return problem.data.line === undefined ? visible(problem.data.file) : `${visible(problem.data.file)}:${problem.data.line}`;
}

/** `file:line:col` for programs that jump there: a whole file begins at 1:1, a data row at its first column. */
export function jumpWords(problem: Diagnostic): string | undefined {
  if (problem.at) return whereWords(problem);
  return problem.data && `${visible(fileOf(problem)!)}:${problem.data.line ?? 1}:1`;
}

/** `did you mean from?`, where a near name is known; other notes belong to the caret. */
export function nearWords(problem: Diagnostic): string | undefined {
  return problem.suggestion === undefined ? undefined : problem.note;
}

/** `rows 15, 88 and 410 more`: the other rows of a folded problem. */
export function otherRows(problem: Diagnostic): string | undefined {
  const others = (problem.times ?? 1) - 1;
  const rows = problem.rows ?? [];
  if (others <= 0 || rows.length === 0) return undefined;
  const more = others - rows.length;
  const names = rows.map((row) => `${row}`);
  return `${others === 1 ? 'row' : 'rows'} ${more > 0 ? `${names.join(', ')} and ${grouped(more)} more` : either(names, 'and')}`;
}

/** `2 errors and 1 warning`, or `no problems`. */
export function countWords(counts: Counts): string {
  const parts = [some(counts.error, 'error'), some(counts.warning, 'warning'), some(counts.info, 'note')].filter((part) => part !== '');
  return parts.length === 0 ? 'no problems' : either(parts, 'and');
}

/** `1 file`, `1,204 files`. */
export function plural(count: number, word: string): string {
  return `${grouped(count)} ${word}${count === 1 ? '' : 's'}`;
}

function some(count: number, word: string): string {
  return count === 0 ? '' : plural(count, word);
}

function grouped(count: number): string {
  return `${count}`.replace(/\B(?=(\d{3})+$)/g, ',');
}
