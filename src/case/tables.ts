/** Which tables a case may stand in for: those that the workspace declares, under the names the field gives them. */
import type { TableContract } from '../data/contract.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import { didYouMean, either } from '../diagnostic/suggest.ts';
import type { MapEntry, MapNode, ScalarNode } from '../document/node.ts';
import type { CalendarSpec, Plan, Workspace } from '../plan/model.ts';
import { namedUnder } from '../plan/place.ts';

/** What a case may give, by the name it is given under. */
export interface Tables {
  readonly roles: ReadonlyMap<string, readonly TableContract[]>;
  readonly lookups: ReadonlyMap<string, TableContract>;
  readonly sources: ReadonlyMap<string, TableContract>;
}

export function tablesOf(workspace: Workspace, plans: readonly Plan[]): Tables {
  const { people, hierarchy, quotas, rates, adjustments } = workspace;
  const calendars = new Set<CalendarSpec>([workspace.calendar, ...plans.map((plan) => plan.calendar)]);
  const roles: readonly (readonly [string, readonly TableContract[]])[] = [
    ['people', people === undefined ? [] : [people.table]],
    ['hierarchy', hierarchy === undefined ? [] : [hierarchy.table]],
    ['quotas', quotas === undefined ? [] : [quotas.table]],
    ['exchange-rates', rates === undefined ? [] : [rates.table]],
    ['adjustments', adjustments === undefined ? [] : [adjustments.table]],
    ['calendar', [...calendars].flatMap((spec) => (spec.kind === 'file' ? [spec.table] : []))],
  ];
  const named = (all: readonly TableContract[]): ReadonlyMap<string, TableContract> => new Map(all.map((contract) => [contract.name, contract]));
  return { roles: new Map(roles.filter(([, contracts]) => contracts.length > 0)), lookups: named(workspace.tables), sources: named(workspace.sources) };
}

/** Puts the texts given in a file or a case in the place of tables; names that are neither of the workspace nor among `fields` are reported. */
export function giveTables(node: MapNode, fields: readonly string[], known: Tables, given: Map<TableContract, ScalarNode>, problems: Problems): void {
  for (const entry of node.entries) {
    if (ROLES.includes(entry.key)) give(entry, known.roles.get(entry.key), 'paycurve.yaml', [...known.roles.keys()], given, problems);
    else if (entry.key === 'tables') for (const inner of namedUnder(node, 'tables')) give(inner, listed(known.lookups.get(inner.key)), 'tables: of paycurve.yaml', [...known.lookups.keys()], given, problems);
    else if (entry.key === 'rows') for (const inner of namedUnder(node, 'rows')) give(inner, listed(known.sources.get(inner.key)), 'data: of paycurve.yaml', [...known.sources.keys()], given, problems);
    else if (!fields.includes(entry.key)) give(entry, listed(known.sources.get(entry.key)), 'the workspace', [...known.roles.keys(), ...known.sources.keys(), ...fields], given, problems);
  }
}

const ROLES = ['people', 'hierarchy', 'quotas', 'exchange-rates', 'adjustments', 'calendar'];

function listed(contract: TableContract | undefined): readonly TableContract[] | undefined {
  return contract === undefined ? undefined : [contract];
}

function give({ key, keyAt, value }: MapEntry, contracts: readonly TableContract[] | undefined, where: string, names: readonly string[], given: Map<TableContract, ScalarNode>, problems: Problems): void {
  if (contracts === undefined) {
    const near = didYouMean(key, names);
    problems.error('T002', `there is no ${key} in ${where}`, { at: keyAt, pointer: value.pointer, found: key, ...(near === undefined ? {} : { note: near }), hint: names.length === 0 ? 'the workspace declares none' : `there is ${either(names, 'and')}` });
  } else if (value.kind === 'scalar') for (const contract of contracts) given.set(contract, value);
}
