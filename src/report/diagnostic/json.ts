/** One JSON document for scripts. Fields are added in minor versions and never change otherwise (cli-conventions §12). */
import { recordOf } from '../../diagnostic/record.ts';
import { escapeUnseen } from '../../diagnostic/visible.ts';
import type { Findings, FormatOptions } from './findings.ts';

export const FORMAT_VERSION = '1.1';

/** The document, with characters that a terminal would act on written as escapes: the values are exact. */
export function jsonReport(findings: Findings, options: FormatOptions): string {
  const { counts, files, shown, total, data } = findings;
  return jsonText({
    format_version: FORMAT_VERSION,
    kind: 'validate',
    tool: { name: 'paycurve', ...(options.version !== undefined && { version: options.version }) },
    files,
    results: findings.diagnostics.map((problem) => recordOf(problem, options.helpUrl)),
    summary: { files: files.length, errors: counts.error, warnings: counts.warning, infos: counts.info, ignored: counts.ignored, shown, total, ...(data === undefined ? {} : { data_files: data.length }) },
  });
}

/** JSON that is safe to look at: everything a terminal, an editor or a page could act on is escaped. */
export function jsonText(value: unknown): string {
  return `${escapeUnseen(JSON.stringify(value, undefined, 2))}\n`;
}
