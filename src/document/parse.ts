/**
 * YAML text into a located tree. One document, plain maps, lists and scalars, read the same way by every other tool:
 * no anchors, aliases, tags, merge keys or directives. Rule: traps.md §3. All problems of a file are reported at once.
 */
import type { Document, ParsedNode } from 'yaml';
import { Problems, type Source } from '../diagnostic/diagnostic.ts';
import { lineOf } from '../diagnostic/position.ts';
import { READABLE } from '../diagnostic/readable.ts';
import { checkCharacters } from './characters.ts';
import { compose } from './compose.ts';
import type { Node } from './node.ts';
import { explainErrors } from './syntax.ts';
import { endOfLine } from './syntax-place.ts';
import { buildTree, TOO_DEEP } from './tree.ts';

export const MAX_BYTES = 1_048_576;

/**
 * Reads a plan file. Adds every problem with its place; answers the tree, or undefined when the text is not one that
 * can be trusted. After a duplicate key alone the tree is given (with the first entry) so that all else is checked.
 */
export function parseDocument(source: Source, problems: Problems): Node | undefined {
  const own = new Problems();
  const root = read(source, own);
  for (const problem of own.all) problems.add(problem);
  return own.all.some((problem) => problem.severity === 'error' && !READABLE.has(problem.code)) ? undefined : root;
}

function read(source: Source, problems: Problems): Node | undefined {
  const { text } = source;
  const bytes = byteLength(text);
  if (bytes > MAX_BYTES) {
    problems.error('Y030', `expected a file of at most ${MAX_BYTES} bytes, found ${bytes}`, { at: { source, start: 0, end: 0 }, hint: 'data belongs in CSV files, not in a plan' });
    return undefined;
  }
  if (!checkCharacters(source, problems)) return undefined;
  refuseDirectives(source, problems);
  const { documents: all, tooDeepAt } = compose(text);
  if (tooDeepAt !== undefined) {
    problems.error('Y031', TOO_DEEP.message, { at: { source, start: tooDeepAt, end: Math.min(tooDeepAt + 1, text.length) }, hint: TOO_DEEP.hint });
    return undefined;
  }
  const first = all[0];
  if (!first?.contents || isNothing(first.contents)) {
    if (!problems.failed) problems.error('Y001', 'the file is empty', { at: { source, start: 0, end: 0 }, hint: 'write at least plan: NAME or workspace: NAME, or run paycurve init' });
    return undefined;
  }
  if (all.length > 1) refuseSecond(first, source, problems);
  const syntax = new Problems();
  if (first.errors.length > 0) explainErrors(first.errors, source, syntax);
  const meaning = new Problems();
  const root = buildTree(first.contents as ParsedNode, source, meaning);
  for (const problem of withoutEchoes(syntax, meaning, source)) problems.add(problem);
  return root;
}

/** Where the library stumbled, the tree is a guess: what the tree says about that line or anything below is left out. */
function withoutEchoes(syntax: Problems, meaning: Problems, source: Source): Problems['all'] {
  const line = (at: number): number => lineOf(source, at);
  const stumbled = Math.min(...syntax.all.map((problem) => line(problem.at!.start)));
  return [...syntax.all, ...meaning.all.filter((problem) => line(problem.at!.start) < stumbled)];
}

function refuseDirectives(source: Source, problems: Problems): void {
  for (const found of source.text.matchAll(/^%[^\n]*/gm)) {
    const before = source.text.slice(0, found.index);
    if (!/^(\s*(#[^\n]*|%[^\n]*)?(\n|$))*$/.test(before)) return;
    problems.error('Y003', 'a plan holds no YAML directives', { at: { source, start: found.index, end: found.index + found[0].trimEnd().length }, hint: 'remove the line; plans are read as YAML 1.2' });
  }
}

function refuseSecond(first: Document.Parsed, source: Source, problems: Problems): void {
  const { text } = source;
  const from = first.range[1];
  const marker = /^(---|\.\.\.)/m.exec(text.slice(from));
  const start = from + (marker?.index ?? 0);
  problems.error('Y002', 'expected one document in a file, found a second one', {
    at: { source, start, end: Math.max(start, endOfLine(text, start)) },
    note: 'the second document begins here', hint: 'put each plan in its own file, or remove the line',
  });
}

function isNothing(contents: unknown): boolean {
  const node = contents as { items?: unknown; source?: string; tag?: string; anchor?: string; type?: string };
  return node.items === undefined && node.source === '' && node.type === 'PLAIN' && node.tag === undefined && node.anchor === undefined;
}

function byteLength(text: string): number {
  return text.length * 3 <= MAX_BYTES ? text.length : new TextEncoder().encode(text).length;
}
