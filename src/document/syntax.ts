/**
 * What the YAML library complains about, in the words of someone who writes plans. One problem a line: what follows
 * from it is left out. The library's own texts are shown only where no case of ours fits.
 */
import type { YAMLError } from 'yaml';
import type { Diagnostic, Problems, Source, Span } from '../diagnostic/diagnostic.ts';
import type { Code } from '../diagnostic/codes.ts';
import { lineOf } from '../diagnostic/position.ts';
import { placeOfError, startsLine } from './syntax-place.ts';
import { indentProblem, keyProblem, nestedProblem } from './syntax-lines.ts';
import { bracketProblem, closedProblem, openQuoteProblem, startProblem } from './syntax-values.ts';

/** One complaint with everything a case needs to explain it. */
export interface Complaint {
  readonly source: Source;
  readonly code: YAMLError['code'];
  /** The library's words, to tell cases of one code apart. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** What to say about a complaint; `ends` when nothing behind it can be trusted. */
export type Explained = Omit<Diagnostic, 'severity' | 'code'> & { readonly code: Code; readonly at: Span; readonly ends?: boolean };

/** After so many lines that are no YAML the file is probably something else, and each costs a look around. */
const MOST = 100;

/** Adds the library's errors as problems of ours. Answers from which offset on the file cannot be trusted, if any. */
export function explainErrors(errors: readonly YAMLError[], source: Source, problems: Problems): void {
  const sorted = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
  const lines = new Set<number>();
  let shaken = false;
  for (const error of sorted) {
    const complaint: Complaint = { source, code: error.code, words: error.message, ...placeOfError(error, source.text) };
    if ((shaken && STRUCTURE.has(error.code)) || isEcho(complaint, lines)) continue;
    const { ends, code, message, ...rest } = explain(complaint);
    const line = lineOf(source, rest.at.start);
    if (!lines.has(line)) problems.error(code, message, rest);
    lines.add(line).add(lineOf(source, complaint.start));
    if (ends || problems.all.length >= MOST) break;
    shaken ||= SHAKING.has(code);
  }
}

/** Complaints about which lines belong together. */
const STRUCTURE: ReadonlySet<YAMLError['code']> = new Set(['BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY', 'MISSING_CHAR']);

/** Problems after which such complaints say nothing: tabs and open brackets move all lines behind them. */
const SHAKING: ReadonlySet<Code> = new Set(['Y008', 'Y012']);

/** Complaints that only follow from an earlier one. */
function isEcho(complaint: Complaint, lines: ReadonlySet<number>): boolean {
  const line = lineOf(complaint.source, complaint.start);
  if (lines.has(line)) return true;
  // The tree says more about an alias than "no plain word".
  if (complaint.code === 'NON_STRING_KEY' && complaint.source.text[complaint.start] === '*') return true;
  const follows = complaint.words.startsWith('Implicit map keys need to be followed') || complaint.code === 'BAD_INDENT';
  return follows && lines.has(line - 1);
}

function explain(complaint: Complaint): Explained {
  const { source, code, words, start, end } = complaint;
  const at: Span = { source, start, end };
  switch (code) {
    case 'TAB_AS_INDENT':
      return { code: 'Y008', message: 'a line is indented with a tab; YAML indents with blanks', at, found: 'tab', expected: 'blanks', hint: 'replace each tab by two blanks' };
    case 'BAD_INDENT':
      return words.startsWith('Flow') ? bracketProblem(complaint) : indentProblem(complaint);
    case 'MULTILINE_IMPLICIT_KEY':
      return keyProblem(complaint);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return words.startsWith('A block sequence') ? indentProblem(complaint) : nestedProblem(complaint);
    case 'BAD_SCALAR_START':
      return startProblem(complaint);
    case 'MISSING_CHAR':
      if (words.startsWith('Missing closing')) return openQuoteProblem(complaint);
      if (words.startsWith('Sequence item without')) return indentProblem(complaint);
      return words.startsWith('Implicit map keys') ? keyProblem(complaint) : bracketProblem(complaint);
    case 'UNEXPECTED_TOKEN':
      if (words.startsWith('Not a YAML token')) return startProblem(complaint);
      if (words.includes('block-seq-ind')) return keyProblem(complaint);
      if (words.includes('at node end') && startsLine(source.text, start)) return { ...indentProblem(complaint), ends: true };
      return words.includes('at node end') ? closedProblem(complaint) : bracketProblem(complaint);
    case 'BLOCK_IN_FLOW':
      return bracketProblem(complaint);
    case 'BAD_DQ_ESCAPE':
      return { code: 'Y017', message: `\\${source.text[start + 1] ?? ''} means nothing inside double quotes`, at: { source, start, end: start + 2 }, hint: 'use single quotes, where \\ is a plain character, or write \\\\' };
    case 'NON_STRING_KEY':
    case 'KEY_OVER_1024_CHARS':
      return { code: 'Y019', message: code === 'NON_STRING_KEY' ? 'expected a plain word as key, found a list or a map' : 'expected a key of at most 1024 characters', at, hint: 'write key: value' };
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
      return { code: 'Y004', message: 'expected a value, found an alias or an anchor', at, hint: '* and & are no signs to begin a value with; write the column first, such as amount * 2' };
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
    case 'BAD_COLLECTION_TYPE':
    case 'BAD_PROP_ORDER':
      return { code: 'Y005', message: 'expected a value, found a tag', at, hint: 'remove the word that begins with !; for a negation write not' };
    default:
      return { code: 'Y050', message: `this is no YAML: ${words}`, at, hint: 'compare the line with an example: paycurve init' };
  }
}
