/** The list of report formats of a run. A new format is one file, one line here and its name in `names.ts`. */
import { runCsv } from './csv.ts';
import { runJson } from './json.ts';
import { runMarkdown } from './markdown.ts';
import type { RunFormatName } from './names.ts';
import type { RunAbout, RunReport } from './report.ts';
import { runTable } from './table.ts';

const FORMATS: { readonly [name in RunFormatName]: (about: RunAbout) => RunReport } = { table: runTable, csv: runCsv, json: runJson, markdown: runMarkdown };

export const RUN_FORMATS: ReadonlyMap<string, (about: RunAbout) => RunReport> = new Map(Object.entries(FORMATS));

export { balancesCsv } from './balances-csv.ts';
export { employerCostsCsv } from './employer-costs-csv.ts';
export { componentsCsv, payoutsCsv } from './csv.ts';
export type { RunAbout, RunEnd, RunReport } from './report.ts';
