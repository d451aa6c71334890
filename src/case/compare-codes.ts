/** Codes of errors and warnings against those expected. Errors that nobody expects fail a case; warnings only where it lists them. */
import { textOrder } from '../value/text-order.ts';
import type { Difference } from './compare.ts';
import type { Ran } from './run.ts';
import type { Case, ExpectedCodes } from './suite.ts';

export function codeDifferences(one: Case, ran: Ran): readonly Difference[] {
  const found = (severity: 'error' | 'warning'): readonly string[] => [...new Set(ran.problems.filter((problem) => problem.severity === severity).map((problem) => problem.code))].sort(textOrder);
  return [
    ...differing('problems', one.problems ?? { at: one.at, codes: [] }, found('error')),
    ...(one.warnings === undefined ? [] : differing('warnings', one.warnings, found('warning'))),
  ];
}

function differing(what: string, expected: ExpectedCodes, found: readonly string[]): readonly Difference[] {
  const [wanted, given] = [expected.codes.join(', '), found.join(', ')];
  return wanted === given ? [] : [{ at: expected.at, what, kind: what, expected: wanted === '' ? 'none' : wanted, found: given === '' ? 'none' : given }];
}
