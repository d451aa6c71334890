/** Complaints about values: quotes and brackets that do not close, signs that cannot begin a value. */
import { lineOf } from '../diagnostic/position.ts';
import { clip, revealed } from '../diagnostic/visible.ts';
import { commaInCall, commaProblem } from './comma.ts';
import { formulaHint } from './formula-hint.ts';
import type { Complaint, Explained } from './syntax.ts';
import { endOfLine, valueAt } from './syntax-place.ts';

/** Text behind a closed quote or bracket: `"Cloud" == product`, `'it's'`. */
export function closedProblem(complaint: Complaint): Explained {
  const { source, start } = complaint;
  const { text } = source;
  const before = text.slice(0, start).trimEnd();
  const closing = before[before.length - 1] ?? '';
  const quote = closing === '"' || closing === "'";
  const { value, start: valueStart } = valueAt(text, start);
  if (/^[*&]/.test(value)) return { code: 'Y004', message: `expected a value, found "${clip(revealed(value), 40)}"`, at: { source, start: valueStart, end: valueStart + value.trimEnd().length }, hint: formulaHint(value) ?? 'write the value out' };
  const late = quote ? lateQuote(text, before.length - 1) : undefined;
  if (late) return lateQuoteProblem(complaint, late);
  const rest = text.slice(start, endOfLine(text, start)).replace(/\s+#.*$/, '').trimEnd();
  const at = { source, start, end: start + Math.max(1, rest.length) };
  const apostrophe = closing === "'" && /^[\p{L}\p{N}]/u.test(rest) && before.length === start;
  const end = quote ? 'the closing quote' : /[\]}]/.test(closing) ? `the ${closing}` : 'the blank';
  return {
    code: 'Y010',
    message: `the value ends at ${end}, and "${clip(revealed(rest), 40)}" follows`,
    at,
    hint: apostrophe ? 'write an apostrophe inside single quotes twice, or use double quotes' : (formulaHint(value) ?? 'wrap the whole value in quotes, or remove what follows'),
  };
}

/** A quote that never closes; nothing behind it can be read. */
export function openQuoteProblem(complaint: Complaint): Explained {
  const { source } = complaint;
  const { text } = source;
  const { open, late } = scanQuotes(text);
  if (open === undefined && late) return lateQuoteProblem(complaint, late);
  const quote = text[open ?? -1] ?? (complaint.words.includes('"') ? '"' : "'");
  const opened = open ?? Math.max(0, text.lastIndexOf(quote));
  return {
    code: 'Y011', message: 'this quote is never closed', at: { source, start: opened, end: Math.max(opened + 1, endOfLine(text, opened)) },
    note: 'opened here', expected: quote, hint: `close it with ${quote} at the end of the value`, ends: true,
  };
}

/** A text in quotes that ends on a later line than it begins, as after a forgotten closing quote. */
interface LateQuote {
  readonly open: number;
  readonly close: number;
}

function lateQuoteProblem({ source }: Complaint, { open, close }: LateQuote): Explained {
  const line = lineOf(source, open);
  return {
    code: 'Y011', message: `the quote opened on line ${line} is closed only on line ${lineOf(source, close)}`,
    at: { source, start: open, end: Math.max(open + 1, endOfLine(source.text, open)) }, note: 'opened here',
    labels: [{ at: { source, start: close, end: close + 1 }, text: 'closed here' }],
    expected: source.text[open]!, hint: `close it with ${source.text[open]} at the end of line ${line}`, ends: true,
  };
}

function lateQuote(text: string, close: number): LateQuote | undefined {
  const { late } = scanQuotes(text.slice(0, close + 1));
  return late?.close === close ? late : undefined;
}

/** Quotes that begin a value: the one still open at the end of the text, and the last that spans lines. */
function scanQuotes(text: string): { open?: number; late?: LateQuote } {
  let late: LateQuote | undefined;
  // The last character on the line that is no blank: a quote begins a value behind one of these or at the start.
  let before = '\n';
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '#' && /\s/.test(text[at - 1] ?? '\n')) {
      at = endOfLine(text, at);
      before = '\n';
    } else if ((character === '"' || character === "'") && '\n-:,[{?'.includes(before)) {
      const close = closingQuote(text, at, character);
      if (close < 0) return late ? { open: at, late } : { open: at };
      if (text.slice(at, close).includes('\n')) late = { open: at, close };
      at = close;
      before = character;
    } else if (character !== ' ' && character !== '\t') before = character;
  }
  return late ? { late } : {};
}

function closingQuote(text: string, open: number, quote: string): number {
  for (let at = open + 1; at < text.length; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (quote !== "'" || text[at + 1] !== "'") return at;
      at++;
    }
  }
  return -1;
}

/** Lists and maps in brackets: not closed, closed twice, or without the comma between two items. */
export function bracketProblem(complaint: Complaint): Explained {
  const { source, words, start } = complaint;
  const { text } = source;
  const { value, start: valueStart } = valueAt(text, start);
  if (/^[>|]/.test(value)) return startProblem(complaint);
  const comma = commaInCall(text, start);
  if (comma !== undefined) return commaProblem(source, comma);
  const at = { source, start, end: complaint.end };
  const hint = /^[[{}\]]/.test(value) && start > valueStart && !/^[[{][^\]}]*$/.test(value) ? formulaHintBehind(value) : undefined;
  if (hint || /^[}\]]/.test(value)) return { code: 'Y012', message: `expected a value, found "${clip(revealed(value), 40)}"`, at: { source, start: valueStart, end: endOfLine(text, valueStart) }, hint: hint ?? formulaHint(value) ?? 'remove the bracket', ends: true };
  if (words.includes('sufficiently indented') || words.includes('must end with') || words.includes('block collection')) {
    const opened = openBracket(text, start);
    const closing = text[opened] === '{' ? '}' : ']';
    if (text[start] === closing)
      return { code: 'Y009', message: `the closing ${closing} must be indented deeper than the key of its list or map`, at, labels: [{ at: { source, start: opened, end: opened + 1 }, text: 'opened here' }], hint: `put blanks in front of the ${closing}` };
    return { code: 'Y012', message: `the bracket ${text[opened] ?? '['} is not closed`, at: { source, start: opened, end: opened + 1 }, note: 'opened here', expected: closing, hint: `close it with ${closing}` };
  }
  if (words.startsWith('Missing ,')) return { code: 'Y012', message: 'expected a comma between two items in brackets', at, expected: ',', hint: 'write a comma between the items, or quote a text that holds blanks and signs' };
  if (words.includes('YAML stream')) return { code: 'Y012', message: `expected a key or a value, found ${found(text, start)}`, at, hint: 'look for a bracket that is closed twice or a text that needs quotes', ends: true };
  return { code: 'Y012', message: `expected an item between the brackets, found ${found(text, start)}`, at, hint: 'write items as [a, b] and entries as {key: value, key: value}' };
}

/** A sign that cannot begin a plain value (`%`, `@`, a backtick), or `>` and `|`, which begin a block of text. */
export function startProblem(complaint: Complaint): Explained {
  const { source, start } = complaint;
  const { value, start: from } = valueAt(source.text, start);
  const at = { source, start: from, end: Math.max(from + 1, from + value.trimEnd().length) };
  const sign = value[0] ?? '';
  const message = sign === '>' || sign === '|' ? `a value that begins with ${sign} is a block of text to YAML` : `a value cannot begin with ${revealed(sign)}`;
  return { code: 'Y013', message, at, found: sign, hint: formulaHint(value) ?? 'wrap the value in single quotes' };
}

function formulaHintBehind(value: string): string | undefined {
  const behind = /^[[{].*?[\]}]\s*(\S.*)$/.exec(value)?.[1];
  return behind && /^([-+*/<>=!]|and\b|or\b|in\b|\p{L})/u.test(behind) ? formulaHint(value) : undefined;
}

function openBracket(text: string, before: number): number {
  let depth = 0;
  for (let at = before - 1; at >= 0; at--) {
    const character = text[at]!;
    if (character === ']' || character === '}') depth++;
    else if (character === '[' || character === '{') {
      if (depth === 0) return at;
      depth--;
    }
  }
  return Math.max(0, before - 1);
}

function found(text: string, at: number): string {
  const character = text[at];
  return character === undefined || character === '\n' ? 'the end of the line' : `"${revealed(character)}"`;
}
