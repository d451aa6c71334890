/** What every part of a plan is read against: the workspace, the plan's currency, and where problems go. */
import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import type { Code } from '../diagnostic/codes.ts';
import type { Diagnostic, Problems, Span } from '../diagnostic/diagnostic.ts';
import { RESERVED_WORDS } from '../expr/token.ts';
import type { Fitness } from './fitness.ts';
import type { Workspace } from './model.ts';
import { quoted } from './shape-words.ts';

export interface Ground {
  readonly workspace: Workspace;
  readonly currency: string;
  readonly problems: Problems;
  /** Which parts of the plan can be read at all. */
  readonly fitness: Fitness;
}

/** A name that does not exist: near ones are suggested, else all are listed. */
export function sayUnknown(problems: Problems, code: Code, message: string, name: string, known: readonly string[], at: Span, rest: Partial<Diagnostic> & { readonly none: string; readonly kinds: string }): void {
  const { none, kinds, ...more } = rest;
  const near = didYouMean(name, known);
  problems.error(code, message, {
    at,
    found: name,
    ...(near === undefined ? {} : { note: near, suggestion: suggest(name, known)[0]! }),
    hint: known.length === 0 ? none : `${known.length === 1 ? 'the only one is' : `${kinds} are`} ${known.slice(0, 20).join(', ')}${known.length > 20 ? ` and ${known.length - 20} more` : ''}`,
    ...more,
  });
}

/** Words of formulas that no measure, component or credit rule can be called. */
const RESERVED = new Set([...RESERVED_WORDS, 'blank', 'of', 'attainment', 'quota', 'payout', 'icr', 'target', 'all', 'none']);

/** Reports a name that formulas already use for something else. */
export function checkName(name: string, what: string, at: Span, problems: Problems): void {
  if (RESERVED.has(name)) problems.error('P094', `${what} cannot be called ${quoted(name)}, which is a word of formulas`, { at, found: name, hint: 'choose another name, such as total_' + name });
}
