/** A comment for a change: hidden marker, headline, then the list folded away. Cut in the list with a visible mark, never in the headline. */
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Findings, FormatOptions } from './findings.ts';
import { codeSpan, escaped } from './markdown-text.ts';
import { shareable } from './redact.ts';
import { countWords, jumpWords, otherRows, plural } from './words.ts';

/** Hosts refuse longer comments at 65,536 characters. */
const MOST = 60_000;

/** The comment. A tool that keeps one comment finds it again by the marker in its first line. */
export function markdownReport(findings: Findings, options: FormatOptions): string {
  const shared = shareable(findings, options);
  const { counts, files, diagnostics, total } = shared;
  const ignored = counts.ignored > 0 ? `, ${counts.ignored} ignored` : '';
  const head = [`<!-- paycurve:${(options.tag ?? 'validate').replace(/[^A-Za-z0-9_.-]/g, '-')} -->`, `**paycurve: ${countWords(counts)}${ignored}** in ${plural(files.length, 'file')}`, ''];
  if (diagnostics.length === 0) return `${head.join('\n')}`;
  const open = ['<details>', `<summary>${plural(total, 'problem')}</summary>`, '', '| | Where | What | What to do |', '|---|---|---|---|'];
  const close = ['', '</details>', ''];
  let room = MOST - [...head, ...open, ...close].join('\n').length - 200;
  const rows: string[] = [];
  for (const problem of diagnostics) {
    const row = rowOf(problem);
    room -= row.length + 1;
    if (room < 0) break;
    rows.push(row);
  }
  const listed = diagnostics.slice(0, rows.length).reduce((sum, problem) => sum + (problem.times ?? 1), 0);
  const cut = listed < total ? ['', `_${plural(total - listed, 'more problem')} not listed; run \`paycurve validate\` to see them all._`] : [];
  return [...head, ...open, ...rows, ...cut, ...close].join('\n');
}

function rowOf(problem: Diagnostic): string {
  const also = otherRows(problem);
  const where = jumpWords(problem);
  const cells = [
    `${problem.severity} ${codeSpan(problem.code)}`,
    where === undefined ? '' : codeSpan(where),
    `${escaped(problem.message)}${also === undefined ? '' : ` (also ${escaped(also)})`}`,
    [problem.note, ...(problem.hint ?? '').split('\n')].filter((part) => part !== undefined && part !== '').map((part) => escaped(part!)).join('<br>'),
  ];
  return `| ${cells.join(' | ')} |`;
}
