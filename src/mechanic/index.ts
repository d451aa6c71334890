/** The list of mechanics: the formulas, what is made of them, and the rules. A new rule is one file and one line here. Rules of one step act in this order. */
import { bestOf } from './best-of.ts';
import { cap } from './cap.ts';
import { categoryTiers } from './category-tiers.ts';
import { choose } from './choose.ts';
import { dealCap } from './deal-cap.ts';
import { dealMinimum } from './deal-minimum.ts';
import { eachDeal } from './each-deal.ts';
import { floor } from './floor.ts';
import { FORMULAS } from './formulas.ts';
import { gate } from './gate.ts';
import type { AnyMechanic } from './mechanic.ts';
import { leavePay } from './leave-pay.ts';
import { milestone } from './milestone.ts';
import { multiplier } from './multiplier.ts';
import { objectives } from './objectives.ts';
import { rateTable } from './rate-table.ts';
import { streak } from './streak.ts';
import { threshold } from './threshold.ts';

export const MECHANICS: readonly AnyMechanic[] = [...FORMULAS, bestOf, choose, eachDeal, rateTable, categoryTiers, milestone, streak, objectives, gate, threshold, dealMinimum, dealCap, multiplier, leavePay, floor, cap];
