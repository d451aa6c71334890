/** A rate that rises in points with every percent of attainment: pay is the integral of a rate that runs in a straight line (COM-22, points form). */
import type { Node } from '../document/node.ts';
import { Exact, greatest, least, total, ZERO } from '../value/exact.ts';
import { attainmentAxis, type Axis } from './axis.ts';
import { inOrder } from './deal-order.ts';
import { readEdge } from './edge.ts';
import { field, FORMULA, map, NUMBER } from './field.ts';
import type { Given, Known, Mechanic, Outcome, Part, Reader } from './mechanic.ts';
import { ended, paidWords, unpriced } from './outcome.ts';
import { fullMeasure } from './pieces.ts';
import { rateIn, ratePhrase, rateWords, readRate, type RateFigure } from './rate-figure.ts';

interface RisingRate {
  readonly axis: Axis;
  readonly rate: RateFigure;
  readonly from: Exact;
  readonly adds: RateFigure;
  readonly per: Exact;
  /** Undefined: it rises without end. */
  readonly upTo: Exact | undefined;
}

const TWO = Exact.of(2);

export const risingRate: Mechanic<RisingRate> = {
  key: 'rising-rate',
  kind: 'formula',
  step: 7,
  where: ['component'],
  summary: 'a rate that rises evenly with attainment, such as a tenth of a point for each percent above quota',
  about: `Pays "rate" on the measure up to the point "from" of its attainment. Above it the rate grows by "adds" for every "per" of attainment, in a straight line and not in steps: half a percent adds half as much.
Every slice is paid at the rate in force where it lies, so pay has no jumps, and the slice above the point is paid at the mean of its first and last rate: from 5 % at 100 % to 7 % at 120 %, the fifth above quota earns 6 %.
"up-to" is required: the attainment from which the rate rises no more and the last rate holds, or none where it rises without end; pay then grows with the square of sales.
Rates are shares of money, or money for each unit on a number or a count. Without a quota (or with a quota of zero) attainment is not applicable and the component earns 0 with that reason, unless the measure states 0% or 100%.
A negative measure earns "rate", negative. After a threshold that pays only the excess, what lies below it earns nothing. It can go deal by deal, in order of date and id, where each deal earns what the whole grows by.
Steps of the rate are accelerate or tiers; a rate for the whole amount that follows attainment is a curve with "gives: rate". Also called points accelerator, added points per percent over quota, linear ramp of the rate.`,
  schema: map(
    {
      rate: field('The rate up to the point.', ['5%', 'icr'], FORMULA),
      from: field('The attainment from which the rate rises.', ['100%'], NUMBER),
      adds: field('By how much the rate rises.', ['0.1%', '5% of icr'], FORMULA),
      per: field('For how much attainment.', ['1%'], NUMBER),
      'up-to': field('The attainment from which it rises no more, or none.', ['150%', 'none'], NUMBER),
    },
    ['rate', 'from', 'adds', 'per', 'up-to'],
    { defaultSnippets: [{ label: 'a tenth of a point per percent', body: { rate: '${1:5%}', from: '100%', adds: '${2:0.1%}', per: '1%', 'up-to': '${3:150%}' } }] },
  ),
  read(node, reader) {
    if (node.kind !== 'map' || reader.on === undefined) return undefined;
    if (reader.baseType === 'ratio') {
      reader.problem('P302', `rising-rate pays a rate on ${reader.on}, and that is a ratio, not money or a number`, node, { hint: 'use curve or steps to pay on a ratio' });
      return undefined;
    }
    const axis = attainmentAxis(reader.on);
    const [rateNode, fromNode, addsNode, perNode, upToNode] = ['rate', 'from', 'adds', 'per', 'up-to'].map((key) => node.get(key));
    if (rateNode === undefined || fromNode === undefined || addsNode === undefined || perNode === undefined || upToNode === undefined) return undefined;
    const [rate, adds, from, per] = [readRate(rateNode, reader), readRate(addsNode, reader), readEdge(fromNode, axis, reader), readEdge(perNode, axis, reader)];
    const endless = upToNode.kind === 'scalar' && upToNode.text === 'none';
    const upTo = endless ? undefined : readEdge(upToNode, axis, reader);
    if (rate === undefined || adds === undefined || from === undefined || per === undefined || (upTo === undefined && !endless)) return undefined;
    return checkPoints(from, per, upTo, [fromNode, perNode, upToNode], reader) ? { axis, rate, from, adds, per, upTo } : undefined;
  },
  calculate(config, given): Outcome {
    const ground = groundOf(config, given);
    if (typeof ground === 'string') return ended(ground);
    const slices = slicesOf(ground, given.from, given.base);
    const amount = total(slices.map((slice) => slice.amount));
    return {
      amount,
      text: () => `${paidWords(given)} pays ${given.words.money(amount)}`,
      parts: () => slices.map((slice): Part => ({ text: sliceWords(config, given, slice), amount: slice.amount })),
      took: () => slices.map((slice) => slice.place),
    };
  },
  noCurve: () => 'the rate rises with the result, so pay bends instead of running in lines',
  formulas: ({ rate, adds }) => [rate.formula, adds.formula],
  needs: () => ({ attainment: true }),
  branches: ({ upTo }) => [{ name: 'the first rate' }, { name: 'the rising rate' }, ...(upTo === undefined ? [] : [{ name: 'the last rate' }])],
  deals: {
    always: () => undefined,
    pay(config, given, deals) {
      const ground = groundOf(config, given);
      return inOrder(deals, given.from, (_deal, size, before) => {
        if (typeof ground === 'string') return unpriced(ground);
        const start = before.lessThan(given.from) && !given.from.isZero() ? given.from : before;
        const falls = size.sign() < 0;
        const end = start.plus(size);
        const slices = slicesOf(ground, falls ? end : start, falls ? start : end);
        const sum = total(slices.map((slice) => slice.amount));
        return { amount: falls ? sum.negated() : sum, took: slices.map((slice) => slice.place), text: () => `${falls ? 'takes back ' : ''}${slices.length === 0 ? 'nothing to pay on' : slices.map((slice) => sliceWords(config, given, slice)).join('; ')}` };
      });
    },
  },
  describe: ({ axis, rate, from, adds, per, upTo }, words) =>
    `Pays ${ratePhrase(rate, words)} of ${axis.on} up to ${words.percent(from)} of quota; above that the rate rises by ${ratePhrase(adds, words)} for each ${words.percent(per)}, evenly, ${upTo === undefined ? 'without end' : `up to ${words.percent(upTo)}, where it stays`}.`,
  example: {
    title: 'A tenth of a point more for each percent above quota',
    yaml: `new_business:
  commission on: revenue
  rising-rate: { rate: 5%, from: 100%, adds: 0.1%, per: 1%, up-to: 150% }`,
    work: '100,000 × 5 % + 20,000 × 6 % (5 % rising to 7 %) = 5,000 + 1,200 = 6,200',
    given: { base: '120000', quota: '100000' },
    earns: '6200',
  },
};

function checkPoints(from: Exact, per: Exact, upTo: Exact | undefined, nodes: readonly Node[], reader: Reader): boolean {
  if (from.sign() < 0 || per.sign() <= 0) {
    reader.problem('P448', from.sign() < 0 ? 'a rate cannot rise from a negative attainment on' : 'the rate rises for each part of attainment, and the part is zero or less', from.sign() < 0 ? nodes[0]! : nodes[1]!, { hint: 'write from: 100% and per: 1%' });
    return false;
  }
  if (upTo === undefined || from.lessThan(upTo)) return true;
  reader.problem('P448', 'the rate stops rising where it begins, or before', nodes[2]!, { labels: [{ at: nodes[0]!.at, text: 'it rises from here' }], hint: 'write an "up-to" above "from", or none' });
  return false;
}

/** The rate along the measure: edges in its own unit, what one unit adds, and the rate at each end. */
interface Ground {
  readonly start: Exact | undefined;
  readonly stop: Exact | undefined;
  readonly rate: Exact;
  readonly last: Exact;
  /** By how much the rate rises with one unit of the measure. */
  readonly slope: Exact;
}

interface RateSlice {
  readonly place: number;
  readonly low: Exact;
  readonly high: Exact;
  readonly first: Exact;
  readonly last: Exact;
  readonly amount: Exact;
}

function groundOf(config: RisingRate, given: Given): Ground | string {
  const full = fullMeasure(config.axis, given);
  if ('none' in full) return full.none;
  const [rate, adds]: Known[] = [rateIn(config.rate, given.env, given), rateIn(config.adds, given.env, given)];
  if (rate!.none !== undefined) return rate!.none;
  if (adds!.none !== undefined) return adds!.none;
  if ('allFirst' in full) return { start: undefined, stop: undefined, rate: rate!.value!, last: rate!.value!, slope: ZERO };
  const start = config.from.times(full.per);
  const stop = config.upTo?.times(full.per);
  const slope = adds!.value!.over(config.per.times(full.per));
  return { start, stop, rate: rate!.value!, last: stop === undefined ? rate!.value! : rate!.value!.plus(slope.times(stop.minus(start))), slope };
}

/** From `from` to `base`, cut at the two points; each slice earns its mean rate. */
function slicesOf({ start, stop, rate, last, slope }: Ground, from: Exact, base: Exact): readonly RateSlice[] {
  const at = (x: Exact): Exact => (start === undefined ? rate : rate.plus(slope.times(x.minus(start))));
  const slices: RateSlice[] = [];
  const add = (place: number, low: Exact, high: Exact, first: Exact, end: Exact): void => {
    if (low.equals(high) || (high.lessThan(low) && place > 0)) return;
    slices.push({ place, low, high, first, last: end, amount: high.minus(low).times(first.plus(end)).over(TWO) });
  };
  if (start === undefined || base.compare(start) <= 0) {
    add(0, from, base, rate, rate);
    return slices;
  }
  if (from.lessThan(start)) add(0, from, start, rate, rate);
  const low = greatest(from, start);
  const high = stop === undefined ? base : least(base, stop);
  add(1, low, high, at(low), at(high));
  if (stop !== undefined && stop.lessThan(base)) add(2, greatest(from, stop), base, last, last);
  return slices;
}

function sliceWords(config: RisingRate, given: Given, { place, low, high, first, last, amount }: RateSlice): string {
  const { words, baseType } = given;
  const size = words.amount(high.minus(low), baseType);
  const plain = (value: Exact): string => (config.rate.unit === 'ratio' ? words.percent(value) : words.money(value));
  const where = place === 0 ? `up to ${words.percent(config.from)}` : place === 1 ? `above ${words.percent(config.from)}` : `above ${words.percent(config.upTo!)}`;
  const rate = place === 0 ? rateWords(config.rate, first, words) : place === 1 ? `${plain(first.plus(last).over(TWO))}, the mean of ${plain(first)} and ${plain(last)},` : plain(last);
  return `${where}: ${size} × ${rate} = ${words.money(amount)}`.replace(',  =', ' =').replace(', =', ' =');
}
