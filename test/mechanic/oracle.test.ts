/** Thousands of random components, each worked out twice: by the mechanics, and by a naive reading of their definitions. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactText } from '../../src/value/display.ts';
import { Exact, HUNDRED, ONE, total, ZERO } from '../../src/value/exact.ts';
import { readOff } from '../../src/value/piecewise.ts';
import { roundTo } from '../../src/value/rounding.ts';
import { ScaledCurve } from '../../src/value/scaled-curve.ts';
import { fraction, parse, sum, text } from '../oracle/fraction.ts';
import { earns, type ComponentJson, type FormulaJson } from '../oracle/mechanic.ts';
import { number, readComponent, run, type Situation } from './bench.ts';

const PERCENTS = ['20%', '33.3%', '50%', '80%', '99.99%', '100%', '125%', '150%'];
const AMOUNTS = ['0.01', '1', '33.33', '50', '99.99', '100', '100.01', '150', '300'];
const RATES = ['0%', '1%', '5%', '7.5%', '8%', '2/37', '1/3', '150%'];

/** `count` different entries of a rising list, in order. */
const rising = (from: readonly string[], min: number, max: number): fc.Arbitrary<string[]> => fc.subarray([...from], { minLength: min, maxLength: max });
const one = (from: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...from);
const each = (from: readonly string[], count: number): fc.Arbitrary<string[]> => fc.array(one(from), { minLength: count, maxLength: count });
const cents = fc.integer({ min: -20_000, max: 60_000 }).map((units) => `${units < 0 ? '-' : ''}${Math.trunc(Math.abs(units) / 100)}.${String(Math.abs(units) % 100).padStart(2, '0')}`);

const scale = fc.boolean().chain((byAttainment) => rising(byAttainment ? PERCENTS : AMOUNTS, 0, 4).map((edges) => ({ byAttainment, edges })));

const rated = scale.chain((at) => fc.record({ rates: each(RATES, at.edges.length + 1), upperInclusive: fc.boolean() }).map((more) => ({ ...at, ...more })));

/** A curve with jumps: now and then a place stands twice. */
const jumpy = rising(PERCENTS, 2, 5).chain((xs) => fc.array(fc.boolean(), { minLength: xs.length, maxLength: xs.length }).map((twice) => xs.flatMap((x, index) => (twice[index] && index % 2 === 1 ? [x, x] : [x]))));

const formula: fc.Arbitrary<FormulaJson> = fc.oneof(
  one(RATES).map((rate) => ({ kind: 'rate' as const, rate })),
  rated.map((table) => ({ kind: 'marginal' as const, ...table, upperInclusive: false })),
  rated.chain((table) => fc.array(fc.boolean(), { minLength: table.rates.length, maxLength: table.rates.length }).map(([, ...marks]) => ({ kind: 'marginal' as const, ...table, back: [false, ...marks] }))),
  rated.map((table) => ({ kind: 'whole' as const, ...table })),
  rated.filter(({ edges }) => edges.length > 0).map((table) => ({ kind: 'overage' as const, ...table })),
  rising(AMOUNTS, 0, 3).chain((edges) => each(RATES.slice(1), edges.length + 1).map((rates) => ({ kind: 'by-pay' as const, edges, rates }))),
  fc.tuple(rated, fc.array(cents, { minLength: 1, maxLength: 5 }), fc.constantFrom('before' as const, 'after' as const)).map(([table, deals, position]) => ({ kind: 'per-deal' as const, ...table, deals, position })),
  scale.filter(({ edges }) => edges.length > 0).chain(({ byAttainment, edges }) => each(AMOUNTS, edges.length).map((amounts) => ({ kind: 'interpolated' as const, byAttainment, edges, amounts }))),
  rising(PERCENTS, 1, 4).chain((points) => fc.tuple(one(RATES), each(['0', '0.5', '1.5', '2', '1/3'], points.length)).map(([rate, factors]) => ({ kind: 'accelerate' as const, rate, points, factors }))),
  jumpy.chain((xs) => fc.record({ ys: each(['0%', '40%', '100%', '33.3%', '220%'], xs.length), below: one(['0%', '10%']), continues: fc.boolean() }).map((more) => ({ kind: 'curve' as const, xs, ...more, continues: more.continues && xs.at(-1) !== xs.at(-2) }))),
  rising(PERCENTS, 1, 4).chain((edges) => fc.record({ amounts: each(AMOUNTS, edges.length), upperInclusive: fc.boolean() }).map((more) => ({ kind: 'steps' as const, edges, ...more }))),
  fc.tuple(rising(['0%', ...PERCENTS], 1, 4), rising(['0%', '10%', '20%', '30%'], 1, 3), fc.boolean()).chain(([rows, columns, interpolated]) => fc.array(each(['0', ...AMOUNTS], columns.length), { minLength: rows.length, maxLength: rows.length }).map((cells) => ({ kind: 'matrix' as const, rows, columns, cells, interpolated }))),
);

const component: fc.Arbitrary<ComponentJson> = fc
  .record({
    quota: one(['100', '33.33', '0.07', '99.99', '12345.67']),
    target: one(['1000', '333.33', '0.01']),
    margin: one(['-1%', '0%', '5%', '9.99%', '10%', '25%', '30%', '75%']),
    formula,
    threshold: fc.option(fc.oneof(one(PERCENTS).chain((at) => fc.boolean().map((firstUnit) => ({ percent: true, at, firstUnit }))), one(AMOUNTS).chain((at) => fc.boolean().map((firstUnit) => ({ percent: false, at, firstUnit })))), { freq: 3 }),
    multipliers: fc.option(fc.record({ factors: fc.array(one(['0', '0.5', '1', '1.2', '1/3']), { minLength: 1, maxLength: 3 }), sum: fc.boolean(), negative: fc.boolean() }), { freq: 3 }),
    floor: fc.option(fc.record({ at: one(AMOUNTS), evenIfZero: fc.boolean(), before: fc.constant(null) }), { freq: 3 }),
    cap: fc.option(fc.record({ at: one(AMOUNTS), before: fc.option(cents) }), { freq: 3 }),
  })
  .chain((rest) => base(rest).map((amount) => ({ ...rest, base: amount })));

/** Results on the borders of the component, one cent beside them, or anywhere. */
function base({ quota, formula: pays }: Pick<ComponentJson, 'quota' | 'formula'>): fc.Arbitrary<string> {
  if (pays.kind === 'per-deal') return fc.constant(text(sum(pays.deals.map(parse))));
  const q = parse(quota);
  const edges = [...PERCENTS.map((edge) => ({ n: parse(edge).n * q.n, d: parse(edge).d * q.d })), ...AMOUNTS.map(parse)];
  const near = fc.tuple(fc.constantFrom(...edges), fc.constantFrom(-1n, 0n, 1n)).map(([edge, step]) => text(sum([fraction(edge.n, edge.d), fraction(step, 100n)])));
  return fc.oneof(near, cents);
}

test('every payout equals the naive exact one, parts and deals included', () => {
  const kinds = new Map<string, number>();
  fc.assert(
    fc.property(component, (json) => {
      kinds.set(json.formula.kind, (kinds.get(json.formula.kind) ?? 0) + 1);
      const situation: Situation = { base: json.base, quota: json.quota, target: json.target, other: { margin_pct: json.margin }, ...(json.formula.kind === 'per-deal' ? { deals: json.formula.deals } : {}), ...(json.cap?.before ? { before: json.cap.before } : {}) };
      const read = readComponent(render(json), situation);
      expect(read.problems.map((problem) => problem.message)).toEqual([]);
      const ran = run(read, situation);
      expect(exactText(ran.amount)).toBe(exactText(number(text(earns(json)))));
      const bare = read.chain.every(({ mechanic }) => mechanic.step <= 7);
      if (bare && ran.parts.length > 0) expect(exactText(total(ran.parts.map((part) => part.amount)))).toBe(exactText(ran.amount));
      for (const line of [...ran.texts, ...ran.dealTexts]) expect(line).not.toMatch(/undefined|NaN/);
    }),
    { numRuns: 4000 },
  );
  expect(kinds.size).toBe(11);
});

test('paid deal by deal, a reading gives the same sum in every order', () => {
  const ordered = fc.tuple(formula.filter(({ kind }) => ['rate', 'marginal', 'whole', 'overage', 'by-pay', 'interpolated', 'accelerate'].includes(kind)), fc.array(cents, { minLength: 1, maxLength: 6 }), one(['100', '33.33']), fc.option(fc.constantFrom('50', '100.01')));
  fc.assert(
    fc.property(ordered, ([pays, deals, quota, at]) => {
      const whole = text(sum(deals.map(parse)));
      const json: ComponentJson = { base: whole, quota, target: '1', margin: '0%', formula: pays, threshold: at === null ? null : { percent: false, at, firstUnit: false }, multipliers: null, floor: null, cap: null };
      const sums = [deals, [...deals].reverse()].map((order) => {
        const situation: Situation = { base: whole, quota, target: '1', other: { margin_pct: '0%' }, deals: order };
        return exactText(run(readComponent(render(json), situation), situation).amount);
      });
      const expected = exactText(number(text(earns(json))));
      expect(sums).toEqual([expected, expected]);
    }),
    { numRuns: 1000 },
  );
});

test('the pay curve of a component pays the naive amount at its borders, beside them, at zero and below', () => {
  let borders = 0;
  const exact = ({ n, d }: { readonly n: bigint; readonly d: bigint }): Exact => Exact.of(n, d);
  const aside = ['0', '0.01', '-0.01', '1/300', '-1/300'].map(number);
  fc.assert(
    fc.property(component.filter(({ formula: { kind } }) => kind !== 'per-deal'), (json) => {
      const situation: Situation = { base: json.base, quota: json.quota, target: json.target, other: { margin_pct: json.margin }, ...(json.cap?.before ? { before: json.cap.before } : {}) };
      const read = readComponent(render(json), situation);
      const curve = readOff((base) => run(read, situation, base).amount);
      if ('none' in curve) throw new Error(`${render(json)}: ${curve.none}`);
      const places = [...curve.pieces.flatMap(({ from }) => from ?? []), number(json.base), ZERO, number('-1000000'), number('1000000')];
      borders += curve.pieces.length - 1;
      for (const place of places)
        for (const step of aside) {
          const x = place.plus(step);
          expect(exactText(curve.at(x)), `${render(json)} at ${exactText(x)} of ${JSON.stringify(situation)}`).toBe(exactText(exact(earns({ ...json, base: exactText(x) }))));
        }
      for (const rounding of [{ to: number('0.01'), mode: 'half-up' }, { to: number('0.05'), mode: 'half-even' }] as const) {
        const scaled = new ScaledCurve(curve, 100, rounding);
        for (const units of places.flatMap((place) => [-1, 0, 1].map((step) => roundTo(place.times(HUNDRED), { to: ONE, mode: 'floor' }).smallNumerator + step))) {
          const steps = roundTo(exact(earns({ ...json, base: exactText(Exact.of(units, 100)) })), rounding).over(rounding.to).reduced();
          expect(scaled.at(units)).toBe(steps.smallNumerator);
        }
      }
    }),
    { numRuns: 500 },
  );
  expect(borders).toBeGreaterThan(300);
});

function render({ formula: pays, threshold, multipliers, floor, cap }: ComponentJson): string {
  const lines: string[] = [mechanicLine(pays)];
  if (threshold !== null) lines.push(`threshold: { at: ${threshold.at}, pays-from: ${threshold.firstUnit ? 'first-unit' : 'threshold'} }`);
  if (multipliers !== null) lines.push(`multiplier: { combine: ${multipliers.sum ? 'sum-of-uplifts' : 'product'}, negative: ${multipliers.negative ? 'multiply' : 'keep'}, of: [${multipliers.factors.map((factor) => `{ times: ${factor} }`).join(', ')}] }`);
  if (floor !== null) lines.push(`floor: { at: ${floor.at}, even-if-zero: ${floor.evenIfZero} }`);
  if (cap !== null) lines.push(cap.before === null ? `cap: ${cap.at}` : `cap: { at: ${cap.at}, over: year }`);
  return lines.join('\n');
}

function mechanicLine(pays: FormulaJson): string {
  const by = (byAttainment: boolean): string => (byAttainment ? ', by: attainment of revenue' : '');
  const rows = (edges: readonly string[], key: string, values: readonly string[]): string => values.map((value, index) => `{ ${edges[index] === undefined ? '' : `to: ${edges[index]}, `}${key}: ${value} }`).join(', ');
  switch (pays.kind) {
    case 'rate':
      return `rate: ${pays.rate}`;
    case 'by-pay':
      return `tiers: { read: marginal, by: pay, rates: [${rows(pays.edges, 'rate', pays.rates)}] }`;
    case 'marginal':
    case 'whole':
    case 'overage':
      return `tiers: { read: ${pays.kind}${by(pays.byAttainment)}${pays.upperInclusive ? ', edge: upper-inclusive' : ''}, rates: [${rows(pays.edges, 'rate', pays.rates.map((rate, index) => `${rate}${pays.back?.[index] === true ? ', back-to-first-unit: true' : ''}`))}] }`;
    case 'per-deal':
      return `tiers: { read: per-deal, position: ${pays.position}, order: [order_id]${by(pays.byAttainment)}${pays.upperInclusive ? ', edge: upper-inclusive' : ''}, rates: [${rows(pays.edges, 'rate', pays.rates)}] }`;
    case 'interpolated':
      return `tiers: { read: interpolated${by(pays.byAttainment)}, rates: [${rows(pays.edges, 'amount', pays.amounts)}] }`;
    case 'accelerate':
      return `accelerate: { rate: ${pays.rate}, at: { ${pays.points.map((point, index) => `${point}: ${pays.factors[index]}`).join(', ')} } }`;
    case 'curve':
      return `curve: { points: [${pays.xs.map((x, index) => `[${x}, ${pays.ys[index]}]`).join(', ')}], below: ${pays.below}, above: ${pays.continues ? 'continue' : 'flat'} }`;
    case 'steps':
      return `steps: { edge: ${pays.upperInclusive ? 'upper-inclusive' : 'lower'}, bands: [${pays.edges.map((edge, index) => `{ from: ${edge}, pays: ${pays.amounts[index]} }`).join(', ')}] }`;
    case 'matrix':
      return `matrix: { read: ${pays.interpolated ? 'interpolated' : 'cell'}, gives: amount, rows: { by: attainment of revenue, from: [${pays.rows.join(', ')}] }, columns: { by: margin_pct, from: [${pays.columns.join(', ')}] }, cells: [${pays.cells.map((row) => `[${row.join(', ')}]`).join(', ')}] }`;
  }
}
