/**
 * Cases as JUnit XML for the test panes of CI: a suite for each file, a case for each case. Cases may be recorded from real people and
 * a log is read by many, so it says what differs and where, and whose pay it is only with --no-redact (cli-conventions §16).
 */
import type { CaseResult, SuiteResult } from '../../case/index.ts';
import { CODES } from '../../diagnostic/codes.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { fileOf, sortProblems } from '../../diagnostic/order.ts';
import { positionOf } from '../../diagnostic/position.ts';
import { shareable } from '../diagnostic/redact.ts';
import { findingsOf } from '../diagnostic/findings.ts';
import { jumpWords, plural } from '../diagnostic/words.ts';
import { xml } from '../xml.ts';
import { covered } from './coverage.ts';
import { noticedOf } from './mutation.ts';
import { shareText } from './share.ts';
import { countsOf, type CaseAbout, type CaseReport } from './report.ts';

/** What differs, in the plural. */
const KINDS: ReadonlyMap<string, string> = new Map([['earned', 'earnings'], ['base', 'bases'], ['quota', 'quotas'], ['attainment', 'attainments'], ['total', 'totals'], ['paid', 'payments'], ['because', 'reasons'], ['ledger', 'payments and balances'], ['excluded', 'rows left out']]);

export function junitCases(report: CaseReport, about: CaseAbout): string {
  const { cases, failed } = countsOf(report);
  const more = leastLines(report);
  const suites = more.filter((line) => line.startsWith('  <testsuite')).length;
  const short = more.filter((line) => line.includes('<failure')).length;
  const problems = shared(report.problems.filter((problem) => problem.severity === 'error'), about);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="paycurve test" tests="${cases + problems.length + suites}" failures="${failed + short}" errors="${problems.length}" skipped="0">`,
    ...report.suites.flatMap((suite) => suiteLines(suite, about)),
    ...problemLines(problems),
    ...more,
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteLines({ file, cases }: SuiteResult, about: CaseAbout): string[] {
  const failed = cases.filter(({ differences }) => differences.length > 0).length;
  return [`  <testsuite name="${xml(file)}" tests="${cases.length}" failures="${failed}" errors="0" skipped="0">`, ...cases.flatMap((one) => caseLines(file, one, about)), '  </testsuite>'];
}

function caseLines(file: string, one: CaseResult, about: CaseAbout): string[] {
  const head = `    <testcase classname="${xml(file)}" name="${xml(one.name)}"`;
  if (one.differences.length === 0) return [`${head}/>`];
  const words = one.differences.map(({ at, what, kind, expected, found }) => `${file}:${positionOf(at).line}: ${about.redact ? `${KINDS.get(kind) ?? kind} differ` : `${what}: expected ${expected}, found ${found}`}`);
  // at its place in the case a problem has no cell to take out of its words, so its title stands for them
  const problems = sortProblems(one.problems).map((problem) => `${jumpWords(problem) ?? file}: error[${problem.code}]: ${about.redact ? CODES[problem.code].title : problem.message}`);
  const message = about.redact ? `${plural(one.differences.length, 'figure')} of the case ${one.differences.length === 1 ? 'differs' : 'differ'}; run paycurve test on your machine to see ${one.differences.length === 1 ? 'it' : 'them'}` : words.map((line) => line.slice(line.indexOf(': ') + 2)).join('; ');
  return [`${head}>`, `      <failure type="T001" message="${xml(message)}">${[...words, ...problems].map(xml).join('\n')}</failure>`, '    </testcase>'];
}

/** A least coverage, or a least share of changes noticed, is a case of its own: it holds or it fails. */
function leastLines({ coverage, mutation }: CaseReport): string[] {
  return [
    ...(coverage?.least === undefined ? [] : leastSuite('coverage', 'T009', coverage.least, covered(coverage.plans).reached, covered(coverage.plans).all)),
    ...(mutation?.least === undefined ? [] : leastSuite('mutation', 'T011', mutation.least, noticedOf(mutation.plans ?? []).noticed, noticedOf(mutation.plans ?? []).all)),
  ];
}

function leastSuite(name: string, code: string, least: number, part: number, all: number): string[] {
  const short = part * 100 < least * all;
  const head = `    <testcase classname="${name}" name="at least ${least} %"`;
  const body = short ? `${head}><failure type="${code}" message="${shareText(part, all)}: ${part} of ${all}"/></testcase>` : `${head}/>`;
  return [`  <testsuite name="${name}" tests="1" failures="${short ? 1 : 0}" errors="0" skipped="0">`, body, '  </testsuite>'];
}

/** What kept cases from being run: an error for each, in the suite of its file. */
function problemLines(problems: readonly Diagnostic[]): string[] {
  const files = [...new Set(problems.map((problem) => fileOf(problem) ?? 'paycurve'))];
  return files.flatMap((file) => {
    const own = problems.filter((problem) => (fileOf(problem) ?? 'paycurve') === file);
    const cases = own.map((problem) => `    <testcase classname="${xml(file)}" name="${xml(jumpWords(problem) ?? file)}"><error type="${problem.code}" message="${xml(problem.message)}"/></testcase>`);
    return [`  <testsuite name="${xml(file)}" tests="${own.length}" failures="0" errors="${own.length}" skipped="0">`, ...cases, '  </testsuite>'];
  });
}

function shared(problems: readonly Diagnostic[], { redact }: CaseAbout): readonly Diagnostic[] {
  return shareable(findingsOf(sortProblems(problems), { files: [] }), { redact }).diagnostics;
}
