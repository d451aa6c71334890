/** Limits that several people have together: small ones that cut, some that follow what the group sold, some over a longer time. */
import type { PlanRule, SharedLimit, Term } from '../../oracle/groups/world.ts';
import type { Dice } from '../dice.ts';

const AMOUNTS = ['20', '30', '33.33', '0.05', '10.005', '100', '7'];

export function limitOf(dice: Dice): SharedLimit {
  const across = dice.one<SharedLimit['across']>('plan', 'plan', 'team', 'team', 'manager');
  const measure = { plan: 'all_sales', team: 'team_sales', manager: 'led_sales' }[across];
  const at = dice.rarely(4) ? (['*', ['number', dice.one('3%', '1/30')], ['measure', measure]] as const) : (['number', dice.one(...AMOUNTS)] as const);
  return { at, across, over: dice.one('period', 'period', 'quarter', 'year') };
}

export const dealCapOf = (dice: Dice): Term => (dice.rarely(6) ? ['*', ['number', '1%'], ['measure', 'all_sales']] : ['number', dice.one('5', '7.77', '0.05', '10', '30')]);

/** Rules of the plan: one for all together, others before and after it. */
export function rulesOf(dice: Dice): PlanRule[] {
  const rules = dice.some<PlanRule>([{ cap: '50' }, { floor: '15' }, { cap: '33.33' }], 0);
  const at = dice.number(0, rules.length);
  return [...rules.slice(0, at), { sharedCap: limitOf(dice) }, ...rules.slice(at), ...(dice.rarely(3) ? [{ sharedCap: limitOf(dice) }] : [])];
}
