/** The list of report formats of a run. A new format is one file and one line here. */
import { runCsv } from './csv.ts';
import { runJson } from './json.ts';
import { runMarkdown } from './markdown.ts';
import type { RunAbout, RunReport } from './report.ts';
import { runTable } from './table.ts';

export const RUN_FORMATS: ReadonlyMap<string, (about: RunAbout) => RunReport> = new Map([
  ['table', runTable],
  ['csv', runCsv],
  ['json', runJson],
  ['markdown', runMarkdown],
]);

export { componentsCsv, payoutsCsv } from './csv.ts';
export type { RunAbout, RunEnd, RunReport } from './report.ts';
