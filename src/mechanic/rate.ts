/** Flat rate from the first unit: rate × base (COM-01). A rate that depends on dated people columns is applied day by day. */
import type { Node } from '../document/node.ts';
import { total, ZERO, type Exact } from '../value/exact.ts';
import { beyond, inOrder } from './deal-order.ts';
import { FORMULA } from './field.ts';
import type { Deal, DealPay, Given, Mechanic, Outcome, Part, Reader } from './mechanic.ts';
import { baseWords, ended, paidWords, unpriced } from './outcome.ts';
import { type RateFigure, rateIn, ratePhrase, rateWords, readRate } from './rate-figure.ts';
import { dayText } from '../value/day.ts';

export interface FlatRate {
  readonly on: string;
  readonly rate: RateFigure;
  /** The rate may differ between stretches of days: it names a people column. */
  readonly dated: boolean;
}

export const rate: Mechanic<FlatRate> = {
  key: 'rate',
  kind: 'formula',
  step: 7,
  where: ['component'],
  summary: 'a flat rate on the measure paid on, from the first unit',
  about: `Pays rate × measure. The rate is a percent, a decimal, an exact fraction such as 2/37, or a formula over people columns, icr and measures. The measure must be money; for units use per-unit.
A rate of one or more must be written with %, so that 5 cannot be taken for 5 %. Rates are zero or more.
Where the rate names a people column that changes inside the period, each stretch of days earns at its own value. After a threshold that pays only the excess, the rate is paid on the part above it.
A negative measure pays negative, so that a sale and its reversal cancel. It can pay and round deal by deal.
Also called straight or flat commission.`,
  schema: {
    description: 'A flat rate on the measure paid on.',
    markdownDescription: 'Pays `rate × measure`, from the first unit.\n\nFor example `5%` · `2/37` · `icr` · `commission_rate`',
    examples: ['5%', '2/37', 'icr', 'commission_rate * 1.5'],
    ...FORMULA,
  },
  read(node, reader) {
    if (reader.on === undefined) return undefined;
    if (reader.baseType === 'number' || reader.baseType === 'ratio') {
      const number = reader.baseType === 'number';
      reader.problem('P302', `a rate is paid on money, and ${reader.on} is a ${reader.baseType}`, node, { hint: number ? 'use per-unit to pay money for each unit' : 'use curve or steps to pay on a ratio' });
      return undefined;
    }
    return flat(node, reader);
  },
  calculate: payFlat,
  formulas: (config) => [config.rate.formula],
  deals: { always: () => undefined, pay: payDeals },
  describe: (config, words) => `Pays ${ratePhrase(config.rate, words)} of ${config.on}.`,
  example: {
    title: 'Five percent of everything sold',
    yaml: `sales_commission:
  commission on: revenue
  rate: 5%`,
    work: '48,250 × 5 % = 2,412.50',
    given: { base: '48250' },
    earns: '2412.5',
  },
};

/** The fields that a rate and an amount per unit share. */
export function flat(node: Node, reader: Reader): FlatRate | undefined {
  const figure = readRate(node, reader);
  if (figure === undefined || reader.on === undefined) return undefined;
  return { on: reader.on, rate: figure, dated: figure.facts.some((fact) => fact.kind === 'person') };
}

interface Stretch {
  readonly days: string;
  readonly size: Exact;
  readonly rate: Exact;
  readonly amount: Exact;
}

export function payFlat(config: FlatRate, given: Given): Outcome {
  const slices = config.dated ? given.slices() : [];
  if (slices.length > 1) return payStretches(config, given);
  // a window that ended before this period is paid at the value of its own days
  const value = rateIn(config.rate, slices[0]?.env ?? given.env, given);
  if (value.none !== undefined) return ended(value.none);
  const amount = given.base.minus(given.from).times(value.value);
  return { amount, text: () => `${paidWords(given)} × ${rateWords(config.rate, value.value, given.words)} = ${given.words.money(amount)}` };
}

/** Stretches of days in turn; what lies below a threshold is taken from the earliest days. */
function payStretches(config: FlatRate, given: Given): Outcome {
  const stretches: Stretch[] = [];
  let before = ZERO;
  for (const slice of given.slices()) {
    const after = before.plus(slice.base);
    const size = beyond(given.from, before, after);
    before = after;
    if (size.isZero()) continue;
    const value = rateIn(config.rate, slice.env, given);
    if (value.none !== undefined) return ended(`from ${dayText(slice.from)} to ${dayText(slice.to)} ${value.none}`);
    stretches.push({ days: `${dayText(slice.from)} to ${dayText(slice.to)}`, size, rate: value.value, amount: size.times(value.value) });
  }
  if (stretches.length === 0) {
    // nothing to pay on: the rate is asked all the same, as it is where nothing changed
    const value = rateIn(config.rate, given.slices().at(-1)!.env, given);
    if (value.none !== undefined) return ended(value.none);
  }
  const amount = total(stretches.map((stretch) => stretch.amount));
  const { words, baseType } = given;
  const line = ({ days, size, rate: value, amount: paid }: Stretch): Part => ({
    text: `${days}: ${words.amount(size, baseType)} × ${rateWords(config.rate, value, words)} = ${words.money(paid)}`,
    amount: paid,
  });
  return { amount, text: () => `${baseWords(given)} in ${stretches.length} stretches of days with their own rate pays ${words.money(amount)}`, parts: () => stretches.map(line) };
}

export function payDeals(config: FlatRate, given: Given, deals: readonly Deal[]): readonly DealPay[] {
  const { words, baseType } = given;
  return inOrder(deals, given.from, (deal, size) => {
    const value = rateIn(config.rate, deal.env, given);
    if (value.none !== undefined) return unpriced(value.none);
    const amount = size.times(value.value);
    return { amount, text: () => `${words.amount(size, baseType)} × ${rateWords(config.rate, value.value, words)} = ${words.money(amount)}` };
  });
}
