/**
 * Pay is personal: the formats that are made to be shared do not carry cells of data files, neither alone nor quoted
 * in a message. File, row and column stay, so that those who may see the data find the place. Rule: cli-conventions §16.
 */
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { withoutCell } from '../../diagnostic/order.ts';
import { visible } from '../../diagnostic/visible.ts';
import type { Findings, FormatOptions } from './findings.ts';

/** The findings as they may be shared, or as they are when `redact` is false. */
export function shareable(findings: Findings, options: FormatOptions): Findings {
  return options.redact === false ? findings : { ...findings, diagnostics: findings.diagnostics.map(redacted) };
}

function redacted(problem: Diagnostic): Diagnostic {
  const { data } = problem;
  if (data?.cell === undefined) return problem;
  const { cell, ...place } = data;
  const hide = (words: string): string => withoutCell(withoutCell(words, cell), visible(cell));
  const { found: _, suggestion: __, ...rest } = problem;
  return { ...rest, message: hide(problem.message), data: place, ...(problem.hint !== undefined && { hint: hide(problem.hint) }), ...(problem.note !== undefined && { note: hide(problem.note) }) };
}
