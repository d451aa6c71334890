/** One line for each problem, `file:line:col: severity[CODE]: message`, for editors and grep; nothing else. A promise (cli-conventions §12). */
import { visible } from '../../diagnostic/visible.ts';
import type { Findings } from './findings.ts';
import { jumpWords, nearWords, otherRows } from './words.ts';

/** The lines; an empty text when there is nothing to say. */
export function conciseReport(findings: Findings): string {
  return findings.diagnostics
    .map((problem) => {
      const also = otherRows(problem);
      const near = nearWords(problem);
      return `${jumpWords(problem) ?? 'paycurve'}: ${problem.severity}[${problem.code}]: ${visible(problem.message)}${near === undefined ? '' : `; ${visible(near)}`}${also === undefined ? '' : ` (also ${also})`}\n`;
    })
    .join('');
}
