/** Pools of random groups. */
import type { Condition, Formula, Split, Term } from '../../oracle/groups/world.ts';
import type { Dice } from '../dice.ts';

export function splitOf(dice: Dice): Split {
  const by = dice.one<Term>(['measure', 'revenue'], ['measure', 'revenue'], ['measure', 'deals'], ['column', 'points'], ['payout', 'sales']);
  return {
    across: dice.one('plan', 'plan', 'team', 'team', 'manager'),
    members: dice.one('last-day', 'any-day', 'days'),
    qualifies: dice.rarely(2) ? null : conditionOf(dice),
    shares: dice.one<Split['shares']>('equal', { by }, { by }, { fixed: ['column', 'share'] }),
  };
}

export const conditionOf = (dice: Dice): Condition => ({ ...dice.one<Omit<Condition, 'strict'>>({ of: ['measure', 'revenue'], than: '100' }, { of: ['measure', 'deals'], than: '1' }, { of: ['column', 'points'], than: '2' }, { of: ['measure', 'revenue'], than: '0' }, { of: ['payout', 'sales'], than: '10' }), strict: dice.rarely(2) });

export function poolOf(dice: Dice): Extract<Formula, { kind: 'pool' }> {
  const split = splitOf(dice);
  const measures = { team: ['team_sales', 'team_sales', 'team_best', 'all_sales'], manager: ['led_sales', 'all_sales'], plan: ['all_sales'] }[split.across];
  const ofSales: Term = ['*', ['number', dice.one('10%', '1/3', '2.5%')], ['measure', dice.one(...measures)]];
  const fund = dice.one<Term>(['number', dice.one('100', '0.01', '1000.01', '0.05', '99.99', '33.335')], ofSales, ofSales);
  return { kind: 'pool', fund, split, nobody: dice.one('unspent', 'carried') };
}
