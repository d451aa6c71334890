/** Cases for people: one line each; of a failing one what was expected against what was found, the arithmetic of the case, and how the found amount came about. */
import type { CaseResult, SuiteResult } from '../../case/index.ts';
import { positionOf } from '../../diagnostic/position.ts';
import { foldProblems, sortProblems } from '../../diagnostic/order.ts';
import { visible } from '../../diagnostic/visible.ts';
import { problemBlock } from '../diagnostic/text.ts';
import { plural } from '../diagnostic/words.ts';
import type { ExplainAbout } from '../explain/about.ts';
import { componentTree, payoutTree } from '../explain/tree.ts';
import { wrapped } from '../wrap.ts';
import { countsByMechanic, mechanicTable } from './by-mechanic.ts';
import { coverageText } from './coverage.ts';
import { mutationText } from './mutation.ts';
import { countsOf, type CaseAbout, type CaseReport } from './report.ts';

const STEPS_SHOWN = 8;

export function textCases(report: CaseReport, about: CaseAbout): string {
  const blocks = report.suites.filter((suite) => about.all || suite.cases.some(failed)).map((suite) => suiteBlock(suite, about));
  const faults = foldProblems(sortProblems(report.problems)).map((problem) => problemBlock(problem, about.paint, about.width));
  const coverage = report.coverage === undefined ? [] : [coverageText(report.coverage.plans, report.coverage.least, about.paint)];
  const mutation = report.mutation === undefined ? [] : [mutationText(report.mutation, about.paint)];
  const counts = countsByMechanic(report);
  const table = counts.length === 0 ? [] : [mechanicTable(counts, about.paint)];
  return [...faults, ...blocks, ...table, `${summary(report, about)}\n`, ...coverage, ...mutation].join('\n');
}

function suiteBlock({ file, folder, cases }: SuiteResult, about: CaseAbout): string {
  const shown = about.all ? cases : cases.filter(failed);
  const where = shown.some(failed) && folder !== '.' ? `  ${about.paint.dim(visible(`(lines of explanations are named from ${folder})`))}` : '';
  return [`${about.paint.bold(visible(file))}${where}`, ...shown.map((one) => caseBlock(one, folder, about))].join('\n').trimEnd().concat('\n');
}

function caseBlock(one: CaseResult, folder: string, about: CaseAbout): string {
  const { paint, width } = about;
  if (!failed(one)) return `  ${paint.green('ok')}    ${visible(one.name)}`;
  const { line } = positionOf(one.at);
  const inner = width - MARGIN.length;
  return [
    `  ${paint.red('FAIL')}  ${paint.bold(visible(one.name))}  ${paint.dim(`${visible(one.at.source.name)}:${line}`)}`,
    ...one.differences.flatMap(({ what, expected, found }) => [visible(what), `  expected ${visible(expected)}`, `  found    ${paint.red(visible(found))}`]),
    ...(one.source === undefined ? [] : ['', ...wrapped(`source: ${one.source}`, inner).map((words) => visible(words))]),
    ...(one.work === undefined ? [] : ['', ...wrapped(`by hand: ${one.work}`, inner).map((words) => visible(words))]),
    ...one.problems.flatMap((problem) => ['', ...problemBlock(problem, paint, inner).trimEnd().split('\n')]),
    ...one.why.flatMap(({ payout, component }) => ['', `${visible(payout.payee)} ${visible(payout.period.id)}`, ...treeOf(payout, component, explaining(folder, about, inner))]),
    '',
  ]
    .map((words, index) => (index === 0 || words === '' ? words : `${MARGIN}${words}`))
    .join('\n');
}

const MARGIN = '        ';

function explaining(folder: string, { version, paint }: CaseAbout, width: number): ExplainAbout {
  return { version, workspace: '', name: undefined, folder, paint, width, most: STEPS_SHOWN };
}

function treeOf(payout: CaseResult['why'][number]['payout'], component: string | undefined, about: ExplainAbout): string[] {
  const text = component === undefined ? payoutTree(payout, about) : componentTree(payout, component, about);
  return text.trimEnd().split('\n');
}

function failed({ differences }: CaseResult): boolean {
  return differences.length > 0;
}

function outcomeWords(cases: number, wrong: number): string {
  const verb = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
  if (wrong === 0) return cases === 1 ? 'it holds' : 'all hold';
  if (wrong === cases) return cases === 1 ? 'it fails' : 'all fail';
  return `${verb(cases - wrong, 'holds', 'hold')} and ${verb(wrong, 'fails', 'fail')}`;
}

function summary(report: CaseReport, { paint }: CaseAbout): string {
  const { files, cases, failed: wrong } = countsOf(report);
  const head = `${plural(cases, 'case')} in ${plural(files, 'file')}`;
  const outcome = cases === 0 ? '' : `: ${outcomeWords(cases, wrong)}`;
  const errors = report.problems.filter((problem) => problem.severity === 'error').length;
  const faults = errors === 0 ? '' : `; ${plural(errors, 'error')} in what they need`;
  return (wrong + errors === 0 ? paint.green : paint.red)(`${head}${outcome}${faults}`);
}
