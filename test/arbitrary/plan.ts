/**
 * Plans of random worlds in one, two or three versions that continue or start anew: the same terms again, the same with
 * one thing changed, or others; rules over the sum added, moved and dropped between them.
 */
import { next } from '../oracle/day.ts';
import type { AdjustJson, CalendarJson, ComponentJson, MeasureJson, PlanJson, SourceName, World } from '../oracle/world.ts';
import { periodsInYear, windowsIn } from './calendar.ts';
import { componentOf, limitOf, roundingOf, targetOf } from './component.ts';
import type { Dice } from './dice.ts';
import { paymentOf, paymentsOf } from './payment.ts';
import { daysOf } from './timing.ts';
import { creditsOf, measuresOf } from './measure.ts';

type Terms = Pick<PlanJson, 'role' | 'credits' | 'measures' | 'components' | 'adjust' | 'prorate' | 'convertAt' | 'paidIn' | 'payments' | 'days' | 'ramp'>;
type Change = 'accumulate' | 'restart';

const PRORATE = ['quota', 'target', 'cap', 'floor', 'draw'] as const;

export function planOf(dice: Dice, id: string, calendar: CalendarJson, sources: readonly SourceName[], worldRounding: World['rounding']): PlanJson[] {
  const windows = windowsIn(calendar);
  const currency = dice.one('USD', 'USD', 'USD', 'EUR');
  const rounding = dice.rarely(4) ? roundingOf(dice) : undefined;
  const known = new Map<string, MeasureJson>();
  const terms = (): Terms => {
    const credits = creditsOf(dice, sources);
    // a measure with quotas keeps its phasing from version to version, because the quota file is one
    const measures = measuresOf(dice, id, credits, windows, periodsInYear(calendar)).map((measure) => {
      const before = known.get(measure.name);
      if (before === undefined) known.set(measure.name, measure);
      return before === undefined ? measure : { ...measure, quota: before.quota, value: before.value, kind: before.kind };
    });
    const column = currency === 'USD';
    const components: ComponentJson[] = [];
    for (let left = dice.number(1, 3); left > 0; left--) components.push(componentOf(dice, `c${components.length + 1}`, { windows, measures, column, earlier: components.map((one) => one.id), planRounding: rounding ?? worldRounding }));
    const timed = { ...(dice.rarely(4) ? { days: daysOf(dice) } : {}), ...(dice.rarely(6) ? { ramp: dice.one([{ to: 3, quota: '50%' }], [{ to: 2, quota: '1/3' }, { to: 5, quota: '75%' }], [{ to: 1, quota: '0%' }, { to: 12, quota: '120%' }]) } : {}) };
    return { ...timed, role: dice.one(null, 'AE'), credits, measures, components: column && dice.rarely(4) ? weighted(dice, components, windows.includes('year')) : components, adjust: [], prorate: dice.some(PRORATE, 0), convertAt: dice.one('transaction-date', 'period-end'), paidIn: dice.one(null, null, 'pay', 'EUR', 'JPY') };
  };
  const pool = dice.times(2, 4, () => ruleOf(dice, windows));
  const pays = dice.rarely(3) ? dice.times(2, 5, () => paymentOf(dice, calendar)) : [];
  const adjusted = (each: Terms): Terms => ({ ...each, adjust: dice.rarely(3) ? [] : rulesOf(dice, pool, windows), ...(pays.length === 0 ? {} : { payments: paymentsOf(dice, pays) }) });
  const plan = (effective: readonly [string, string], each: Terms, onVersionChange?: Change): PlanJson => ({ id, effective, currency, ...(rounding === undefined ? {} : { rounding }), ...(onVersionChange === undefined ? {} : { onVersionChange }), ...each });

  const first = adjusted(terms());
  if (dice.rarely(3)) return [plan(dice.one(['2026-01-01', '2026-12-31'] as const, ['2026-01-01', '2026-12-31'] as const, ['2026-02-16', '2026-11-30'] as const), first)];
  const cuts = dice.one(['2026-04-01'], ['2026-05-16'], ['2026-07-01'], ['2026-02-10'], ['2026-04-01', '2026-08-01'], ['2026-03-16', '2026-07-01'], ['2026-02-10', '2026-05-16']);
  const after = (before: Terms): Terms => {
    if (dice.rarely(3)) return adjusted(terms());
    return dice.rarely(3) ? before : changed(dice, adjusted(before), windows, currency === 'USD');
  };
  const plans = [plan(['2026-01-01', next(cuts[0]!, -1)], first)];
  let latest = first;
  cuts.forEach((cut, index) => {
    latest = after(latest);
    plans.push(plan([cut, cuts[index + 1] === undefined ? '2026-12-31' : next(cuts[index + 1]!, -1)], latest, dice.one('accumulate', 'accumulate', 'restart')));
  });
  return plans;
}

function ruleOf(dice: Dice, windows: Parameters<typeof limitOf>[1]): AdjustJson {
  const what = dice.one('cap' as const, 'floor' as const);
  return { what, limit: limitOf(dice, windows, what), of: dice.one(null, ['c1']) };
}

/** Some of the rules, in this order or the other, some with other figures. */
function rulesOf(dice: Dice, pool: readonly AdjustJson[], windows: Parameters<typeof limitOf>[1]): AdjustJson[] {
  const rules = dice.some(pool).map((rule) => (dice.rarely(3) ? { ...rule, limit: limitOf(dice, windows, rule.what) } : rule));
  return dice.rarely(3) ? rules.reverse() : rules;
}

/** The same terms with other targets, other limits or another proration. */
function changed(dice: Dice, terms: Terms, windows: Parameters<typeof limitOf>[1], column: boolean): Terms {
  const components = terms.components.map((one) => ({
    ...one,
    ...(one.target !== null && dice.rarely(2) ? { target: targetOf(dice, windows, column) } : {}),
    ...(one.cap !== null && dice.rarely(3) ? { cap: limitOf(dice, windows, 'cap') } : {}),
    ...(one.floor !== null && dice.rarely(3) ? { floor: limitOf(dice, windows, 'floor') } : {}),
  }));
  return { ...terms, components, prorate: dice.rarely(3) ? dice.some(PRORATE, 0) : terms.prorate };
}

/** With no target of its own a component has its share of the year's, where the calendar knows years. */
function weighted(dice: Dice, components: readonly ComponentJson[], yearly: boolean): ComponentJson[] {
  const weights = [['100%'], ['60%', '40%'], ['50%', '30%', '20%']][components.length - 1]!;
  return components.map((one, index) => ({ ...one, ...(one.onlyFor === undefined ? {} : { onlyFor: { ...one.onlyFor, otherwise: dice.one('re-spread' as const, 'unpaid' as const) } }), weight: weights[index]!, target: yearly ? dice.one(null, one.target) : one.target }));
}
