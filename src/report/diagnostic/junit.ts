/** JUnit XML for the test panes of CI: one suite for each file, one case for each group of checks. Errors fail a case; warnings are its output. */
import { READABLE } from '../../diagnostic/readable.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { fileOf } from '../../diagnostic/order.ts';
import { xml } from '../xml.ts';
import type { Findings, FormatOptions } from './findings.ts';
import { shareable } from './redact.ts';
import { jumpWords, nearWords, otherRows } from './words.ts';

/** Groups by their letter; the first three are checked for every plan and workspace file. */
const GROUPS: ReadonlyMap<string, string> = new Map([
  ['Y', 'YAML text'],
  ['P', 'plan'],
  ['X', 'formulas'],
  ['D', 'data'],
  ['R', 'run'],
  ['T', 'cases'],
  ['B', 'books'],
  ['U', 'files and options'],
]);
const ALWAYS = ['Y', 'P', 'X'];

interface Case {
  readonly letter: string;
  readonly problems: readonly Diagnostic[];
  /** Not reached, because the text could not be read. */
  readonly skipped: boolean;
}

/** The document. Suites stand in the order of file names; problems without a file have a suite of their own. */
export function junitReport(findings: Findings, options: FormatOptions): string {
  const shared = shareable(findings, options);
  const names = [...new Set([...shared.files, ...shared.diagnostics.map((problem) => fileOf(problem) ?? 'paycurve')])];
  const suites = names.map((name) => {
    const own = shared.diagnostics.filter((problem) => (fileOf(problem) ?? 'paycurve') === name);
    return { name, cases: casesOf(own, shared.files.includes(name)) };
  });
  const all = suites.flatMap((suite) => suite.cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="paycurve" ${counts(all)}>`,
    ...suites.flatMap((suite) => [`  <testsuite name="${xml(suite.name)}" ${counts(suite.cases)}>`, ...suite.cases.flatMap((one) => caseLines(suite.name, one)), '  </testsuite>']),
    '</testsuites>',
    '',
  ].join('\n');
}

function casesOf(problems: readonly Diagnostic[], checked: boolean): Case[] {
  const unread = problems.some((problem) => problem.code.startsWith('Y') && problem.severity === 'error' && !READABLE.has(problem.code));
  return [...GROUPS.keys()].flatMap((letter) => {
    const own = problems.filter((problem) => problem.code.startsWith(letter));
    if (own.length === 0 && !(checked && ALWAYS.includes(letter))) return [];
    return [{ letter, problems: own, skipped: own.length === 0 && unread }];
  });
}

function caseLines(suite: string, { letter, problems, skipped }: Case): string[] {
  const head = `    <testcase classname="${xml(suite)}" name="${xml(GROUPS.get(letter)!)}"`;
  if (skipped) return [`${head}>`, '      <skipped message="the file could not be read as YAML"/>', '    </testcase>'];
  if (problems.length === 0) return [`${head}/>`];
  const errors = problems.filter((problem) => problem.severity === 'error');
  const others = problems.filter((problem) => problem.severity !== 'error');
  return [
    `${head}>`,
    ...(errors.length > 0 ? [`      <failure type="${xml(errors[0]!.code)}" message="${xml(errors[0]!.message)}">${bodyOf(errors)}</failure>`] : []),
    ...(others.length > 0 ? [`      <system-out>${bodyOf(others)}</system-out>`] : []),
    '    </testcase>',
  ];
}

function bodyOf(problems: readonly Diagnostic[]): string {
  return problems
    .map((problem) => {
      const also = otherRows(problem);
      const near = nearWords(problem);
      return [`${jumpWords(problem) ?? 'paycurve'}: ${problem.severity}[${problem.code}]: ${problem.message}`, ...(near === undefined ? [] : [`  ${near}`]), ...(also === undefined ? [] : [`  also: ${also}`]), ...(problem.hint === undefined ? [] : `  help: ${problem.hint}`.split('\n'))].map(xml).join('\n');
    })
    .join('\n');
}

function counts(cases: readonly Case[]): string {
  const failures = cases.filter((one) => one.problems.some((problem) => problem.severity === 'error')).length;
  const skipped = cases.filter((one) => one.skipped).length;
  return `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
}
