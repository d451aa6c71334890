/** Measures of random groups and their quotas: of members, of a named group, of the payee; some zero, some missing. */
import { date } from '../../oracle/day.ts';
import { periodsIn } from '../../oracle/groups/moment.ts';
import type { Across, GroupMeasure, GroupPlan, GroupWorld, QuotaRow } from '../../oracle/groups/world.ts';
import type { Dice } from '../dice.ts';
import { TEAMS } from './people.ts';

const ACROSS: readonly Across[] = ['plan', 'company', 'reports', 'team', 'team', 'manager', { team: 'North' }, { id: 'bo' }, { through: 'id' }, { through: 'manager' }];

export function measureOf(dice: Dice, name: string, rules: readonly string[]): GroupMeasure {
  const across = dice.rarely(6) ? null : dice.one(...ACROSS);
  const kind = dice.one('sum', 'sum', 'sum', 'count', 'max', 'min');
  const answer = (): NonNullable<GroupMeasure['quota']>['zero'] => dice.one('not-applicable', 'not-applicable', '0%', '100%', ...(dice.rarely(4) ? (['error'] as const) : []));
  // a group in a column of the payee, or a written one, may have a record of its own as well
  return {
    name,
    kind,
    value: kind === 'count' ? 'amount' : dice.one('amount', 'amount', 'units'),
    of: dice.some(rules),
    window: dice.one(null, null, 'period', 'quarter-to-date', 'year-to-date', 'previous'),
    across,
    quota: dice.rarely(3) ? null : { of: across === null ? 'payee' : dice.one('members', 'members', 'group', 'payee'), zero: answer(), missing: answer() },
  };
}

export function quotasOf(dice: Dice, { effective, people, plans }: Pick<GroupWorld, 'effective' | 'people' | 'plans'>): QuotaRow[] {
  const periods = periodsIn({ effective } as GroupWorld);
  const ids = [...new Set(people.map(({ id }) => id))];
  const measures = new Map(plans.flatMap((plan: GroupPlan) => plan.measures.filter(({ quota }) => quota !== null).map((measure) => [measure.name, measure])));
  return [...measures.values()].flatMap(({ name, quota }) => {
    const payees = quota!.of === 'group' ? [...TEAMS, ...ids, 'alpha', 'groups'] : ids;
    return payees.flatMap((payee) => {
      if (dice.rarely(10)) return [];
      const amount = dice.one('100', '300', '0', '33.33');
      return periods.flatMap(({ first, last }): QuotaRow[] => {
        if (dice.rarely(12)) return [];
        const middle = first + dice.number(5, 20);
        const whole = { payee, measure: name, from: date(first), to: date(last), amount: dice.one(amount, amount, '100', '2', '0') };
        return dice.rarely(6) ? [{ ...whole, to: date(middle) }, { ...whole, from: date(middle + 1), amount: '250' }] : [whole];
      });
    });
  });
}
