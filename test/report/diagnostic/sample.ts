/** One set of findings for all formats: a place with labels, a data problem with equals, a whole file, and nowhere. */
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.ts';
import { findingsOf, type Findings } from '../../../src/report/diagnostic/findings.ts';

const plan = { name: 'plans/ae.yaml', text: 'plan: ae\nrate: 5%\ntitle: Näme 🎉\nrate: 6%\n' };

export const problems: readonly Diagnostic[] = [
  {
    code: 'Y007', severity: 'error', message: 'the key "rate" stands twice in one map', at: { source: plan, start: 33, end: 37 }, pointer: '/rate', note: 'again here',
    labels: [{ at: { source: plan, start: 9, end: 13 }, text: 'first here' }], hint: 'remove one of the two, or give it another name',
  },
  ...[14, 15, 88].map((row): Diagnostic => ({
    code: 'D101', severity: 'error', message: `expected a number, found "${row},5"`, data: { file: 'data/sales.csv', line: row + 1, row, column: 5, header: 'amount', cell: `${row},5` },
    note: 'a decimal mark ,', found: `${row},5`, hint: 'declare:\ndecimal-mark: ","',
  })),
  { code: 'D102', severity: 'warning', message: 'the file has a header and no rows', data: { file: 'data/b c.csv' } },
  { code: 'Y001', severity: 'info', message: 'nothing to say' },
];

export function sample(most?: number): Findings {
  return findingsOf(problems, { files: ['plans/ok.yaml', 'plans/ae.yaml'], ignored: 1, ...(most !== undefined && { most }) });
}
