/** `--format FORMAT[=FILE]`, several in one run; at most one goes to standard output. Rule: cli-conventions §3. */
import type { Problems } from '../diagnostic/diagnostic.ts';

export interface WantedFormat {
  readonly format: string;
  /** Absent: standard output. */
  readonly file?: string;
}

/** What was asked for, or the default on standard output when nothing was. The format names were checked before. */
export function wantedFormats(given: readonly string[], otherwise: string, problems: Problems): readonly WantedFormat[] {
  const wanted = given.map((text): WantedFormat => {
    const at = text.indexOf('=');
    if (at < 0) return { format: text };
    const file = text.slice(at + 1);
    if (file === '') problems.error('U003', `--format ${text} names no file`, { hint: `write --format ${text.slice(0, at)}=FILE, or leave the = out` });
    return file === '-' ? { format: text.slice(0, at) } : { format: text.slice(0, at), file };
  });
  const out = wanted.filter((one) => one.file === undefined);
  if (out.length > 1) problems.error('U009', `standard output takes one format, asked for ${out.map((one) => one.format).join(' and ')}`, { hint: `give the others a file: --format ${out[1]!.format}=FILE` });
  const files = wanted.map((one) => one.file).filter((file) => file !== undefined);
  const twice = files.find((file, at) => files.indexOf(file) !== at);
  if (twice !== undefined) problems.error('U009', `two formats are to be written to ${twice}`, { hint: 'give each its own file' });
  return wanted.length === 0 ? [{ format: otherwise }] : wanted;
}
