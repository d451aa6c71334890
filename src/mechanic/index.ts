/** The list of mechanics. Adding one is one file and one line here. Rules of one step act in this order. */
import { accelerate } from './accelerate.ts';
import { cap } from './cap.ts';
import { curve } from './curve.ts';
import { dealCap } from './deal-cap.ts';
import { dealMinimum } from './deal-minimum.ts';
import { floor } from './floor.ts';
import { gate } from './gate.ts';
import { matrix } from './matrix.ts';
import type { AnyMechanic } from './mechanic.ts';
import { multiplier } from './multiplier.ts';
import { perUnit } from './per-unit.ts';
import { rate } from './rate.ts';
import { steps } from './steps.ts';
import { threshold } from './threshold.ts';
import { tiers } from './tiers.ts';

export const MECHANICS: readonly AnyMechanic[] = [rate, perUnit, tiers, accelerate, curve, steps, matrix, gate, threshold, dealMinimum, dealCap, multiplier, floor, cap];
