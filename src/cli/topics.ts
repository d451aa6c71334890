/** The pages of `paycurve help TOPIC`. What the program knows about itself is printed from there, not written again. */
import { casesPage } from './cases-page.ts';
import { closingPage } from './closing-page.ts';
import { RUN_FORMAT_NAMES } from '../report/run/names.ts';
import { EXIT } from './exit.ts';
import { LANGUAGE_PAGES } from './language/index.ts';
import { languageText } from './language/page.ts';

export interface Topic {
  readonly name: string;
  readonly about: string;
  text(): Promise<string> | string;
}

export const TOPICS: readonly Topic[] = [
  { name: 'order', about: 'the order in which a payout is computed', text: orderPage },
  {
    name: 'exit-codes',
    about: 'what a script may rely on',
    text: () => `
Exit codes

  ${EXIT.done}    done, nothing to report; also when the reader closed the pipe early (| head)
  ${EXIT.found}    done, and problems were found: an invalid plan, bad rows in the data, a missing quota,
       a case that fails, a period that cannot be closed, a record that was altered
  ${EXIT.failed}    could not do it: a wrong option, a missing or unreadable file, nothing matched,
       output that could not be written
  ${EXIT.internal}    an internal error of paycurve; --debug shows where
  130  interrupted (Ctrl-C)      143  terminated

Warnings alone are ${EXIT.done}. \`validate --fail-on warning\` and \`--max-warnings N\` change that.
${EXIT.done} means that the whole output was delivered: a full disk is ${EXIT.failed}, never ${EXIT.done}.`,
  },
  {
    name: 'numbers',
    about: 'how numbers are written and computed',
    text: () => `
Numbers

Every amount, rate and quota is exact, from the text of the cell to the text of the report.
Nothing is rounded but at the place that the plan names: rounding: { to: 0.01, mode: half-up, at: component }.

In plans     1_000  1000.50  8%  0.08  2/37 (an exact fraction)
In data      1000.50 and -1000.50, with the decimal mark that paycurve.yaml declares; 35% in a ratio column
Refused      1,000  1e3  (5.00)  $5  +5%  .5  5.   each with the reason and the way to write it
Limits       18 digits before and 12 after the decimal mark

Zero, blank and not applicable are three things. An empty cell is blank, and only allowed in a column
declared with ?. An attainment without a quota is not applicable; the plan says what then counts.`,
  },
  {
    name: 'dates',
    about: 'dates, periods and what holds when',
    text: () => `
Dates

A date is YYYY-MM-DD, a day of the calendar without time or zone. Both ends of a span are included:
effective: 2026-01-01 to 2026-12-31. No other form is read: 1/12/2026 is in January or in December. In a
spreadsheet, give the column the number format yyyy-mm-dd before saving as CSV.
What changes over time (people, quotas, managers, costs, exchange rates, plan versions) holds from its day
until the next entry; two values for one day are an error.

calendar: months, quarters, halves, years, with year-starts: 02-01 for a fiscal year; 4-4-5, 4-5-4, 5-4-4
or four-weeks from the first days of the years; or a file with the periods' own dates.`,
  },
  {
    name: 'rounding',
    about: 'where and how cents are cut',
    text: async () => `
Rounding

rounding: { to: 0.01, mode: half-up, at: component }

at     transaction   each transaction's pay is rounded, then summed
       component     each component is rounded
       payout        only the sum of the components is rounded
${await modes()}

Rounding happens once, at that place; the explanation shows what it cut off. Shares of a whole are
allotted by largest remainder, so that they always sum to it.`,
  },
  {
    name: 'formulas',
    about: 'the small language of where:, for:, rate: and gate:',
    text: async () => `
Formulas

type == 'New' and amount >= 1_000          = and <> are written == and !=
type in ('New', 'Expansion')               not (a or b)
discount is blank or discount < 10%        a column declared with ? must be guarded in the formula that
                                           reads it; the for: of the plan is no guard
amount - quantity * unit_cost              1.5 * icr          commission_rate
attainment of revenue >= 80%               quota of revenue   payout of new_business
months(issued, date) < 12                  full months between two dates: the first policy year; < 84 are
                                           the first seven, whatever leap days lie between
date - issued <= 90                        dates less dates are days; issued + 90 is a date

Names are the columns that paycurve.yaml declares, the measures of the plan, icr and target, and
months_of_service (1 in the month of the first day; of the last day in the plan in the period).
Money, number, ratio, text, date and yes/no do not mix: validate says so, with the place.
Beside a ratio or an attainment a number above one needs its sign: 80%, because 80 would be 8,000 %.

Dates
due - ordered <= 30                        days between two dates; ordered + 30 is a date
ordered >= 2026-07-01                      a date is written as it stands in the data
months(first_paid, date) < 12              the first twelve months: the day a year later is outside
years(issued, date) + 1                    the year of the policy: the anniversary begins the next
date - issued < 7 * 365 is out by the leap days, years(issued, date) < 7 is not.

Functions
${await functionLines()}`,
  },
  {
    name: 'formats',
    about: 'what each --format is for',
    text: () => `
Formats

validate   text      for people: the lines of the file, hints, a summary
           concise   one line each: file:line:col: error[CODE]: message
           json      for scripts     junit   for test panes     sarif   for code scanning
           github    annotations in a log       markdown   a comment on a change
test       text, json, junit    as for validate; junit names nobody and no amount without --no-redact
${Object.entries(RUN_FORMAT_NAMES).map(([name, what], at) => `${at === 0 ? 'run' : ''}`.padEnd(11) + `${name.padEnd(10)}${what}`).join('\n')}
explain    table     the tree (default)           markdown   a statement to send
           json      its schema: paycurve schema explain
adjustments, balances    table, csv, json, markdown       journal    hledger, beancount

run --out FOLDER writes, all or none:
  payouts.csv      one line for each person, plan and period
  balances.csv     every balance with what moved it
  employer-costs.csv   what the employer owes on top, where a plan states it
  components.csv   one line for each component and adjustment of these; window says which time base,
                   quota and attainment are of: period, or year-to-date where it accumulates
  credits.csv      one line for each transaction, person, plan and measure:
                   value = original × exchange_rate × share
  excluded.csv     one line for each excluded row, with its reason and what each rule said of it
  rejected-SOURCE.csv   rows set aside by --on-bad-row quarantine, as they were, with their faults
  ledger.jsonl     every credit and every step, one JSON record a line
  manifest.json    digests of all that went in and came out; written last
Filters (--person, --plan, --period) hold for all of them but excluded and rejected rows.

Numbers in CSV are decimals that a spreadsheet takes for numbers: an attainment of 2/3 is 0.666666666667.
Digits that end within 12 decimals all stand, others are cut at the 12th, half-even. The exact fraction
stands in JSON and ledger, with the decimal beside it (attainment_decimal). Texts that a spreadsheet would
take for a formula get a ' in front (--csv-raw: not). --csv-bom begins CSV with a byte order mark, for Excel.

JSON has a format_version "major.minor". Amounts are texts, dates are YYYY-MM-DD, null means not
applicable and has a reason beside it. A minor version adds fields and takes none away.`,
  },
  { name: 'closing', about: 'periods that are closed for good, and what is paid when something changes later', text: closingPage },
  { name: 'cases', about: 'what a file of cases (*.test.yaml) holds, for paycurve test', text: casesPage },
  {
    name: 'environment',
    about: 'variables that are looked at',
    text: () => `
Environment

FORCE_COLOR, NO_COLOR, CLICOLOR_FORCE, TERM   colours; --color always|never|auto stands above them
COLUMNS                                       width when standard output is no terminal (else 100)
SOURCE_DATE_EPOCH                             the manifest's stamp and the day of a close, for equal bytes
NODE_DISABLE_COMPILE_CACHE                    compiled code is not kept in the program's folder

Nothing else: no configuration outside the workspace, no network, no account.`,
  },
  ...LANGUAGE_PAGES.map((page): Topic => ({ name: page.name, about: page.about, text: () => languageText(page) })),
];

/** All topics with their line: what holds everywhere, then the plan language. */
export function topicList(): string {
  const widest = Math.max(...TOPICS.map((topic) => topic.name.length));
  const line = (topic: Topic): string => `  ${topic.name.padEnd(widest)}  ${topic.about}`;
  const language = new Set(LANGUAGE_PAGES.map((page) => page.name));
  return ['Topics (paycurve help TOPIC)', ...TOPICS.filter(({ name }) => !language.has(name)).map(line), '', 'The plan language', ...TOPICS.filter(({ name }) => language.has(name)).map(line), '', 'A command is a topic too: paycurve help run is paycurve run --help.', ''].join('\n');
}

/** Every function with what it gives, as the functions themselves tell it. */
async function functionLines(): Promise<string> {
  const [{ FUNCTIONS }, { wrapped }] = await Promise.all([import('../expr/functions.ts'), import('../report/wrap.ts')]);
  return FUNCTIONS.map(({ usage, about }) => `${usage}\n${wrapped(about, 96).map((line) => `    ${line}`).join('\n')}`).join('\n');
}

async function orderPage(): Promise<string> {
  const [{ MECHANICS }, { PAYMENTS }, { wrapped }] = await Promise.all([import('../mechanic/index.ts'), import('../mechanic/payments.ts'), import('../report/wrap.ts')]);
  const earning = (step: number): string => MECHANICS.filter((mechanic) => mechanic.step === step).map((mechanic) => mechanic.key).join(', ');
  const paying = (step: number): string => PAYMENTS.filter((mechanic) => mechanic.step === step).map((mechanic) => mechanic.key).join(', ');
  const steps: [string, string][] = [
    [earning(1), 'rows are read and checked'],
    [earning(2), 'a rule says which rows count (where:)'],
    [earning(3), 'credit: to the seller, split, overlay, managers'],
    [earning(4), 'money is converted to the currency of the plan'],
    [earning(5), 'measure over its window; quota; attainment'],
    [earning(6), 'gates and thresholds'],
    [earning(7), 'the formula: rate, tiers, curve, …'],
    [earning(8), 'minimum and cap of each deal'],
    [earning(9), 'multipliers'],
    [earning(10), 'minimum and cap of the component; rounding at: component'],
    [earning(13), 'what was earned on sales that are returned is taken back, to the cent'],
    [earning(15), 'sales that are earned by event become due part by part'],
    [earning(12), 'what the component earned earlier in its window is deducted (accumulates:)'],
    [earning(11), 'sum over components; minimum and cap of the plan (adjust:)'],
    [paying(13), 'differences of closed periods; negative results'],
    [paying(14), 'draws, guarantees and advances: top-up and recovery'],
    [paying(15), 'holds, instalments, the most that is paid now'],
    [paying(16), 'manual entries that pay (adjustments:); small amounts wait'],
    [earning(17), 'conversion to the currency of payment'],
  ];
  // Numbers of the catalogue of mechanics have gaps where nothing is built yet; here they are counted.
  return ['Order of operations', '', ...steps.map(([keys, words], index) => `  ${String(index + 1).padStart(2)}  ${words}${keys === '' ? '' : wrapped(keys, 96).map((line) => `\n        ${line}`).join('')}`), '', 'The order is the same in every plan. Rounding happens once, where the plan says.', 'Manual entries that forgive, release or forfeit act with the rule of their balance,', 'before it recovers or pays.'].join('\n');
}

/** One line for each mode of rounding, as the roundings themselves tell it. */
async function modes(): Promise<string> {
  const { ROUNDING_MEANINGS } = await import('../value/rounding.ts');
  return Object.entries(ROUNDING_MEANINGS)
    .map(([name, means], index) => `${index === 0 ? 'mode' : '    '}   ${name.padEnd(13)} ${means}`)
    .join('\n');
}
