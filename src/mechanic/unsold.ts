/** Whether a mechanic, as it stands in a plan, may pay where nothing was sold. */
import type { Applied } from './mechanic.ts';
import type { AppliedPayment } from './payment.ts';

/** Always, from a leave on, or not. */
export type Unsold = true | 'leave' | undefined;

export function unsoldOf({ mechanic, config }: Applied | AppliedPayment): Unsold {
  const unsold: Unsold | ((config: unknown) => boolean) = mechanic.unsold;
  return typeof unsold === 'function' ? unsold(config) || undefined : unsold;
}
