/** Formulas beyond rates, tables and curves in random worlds: bands by category, deals alone, milestones, streaks, choices. */
import type { FormulaJson, MeasureJson, RateRowJson, Term } from '../oracle/world.ts';
import { condition, type Surroundings } from './component.ts';
import type { Dice } from './dice.ts';
import { CUSTOMERS, TYPES } from './row.ts';

interface Around {
  readonly accumulates: boolean;
  readonly hasQuota: boolean;
  readonly around: Surroundings;
  readonly edges: readonly string[];
  usual(): FormulaJson;
}

const PERCENTS = ['50%', '80%', '100%', '120%'];

/** Null where the measure has no such formula; the usual ones stand in. */
export function bonusOf(dice: Dice, on: MeasureJson, { accumulates, hasQuota, around, edges, usual }: Around): FormulaJson | null {
  const additive = (on.kind === 'sum' || on.kind === 'count') && on.mean === undefined;
  const money = ['amount', 'net', 'margin'].includes(on.value ?? '') && on.kind !== 'ratio';
  const others = around.measures.filter((measure) => measure.name !== on.name && measure.kind !== 'ratio');
  const rate = (): string => (money ? dice.one('5%', '3%', '2/37', '0%', '7.125%') : dice.one('12.505', '20', '1/3', '0'));
  const pays = (): Term => dice.one<Term>(['number', '50'], ['number', '100.005'], ['*', ['number', '1/3'], ['target']]);
  const kind = dice.one('category-tiers', 'category-tiers', 'each-deal', 'each-deal', 'milestone', 'streak', 'choose', 'amount', 'rising-rate', 'rate-table', 'apportion');
  switch (kind) {
    case 'category-tiers': {
      if (!additive) return null;
      const by = dice.one('base' as const, hasQuota ? ('attainment' as const) : ('base' as const), 'pay' as const);
      const paying = (): string => (by === 'pay' ? (money ? dice.one('5%', '3%', '2/37') : dice.one('12.505', '1/3')) : rate());
      const upper = by === 'pay' ? ['20', '45.005', '100'] : by === 'attainment' ? PERCENTS : edges;
      return { kind, by, consume: by === 'pay' ? 'by-date' : dice.one('by-date', 'pro-rata'), bands: [...dice.some(upper), null].map((to) => ({ to, rates: Object.fromEntries(dice.some(TYPES, 0).map((type) => [type, paying()])), rate: paying() })) };
    }
    case 'each-deal': {
      if (!additive || accumulates) return null;
      const of = usual();
      return of.kind === 'best-of' || of.kind === 'matrix' || of.kind === 'accelerate' || (of.kind === 'tiers' && (of.read === 'per-deal' || of.apportion === true)) || JSON.stringify(of).includes('"rate"]') ? null : { kind, of };
    }
    case 'milestone':
      return accumulates ? { kind, when: condition(dice, around.measures), pays: pays(), reversal: dice.one('kept', 'taken-back') } : null;
    case 'streak':
      return accumulates ? null : { kind, when: condition(dice, around.measures), periods: dice.one(2, 2, 3), pays: pays(), then: dice.one('restart', 'go-on') };
    case 'choose': {
      const ways = { AE: usual(), SM: usual() };
      return Object.values(ways).some((way) => way.kind === 'best-of' || (way.kind === 'tiers' && way.read === 'per-deal')) ? null : { kind, ways };
    }
    case 'amount': {
      const read = dice.one(...around.measures);
      const size: Term = ['measure', read.name];
      const isMoney = ['amount', 'net', 'margin'].includes(read.value ?? '') && read.kind !== 'ratio';
      const earlier = around.earlier.map((id): Term => ['*', ['number', '50%'], ['payout', id]]);
      return { kind, of: dice.one<Term>(isMoney ? ['*', ['number', '5%'], size] : ['*', ['number', '12.505'], size], ['*', ['number', '1/3'], ['target']], ...(accumulates ? [] : earlier), ...(read.quota === null ? [] : [['*', ['target'], ['attainment', read.name]] as Term])) };
    }
    case 'rising-rate':
      return hasQuota && on.kind !== 'ratio' ? { kind, rate: ['number', money ? dice.one('5%', '1/3') : dice.one('12.505', '20')], from: dice.one('100%', '80%', '50%'), adds: money ? dice.one('0.1%', '2/37') : dice.one('1', '0.005'), per: dice.one('1%', '10%'), upTo: dice.one(null, '120%', '150%') } : null;
    case 'rate-table': {
      if (!additive) return null;
      const term = (): Term => dice.one<Term>(['number', rate()], ['number', rate()], ...(money ? [['rate'] as Term] : []));
      const two: RateRowJson = { types: dice.some(TYPES), customers: dice.one(null, dice.some(CUSTOMERS)), quantity: { from: dice.one('0', '1'), to: dice.one(null, '2') }, rate: term() };
      const one: RateRowJson = { types: dice.one(null, [dice.one(...TYPES)]), customers: null, quantity: null, rate: term() };
      const rows = [two, ...(one.types === null ? [] : [one]), { types: null, customers: null, quantity: null, rate: term() }];
      return { kind, rows: dice.one(true, false) ? rows : [...rows].reverse() };
    }
    case 'apportion': {
      if (others.length === 0 || on.kind === 'ratio') return null;
      const other = dice.one(...others);
      const by: Term = other.quota !== null ? ['attainment', other.name] : ['measure', other.name];
      const upper = other.quota !== null ? PERCENTS : ['amount', 'net', 'margin'].includes(other.value ?? '') ? ['500', '1000', '1500'] : ['1', '2', '4'];
      const marked = dice.rarely(3);
      return { kind: 'tiers', read: 'marginal', by, apportion: true, edge: 'lower', position: 'before', rates: [...dice.some(upper), null].map((to, index) => ({ to, rate: ['number', rate()] as Term, ...(marked && index > 0 && dice.one(true, false) ? { back: true } : {}) })) };
    }
  }
}
