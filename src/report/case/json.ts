/** Cases as one JSON document for scripts. Fields are added in minor versions and never change otherwise (cli-conventions §12). */
import type { CaseResult, PlanMutation } from '../../case/index.ts';
import type { Span } from '../../diagnostic/diagnostic.ts';
import { sortProblems } from '../../diagnostic/order.ts';
import { positionOf } from '../../diagnostic/position.ts';
import { recordOf } from '../../diagnostic/record.ts';
import { jsonText } from '../diagnostic/json.ts';
import { countsByMechanic } from './by-mechanic.ts';
import { covered } from './coverage.ts';
import { noticedOf } from './mutation.ts';
import { countsOf, type CaseAbout, type CaseReport } from './report.ts';

const FORMAT_VERSION = '1.0';

export function jsonCases(report: CaseReport, { version }: CaseAbout): string {
  const { files, cases, failed } = countsOf(report);
  const mechanics = countsByMechanic(report);
  return jsonText({
    format_version: FORMAT_VERSION,
    kind: 'test',
    tool: { name: 'paycurve', version },
    results: report.suites.map((suite) => ({ file: suite.file, cases: suite.cases.map(caseRecord) })),
    ...(mechanics.length === 0 ? {} : { mechanics }),
    ...(report.coverage === undefined ? {} : { coverage: coverageRecord(report.coverage) }),
    ...(report.mutation?.plans === undefined ? {} : { mutation: mutationRecord(report.mutation.plans, report.mutation.least) }),
    problems: sortProblems(report.problems).map((problem) => recordOf(problem)),
    summary: { files, cases, passed: cases - failed, failed, problems: report.problems.length },
  });
}

function coverageRecord({ plans, least }: NonNullable<CaseReport['coverage']>): object {
  return {
    ...covered(plans),
    ...(least === undefined ? {} : { least_percent: least }),
    plans: plans.map(({ file, points }) => ({ file, points: points.map(({ at, what, reached }) => ({ what, ...place(at), reached })) })),
  };
}

function mutationRecord(plans: readonly PlanMutation[], least: number | undefined): object {
  return {
    ...noticedOf(plans),
    ...(least === undefined ? {} : { least_percent: least }),
    plans: plans.map(({ file, changes, survivors, excused }) => ({ file, changes, survivors: survivors.map(({ at, what, path }) => ({ what, path, ...place(at) })), ...(excused.length === 0 ? {} : { equivalent: excused.map(({ at, what, path, because }) => ({ what, path, ...place(at), because })) }) })),
  };
}

function caseRecord(one: CaseResult): object {
  return {
    name: one.name,
    ...place(one.at),
    ...(one.mechanic === undefined ? {} : { mechanic: one.mechanic }),
    ...(one.source === undefined ? {} : { source: one.source }),
    passed: one.differences.length === 0,
    ...(one.work === undefined ? {} : { work: one.work }),
    differences: one.differences.map(({ what, at, expected, found, payout }) => ({ what, ...place(at), expected, found, ...payout })),
    problems: one.problems.map((problem) => recordOf(problem)),
  };
}

function place(at: Span): object {
  const { line, col } = positionOf(at);
  return { line, col };
}
