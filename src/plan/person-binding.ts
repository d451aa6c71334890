/** Formulas over one record of a person: who is in a plan, what a target incentive is. */
import type { PersonRecord } from '../data/reference.ts';
import type { NameInfo } from '../expr/types.ts';
import { nameOf, plainScope, type Binding } from './binding.ts';
import type { Workspace } from './model.ts';

export function personBinding(workspace: Workspace): Binding<PersonRecord> {
  const columns = workspace.people?.table.columns ?? [];
  const names = new Map(columns.map((column): [string, NameInfo] => [column.name, nameOf(column)]));
  return {
    scope: plainScope('people columns', names),
    bind: (ref) => {
      const index = columns.findIndex((column) => column.name === ref.name);
      return (record) => record.values[index];
    },
  };
}
