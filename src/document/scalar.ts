/** One scalar of the located tree: its exact text, what it looks like, and the way back to the file. */
import type { Scalar } from 'yaml';
import type { Problems, Source, Span } from '../diagnostic/diagnostic.ts';
import { placeBlock } from './block-places.ts';
import { commaProblem, opensCall } from './comma.ts';
import type { ScalarNode } from './node.ts';
import { placeFlow, type PlacedText } from './scalar-places.ts';

export const MAX_TEXT = 65_536;

/** The scalar with its text as written; numbers keep their digits because the library's own value is not used. */
export function scalarNode(node: Scalar.Parsed, source: Source, pointer: string): ScalarNode {
  const [start, end] = node.range;
  const at: Span = { source, start, end };
  const quoted = node.type !== 'PLAIN';
  const looks = quoted ? 'text' : kindOf(node.value);
  const text = looks === 'nothing' ? '' : node.source;
  let placed: PlacedText | undefined;
  const place = (from: number, to: number): Span => {
    if (looks === 'nothing') return at;
    placed ??= placesOf(node, source);
    return spanOf(placed, at, from, to);
  };
  return { kind: 'scalar', at, pointer, text, quoted, looks, place };
}

/** Texts that are too long, and a plain formula that a ` #` cut in two. */
export function checkText(node: Scalar.Parsed, source: Source, problems: Problems): void {
  const [start, end] = node.range;
  if (node.source.length > MAX_TEXT)
    problems.error('Y033', `expected a text of at most ${MAX_TEXT} characters, found ${node.source.length}`, { at: { source, start, end: start + 1 }, hint: 'look for a quote that is closed too late' });
  if (node.type !== 'PLAIN') return;
  // Only inside brackets can a comma stand right behind a plain text.
  const comma = end + /^\s*/.exec(source.text.slice(end, end + 200))![0].length;
  if (source.text[comma] === ',' && opensCall(node.source)) {
    const { code, message, ...rest } = commaProblem(source, comma);
    problems.error(code, message, rest);
  }
  const open = openQuote(node.source);
  if (open === undefined) return;
  const behind = /^[^\S\n]+#[^\n]*/.exec(source.text.slice(end, end + MAX_TEXT))?.[0];
  if (behind === undefined || !behind.includes(open)) return;
  const mark = end + behind.indexOf('#');
  problems.error('Y018', 'a blank followed by # starts a comment, and cuts this text in two', {
    at: { source, start: mark, end: end + behind.trimEnd().length }, note: 'YAML reads this as a comment',
    hint: `wrap the whole value in ${open === "'" ? 'double' : 'single'} quotes`,
  });
}

/** The quote that is opened in a plain text and not closed. An apostrophe inside a word opens nothing. */
function openQuote(text: string): string | undefined {
  let open: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === open) open = undefined;
    else if (open === undefined && (character === '"' || character === "'") && !isInWord(text[at - 1] ?? ' ')) open = character;
  }
  return open;
}

/** A letter or digit. All scripts are asked only beyond ASCII: the engine needs long to prepare their letters. */
function isInWord(character: string): boolean {
  return character < '\u0080' ? /[A-Za-z0-9]/.test(character) : /[\p{L}\p{N}]/u.test(character);
}

function kindOf(value: unknown): ScalarNode['looks'] {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'boolean') return 'yes-no';
  return typeof value === 'number' || typeof value === 'bigint' ? 'number' : 'text';
}

function spanOf(placed: PlacedText, at: Span, from: number, to: number): Span {
  const last = placed.text.length;
  const first = Math.max(0, Math.min(from, last));
  const start = first < last ? placed.starts[first]! : last > 0 ? placed.ends[last - 1]! : at.start;
  const end = to > first && first < last ? placed.ends[Math.min(to, last) - 1]! : start;
  return { source: at.source, start, end: Math.max(start, end) };
}

/** Places of every unit; where our reading and the library's differ, every unit stands for the whole scalar. */
function placesOf(node: Scalar.Parsed, source: Source): PlacedText {
  const placed = readPlaces(node, source.text);
  if (placed.text === node.source) return placed;
  const [start, end] = node.range;
  return { text: node.source, starts: new Array<number>(node.source.length).fill(start), ends: new Array<number>(node.source.length).fill(end) };
}

function readPlaces(node: Scalar.Parsed, raw: string): PlacedText {
  const [start, end] = node.range;
  const token = node.srcToken;
  if (token?.type !== 'block-scalar') return placeFlow(raw, start, end, node.type === 'QUOTE_DOUBLE' ? 'double' : node.type === 'QUOTE_SINGLE' ? 'single' : 'plain');
  const head = token.props.reduce((sum, prop) => sum + ('source' in prop ? prop.source.length : 0), 0);
  const header = raw.slice(start, start + 4);
  const digit = /^[|>][-+]?([1-9])/.exec(header)?.[1];
  return placeBlock({
    start: start + head, body: token.source, folded: header.startsWith('>'),
    indent: digit === undefined ? undefined : token.indent + digit.charCodeAt(0) - 48,
    chomp: /^[|>]\d?-/.test(header) ? 'strip' : /^[|>]\d?\+/.test(header) ? 'keep' : 'clip',
  });
}
