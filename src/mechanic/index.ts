/** The list of mechanics: the formulas, what is made of them, and the rules. A new rule is one file and one line here. Rules of one step act in this order. */
import { bestOf } from './best-of.ts';
import { budget } from './budget.ts';
import { byEvent } from './by-event.ts';
import { cap } from './cap.ts';
import { categoryTiers } from './category-tiers.ts';
import { choose } from './choose.ts';
import { clawback } from './clawback.ts';
import { contest } from './contest.ts';
import { creditCap } from './credit-cap.ts';
import { dealCap } from './deal-cap.ts';
import { dealMinimum } from './deal-minimum.ts';
import { eachDeal } from './each-deal.ts';
import { earningShare } from './earning-share.ts';
import { floor } from './floor.ts';
import { FORMULAS } from './formulas.ts';
import { gate } from './gate.ts';
import type { AnyMechanic } from './mechanic.ts';
import { leavePay } from './leave-pay.ts';
import { milestone } from './milestone.ts';
import { multiplier } from './multiplier.ts';
import { objectives } from './objectives.ts';
import { pool } from './pool.ts';
import { rateMatch } from './rate-match.ts';
import { rateTable } from './rate-table.ts';
import { shareOut } from './share-out.ts';
import { sharedCap } from './shared-cap.ts';
import { sharedDealCap } from './shared-deal-cap.ts';
import { streak } from './streak.ts';
import { threshold } from './threshold.ts';

// what each deal pays is shared before all of its payees, or all of a budget, are held to a limit; the excess of a credit cap comes on top
export const MECHANICS: readonly AnyMechanic[] = [...FORMULAS, bestOf, choose, eachDeal, rateTable, rateMatch, categoryTiers, milestone, streak, objectives, pool, contest, gate, threshold, dealMinimum, dealCap, earningShare, sharedDealCap, budget, creditCap, shareOut, multiplier, leavePay, floor, cap, sharedCap, clawback, byEvent];
