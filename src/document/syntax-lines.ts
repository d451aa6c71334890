/** Complaints about lines: wrong indentation, a line without `key:`, a value that swallowed the next line. */
import { lineOf } from '../diagnostic/position.ts';
import { clip, revealed } from '../diagnostic/visible.ts';
import { formulaHint } from './formula-hint.ts';
import type { Complaint, Explained } from './syntax.ts';
import { endOfLine, startOfLine, valueAt } from './syntax-place.ts';

/** A line whose indentation fits neither the line above nor any map around it. */
export function indentProblem(complaint: Complaint): Explained {
  const { source, start } = complaint;
  const { text } = source;
  const from = nextText(text, startOfLine(text, start));
  const found = indentOf(text, from);
  const at = { source, start: from + found, end: Math.max(from + found + 1, endOfLine(text, from)) };
  const neighbour = neighbourAbove(text, from, found);
  return {
    code: 'Y009',
    message: `this line is indented by ${found}, which fits no map or list above it`,
    at,
    ...(neighbour && { labels: [{ at: { source, start: neighbour.start, end: neighbour.end }, text: `indented by ${neighbour.indent}` }] }),
    hint: 'give all entries of one map or list the same number of blanks in front',
  };
}

/** A line that should read `key: value` and does not. */
export function keyProblem(complaint: Complaint): Explained {
  const { source, start } = complaint;
  const { text } = source;
  const from = startOfLine(text, start);
  const indent = indentOf(text, from);
  const end = endOfLine(text, start);
  const line = text.slice(from + indent, end).trimEnd();
  const at = { source, start: from + indent, end: from + indent + Math.max(1, line.length) };
  const shown = clip(revealed(line), 60);
  const joined = /^([\p{L}\p{N}_ -]+):(\S.*)$/u.exec(line);
  if (joined) return { code: 'Y015', message: `expected a blank after the colon in "${shown}"`, at, suggestion: `${joined[1]}: ${joined[2]}`, hint: `write ${clip(revealed(`${joined[1]}: ${joined[2]}`), 60)}` };
  if (/^[\p{L}\p{N}_ -]+:\s+-(\s|$)/u.test(line)) return { code: 'Y015', message: 'a list cannot begin on the line of its key', at, hint: 'put each - on its own line below the key, or write [a, b]' };
  if (/^-(\s|$)/.test(line)) return { code: 'Y015', message: 'a list item stands among the keys of a map', at, hint: 'indent the item below the key that it belongs to' };
  return { code: 'Y015', message: `expected key: value, found "${shown}"`, at, hint: 'write a colon and a blank behind the key; a value that goes on must be indented below its key' };
}

/** A second `: ` inside one value: on its own line, or because the value goes on into the next line. */
export function nestedProblem(complaint: Complaint): Explained {
  const { source, start } = complaint;
  const { text } = source;
  const end = endOfLine(text, start);
  const value = text.slice(start, end);
  if (!/:(\s|$)/.test(value)) {
    const next = swallowed(text, end);
    const line = text.slice(next.start, next.end);
    const key = /^[^:]*/.exec(line)![0];
    return {
      code: 'Y016',
      message: `"${clip(revealed(key), 40)}" is indented deeper than the line above, so it continues that value`,
      at: { source, start: next.start, end: next.end },
      note: 'read as part of the value above',
      labels: [{ at: { source, start, end: start + value.trimEnd().length }, text: 'this value goes on' }],
      hint: `indent line ${lineOf(source, next.start)} like the key above it, or end the line above with a colon if it opens a map`,
    };
  }
  const colon = start + value.search(/:(\s|$)/);
  return {
    code: 'Y014', message: 'a colon followed by a blank starts a new key; one line holds one key',
    at: { source, start: colon, end: colon + 1 },
    hint: formulaHint(valueAt(text, start).value) ?? 'wrap the value in single quotes, or put the second key on its own line',
  };
}

function swallowed(text: string, lineEnd: number): { start: number; end: number } {
  const from = nextText(text, text.indexOf('\n', lineEnd) + 1);
  const start = from + indentOf(text, from);
  return { start, end: Math.max(start, endOfLine(text, start)) };
}

/** The start of the first line from `from` on that holds more than blanks or a comment. */
function nextText(text: string, from: number): number {
  for (let at = from; at < text.length; ) {
    if (!/^\s*(#|$)/.test(text.slice(at, endOfLine(text, at)))) return at;
    const next = text.indexOf('\n', at);
    if (next < 0) break;
    at = next + 1;
  }
  return from;
}

/** The nearest line above that is indented deeper: the entries this line probably belongs with. */
function neighbourAbove(text: string, from: number, indent: number): { start: number; end: number; indent: number } | undefined {
  for (let at = from; at > 0; ) {
    const previous = startOfLine(text, at - 1);
    const found = indentOf(text, previous);
    const end = endOfLine(text, previous);
    if (found > indent && end > previous + found) return { start: previous + found, end, indent: found };
    if (found < indent && end > previous + found) return undefined;
    at = previous;
  }
  return undefined;
}

function indentOf(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at - from;
}
