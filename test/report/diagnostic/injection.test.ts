/** T22 for problems: whatever stands in a plan, a data file or a file name is shown, never executed. Rule: traps.md §11. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.ts';
import { findingsOf, type Findings } from '../../../src/report/diagnostic/findings.ts';
import { diagnosticFormats } from '../../../src/report/diagnostic/index.ts';

const ATTACKS = [
  '\u001b[31mred\u001b[0m', '\u001b]52;c;cm0gLXJm\u0007', '\u009b2J', 'a\bb', 'over\rwritten', '\u202egnp.exe', 'zero\u200bwidth', '\ufeff', '\u0000', '\ud800', '\uffff', '\u0085', '\u2028',
  '\n::error file=x::owned', '::set-output name=x::y', '%0A::warning::y', '%', 'a,b:c', ']]>', '<script>alert(1)</script>', '</failure></testcase>', '&lt;b&gt;', '" onload="x', "' x='",
  '| cell | cell', '`code`', '``` fence', '@team', '#123', 'https://example.org', 'www.example.org', '[a](https://example.org)', '![i](x)', '<!-- c -->', '</details>', '**bold** _it_ ~~s~~', '$x$', '\\', '\n\n# Head', '=1+1', '\n- item',
];

const attack = fc.array(fc.constantFrom('name', ...ATTACKS), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
const problem = fc.record({ words: attack, file: attack, cell: attack, hint: attack, note: attack, inData: fc.boolean() }).map(
  ({ words, file, cell, hint, note, inData }): Diagnostic =>
    inData
      ? { code: 'D101', severity: 'error', message: `found ${words}`, data: { file, line: 3, row: 2, column: 1, header: words, cell }, hint, note, found: cell }
      : { code: 'Y007', severity: 'warning', message: `found ${words}`, at: { source: { name: file, text: `${cell}x: ${words}` }, start: cell.length, end: cell.length + 1 }, labels: [{ at: { source: { name: cell, text: words }, start: 0, end: 1 }, text: note }], hint, note, pointer: words },
);
const findings = fc.array(problem, { minLength: 1, maxLength: 4 }).map((problems) => findingsOf(problems, { files: problems.map((one) => one.at?.source.name ?? one.data!.file) }));

const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]|\p{Cs}/u;

function law(name: string, check: (text: string, findings: Findings) => void): void {
  const { format } = diagnosticFormats.find((one) => one.name === name)!;
  for (const redact of [true, false])
    test(`law: ${name} shows data and obeys none of it${redact ? '' : ' (with cells)'}`, () => {
      fc.assert(
        fc.property(findings, (found) => {
          const text = format(found, { redact, version: '1.0.0' });
          expect(text).not.toMatch(CONTROLS);
          check(text, found);
        }),
        { numRuns: 400 },
      );
    });
}

law('text', (text, found) => {
  // A line begins with a place, a frame, a note or the continuation of a note; never with data.
  expect(text.split('\n\n')).toHaveLength(found.diagnostics.length + 1);
  for (const line of text.split('\n').slice(0, -2)) expect(line).toMatch(/^($|.*(error|warning)\[[YD]\d{3}\]: | += (at|also|help|more): | {10,}| *\d* \|| +--> )/);
});

law('concise', (text, found) => {
  expect(text.trimEnd().split('\n')).toHaveLength(found.diagnostics.length);
});

law('json', (text, found) => {
  const document = JSON.parse(text) as { results: { message: string }[] };
  expect(document.results.map((result) => result.message)).toEqual(found.diagnostics.map((one) => one.message));
});

law('sarif', (text) => {
  const document = JSON.parse(text) as { runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[] };
  for (const result of document.runs[0]!.results) expect(result.locations[0]!.physicalLocation.artifactLocation.uri).toMatch(/^[A-Za-z0-9\-_.!~*'()%/]+$/);
});

law('github', (text, found) => {
  const lines = text.trimEnd().split('\n');
  expect(lines).toHaveLength(found.diagnostics.length);
  for (const line of lines) expect(line).toMatch(/^::(error|warning) file=[^:,]*,line=\d+(,endLine=\d+,col=\d+,endColumn=\d+)?,title=[^:,]*::/);
});

law('junit', (text) => {
  // Well-formed: a declaration, then only our own elements with quoted attributes, text without < and bare &.
  const tag = /<\/?(testsuites|testsuite|testcase|failure|system-out|skipped)( [a-z]+="(?:[^"<&]|&(?:amp|lt|gt|quot|apos);)*")*\/?>/g;
  const rest = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '').replace(tag, '');
  expect(rest).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|apos);)/);
  for (const name of ['testsuites', 'testsuite', 'testcase', 'failure', 'system-out']) {
    const opened = (text.match(new RegExp(`<${name}[ >]`, 'g')) ?? []).length - (text.match(new RegExp(`<${name}[^>]*/>`, 'g')) ?? []).length;
    expect((text.match(new RegExp(`</${name}>`, 'g')) ?? []).length).toBe(opened);
  }
});

law('markdown', (text, found) => {
  const lines = text.split('\n');
  const table = lines.filter((line) => line.startsWith('|'));
  expect(table).toHaveLength(found.diagnostics.length + 2);
  for (const row of table) expect(row.split(/(?<!\\)\|/)).toHaveLength(6);
  // Outside code spans nothing of data is markup, a link, a mention or an element.
  const prose = text.replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '').replace(/<br>|<\/?details>|<\/?summary>|^<!-- paycurve:validate -->$/gm, '');
  expect(prose).not.toMatch(/<|`|@[A-Za-z]|(?<!&)#\d|:\/\/|www\.[a-z]|\]\(|!\[/);
  expect(lines.filter((line) => !line.startsWith('|')).join('\n')).toMatch(/^<!-- paycurve:validate -->\n\*\*paycurve: [^\n]*\*\* in \d+ files?\n\n<details>\n<summary>\d+ problems?<\/summary>\n\n\n<\/details>\n$/);
});
