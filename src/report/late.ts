/** Where a late row counts and why, in words. */
import type { Late } from '../data/contract.ts';
import { dayText } from '../value/day.ts';

export function lateText({ countsOn, period, why }: Late): string {
  return `counts on ${dayText(countsOn)}, in ${period}: ${why}`;
}
