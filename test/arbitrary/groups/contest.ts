/** Contests of random groups: many ties, more prizes than people, budgets that full prizes of ties pass. */
import type { ContestJson, Prizes, Term } from '../../oracle/groups/world.ts';
import type { Dice } from '../dice.ts';
import { conditionOf } from './pool.ts';

export function contestOf(dice: Dice): ContestJson {
  const number = (): Term => dice.one<Term>(['measure', 'revenue'], ['measure', 'deals'], ['column', 'points'], ['measure', 'biggest'], ['payout', 'sales']);
  const least = dice.number(1, 3);
  const [prizes, cost] = dice.one<readonly [Prizes, string]>(
    [{ places: ['300', '200', '100'] }, '600'],
    [{ places: ['100', '100'] }, '200'],
    [{ places: ['50', '33.33', '0.01', '0.01'] }, '83.35'],
    [{ places: ['0.05'] }, '0.05'],
    [{ top: dice.one('50%', '1/3', '10%', '25%'), count: dice.one('up', 'down', 'half-up'), prize: '99.99', least }, '200'],
    [{ percentile: dice.one('50%', '90%', '1/3', '75%'), prize: '10.005', least }, '30'],
  );
  const then = dice.one<'pool' | 'full'>('pool', 'full');
  return {
    across: dice.one('plan', 'plan', 'team', 'manager'),
    members: dice.one('last-day', 'any-day'),
    by: dice.rarely(3) ? null : number(),
    enter: dice.rarely(3) ? conditionOf(dice) : null,
    prizes,
    ties: dice.one<ContestJson['ties']>(null, 'pool', 'full', { breakBy: number(), then }),
    budget: dice.rarely(4) ? cost : null,
    over: dice.one(null, null, 'period', 'quarter', 'year'),
    pointValue: dice.rarely(6) ? '0.5' : null,
  };
}
