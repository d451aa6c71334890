/** What a plan asks for besides its measures: targets and quotas, each with who asks and where. */
import type { Span } from '../../diagnostic/diagnostic.ts';
import type { Applied, PeriodFormula } from '../../mechanic/mechanic.ts';
import type { Component, Measure, Plan } from '../model.ts';

export interface Ask {
  /** The component, or undefined for a rule under `adjust`. */
  readonly component: Component | undefined;
  readonly at: Span;
}

export interface QuotaAsk extends Ask {
  readonly measure: string;
  /** `attainment of revenue`, `icr`: the words of the plan. */
  readonly words: string;
}

interface Use extends Ask {
  /** Undefined for a payment rule, which needs nothing besides the names in its formulas. */
  readonly applied: Applied | undefined;
  readonly formulas: readonly PeriodFormula[];
}

/** Every mechanic of the plan with its formulas. */
function uses(plan: Plan): readonly Use[] {
  const use = (component: Component | undefined, applied: Applied): Use => ({ component, applied, at: applied.at, formulas: applied.mechanic.formulas(applied.config) });
  return [...plan.components.flatMap((component) => [component.formula, ...component.rules].map((applied) => use(component, applied))), ...plan.adjust.map((applied) => use(undefined, applied)), ...plan.payments.map(({ mechanic, config, at }): Use => ({ component: undefined, applied: undefined, at, formulas: mechanic.formulas(config) }))];
}

/** Every place that needs a target incentive. */
export function targetsAsked(plan: Plan): readonly Ask[] {
  return uses(plan).flatMap(({ component, at, applied, formulas }): Ask[] => {
    const direct = formulas.filter((formula) => formula.refs.some((ref) => ref.form === undefined && isOwn(plan, ref.name) && (ref.name === 'target' || ref.name === 'icr')));
    const needed = component !== undefined && applied?.mechanic.needs?.(applied.config).target === true;
    return direct.length > 0 ? direct.map((formula) => ({ component, at: formula.at })) : needed ? [{ component, at }] : [];
  });
}

/** Every place that needs the quota of a measure. */
export function quotasAsked(plan: Plan): readonly QuotaAsk[] {
  return uses(plan).flatMap(({ component, at, applied, formulas }): QuotaAsk[] => {
    const direct = formulas.flatMap((formula) =>
      formula.refs.flatMap((ref): QuotaAsk[] => {
        if (ref.form === 'attainment' || ref.form === 'quota') return [{ component, at: formula.at, measure: ref.name, words: `${ref.form} of ${ref.name}` }];
        const icr = ref.form === undefined && ref.name === 'icr' && component !== undefined;
        return icr ? [{ component, at: formula.at, measure: component.on, words: 'icr, which is target ÷ quota' }] : [];
      }),
    );
    const needed = component !== undefined && applied?.mechanic.needs?.(applied.config).attainment === true;
    return needed && !direct.some((ask) => ask.measure === component.on) ? [...direct, { component, at, measure: component.on, words: `${applied!.mechanic.key} by attainment of ${component.on}` }] : direct;
  });
}

/** `icr` and `target` are the component's own; no measure can be called so. */
function isOwn(plan: Plan, name: string): boolean {
  return !plan.measures.some((measure) => measure.name === name);
}

/** Measures that anything paid depends on. */
export function measuresUsed(plan: Plan): ReadonlySet<string> {
  const names = new Set<string>(plan.components.map((component) => component.on));
  for (const { rules } of plan.components) for (const { mechanic, config } of rules) for (const { measure } of mechanic.byEvent?.events(config) ?? []) names.add(measure);
  for (const { formulas } of uses(plan)) for (const formula of formulas) for (const ref of formula.refs) if (ref.form !== 'payout') names.add(ref.name);
  for (const measure of plan.measures)
    if (measure.ratio !== undefined && names.has(measure.name)) {
      names.add(measure.ratio.over);
      names.add(measure.ratio.under);
    }
  return names;
}

export function measureNamed(plan: Plan, name: string): Measure | undefined {
  return plan.measures.find((measure) => measure.name === name);
}
