/**
 * Tiers whose bands fill up with everything that is sold, while the rate in each band depends on the category of the deal
 * (COM-21). With a first band that pays nothing it is a minimum consumed in order (COM-27); bands may also be of pay (COM-16).
 */
import type { Node } from '../document/node.ts';
import { ONE } from '../value/exact.ts';
import { readAxis, type Axis } from './axis.ts';
import { bandWords, readBands, type Band, type CategoryTiers } from './category-bands.ts';
import { payByDate, payOnPay, payProRata } from './category-pay.ts';
import { field, FORMULA, list, map, NUMBER, oneOf } from './field.ts';
import { marginal } from './marginal.ts';
import type { Given, Mechanic, Outcome, Reader } from './mechanic.ts';
import { isPay, payAxis } from './pay-scale.ts';
import { ratePhrase } from './rate-figure.ts';
import { hasResults } from './scaling.ts';

export const categoryTiers: Mechanic<CategoryTiers> = {
  key: 'category-tiers',
  kind: 'formula',
  step: 7,
  where: ['component'],
  summary: 'tiers shared by all categories, with a rate for each category in each band',
  about: `All deals fill the same bands, and each is paid at the rate that its band has for its category: a text column of the transactions such as product or type. Bands are amounts of the measure paid on, percents of its quota ("by: attainment of MEASURE"), or with "by: pay" amounts that the component has paid.
Which deals lie in which band decides money as soon as rates differ, so "consume" must say it. by-date goes through the deals in the order of date and id and cuts the one that crosses an edge; pro-rata gives every deal the same share of each band, so that no order plays a part.
"rates" holds a rate for each category; "rate" beside it is for every other one. A category without a rate is an error: of the plan where the column declares its values, else of the run, with the deal. So is a blank without "rate".
A first band with "rate: 0%" is a minimum before pay starts. Bands join: "to" in every band but the last, which is open. In slices no edge makes pay jump, so it does not matter who owns it.
A return takes back from the top at the rates of its own category; what lies below zero is in the first band. Under "accumulates" the bands fill up over the window. Without a quota bands in percent are not applicable and the component earns 0 with that reason.
With "by: pay" every rate is above zero, and the deal that crosses is cut where pay does, divided exactly; pro-rata is not possible there.
Also called rate by category and band, two rate columns, minimum before commission, graduated split.`,
  schema: map(
    {
      category: field('The column of the transactions that holds the category.', ['product', 'type'], { type: 'string' }),
      by: field('What the bands are of. Without it: the measure paid on.', ['attainment of revenue', 'pay'], FORMULA),
      consume: field('Which deals fill the lower bands.', ['by-date'], oneOf({ 'by-date': 'the earlier ones, by date and id', 'pro-rata': 'all alike: each band holds the same share of every deal' })),
      bands: field(
        'The bands, from the lowest to the highest. The last one is open.',
        [[{ to: 2000, rate: '0%' }, { rates: { basic: '2%', service: '3%' } }]],
        list(
          map({
            to: field('The upper edge; the last band has none.', [90000, '100%'], NUMBER),
            rates: field('The rate of each category in this band.', [{ basic: '2%', service: '3%' }], { type: 'object', additionalProperties: field('The rate of this category.', ['5%'], FORMULA), minProperties: 1, maxProperties: 500 }),
            rate: field('The rate of every category that is not named.', ['0%', '5%'], FORMULA),
          }),
          1,
          100,
        ),
      ),
    },
    ['category', 'consume', 'bands'],
  ),
  read(node, reader) {
    if (node.kind !== 'map') return undefined;
    if (reader.baseType === 'ratio') {
      reader.problem('P302', `category-tiers pays a rate on ${reader.on}, and that is a ratio, not money or a number`, node, { hint: 'use curve or steps to pay on a ratio' });
      return undefined;
    }
    const [columnNode, by, consume, rows] = [node.get('category'), node.get('by'), node.get('consume'), node.get('bands')];
    const column = columnNode === undefined ? undefined : reader.column(columnNode);
    if (column !== undefined && !['text', 'one-of', 'payee'].includes(column.kind)) {
      reader.problem('P445', `a category is a text, and ${column.name} is declared as ${column.kind}`, columnNode!, { found: column.kind, expected: 'text or one of', hint: 'name a column of text; a lookup can say the class of a number' });
      return undefined;
    }
    const axis = isPay(by) ? payAxis(by, marginal, reader) : readAxis(by, reader, 'base');
    if (column === undefined || axis === undefined || consume?.kind !== 'scalar' || rows?.kind !== 'list' || !checkAxis(axis, consume.text, by, consume, reader)) return undefined;
    const bands = readBands(rows.items, axis, column.values, reader);
    if (bands === undefined || (axis.kind === 'pay' && !checkRates(bands, by!, reader))) return undefined;
    return { axis, category: column.name, consume: consume.text === 'by-date' ? 'by-date' : 'pro-rata', bands };
  },
  calculate: (): Outcome => {
    throw new Error('category-tiers pays deal by deal: the engine calls deals.pay');
  },
  formulas: ({ bands }) => bands.flatMap(({ rates, other }) => [...[...rates.values()].map((rate) => rate.formula), ...(other === undefined ? [] : [other.formula])]),
  needs: ({ axis }) => ({ attainment: axis.kind === 'attainment' }),
  branches: ({ bands }) => bands.map(({ at }, index) => ({ name: `band ${index + 1}`, at })),
  scaled: (config, edges) => (hasResults(config.axis) && config.bands.length > 1 && !edges.equals(ONE) ? { ...config, bands: config.bands.map((band) => ({ ...band, lower: band.lower.times(edges) })) } : undefined),
  deals: {
    always: () => ({ order: [] }),
    columns: ({ category }) => [category],
    pay: (config, given: Given, deals) => (config.axis.kind === 'pay' ? payOnPay : config.consume === 'by-date' ? payByDate : payProRata)(config, given, deals),
  },
  describe(config, words) {
    const { axis, category, consume, bands } = config;
    const lines = bands.map((band, index) => `${bandWords(config, index, words)}: ${[...[...band.rates].map(([name, rate]) => `${ratePhrase(rate, words)} for ${name}`), ...(band.other === undefined ? [] : [`${ratePhrase(band.other, words)} for ${band.rates.size === 0 ? 'every' : 'any other'} ${category}`])].join(', ')}`);
    return `Each deal is paid at the rate of its ${category} in the band it lies in, by ${axis.name}: ${lines.join('; ')}. ${consume === 'by-date' ? 'Deals fill the bands in the order of date and id.' : 'Every deal lies in each band with the same share.'}`;
  },
  example: {
    title: 'Nothing for the first 2,000, then a rate for each kind of service',
    yaml: `services:
  commission on: revenue
  category-tiers:
    category: kind
    consume: by-date
    bands:
      - { to: 2_000, rate: 0% }
      - { rates: { basic: 2%, maintenance: 3% } }`,
    work: 'the first two deals fill the minimum of 2,000; 1,000 of basic × 2 % = 20',
    given: { base: '3000', deals: [{ value: '1000', columns: { kind: 'basic' } }, { value: '1000', columns: { kind: 'maintenance' } }, { value: '1000', columns: { kind: 'basic' } }] },
    earns: '20',
  },
};

function checkAxis(axis: Axis, consume: string, by: Node | undefined, at: Node, reader: Reader): boolean {
  if (axis.kind === 'formula') {
    reader.problem('P311', `the bands cut ${axis.on} into slices, and ${axis.name} cannot say where to cut it`, by!, { expected: `${axis.on}, attainment of ${axis.on} or pay`, hint: `use "by: attainment of ${axis.on}"` });
    return false;
  }
  if (axis.kind === 'pay' && consume === 'pro-rata') {
    reader.problem('P447', 'bands of pay are filled deal by deal, so they cannot be shared pro rata', at, { hint: 'write consume: by-date' });
    return false;
  }
  return true;
}

/** A band of pay that pays nothing would never be left, upwards or downwards. */
function checkRates(bands: readonly Band[], by: Node, reader: Reader): boolean {
  const zero = bands.some(({ rates, other }) => [...rates.values(), ...(other === undefined ? [] : [other])].some((rate) => rate.fixed?.value.isZero() === true));
  if (zero) reader.problem('P319', 'with "by: pay" every rate is above zero; at 0 % a band would never be filled', by, { hint: 'let the measure decide, or write a rate above zero' });
  return !zero;
}
