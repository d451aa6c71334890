/**
 * The front door of the room of cases: a file of cases is opened, its workspace and plans are brought by the caller, and each case
 * comes back with what differs. No file is opened here.
 */
import type { Diagnostic, Span } from '../diagnostic/diagnostic.ts';
import type { Payout } from '../engine/index.ts';
import { compare, type Difference } from './compare.ts';
import type { Coverage } from './coverage.ts';
import { runCase, type Ground, type Ran } from './run.ts';
import type { Case, Suite } from './suite.ts';

export { Coverage, type PlanCoverage } from './coverage.ts';
export type { Difference } from './compare.ts';
export { mutate, staleIn, type PlanMutation, type Tested } from './mutation.ts';
export { openCases, type OpenedCases } from './open.ts';
export { plansWritten } from './own-plans.ts';
export { readSuite } from './read.ts';
export { recordCase } from './record.ts';
export { runCase, type Ground, type Ran } from './run.ts';
export type { Case, Suite } from './suite.ts';
export { compare };

export interface CaseResult {
  readonly name: string;
  readonly at: Span;
  readonly mechanic?: string;
  readonly source?: string;
  readonly work?: string;
  readonly differences: readonly Difference[];
  /** Errors that nobody expected. */
  readonly problems: readonly Diagnostic[];
  /** The payouts that differ, with their steps down to the rows of the case; `component`: only that part is of interest. */
  readonly why: readonly { readonly payout: Payout; readonly component?: string }[];
}

export interface SuiteResult {
  readonly file: string;
  /** Folder of the workspace, as it stands in names of files. */
  readonly folder: string;
  readonly cases: readonly CaseResult[];
}

export async function runSuite(suite: Suite, ground: Ground, coverage?: Coverage): Promise<SuiteResult> {
  coverage?.expect(ground.plans);
  const cases: CaseResult[] = [];
  for (const one of suite.cases) cases.push(await resultOf(one, ground, coverage));
  return { file: suite.source.name, folder: ground.workspace.folder, cases };
}

async function resultOf(one: Case, ground: Ground, coverage: Coverage | undefined): Promise<CaseResult> {
  const ran = coverage === undefined ? await runCase(one, ground) : await coverage.during(() => runCase(one, ground, { onWorked: coverage.take }));
  const differences = compare(one, ran);
  return {
    name: one.name,
    at: one.at,
    ...(one.mechanic === undefined ? {} : { mechanic: one.mechanic }),
    ...(one.source === undefined ? {} : { source: one.source }),
    ...(one.work === undefined ? {} : { work: one.work }),
    differences,
    problems: differences.some(({ kind }) => kind === 'problems') ? ran.problems.filter(({ severity }) => severity === 'error') : [],
    why: await whyOf(one, differences, ground),
  };
}

/** Computed once more with everything written down, for the few that differ. */
async function whyOf(one: Case, differences: readonly Difference[], ground: Ground): Promise<CaseResult['why']> {
  const asked = differences.flatMap(({ payout }) => payout ?? []);
  if (asked.length === 0) return [];
  const ran: Ran = await runCase(one, ground, { watch: new Set(asked.map(({ payee }) => payee)) });
  const why = new Map<string, CaseResult['why'][number]>();
  for (const { payee, period, component } of asked)
    for (const payout of ran.payouts) {
      if (payout.payee !== payee || payout.period.id !== period) continue;
      if (component !== undefined && !payout.components.some((part) => part.component === component)) continue;
      const step = payout.step === undefined ? {} : { step: ran.origin.step(payout.step) };
      why.set(`${payee} ${period} ${component ?? ''} ${payout.from}`, { payout: { ...payout, ...step }, ...(component === undefined ? {} : { component }) });
    }
  return [...why.values()];
}
