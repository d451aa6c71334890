/** The tables with fixed roles: people, hierarchy, quotas, exchange rates. */
import type { ColumnType, HierarchyContract, PeopleContract, QuotaContract, RateContract } from '../data/contract.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { MapEntry, ScalarNode } from '../document/node.ts';
import { readDay } from '../value/day.ts';
import { roleOf, readTable, type RoleWish, type TableNode } from './table.ts';
import { quoted } from './shape-words.ts';

const DATE: readonly ColumnType['kind'][] = ['date', 'timestamp'];
const ID: readonly ColumnType['kind'][] = ['payee', 'text'];
const WORD: readonly ColumnType['kind'][] = ['text', 'one-of'];

type Wishes = Readonly<Record<string, RoleWish>>;

/** Every role that has a column; whether all required ones do. */
function rolesOf(table: TableNode, wishes: Wishes, problems: Problems): Readonly<Record<string, string>> | undefined {
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
    },
    problems,
  );
  const until = node.get('until') as ScalarNode | undefined;
  const day = until === undefined ? undefined : readDay(until.text);
  if (day !== undefined && !('day' in day)) problems.error('P009', `until of quotas is ${quoted(until!.text)}: ${day.fault}`, { at: until!.at, pointer: until!.pointer, hint: day.hint });
  if (roles === undefined) return undefined;
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
    ...(day !== undefined && 'day' in day ? { until: day.day } : {}),
  };
}

export function readRates(entry: MapEntry, currency: string, problems: Problems): RateContract | undefined {
  const table = readTable('exchange-rates', entry, currency, problems);
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
