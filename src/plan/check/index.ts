/** The checks of meaning. A new check is one file and one line here. */
import type { PlanCheck, SetCheck } from './check.ts';
import { checkAccumulation } from './accumulation.ts';
import { checkAccumulating } from './accumulating.ts';
import { checkBalancesFrom } from './balances-from.ts';
import { checkByEvent } from './by-event.ts';
import { checkDeals } from './deals.ts';
import { checkFalls } from './falls.ts';
import { checkGroups, checkPayoutsNamed } from './groups.ts';
import { checkHeldDraw } from './held-draw.ts';
import { checkHiddenCap } from './hidden-cap.ts';
import { checkLeaves } from './leaves.ts';
import { checkNames } from './names.ts';
import { checkPaces } from './paces.ts';
import { checkPeopleCurrency } from './people-currency.ts';
import { checkPhasing } from './phasing.ts';
import { checkQuotas } from './quotas.ts';
import { checkRateMatch } from './rate-match.ts';
import { checkRates } from './rates.ts';
import { checkReturns } from './returns.ts';
import { checkScaled } from './scaled.ts';
import { checkTarget } from './target.ts';
import { checkUnused } from './unused.ts';
import { checkVersionCut } from './version-cut.ts';
import { checkVersions } from './versions.ts';
import { checkWeights } from './weights.ts';
import { checkWindows } from './windows.ts';

export const PLAN_CHECKS: readonly PlanCheck[] = [
  checkNames,
  checkWeights,
  checkTarget,
  checkQuotas,
  checkPhasing,
  checkWindows,
  checkAccumulation,
  checkAccumulating,
  checkDeals,
  checkReturns,
  checkByEvent,
  checkRates,
  checkPeopleCurrency,
  checkPaces,
  checkHeldDraw,
  checkLeaves,
  checkScaled,
  checkHiddenCap,
  checkFalls,
  checkGroups,
  checkUnused,
];

export const SET_CHECKS: readonly SetCheck[] = [checkVersions, checkVersionCut, checkPayoutsNamed, checkRateMatch, checkBalancesFrom];
