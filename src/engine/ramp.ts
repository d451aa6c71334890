/**
 * What a ramp does to pay: the share of what a commission earns in somebody's first months, and tables without the better rates
 * above quota. The share of quotas is in `presence.ts`. Rule: mechanics QTA-07.
 */
import type { AnyMechanic, Applied, Given } from '../mechanic/mechanic.ts';
import type { Component, RampStep } from '../plan/model.ts';
import type { Span } from '../diagnostic/diagnostic.ts';
import { monthEnd } from '../value/day-count.ts';
import { ONE, ZERO, type Exact } from '../value/exact.ts';
import type { Cell } from './enrolment.ts';
import type { Presence } from './presence.ts';

/** The average share over the days of the stay, each month by its own. */
export function rampRate(cells: readonly Pick<Cell, 'from' | 'to'>[], presence: Presence): Exact {
  let [sum, days] = [ZERO, ZERO];
  for (const { from, to } of cells)
    for (let start = from; start <= to; ) {
      const end = Math.min(to, monthEnd(start));
      const count = presence.count(start, end);
      sum = sum.plus(count.times(presence.rampAt(start)?.rate ?? ONE));
      days = days.plus(count);
      start = end + 1;
    }
  return days.isZero() ? ONE : sum.over(days);
}

/** A factor on what the formula earned; it stands in no plan under a component, because a ramp is of the whole plan. */
const rampShare: AnyMechanic = {
  key: 'ramp',
  kind: 'rule',
  step: 9,
  where: [],
  summary: 'the share of a ramp',
  about: '',
  schema: {},
  read: () => undefined,
  calculate(_config: unknown, given: Given) {
    const share = given.rampRate?.() ?? ONE;
    const amount = given.amount.times(share);
    const { words } = given;
    const before = given.amount;
    return { amount, text: () => (share.equals(ONE) ? 'no ramp: in full' : `the ramp pays ${words.percent(share)} of ${words.money(before)} = ${words.money(amount)}`) };
  },
  formulas: () => [],
  describe: () => '',
  example: { title: '', yaml: '', work: '', given: { base: '0' }, earns: '0' },
};

/** The rule that a ramp adds to a commission, where it changes rates at all. */
export function rampRule(ramp: readonly RampStep[] | undefined, at: Span, component: Component): readonly Applied[] {
  return component.pays === 'commission' && ramp?.some((step) => !step.rate.equals(ONE)) === true ? [{ mechanic: rampShare, config: undefined, at }] : [];
}

/** The component without better rates above quota; undefined where it has none. */
export function withoutAccelerators(component: Component): Component | undefined {
  const plain = (applied: Applied): Applied => {
    const config: unknown = applied.mechanic.withoutAccelerators?.(applied.config);
    return config === undefined ? applied : { ...applied, config };
  };
  const formula = plain(component.formula);
  return formula === component.formula ? undefined : { ...component, formula };
}
