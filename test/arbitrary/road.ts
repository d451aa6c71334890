/** The real road, from texts to payouts: parse, read, load, calculate. */
import { Calculation, type CalculationOptions, type Payout } from '../../src/engine/index.ts';
import type { SourceTally } from '../../src/engine/result.ts';
import { Problems, type Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { hierarchyOf, loadHierarchy } from '../../src/data/hierarchy.ts';
import { loadPeople } from '../../src/data/people.ts';
import { loadPeriods } from '../../src/data/periods.ts';
import { loadQuotas } from '../../src/data/quotas.ts';
import { loadRates } from '../../src/data/rates.ts';
import { readTransactions } from '../../src/data/transactions.ts';
import type { Input, TableContract } from '../../src/data/contract.ts';
import { checkPlan, checkPlans, checkWorkspace } from '../../src/plan/index.ts';
import type { CalendarSpec, Plan } from '../../src/plan/model.ts';
import { calendarOf, type Calendar } from '../../src/value/calendar.ts';
import type { Exact } from '../../src/value/exact.ts';
import { memoryInput } from '../data/memory-input.ts';

export interface Texts {
  readonly workspace: string;
  readonly plans: readonly string[];
  /** Data files by path; a source may name several. */
  readonly files: Readonly<Record<string, string>>;
}

export interface Travelled {
  readonly payouts: readonly Payout[];
  readonly accounts: readonly SourceTally[];
  readonly problems: readonly Diagnostic[];
  readonly failed: boolean;
  readonly plans: readonly Plan[];
}

/** Runs a workspace given as texts. Options are those of the calculation. */
export async function travel(texts: Texts, options: CalculationOptions = {}): Promise<Travelled> {
  const problems = new Problems();
  const stop = (plans: readonly Plan[] = []): Travelled => ({ payouts: [], accounts: [], problems: problems.all, failed: true, plans });
  const workspace = checkWorkspace({ name: 'paycurve.yaml', text: texts.workspace }, '.', problems);
  if (workspace === undefined) return stop();
  const plans = texts.plans.flatMap((text, index) => checkPlan({ name: `plans/plan-${index + 1}.yaml`, text }, workspace, problems) ?? []);
  checkPlans(plans, workspace, problems);
  if (problems.failed) return stop(plans);
  const inputs = ({ files }: Pick<TableContract, 'files'>): Input[] => files.flatMap((glob) => Object.keys(texts.files).filter((path) => matches(glob, path)).sort().map((path) => memoryInput(path, texts.files[path]!)));
  const people = workspace.people === undefined ? undefined : await loadPeople(workspace.people, inputs(workspace.people.table), problems);
  const hierarchy =
    workspace.hierarchy !== undefined ? await loadHierarchy(workspace.hierarchy, inputs(workspace.hierarchy.table), people, problems)
    : workspace.people !== undefined && people !== undefined ? hierarchyOf(people, workspace.people, problems)
    : undefined;
  const quotas = workspace.quotas === undefined ? undefined : await loadQuotas(workspace.quotas, inputs(workspace.quotas.table), people, problems);
  const rates = workspace.rates === undefined ? undefined : await loadRates(workspace.rates, inputs(workspace.rates.table), problems);
  const calendars = new Map<CalendarSpec, Calendar>();
  for (const spec of [workspace.calendar, ...plans.map((plan) => plan.calendar)]) {
    if (spec.kind !== 'file' || calendars.has(spec)) continue;
    const periods = await loadPeriods(spec.table, inputs(spec.table), problems);
    if (periods !== undefined) calendars.set(spec, calendarOf(periods));
  }
  if (problems.failed) return stop(plans);
  const facts = { ...(people === undefined ? {} : { people }), ...(hierarchy === undefined ? {} : { hierarchy }), ...(quotas === undefined ? {} : { quotas }), ...(rates === undefined ? {} : { rates }), calendars };
  const calculation = new Calculation(workspace, plans, facts, problems, options);
  const rejected: number[] = [];
  for (const [index, contract] of workspace.sources.entries()) {
    const tally = await readTransactions({ contract, inputs: inputs(contract), ...(people === undefined ? {} : { people }), policy: 'quarantine', problems, onRow: (row) => calculation.take(index, row) });
    rejected.push(tally.rejected);
  }
  const payouts = [...calculation.settle()];
  const accounts = workspace.sources.map((_, index) => calculation.account(index, { rejected: rejected[index]! }));
  return { payouts, accounts, problems: problems.all, failed: problems.failed, plans };
}

function matches(glob: string, path: string): boolean {
  const star = glob.indexOf('*');
  return star < 0 ? glob === path : path.startsWith(glob.slice(0, star)) && path.endsWith(glob.slice(star + 1));
}

/** In lowest terms, as text: `5`, `-7/3`. */
export function exactText(value: Exact): string {
  const { n, d } = value.reduced();
  return d === 1n ? `${n}` : `${n}/${d}`;
}

/** Codes of the problems, each once, with `!` for errors. */
export function codesOf(travelled: Pick<Travelled, 'problems'>): string[] {
  return [...new Set(travelled.problems.map((problem) => `${problem.code}${problem.severity === 'error' ? '!' : ''}`))].sort();
}
