/** The formulas a component can pay by, in the order in which they are listed. A new one is one line here; rules stand in `index.ts`. */
import { accelerate } from './accelerate.ts';
import { amount } from './amount.ts';
import { curve } from './curve.ts';
import { matrix } from './matrix.ts';
import type { AnyMechanic } from './mechanic.ts';
import { perUnit } from './per-unit.ts';
import { ratePlusFixed } from './rate-plus-fixed.ts';
import { rate } from './rate.ts';
import { risingRate } from './rising-rate.ts';
import { steps } from './steps.ts';
import { tiers } from './tiers.ts';

export const FORMULAS: readonly AnyMechanic[] = [rate, perUnit, ratePlusFixed, tiers, accelerate, risingRate, curve, steps, matrix, amount];
