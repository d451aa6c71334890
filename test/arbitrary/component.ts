/** Components of every formula with every rule, with edges that the amounts of the world are drawn around. */
import type { By, ComponentJson, FactorTableJson, FormulaJson, FactorJson, LimitJson, MeasureJson, MultiplierJson, RoundingJson, Term, WindowWord } from '../oracle/world.ts';
import { bonusOf } from './bonus.ts';
import type { Dice } from './dice.ts';
import { EDGES } from './row.ts';


const PERCENTS = ['50%', '80%', '100%', '120%'];
const RATES: readonly Term[] = [['number', '5%'], ['number', '0.03'], ['number', '2/37'], ['number', '1/3'], ['number', '7.125%'], ['number', '0%']];
export const MODES = ['half-up', 'half-even', 'down', 'up', 'floor', 'ceiling'] as const;

export function roundingOf(dice: Dice, at: RoundingJson['at'] = dice.one('component', 'component', 'payout')): RoundingJson {
  return { to: dice.one('0.01', '0.01', '0.01', '0.05', '1'), mode: dice.one('half-up', ...MODES), at };
}

export interface Surroundings {
  readonly windows: readonly WindowWord[];
  readonly measures: readonly MeasureJson[];
  /** Whether targets may name the people column. */
  readonly column: boolean;
  readonly earlier: readonly string[];
  readonly planRounding: RoundingJson;
}

const isMoney = (measure: MeasureJson): boolean => measure.kind !== 'ratio' && ['amount', 'net', 'margin'].includes(measure.value ?? '');
const isRatio = (measure: MeasureJson): boolean => measure.kind === 'ratio';
const isAdditive = (measure: MeasureJson): boolean => (measure.kind === 'sum' || measure.kind === 'count') && measure.mean === undefined;

/** The people's column, which is dated, or a figure of the plan. */
export function targetOf(dice: Dice, windows: readonly WindowWord[], column: boolean): NonNullable<ComponentJson['target']> {
  return { amount: column ? dice.one('target_incentive', 'target_incentive', '12_000', '4_000') : dice.one('12_000', '4_000'), per: dice.one('period' as const, ...windows) };
}

export function componentOf(dice: Dice, id: string, around: Surroundings): ComponentJson {
  const { measures, windows } = around;
  const on = dice.one(measures[0]!, measures[0]!, ...measures);
  const hasQuota = on.quota !== null;
  const weight = null;
  const target = targetOf(dice, windows, around.column);
  // what it is measured over, where that is written: of the measure, or else of the sides of a ratio
  const written = on.window !== null ? [on.window] : (on.ratio ?? []).flatMap((side) => measures.find((each) => each.name === side)?.window ?? []);
  const fits = written.every((window) => window === written[0] && windows.some((each) => window === `${each}-to-date`));
  const accumulates = !fits || windows.length === 0 || dice.rarely(3) ? null : written.length === 0 ? dice.one(...windows) : (written[0]!.replace('-to-date', '') as WindowWord);
  const drawn = dice.rarely(3) ? bonusOf(dice, on, { accumulates: accumulates !== null, hasQuota, around, usual: () => oneFormulaOf(dice, on, hasQuota, around), edges: isMoney(on) ? EDGES : ['1', '2', '4'] }) : null;
  const formula = drawn ?? formulaOf(dice, on, hasQuota, around);
  const byDeal = ['rate', 'per-unit', 'tiers', 'interpolated', 'accelerate', 'each-deal', 'rising-rate', 'rate-table', 'category-tiers'].includes(formula.kind) && !(formula.kind === 'tiers' && formula.apportion === true);
  const deals = byDeal && isAdditive(on);
  const rounding = around.planRounding.at === 'payout' ? null : deals && dice.rarely(3) ? roundingOf(dice, 'transaction') : dice.rarely(3) ? roundingOf(dice, 'component') : null;
  const threshold = !['interpolated', 'curve', 'steps', 'matrix', 'best-of', 'each-deal', 'milestone', 'streak', 'amount', 'choose'].includes(formula.kind) && !isRatio(on) && dice.rarely(4) ? { percent: hasQuota && plainAnswers(on), at: hasQuota && plainAnswers(on) ? dice.one('50%', '80%', '100%') : dice.one(...EDGES), paysFrom: dice.one('threshold' as const, 'first-unit' as const) } : null;
  return {
    id,
    pays: dice.one('commission', 'bonus'),
    on: on.name,
    weight,
    target,
    accumulates,
    ...(dice.rarely(8) ? { onlyFor: { role: dice.one('AE', 'AE', 'SM'), otherwise: null } } : {}),
    rounding,
    formula,
    threshold,
    gate: dice.rarely(4) ? { ...(around.earlier.length > 0 && dice.rarely(4) ? { of: ['payout', dice.one(...around.earlier)] as Term, than: dice.one('0', '40') } : condition(dice, measures)), strict: dice.one(true, false), otherwise: dice.one(null, '0%', '50%', '1/3') } : null,
    ...(deals && dice.rarely(3) ? { eachDeal: eachDealOf(dice) } : {}),
    multiplier: dice.rarely(4) ? multiplierOf(dice, measures) : null,
    floor: dice.rarely(accumulates === null ? 4 : 3) ? limitOf(dice, windows, 'floor') : null,
    cap: dice.rarely(accumulates === null ? 3 : 2) ? limitOf(dice, windows, 'cap') : null,
  };
}

function eachDealOf(dice: Dice): NonNullable<ComponentJson['eachDeal']> {
  const least = dice.one<Term | null>(null, ['number', '20.005'], ['number', '40'], ['*', ['number', '0.5%'], ['target']]);
  const most = dice.one<Term | null>(null, ['number', '30'], ['number', '60.01'], ['*', ['number', '1%'], ['target']]);
  return { least: least === null && most === null ? ['number', '20'] : least, most, named: dice.one(true, false) };
}

const plainAnswers = (measure: MeasureJson): boolean => measure.quota!.zero === 'not-applicable' || measure.quota!.zero === 'error';

function multiplierOf(dice: Dice, measures: readonly MeasureJson[]): MultiplierJson {
  const factor = (): FactorJson => ({ ...(dice.rarely(3) ? { table: factorTableOf(dice, measures), times: ['number', '1'] } : { times: dice.one<Term>(['number', '1.2'], ['number', '0.5'], ['number', '1'], ...factors(measures)) }), when: dice.one(null, condition(dice, measures)) });
  const more = dice.rarely(3) ? { more: { combine: dice.one('product' as const, 'sum-of-uplifts' as const), of: dice.times(1, 3, factor) } } : {};
  return { ...factor(), negative: dice.rarely(3), ...more };
}

/** Rising factors where the line goes on, so that it never falls below zero. */
function factorTableOf(dice: Dice, measures: readonly MeasureJson[]): FactorTableJson {
  const { of: by, than } = condition(dice, measures);
  const edges = than.endsWith('%') ? ['0%', ...PERCENTS] : by[0] === 'measure' && ['1', '2', '3'].includes(than) ? ['0', '1', '2', '4'] : ['0', ...EDGES];
  const from = dice.some(edges, 2);
  const above = dice.one(null, null, 'flat' as const, 'continue' as const);
  const gives = from.map((_, index) => (above === 'continue' ? ['0.5', '1', '1.2', '1.5', '3'][index]! : dice.one('0', '0.8', '1', '120%', '4/3')));
  return { by, from, gives, below: parseInt(from[0]!, 10) === 0 ? dice.one(null, '1') : dice.one('0', '0.9'), upperInclusive: above === null && dice.one(true, false), above };
}

function factors(measures: readonly MeasureJson[]): Term[] {
  return measures.filter((measure) => measure.quota !== null).map((measure): Term => ['attainment', measure.name]);
}

export function condition(dice: Dice, measures: readonly MeasureJson[]): { of: Term; than: string } {
  const measure = dice.one(...measures);
  if (measure.quota !== null && dice.one(true, false)) return { of: ['attainment', measure.name], than: dice.one(...PERCENTS) };
  return { of: ['measure', measure.name], than: isRatio(measure) ? dice.one('50%', '33%') : isMoney(measure) ? dice.one(...EDGES, '0') : dice.one('1', '2', '3') };
}

export function limitOf(dice: Dice, windows: readonly WindowWord[], what: 'floor' | 'cap'): LimitJson {
  const at: Term = dice.one<Term>(['number', what === 'cap' ? dice.one('40', '100.005', '250', '1_000') : dice.one('5', '20.015')], ['*', ['number', what === 'cap' ? dice.one('80%', '2%') : '2%'], ['target']]);
  return { at, over: dice.one(null, 'period' as const, ...windows, ...windows), evenIfZero: what === 'floor' && dice.one(true, false) };
}

function rateOf(dice: Dice, on: MeasureJson): Term {
  if (!isMoney(on)) return dice.one<Term>(['number', '12.505'], ['number', '20'], ['number', '1/3'], ...(on.quota === null ? [] : [['icr'] as Term]));
  const base = dice.one<Term>(...RATES, ['rate'], ['rate'], ...(on.quota === null ? [] : [['icr'] as Term]));
  return dice.rarely(4) ? ['*', base, ['number', '1.5']] : base;
}

function formulaOf(dice: Dice, on: MeasureJson, hasQuota: boolean, around: Surroundings): FormulaJson {
  if (!dice.rarely(12)) return oneFormulaOf(dice, on, hasQuota, around);
  const several = dice.times(2, 3, () => oneFormulaOf(dice, on, hasQuota, around)).filter((each) => !(each.kind === 'tiers' && each.read === 'per-deal'));
  return several.length < 2 ? oneFormulaOf(dice, on, hasQuota, around) : { kind: 'best-of', of: several };
}

function oneFormulaOf(dice: Dice, on: MeasureJson, hasQuota: boolean, around: Surroundings): FormulaJson {
  const others = around.measures.filter((measure) => measure.quota !== null);
  const place = (): { by: By; edges: readonly string[] } => {
    const ways: { by: By; edges: readonly string[] }[] = [];
    if (hasQuota) ways.push({ by: 'attainment', edges: PERCENTS });
    else if (!isRatio(on)) ways.push({ by: 'base', edges: isMoney(on) ? EDGES : ['1', '2', '4'] });
    for (const other of others) if (other.name !== on.name) ways.push({ by: ['attainment', other.name], edges: PERCENTS });
    if (ways.length === 0) ways.push({ by: ['measure', on.name], edges: ['25%', '50%', '75%'] });
    return dice.one(...ways);
  };
  const kind = isRatio(on) ? dice.one('curve', 'steps') : dice.one('rate', 'rate', 'rate-plus-fixed', 'marginal', 'marginal', 'by-pay', 'overage', 'whole', 'per-deal', 'per-deal', 'interpolated', 'accelerate', 'curve', 'steps', 'matrix');
  const cut = (edges: readonly string[]): string[] => dice.some(edges, 1);
  switch (kind) {
    case 'rate':
      return { kind: isMoney(on) ? 'rate' : 'per-unit', rate: rateOf(dice, on) };
    case 'rate-plus-fixed':
      return { kind, rate: rateOf(dice, on), fixed: dice.one<Term>(['number', '20'], ['number', '7.005'], ['*', ['number', '1%'], ['target']]), due: dice.one('always', 'with-results') };
    case 'marginal':
    case 'whole':
    case 'per-deal': {
      const chosen = isAdditive(on) || kind === 'whole' ? kind : 'marginal';
      const own: { by: By; edges: readonly string[] } = hasQuota && dice.one(true, false) ? { by: 'attainment', edges: PERCENTS } : { by: 'base', edges: isMoney(on) ? EDGES : ['1', '2', '4'] };
      const { by, edges } = chosen === 'whole' ? place() : own;
      const upper = cut(edges);
      const marked = chosen === 'marginal' && dice.rarely(3);
      return { kind: 'tiers', read: chosen, by, edge: chosen === 'marginal' && !marked ? 'lower' : dice.one('lower', 'upper-inclusive'), rates: [...upper, null].map((to, index) => ({ to, rate: rateOf(dice, on), ...(marked && index > 0 && dice.one(true, false) ? { back: true } : {}) })), position: dice.one('before', 'after') };
    }
    case 'by-pay': {
      // a rate of zero would never fill its tier
      const rate = (): Term => (isMoney(on) ? dice.one<Term>(['number', '5%'], ['number', '2/37'], ['number', '1/3'], ['rate']) : dice.one<Term>(['number', '12.505'], ['number', '1/3']));
      return { kind: 'tiers', read: 'marginal', by: 'pay', edge: 'lower', rates: [...cut(['20', '45.005', '100']), null].map((to) => ({ to, rate: rate() })), position: 'before' };
    }
    case 'overage': {
      const by = hasQuota && dice.one(true, false) ? 'attainment' : 'base';
      return { kind: 'tiers', read: 'overage', by, edge: dice.one('lower', 'upper-inclusive'), rates: [...cut(by === 'attainment' ? PERCENTS : isMoney(on) ? EDGES : ['1', '2', '4']), null].map((to) => ({ to, rate: rateOf(dice, on) })), position: 'before' };
    }
    case 'interpolated': {
      const by: By = hasQuota ? 'attainment' : 'base';
      return { kind: 'interpolated', by, tiers: cut(hasQuota ? PERCENTS : isMoney(on) ? EDGES : ['1', '2', '4']).map((to) => ({ to, amount: dice.one<Term>(['number', '40'], ['number', '100.01'], ['*', ['number', '50%'], ['target']]) })) };
    }
    case 'accelerate':
      if (!hasQuota) return { kind: isMoney(on) ? 'rate' : 'per-unit', rate: rateOf(dice, on) };
      return { kind: 'accelerate', rate: rateOf(dice, on), at: cut(PERCENTS).map((point) => [point, dice.one('1.5', '2', '0.5', '1/3')]) };
    case 'curve': {
      const { by, edges } = place();
      const gives = isRatio(on) ? dice.one('target-share' as const, 'amount' as const) : dice.one('target-share' as const, 'amount' as const, 'rate' as const);
      const value = (): string => (gives === 'target-share' ? dice.one('0%', '33%', '100%', '150%') : gives === 'amount' ? dice.one('0', '10', '100.01') : isMoney(on) ? dice.one('0%', '3%', '1/30') : dice.one('0', '3', '10.05'));
      return { kind: 'curve', by, points: dice.some(edges, 2).map((x) => [x, value()]), gives, below: dice.one('0', '0', value()), above: dice.one('flat', 'continue') };
    }
    case 'steps': {
      const { by, edges } = place();
      return { kind: 'steps', by, bands: cut(edges).map((from) => ({ from, pays: dice.one<Term>(['number', '50'], ['number', '100.005'], ['*', ['number', '1/3'], ['target']]) })) };
    }
    case 'matrix': {
      const side = (): { by: Term; from: string[] } => {
        const measure = dice.one(...around.measures.filter((each) => !isRatio(each)));
        if (measure.quota !== null) return { by: ['attainment', measure.name], from: ['0%', ...dice.some(PERCENTS, 1)] };
        return { by: ['measure', measure.name], from: isMoney(measure) ? ['0', ...dice.some(EDGES, 1)] : ['0', ...dice.some(['1', '2'], 1)] };
      };
      const [rows, columns] = [side(), side()];
      const gives = dice.one('target-share' as const, 'amount' as const);
      const cells = rows.from.map(() => columns.from.map(() => (gives === 'amount' ? dice.one('0', '10', '33.335') : dice.one('0%', '50%', '1/3', '120%').replace('1/3', '33%'))));
      return { kind: 'matrix', rows, columns, cells, gives, read: dice.one('cell', 'interpolated') };
    }
  }
}
