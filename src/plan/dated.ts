/** The tables of dated events about people: leaves, and relief of quotas. */
import type { LeaveContract, ReliefContract } from '../data/contract.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { MapEntry } from '../document/node.ts';
import { DATE, rolesOf, WORD } from './roles.ts';
import { readTable } from './table.ts';

export function readLeaves(entry: MapEntry, currency: string, problems: Problems): LeaveContract | undefined {
  const table = readTable('leaves', entry, currency, problems);
  const roles = rolesOf(
    table,
    {
      payee: { what: 'the person', types: ['payee'], required: true },
      from: { what: 'the first day of a leave', types: DATE, required: true },
      to: { what: 'the last day of a leave', types: DATE, required: true, mayBeBlank: true },
      kind: { what: 'the kind of leave', types: WORD, mayBeBlank: true },
    },
    problems,
  );
  return roles === undefined ? undefined : { table: table.contract, payee: roles['payee']!, from: roles['from']!, ...roles };
}

export function readRelief(entry: MapEntry, currency: string, problems: Problems): ReliefContract | undefined {
  const table = readTable('quota-relief', entry, currency, problems);
  const roles = rolesOf(
    table,
    {
      payee: { what: 'the person', types: ['payee'], required: true },
      measure: { what: 'the measure', types: WORD, mayBeBlank: true },
      from: { what: 'the first day of a relief', types: DATE, required: true },
      to: { what: 'the last day of a relief', types: DATE, required: true },
      amount: { what: 'the amount taken off', types: ['money', 'number'], mayBeBlank: true },
      share: { what: 'the share taken off', types: ['ratio'], mayBeBlank: true },
      reason: { what: 'the reason', types: WORD, required: true },
      approver: { what: 'who approved it', types: ['text', 'payee'], required: true },
    },
    problems,
  );
  if (roles === undefined) return undefined;
  if (roles['amount'] === undefined && roles['share'] === undefined)
    problems.error('P026', 'the quota relief does not say how much is taken off', { at: table.node.entry('columns')!.keyAt, pointer: table.node.pointer, hint: 'declare share: ratio, amount: money, or both with a ? after the type' });
  return { table: table.contract, payee: roles['payee']!, from: roles['from']!, to: roles['to']!, reason: roles['reason']!, approver: roles['approver']!, ...roles };
}
