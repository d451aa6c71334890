/** The list of payment mechanics, by step. A new one is one file and one line here; within a step they act in the order a plan writes them. */
import { advance } from './advance.ts';
import { draw } from './draw.ts';
import { guarantee } from './guarantee.ts';
import { hold } from './hold.ts';
import { instalments } from './instalments.ts';
import { minimumPayment } from './minimum-payment.ts';
import { negative } from './negative.ts';
import type { AnyPayment } from './payment.ts';
import { paymentCap } from './payment-cap.ts';

export const PAYMENTS: readonly AnyPayment[] = [negative, draw, guarantee, advance, hold, instalments, paymentCap, minimumPayment];
