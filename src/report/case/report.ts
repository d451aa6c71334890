/** What a report of cases is told, and what it counts. */
import type { PlanCoverage, PlanMutation, SuiteResult } from '../../case/index.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Paint } from '../../diagnostic/paint.ts';

export interface CaseReport {
  /** In the order of their files. */
  readonly suites: readonly SuiteResult[];
  /** What kept cases from being run: faults in files of cases, plans and workspaces. */
  readonly problems: readonly Diagnostic[];
  /** What the cases reach, where that was asked for, and the least percentage that is enough. */
  readonly coverage?: { readonly plans: readonly PlanCoverage[]; readonly least?: number };
  /** What changes of the plans the cases notice, where that was asked for; `plans` is absent when cases fail anyway. */
  readonly mutation?: { readonly plans?: readonly PlanMutation[] | undefined; readonly least?: number };
}

export interface CaseAbout {
  readonly version: string;
  readonly paint: Paint;
  readonly width: number;
  /** Whether formats that are made to be shared leave names and amounts out. */
  readonly redact: boolean;
  /** Cases that hold are listed too. */
  readonly all: boolean;
}

export interface Counts {
  readonly files: number;
  readonly cases: number;
  readonly failed: number;
}

export function countsOf({ suites }: CaseReport): Counts {
  const cases = suites.flatMap((suite) => suite.cases);
  return { files: suites.length, cases: cases.length, failed: cases.filter(({ differences }) => differences.length > 0).length };
}
