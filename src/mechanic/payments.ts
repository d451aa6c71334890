/** The list of payment mechanics. A new one is one file and one line here; within a step they act in the order a plan writes them. */
import { draw } from './draw.ts';
import type { AnyPayment } from './payment.ts';

export const PAYMENTS: readonly AnyPayment[] = [draw];
