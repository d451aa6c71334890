/** Reference data: people, hierarchy, quotas, rates, lookup tables, calendars. Dated, and two values for one day are an error. */
import { describe, expect, it } from 'vitest';
import type { PeopleContract, QuotaContract, RateContract, ReferenceContract, TableContract } from '../../src/data/contract.ts';
import { hierarchyOf, loadHierarchy } from '../../src/data/hierarchy.ts';
import { lookupIn } from '../../src/data/lookup.ts';
import { loadTable } from '../../src/data/lookup-table.ts';
import { loadPeople } from '../../src/data/people.ts';
import { loadPeriods } from '../../src/data/periods.ts';
import { loadQuotas } from '../../src/data/quotas.ts';
import { loadRates } from '../../src/data/rates.ts';
import { readTransactions } from '../../src/data/transactions.ts';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import { dayOf, dayText, readDay, type Day } from '../../src/value/day.ts';
import { exactText } from '../../src/value/display.ts';
import { Exact } from '../../src/value/exact.ts';
import { columnsOf, contractOf, peopleNamed, problemText, valueText } from './catalogue.ts';
import { memoryInput } from './memory-input.ts';

const day = (text: string): Day => {
  const reading = readDay(text);
  if (!('day' in reading)) throw new Error(text);
  return reading.day;
};
const table = (name: string, columns: Record<string, string>): TableContract => ({ name, files: [`${name}.csv`], columns: columnsOf(columns), delimiter: ',', decimalMark: '.' });

async function loaded<T>(load: (problems: Problems) => Promise<T>): Promise<{ value: T; problems: string[] }> {
  const problems = new Problems();
  const value = await load(problems);
  return { value, problems: problems.all.map(problemText) };
}

describe('people', () => {
  const undated: PeopleContract = { table: table('people', { id: 'payee', manager: 'payee?', start: 'date?', end: 'date?', rate: 'ratio?' }), id: 'id', manager: 'manager', start: 'start', end: 'end' };
  const dated: PeopleContract = { ...undated, table: table('people', { id: 'payee', manager: 'payee?', start: 'date?', end: 'date?', rate: 'ratio?', from: 'date?' }), from: 'from' };
  const load = (contract: PeopleContract, csv: string) => loaded((problems) => loadPeople(contract, [memoryInput('people.csv', csv)], problems));
  const records = (people: Awaited<ReturnType<typeof loadPeople>>, id: string): string[] => people!.get(id)!.records.map((one) => `${dayText(one.from)} to ${dayText(one.to)} ${valueText(one.values[4])}`);

  it('without dates have one record over all time, within their service', async () => {
    const { value, problems } = await load(undated, 'id,manager,start,end,rate\nbob,,,,5%\nana,bob,2026-02-01,2026-06-30,4%\n');
    expect(problems).toEqual([]);
    expect(value!.all.map((person) => person.id)).toEqual(['ana', 'bob']);
    expect([records(value, 'ana'), records(value, 'bob')]).toEqual([['2026-02-01 to 2026-06-30 0.04'], ['1900-01-01 to 2199-12-31 0.05']]);
  });

  it('with dates have records that hold until the next one', async () => {
    const { value, problems } = await load(dated, 'id,manager,start,end,rate,from\nana,,2026-01-15,2026-12-31,4%,2026-01-01\nana,,2026-01-15,2026-12-31,6%,2026-07-01\nana,,2026-01-15,2026-12-31,5%,2026-04-01\n');
    expect(problems).toEqual([]);
    expect(records(value, 'ana')).toEqual(['2026-01-15 to 2026-03-31 0.04', '2026-04-01 to 2026-06-30 0.05', '2026-07-01 to 2026-12-31 0.06']);
  });

  const refused: [string, PeopleContract, string, string[]][] = [
    ['listed twice name both lines', undated, 'id,manager,start,end,rate\nana,,,,\nbob,,,,\nana,,,,\n', ['D401 people.csv:4 row 3 column 1 id: ana is already on people.csv:2 = keep one; records that follow one another need a column of first days (people: from)']],
    ['with two records from one day name both lines', dated, 'id,manager,start,end,rate,from\nana,,,,4%,2026-01-01\nana,,,,5%,2026-01-01\n', ['D401 people.csv:3 row 2 column 6 from: ana has two records from 2026-01-01; the other is on people.csv:2 = keep one, or give each its own first day']],
    ['that end before they start', undated, 'id,manager,start,end,rate\nana,,2026-03-01,2026-02-28,\n', ['D402 people.csv:2 row 1 column 4 end: the service of ana ends on 2026-02-28, before it starts on 2026-03-01 = correct one of the days; both are included']],
    ['with a bad cell refuse the table', undated, 'id,manager,start,end,rate\nana,,,,4%\nbob,,,,x\n', ['D204 people.csv:3 row 2 column 5 rate: rate must be a ratio such as 0.35 or 35%, found "x": not a number = digits, at most one decimal mark ., a leading minus']],
    ['with blanks around an id', undated, 'id,manager,start,end,rate\nana ,,,,\n', ['D209 people.csv:2 row 1 column 1 id: id must be the id of a payee, found "ana ": blanks around an id = remove the blanks']],
  ];
  it.each(refused)('%s', async (_name, contract, csv, expected) => {
    const { value, problems } = await load(contract, csv);
    expect([value, problems]).toEqual([undefined, expected]);
  });

  it('whose record is never in force are told', async () => {
    const { value, problems } = await load(dated, 'id,manager,start,end,rate,from\nana,,2026-03-01,,4%,2026-01-01\nana,,2026-03-01,,5%,2026-02-01\n');
    expect(problems).toEqual(['warning D403 people.csv:2 row 1: this record of ana is never in force: it would hold from 2026-03-01 to 2026-01-31 = check its first day, the days of service and the next record']);
    expect(records(value, 'ana')).toEqual(['2026-03-01 to 2199-12-31 0.05']);
  });

  it('whose ids look alike are told, not merged', async () => {
    const { value, problems } = await load(undated, 'id,manager,start,end,rate\nana,,,,\nAna,,,,\nаna,,,,\n');
    expect(value!.all.length).toBe(3);
    expect(problems).toEqual(['warning D406 people.csv:2 row 1 column 1 id: the ids Ana and ana look alike = make sure that they are two people', 'warning D406 people.csv:4 row 3 column 1 id: the ids Ana and аna look alike = make sure that they are two people']);
  });

  it('lead one another by the manager column, as of the day', async () => {
    const problems = new Problems();
    const people = (await loadPeople(dated, [memoryInput('people.csv', 'id,manager,start,end,rate,from\nana,bob,,,,2026-01-01\nana,cy,,,,2026-07-01\nbob,,,,,\ncy,bob,,2026-09-30,,\n')], problems))!;
    const hierarchy = hierarchyOf(people, dated, problems)!;
    expect(problems.all).toEqual([]);
    expect(['2025-12-31', '2026-06-30', '2026-07-01'].map((text) => hierarchy.managerOf('ana', day(text)))).toEqual([undefined, 'bob', 'cy']);
    expect(['2026-09-30', '2026-10-01'].map((text) => hierarchy.managerOf('cy', day(text)))).toEqual(['bob', undefined]);
    expect([hierarchy.managerOf('bob', day('2026-06-30')), hierarchy.managerOf('nobody', 0)]).toEqual([undefined, undefined]);
  });

  it('with a manager who is nobody, and circles, are refused with the path and the day', async () => {
    const problems = new Problems();
    const people = (await loadPeople(dated, [memoryInput('people.csv', 'id,manager,start,end,rate,from\nana,bob,,,,2026-01-01\nbob,cy,,,,2026-01-01\nbob,ana,,,,2026-07-01\ncy,,,,,\ndan,dan,,,,\neve,zoe,,,,\n')], problems))!;
    expect(hierarchyOf(people, dated, problems)).toBeUndefined();
    expect(problems.all.map(problemText)).toEqual([
      'D404 people.csv:7 row 6: zoe, the manager of eve, is nobody among the people = add the manager to the people file, or correct the id',
      'D405 people.csv:4 row 3: the managers form a circle on 2026-07-01: bob → ana → bob = correct one of these managers',
      'D405 people.csv:6 row 5: the managers form a circle: dan → dan = correct one of these managers',
    ]);
  });
});

describe('a hierarchy file', () => {
  const contract = { table: table('hierarchy', { person: 'payee', manager: 'payee?', from: 'date?' }), person: 'person', manager: 'manager', from: 'from' };
  const load = (csv: string) => loaded((problems) => loadHierarchy(contract, [memoryInput('hierarchy.csv', csv)], peopleNamed(['ana', 'bob', 'cy']), problems));

  it('names managers by day; a blank one ends the tie', async () => {
    const { value, problems } = await load('person,manager,from\nana,bob,\nana,cy,2026-04-01\nana,,2026-07-01\n');
    expect(problems).toEqual([]);
    expect(['2000-01-01', '2026-03-31', '2026-04-01', '2026-07-01'].map((text) => value!.managerOf('ana', day(text)))).toEqual(['bob', 'bob', 'cy', undefined]);
  });

  it.each<[string, string, string]>([
    ['two managers from one day', 'person,manager,from\nana,bob,2026-04-01\nana,cy,2026-04-01\n', 'D401 hierarchy.csv:3 row 2 column 1 person: ana has two managers from 2026-04-01; the other is on hierarchy.csv:2 = keep one, or give each its own first day'],
    ['a manager who is nobody', 'person,manager,from\nana,bo,\n', 'D210 hierarchy.csv:2 row 1 column 2 manager: manager must be the id of a person, found "bo": nobody with this id among the people = did you mean bob?'],
    ['a circle of three', 'person,manager,from\nana,bob,2026-01-01\nbob,cy,2026-02-01\ncy,ana,2026-03-01\n', 'D405 hierarchy.csv:4 row 3: the managers form a circle on 2026-03-01: cy → ana → bob → cy = correct one of these managers'],
  ])('refuses %s', async (_name, csv, expected) => {
    const { value, problems } = await load(csv);
    expect([value, problems]).toEqual([undefined, [expected]]);
  });
});

describe('quotas', () => {
  const full: QuotaContract = { table: table('quotas', { payee: 'payee', measure: 'text', from: 'date', to: 'date?', amount: 'money(USD)' }), payee: 'payee', measure: 'measure', from: 'from', to: 'to', amount: 'amount' };
  const short: QuotaContract = { table: table('quotas', { payee: 'payee', from: 'date', amount: 'number' }), payee: 'payee', defaultMeasure: 'deals', from: 'from', until: day('2026-12-31'), amount: 'amount' };
  const load = (contract: QuotaContract, csv: string) => loaded((problems) => loadQuotas(contract, [memoryInput('quotas.csv', csv)], peopleNamed(['ana', 'bob']), problems));
  const texts = (quotas: Awaited<ReturnType<typeof loadQuotas>>, payee: string, measure: string): string[] =>
    quotas!.of(payee, measure).map((one) => `${dayText(one.from)} to ${dayText(one.to)} ${exactText(one.amount)} ${one.currency ?? 'units'} line ${one.at.line}`);

  it('are found by payee and measure, in order of time', async () => {
    const { value, problems } = await load(full, 'payee,measure,from,to,amount\nana,rev,2026-04-01,2026-06-30,200\nana,rev,2026-01-01,2026-03-31,100\nana,deals,2026-01-01,2026-12-31,5\nbob,rev,2026-01-01,2026-03-31,0\n');
    expect(problems).toEqual([]);
    expect(texts(value, 'ana', 'rev')).toEqual(['2026-01-01 to 2026-03-31 100 USD line 3', '2026-04-01 to 2026-06-30 200 USD line 2']);
    expect([texts(value, 'ana', 'deals').length, texts(value, 'bob', 'rev').length, value!.of('bob', 'deals'), value!.of('zoe', 'rev')]).toEqual([1, 1, [], []]);
  });

  it('without last days run until the next record, the last one until the day the workspace states', async () => {
    const { value, problems } = await load(short, 'payee,from,amount\nana,2026-01-01,10\nana,2026-07-01,12\n');
    expect(problems).toEqual([]);
    expect(texts(value, 'ana', 'deals')).toEqual(['2026-01-01 to 2026-06-30 10 units line 2', '2026-07-01 to 2026-12-31 12 units line 3']);
  });

  it('may leave gaps, which are no quota', async () => {
    const { problems } = await load(full, 'payee,measure,from,to,amount\nana,rev,2026-01-01,2026-01-31,100\nana,rev,2026-03-01,2026-03-31,100\n');
    expect(problems).toEqual([]);
  });

  const { until: _until, ...endless } = short;
  it.each<[string, QuotaContract, string, string]>([
    ['that overlap by a day', full, 'payee,measure,from,to,amount\nana,rev,2026-01-01,2026-03-31,100\nana,rev,2026-03-31,2026-06-30,100\n', 'D501 quotas.csv:3 row 2 column 3 from: ana for rev has two quotas on 2026-03-31; the other is on quotas.csv:2 = let one end before the other begins'],
    ['from the same day', short, 'payee,from,amount\nana,2026-01-01,1\nana,2026-01-01,1\n', 'D501 quotas.csv:3 row 2 column 2 from: ana for deals has two quotas on 2026-01-01; the other is on quotas.csv:2 = let one end before the other begins'],
    ['below zero', full, 'payee,measure,from,to,amount\nana,rev,2026-01-01,2026-03-31,-1\n', 'D502 quotas.csv:2 row 1 column 5 amount: the quota of ana for rev is negative = quotas are zero or more'],
    ['that end before they start', full, 'payee,measure,from,to,amount\nana,rev,2026-03-01,2026-02-28,1\n', 'D402 quotas.csv:2 row 1 column 4 to: the quota of ana for rev ends on 2026-02-28, before it starts on 2026-03-01 = correct one of the days; both are included'],
    ['that start after the day the workspace states', short, 'payee,from,amount\nana,2027-01-01,1\n', 'D402 quotas.csv:2 row 1 column 2 from: the quota of ana for deals ends on 2026-12-31, before it starts on 2027-01-01 = the end is the day in quotas: until'],
    ['without an end', endless, 'payee,from,amount\nana,2026-01-01,1\nana,2026-02-01,1\n', 'D503 quotas.csv:3 row 2: the last quota of ana for deals, from 2026-02-01, has no end = write the last day of such records in the workspace, quotas: until, or in the file'],
    ['of somebody unknown', short, 'payee,from,amount\nanna,2026-01-01,1\n', 'D210 quotas.csv:2 row 1 column 1 payee: payee must be the id of a person, found "anna": nobody with this id among the people = did you mean ana?'],
  ])('%s are refused', async (_name, contract, csv, expected) => {
    const { value, problems } = await load(contract, csv);
    expect([value, problems]).toEqual([undefined, [expected]]);
  });
});

describe('exchange rates', () => {
  const base: RateContract = { table: table('rates', { date: 'date', from: 'text', to: 'text', rate: 'number' }), date: 'date', from: 'from', to: 'to', rate: 'rate', invert: false, reachBack: 0 };
  const csv = 'date,from,to,rate\n2026-02-03,USD,EUR,0.8\n2026-02-01,USD,EUR,0.5\n2026-02-03,USD,USD,1\n';
  const load = (contract: RateContract, text = csv) => loaded((problems) => loadRates(contract, [memoryInput('rates.csv', text)], problems));
  const rate = async (contract: RateContract, from: string, to: string, on: string): Promise<string> => {
    const found = (await load(contract)).value!.rate(from, to, day(on));
    return found === undefined ? 'none' : `${exactText(found.rate)} line ${found.at.line ?? '-'}`;
  };

  it('hold on their day only, unless the workspace lets them reach back', async () => {
    expect(await rate(base, 'USD', 'EUR', '2026-02-03')).toBe('0.8 line 2');
    expect(await rate(base, 'USD', 'EUR', '2026-02-02')).toBe('none');
    expect(await rate({ ...base, reachBack: 1 }, 'USD', 'EUR', '2026-02-02')).toBe('0.5 line 3');
    expect(await rate({ ...base, reachBack: 3 }, 'USD', 'EUR', '2026-02-06')).toBe('0.8 line 2');
    expect(await rate({ ...base, reachBack: 3 }, 'USD', 'EUR', '2026-02-07')).toBe('none');
    expect(await rate({ ...base, reachBack: 9 }, 'USD', 'EUR', '2026-01-31')).toBe('none');
  });

  it('are inverted exactly, only when the workspace says so', async () => {
    expect(await rate(base, 'EUR', 'USD', '2026-02-03')).toBe('none');
    expect(await rate({ ...base, invert: true }, 'EUR', 'USD', '2026-02-03')).toBe('1.25 line 2');
    expect(exactText(Exact.of(1).over(Exact.of(3)))).toBe('1/3');
    expect(await rate(base, 'GBP', 'GBP', '2026-02-03')).toBe('1 line -');
    expect(await rate(base, 'GBP', 'EUR', '2026-02-03')).toBe('none');
  });

  it.each<[string, string, string]>([
    ['given twice for a day, even equal', 'date,from,to,rate\n2026-02-03,USD,EUR,0.8\n2026-02-03,USD,EUR,0.8\n', 'D601 rates.csv:3 row 2 column 1 date: USD to EUR has two rates on 2026-02-03; the other is on rates.csv:2 = remove one of the rows'],
    ['of zero', 'date,from,to,rate\n2026-02-03,USD,EUR,0\n', 'D602 rates.csv:2 row 1 column 4 rate: an exchange rate is more than zero = correct the rate, or remove the row'],
    ['below zero', 'date,from,to,rate\n2026-02-03,USD,EUR,-1\n', 'D602 rates.csv:2 row 1 column 4 rate: an exchange rate is more than zero = correct the rate, or remove the row'],
    ['of a currency to itself other than 1', 'date,from,to,rate\n2026-02-03,USD,USD,1.01\n', 'D603 rates.csv:2 row 1 column 4 rate: the rate of USD to itself is not 1 = remove the row'],
    ['of something that is no currency', 'date,from,to,rate\n2026-02-03,usd,EUR,1\n', 'D211 rates.csv:2 row 1 column 2 from: from must be a currency code, found "usd": not three capital letters = write the ISO 4217 code, such as USD or EUR'],
  ])('%s are refused', async (_name, text, expected) => {
    const { value, problems } = await load(base, text);
    expect([value, problems]).toEqual([undefined, [expected]]);
  });
});

describe('a reference table', () => {
  const dated: ReferenceContract = { ...table('costs', { product: 'text', region: 'text?', start: 'date?', end: 'date?', cost: 'money(USD)?' }), key: ['product'], from: 'start', to: 'end' };
  const plain: ReferenceContract = { ...table('costs', { product: 'text', region: 'text?', start: 'date?', end: 'date?', cost: 'money(USD)?' }), key: ['product', 'region'] };
  const load = (contract: ReferenceContract, csv: string) => loaded((problems) => loadTable(contract, [memoryInput('costs.csv', csv)], undefined, problems));
  const head = 'product,region,start,end,cost\n';

  it('gives the entry in force: until the next one, or its own last day', async () => {
    const { value, problems } = await load(dated, `${head}A,,2026-03-01,,3\nA,,2026-01-01,2026-01-31,1\nA,,2026-02-10,,2\nB,,,,9\n`);
    expect(problems).toEqual([]);
    const cost = (key: string, on: string): string => valueText(lookupIn(value!, [key], day(on))?.values[4] ?? null);
    expect(['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01', '2026-02-10', '2026-02-28', '2026-03-01', '2030-01-01'].map((on) => cost('A', on))).toEqual(['-', '1', '1', '-', '2', '2', '3', '3']);
    expect([cost('B', '1950-01-01'), cost('C', '2026-01-01'), lookupIn(value!, [null], 0)]).toEqual(['9', '-', undefined]);
  });

  it('finds keys of several parts without mixing them up', async () => {
    const { value } = await load(plain, `${head}A,BC,,,1\nAB,C,,,2\n`);
    expect([lookupIn(value!, ['A', 'BC'])?.at.line, lookupIn(value!, ['AB', 'C'])?.at.line, lookupIn(value!, ['ABC', ''])]).toEqual([2, 3, undefined]);
  });

  it.each<[string, ReferenceContract, string, string]>([
    ['one key twice', plain, `${head}A,x,,,1\nA,x,,,2\n`, 'D701 costs.csv:3 row 2 column 1 product: costs has two entries for A, x; the other is on costs.csv:2 = remove one, or declare the column of first days (from)'],
    ['one key twice on a day', dated, `${head}A,,2026-01-01,2026-02-01,1\nA,,2026-02-01,,2\n`, 'D701 costs.csv:3 row 2 column 3 start: costs has two entries for A on 2026-02-01; the other is on costs.csv:2 = let one end before the other begins'],
    ['one key twice from a day', dated, `${head}A,,2026-01-01,,1\nA,,2026-01-01,,2\n`, 'D701 costs.csv:3 row 2 column 3 start: costs has two entries for A on 2026-01-01; the other is on costs.csv:2 = let one end before the other begins'],
    ['an end before the start', dated, `${head}A,,2026-02-01,2026-01-31,1\n`, 'D402 costs.csv:2 row 1 column 4 end: the entry for A ends on 2026-01-31, before it starts on 2026-02-01 = correct one of the days; both are included'],
    ['a blank key', plain, `${head}A,,,,1\n`, 'D702 costs.csv:2 row 1: this entry of costs has no key = fill the key in, or remove the row: no lookup can find it'],
  ])('refuses %s', async (_name, contract, csv, expected) => {
    const { value, problems } = await load(contract, csv);
    expect([value, problems]).toEqual([undefined, [expected]]);
  });

  it('is joined to transactions by key and day; what is not found is a bad row, or blank when optional', async () => {
    const { value } = await load(dated, `${head}A,,2026-01-01,,1.5\nB,,2026-03-01,,2\n`);
    const problems = new Problems();
    const rows: string[] = [];
    const lookup = { name: 'cost', table: 'costs', column: 'cost', type: { kind: 'money', currency: 'USD' }, by: ['product'], on: 'day', optional: false } as const;
    await readTransactions({
      contract: { ...contractOf({ columns: { id: 'text', day: 'date', product: 'text?' } }), lookups: [lookup, { ...lookup, name: 'maybe', optional: true }] },
      inputs: [memoryInput('sales.csv', 'id,day,product\n1,2026-02-03,A\n2,2026-02-03,B\n3,2026-02-03,C\n4,2026-02-03,\n5,2026-03-01,B\n')],
      tables: new Map([['costs', value!]]),
      policy: 'stop',
      problems,
      onRow: (row) => void rows.push(row.values.map(valueText).join(' | ')),
    });
    expect(rows).toEqual(['1 | 2026-02-03 | A | 1.5 | 1.5', '5 | 2026-03-01 | B | 2 | 2']);
    expect(problems.all.map(problemText)).toEqual([
      'D216 sales.csv:3 row 2 column 3 product: cost: costs has no entry for product "B" on 2026-02-03 = costs knows the key, but not on that day: add an entry',
      'D216 sales.csv:4 row 3 column 3 product: cost: costs has no entry for product "C" on 2026-02-03 = add it to costs, or declare the lookup with optional: true',
      'D216 sales.csv:5 row 4 column 3 product: cost: costs has no entry for product "" on 2026-02-03 = add it to costs, or declare the lookup with optional: true',
    ]);
  });
});

describe('a calendar file', () => {
  const columns = columnsOf({ period: 'text', from: 'date', to: 'date', year: 'text?', half: 'text?', quarter: 'text?' }).map((column) => (column.optional ? { ...column, mayBeAbsent: true } : column));
  const load = (csv: string) => loaded((problems) => loadPeriods({ ...table('periods', {}), columns }, [memoryInput('periods.csv', csv)], problems));

  it('gives periods in order of time, with the windows it names', async () => {
    const { value, problems } = await load('period,from,to,quarter\nP2,2026-02-01,2026-02-27,Q1\nP1,2026-01-01,2026-01-31,Q1\n');
    expect(problems).toEqual([]);
    expect(value).toEqual([
      { id: 'P1', from: dayOf(2026, 1, 1), to: dayOf(2026, 1, 31), quarter: 'Q1' },
      { id: 'P2', from: dayOf(2026, 2, 1), to: dayOf(2026, 2, 27), quarter: 'Q1' },
    ]);
  });

  it.each<[string, string, string]>([
    ['a gap of one day', 'period,from,to\nP1,2026-01-01,2026-01-30\nP2,2026-02-01,2026-02-28\n', 'D802 periods.csv:3 row 2 column 2 from: no period holds 2026-01-31, between P1 and P2 = let one begin the day after the other ends, or add the missing period'],
    ['a gap of several days', 'period,from,to\nP1,2026-01-01,2026-01-29\nP2,2026-02-01,2026-02-28\n', 'D802 periods.csv:3 row 2 column 2 from: no period holds 2026-01-30 to 2026-01-31, between P1 and P2 = let one begin the day after the other ends, or add the missing period'],
    ['an overlap', 'period,from,to\nP1,2026-01-01,2026-01-31\nP2,2026-01-31,2026-02-28\n', 'D801 periods.csv:3 row 2 column 2 from: the periods P1 (periods.csv:2) and P2 both hold 2026-01-31 = let one end the day before the other begins'],
    ['an end before the start', 'period,from,to\nP1,2026-01-31,2026-01-01\n', 'D402 periods.csv:2 row 1 column 3 to: the period P1 ends on 2026-01-01, before it starts on 2026-01-31 = correct one of the days; both are included'],
    ['an id twice', 'period,from,to\nP1,2026-01-01,2026-01-31\nP1,2026-02-01,2026-02-28\n', 'D803 periods.csv:3 row 2 column 1 period: the period P1 is already on periods.csv:2 = give each period its own id'],
    ['a quarter in two pieces', 'period,from,to,quarter\nP1,2026-01-01,2026-01-31,Q1\nP2,2026-02-01,2026-02-28,Q2\nP3,2026-03-01,2026-03-31,Q1\n', 'D804 periods.csv:4 row 3 column 4 quarter: the quarter Q1 begins a second time with P3 = the periods of a quarter follow one another'],
  ])('refuses %s', async (_name, csv, expected) => {
    const { value, problems } = await load(csv);
    expect([value, problems]).toEqual([undefined, [expected]]);
  });
});
