import { describe, expect, test } from 'vitest';
import { dayOf } from '../../src/value/day.ts';
import { Exact } from '../../src/value/exact.ts';
import { edited, expectOne, lines, readWorkspace, unmarked, WORKSPACE, workspaceOf, type Edit } from './world.ts';

interface Case {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly note?: string;
}

const TABLES: Edit = [
  'people:',
  `tables:
  costs:
    file: data/costs.csv
    key: product
    from: start
    to: end
    columns: { product: text, start: date, end: date?, cost: money, list: money(cur), cur: text, tier: number }
  names: { file: data/names.csv, key: [product, region], columns: { product: text, region: text, name: text } }
people:`,
];
const lookup = (text: string): Edit => ['      product: text\n', `      product: text\n    lookups:\n      ${text}\n`];

const CASES: readonly Case[] = [
  {
    name: 'a type nobody knows, with a near one',
    edits: [['quantity: number', 'quantity: «nubmer»']],
    code: 'P020',
    message: '"nubmer" is no column type',
    note: 'did you mean number?',
    hint: 'types are text, number, ratio, date, timestamp, yes/no, payee, money, money(USD), one of A, B; then ? if a cell may be empty, then from HEADER',
  },
  { name: "another tool's word for a type", edits: [['product: text', 'product: «varchar»? from SKU']], code: 'P020', message: '"varchar" is no column type', note: 'write text' },
  { name: 'a decimal is money or a number', edits: [['quantity: number', 'quantity: «decimal»']], code: 'P020', message: '"decimal" is no column type', note: 'write number, or money for amounts' },
  { name: 'an empty value in a list of values', edits: [['one of New, Renewal', 'one of New,« »,Renewal']], code: 'P020', message: 'an empty value in a list of values' },
  { name: 'a value listed twice', edits: [['one of New, Renewal', 'one of New, Renewal, «New»']], code: 'P020', message: 'the value "New" is listed twice' },
  { name: 'money in a sign', edits: [['amount: money', 'amount: money(«US$»)']], code: 'P021', message: '"US$" is neither a currency nor a column' },
  {
    name: 'money in a column that is not there',
    edits: [['amount: money', 'amount: money(«produkt») from Amount']],
    code: 'P022',
    message: 'sales has no column "produkt" to hold the currency of amount',
    note: 'did you mean product?',
    hint: 'declare produkt: text, or write a fixed currency such as money(USD)',
  },
  { name: 'money in a column of numbers', edits: [['amount: money', 'amount: money(«quantity»)']], code: 'P022', message: 'the currency of amount stands in quantity, which is not text' },
  { name: 'money in a column that may be empty', edits: [['amount: money\n', 'amount: money(«code»)\n      code: text?\n']], code: 'P022', message: 'the currency of amount may be empty' },
  { name: 'file and files', edits: [['  file: data/people.csv', '  «file»: data/people.csv\n  files: data/p-*.csv']], code: 'P023', message: 'people has both file and files' },
  { name: 'neither file nor files', edits: [['people:\n  file: data/people.csv\n', '«people»:\n']], code: 'P002', message: 'people has no "file"' },
  { name: 'an id that is not declared', edits: [['id: order_id', 'id: «oder_id»']], code: 'P024', message: 'source sales declares no column "oder_id"', note: 'did you mean order_id?' },
  { name: 'a date that is not declared', edits: [['date: order_date', 'date: «close_date»']], code: 'P024', message: 'source sales declares no column "close_date"', hint: 'columns are order_id, order_date, seller, helper, helper_share, amount, cost, quantity, type, product' },
  { name: 'a role that names no column', edits: [['  file: data/people.csv', '  file: data/people.csv\n  name: «rolle»']], code: 'P024', message: 'people declares no column "rolle"', note: 'did you mean role?' },
  { name: 'quotas without a payee', edits: [['{ payee: payee, measure', '{ person: payee, measure'], ['quotas:\n  file: data/quotas.csv\n  columns', 'quotas:\n  file: data/quotas.csv\n  «columns»']], code: 'P024', message: 'quotas has no column "payee" for the person', hint: 'declare payee: payee, with from HEADER when the file calls it otherwise' },
  { name: 'an id that may be empty', edits: [['order_id: text', 'order_id: text?'], ['id: order_id', 'id: «order_id»']], code: 'P025', message: 'order_id may be empty, but is part of the id of source sales', hint: 'remove the ? after its type' },
  { name: 'a date that is no date', edits: [['order_date: date', 'order_date: text'], ['date: order_date', 'date: «order_date»']], code: 'P025', message: 'order_date is text, but the date of a transaction must be date or timestamp', hint: 'declare order_date: date' },
  { name: 'a person role of the wrong type is shown where it is declared', edits: [['role: text', 'role: text, «manager»: text']], code: 'P025', message: 'manager of people is text, but the manager must be payee', hint: 'declare manager: payee' },
  { name: 'a quota day that may be empty', edits: [['measure: text, from: date', 'measure: text, «from»: date?']], code: 'P025', message: 'from of quotas may be empty, but the first day of a quota must always be there' },
  { name: 'quotas that do not say for what', edits: [['measure: text, ', ''], ['quotas:\n  file: data/quotas.csv\n  columns', 'quotas:\n  file: data/quotas.csv\n  «columns»']], code: 'P026', message: 'the quotas do not say what they are for' },
  { name: 'quotas that say it twice', edits: [['  file: data/quotas.csv', '  file: data/quotas.csv\n  «measure»: revenue']], code: 'P026', message: 'the measure of quotas is given twice: by a column and for the whole file' },
  { name: 'a lookup in a table that is not there', edits: [TABLES, lookup('unit_cost: { from: «cost», by: product, on: order_date }')], code: 'P027', message: 'the workspace has no table "cost"', note: 'did you mean costs?', hint: 'tables are costs, names' },
  { name: 'a lookup of a column that is not there', edits: [TABLES, lookup('unit_cost: { from: costs, column: «csot», by: product, on: order_date }')], code: 'P027', message: 'table costs has no column "csot"', note: 'did you mean cost?' },
  { name: 'a lookup by a column that is not there', edits: [TABLES, lookup('cost_: { from: costs, column: cost, by: «prodcut», on: order_date }')], code: 'P027', message: 'source sales has no column "prodcut"', note: 'did you mean product?' },
  { name: 'a lookup of money whose currency would stay behind', edits: [TABLES, lookup('list: { from: costs, column: «list», by: product, on: order_date }')], code: 'P027', message: 'costs holds list in a currency of each entry', hint: 'a lookup fetches money in one currency: declare the column as money(USD)' },
  { name: 'a lookup by too few columns', edits: [TABLES, lookup('name: { from: names, by: «product» }')], code: 'P028', message: 'table names is found by product and region, but name compares product', hint: 'give 2 columns under by, in the order of the key' },
  { name: 'a lookup by a column of another type', edits: [TABLES, lookup('unit_cost: { from: costs, column: cost, by: «quantity», on: order_date }')], code: 'P028', message: 'quantity is number, but the key product of costs is text' },
  { name: 'a lookup in a dated table without a day', edits: [TABLES, lookup('«unit_cost»: { from: costs, column: cost, by: product }')], code: 'P029', message: 'the entries of costs change over time, but unit_cost does not say which day counts' },
  { name: 'a lookup with a day in a table without', edits: [TABLES, lookup('name: { from: names, by: [product, product], on: «order_date» }')], code: 'P029', message: 'the entries of names are not dated' },
  { name: 'a lookup on a day that is no date', edits: [TABLES, lookup('unit_cost: { from: costs, column: cost, by: product, on: «quantity» }')], code: 'P029', message: 'quantity is number, not a date', hint: 'date columns are order_date' },
  { name: 'a step of zero', edits: [['{ mode: half-up', '{ to: «0», mode: half-up']], code: 'P030', message: 'the step of rounding is not above zero', hint: 'write the unit that amounts are multiples of, such as 0.01' },
  { name: 'a step that is no number', edits: [['{ mode: half-up', '{ to: «1e-2», mode: half-up']], code: 'P009', message: 'the step of rounding is "1e-2": a spreadsheet exponent' },
  { name: 'weeks without first days', edits: [['calendar: quarters', 'calendar: { «periods»: 4-4-5 }']], code: 'P031', message: 'a calendar of 4-4-5 needs the first days of its years', hint: 'list them: year-starts: [2026-02-01, 2027-01-31]; the last entry ends the last year' },
  { name: 'a year of weeks with a day too many', edits: [['calendar: quarters', 'calendar: { periods: 4-5-4, year-starts: [2026-02-01, «2027-02-01»] }']], code: 'P031', message: 'the year from 2026-02-01 would have 365 days', hint: 'a year of weeks has 52 or 53 whole weeks: 364 or 371 days' },
  { name: 'first days out of order', edits: [['calendar: quarters', 'calendar: { periods: four-weeks, year-starts: [2027-01-31, «2026-02-01»] }']], code: 'P031', message: '2026-02-01 does not come after 2027-01-31' },
  { name: 'a first day that does not exist', edits: [['calendar: quarters', 'calendar: { periods: four-weeks, year-starts: [2026-02-01, «2026-02-30»] }']], code: 'P031', message: '"2026-02-30": 2026-02 has no day 30', hint: 'its days are 01 to 28' },
  { name: 'a calendar with no length', edits: [['calendar: quarters', '«calendar»: { year-starts: 02-01 }']], code: 'P031', message: 'the calendar does not say how long a period is' },
  { name: 'a file and a length', edits: [['calendar: quarters', 'calendar: { file: data/periods.csv, «periods»: months }']], code: 'P031', message: 'a calendar from a file has its periods there', hint: 'remove periods, or remove file' },
  { name: 'quarters with many first days', edits: [['calendar: quarters', 'calendar: { periods: quarters, year-starts: «[2026-02-01, 2027-02-01]» }']], code: 'P031', message: 'a calendar of quarters starts each year on the same day' },
  { name: 'a people column called target', edits: [['salary: money(GBP)', '«target»: money']], code: 'P033', message: 'people cannot have a column "target", which has a meaning of its own in formulas', hint: 'give it another name, such as target_incentive: … from target' },
  { name: 'a people column called to (a role until September was paid in October)', edits: [['role: text', 'role: text, from: date?, «to»: date?']], code: 'P033', message: 'a record of people holds until the person\'s next one, so the column "to" would have no meaning', hint: 'for the last day of service write end: date? from to; else give the next record its own from' },
  { name: 'a lookup called like a column', edits: [TABLES, lookup('«amount»: { from: costs, column: cost, by: product, on: order_date }')], code: 'P034', message: 'source sales already has a column "amount"' },
  { name: 'managers given twice', edits: [['role: text', 'role: text, manager: payee?'], ['quotas:', '«hierarchy»: { file: h.csv, columns: { person: payee, manager: payee? } }\nquotas:']], code: 'P035', message: 'managers are given twice: by a hierarchy and by a column of people' },
  { name: 'a column called like a word of formulas', edits: [['product: text', '«not»: text']], code: 'P094', message: 'a column cannot be called "not", which is a word of formulas', hint: 'choose another name: not_text: text from not' },
  { name: 'an end of quotas that is no day', edits: [['  file: data/quotas.csv', '  file: data/quotas.csv\n  until: «2026-13-01»']], code: 'P009', message: 'until of quotas is "2026-13-01": there is no month 13' },
  { name: 'a reach that is no number of days', edits: [['quotas:', 'exchange-rates: { file: r.csv, reach-back: «3 days», columns: { date: date, from: text, to: text, rate: number } }\nquotas:']], code: 'P009', message: 'reach-back of exchange-rates is "3 days"', hint: 'write a whole number of days, such as 3; 0 never reaches back' },
];

describe('the meaning of a workspace', () => {
  test.each(CASES)('$name ($code)', ({ edits, ...words }) => {
    const { text, ...place } = unmarked(edited(WORKSPACE, edits));
    expectOne(readWorkspace(text).problems.all, place, words);
  });

  test('all faults are reported at once', () => {
    const text = edited(WORKSPACE, [
      ['quantity: number', 'quantity: int'],
      ['id: call', 'id: cal'],
      ['to: date, amount: money }', 'to: date, amount: text }'],
    ]);
    expect(lines(readWorkspace(text).problems.all)).toEqual(['P020 "int" is no column type', 'P024 source calls declares no column "cal"', 'P025 amount of quotas is text, but the amount must be money or number']);
  });
});

describe('a workspace that is read', () => {
  test('columns keep their headers, types and question marks', () => {
    const { sources } = workspaceOf(
      edited(WORKSPACE, [
        ['amount: money\n', 'amount: money(code)? from Sub Total from ERP\n      code: one of USD, EUR from Currency\n'],
        ['quantity: number', 'quantity: number? from Qty'],
        ['product: text', 'product: one of A b, C?\n      at: timestamp\n      paid: yes/no'],
      ]),
    );
    expect(sources[0]!.columns.slice(5).map(({ at: _, ...column }) => column)).toEqual([
      { name: 'amount', header: 'Sub Total from ERP', type: { kind: 'money', currency: { column: 'code' } }, optional: true },
      { name: 'code', header: 'Currency', type: { kind: 'one-of', values: ['USD', 'EUR'] }, optional: false },
      { name: 'cost', header: 'cost', type: { kind: 'money', currency: 'EUR' }, optional: false },
      { name: 'quantity', header: 'Qty', type: { kind: 'number' }, optional: true },
      { name: 'type', header: 'type', type: { kind: 'one-of', values: ['New', 'Renewal'] }, optional: false },
      { name: 'product', header: 'product', type: { kind: 'one-of', values: ['A b', 'C'] }, optional: true },
      { name: 'at', header: 'at', type: { kind: 'timestamp' }, optional: false },
      { name: 'paid', header: 'paid', type: { kind: 'yes-no' }, optional: false },
    ]);
  });

  test('bare money is in the currency of the workspace, and the step of rounding its minor unit', () => {
    const yen = workspaceOf(edited(WORKSPACE, [['currency: USD', 'currency: JPY']]));
    expect(yen.sources[0]!.columns[5]!.type).toEqual({ kind: 'money', currency: 'JPY' });
    expect(yen.rounding).toMatchObject({ to: Exact.of(1), mode: 'half-up', at: 'component' });
    expect(workspaceOf().rounding.to.equals(Exact.of(1, 100))).toBe(true);
  });

  test('roles take the columns of their name, or the one that is written', () => {
    const { people } = workspaceOf(edited(WORKSPACE, [['role: text', 'role: text, name: text, boss: payee?, start: date, left: date?'], ['  file: data/people.csv', '  file: data/people.csv\n  manager: boss\n  end: left']]));
    expect(people).toMatchObject({ id: 'id', name: 'name', manager: 'boss', start: 'start', end: 'left' });
    expect(people).not.toHaveProperty('from');
  });

  test('lookups take the column of their own name and compare the key', () => {
    const { sources, tables } = workspaceOf(edited(WORKSPACE, [TABLES, lookup('cost_: { from: costs, column: cost, on: order_date, optional: true }\n      tier: { from: costs, on: order_date }')]));
    expect(tables[0]).toMatchObject({ name: 'costs', key: ['product'], from: 'start', to: 'end' });
    expect(sources[0]!.lookups.map(({ at: _, ...rest }) => rest)).toEqual([
      { name: 'cost_', table: 'costs', column: 'cost', type: { kind: 'money', currency: 'USD' }, by: ['product'], on: 'order_date', optional: true },
      { name: 'tier', table: 'costs', column: 'tier', type: { kind: 'number' }, by: ['product'], on: 'order_date', optional: false },
    ]);
  });

  test('a lookup may use what an earlier one fetched, and may be the id, the date or the payee', () => {
    const text = `workspace: w
currency: USD
calendar: months
rounding: { mode: down, at: payout }
plans: [a.yaml, b/*.yaml]
data:
  lines:
    files: [a.csv, "-"]
    delimiter: tab
    decimal-mark: ","
    id: [order, line]
    date: day
    duplicates: ignore-identical
    columns: { order: text, line: number, product: text }
    lookups:
      day: { from: orders, by: order }
      cost: { from: costs, by: product, on: day }
tables:
  orders: { file: o.csv, key: order, columns: { order: text, day: date } }
  costs: { file: c.csv, key: product, from: since, columns: { product: text, since: date, cost: money } }
`;
    const { sources, planGlobs, calendar } = workspaceOf(text);
    expect(sources[0]).toMatchObject({ files: ['a.csv', '-'], delimiter: '\t', decimalMark: ',', id: ['order', 'line'], date: 'day', duplicates: 'ignore-identical' });
    expect(planGlobs).toEqual(['a.yaml', 'b/*.yaml']);
    expect(calendar).toEqual({ kind: 'months', startMonth: 1, startDay: 1 });
  });

  test('calendars', () => {
    const calendarOf = (text: string) => workspaceOf(edited(WORKSPACE, [['calendar: quarters', `calendar: ${text}`]])).calendar;
    expect(calendarOf('{ periods: months, year-starts: 02-06 }')).toEqual({ kind: 'months', startMonth: 2, startDay: 6 });
    expect(calendarOf('{ periods: 4-4-5, year-starts: [2026-02-01, 2027-01-31, 2028-02-06] }')).toEqual({ kind: '4-4-5', yearStarts: [dayOf(2026, 2, 1), dayOf(2027, 1, 31), dayOf(2028, 2, 6)] });
    const file = calendarOf('{ file: data/periods.csv }');
    expect(file).toMatchObject({ kind: 'file', table: { files: ['data/periods.csv'] } });
    expect(file.kind === 'file' && file.table.columns.map((column) => `${column.name}${column.mayBeAbsent ? ' may be absent' : ''}`)).toEqual(['period', 'from', 'to', 'year may be absent', 'half may be absent', 'quarter may be absent', 'month may be absent']);
    const named = calendarOf('{ file: p.csv, columns: { period: P, from: First, to: Last, year: FY } }');
    expect(named.kind === 'file' && named.table.columns.map((column) => [column.name, column.header, column.mayBeAbsent === true])).toEqual([
      ['period', 'P', false],
      ['from', 'First', false],
      ['to', 'Last', false],
      ['year', 'FY', false],
    ]);
  });

  test('hierarchy, quotas and exchange rates', () => {
    const workspace = workspaceOf(
      edited(WORKSPACE, [
        ['quotas:\n  file: data/quotas.csv', 'hierarchy: { file: h.csv, columns: { person: payee from Who, manager: payee?, from: date? } }\nquotas:\n  file: data/quotas.csv\n  measure: revenue\n  until: 2026-12-31'],
        ['measure: text, from: date, to: date, amount: money', 'from: date, amount: money(EUR)'],
        ['people:', 'exchange-rates: { file: r.csv, invert: true, reach-back: 3, columns: { date: date, from: text, to: text, rate: number } }\npeople:'],
      ]),
    );
    expect(workspace.hierarchy).toMatchObject({ person: 'person', manager: 'manager', from: 'from' });
    expect(workspace.quotas).toMatchObject({ payee: 'payee', from: 'from', amount: 'amount', defaultMeasure: 'revenue', until: dayOf(2026, 12, 31) });
    expect(workspace.quotas).not.toHaveProperty('measure');
    expect(workspace.rates).toMatchObject({ date: 'date', from: 'from', to: 'to', rate: 'rate', invert: true, reachBack: 3 });
  });
});
