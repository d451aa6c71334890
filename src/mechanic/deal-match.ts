/**
 * Which row of a rate table a deal belongs to: each row names columns with a value, a list or a range; a column that it does
 * not name matches everything. The row that names most columns wins, and two that name as many are an error (COM-19). A row may look at the size of the deal too (COM-20).
 */
import type { MapEntry, Node } from '../document/node.ts';
import { Exact } from '../value/exact.ts';
import type { Type } from '../expr/types.ts';
import type { Deal, Reader, Words } from './mechanic.ts';

export type Wanted =
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  /** From inclusive, to exclusive: an edge belongs to the range that begins there. `of`: a column, or the size of the deal. */
  | { readonly kind: 'range'; readonly of: 'ratio' | 'number' | 'size'; readonly type: Type; readonly from: Exact | undefined; readonly to: Exact | undefined };

/** Column by column. */
export type Match = ReadonlyMap<string, Wanted>;

/** The key under which a row looks at what is credited of the deal. A column of that name goes before. */
export const SIZE = 'size';

/** `sized`: a row may look at the size of the deal as well. */
export function readMatch(node: Node | undefined, reader: Reader, sized = false): Match | undefined {
  const match = new Map<string, Wanted>();
  if (node === undefined) return match;
  if (node.kind !== 'map') return undefined;
  let sound = true;
  for (const entry of node.entries) {
    const wanted = sized && entry.key === SIZE && !reader.hasColumn(SIZE) ? readSize(entry.value, reader) : readWanted(entry, reader);
    if (wanted === undefined) sound = false;
    else match.set(entry.key, wanted);
  }
  return sound ? match : undefined;
}

function readWanted({ key, keyAt, value }: MapEntry, reader: Reader): Wanted | undefined {
  const column = reader.column({ kind: 'scalar', at: keyAt, pointer: value.pointer, text: key, quoted: false, looks: 'text', place: () => keyAt });
  if (column === undefined) return undefined;
  const numeric = column.kind === 'number' || column.kind === 'ratio';
  if (!numeric && !['text', 'one-of', 'payee'].includes(column.kind)) {
    reader.problem('P380', `a rate table cannot look at ${key}, which is declared as ${column.kind}`, keyAt, { found: column.kind, expected: 'text, one of, number or ratio', hint: column.kind === 'money' ? 'amounts are in the currency of the row; under rate-table, size is what is credited of the deal, in the currency of the plan' : 'use a column of text or numbers' });
    return undefined;
  }
  return numeric ? readRange(value, key, column.kind === 'ratio' ? 'ratio' : 'number', column.kind === 'ratio' ? 'ratio' : 'number', reader) : readTexts(value, key, column.values, reader);
}

/** A size is never below zero: a return is as large as what it takes back. */
function readSize(node: Node, reader: Reader): Wanted | undefined {
  const wanted = readRange(node, SIZE, 'size', reader.baseType ?? 'number', reader);
  if (wanted?.kind !== 'range') return undefined;
  for (const [end, edge] of [['from', wanted.from], ['to', wanted.to]] as const)
    if (edge !== undefined && (edge.sign() < 0 || (end === 'to' && edge.isZero()))) {
      reader.problem('P380', 'the size of a deal is never below zero, so this range has an end that no deal lies at', node, { hint: 'sizes begin at 0, and a return is looked at by its size without the sign' });
      return undefined;
    }
  return wanted;
}

function readRange(node: Node, key: string, of: 'ratio' | 'number' | 'size', type: Type, reader: Reader): Wanted | undefined {
  const edges = node.kind === 'map' ? [node.get('from'), node.get('to')] : [];
  if (edges.every((edge) => edge === undefined)) {
    reader.problem('P380', `${key} is a number, and a number is looked at in ranges`, node, { hint: `write ${key}: { from: 10, to: 20 }; one end may be left out` });
    return undefined;
  }
  const [from, to] = edges.map((edge) => {
    if (edge === undefined) return undefined;
    const number = reader.number(edge);
    if (number !== undefined && of === 'ratio' && !number.percent && !number.value.isZero()) {
      reader.problem('P303', `${key} is read in percent, and ${edge.kind === 'scalar' ? edge.text : ''} has no %`, edge, { hint: 'write it with %' });
      return null;
    }
    if (number?.percent === true && of === 'size') {
      reader.problem('P304', `${edge.kind === 'scalar' ? edge.text : ''} is a percent, and the size of a deal is ${type === 'money' ? 'money' : 'a number'}`, edge, { hint: 'write the edge without %' });
      return null;
    }
    return number?.value ?? null;
  });
  if (from === null || to === null) return undefined;
  if (from !== undefined && to !== undefined && from.atLeast(to)) {
    reader.problem('P305', `edges rise from one entry to the next, and the range of ${key} ends where it begins or before`, node, { hint: 'write the smaller number under "from"' });
    return undefined;
  }
  return { kind: 'range', of, type, from, to };
}

function readTexts(node: Node, key: string, values: readonly string[] | undefined, reader: Reader): Wanted | undefined {
  const items = node.kind === 'list' ? node.items : [node];
  const texts: string[] = [];
  for (const item of items) {
    if (item.kind !== 'scalar' || (values !== undefined && !values.includes(item.text))) {
      const found = item.kind === 'scalar' ? item.text : item.kind;
      reader.problem('P381', `${key} is never ${found}`, item, { found, ...(values === undefined ? {} : { expected: values.join(', ') }), hint: values === undefined ? 'write a value, or a list of values' : `it is one of ${values.join(', ')}` });
      return undefined;
    }
    texts.push(item.text);
  }
  return { kind: 'texts', texts };
}

/** `value`: what is credited of the deal, where rows may look at its size. */
export function matches(match: Match, deal: Pick<Deal, 'column'> & Partial<Pick<Deal, 'value'>>): boolean {
  for (const [column, wanted] of match) {
    const value = wanted.kind === 'range' && wanted.of === 'size' ? deal.value?.abs() : deal.column(column);
    if (wanted.kind === 'texts' ? typeof value !== 'string' || !wanted.texts.includes(value) : !(value instanceof Exact) || !inside(wanted, value)) return false;
  }
  return true;
}

function inside({ from, to }: Extract<Wanted, { kind: 'range' }>, value: Exact): boolean {
  return (from === undefined || value.atLeast(from)) && (to === undefined || value.lessThan(to));
}

/** The columns it looks at: the size of a deal is none. */
export function columnsOf(match: Match): readonly string[] {
  return [...match].filter(([, wanted]) => wanted.kind !== 'range' || wanted.of !== 'size').map(([column]) => column);
}

/** Whether some deal could match both, as far as the columns that both name can tell. */
export function mayMeet(one: Match, other: Match): boolean {
  for (const [column, wanted] of one) {
    const theirs = other.get(column);
    if (theirs === undefined || theirs.kind !== wanted.kind) continue;
    if (wanted.kind === 'texts' && theirs.kind === 'texts' && !wanted.texts.some((text) => theirs.texts.includes(text))) return false;
    if (wanted.kind === 'range' && theirs.kind === 'range' && (ends(wanted, theirs) || ends(theirs, wanted))) return false;
  }
  return true;
}

/** The first ends before the second begins. */
function ends(one: Extract<Wanted, { kind: 'range' }>, other: Extract<Wanted, { kind: 'range' }>): boolean {
  return one.to !== undefined && other.from !== undefined && other.from.atLeast(one.to);
}

/** `type New or Renewal, discount from 20 % to below 30 %`; `any deal`. */
export function matchWords(match: Match, words: Words): string {
  if (match.size === 0) return 'any other deal';
  return [...match]
    .map(([column, wanted]) => {
      if (wanted.kind === 'texts') return `${column} ${wanted.texts.join(' or ')}`;
      const say = (value: Exact): string => (wanted.of === 'ratio' ? words.percent(value) : words.amount(value, wanted.type));
      return `${column}${wanted.from === undefined ? '' : ` from ${say(wanted.from)}`}${wanted.to === undefined ? '' : ` ${wanted.from === undefined ? '' : 'to '}below ${say(wanted.to)}`}`;
    })
    .join(', ');
}
