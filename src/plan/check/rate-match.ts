/** A rate match needs a component, of any plan, of which single deals have a rate. */
import type { Component, Measure, Plan } from '../model.ts';
import { didYouMean } from '../../diagnostic/suggest.ts';
import { quoted } from '../shape-words.ts';
import { measureNamed } from './asks.ts';
import type { SetCheck } from './check.ts';

export const checkRateMatch: SetCheck = (plans, _workspace, problems) => {
  const all = plans.flatMap((plan) => plan.components.map((component) => ({ plan, component })));
  const names = [...new Set(all.map(({ component }) => component.name))];
  for (const { plan, component } of all) {
    const { formula, name } = component;
    const of = formula.mechanic.matches?.(formula.config);
    if (of === undefined) continue;
    const say = (message: string, hint: string, rest = {}): void => problems.error('P178', message, { at: formula.at, hint, ...rest });
    const own = measureNamed(plan, component.on);
    const others = all.filter((other) => other.component.name === of);
    const near = didYouMean(of, names);
    // a component that could not be read may be the one
    if (others.length === 0 && problems.all.some(({ severity }) => severity === 'error')) continue;
    if (others.length === 0) say(`component ${name} pays at the rate of ${quoted(of)}, and no plan has such a component`, `components are ${names.slice(0, 20).join(', ')}`, { found: of, ...(near === undefined ? {} : { note: near }) });
    else if (own?.windowWritten === true && own.window.kind !== 'period') say(`${own.name} looks at other days than the period, and each deal is matched in its own`, `leave the window of ${own.name} out`);
    else for (const other of others) {
      const why = unfit(other.plan, other.component, measureNamed(other.plan, other.component.on));
      if (why !== undefined) say(`component ${name} pays at the rate of ${of}, but ${why}`, 'name a component that pays deal by deal on money: rate, tiers, rate-table', { labels: [{ at: other.component.formula.at, text: 'whose rate it is' }] });
    }
  }
};

function unfit(plan: Plan, { formula, on }: Component, measure: Measure | undefined): string | undefined {
  if (formula.mechanic.matches !== undefined) return `that is a ${formula.mechanic.key} itself`;
  if (formula.mechanic.deals === undefined) return `${formula.mechanic.key} does not pay deal by deal`;
  if (measure !== undefined && (measure.kind !== 'sum' || measure.type !== 'money' || measure.across !== undefined)) return `${on} of ${plan.name} is no sum of money of each payee`;
  return undefined;
}
