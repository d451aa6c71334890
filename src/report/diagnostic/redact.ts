/**
 * Pay is personal: the formats that are made to be shared do not carry cells of data files, neither alone nor quoted
 * in a message; nor the ids of people that problems of reference data and of a run name. File, row and column stay, so that
 * those who may see the data find the place. Rule: cli-conventions §16.
 */
import { CODES } from '../../diagnostic/codes.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { withoutCell } from '../../diagnostic/order.ts';
import { visible } from '../../diagnostic/visible.ts';
import type { Findings, FormatOptions } from './findings.ts';

/** The findings as they may be shared, or as they are when `redact` is false. */
export function shareable(findings: Findings, options: FormatOptions): Findings {
  return options.redact === false ? findings : { ...findings, diagnostics: findings.diagnostics.map(redacted) };
}

/** Problems whose words name people, transactions or whole lines: what is known about their kind is said instead. */
const NAMING = /^(R|D10[6-9]|D[3-8])/;

function redacted(problem: Diagnostic): Diagnostic {
  return NAMING.test(problem.code) ? general(problem) : withoutCells(problem);
}

function general({ code, severity, at, data, times, rows }: Diagnostic): Diagnostic {
  const { cell: _, ...place } = data ?? {};
  return {
    code,
    severity,
    message: CODES[code].title,
    ...(at === undefined ? {} : { at }),
    ...(data === undefined ? {} : { data: { ...place, file: data.file } }),
    ...(times === undefined ? {} : { times }),
    ...(rows === undefined ? {} : { rows }),
    hint: 'run it on your machine to see whom it is about',
  };
}

function withoutCells(problem: Diagnostic): Diagnostic {
  const { data } = problem;
  if (data?.cell === undefined) return problem;
  const { cell, ...place } = data;
  const hide = (words: string): string => withoutCell(withoutCell(words, cell), visible(cell));
  // A near name is a name of the data too.
  const { found: _, suggestion, note, ...rest } = problem;
  return { ...rest, message: hide(problem.message), data: place, ...(problem.hint !== undefined && { hint: hide(problem.hint) }), ...(note !== undefined && suggestion === undefined && { note: hide(note) }) };
}
