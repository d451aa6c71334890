/** What a check found, ready to be printed: problems in order, equal ones folded, too many cut, all of them counted. */
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { capProblems, countProblems, foldProblems, sortProblems } from '../../diagnostic/order.ts';
import type { Paint } from '../../diagnostic/paint.ts';
import { textOrder } from '../../value/text-order.ts';

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  /** Silenced by `paycurve-ignore`. */
  readonly ignored: number;
}

export interface Findings {
  /** In order, folded and cut. */
  readonly diagnostics: readonly Diagnostic[];
  /** Names of all files that were checked, those without problems too; in code-unit order, each once. */
  readonly files: readonly string[];
  /** Of all problems, folded and cut ones included. */
  readonly counts: Counts;
  /** How many problems the list stands for, and how many there are. */
  readonly shown: number;
  readonly total: number;
  /** Names of the data files that were read; empty when none was opened, absent where there is no workspace. */
  readonly data?: readonly string[];
}

/** What a format may need to know; a format never asks the process. */
export interface FormatOptions {
  /** Default: no colours. */
  readonly paint?: Paint;
  /** Columns; default 100. */
  readonly width?: number;
  /** Version of the program, for the formats that name their tool. */
  readonly version?: string;
  /** Address of the page of a code, when the project has such pages. */
  readonly helpUrl?: (code: string) => string;
  /** Tells the comments of several jobs apart in the hidden marker of `markdown`. Default `validate`. */
  readonly tag?: string;
  /** Whether the formats that are made to be shared leave raw cells out. Default true. */
  readonly redact?: boolean;
}

/** Problems shown when nothing else is said. */
export const MOST = 100;

/** Sorts, folds, cuts and counts. `most` bounds the list, never the counts. */
export function findingsOf(problems: readonly Diagnostic[], rest: { readonly files: readonly string[]; readonly ignored?: number; readonly most?: number; readonly data?: readonly string[] }): Findings {
  const all = foldProblems(sortProblems(problems));
  const diagnostics = capProblems(all, rest.most ?? MOST);
  const count = (severity: Diagnostic['severity']): number => countProblems(all.filter((problem) => problem.severity === severity));
  return {
    diagnostics,
    files: [...new Set(rest.files)].sort(textOrder),
    counts: { error: count('error'), warning: count('warning'), info: count('info'), ignored: rest.ignored ?? 0 },
    shown: countProblems(diagnostics),
    total: countProblems(all),
    ...(rest.data === undefined ? {} : { data: rest.data }),
  };
}
