/** SARIF 2.1.0 for code scanning: relative addresses, rules with their pages, fingerprints that survive moved lines, at most 5,000 results. */
import { CODES, type Code } from '../../diagnostic/codes.ts';
import type { Diagnostic, Severity, Span } from '../../diagnostic/diagnostic.ts';
import { capProblems, countProblems, fileOf, severityRank } from '../../diagnostic/order.ts';
import { positionOf } from '../../diagnostic/position.ts';
import { visible } from '../../diagnostic/visible.ts';
import { textOrder } from '../../value/text-order.ts';
import { fingerprint } from './fingerprint.ts';
import type { Findings, FormatOptions } from './findings.ts';
import { jsonText } from './json.ts';
import { shareable } from './redact.ts';
import { nearWords, otherRows } from './words.ts';

/** Hosts show no more, and refuse files of 25,000. */
const MOST = 5_000;
const ROOT = '%SRCROOT%';
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** The document, results by severity, then place. */
export function sarifReport(findings: Findings, options: FormatOptions): string {
  const shared = shareable(findings, options);
  const kept = [...capProblems(shared.diagnostics, MOST)].sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
  const codes = [...new Set(kept.map((problem) => problem.code))].sort(textOrder);
  const index = new Map(codes.map((code, at) => [code, at]));
  const seen = new Map<string, number>();
  const missing = shared.total - countProblems(kept);
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'paycurve', ...(options.version !== undefined && { semanticVersion: options.version }), rules: codes.map((code) => ruleOf(code, options)) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The folder in which paycurve was run.' } } },
        invocations: [{ executionSuccessful: true, ...(missing > 0 && { toolExecutionNotifications: [{ level: 'warning', message: { text: `${missing} more problems are not listed` } }] }) }],
        artifacts: shared.files.map((file) => ({ location: locationOf(file) })),
        results: kept.map((problem) => resultOf(problem, index.get(problem.code)!, seen)),
      },
    ],
  });
}

function ruleOf(code: Code, options: FormatOptions): object {
  const { title, about, wrong, right } = CODES[code];
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: about },
    help: { text: `${about}\n\nWrong:\n${wrong}\n\nRight:\n${right}`, markdown: `${about}\n\nWrong:\n\n${fenced(wrong)}\n\nRight:\n\n${fenced(right)}` },
    ...(options.helpUrl && { helpUri: options.helpUrl(code) }),
  };
}

function resultOf(problem: Diagnostic, ruleIndex: number, seen: Map<string, number>): object {
  const also = otherRows(problem);
  const words = [problem.message, nearWords(problem), also && `Also ${also}.`, problem.hint && `Help: ${problem.hint}`].filter((part) => part !== undefined && part !== '') as string[];
  const file = fileOf(problem);
  return {
    ruleId: problem.code,
    ruleIndex,
    level: LEVELS[problem.severity],
    message: { text: words.flatMap((part) => part.split('\n')).map(visible).join('\n') },
    ...(file !== undefined && { locations: [{ physicalLocation: { artifactLocation: locationOf(file), ...regionOf(problem) } }] }),
    ...(problem.labels && problem.labels.length > 0 && {
      relatedLocations: problem.labels.map((label, id) => ({ id, message: { text: visible(label.text) }, physicalLocation: { artifactLocation: locationOf(label.at.source.name), region: region(label.at) } })),
    }),
    partialFingerprints: { 'paycurve/v1': printOf(problem, file, seen) },
  };
}

/** Of what stays when lines move: code, file, path into the document, words. The nth equal one has its number. */
function printOf(problem: Diagnostic, file: string | undefined, seen: Map<string, number>): string {
  const print = fingerprint(JSON.stringify([problem.code, file, problem.pointer, problem.data?.header, problem.message]));
  const nth = (seen.get(print) ?? 0) + 1;
  seen.set(print, nth);
  return `${print}:${nth}`;
}

function regionOf(problem: Diagnostic): object {
  if (problem.at) return { region: region(problem.at) };
  return problem.data?.line === undefined ? {} : { region: { startLine: problem.data.line } };
}

function region(at: Span): object {
  const { line, col, endLine, endCol } = positionOf(at);
  return { startLine: line, startColumn: col, endLine, endColumn: endCol, charOffset: at.start, charLength: Math.max(0, at.end - at.start) };
}

function locationOf(file: string): object {
  return { uri: file.split('/').map(encode).join('/'), uriBaseId: ROOT };
}

/** A step of a path as a step of an address; halves of a pair cannot be encoded and are replaced. */
function encode(step: string): string {
  return encodeURIComponent(step.replace(/\p{Cs}/gu, '\ufffd'));
}

function fenced(text: string): string {
  return `\`\`\`yaml\n${text}\n\`\`\``;
}
