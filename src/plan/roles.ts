/** The tables with fixed roles: people, hierarchy, quotas, exchange rates, adjustments. */
import type { AdjustmentContract, ColumnType, HierarchyContract, PeopleContract, QuotaContract, RateContract } from '../data/contract.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { MapEntry, ScalarNode } from '../document/node.ts';
import { readDay } from '../value/day.ts';
import { textOf } from './place.ts';
import { roleOf, readTable, type RoleWish, type TableNode } from './table.ts';
import { quoted } from './shape-words.ts';

export const DATE: readonly ColumnType['kind'][] = ['date', 'timestamp'];
const ID: readonly ColumnType['kind'][] = ['payee', 'text'];
export const WORD: readonly ColumnType['kind'][] = ['text', 'one-of'];

type Wishes = Readonly<Record<string, RoleWish>>;

/** Every role that has a column; whether all required ones do. */
export function rolesOf(table: TableNode, wishes: Wishes, problems: Problems): Readonly<Record<string, string>> | undefined {
  const roles: Record<string, string> = {};
  let whole = true;
  for (const [role, wish] of Object.entries(wishes)) {
    const column = roleOf(role, table, wish, problems);
    if (column !== undefined) roles[role] = column;
    else if (wish.required) whole = false;
  }
  return whole ? roles : undefined;
}

export function readPeople(entry: MapEntry, currency: string, problems: Problems): PeopleContract | undefined {
  const table = readTable('people', entry, currency, problems);
  const roles = rolesOf(
    table,
    {
      id: { what: 'the id of the person', types: ID, required: true },
      name: { what: 'the name of the person', types: ['text'], mayBeBlank: true },
      manager: { what: 'the manager', types: ['payee'], mayBeBlank: true },
      start: { what: 'the first day of service', types: DATE, mayBeBlank: true },
      end: { what: 'the last day of service', types: DATE, mayBeBlank: true },
      from: { what: 'the day a record holds from', types: DATE, mayBeBlank: true },
      vacant: { what: 'whether the seat is vacant', types: ['yes-no'], mayBeBlank: true },
    },
    problems,
  );
  for (const column of table.contract.columns)
    if (column.name === 'target' || column.name === 'icr')
      problems.error('P033', `people cannot have a column ${quoted(column.name)}, which has a meaning of its own in formulas`, { at: column.at!, hint: `give it another name, such as ${column.name === 'target' ? 'target_incentive' : 'own_rate'}: … from ${column.header}` });
  for (const column of table.contract.columns)
    if (roles?.['from'] !== undefined && (column.name === 'to' || column.name === 'until'))
      problems.error('P033', `a record of people holds until the person's next one, so the column ${quoted(column.name)} would have no meaning`, { at: column.at!, hint: `for the last day of service write end: date? from ${column.header}; else give the next record its own from` });
  return roles === undefined ? undefined : { table: table.contract, id: roles['id']!, ...roles };
}

export function readHierarchy(entry: MapEntry, currency: string, problems: Problems): HierarchyContract | undefined {
  const table = readTable('hierarchy', entry, currency, problems);
  const roles = rolesOf(
    table,
    {
      person: { what: 'the person', types: ['payee'], required: true },
      manager: { what: 'the manager', types: ['payee'], required: true, mayBeBlank: true },
      from: { what: 'the day an entry holds from', types: DATE, mayBeBlank: true },
    },
    problems,
  );
  return roles === undefined ? undefined : { table: table.contract, person: roles['person']!, manager: roles['manager']!, ...roles };
}

export function readQuotas(entry: MapEntry, currency: string, problems: Problems): QuotaContract | undefined {
  const { contract, node } = readTable('quotas', entry, currency, problems);
  const fixed = node.entry('measure');
  // Here `measure:` names the one measure of the file, not a column.
  const table: TableNode = { contract, node: { ...node, get: (key) => (key === 'measure' ? undefined : node.get(key)), entry: (key) => node.entry(key) } };
  const roles = rolesOf(
    table,
    {
      payee: { what: 'the person', types: ID, required: true },
      measure: { what: 'the measure', types: WORD },
      from: { what: 'the first day of a quota', types: DATE, required: true },
      to: { what: 'the last day of a quota', types: DATE, mayBeBlank: true },
      amount: { what: 'the amount', types: ['money', 'number'], required: true },
      changed: { what: 'the day a quota changes', types: DATE, mayBeBlank: true },
      method: { what: 'how a change acts', types: WORD, mayBeBlank: true },
    },
    problems,
  );
  const until = node.get('until') as ScalarNode | undefined;
  const day = until === undefined ? undefined : readDay(until.text);
  if (day !== undefined && !('day' in day)) problems.error('P009', `until of quotas is ${quoted(until!.text)}: ${day.fault}`, { at: until!.at, pointer: until!.pointer, hint: day.hint });
  const changes = textOf(node, 'changes');
  if (roles === undefined) return undefined;
  if (roles['changed'] === undefined && (changes !== undefined || roles['method'] !== undefined))
    problems.error('P026', 'the quotas say how a change acts, and no column says when one is', { at: node.entry('changes')?.keyAt ?? node.entry('columns')!.keyAt, pointer: node.pointer, hint: 'declare changed: date?, the day from which a row changes the quota of its days' });
  if (roles['measure'] === undefined && fixed === undefined)
    problems.error('P026', 'the quotas do not say what they are for', { at: node.entry('columns')!.keyAt, pointer: node.pointer, hint: 'declare a column measure: text, or write measure: NAME beside file' });
  if (roles['measure'] !== undefined && fixed !== undefined)
    problems.error('P026', 'the measure of quotas is given twice: by a column and for the whole file', {
      at: fixed.keyAt,
      pointer: node.pointer,
      hint: 'remove measure: beside file, or the column measure',
    });
  return {
    table: contract,
    payee: roles['payee']!,
    from: roles['from']!,
    amount: roles['amount']!,
    ...(roles['measure'] === undefined ? {} : { measure: roles['measure'] }),
    ...(fixed?.value.kind === 'scalar' ? { defaultMeasure: fixed.value.text } : {}),
    ...(roles['to'] === undefined ? {} : { to: roles['to'] }),
    ...(roles['changed'] === undefined ? {} : { changed: roles['changed'] }),
    ...(roles['method'] === undefined ? {} : { method: roles['method'] }),
    ...(changes === undefined ? {} : { changes }),
    ...(day !== undefined && 'day' in day ? { until: day.day } : {}),
  };
}

/** Plan rates hold from their day until the next one. */
export function readPlanRates(entry: MapEntry, currency: string, problems: Problems): RateContract | undefined {
  const rates = readRates(entry, currency, problems, 'plan-rates');
  return rates && { ...rates, reachBack: Infinity };
}

export function readRates(entry: MapEntry, currency: string, problems: Problems, name = 'exchange-rates'): RateContract | undefined {
  const table = readTable(name, entry, currency, problems);
  const roles = rolesOf(
    table,
    {
      date: { what: 'the day of the rate', types: DATE, required: true },
      from: { what: 'the currency that is converted', types: WORD, required: true },
      to: { what: 'the currency that results', types: WORD, required: true },
      rate: { what: 'the rate', types: ['number', 'ratio'], required: true },
    },
    problems,
  );
  const { node } = table;
  const back = node.get('reach-back') as ScalarNode | undefined;
  const days = back === undefined || /^\d{1,3}$/.test(back.text) ? +(back?.text ?? '0') : undefined;
  if (days === undefined) problems.error('P009', `reach-back of exchange-rates is ${quoted(back!.text)}`, { at: back!.at, pointer: back!.pointer, hint: 'write a whole number of days, such as 3; 0 never reaches back' });
  if (roles === undefined || days === undefined) return undefined;
  const invert = node.get('invert');
  return { table: table.contract, date: roles['date']!, from: roles['from']!, to: roles['to']!, rate: roles['rate']!, invert: invert?.kind === 'scalar' && invert.text === 'true', reachBack: days };
}

export function readAdjustments(entry: MapEntry, currency: string, problems: Problems): AdjustmentContract | undefined {
  const table = readTable('adjustments', entry, currency, problems);
  const roles = rolesOf(
    table,
    {
      id: { what: 'the id of the entry', types: ['text'], required: true },
      payee: { what: 'the person', types: ['payee'], required: true },
      date: { what: 'the day of the period it belongs to', types: DATE, required: true },
      plan: { what: 'the plan', types: WORD, mayBeBlank: true },
      kind: { what: 'the kind of the entry', types: WORD, mayBeBlank: true },
      account: { what: 'the balance it moves', types: WORD, mayBeBlank: true },
      amount: { what: 'the amount', types: ['money'], required: true, mayBeBlank: true },
      reason: { what: 'the reason', types: ['text'], required: true },
      author: { what: 'who wrote it', types: ['text', 'payee'], required: true },
      approver: { what: 'who approved it', types: ['text', 'payee'], mayBeBlank: true },
    },
    problems,
  );
  if (roles === undefined) return undefined;
  const optional = (name: 'plan' | 'kind' | 'account' | 'approver'): { readonly [role: string]: string } => (roles[name] === undefined ? {} : { [name]: roles[name] });
  return {
    table: table.contract,
    id: roles['id']!,
    payee: roles['payee']!,
    date: roles['date']!,
    amount: roles['amount']!,
    reason: roles['reason']!,
    author: roles['author']!,
    ...optional('plan'),
    ...optional('kind'),
    ...optional('account'),
    ...optional('approver'),
  };
}
