/** The front door for programs: texts and data in, payouts out. Nothing here opens a file; the caller brings inputs as bytes. */
export { compute, type Computed, type ComputeJob } from './engine/compute.ts';
export { Problems, type Diagnostic, type Severity, type Source, type Span } from './diagnostic/diagnostic.ts';
export type { Input } from './data/contract.ts';
export { earnedAt, type AdjustmentResult, type ComponentResult, type NoCurve, type PayCurve, type Payout, type SourceTally, type Step } from './engine/index.ts';
export { checkPlan, checkPlans, checkWorkspace } from './plan/index.ts';
export type { Plan, Workspace } from './plan/model.ts';
export { RUN_FORMATS, type RunAbout, type RunEnd, type RunReport } from './report/run/index.ts';
export { exactText, fixedText } from './value/display.ts';
export { Exact } from './value/exact.ts';
export { cliffs, falls, isContinuous, isMonotone, kinks, placesOf, type Falls, type Kink } from './value/kink.ts';
export { Piecewise, type Piece } from './value/piecewise.ts';
export { ScaledCurve } from './value/scaled-curve.ts';
export { dayText } from './value/day.ts';
export { version } from './version.ts';
