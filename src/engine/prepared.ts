/** A component with everything about it that is the same for all people and periods, worked out once for a version of a plan. */
import type { Applied } from '../mechanic/mechanic.ts';
import type { Component, Plan } from '../plan/model.ts';
import { asksForAttainment } from './need.ts';
import { rampRule, withoutAccelerators } from './ramp.ts';

export interface Prepared {
  readonly component: Component;
  /** The component as a list of one: whose targets its formulas mean by `target`. */
  readonly alone: readonly Component[];
  /** Index of the measure paid on. */
  readonly measure: number;
  readonly asksForAttainment: boolean;
  /** Its mechanics in the order they act: steps before the formula, the formula, the rest. */
  readonly chain: readonly Applied[];
  /** The columns that order its deals ([] for date and id); undefined when it does not pay deal by deal. */
  readonly dealOrder: readonly string[] | undefined;
  /** The same for somebody whose ramp has accelerators off. */
  readonly calm?: Prepared;
  /** Columns that its deals are kept with. */
  readonly dealColumns: readonly string[];
  /** The rules that change what each deal is paid, in the order they act. */
  readonly dealRules: readonly Applied[];
  /** The rule on returns, which acts when the line is known: it stands in no chain. */
  readonly returns: Applied | undefined;
  /** The rule on how much of a deal counts. */
  readonly creditCap: Applied | undefined;
  /** The rule by which sales are earned in parts; it too acts when the line is known. */
  readonly byEvent: Applied | undefined;
  /** Others are paid at the rates that its deals earn. */
  readonly matched: boolean;
}

export function prepare(component: Component, measure: number, plan: Pick<Plan, 'ramp' | 'rampAt'>, matched: boolean): Prepared {
  const prepared = preparedAs(component, measure, rampRule(plan.ramp, plan.rampAt ?? component.at, component), matched);
  const calm = plan.ramp?.some((step) => !step.accelerators) === true ? withoutAccelerators(component) : undefined;
  return calm === undefined ? prepared : { ...prepared, calm: preparedAs(calm, measure, rampRule(plan.ramp, plan.rampAt ?? component.at, calm), matched) };
}

export function preparedAs(component: Component, measure: number, ramp: readonly Applied[], matched: boolean): Prepared {
  const inChain = component.rules.filter(({ mechanic }) => mechanic.returns === undefined && mechanic.byEvent === undefined);
  const rules = (from: number, below: number): readonly Applied[] => inChain.filter((rule) => stepOf(rule) >= from && stepOf(rule) < below);
  return {
    component,
    alone: [component],
    measure,
    asksForAttainment: asksForAttainment(component),
    chain: [...rules(-Infinity, FORMULA_STEP), component.formula, ...rules(FORMULA_STEP, MULTIPLIER_STEP), ...ramp, ...rules(MULTIPLIER_STEP, Infinity)],
    dealOrder: dealOrderOf(component, matched),
    dealColumns: [...(dealOrderOf(component, matched) ?? []), ...(component.formula.mechanic.deals?.columns?.(component.formula.config) ?? []), ...component.rules.flatMap(({ mechanic, config }) => mechanic.eachDeal?.columns(config) ?? mechanic.returns?.columns(config) ?? mechanic.creditColumns?.(config) ?? [])],
    dealRules: component.rules.filter((rule) => rule.mechanic.eachDeal !== undefined),
    returns: component.rules.find((rule) => rule.mechanic.returns !== undefined),
    creditCap: component.rules.find((rule) => rule.mechanic.creditLimit !== undefined),
    byEvent: component.rules.find((rule) => rule.mechanic.byEvent !== undefined),
    matched,
  };
}

const FORMULA_STEP = 7;
const MULTIPLIER_STEP = 9;

function stepOf(applied: Applied): number {
  return applied.mechanic.stepOf?.(applied.config) ?? applied.mechanic.step;
}

function dealOrderOf(component: Component, matched: boolean): readonly string[] | undefined {
  const { mechanic, config } = component.formula;
  const always = mechanic.deals?.always(config);
  if (always !== undefined) return always.order;
  const byDeal = matched || component.rounding.at === 'transaction' || component.rules.some(({ mechanic, config }) => mechanic.eachDeal !== undefined || mechanic.byEvent !== undefined || mechanic.returns?.rules(config).rate === 'original');
  return mechanic.deals !== undefined && byDeal ? [] : undefined;
}
