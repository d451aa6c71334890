/**
 * From the YAML library's nodes to the located tree. What a plan has no use for is refused here with its place:
 * anchors, aliases, tags, merge keys, duplicate keys, too deep or too large (caps: traps.md §14).
 */
import { isAlias, isPair, isScalar, isSeq, type ParsedNode, type Range, type Scalar, type YAMLMap } from 'yaml';
import type { Problems, Source, Span } from '../diagnostic/diagnostic.ts';
import { lineOf } from '../diagnostic/position.ts';
import { clip, revealed } from '../diagnostic/visible.ts';
import { MAX_DEPTH } from './compose.ts';
import { checkKey } from './key.ts';
import { checkText, scalarNode } from './scalar.ts';
import type { MapEntry, MapNode, Node } from './node.ts';
import { pointerTo } from './pointer.ts';

export const TOO_DEEP = {
  message: `expected at most ${MAX_DEPTH} levels of maps and lists, found more`,
  hint: 'a plan needs about eight; look for brackets that are not closed',
};
export const MAX_KEYS = 2000;

interface Builder {
  readonly source: Source;
  readonly problems: Problems;
}

/** The tree of a document's contents. Problems are added; the tree is whole only when none of them is an error. */
export function buildTree(contents: ParsedNode, source: Source, problems: Problems): Node {
  return build(contents, '', 1, { source, problems });
}

function build(node: ParsedNode | null, pointer: string, depth: number, builder: Builder, gap = 0): Node {
  const { source, problems } = builder;
  if (node === null) return nothing(source, pointer, gap);
  if (isAlias(node)) {
    problems.error('Y004', `expected a value, found the alias *${clip(revealed(node.source), 40)}`, { at: span(source, node.range), hint: aliasHint(source, node.range) });
    return nothing(source, pointer, node.range[0]);
  }
  refuseProperties(node, builder);
  if (isScalar(node)) {
    checkText(node as Scalar.Parsed, source, problems);
    return scalarNode(node as Scalar.Parsed, source, pointer);
  }
  const at = clipToLine(source, node.range);
  if (depth > MAX_DEPTH) {
    problems.error('Y031', TOO_DEEP.message, { at, hint: TOO_DEEP.hint });
    return nothing(source, pointer, node.range[0]);
  }
  if (isSeq(node)) {
    const items = node.items.map((item, index) => build(isPair(item) ? null : (item as ParsedNode | null), pointerTo(pointer, index), depth + 1, builder, node.range[0]));
    return { kind: 'list', at, pointer, items };
  }
  return buildMap(node as YAMLMap.Parsed, at, pointer, depth, builder);
}

function buildMap(node: YAMLMap.Parsed, at: Span, pointer: string, depth: number, builder: Builder): MapNode {
  const { source, problems } = builder;
  if (node.items.length > MAX_KEYS)
    problems.error('Y032', `expected at most ${MAX_KEYS} keys in one map, found ${node.items.length}`, { at, hint: 'long lists belong in a data file or a reference table' });
  const byKey = new Map<string, MapEntry>();
  const entries: MapEntry[] = [];
  for (const pair of node.items.slice(0, MAX_KEYS)) {
    const keyNode = pair.key as ParsedNode;
    if (isAlias(keyNode) || !isScalar(keyNode)) {
      build(keyNode, pointer, depth + 1, builder);
      continue;
    }
    refuseProperties(keyNode, builder);
    const key = (keyNode as Scalar.Parsed).source;
    const keyAt = span(source, keyNode.range);
    const value = build(pair.value as ParsedNode | null, pointerTo(pointer, key), depth + 1, builder, keyNode.range[1]);
    if (!checkKey(key, keyAt, pair.value === null, problems)) continue;
    const earlier = byKey.get(key);
    if (earlier) {
      problems.error('Y007', `the key "${clip(revealed(key), 60)}" stands twice in one map`, {
        at: keyAt, pointer: pointerTo(pointer, key), note: 'again here', labels: [{ at: earlier.keyAt, text: 'first here' }],
        hint: 'remove one of the two, or give it another name',
      });
      continue;
    }
    const entry = { key, keyAt, value };
    byKey.set(key, entry);
    entries.push(entry);
  }
  return { kind: 'map', at, pointer, entries, get: (key) => byKey.get(key)?.value, entry: (key) => byKey.get(key) };
}

/** Anchors and tags change what a value is without being seen; a plan is read as it stands. */
function refuseProperties(node: ParsedNode, builder: Builder): void {
  const { source, problems } = builder;
  const anchor = isAlias(node) ? undefined : node.anchor;
  if (anchor !== undefined) {
    const start = source.text.lastIndexOf(`&${anchor}`, node.range[0]);
    const range = [start, start + anchor.length + 1] as const;
    problems.error('Y004', `expected a value, found the anchor &${clip(revealed(anchor), 40)}`, { at: span(source, range), hint: `remove &${clip(revealed(anchor), 40)}: a plan has no anchors, and & is no sign for and` });
  }
  if (node.tag !== undefined && !isAlias(node)) {
    const start = Math.max(0, source.text.lastIndexOf('!', node.range[0]));
    const from = source.text[start - 1] === '!' ? start - 1 : start;
    const written = /^![^\s,\]}]*/.exec(source.text.slice(from, from + 200))?.[0] ?? '!';
    const negated = isScalar(node) && node.type === 'PLAIN' && /^![A-Za-z_(]/.test(written);
    problems.error('Y005', `expected a value, found the tag ${clip(revealed(written), 40)}`, {
      at: span(source, [from, from + written.length]),
      hint: negated ? `! is no "not" in YAML; write not ${clip(revealed(written.slice(1)), 40)}` : 'remove the tag; paycurve reads numbers, dates and texts by the field they stand in',
    });
  }
}

function aliasHint(source: Source, range: readonly number[]): string {
  const behind = source.text.slice(range[1], range[1]! + 20);
  return /^[^\S\n]+[^\s#]/.test(behind) ? '* and & are no signs to begin a value with; write the column first, such as amount * 2' : 'write the value out where it is needed; a plan has no anchors and aliases';
}

function nothing(source: Source, pointer: string, offset: number): Node {
  const at: Span = { source, start: offset, end: offset };
  return { kind: 'scalar', at, pointer, text: '', quoted: false, looks: 'nothing', place: () => at };
}

function span(source: Source, range: readonly number[] | Range): Span {
  return { source, start: range[0]!, end: range[1]! };
}

/** Block maps and lists end on the following line; their place is their first line. */
function clipToLine(source: Source, range: Range): Span {
  const { text } = source;
  const start = range[0];
  const end = Math.max(start, Math.min(range[1], text.length));
  if (lineOf(source, start) === lineOf(source, end)) return { source, start, end };
  const lineEnd = text.indexOf('\n', start);
  return { source, start, end: start + text.slice(start, lineEnd).trimEnd().length };
}
