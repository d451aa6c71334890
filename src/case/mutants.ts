/**
 * Plans changed in one place, to see whether a case notices: a number by one of its last digit, an operator by its neighbour. The located
 * tree is changed and not the text, so that a change cannot slip into a comment or a name, and keeps its line.
 */
import { Problems, type Span } from '../diagnostic/diagnostic.ts';
import type { MapEntry, MapNode, Node, ScalarNode } from '../document/node.ts';
import { Faults } from '../expr/faults.ts';
import { lex } from '../expr/lexer.ts';
import { ONE } from '../value/exact.ts';
import { readNumber } from '../value/number-text.ts';

export interface Mutant {
  readonly at: Span;
  /** `35% → 36%`. */
  readonly what: string;
  /** `components.new_business.tiers.rates[1].to`: where it stands in the plan, entries counted from 1. */
  readonly path: string;
  readonly root: MapNode;
}

/** Where pay is decided; names, dates and titles are not changed. */
const PARTS = ['credits', 'measures', 'components', 'adjust'];

export function mutantsOf(root: MapNode): readonly Mutant[] {
  const found: Mutant[] = [];
  const visit = (node: Node, put: (changed: Node) => MapNode): void => {
    if (node.kind === 'scalar') found.push(...scalarMutants(node, put));
    else if (node.kind === 'list') node.items.forEach((item, index) => visit(item, (changed) => put({ ...node, items: node.items.with(index, changed) })));
    else node.entries.forEach((entry, index) => {
      if (WORDS.has(entry.key)) return;
      const putEntry = (changed: MapEntry): MapNode => put(mapOf(node, node.entries.with(index, changed)));
      if (NUMBER.test(entry.key)) found.push({ at: entry.keyAt, what: `${entry.key} → ${raised(entry.key)}`, path: pathTo(node.pointer), root: putEntry({ ...entry, key: raised(entry.key) }) });
      visit(entry.value, (changed) => putEntry({ ...entry, value: changed }));
    });
  };
  for (const [index, entry] of root.entries.entries()) if (PARTS.includes(entry.key)) visit(entry.value, (changed) => mapOf(root, root.entries.with(index, { ...entry, value: changed })));
  return found;
}

/** Texts for people, and names. */
const WORDS = new Set(['title', 'order']);
const NUMBER = /^-?\d[\d_]*(\.\d+)?%?$/;

const SIGNS: ReadonlyMap<string, string> = new Map([['>=', '>'], ['>', '>='], ['<=', '<'], ['<', '<='], ['==', '!='], ['!=', '=='], ['+', '-'], ['-', '+'], ['*', '/'], ['/', '*']]);
const NAMES: ReadonlyMap<string, string> = new Map([['and', 'or'], ['or', 'and'], ['min', 'max'], ['max', 'min']]);

function* scalarMutants(node: ScalarNode, put: (changed: Node) => MapNode): Generator<Mutant> {
  if (node.looks === 'nothing' || /^\d{4}-\d{2}-\d{2}/.test(node.text)) return;
  const faults = new Faults(node, new Problems());
  const tokens = lex(node.text, faults, false);
  if (faults.errors > 0) return;
  for (const [index, { kind, start, end }] of tokens.entries()) {
    const text = node.text.slice(start, end);
    const next = tokens[index + 1];
    if (kind === 'sign' && next?.kind === 'number' && changesNothing(text, node.text.slice(next.start, next.end))) continue;
    const other = kind === 'number' ? raised(text) : kind === 'sign' ? SIGNS.get(text) : kind === 'name' ? NAMES.get(text) : undefined;
    if (other === undefined) continue;
    yield { at: node.place(start, end), what: `${text} → ${other}`, path: pathTo(node.pointer), root: put(withText(node, `${node.text.slice(0, start)}${other}${node.text.slice(end)}`)) };
  }
}

/** Times or divided by one, plus or minus nothing: the neighbour means the same, so no case could notice. */
function changesNothing(sign: string, number: string): boolean {
  const read = readNumber(number, { percent: true, fraction: false, underscores: true });
  return 'value' in read && (sign === '*' || sign === '/' ? read.value.equals(ONE) : (sign === '+' || sign === '-') && read.value.isZero());
}

function pathTo(pointer: string): string {
  return pointer.slice(1).split('/').map((key) => (/^\d+$/.test(key) ? `[${+key + 1}]` : key.replaceAll('~1', '/').replaceAll('~0', '~'))).join('.').replaceAll('.[', '[');
}

/** The number with one more in its last digit: `8%` → `9%`, `1.50` → `1.51`, `1_999` → `2_000`. */
function raised(text: string): string {
  let carry = true;
  const changed = [...text].reverse().map((sign) => {
    if (!carry || !/\d/.test(sign)) return sign;
    carry = sign === '9';
    return carry ? '0' : `${+sign + 1}`;
  });
  const body = changed.reverse().join('');
  return carry ? body.replace(/\d/, '1$&') : body;
}

function withText(node: ScalarNode, text: string): ScalarNode {
  const last = node.text.length;
  return { ...node, text, place: (start, end) => node.place(Math.min(start, last), Math.min(end, last)) };
}

function mapOf(node: MapNode, entries: readonly MapEntry[]): MapNode {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  return { ...node, entries, get: (key) => byKey.get(key)?.value, entry: (key) => byKey.get(key) };
}
