/** The engine room's front door. */
export { whyAbsent } from './notice/absence.ts';
export { Calculation, type CalculationOptions, type Facts, type PeriodSpan } from './calculation.ts';
export { conversionText, converted, type Conversion } from './conversion.ts';
export type { Added, Credit, ExcludedRow, Listener } from './listener.ts';
export { earnedAt, type NoCurve, type PayCurve } from './pay-curve.ts';
export { needsOthers } from './peers.ts';
export type { ClosedFacts } from './payment/facts.ts';
export { closedKey, type Balance, type ClosedPayment, type Payment, type PaymentLine, type PriorPeriodDifference } from './payment/result.ts';
export type { AdjustmentResult, ComponentResult, ExclusionTally, Payout, SourceTally, Step, StepKind } from './result.ts';
