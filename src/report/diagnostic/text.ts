/** The text format, for people: place, words, the line with carets, what to do, where to read more, and a sum at the end. */
import { dataFrame } from '../../diagnostic/data-frame.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { frame, marginOf } from '../../diagnostic/frame.ts';
import { foldProblems, sortProblems } from '../../diagnostic/order.ts';
import { noPaint, type Paint, type Stroke } from '../../diagnostic/paint.ts';
import { lineOf } from '../../diagnostic/position.ts';
import { visible } from '../../diagnostic/visible.ts';
import type { Findings, FormatOptions } from './findings.ts';
import { countWords, otherRows, plural, whereWords } from './words.ts';

const WIDTH = 100;

/** The whole report. */
export function textReport(findings: Findings, options: FormatOptions): string {
  const paint = options.paint ?? noPaint;
  const blocks = findings.diagnostics.map((problem) => problemBlock(problem, paint, options.width ?? WIDTH));
  return [...blocks, `${summary(findings, paint)}\n`].join('\n');
}

/** Problems without a sum, for commands whose result is something else. */
export async function problemWords(problems: readonly Diagnostic[], options: { readonly colour?: boolean; readonly width?: number } = {}): Promise<string> {
  // The colours are loaded only when there are any: most runs are in pipes.
  const paint = options.colour ? (await import('../paint.ts')).paintFor(true) : noPaint;
  return foldProblems(sortProblems(problems))
    .map((problem) => problemBlock(problem, paint, options.width ?? WIDTH))
    .join('\n');
}

/** One problem with its frame, its hint and its page. Ends with a line end. */
export function problemBlock(problem: Diagnostic, paint: Paint = noPaint, width = WIDTH): string {
  const stroke = strokeOf(problem, paint);
  const where = whereWords(problem);
  const head = `${where === undefined ? '' : `${paint.bold(where)}: `}${stroke(`${problem.severity}[${problem.code}]`)}: ${paint.bold(visible(problem.message))}`;
  const margin = ' '.repeat(marginOf(linesOf(problem)) + 1);
  const also = otherRows(problem);
  const notes: readonly (readonly [string, string | undefined])[] = [
    ['at', problem.data && problem.data.cell === undefined ? cellWords(problem) : undefined],
    ['also', also],
    ['help', problem.hint],
    ['more', `paycurve explain ${problem.code}`],
  ];
  return [head, ...frameOf(problem, { paint, width, stroke }), ...notes.flatMap(([name, words]) => (words === undefined || words === '' ? [] : noteLines(name, words, margin, paint)))].map((line) => `${line}\n`).join('');
}

function frameOf(problem: Diagnostic, options: { paint: Paint; width: number; stroke: Stroke }): string[] {
  if (problem.at) return frame([{ at: problem.at, ...(problem.note !== undefined && { note: problem.note }) }, ...(problem.labels ?? []).map((label) => ({ at: label.at, note: label.text }))], options);
  return problem.data ? dataFrame(problem.data, problem.note, options) : [];
}

/** A hint may hold a line to paste; its lines stay lines. */
function noteLines(name: string, words: string, margin: string, paint: Paint): string[] {
  const [first, ...rest] = words.split('\n').map(visible);
  return [`${margin}${paint.blue('=')} ${paint.bold(`${name}:`)} ${first}`, ...rest.map((line) => `${margin}  ${' '.repeat(name.length + 2)}${line}`)];
}

function cellWords(problem: Diagnostic): string | undefined {
  const { row, header, column } = problem.data!;
  const parts = [row === undefined ? undefined : `row ${row}`, header !== undefined && header !== '' ? `column ${header}` : column === undefined ? undefined : `column ${column}`];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** The lines whose numbers stand in the frame: the notes begin below its edge. */
function linesOf(problem: Diagnostic): number[] {
  const spans = problem.at ? [problem.at, ...(problem.labels ?? []).map((label) => label.at)] : [];
  return problem.data?.line === undefined ? spans.map((span) => lineOf(span.source, span.start)) : [problem.data.line];
}

function strokeOf(problem: Diagnostic, paint: Paint): Stroke {
  return problem.severity === 'error' ? paint.red : problem.severity === 'warning' ? paint.yellow : paint.cyan;
}

function summary(findings: Findings, paint: Paint): string {
  const { counts, files, shown, total, data } = findings;
  const checked = `${plural(files.length, 'file')}${data === undefined || data.length === 0 ? '' : ` and ${plural(data.length, 'data file')}`} checked`;
  const ignored = counts.ignored > 0 ? `, ${counts.ignored} ignored` : '';
  const words = `${checked}: ${countWords(counts)}${ignored}`;
  const cut = shown < total ? `\n${plural(total, 'problem')} in all, ${shown} shown; --max-errors ${total} shows every one` : '';
  const stroke = counts.error > 0 ? paint.red : counts.warning > 0 ? paint.yellow : paint.green;
  const unread = data?.length === 0 ? '\ndata files were not read: --data checks them too, and pays nobody' : '';
  return `${stroke(words)}${cut}${unread}`;
}
