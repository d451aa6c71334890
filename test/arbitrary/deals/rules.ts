/** Who is credited: a split, somebody on top, or rules of which one goes before the other, in any order. */
import type { CreditRuleJson } from '../../oracle/deals/world.ts';
import type { Dice } from '../dice.ts';

const OWN: CreditRuleJson = { name: 'own', to: 'seller', split: true, share: '1', not: null, unless: [] };

export function rulesOf(dice: Dice): CreditRuleJson[] {
  if (dice.rarely(2)) return [OWN];
  const own = { ...OWN, split: dice.rarely(2), not: dice.one(null, 'c3') };
  if (dice.rarely(3)) return [own, { ...OWN, name: 'helper', to: 'coOwner', split: false, share: dice.one('50%', '1/3', '1') }];
  const territory = { ...OWN, name: 'area', to: 'area' as const, split: dice.rarely(3), not: dice.one(null, 'c1'), unless: ['own'] };
  const house = { ...OWN, name: 'house', to: 'coOwner' as const, split: false, share: dice.one('1', '20%'), unless: dice.one<readonly string[]>(['own', 'area'], ['area'], ['own']) };
  return dice.one<CreditRuleJson[]>([own, territory], [territory, own], [own, territory, house], [house, territory, own]);
}
