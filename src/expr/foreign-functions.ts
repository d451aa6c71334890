/** Functions of spreadsheets and databases that analysts try, each with what to write in a plan. */
type Answer = (args: readonly string[]) => string;

const joined =
  (word: string): Answer =>
  (args) =>
    `write ${args.join(` ${word} `)}`;
const plain =
  (text: string): Answer =>
  () =>
    text;
const aggregate = plain('formulas see one row or one period at a time; sums and counts are measures of the plan');
const lookup = plain('declare the value as a lookup of the data source, and use its name');
const clock = plain('a formula knows no today: the same data must give the same result every day; write the date itself');
const join = plain('formulas do not build texts; compare them one by one');

export const FOREIGN_FUNCTIONS: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ['and', joined('and')],
  ['or', joined('or')],
  ['isblank', (args) => `write ${args[0] ?? 'x'} is blank`],
  ['isnull', (args) => `write ${args[0] ?? 'x'} is blank, or coalesce(${args.join(', ')})`],
  ['isempty', (args) => `write ${args[0] ?? 'x'} is blank`],
  ['ifnull', (args) => `write coalesce(${args.join(', ')})`],
  ['nvl', (args) => `write coalesce(${args.join(', ')})`],
  ['ifblank', (args) => `write coalesce(${args.join(', ')})`],
  ['iferror', plain('what cannot be calculated is not applicable; nothing needs to be caught')],
  ['iif', (args) => `write if(${args.join(', ')})`],
  ['ifs', plain('write if(condition, value, if(other condition, value, value otherwise))')],
  ['switch', plain('write if(condition, value, if(other condition, value, value otherwise))')],
  ['case', plain('write if(condition, value, value otherwise)')],
  ['when', plain('write if(condition, value, value otherwise)')],
  ['attainment', (args) => `write attainment of ${args[0] ?? 'measure'}`],
  ['quota', (args) => `write quota of ${args[0] ?? 'measure'}`],
  ['payout', (args) => `write payout of ${args[0] ?? 'component'}`],
  ['greatest', (args) => `write max(${args.join(', ')})`],
  ['least', (args) => `write min(${args.join(', ')})`],
  ['startswith', (args) => `write starts_with(${args.join(', ')})`],
  ['endswith', (args) => `write ends_with(${args.join(', ')})`],
  ['left', (args) => `write starts_with(${args[0] ?? 'name'}, 'text')`],
  ['right', (args) => `write ends_with(${args[0] ?? 'name'}, 'text')`],
  ['search', (args) => `write contains(${args[1] ?? 'name'}, ${args[0] ?? "'text'"})`],
  ['find', (args) => `write contains(${args[1] ?? 'name'}, ${args[0] ?? "'text'"})`],
  ['roundup', (args) => `write round(${args[0] ?? 'x'}, 0.01, 'up')`],
  ['rounddown', (args) => `write round(${args[0] ?? 'x'}, 0.01, 'down')`],
  ['floor', (args) => `write round(${args[0] ?? 'x'}, 1, 'floor')`],
  ['ceiling', (args) => `write round(${args[0] ?? 'x'}, 1, 'ceiling')`],
  ['ceil', (args) => `write round(${args[0] ?? 'x'}, 1, 'ceiling')`],
  ['int', (args) => `write round(${args[0] ?? 'x'}, 1, 'floor')`],
  ['trunc', (args) => `write round(${args[0] ?? 'x'}, 1, 'down')`],
  ['mod', plain('there is no remainder; work with * and /')],
  ['power', (args) => `multiply: ${args[0] ?? 'x'} * ${args[0] ?? 'x'}`],
  ['pow', (args) => `multiply: ${args[0] ?? 'x'} * ${args[0] ?? 'x'}`],
  ['sqrt', plain('there are no roots: every amount stays exact')],
  ...['sum', 'count', 'avg', 'average', 'sumif', 'sumifs', 'countif', 'countifs', 'median'].map((name): [string, Answer] => [name, aggregate]),
  ...['vlookup', 'xlookup', 'hlookup', 'lookup', 'index', 'match'].map((name): [string, Answer] => [name, lookup]),
  ...['today', 'now'].map((name): [string, Answer] => [name, clock]),
  ...['concat', 'concatenate', 'upper', 'lower', 'trim', 'text', 'len', 'mid', 'substring'].map((name): [string, Answer] => [name, join]),
  ['value', plain('declare the column as number or money; a formula does not turn texts into numbers')],
]);
