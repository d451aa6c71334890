/** The formats of `paycurve test`. A new one is one file and one line here. */
import { jsonCases } from './json.ts';
import { junitCases } from './junit.ts';
import type { CaseAbout, CaseReport } from './report.ts';
import { textCases } from './text.ts';

export type { CaseAbout, CaseReport } from './report.ts';

export const CASE_FORMATS: ReadonlyMap<string, (report: CaseReport, about: CaseAbout) => string> = new Map([
  ['text', textCases],
  ['json', jsonCases],
  ['junit', junitCases],
]);
