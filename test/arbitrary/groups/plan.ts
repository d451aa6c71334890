/** Plans of random groups: one with what the people share, sometimes one for those who lead them. */
import type { GroupComponent, GroupMeasure, GroupPlan } from '../../oracle/groups/world.ts';
import type { Dice } from '../dice.ts';
import { contestOf } from './contest.ts';
import { conditionOf, poolOf } from './pool.ts';
import type { Focus } from './world.ts';

/** Nothing but a base; what a component does not say. */
export const PLAIN: Omit<GroupComponent, 'id' | 'on' | 'formula'> = { gate: null, dealCap: null, budget: null, shareOut: null, multiplier: null, floor: null, cap: null, sharedCap: null };

export function planOf(dice: Dice, ids: readonly string[], focus: readonly Focus[]): GroupPlan[] {
  const base = { window: null, across: null, quota: null, of: ['own'], value: 'amount' } as const;
  const measures: GroupMeasure[] = [
    { ...base, name: 'revenue', kind: 'sum' },
    { ...base, name: 'deals', kind: 'count' },
    { ...base, name: 'team_sales', kind: 'sum', across: 'team' },
    { ...base, name: 'all_sales', kind: 'sum', across: 'plan' },
    { ...base, name: 'led_sales', kind: 'sum', across: 'manager' },
    { ...base, name: 'biggest', kind: 'max' },
    { ...base, name: 'team_best', kind: 'max', across: 'team' },
  ];
  const components: GroupComponent[] = [{ ...PLAIN, id: 'sales', on: 'revenue', formula: { kind: 'rate', of: ['column', 'rate'] } }];
  focus.forEach((each, index) => {
    if (each === 'contest') components.push({ ...PLAIN, ...afterwards(dice), id: `c${index + 1}`, on: dice.one('revenue', 'revenue', 'deals', 'biggest'), gate: gateOf(dice), formula: { kind: 'contest', contest: contestOf(dice) } });
    if (each === 'pool') components.push({ ...PLAIN, ...afterwards(dice), id: `c${index + 1}`, on: dice.one('revenue', 'revenue', 'biggest', 'team_sales'), gate: gateOf(dice), formula: poolOf(dice) });
  });
  void ids;
  return [{ id: 'alpha', role: dice.one(null, 'AE'), credits: [{ name: 'own', to: 'seller', share: '100%', split: dice.rarely(3) }], measures, components, adjust: [] }];
}

/** Now and then a gate, most of them open for some. */
const gateOf = (dice: Dice): GroupComponent['gate'] => (dice.rarely(4) ? conditionOf(dice) : null);

/** What is done to the own part: multiplier, floor and cap. */
function afterwards(dice: Dice): Pick<GroupComponent, 'multiplier' | 'floor' | 'cap'> {
  return {
    multiplier: dice.rarely(5) ? { times: dice.one('120%', '50%', '0.333'), when: dice.one(null, conditionOf(dice)) } : null,
    floor: dice.rarely(8) ? '20' : null,
    cap: dice.rarely(8) ? dice.one('30', '33.33') : null,
  };
}
