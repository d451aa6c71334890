import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.ts';
import { noPaint } from '../../../src/diagnostic/paint.ts';
import { conciseReport } from '../../../src/report/diagnostic/concise.ts';
import { findingsOf } from '../../../src/report/diagnostic/findings.ts';
import { githubReport } from '../../../src/report/diagnostic/github.ts';
import { diagnosticFormats } from '../../../src/report/diagnostic/index.ts';
import { jsonReport } from '../../../src/report/diagnostic/json.ts';
import { junitReport } from '../../../src/report/diagnostic/junit.ts';
import { markdownReport } from '../../../src/report/diagnostic/markdown.ts';
import { sarifReport } from '../../../src/report/diagnostic/sarif.ts';
import { problemWords, textReport } from '../../../src/report/diagnostic/text.ts';
import { paintFor } from '../../../src/report/paint.ts';
import { sample } from './sample.ts';

const clean = findingsOf([], { files: ['plans/ok.yaml'] });
const many = findingsOf(
  Array.from({ length: 30 }, (_, at): Diagnostic => ({ code: at % 2 === 0 ? 'Y007' : 'Y061', severity: at % 2 === 0 ? 'error' : 'warning', message: `number ${at}`, at: { source: { name: 'p.yaml', text: '\n'.repeat(40) }, start: at, end: at } })),
  { files: ['p.yaml'] },
);

describe('text, for people', () => {
  test('place, line, words, what to do, where to read more, and a sum', () => {
    expect(textReport(sample(), {})).toBe(`data/b c.csv: warning[D102]: the file has a header and no rows
   = more: paycurve explain D102

data/sales.csv:15: error[D101]: expected a number, found "14,5"
   |
15 | amount: 14,5
   |         ^^^^ row 14, column 5; a decimal mark ,
   = also: rows 15 and 88
   = help: declare:
           decimal-mark: ","
   = more: paycurve explain D101

plans/ae.yaml:4:1: error[Y007]: the key "rate" stands twice in one map
   |
 4 | rate: 6%
   | ^^^^ again here
   |
 2 | rate: 5%
   | ---- first here
   = help: remove one of the two, or give it another name
   = more: paycurve explain Y007

info[Y001]: nothing to say
   = more: paycurve explain Y001

2 files checked: 4 errors, 1 warning and 1 note, 1 ignored
`);
  });
  test('nothing found', () => expect(textReport(clean, {})).toBe('1 file checked: no problems\n'));
  test('when the list is cut, the true total stands at the end', () => {
    expect(textReport(sample(1), {}).split('\n').slice(-3)).toEqual(['2 files checked: 4 errors, 1 warning and 1 note, 1 ignored', '6 problems in all, 3 shown; --max-errors 6 shows every one', '']);
  });
  test('colours change nothing but colours', () => {
    const painted = textReport(sample(), { paint: paintFor(true) });
    expect(painted).toContain('\u001b[31merror[Y007]');
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(textReport(sample(), {}));
    expect(paintFor(false)).toBe(noPaint);
  });
  test('for the error stream of other commands there is no sum', async () => {
    const words = await problemWords(sample().diagnostics, { colour: false, width: 100 });
    expect(`${words}\n2 files checked: 4 errors, 1 warning and 1 note, 1 ignored\n`).toBe(textReport(sample(), {}));
    expect(await problemWords(sample().diagnostics, { colour: true })).toContain('\u001b[');
  });
});

test('concise: one line each, and nothing else', () => {
  expect(conciseReport(sample())).toBe(`data/b c.csv:1:1: warning[D102]: the file has a header and no rows
data/sales.csv:15:1: error[D101]: expected a number, found "14,5" (also rows 15 and 88)
plans/ae.yaml:4:1: error[Y007]: the key "rate" stands twice in one map
paycurve: info[Y001]: nothing to say
`);
  expect(conciseReport(clean)).toBe('');
});

describe('json, for scripts', () => {
  test('one versioned document that fits its published schema', () => {
    const schema = JSON.parse(readFileSync(new URL('../../../schema/validate.schema.json', import.meta.url), 'utf8')) as object;
    const validate = new Ajv({ allErrors: true, strict: true, strictTypes: false }).compile(schema);
    for (const findings of [sample(), clean, many, sample(1)]) {
      const text = jsonReport(findings, { version: '1.2.3' });
      expect(text.endsWith('}\n')).toBe(true);
      expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
    }
  });
  test('the sum counts folded problems in full', () => {
    const document = JSON.parse(jsonReport(sample(), { version: '1.2.3' })) as Record<string, unknown>;
    expect(Object.keys(document)).toEqual(['format_version', 'kind', 'tool', 'files', 'results', 'summary']);
    expect(document.tool).toEqual({ name: 'paycurve', version: '1.2.3' });
    expect(document.summary).toEqual({ files: 2, errors: 4, warnings: 1, infos: 1, ignored: 1, shown: 6, total: 6 });
  });
});

test('junit: a suite for each file, a case for each group; warnings do not fail; unread groups are skipped', () => {
  const unread = findingsOf([{ code: 'Y012', severity: 'error', message: 'the bracket [ is not closed', at: { source: { name: 'a.yaml', text: 'a: [' }, start: 3, end: 4 } }], { files: ['a.yaml', 'b.yaml'] });
  expect(junitReport(unread, {})).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="paycurve" tests="6" failures="1" errors="0" skipped="2">
  <testsuite name="a.yaml" tests="3" failures="1" errors="0" skipped="2">
    <testcase classname="a.yaml" name="YAML text">
      <failure type="Y012" message="the bracket [ is not closed">a.yaml:1:4: error[Y012]: the bracket [ is not closed</failure>
    </testcase>
    <testcase classname="a.yaml" name="plan">
      <skipped message="the file could not be read as YAML"/>
    </testcase>
    <testcase classname="a.yaml" name="formulas">
      <skipped message="the file could not be read as YAML"/>
    </testcase>
  </testsuite>
  <testsuite name="b.yaml" tests="3" failures="0" errors="0" skipped="0">
    <testcase classname="b.yaml" name="YAML text"/>
    <testcase classname="b.yaml" name="plan"/>
    <testcase classname="b.yaml" name="formulas"/>
  </testsuite>
</testsuites>
`);
  expect(junitReport(sample(), {})).toContain(`  <testsuite name="data/sales.csv" tests="1" failures="1" errors="0" skipped="0">
    <testcase classname="data/sales.csv" name="data">
      <failure type="D101" message="expected a number, found &quot;…&quot;">data/sales.csv:15:1: error[D101]: expected a number, found &quot;…&quot;
  also: rows 15 and 88
  help: declare:
decimal-mark: &quot;,&quot;</failure>
    </testcase>
  </testsuite>
`);
  expect(junitReport(sample(), {})).toContain('<system-out>data/b c.csv:1:1: warning[D102]: the file has a header and no rows</system-out>');
});

describe('sarif, for code scanning', () => {
  type Sarif = { version: string; runs: [{ columnKind: string; tool: { driver: { rules: { id: string; helpUri?: string }[] } }; results: { ruleId: string; ruleIndex: number; level: string; message: { text: string }; locations?: { physicalLocation: { artifactLocation: { uri: string; uriBaseId: string }; region?: object } }[]; relatedLocations?: object[]; partialFingerprints: Record<string, string> }[] }] };
  const read = (text: string): Sarif => JSON.parse(text) as Sarif;

  test('version, columns, relative addresses, rules by index', () => {
    const { version, runs } = read(sarifReport(sample(), { version: '1.2.3' }));
    const [run] = runs;
    expect([version, run.columnKind]).toEqual(['2.1.0', 'utf16CodeUnits']);
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex]!.id).toBe(result.ruleId);
    expect(run.results.map((result) => [result.level, result.locations?.[0]!.physicalLocation.artifactLocation.uri])).toEqual([['error', 'data/sales.csv'], ['error', 'plans/ae.yaml'], ['warning', 'data/b%20c.csv'], ['note', undefined]]);
    expect(run.results[1]!.locations![0]!.physicalLocation.region).toEqual({ startLine: 4, startColumn: 1, endLine: 4, endColumn: 5, charOffset: 33, charLength: 4 });
    expect(run.results[1]!.relatedLocations).toHaveLength(1);
    expect(run.tool.driver.rules.some((rule) => rule.helpUri !== undefined)).toBe(false);
    expect(read(sarifReport(sample(), { helpUrl: (code) => `https://example.org/${code}` })).runs[0].tool.driver.rules[0]!.helpUri).toBe('https://example.org/D101');
  });

  test('fingerprints stay when lines move, and tell equal findings apart', () => {
    const at = (text: string, start: number): Diagnostic => ({ code: 'Y007', severity: 'error', message: 'twice', pointer: '/rate', at: { source: { name: 'p.yaml', text }, start, end: start + 1 } });
    const prints = (problems: Diagnostic[]): unknown[] => read(sarifReport(findingsOf(problems, { files: [] }), {})).runs[0].results.map((result) => result.partialFingerprints['paycurve/v1']);
    const [first, second] = prints([at('a\nb', 0), at('a\nb', 2)]);
    expect(prints([at('\n\n\na', 3)])).toEqual([first]);
    expect(second).not.toBe(first);
    expect(first).toMatch(/^[0-9a-f]{16}:1$/);
  });

  test('no more than 5,000 results, worst first, and says how many are missing', () => {
    const problems = Array.from({ length: 5_010 }, (_, at): Diagnostic => ({ code: 'Y007', severity: at < 20 ? 'warning' : 'error', message: `${at}`, at: { source: { name: 'p.yaml', text: 'x' }, start: 0, end: 1 } }));
    const text = sarifReport(findingsOf(problems, { files: [], most: Infinity }), {});
    const [run] = read(text).runs;
    expect(run.results).toHaveLength(5_000);
    expect(run.results.filter((result) => result.level === 'warning')).toHaveLength(10);
    expect(text).toContain('10 more problems are not listed');
  });
});

describe('github, for annotations', () => {
  test('file and line always, errors before warnings', () => {
    expect(githubReport(sample(), {})).toBe(`::error file=data/sales.csv,line=15,title=D101 empty data file::expected a number, found "…"%0Aalso rows 15 and 88%0Ahelp: declare:%0Adecimal-mark: ","
::error file=plans/ae.yaml,line=4,endLine=4,col=1,endColumn=5,title=Y007 the same key twice::the key "rate" stands twice in one map%0Ahelp: remove one of the two, or give it another name
::warning file=data/b c.csv,line=1,title=D102 header without rows::the file has a header and no rows
::notice file=plans/ae.yaml,line=1,title=Y001 the file is empty::nothing to say
`);
    expect(githubReport(clean, {})).toBe('');
  });
  test('ten of each kind, the last one says how many more', () => {
    const lines = githubReport(many, {}).trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual([...Array<string>(10).fill('::error'), ...Array<string>(10).fill('::warning')]);
    expect(lines[9]).toMatch(/%0Aand 5 more of this kind: run paycurve validate to see them all$/);
    expect(lines.filter((line) => line.includes('more of this kind'))).toHaveLength(2);
  });
});

describe('markdown, for a comment', () => {
  test('marker, headline, list folded away', () => {
    expect(markdownReport(sample(), { tag: 'ae plans' })).toBe(`<!-- paycurve:ae-plans -->
**paycurve: 4 errors, 1 warning and 1 note, 1 ignored** in 2 files

<details>
<summary>6 problems</summary>

| | Where | What | What to do |
|---|---|---|---|
| warning \`D102\` | \`data/b c.csv:1:1\` | the file has a header and no rows |  |
| error \`D101\` | \`data/sales.csv:15:1\` | expected a number, found "…" (also rows 15 and 88) | a decimal mark ,<br>declare:<br>decimal-mark: "," |
| error \`Y007\` | \`plans/ae.yaml:4:1\` | the key "rate" stands twice in one map | again here<br>remove one of the two, or give it another name |
| info \`Y001\` |  | nothing to say |  |

</details>
`);
    expect(markdownReport(clean, {})).toBe('<!-- paycurve:validate -->\n**paycurve: no problems** in 1 file\n');
  });
  test('never longer than a host takes: cut in the list, with a mark', () => {
    const problems = Array.from({ length: 3_000 }, (_, at): Diagnostic => ({ code: 'Y007', severity: 'error', message: `${at} ${'x'.repeat(60)}`, data: { file: `f${at}.yaml` } }));
    const text = markdownReport(findingsOf(problems, { files: [], most: Infinity }), {});
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toContain('**paycurve: 3,000 errors**');
    expect(text).toMatch(/_2,\d{3} more problems not listed; run `paycurve validate` to see them all\._\n\n<\/details>\n$/);
  });
  test('cells of data are left out of what is shared, unless asked for', () => {
    for (const format of [markdownReport, githubReport, junitReport, sarifReport]) {
      expect(format(sample(), {})).not.toContain('14,5');
      expect(format(sample(), { redact: false })).toContain('14,5');
    }
    for (const format of [conciseReport, jsonReport, textReport]) expect(format(sample(), {})).toContain('14,5');
  });
});

test('every format ends its last line, has a name and a line for the help page', () => {
  expect(diagnosticFormats.map(({ name }) => name)).toEqual(['text', 'concise', 'json', 'junit', 'sarif', 'github', 'markdown']);
  for (const { summary, format } of diagnosticFormats) {
    expect(summary).toMatch(/^\S.{10,70}$/);
    expect(format(sample(), {})).toMatch(/\n$/);
    expect(format(sample(), {})).toBe(format(sample(), {}));
  }
});
