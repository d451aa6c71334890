/**
 * Small worlds of two to six people over one to four months, biased to where sharing goes wrong: ties, zeros and negative
 * values, cents that do not divide, members without data. The first and the last period always have rows.
 */
import fc from 'fast-check';
import { date, serial } from '../../oracle/day.ts';
import { periodsIn } from '../../oracle/groups/moment.ts';
import type { GroupPlan, GroupWorld, SaleRow } from '../../oracle/groups/world.ts';
import { Dice } from '../dice.ts';
import { quotasOf } from './measure.ts';
import { IDS, peopleOf, SPANS } from './people.ts';
import { planOf } from './plan.ts';

const AMOUNTS = ['100', '100', '100', '200', '300', '50', '33.33', '66.67', '0.01', '0.05', '0', '-100', '-50', '-33.33', '1000', '999.99', '250.005', '10.1'];
const UNITS = ['1', '1', '2', '3', '0', '-1', '1.5'];

export const worldsOf = (focus: readonly Focus[]): fc.Arbitrary<GroupWorld> => fc.gen().map((draw) => worldOf(new Dice(draw), focus));

/** Which mechanic a component of the world is about. */
export type Focus = 'pool' | 'measure' | 'contest' | 'shared-cap' | 'shared-deal-cap' | 'budget' | 'share-out' | 'override';

function worldOf(dice: Dice, focus: readonly Focus[]): GroupWorld {
  const effective = dice.one(...SPANS);
  // rounding at each transaction is for what pays deal by deal
  const byDeal = focus.every((each) => each === 'shared-cap' || each === 'shared-deal-cap' || each === 'budget');
  const people = peopleOf(dice, effective, ['AE', 'AE', 'AE', 'M']);
  const ids = IDS.filter((id) => people.some((one) => one.id === id));
  const plans: GroupPlan[] = planOf(dice, effective, focus);
  return { rounding: { to: dice.one('0.01', '0.01', '0.01', '0.05', '1'), mode: dice.one('half-up', 'half-up', 'half-even', 'down', 'up'), at: dice.one('component', 'component', 'payout', byDeal ? 'transaction' : 'payout') }, effective, people, rows: rowsOf(dice, ids, effective), quotas: quotasOf(dice, { effective, people, plans }), plans };
}

function rowsOf(dice: Dice, ids: readonly string[], effective: GroupWorld['effective']): SaleRow[] {
  const periods = periodsIn({ effective } as GroupWorld);
  const [from, to] = effective.map(serial) as [number, number];
  // somebody has nothing
  const sellers = dice.rarely(2) ? ids : ids.slice(0, Math.max(1, ids.length - 1));
  const amounts = dice.rarely(3) ? ['100'] : AMOUNTS;
  return dice.times(2, 12, (index) => {
    const period = index === 0 ? periods[0]! : index === 1 ? periods.at(-1)! : dice.one(...periods);
    const [first, last] = [Math.max(period.first, from), Math.min(period.last, to)];
    const seller = dice.rarely(10) ? null : dice.one(...sellers);
    return {
      id: `T${dice.rarely(2) ? index + 1 : 30 - index}`,
      date: date(dice.one(first, last, dice.number(first, last), Math.min(first + 14, last))),
      seller,
      co: dice.rarely(3) ? dice.one(...ids) : null,
      coShare: dice.one('50%', '33.3333%', '0.4', '100%', '0'),
      amount: dice.one(...amounts),
      units: dice.one(...UNITS),
    };
  });
}
