/** The list of mechanics: the formulas, what is made of them, and the rules. A new rule is one file and one line here. Rules of one step act in this order. */
import { bestOf } from './best-of.ts';
import { byEvent } from './by-event.ts';
import { cap } from './cap.ts';
import { clawback } from './clawback.ts';
import { creditCap } from './credit-cap.ts';
import { dealCap } from './deal-cap.ts';
import { dealMinimum } from './deal-minimum.ts';
import { earningShare } from './earning-share.ts';
import { floor } from './floor.ts';
import { FORMULAS } from './formulas.ts';
import { gate } from './gate.ts';
import type { AnyMechanic } from './mechanic.ts';
import { multiplier } from './multiplier.ts';
import { rateTable } from './rate-table.ts';
import { threshold } from './threshold.ts';

export const MECHANICS: readonly AnyMechanic[] = [...FORMULAS, bestOf, rateTable, gate, threshold, dealMinimum, dealCap, earningShare, creditCap, multiplier, floor, cap, clawback, byEvent];
