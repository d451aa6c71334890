/** An open period that holds days of closed ones: the calendar was changed over them, and payment rules cannot go on from there. */
import { dayText } from '../../value/day.ts';
import type { ClosedEnd } from './result.ts';
import type { Stop } from './stop.ts';

/** `open`: whether something is held or owed. */
export function refuseOverlap({ moment: { cells, enrolment, period, version: { plan }, book } }: Stop, { through }: ClosedEnd, open: boolean): void {
  if ((cells[0]?.from ?? period.from) > through || (!open && plan.payments.length === 0)) return;
  book.facts.problems.error('R039', `${period.id} of ${enrolment.person} under plan ${plan.name} is open and begins before ${dayText(through + 1)}, and the days before that were closed in periods of another calendar`, {
    at: plan.at,
    hint: `keep the calendar for what is closed: let a version with the new one begin after ${dayText(through)}, with a first period of its own`,
  });
}
