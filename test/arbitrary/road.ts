/** The real road, from texts to payouts: parse, read, load, calculate. */
import { compute } from '../../src/engine/compute.ts';
import type { CalculationOptions, Payout } from '../../src/engine/index.ts';
import type { SourceTally } from '../../src/engine/result.ts';
import { Problems, type Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { Input, TableContract } from '../../src/data/contract.ts';
import { checkPlan, checkPlans, checkWorkspace } from '../../src/plan/index.ts';
import type { Plan } from '../../src/plan/model.ts';
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
  const computed = await compute({ workspace, plans, problems, policy: 'quarantine', engine: options, inputs: async (contract) => inputs(contract) });
  if (computed === undefined) return stop(plans);
  const payouts = [...computed.calculation.settle()];
  return { payouts, accounts: computed.accounts(), problems: problems.all, failed: problems.failed, plans };
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
