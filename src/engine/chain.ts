/**
 * The mechanics of a component on a result, in the order of operations: gates and thresholds, the formula, each deal,
 * multipliers, minimum and cap. Rule: mechanics.md §0, steps 6–10.
 */
import type { Applied, Outcome } from '../mechanic/mechanic.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import { changeDeals, dealsOf, payDeals, type OrderedDeal, type PaidDeal } from './deal.ts';
import type { ComponentEnv } from './environment.ts';
import { ComponentGiven } from './given.ts';
import type { Moment } from './moment.ts';
import type { Prepared } from './prepared.ts';

/** A mechanic's outcome with the amounts before and after, as the explanation shows it. */
export interface Acted {
  readonly applied: Applied;
  readonly outcome: Outcome;
  readonly before: Exact;
  readonly after: Exact;
  readonly deals: readonly PaidDeal[] | undefined;
}

export interface Chained {
  readonly acted: readonly Acted[];
  /** Why it ended before the last mechanic. */
  readonly ends: string | undefined;
  readonly untold: boolean;
  /** Before rounding and true-up. What cannot be told now leaves what was earned before. */
  readonly amount: Exact;
}

/** `deals`: those it pays on, where they are not all of the measure. */
export function chainOn(prepared: Prepared, moment: Moment, env: ComponentEnv, base: Exact, before: Exact, deals?: readonly OrderedDeal[]): Chained {
  const settled = decided(prepared, moment, env);
  if (settled !== undefined) return { acted: [settled], ends: settled.outcome.ends, untold: false, amount: settled.after };
  const { component, measure } = prepared;
  const given = new ComponentGiven(moment, component, component.name, moment.version.plan.measures[measure]!.type, base, env);
  const acted = chain(prepared, given, () => deals ?? dealsOf(prepared, moment, env));
  const { ends, untold: unknown } = acted[acted.length - 1]!.outcome;
  const untold = unknown === true && !base.isZero();
  return { acted, ends, untold, amount: untold ? before : given.amount };
}

/** What earlier periods of the window settle: no rule of the component is asked then, nor need its measure have a value. */
export function decided({ component: { formula, name, on }, component }: Prepared, moment: Moment, env: ComponentEnv): Acted | undefined {
  const { mechanic, config } = formula;
  if (mechanic.decided === undefined) return undefined;
  const outcome = mechanic.decided(config, new ComponentGiven(moment, component, name, moment.book.measureNamed(on).type, ZERO, env));
  return outcome === undefined ? undefined : { applied: formula, outcome, before: ZERO, after: outcome.amount ?? ZERO, deals: undefined };
}

/** Runs the mechanics, as far as one of them ends the chain. */
function chain(prepared: Prepared, given: ComponentGiven, sold: () => readonly OrderedDeal[]): readonly Acted[] {
  const acted = new Array<Acted>(prepared.chain.length);
  const { formula } = prepared.component;
  let deals: readonly PaidDeal[] | undefined;
  for (let i = 0; i < acted.length; i++) {
    const applied = prepared.chain[i]!;
    const before = given.amount;
    const paid =
      prepared.dealOrder === undefined ? undefined
      : applied === formula ? payDeals(prepared, given, sold)
      : deals !== undefined && applied.mechanic.eachDeal !== undefined ? changeDeals(prepared, applied, given, deals, applied === prepared.dealRules.at(-1))
      : undefined;
    deals = paid?.deals ?? deals;
    const outcome: Outcome = paid?.outcome ?? applied.mechanic.calculate(applied.config, given);
    if (outcome.amount !== undefined) given.amount = outcome.amount;
    if (outcome.from !== undefined) given.from = outcome.from;
    acted[i] = { applied, outcome, before, after: given.amount, deals: paid?.deals };
    if (outcome.ends !== undefined) acted.length = i + 1;
  }
  return acted;
}
