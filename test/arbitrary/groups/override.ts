/** Pay on what others earn: of those whom a manager leads, of a team, of everybody; never of all pay where that could need itself. */
import type { Across, Formula, GroupComponent, GroupMeasure, GroupPlan } from '../../oracle/groups/world.ts';
import type { Dice } from '../dice.ts';

const NOTHING = { gate: null, dealCap: null, budget: null, shareOut: null, multiplier: null, floor: null, cap: null, sharedCap: null } as const;
const OF = { value: 'amount', of: ['own'], quota: null } as const;

/** What others earn by components of the plan of sellers, or all of it. */
export function payOfOthers(dice: Dice, name: string, components: readonly string[], all: boolean): GroupMeasure {
  const across: Across = all ? 'reports' : dice.one<Across>('reports', 'reports', 'team', 'company', 'manager', 'plan', { team: 'North' }, { id: 'bo' });
  return { ...OF, name, kind: 'payouts', window: dice.one(null, null, 'quarter-to-date', 'previous'), across, payouts: all ? 'all' : dice.some(components) };
}

const overrideOn = (dice: Dice, on: string): Formula => dice.one<Formula>({ kind: 'rate', of: ['number', dice.one('20%', '1/3')] }, { kind: 'tiers', rates: [{ to: '20', rate: '1%' }, { to: null, rate: '12.5%' }] }, { kind: 'amount', of: ['*', ['number', '1/7'], ['measure', on]] });

/** The plan of those who lead. */
export function leadPlan(dice: Dice, effective: GroupPlan['effective'], components: readonly string[]): GroupPlan {
  const measures: GroupMeasure[] = [{ ...OF, name: 'mine', kind: 'sum', window: null, across: null }, payOfOthers(dice, 'their_pay', components, dice.rarely(2)), payOfOthers(dice, 'more_pay', components, false)];
  const override = (id: string, on: string): GroupComponent => ({ ...NOTHING, id, on, formula: overrideOn(dice, on), gate: dice.rarely(4) ? { of: ['measure', on], than: '10', strict: false } : null });
  return { id: 'lead', effective, continues: false, role: 'M', prorates: false, credits: [{ name: 'own', to: 'seller', share: '100%', split: false }], measures, components: [override('override', 'their_pay'), ...(dice.rarely(2) ? [override('another', 'more_pay')] : [])], adjust: dice.rarely(4) ? [{ cap: '20' }] : [] };
}
