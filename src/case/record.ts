/**
 * A case from a real workspace: what somebody was paid up to a period, and the lines that it was paid for. Rows are those credited to
 * the person; people, hierarchy, quotas, leaves and quota relief those of everybody these rows name, and of their managers. Where a plan
 * pays by what others sell or earn, all of these are everybody's. Rates, calendars and lookup tables that name nobody stay those of the workspace.
 */
import type { Problems } from '../diagnostic/diagnostic.ts';
import { didYouMean, either } from '../diagnostic/suggest.ts';
import { compute, type Computed } from '../engine/compute.ts';
import type { CalculationOptions, Payout } from '../engine/index.ts';
import { peopleIn } from './cut-table.ts';
import { dependsOnOthers, RecordedRows } from './record-rows.ts';
import { cut, cutLookups, cutRoles, everybody, written } from './record-tables.ts';
import { writeCase } from './record-text.ts';
import type { Ground } from './run.ts';

export interface Wanted {
  readonly person: string;
  readonly periods: readonly string[];
}

/** The text of a file of cases with one case; undefined after a problem was reported. */
export async function recordCase(wanted: Wanted, ground: Ground, problems: Problems): Promise<string | undefined> {
  const { workspace } = ground;
  const first = await computed(ground, problems, {});
  if (first === undefined) return undefined;
  const spans = first.calculation.periods();
  refuseUnknown(wanted, first, spans.map(({ id }) => id), problems);
  if (problems.failed) return undefined;
  const last = Math.max(...spans.filter(({ id }) => wanted.periods.includes(id)).map(({ to }) => to));
  const asked = new Set(spans.filter(({ to }) => to <= last).map(({ id }) => id));
  const others = ground.plans.some(dependsOnOthers);
  const kept = new RecordedRows(wanted.person, others, last);
  const second = await computed(ground, problems, { asked, listener: kept.listener });
  const settled: Payout[] = second === undefined ? [] : [...second.calculation.settle()].filter(({ payee }) => payee === wanted.person);
  if (problems.failed) return undefined;
  kept.reach(settled);
  const rows = await cut(workspace.sources, ground, problems, (record) => kept.has(record));
  const lookups = await cutLookups(rows, ground, problems);
  const all = new Set(first.people?.all.map(({ id }) => id));
  const people = others ? all : await everybody(new Set([wanted.person, ...[...rows, ...lookups].flatMap(({ table, records }) => [...peopleIn(table, records)])]), ground, problems);
  const tables = await cutRoles(wanted.person, { people, all, others }, ground, problems);
  return writeCase(wanted, settled.filter((payout) => kept.settles(payout) || !isNothing(payout)), { roles: tables.map(written), lookups: lookups.map(written), rows: rows.map(written) });
}

/** A payout that a case may leave unsaid where its rows do not reach the period: nothing earned, nothing payable, nothing owed. */
function isNothing({ total, payment }: Payout): boolean {
  return total.isZero() && (payment === undefined || (payment.earned.isZero() && payment.paid.isZero() && payment.balances.every(({ closing }) => closing.isZero())));
}

function refuseUnknown({ person, periods }: Wanted, { people }: Computed, ids: readonly string[], problems: Problems): void {
  const names = people?.all.map(({ id }) => id);
  if (names !== undefined && !names.includes(person)) problems.error('U011', `there is no person "${person}"`, { hint: didYouMean(person, names) ?? 'paycurve run shows who was paid' });
  for (const period of periods) if (!ids.includes(period)) problems.error('U011', `there is no period "${period}"`, { hint: didYouMean(period, ids) ?? `there is ${either(ids.slice(0, 8), 'and')}` });
}

function computed(ground: Ground, problems: Problems, engine: CalculationOptions): Promise<Computed | undefined> {
  return compute({ workspace: ground.workspace, plans: ground.plans, problems, policy: 'stop', engine: { everyPlan: ground.everyPlan, ...engine }, inputs: (contract) => ground.files(contract, problems) });
}
