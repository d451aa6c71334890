/** Rate by properties of the deal: the most specific row that matches gives its rate, deal by deal (COM-19, COM-20). */
import type { Span } from '../diagnostic/diagnostic.ts';
import { inOrder } from './deal-order.ts';
import { columnsOf, matches, matchWords, mayMeet, readMatch, type Match } from './deal-match.ts';
import { field, FORMULA, list, map, NUMBER } from './field.ts';
import type { Deal, DealPay, Given, JsonSchema, Mechanic, Outcome, Reader } from './mechanic.ts';
import { unpriced } from './outcome.ts';
import { rateIn, ratePhrase, rateWords, readRate, type RateFigure } from './rate-figure.ts';

interface Row {
  readonly match: Match;
  readonly rate: RateFigure;
  readonly at: Span;
}

interface RateTable {
  readonly rows: readonly Row[];
  readonly columns: readonly string[];
}

const WANTED: JsonSchema = {
  description: 'A value or a list of values of a text column; a range of a column of numbers or of the size of the deal, its lower edge included.',
  type: ['string', 'number', 'array', 'object'],
  if: { type: 'object' },
  then: map({ from: field('The lower edge, which belongs to the range.', ['20%'], NUMBER), to: field('The upper edge, which does not.', ['30%'], NUMBER) }, [], { minProperties: 1 }),
  else: { type: ['string', 'number', 'array'], if: { type: 'array' }, then: list({ type: ['string', 'number'] }, 1, 500), else: { type: ['string', 'number'] } },
};

export const rateTable: Mechanic<RateTable> = {
  key: 'rate-table',
  kind: 'formula',
  step: 7,
  where: ['component'],
  summary: 'a rate for each deal, by its product, discount, size, term or other columns',
  about: `Each row has a rate and says under "when" for which deals: by columns of the transactions, with a value or a list of values of a text, or a range of a number, and by the size of the deal. A column that a row does not name may be anything; a row without "when" is for every other deal. The measure is a sum or a count, and the component pays deal by deal.
The row that names most columns wins, wherever it stands. Two rows that name as many and both match are an error: of the plan where it can be seen there, else of the run, with the deal. The order of rows never matters.
A deal that no row matches stops the run, unless there is a row without "when". A blank matches only rows that do not name its column.
The lower edge of a range belongs to it, the upper one does not; comparisons are exact. "size" is what is credited of the deal, in the currency of the plan, and counts as a column: of a split deal it is the person's share, and two credits of one deal to one person are taken together. A column called size goes before it. Columns of money cannot be looked at, because they stand in the currency of the row.
Rates are written as under rate: a percent or a formula, zero or more; on a number or a count money for each unit. A return is priced by its own columns and its own size without the sign, and pays negative, so that a deal and its full return cancel; one that names its sale (refers-to) takes back at the rate of the sale, where the component has a clawback. A rate from the people file is that of the day of the deal. After a threshold that pays only the excess, deals are paid from there on in order of date and id.
Also called rate matrix, product rates, commission by discount, by deal size or by deal type.`,
  schema: map(
    {
      rates: field(
        'The rows, in any order.',
        [[{ when: { product: 'Desk' }, rate: '5%' }, { rate: '2%' }]],
        list(map({ when: field('For which deals: columns of the transactions and the size of the deal, each with what it must be.', [{ product: ['Desk', 'Chair'], discount: { to: '10%' } }, { product: 'Desk', size: { from: 10000 } }], { type: 'object', additionalProperties: WANTED, minProperties: 1, maxProperties: 20 }), rate: field('What such a deal pays: a share of money, or money for each unit.', ['5%', 'icr', 20], FORMULA) }, ['rate']), 1, 1000),
      ),
    },
    ['rates'],
  ),
  read(node, reader) {
    const rows = node.kind === 'map' ? node.get('rates') : undefined;
    if (rows?.kind !== 'list') return undefined;
    if (reader.baseType === 'ratio') {
      reader.problem('P302', `rate-table pays a rate on ${reader.on}, and that is a ratio, not money or a number`, node, { hint: 'use curve or steps to pay on a ratio' });
      return undefined;
    }
    const read = rows.items.map((item): Row | undefined => {
      if (item.kind !== 'map') return undefined;
      const match = readMatch(item.get('when'), reader, true);
      const rate = item.get('rate') === undefined ? undefined : readRate(item.get('rate')!, reader);
      return match === undefined || rate === undefined ? undefined : { match, rate, at: item.at };
    });
    if (!read.every((row) => row !== undefined) || !checkRows(read, reader)) return undefined;
    return { rows: read, columns: [...new Set(read.flatMap(({ match }) => columnsOf(match)))] };
  },
  calculate(): Outcome {
    throw new Error('a rate table pays deal by deal: the engine calls deals.pay');
  },
  formulas: ({ rows }) => rows.map(({ rate }) => rate.formula),
  deals: { always: () => ({ order: [], why: 'each deal is paid at a rate of its own' }), columns: ({ columns }) => columns, pay },
  describe({ rows }, words) {
    const lines = rows.map(({ match, rate }) => `${ratePhrase(rate, words)} for ${matchWords(match, words)}`);
    return `Each deal is paid at the rate of the row that names most of what it is: ${lines.join('; ')}.${rows.some(({ match }) => match.size === 0) ? '' : ' A deal that no row matches is refused.'}`;
  },
  example: {
    title: 'Desks pay more than the rest',
    yaml: `sales_commission:
  commission on: revenue
  rate-table:
    rates:
      - { when: { product: Desk }, rate: 5% }
      - { rate: 2% }`,
    work: '1,000 of Desk × 5 % + 500 of Chair × 2 % = 50 + 10 = 60',
    given: { base: '1500', deals: [{ value: '1000', columns: { product: 'Desk' } }, { value: '500', columns: { product: 'Chair' } }] },
    earns: '60',
  },
};

/** Rows that name the same columns must not meet: no deal could tell which of them is meant. */
function checkRows(rows: readonly Row[], reader: Reader): boolean {
  let sound = true;
  rows.forEach((row, index) => {
    const twin = rows.slice(0, index).find((other) => other.match.size === row.match.size && [...row.match.keys()].every((column) => other.match.has(column)) && mayMeet(row.match, other.match));
    if (twin === undefined) return;
    reader.problem('P382', row.match.size === 0 ? 'two rows are for every other deal' : `this row and an earlier one name ${[...row.match.keys()].join(' and ')}, and a deal can match both`, row.at, { labels: [{ at: twin.at, text: 'the earlier row' }], hint: 'keep the values and ranges of rows with the same columns apart' });
    sound = false;
  });
  return sound;
}

function pay({ rows }: RateTable, given: Given, deals: readonly Deal[]): readonly DealPay[] {
  const { words, baseType } = given;
  return inOrder(deals, given.from, (deal, size) => {
    const fit = rows.filter(({ match }) => matches(match, deal));
    const most = Math.max(-1, ...fit.map(({ match }) => match.size));
    const [row, second] = fit.filter(({ match }) => match.size === most);
    if (row === undefined || second !== undefined) return refused(given, deal, row, second);
    const rate = rateIn(row.rate, deal.env, given);
    if (rate.none !== undefined) return unpriced(rate.none);
    const amount = size.times(rate.value);
    return { amount, text: () => `${matchWords(row.match, words)}: ${words.amount(size, baseType)} × ${rateWords(row.rate, rate.value, words)} = ${words.money(amount)}` };
  });
}

function refused(given: Given, deal: Deal, row: Row | undefined, second: Row | undefined): DealPay {
  const { words } = given;
  if (row === undefined || second === undefined) given.refuse(`no row of the rate table matches ${deal.id}`, 'add a row for such deals, or a row without "when" for every other deal');
  else given.refuse(`two rows of the rate table match ${deal.id} and name as many columns: ${matchWords(row.match, words)}, and ${matchWords(second.match, words)}`, 'add a row that names the columns of both');
  return unpriced(`${deal.id} has no rate`);
}
