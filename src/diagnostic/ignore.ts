/**
 * `# paycurve-ignore P210: reason` on the line above a finding silences it. The reason is required, an ignore that
 * silences nothing is a warning, and errors of the groups Y, D and R cannot be silenced: they mean that the number
 * would be wrong. Rule: cli-conventions §8.
 */
import { CODES } from './codes.ts';
import type { Diagnostic, Source, Span } from './diagnostic.ts';
import { lineOf } from './position.ts';
import { didYouMean } from './suggest.ts';
import { clip, revealed } from './visible.ts';

export interface Heard {
  /** What remains, with the findings about the ignores themselves. */
  readonly problems: readonly Diagnostic[];
  /** How many were silenced, folded ones counted in full. */
  readonly ignored: number;
}

interface Ignore {
  readonly code: string;
  /** The line that it speaks of. */
  readonly line: number;
  readonly at: Span;
}

const COMMENT = /^[ \t]*(#[ \t]*paycurve-ignore\b(.*))$/gm;
const CODE_LIST = /^[ \t]+([A-Za-z]\d{3}(?:[ \t]*,[ \t]*[A-Za-z]\d{3})*)[ \t]*(?::(.*))?$/;
const NEVER = /^[YDR]/;

/** Applies the ignores in the sources. Unused ones are told only where all checks ran, that is without errors. */
export function applyIgnores(problems: readonly Diagnostic[], sources: readonly Source[]): Heard {
  const own: Diagnostic[] = [];
  const ignores = new Map<string, Ignore[]>();
  for (const source of sources) if (source.text.includes('paycurve-ignore')) ignores.set(source.name, ignoresOf(source, own));
  if (ignores.size === 0) return { problems, ignored: 0 };
  const used = new Set<Ignore>();
  const kept: Diagnostic[] = [];
  let ignored = 0;
  for (const problem of problems) {
    const found = problem.at && ignores.get(problem.at.source.name)?.find((one) => one.code === problem.code && one.line === lineOf(problem.at!.source, problem.at!.start));
    if (found) used.add(found);
    if (!found || (problem.severity === 'error' && NEVER.test(problem.code))) kept.push(problem);
    else ignored += problem.times ?? 1;
    if (found && problem.severity === 'error' && NEVER.test(problem.code)) own.push(refused(found));
  }
  if (!kept.some((problem) => problem.severity === 'error')) for (const all of ignores.values()) for (const one of all) if (!used.has(one)) own.push(unused(one));
  return { problems: [...kept, ...own], ignored };
}

/** The ignores of a source that are written as they should be; the others become findings. */
function ignoresOf(source: Source, own: Diagnostic[]): Ignore[] {
  const found: Ignore[] = [];
  const comments = [...source.text.matchAll(COMMENT)].map((match) => {
    const start = match.index + match[0].indexOf('#');
    const words = match[1]!.trimEnd();
    return { at: { source, start, end: start + words.length }, line: lineOf(source, start), body: match[2]!.trimEnd() };
  });
  const lines = new Set(comments.map((comment) => comment.line));
  for (const { at, line, body } of comments) {
    const list = CODE_LIST.exec(body);
    const reason = list?.[2]?.trim() ?? '';
    if (!list || reason === '') {
      const code = list?.[1] ?? 'P210';
      own.push({ code: 'Y060', severity: 'error', message: list ? `expected a reason behind ${code}` : 'expected a code and a reason behind paycurve-ignore', at, hint: `write # paycurve-ignore ${code}: why this is right here` });
      continue;
    }
    let target = line + 1;
    while (lines.has(target)) target++;
    for (const code of list[1]!.split(',').map((word) => word.trim())) {
      if (Object.hasOwn(CODES, code)) found.push({ code, line: target, at });
      else own.push({ code: 'Y062', severity: 'error', message: `there is no code ${clip(revealed(code), 10)}`, at, hint: didYouMean(code, Object.keys(CODES)) ?? 'copy the code from the finding' });
    }
  }
  return found;
}

function refused({ code, at }: Ignore): Diagnostic {
  return { code: 'Y062', severity: 'error', message: `${code} cannot be ignored: the number would be wrong`, at, hint: 'mend the line below and remove this comment' };
}

function unused({ code, at }: Ignore): Diagnostic {
  return { code: 'Y061', severity: 'warning', message: `the line below has no finding ${code}`, at, hint: 'remove the comment' };
}
