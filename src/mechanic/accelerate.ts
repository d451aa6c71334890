/**
 * Accelerator: a base rate, times a factor on the slices above points of attainment. A marginal table written shortly;
 * a factor below 1 decelerates (COM-22, COM-23; terms.md §12).
 */
import type { Span } from '../diagnostic/diagnostic.ts';
import { ONE, ZERO, type Exact } from '../value/exact.ts';
import { attainmentAxis, placeWords, type Axis } from './axis.ts';
import { checkRising, keyNode, readEdge } from './edge.ts';
import { checkFactor } from './factor.ts';
import { field, FORMULA, map, NUMBER } from './field.ts';
import type { Given, Known, Mechanic, Reader } from './mechanic.ts';
import type { MapNode, Node } from '../document/node.ts';
import { ended } from './outcome.ts';
import { cut, edgesInBase, payInOrder, sumOf, type Piece } from './pieces.ts';
import { type RateFigure, rateIn, ratePhrase, rateWords, readRate } from './rate-figure.ts';

interface Accelerator {
  readonly axis: Axis;
  readonly rate: RateFigure;
  /** Rising; the first is zero. */
  readonly lowers: readonly Exact[];
  /** The factor from each edge on; the first is undefined: the bare rate. */
  readonly factors: readonly (Exact | undefined)[];
  readonly places: readonly (Span | undefined)[];
}

export const accelerate: Mechanic<Accelerator> = {
  key: 'accelerate',
  kind: 'formula',
  step: 7,
  where: ['component'],
  summary: 'a base rate, times a factor on the slices above points of attainment',
  about: `Pays the base rate on the measure, and on each slice above a point of attainment the base rate times the factor of that point. The factor counts only above its point, so pay has no jumps. A factor below 1 decelerates.
Points are percents of the quota of the measure paid on; factors are numbers such as 1.5 or percents such as 150%. From a point on its own factor holds, not the product of all before it.
Without a quota (or with a quota of zero) attainment is not applicable and the component earns 0 with that reason. A negative measure earns the bare rate, negative. After a threshold that pays only the excess, slices below it earn nothing.
The same can be written as tiers with "read: marginal".
Also called kicker rate, overachievement rate, or decelerator when the factor is below 1.`,
  schema: map(
    {
      rate: field('The rate on the part below the first point.', ['5%', 'icr'], FORMULA),
      at: field('From which attainment on which factor multiplies the rate.', [{ '100%': 1.5, '125%': 2 }], {
        type: 'object',
        additionalProperties: field('The factor on the base rate from this point on.', [1.5, '150%'], NUMBER),
        minProperties: 1,
        maxProperties: 100,
      }),
    },
    ['rate', 'at'],
    { defaultSnippets: [{ label: 'accelerator above quota', body: { rate: '${1:icr}', at: { '100%': '${2:1.5}' } } }] },
  ),
  read(node, reader) {
    if (node.kind !== 'map' || reader.on === undefined) return undefined;
    const axis = attainmentAxis(reader.on);
    const rateNode = node.get('rate');
    const at = node.get('at');
    const rate = rateNode === undefined || !checkPaid(node, reader) ? undefined : readRate(rateNode, reader);
    const points = at?.kind === 'map' ? readPoints(at, axis, reader) : undefined;
    return rate === undefined || points === undefined ? undefined : { axis, rate, ...points };
  },
  calculate(config, given) {
    const lowers = edgesInBase(config.axis, config.lowers, given, given.base);
    if (typeof lowers === 'string') return ended(lowers);
    const base = rateIn(config.rate, given.env, given);
    if (base.none !== undefined) return ended(base.none);
    const pieces = cut(lowers, given.from, given.base, rateOf(config, base.value));
    return sumOf(given, pieces as readonly Piece[], (piece) => {
      const at = config.places[piece.tier];
      return { text: line(config, given, base.value, piece), amount: piece.amount, tier: piece.tier + 1, on: piece.size, ...(at === undefined ? {} : { at }) };
    });
  },
  formulas: (config) => [config.rate.formula],
  needs: () => ({ attainment: true }),
  withoutAccelerators(config) {
    const below = config.lowers.filter((lower) => lower.lessThan(ONE)).length;
    return below === config.lowers.length ? undefined : { ...config, lowers: config.lowers.slice(0, below) };
  },
  branches: (config) => config.places.map((at, index) => (at === undefined ? { name: 'the bare rate' } : { name: `the factor of point ${index}`, at })),
  deals: {
    always: () => undefined,
    pay(config, given, deals) {
      const base = rateIn(config.rate, given.env, given);
      const edges = base.none ?? edgesInBase(config.axis, config.lowers, given);
      return payInOrder(given, deals, edges, rateOf(config, base.value ?? ZERO), (piece) => line(config, given, base.value ?? ZERO, piece));
    },
  },
  describe(config, words) {
    const steps = config.lowers.flatMap((lower, index) => {
      const factor = config.factors[index];
      return factor === undefined ? [] : [`times ${words.number(factor)} on the slice above ${words.percent(lower)}`];
    });
    return `Pays ${ratePhrase(config.rate, words)} of ${config.axis.on}, by its attainment ${steps.join(', ')}.`;
  },
  example: {
    title: 'One and a half times the rate above quota, twice above 125 %',
    yaml: `new_business:
  commission on: revenue
  accelerate:
    rate: 4%
    at: { 100%: 1.5, 125%: 2 }`,
    work: '100,000 × 4 % + 25,000 × 6 % + 10,000 × 8 % = 4,000 + 1,500 + 800 = 6,300',
    given: { base: '135000', quota: '100000' },
    earns: '6300',
  },
};

/** The base rate times the factor of the slice. */
function rateOf(config: Accelerator, base: Exact): (tier: number) => Known {
  return (tier) => {
    const factor = config.factors[tier];
    return { value: factor === undefined ? base : base.times(factor) };
  };
}

function line(config: Accelerator, given: Given, base: Exact, piece: Piece): string {
  const { words, baseType } = given;
  const factor = config.factors[piece.tier];
  const rate = `${rateWords(config.rate, base, words)}${factor === undefined ? '' : ` × ${words.number(factor)}`}`;
  const where = factor === undefined ? 'at the bare rate' : `above ${placeWords(config.axis, config.lowers[piece.tier]!, words)}`;
  return `${where}: ${words.amount(piece.size, baseType)} × ${rate} = ${words.money(piece.amount)}`;
}

function checkPaid(node: Node, reader: Reader): boolean {
  if (reader.baseType !== 'ratio') return true;
  reader.problem('P302', `accelerate pays a rate on ${reader.on}, and that is a ratio, not money or a number`, node, { hint: 'use curve or steps to pay on a ratio' });
  return false;
}

function readPoints(at: MapNode, axis: Axis, reader: Reader): Pick<Accelerator, 'lowers' | 'factors' | 'places'> | undefined {
  const lowers: Exact[] = [ZERO];
  const factors: (Exact | undefined)[] = [undefined];
  const places: (Span | undefined)[] = [undefined];
  let sound = true;
  let earlier: Node | undefined;
  for (const entry of at.entries) {
    const key = keyNode(entry);
    const point = readEdge(key, axis, reader);
    const factor = reader.number(entry.value);
    if (point !== undefined && factor !== undefined) {
      if (!checkRising(lowers[lowers.length - 1]!, point, key, earlier, reader)) sound = false;
      if (!checkFactor(factor.value, factor.percent, entry.value, reader)) sound = false;
      lowers.push(point);
      factors.push(factor.value);
      places.push(entry.keyAt);
    } else sound = false;
    earlier = key;
  }
  return sound ? { lowers, factors, places } : undefined;
}
