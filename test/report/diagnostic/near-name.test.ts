/** `did you mean from?` stood only in text and markdown; whoever reads a CI log or a scan had to guess. */
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.ts';
import { diagnosticFormats } from '../../../src/report/diagnostic/index.ts';
import { findingsOf } from '../../../src/report/diagnostic/findings.ts';

const source = { name: 'plans/ae.yaml', text: 'credits: { own: { fron: sales } }\n' };
const near: Diagnostic = { code: 'P001', severity: 'error', message: 'credit rule own has no field "fron"', at: { source, start: 18, end: 22 }, note: 'did you mean from?', suggestion: 'from', hint: 'its fields are from, to' };
const other: Diagnostic = { ...near, note: 'the first', suggestion: undefined as never };

test.each(diagnosticFormats.map((one) => [one.name, one.format] as const))('%s tells the near name', (name, format) => {
  expect(format(findingsOf([near], { files: [source.name] }), {})).toContain('did you mean from?');
  if (name === 'concise') {
    expect(format(findingsOf([near], { files: [] }), {})).toBe('plans/ae.yaml:1:19: error[P001]: credit rule own has no field "fron"; did you mean from?\n');
    expect(format(findingsOf([other], { files: [] }), {})).toBe('plans/ae.yaml:1:19: error[P001]: credit rule own has no field "fron"\n');
  }
});

test('the near name of a cell of data stays out of the formats that are shared', () => {
  const cell: Diagnostic = { code: 'D210', severity: 'error', message: 'there is no payee "E1O1"', data: { file: 's.csv', line: 2, row: 1, cell: 'E1O1' }, note: 'did you mean E101?', suggestion: 'E101' };
  for (const { name, format } of diagnosticFormats) if (['junit', 'sarif', 'github', 'markdown'].includes(name)) expect(format(findingsOf([cell], { files: [] }), {}), name).not.toMatch(/E1[O0]1/);
});
