import { describe, expect, test } from 'vitest';
import { edited, expectOne, lines, PLAN, problemsOf, readWorkspace, unmarked, WORKSPACE, workspaceOf, type Edit } from './world.ts';

const workspace = workspaceOf();

interface Case {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly note?: string;
}

const PLAN_CASES: readonly Case[] = [
  {
    name: 'an unknown field is shown at its key, with the near one',
    edits: [['commission on', '«comission on»']],
    code: 'P001',
    message: 'component sales has no field "comission on"',
    note: 'did you mean commission on?',
  },
  { name: 'a joint of another kind is near', edits: [['commission on', '«commission_on»']], code: 'P001', message: 'component sales has no field "commission_on"', note: 'did you mean commission on?' },
  {
    name: 'an unknown field of the plan itself',
    edits: [['plan: ae', 'plan: ae\n«titel»: AE']],
    code: 'P001',
    message: 'the plan has no field "titel"',
    note: 'did you mean title?',
    hint: 'its fields are plan, title, effective, for, currency, calendar, rounding, on-version-change, balances-from, convert-at, attainment-at, paid-in, prorate, days, ramp, credits and 4 more',
  },
  { name: 'a missing field is shown at the map that lacks it', edits: [['  own: { from: sales, to: seller }', '  «own»: { to: seller }']], code: 'P002', message: 'credit rule own has no "from"', hint: 'add a line such as from: sales' },
  { name: 'a field missing in the plan', edits: [[PLAN, '«plan: ae»\n' + PLAN.split('\n').slice(2).join('\n')]], code: 'P002', message: 'the plan has no "effective"', hint: 'add a line such as effective: 2026-01-01 to 2026-12-31' },
  { name: 'a list where a map belongs', edits: [['measures:\n  revenue: { sum: amount }', 'measures: «[ amount ]»']], code: 'P003', message: 'measures is a list; expected a map' },
  { name: 'a map where a formula belongs', edits: [['{ sum: amount }', '{ «sum»: { of: amount } }']], code: 'P003', message: 'sum of measure revenue is a map; expected a number or formula', hint: 'for example amount' },
  { name: 'a number where an id belongs is to be quoted', edits: [['plan: ae', 'plan: «2026»']], code: 'P003', message: 'plan is the number 2026; expected a text', hint: 'put it in quotes: "2026"' },
  { name: 'yes or no where a title belongs', edits: [['plan: ae', 'plan: ae\ntitle: «true»']], code: 'P003', message: 'title is the yes/no value true; expected a text', hint: 'put it in quotes: "true"' },
  { name: 'an empty value is shown at its key', edits: [['plan: ae', 'plan: ae\n«title»:']], code: 'P003', message: 'title is empty; expected a text', hint: 'give it a value, or remove the key; inside { } a text with a comma needs quotes, as "one of A, B"' },
  { name: 'a word that is none of those allowed', edits: [['plan: ae', 'plan: ae\non-version-change: «transaction-day»']], code: 'P004', message: 'on-version-change is "transaction-day", which is not one of its words', hint: 'write one of accumulate, restart' },
  {
    name: 'a word with a near one',
    edits: [['plan: ae', 'plan: ae\nrounding: { mode: «half_up», at: component }']],
    code: 'P004',
    message: 'mode of rounding is "half_up", which is not one of its words',
    note: 'did you mean half-up?',
  },
  { name: 'an entry of a list', edits: [['plan: ae', 'plan: ae\nprorate: [quota, «targets»]']], code: 'P004', message: 'entry 2 of prorate is "targets", which is not one of its words', note: 'did you mean target?' },
  { name: 'a currency in small letters', edits: [['plan: ae', 'plan: ae\ncurrency: «usd»']], code: 'P005', message: 'currency is "usd"', hint: 'currencies are codes of three capital letters, such as USD' },
  {
    name: 'a window nobody knows',
    edits: [['{ sum: amount }', '{ sum: amount, window: «last quarter» }']],
    code: 'P005',
    message: 'window of measure revenue is "last quarter"',
    hint: 'a window is period, previous, previous-year, previous-year-to-date, month-to-date, quarter-to-date, half-to-date, year-to-date or rolling N (periods)',
  },
  { name: 'an empty map', edits: [['measures:\n  revenue: { sum: amount }', '«measures»: {}']], code: 'P006', message: 'measures is empty', hint: 'add what is missing, or remove the key' },
  { name: 'a name that formulas would read as a subtraction', edits: [['  revenue: {', '  «new-business»: {']], code: 'P008', message: '"new-business" cannot be a name in measures', hint: 'names are letters, digits and _, and start with a letter; at most 128' },
  { name: 'a level that is no number', edits: [['to: seller', 'to: managers of seller, levels: { «first»: 100% }']], code: 'P008', message: '"first" cannot be a name in levels of credit rule own', hint: 'levels are whole numbers from 1: 1 is the direct manager' },
  { name: 'a field of a mechanic', edits: [['rate: 5%', 'tiers: { «reed»: marginal, read: marginal, rates: [ { rate: 5% } ] }']], code: 'P001', message: 'tiers of component sales has no field "reed"', note: 'did you mean read?' },
  { name: 'a rule of adjust may name its components', edits: [['rate: 5% }', 'rate: 5% }\nadjust:\n  - cap: { at: 100, «off»: all }']], code: 'P001', message: 'cap of entry 1 of adjust has no field "off"', note: 'did you mean of?' },
  { name: 'a mechanic under a component takes no components', edits: [['rate: 5%', 'rate: 5%, cap: { at: 100, «of»: all }']], code: 'P001', message: 'cap of component sales has no field "of"' },
];

describe('the shape of a plan', () => {
  test.each(PLAN_CASES)('$name ($code)', ({ edits, ...words }) => {
    const { text, ...place } = unmarked(edited(PLAN, edits));
    expectOne(problemsOf([text], workspace), place, words);
  });

  test('every fault of a file is reported at once, each once', () => {
    const text = edited(PLAN, [
      ['plan: ae', 'plan: ae\ntitel: x\ncurrency: 5'],
      ['from: sales', 'form: sales'],
      ['rate: 5%', 'rate: [5%]'],
    ]);
    expect(lines(problemsOf([text], workspace)).sort()).toEqual([
      'P001 credit rule own has no field "form"',
      'P001 the plan has no field "titel"',
      'P002 credit rule own has no "from"',
      'P003 currency is the number 5; expected a text',
      'P003 rate of component sales is a list; expected a number or formula',
    ]);
  });

  test('keys that look like parts of a pointer are found', () => {
    const { text, ...place } = unmarked(edited(PLAN, [['rate: 5%', 'accelerate: { rate: 5%, at: { 100%: 2, «x/y~z»: 3 } }']]));
    const [problem] = problemsOf([text], workspace);
    expect([problem!.at!.start, problem!.at!.end]).toEqual([place.start, place.end]);
  });
});

const WORKSPACE_CASES: readonly Case[] = [
  { name: 'an unknown field', edits: [['calendar:', '«calender»: months\ncalendar:']], code: 'P001', message: 'the workspace has no field "calender"', note: 'did you mean calendar?' },
  { name: 'a field missing in a source', edits: [['  calls:\n    files: data/calls.csv\n', '  «calls»:\n']], code: 'P002', message: 'source calls has no "files"', hint: 'add a line such as files: data/sales-*.csv' },
  { name: 'rounding without a mode', edits: [['rounding: { mode: half-up, at: component }', '«rounding»: { at: component }']], code: 'P002', message: 'rounding has no "mode"', hint: 'add a line such as mode: half-up' },
  { name: 'a calendar word', edits: [['calendar: quarters', 'calendar: «quarter»']], code: 'P004', message: 'calendar is "quarter", which is not one of its words', note: 'did you mean quarters?' },
  { name: 'a calendar of weeks cannot be one word', edits: [['calendar: quarters', 'calendar: «4-4-5»']], code: 'P004', message: 'calendar is "4-4-5", which is not one of its words', hint: 'write one of half-months, months, quarters, halves, years' },
  { name: 'a list of calendars', edits: [['calendar: quarters', 'calendar: «[months]»']], code: 'P003', message: 'calendar is a list; expected one of half-months, months, quarters, halves, years or a map' },
  {
    name: 'a start of the year on a day that not every month has',
    edits: [['calendar: quarters', 'calendar: { periods: months, year-starts: «01-31» }']],
    code: 'P005',
    message: 'year-starts of calendar is "01-31"',
    hint: 'a fiscal year starts on a month and day written MM-DD, day 01 to 28',
  },
  {
    name: 'one of A, B in braces was called an empty column B',
    edits: [['columns: { call: text, day', 'columns: { call: text, kind: one of Rev, «OI», Other costs, day']],
    code: 'P003',
    message: 'OI of columns of source calls is empty: inside { } a comma ends the value, and cuts the list of kind in two',
    hint: 'write kind: "one of Rev, OI, Other costs"',
  },
  { name: 'an empty column that no list was cut from', edits: [['columns: { call: text, day', 'columns: { call: text, «OI», day']], code: 'P003', message: 'OI of columns of source calls is empty; expected a text', hint: 'give it a value, or remove the key; inside { } a text with a comma needs quotes, as "one of A, B"' },
  { name: 'a column declared as a map', edits: [['seller: payee', '«seller»: { type: payee }']], code: 'P003', message: 'seller of columns of source sales is a map; expected a text', hint: 'for example money(USD) from SubTotal' },
];

describe('the shape of a workspace', () => {
  test.each(WORKSPACE_CASES)('$name ($code)', ({ edits, ...words }) => {
    const { text, ...place } = unmarked(edited(WORKSPACE, edits));
    expectOne(readWorkspace(text).problems.all, place, words);
  });
});
