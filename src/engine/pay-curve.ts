/**
 * What a component pays one person for one period, for any result of its measure: read off the very calculation that pays
 * them, with everything else as it is. The run, the drawing, the proof and the simulation have one source. Rule: calculation
 * contract §11.
 */
import type { Known } from '../mechanic/mechanic.ts';
import type { Exact } from '../value/exact.ts';
import { readOff, type Piecewise } from '../value/piecewise.ts';
import { roundTo, type Rounding } from '../value/rounding.ts';
import { chainOn } from './chain.ts';
import type { ComponentEnv } from './environment.ts';
import type { Moment } from './moment.ts';
import type { Prepared } from './prepared.ts';

export interface PayCurve {
  readonly none?: undefined;
  /** Over its window, before rounding. */
  readonly amount: Piecewise;
  /** Undefined: rounded with the payout. */
  readonly rounding: Rounding | undefined;
  /** Earned in earlier periods of the window: deducted after rounding. */
  readonly before: Exact;
}

/** Why there is none: deals one by one, something that is not known, a calculation that bends. */
export interface NoCurve {
  readonly none: string;
}

/** `untold`: why the component could not be worked out for the actual result, where it could not. */
export function payCurve(prepared: Prepared, moment: Moment, env: ComponentEnv, { value: actual, none }: Known, before: Exact, untold: string | undefined): PayCurve | NoCurve {
  if (actual === undefined) return { none };
  const { rounding, on } = prepared.component;
  const why = whyNone(prepared) ?? untold;
  if (why !== undefined) return { none: why };
  const amount = readOff((base) => chainOn(prepared, moment, env.suppose({ on, base }), base, before).amount);
  return 'none' in amount ? amount : { amount, rounding: rounding.at === 'payout' ? undefined : rounding, before };
}

/** What the component earns in the period when its measure comes to `result`. */
export function earnedAt({ amount, rounding, before }: PayCurve, result: Exact): Exact {
  const value = amount.at(result);
  return (rounding === undefined ? value : roundTo(value, rounding)).minus(before);
}

/** Deals that are paid one by one have no one result, and what others sold is not in this one. */
function whyNone({ chain, component, dealOrder, dealRules, returns, creditCap, byEvent }: Prepared): string | undefined {
  for (const { mechanic, config } of chain) {
    const why = mechanic.noCurve?.(config);
    if (why !== undefined) return why;
    if (mechanic.together !== undefined) return `the ${mechanic.key} depends on what others have`;
  }
  const rule = returns ?? creditCap ?? byEvent;
  if (rule !== undefined) return `the ${rule.mechanic.key} looks at each deal`;
  if (dealOrder === undefined) return undefined;
  const { mechanic, config } = component.formula;
  const always = mechanic.deals!.always(config);
  if (always !== undefined) return always.why ?? 'each deal is paid by itself';
  return dealRules.length > 0 ? `the ${dealRules[0]!.mechanic.key} changes what each deal is paid` : 'each transaction is rounded by itself';
}
