/**
 * Shares without their percent sign: `share: 50` would credit everything fifty times, `cap: 50 of target` would never hold.
 * As with a rate, a share above one is written with `%`.
 */
import type { Problems, Span } from '../diagnostic/diagnostic.ts';
import { exactText } from '../value/display.ts';
import { HUNDRED, ONE, type Exact } from '../value/exact.ts';

export interface WrittenShare {
  readonly value: Exact;
  /** Written with a percent sign. */
  readonly percent: boolean;
  readonly text: string;
  readonly at: Span;
  readonly pointer?: string;
}

/** Whether the share can be meant; `what` names it: `the share of co_owner`. */
export function checkSign({ value, percent, text, at, pointer }: WrittenShare, what: string, problems: Problems): boolean {
  if (percent || !ONE.lessThan(value)) return true;
  const whole = `${exactText(value.times(HUNDRED))}%`;
  problems.error('P102', `${what} is ${text}, which is ${whole}; a share above one is written with %`, {
    at,
    ...(pointer === undefined ? {} : { pointer }),
    found: text,
    note: `did you mean ${text}%?`,
    suggestion: `${text}%`,
    hint: `write ${text}%, or ${whole} if ${text} times as much is meant`,
  });
  return false;
}
