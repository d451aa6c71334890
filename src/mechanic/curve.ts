/** Pay curve: straight lines between points; where two points stand above each other the upper value holds (BON-04). */
import type { Span } from '../diagnostic/diagnostic.ts';
import type { Node } from '../document/node.ts';
import { ONE, ZERO, type Exact } from '../value/exact.ts';
import { axisFormulas, placeWords, readAxis, standing, type Axis } from './axis.ts';
import { readPoints } from './curve-points.ts';
import { field, FORMULA, list, map, NUMBER, oneOf } from './field.ts';
import type { Mechanic } from './mechanic.ts';
import { ended } from './outcome.ts';
import { hasResults } from './scaling.ts';
import { GIVES, payWorth, readWorths, worthWords, type Gives } from './worth.ts';

export interface Curve {
  readonly axis: Axis;
  readonly gives: Gives;
  /** Never falling; the same place twice is a jump. */
  readonly xs: readonly Exact[];
  readonly ys: readonly Exact[];
  /** Slope from each point to the next; zero at a jump. After the last point: the last slope, or zero when flat. */
  readonly slopes: readonly Exact[];
  readonly below: Exact;
  /** Where the points stand in the plan. */
  readonly places: readonly Span[];
  readonly above: 'flat' | 'continue';
}

export const curve: Mechanic<Curve> = {
  key: 'curve',
  kind: 'formula',
  step: 7,
  where: ['component'],
  summary: 'a pay curve: straight lines between points',
  about: `Reads the value at the payee's attainment (or at what "by" names) from points joined by straight lines. Values in percent are shares of the target incentive; plain numbers are money; with "gives: rate" they are rates on the measure paid on.
Below the first point the value of "below" holds, 0 without it. The first point itself pays its own value. Above the last point "above" must say flat or continue (with the last slope); silence could be read both ways.
A jump is two points at one place; the upper of the two in order holds there. Write it as a list: points: [[80%, 0%], [80%, 50%], [100%, 100%]].
Results and attainments below the first point, negative ones too, pay "below". Without a quota attainment is not applicable and the component earns 0 with that reason, unless the measure states 0% or 100%.
A threshold before a curve only decides whether the component pays; where pay starts is a matter of the points.
With "prorate: [tiers, amounts]" in the plan places in money or units, and values in money, are scaled by days in the plan.
Also called payout curve or payout table with interpolation; a straight line through 0% and 100% is the linear bonus.`,
  schema: map(
    {
      by: field('What the curve is read at. Without it: the attainment of the measure paid on.', ['attainment of renewals', 'margin_pct'], FORMULA),
      points: field('Where the line bends: place and value. A map, or a list of pairs when two points share a place.', [{ '85%': '0%', '95%': '100%', '100%': '150%' }, [['80%', '0%'], ['80%', '50%'], ['100%', '100%']]], {
        type: ['object', 'array'],
        if: { type: 'array' },
        then: { type: 'array', items: list(NUMBER, 2, 2), minItems: 2, maxItems: 200 },
        else: { type: 'object', additionalProperties: NUMBER, minProperties: 2, maxProperties: 200 },
      }),
      gives: GIVES,
      below: field('The value below the first point. Without it: 0.', [0, '20%'], NUMBER),
      above: field('What happens above the last point.', ['flat', 'continue'], oneOf({ flat: 'the last value stays', continue: 'the last line goes on' })),
    },
    ['points', 'above'],
    { defaultSnippets: [{ label: 'curve from 85 % to 100 %', body: { points: { '85%': '0%', '100%': '100%' }, above: 'flat' } }] },
  ),
  read(node, reader) {
    if (node.kind !== 'map') return undefined;
    const axis = readAxis(node.get('by'), reader, 'attainment');
    const points = node.get('points');
    if (axis === undefined || points === undefined) return undefined;
    const above = text(node.get('above')) === 'continue' ? 'continue' : 'flat';
    const read = readPoints(points, axis, above, reader);
    const below = node.get('below');
    const worths = read === undefined ? undefined : readWorths(node, [...read.values, ...(below === undefined ? [] : [below])], reader);
    if (read === undefined || worths === undefined) return undefined;
    const ys = worths.values.slice(0, read.xs.length);
    return { axis, gives: worths.gives, xs: read.xs, ys, slopes: slopesOf(read.xs, ys, above), below: worths.values[read.xs.length] ?? ZERO, above, places: read.values.map((value) => value.at) };
  },
  calculate(config, given) {
    const { axis, xs, ys } = config;
    const place = standing(axis, given);
    if (place.none !== undefined) return ended(place.none);
    const x = place.value;
    const index = lastAtOrBelow(xs, x);
    const here = (): string => `${axis.name} ${placeWords(axis, x, given.words)}`;
    if (index < 0) return payWorth(config.gives, config.below, given, () => `${here()} is below the first point of the curve, ${placeWords(axis, xs[0]!, given.words)}, and`, () => [0]);
    const slope = config.slopes[index]!;
    const value = slope.isZero() ? ys[index]! : ys[index]!.plus(slope.times(x.minus(xs[index]!)));
    return payWorth(config.gives, value, given, () => `${here()} ${positionWords(config, index, x, (edge) => placeWords(axis, edge, given.words))}`, () => [index + 1]);
  },
  scaled(config, edges, amounts) {
    const [by, pays] = [hasResults(config.axis) ? edges : ONE, config.gives === 'amount' ? amounts : ONE];
    if (by.equals(ONE) && pays.equals(ONE)) return undefined;
    const [xs, ys] = [config.xs.map((x) => x.times(by)), config.ys.map((y) => y.times(pays))];
    return { ...config, xs, ys, slopes: slopesOf(xs, ys, config.above), below: config.below.times(pays) };
  },
  branches: (config) => [{ name: 'below the first point' }, ...config.places.map((at, index) => ({ name: index === config.xs.length - 1 ? 'from the last point on' : `from point ${index + 1} on`, at }))],
  formulas: (config) => axisFormulas(config.axis),
  needs: (config) => ({ target: config.gives === 'target-share', attainment: config.axis.kind === 'attainment' }),
  describe(config, words) {
    const points = config.xs.map((x, index) => `${worthWords(config.gives, config.ys[index]!, words)} at ${placeWords(config.axis, x, words)}`);
    const after = config.above === 'flat' ? 'above the last point the value stays' : 'above the last point the line goes on';
    return `Pays by ${config.axis.name}, in straight lines between: ${points.join(', ')}; below the first point ${worthWords(config.gives, config.below, words)}; ${after}.`;
  },
  example: {
    title: 'A bonus that grows from 85 % to 100 % of quota',
    yaml: `retention:
  bonus on: renewals
  target: 2_000 per period
  curve:
    points: { 85%: 0%, 95%: 100%, 100%: 150% }
    above: flat`,
    work: '90 % lies half way between 85 % and 95 %: 50 % of 2,000 = 1,000',
    given: { base: '90000', quota: '100000', target: '2000' },
    earns: '1000',
  },
};

function text(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}

function slopesOf(xs: readonly Exact[], ys: readonly Exact[], above: 'flat' | 'continue'): Exact[] {
  const slopes = xs.slice(1).map((x, index) => {
    const width = x.minus(xs[index]!);
    return width.isZero() ? ZERO : ys[index + 1]!.minus(ys[index]!).over(width).reduced();
  });
  return [...slopes, above === 'continue' ? slopes[slopes.length - 1]! : ZERO];
}

/** Index of the last point at or below `x`, so that at a jump the upper value holds; −1 below the first. */
export function lastAtOrBelow(xs: readonly Exact[], x: Exact): number {
  let index = -1;
  while (index + 1 < xs.length && x.atLeast(xs[index + 1]!)) index++;
  return index;
}

function positionWords(config: Curve, index: number, x: Exact, words: (edge: Exact) => string): string {
  const at = config.xs[index]!;
  if (x.equals(at)) return 'is a point of the curve and';
  const next = config.xs[index + 1];
  if (next !== undefined) return `lies between the points ${words(at)} and ${words(next)} and`;
  return `is above the last point ${words(at)}, ${config.above === 'flat' ? 'where the value stays,' : 'where the line goes on,'} and`;
}
