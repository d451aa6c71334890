/**
 * A workspace, its plans and its data through the engine: reference data first, then every source once. Gives the
 * calculation, ready to settle, and the account of rows; nothing when something was wrong.
 */
import { loadAdjustments } from '../data/adjustments.ts';
import type { Input, TableContract } from '../data/contract.ts';
import type { RejectedRow } from '../data/bad-rows.ts';
import { hierarchyOf, loadHierarchy } from '../data/hierarchy.ts';
import type { LookupTable } from '../data/lookup.ts';
import { loadTable } from '../data/lookup-table.ts';
import { loadLeaves } from '../data/leaves.ts';
import { loadPeople } from '../data/people.ts';
import { loadPeriods } from '../data/periods.ts';
import { loadQuotas } from '../data/quotas.ts';
import { loadRates } from '../data/rates.ts';
import { loadReliefs } from '../data/relief.ts';
import type { ManualEntries } from '../data/manual-entry.ts';
import type { People } from '../data/reference.ts';
import { readTransactions, type ReadTally } from '../data/transactions.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { CalendarSpec, Plan, Workspace } from '../plan/model.ts';
import { calendarOf, type Calendar } from '../value/calendar.ts';
import { Calculation, type CalculationOptions, type Facts } from './calculation.ts';
import type { SourceTally } from './result.ts';

export interface ComputeJob {
  readonly workspace: Workspace;
  readonly plans: readonly Plan[];
  readonly problems: Problems;
  readonly policy: 'stop' | 'quarantine';
  readonly engine?: CalculationOptions;
  /** The files of a table, or undefined after a problem was reported. */
  inputs(contract: TableContract): Promise<readonly Input[] | undefined>;
  /** The people, as soon as they are known. */
  onPeople?(people: People | undefined): void;
  onRejected?(row: RejectedRow): void;
  onProgress?(bytes: number): void;
}

export interface Computed {
  readonly calculation: Calculation;
  readonly people: People | undefined;
  /** What people decided by hand. */
  readonly entries: ManualEntries | undefined;
  readonly tallies: readonly ReadTally[];
  /** Valid after the calculation was settled. */
  accounts(): SourceTally[];
}

export async function compute(job: ComputeJob): Promise<Computed | undefined> {
  const { workspace, problems } = job;
  const reference = await loadReference(job);
  if (reference === undefined || problems.failed) return undefined;
  job.onPeople?.(reference.facts.people);
  const calculation = new Calculation(workspace, job.plans, reference.facts, problems, job.engine ?? {});
  const tallies: ReadTally[] = [];
  for (const [index, contract] of workspace.sources.entries()) {
    const inputs = await job.inputs(contract);
    if (inputs === undefined) continue;
    tallies.push(
      await readTransactions({
        contract,
        inputs,
        people: reference.facts.people,
        tables: reference.tables,
        policy: job.policy,
        problems,
        onRow: (row) => calculation.take(index, row),
        onIgnored: (row) => calculation.ignore(index, row),
        ...(job.onRejected === undefined ? {} : { onRejected: (row) => job.onRejected!(row) }),
        ...(job.onProgress === undefined ? {} : { onProgress: (bytes) => job.onProgress!(bytes) }),
      }),
    );
  }
  calculation.takeReturns();
  if (problems.failed) return undefined;
  return { calculation, people: reference.facts.people, entries: reference.facts.entries, tallies, accounts: () => tallies.map((tally, index) => calculation.account(index, tally)) };
}

async function loadReference(job: ComputeJob): Promise<{ facts: Facts; tables: ReadonlyMap<string, LookupTable> } | undefined> {
  const { workspace, problems } = job;
  const loaded = async <C extends { readonly table: TableContract }, T>(contract: C | undefined, load: (contract: C, inputs: readonly Input[]) => Promise<T | undefined>): Promise<T | undefined> => {
    const inputs = contract === undefined ? undefined : await job.inputs(contract.table);
    return contract === undefined || inputs === undefined ? undefined : load(contract, inputs);
  };
  const people = await loaded(workspace.people, (contract, inputs) => loadPeople(contract, inputs, problems));
  if (workspace.people !== undefined && people === undefined) return undefined;
  const filed = await loaded(workspace.hierarchy, (contract, inputs) => loadHierarchy(contract, inputs, people, problems));
  const hierarchy = workspace.hierarchy === undefined && people !== undefined ? hierarchyOf(people, workspace.people!, problems) : filed;
  const quotas = await loaded(workspace.quotas, (contract, inputs) => loadQuotas(contract, inputs, people, problems));
  const rates = await loaded(workspace.rates, (contract, inputs) => loadRates(contract, inputs, problems));
  const entries = await loaded(workspace.adjustments, (contract, inputs) => loadAdjustments(contract, inputs, people, problems));
  const planRates = await loaded(workspace.planRates, (contract, inputs) => loadRates(contract, inputs, problems));
  const leaves = await loaded(workspace.leaves, (contract, inputs) => loadLeaves(contract, inputs, people, problems));
  const reliefs = await loaded(workspace.relief, (contract, inputs) => loadReliefs(contract, inputs, people, problems));
  const tables = new Map<string, LookupTable>();
  for (const contract of workspace.tables) {
    const table = await loaded({ table: contract }, (_, inputs) => loadTable(contract, inputs, people, problems));
    if (table !== undefined) tables.set(contract.name, table);
  }
  const calendars = await loadCalendars(job);
  return {
    facts: {
      calendars,
      ...(people === undefined ? {} : { people }),
      ...(hierarchy === undefined ? {} : { hierarchy }),
      ...(quotas === undefined ? {} : { quotas }),
      ...(rates === undefined ? {} : { rates }),
      ...(entries === undefined ? {} : { entries }),
      ...(planRates === undefined ? {} : { planRates }),
      ...(leaves === undefined ? {} : { leaves }),
      ...(reliefs === undefined ? {} : { reliefs }),
    },
    tables,
  };
}

async function loadCalendars(job: ComputeJob): Promise<ReadonlyMap<CalendarSpec, Calendar>> {
  const calendars = new Map<CalendarSpec, Calendar>();
  for (const spec of new Set([job.workspace.calendar, ...job.plans.map((plan) => plan.calendar)])) {
    if (spec.kind !== 'file') continue;
    const inputs = await job.inputs(spec.table);
    const periods = inputs === undefined ? undefined : await loadPeriods(spec.table, inputs, job.problems);
    if (periods !== undefined) calendars.set(spec, calendarOf(periods));
  }
  return calendars;
}
