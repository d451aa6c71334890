/** Workflow commands that become annotations of a change: errors first, at most ten of each kind, the last one says how many more. */
import type { Diagnostic, Severity } from '../../diagnostic/diagnostic.ts';
import { countProblems, fileOf } from '../../diagnostic/order.ts';
import { positionOf } from '../../diagnostic/position.ts';
import { visible } from '../../diagnostic/visible.ts';
import { CODES } from '../../diagnostic/codes.ts';
import type { Findings, FormatOptions } from './findings.ts';
import { shareable } from './redact.ts';
import { nearWords, otherRows } from './words.ts';

/** Hosts show no more of one kind. */
const MOST = 10;

const COMMANDS: readonly (readonly [Severity, string])[] = [['error', 'error'], ['warning', 'warning'], ['info', 'notice']];

/** The lines; each begins with `::` and holds no line end from data. */
export function githubReport(findings: Findings, options: FormatOptions): string {
  const shared = shareable(findings, options);
  return COMMANDS.flatMap(([severity, command]) => {
    const all = shared.diagnostics.filter((problem) => problem.severity === severity);
    const total = shared.counts[severity];
    const shown = all.slice(0, MOST);
    const more = total - countProblems(shown);
    return shown.map((problem, index) => line(command, problem, shared.files, index === shown.length - 1 && more > 0 ? `and ${more} more of this kind: run paycurve validate to see them all` : undefined));
  }).join('');
}

function line(command: string, problem: Diagnostic, files: readonly string[], last: string | undefined): string {
  const also = otherRows(problem);
  const place = placeOf(problem, files);
  const title = `${problem.code} ${CODES[problem.code].title}`;
  const words = [problem.message, nearWords(problem), also && `also ${also}`, problem.hint && `help: ${problem.hint}`, last].filter((part) => part !== undefined && part !== '') as string[];
  const properties = [...place, ['title', title] as const].map(([name, value]) => `${name}=${property(`${value}`)}`).join(',');
  return `::${command} ${properties}::${words.flatMap((part) => part.split('\n')).map((part) => data(visible(part))).join('%0A')}\n`;
}

/** File and line always: an annotation without a line does not appear in the change. */
function placeOf(problem: Diagnostic, files: readonly string[]): (readonly [string, string | number])[] {
  if (problem.at) {
    const { line: first, col, endLine, endCol } = positionOf(problem.at);
    return [['file', problem.at.source.name], ['line', first], ['endLine', endLine], ['col', col], ...(endLine === first ? [['endColumn', endCol] as const] : [])];
  }
  const file = fileOf(problem) ?? files[0];
  return file === undefined ? [] : [['file', file], ['line', problem.data?.line ?? 1]];
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
