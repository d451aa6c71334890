/**
 * A case through the real road: its texts take the place of files, everything else is as in a run. What a case does not give is
 * read from the workspace's own files, but for transactions: a source that is not given has no rows, or a case would depend on sales of the day.
 */
import type { Input, TableContract } from '../data/contract.ts';
import { Problems, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { compute } from '../engine/compute.ts';
import type { CalculationOptions, Credit, Payout } from '../engine/index.ts';
import type { Plan, Workspace } from '../plan/model.ts';
import type { Exact } from '../value/exact.ts';
import type { Case } from './suite.ts';
import { standIn, type Origin } from './stand-in.ts';

/** What cases are run against. */
export interface Ground {
  readonly workspace: Workspace;
  readonly plans: readonly Plan[];
  /** These are all plans of the workspace. */
  readonly everyPlan: boolean;
  /** The workspace's own files of a table. */
  files(contract: TableContract, problems: Problems): Promise<readonly Input[] | undefined>;
}

/** A credit as it happened; the engine's own is reused for the next row. */
export interface FoundCredit {
  readonly payee: string;
  readonly rule: string;
  readonly period: string;
  readonly currency: string;
  readonly share: Exact;
  readonly transaction: string;
  readonly adds: Credit['adds'];
}

export interface Ran {
  readonly payouts: readonly Payout[];
  readonly credits: readonly FoundCredit[];
  /** Ids of rows that nobody was credited for, by reason. */
  readonly excluded: ReadonlyMap<string, readonly string[]>;
  /** Errors and warnings, at their places in the file of cases where its texts are meant. */
  readonly problems: readonly Diagnostic[];
  readonly failed: boolean;
  readonly origin: Origin;
}

export interface RunOptions {
  /** Whose payouts are to come with their steps, down to the rows of the case. */
  readonly watch?: ReadonlySet<string>;
  /** Told of every payout as it was worked out. */
  readonly onWorked?: NonNullable<CalculationOptions['onWorked']>;
}

export async function runCase(one: Case, ground: Ground, { watch, onWorked }: RunOptions = {}): Promise<Ran> {
  const problems = new Problems();
  const { inputs, origin } = standIn(one);
  const credits: FoundCredit[] = [];
  const excluded = new Map<string, string[]>();
  const listens = one.credits !== undefined || one.excluded.length > 0;
  const computed = await compute({
    workspace: ground.workspace,
    plans: ground.plans,
    problems,
    policy: 'stop',
    inputs: async (contract) => {
      const given = inputs.get(contract);
      if (given !== undefined) return [given];
      // manual entries are of the day, like transactions
      return contract === ground.workspace.adjustments?.table || ground.workspace.sources.some((source) => source === contract) ? [] : ground.files(contract, problems);
    },
    engine: {
      everyPlan: ground.everyPlan,
      ...(onWorked === undefined ? {} : { onWorked }),
      ...(watch === undefined ? {} : { steps: true, watch: (payee: string) => watch.has(payee) }),
      ...(listens ? { listener: { credit: (credit) => void credits.push(kept(credit)), exclude: ({ reason, row }) => void excluded.set(reason, [...(excluded.get(reason) ?? []), row.id]) } } : {}),
    },
  });
  const payouts = computed === undefined ? [] : [...computed.calculation.settle()];
  return { payouts: problems.failed ? [] : payouts, credits, excluded, problems: problems.all.map(origin.problem), failed: problems.failed, origin };
}

function kept({ payee, rule, period, currency, share, adds, row }: Credit): FoundCredit {
  return { payee, rule, period, currency, share, transaction: row.id, adds: [...adds] };
}
