/** Tables of cases: one case written once, with `{name}` where the values of each line go. */
import type { Problems } from '../diagnostic/diagnostic.ts';
import { didYouMean } from '../diagnostic/suggest.ts';
import type { MapEntry, MapNode, Node, ScalarNode } from '../document/node.ts';

const HOLE = /\{([A-Za-z][A-Za-z0-9_]*)\}/g;

/** The cases that a node stands for: itself, or one for each line of its table. */
export function casesOf(node: MapNode, problems: Problems): readonly MapNode[] {
  const table = node.get('table');
  if (table?.kind !== 'list') return [node];
  const lines = table.items.flatMap((item) => (item.kind === 'map' ? [item] : []));
  const names = lines[0]?.entries.map((entry) => entry.key) ?? [];
  if (!sameNames(lines, names, problems) || !filledAll(node, names, problems)) return [];
  return lines.map((line) => {
    const values = new Map(line.entries.map(({ key, value }) => [key, value.kind === 'scalar' ? value.text : '']));
    const name = node.get('name') as ScalarNode;
    const told = holesIn(name.text).size > 0 ? '' : ` (${[...values].map(([key, value]) => `${key} ${value}`).join(', ')})`;
    return filledMap(node, values, (entry) => (entry.key === 'name' ? { ...entry, value: filledScalar(entry.value as ScalarNode, values, told) } : undefined));
  });
}

function sameNames(lines: readonly MapNode[], names: readonly string[], problems: Problems): boolean {
  let same = true;
  for (const line of lines) {
    const missing = names.find((name) => line.entry(name) === undefined);
    const more = line.entries.find((entry) => !names.includes(entry.key));
    if (missing === undefined && more === undefined) continue;
    same = false;
    problems.error('T007', missing === undefined ? `this line of the table has a value for "${more!.key}", and the first line has none` : `this line of the table has no value for "${missing}"`, { at: more?.keyAt ?? line.at, pointer: line.pointer, expected: names.join(', '), hint: `every line gives ${names.join(', ')}` });
  }
  return same;
}

/** Each hole has a value, and each value has a hole: a misspelt name would leave a case that shows nothing. */
function filledAll(node: MapNode, names: readonly string[], problems: Problems): boolean {
  const used = new Set<string>();
  let whole = true;
  for (const scalar of textsIn(node)) {
    for (const hole of holesIn(scalar.text)) {
      used.add(hole);
      if (names.includes(hole)) continue;
      whole = false;
      const near = didYouMean(hole, names);
      problems.error('T007', `the table has no value for {${hole}}`, { at: scalar.at, pointer: scalar.pointer, found: hole, ...(near === undefined ? {} : { note: near }), hint: `the table gives ${names.join(', ')}` });
    }
  }
  for (const name of names) {
    if (used.has(name)) continue;
    whole = false;
    problems.error('T007', `the case has no {${name}} to be filled in`, { at: node.entry('table')!.keyAt, pointer: `${node.pointer}/table`, hint: `write {${name}} where the value goes, or leave it out of the table` });
  }
  return whole;
}

function holesIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(HOLE)].map((match) => match[1]!));
}

function* textsIn(node: Node): Generator<ScalarNode> {
  if (node.kind === 'scalar') yield node;
  else if (node.kind === 'list') for (const item of node.items) yield* textsIn(item);
  else for (const { key, value } of node.entries) if (key !== 'table') yield* textsIn(value);
}

function filled(node: Node, values: ReadonlyMap<string, string>): Node {
  if (node.kind === 'scalar') return filledScalar(node, values);
  if (node.kind === 'list') return { ...node, items: node.items.map((item) => filled(item, values)) };
  return filledMap(node, values);
}

function filledMap(node: MapNode, values: ReadonlyMap<string, string>, own: (entry: MapEntry) => MapEntry | undefined = () => undefined): MapNode {
  const entries = node.entries.filter((entry) => entry.key !== 'table').map((entry) => own(entry) ?? { ...entry, value: filled(entry.value, values) });
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  return { ...node, entries, get: (key) => byKey.get(key)?.value, entry: (key) => byKey.get(key) };
}

/** Lines stay lines, so a place in the filled text is its line in the file. */
function filledScalar(node: ScalarNode, values: ReadonlyMap<string, string>, more = ''): ScalarNode {
  const text = node.text.replace(HOLE, (hole, name: string) => values.get(name) ?? hole) + more;
  if (text === node.text) return node;
  return {
    ...node,
    text,
    place(start) {
      const line = text.slice(0, start).split('\n').length - 1;
      const before = node.text.split('\n').slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
      const end = node.text.indexOf('\n', before);
      return node.place(before, end < 0 ? node.text.length : end);
    },
  };
}
