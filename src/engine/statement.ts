/** A payout as it is handed out: its results with their reasons and, where somebody asks, its steps. */
import type { Worked } from './component.ts';
import { ZERO } from '../value/exact.ts';
import type { EmployerCosts } from './employer-cost.ts';
import { explainPayout } from './explanation.ts';
import type { Moment } from './moment.ts';
import type { WorkedPayout } from './payout.ts';
import type { AdjustmentResult, ComponentResult, Payout } from './result.ts';
import { ROUNDED, zeroPayoutReason } from './notice/zero-payout.ts';

export function statementOf(worked: WorkedPayout, moment: Moment, steps: boolean, costs?: EmployerCosts): Payout {
  const { version, cells } = moment;
  const { plan } = version;
  const zero = !worked.total.isZero() ? undefined : cells.length === 0 ? ABSENT : zeroPayoutReason(worked, moment.words);
  const payout: Omit<Payout, 'step'> = {
    payee: moment.enrolment.person,
    plan,
    period: moment.period,
    from: cells[0]?.from ?? moment.period.from,
    to: cells.at(-1)?.to ?? moment.period.to,
    currency: plan.currency,
    components: worked.components.map((one) => resultOf(one, moment)),
    adjustments: worked.adjusted.length === 0 ? NONE : adjustmentsOf(worked, steps),
    total: worked.total,
    credited: cells.length === 0 ? ZERO : version.credited.over(cells)!,
    ...(worked.payment === undefined ? {} : { payment: worked.payment }),
    paid: worked.paid,
    ...(zero === undefined ? {} : { zero }),
    ...(worked.vacant ? { vacant: true as const } : {}),
    ...(costs === undefined || plan.employerCosts.length === 0 ? {} : { employerCosts: costs.of(worked, moment) }),
  };
  if (!steps) return payout;
  const step = explainPayout(payout, worked, moment.book, moment);
  const components = payout.components.map((one, i) => ({ ...one, step: step.parts[i]! }));
  return { ...payout, components, step };
}

/** Why nothing is earned in a period in which only balances move. */
const ABSENT = 'not in the plan in this period';

function resultOf({ component, prepared, base, quota, attainment, shown, zero, curve }: Worked, moment: Moment): ComponentResult {
  return {
    component: component.name,
    title: component.title,
    pays: component.pays,
    on: component.on,
    base,
    baseType: moment.version.plan.measures[prepared.measure]!.type,
    quota,
    attainment,
    earned: shown,
    zero: shown.isZero() ? (zero ?? ROUNDED) : undefined,
    ...(curve === undefined ? {} : { curve }),
  };
}

const NONE: readonly AdjustmentResult[] = [];

/** A rule that changed nothing is told only among the steps. */
function adjustmentsOf({ adjusted }: WorkedPayout, steps: boolean): AdjustmentResult[] {
  return adjusted.filter((one) => steps || !one.change.isZero()).map((one) => ({ name: one.applied.mechanic.key, change: one.change, text: one.outcome.text() }));
}
