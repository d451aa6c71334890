/**
 * Column declarations: `TYPE`, `?` when a cell may be empty, `from HEADER` when the header differs from the name. The
 * header is taken verbatim to the end of the line. Every fault is shown at its letters.
 */
import type { Column, ColumnType } from '../data/contract.ts';
import type { Problems, Span } from '../diagnostic/diagnostic.ts';
import { didYouMean } from '../diagnostic/suggest.ts';
import type { MapNode, ScalarNode } from '../document/node.ts';
import { RESERVED_WORDS } from '../expr/token.ts';
import { isCurrencyCode } from '../value/currency.ts';
import { labelled } from './place.ts';
import { quoted } from './shape-words.ts';

const SIMPLE = new Map<string, Exclude<ColumnType['kind'], 'money' | 'one-of'>>([
  ['text', 'text'],
  ['number', 'number'],
  ['ratio', 'ratio'],
  ['date', 'date'],
  ['timestamp', 'timestamp'],
  ['yes/no', 'yes-no'],
  ['payee', 'payee'],
]);

const TYPE_WORDS = [...SIMPLE.keys(), 'money', 'money(USD)', 'one of A, B'];

/** Other tools' words for our types. */
const FOREIGN = new Map([
  ['string', 'text'],
  ['varchar', 'text'],
  ['int', 'number'],
  ['integer', 'number'],
  ['decimal', 'number, or money for amounts'],
  ['float', 'number, or money for amounts'],
  ['currency', 'money'],
  ['percent', 'ratio'],
  ['percentage', 'ratio'],
  ['bool', 'yes/no'],
  ['boolean', 'yes/no'],
  ['datetime', 'timestamp'],
  ['person', 'payee'],
  ['enum', 'one of A, B'],
]);

/** The columns of a table, in the order written; those with a fault are left out. */
export function readColumns(node: MapNode, table: string, currency: string, problems: Problems): Column[] {
  const names = node.entries.map((entry) => entry.key);
  const columns: Column[] = [];
  for (const { key, keyAt, value } of node.entries) {
    if (value.kind !== 'scalar') continue;
    if (RESERVED_WORDS.includes(key)) problems.error('P094', `a column cannot be called ${quoted(key)}, which is a word of formulas`, { at: keyAt, pointer: value.pointer, found: key, hint: `choose another name: ${key}_text: ${value.text}${/\sfrom\s/.test(value.text) ? '' : ` from ${key}`}` });
    const column = readColumn(key, keyAt, value, currency, problems);
    if (column !== undefined) columns.push(column);
  }
  for (const column of columns) checkCurrencyColumn(column, columns, names, node, table, problems);
  return columns;
}

function readColumn(name: string, at: Span, node: ScalarNode, currency: string, problems: Problems): Column | undefined {
  const match = /^(.*?)(?:\s+from\s(.*))?$/.exec(node.text)!;
  const declared = match[1]!;
  const header = match[2] === undefined ? name : match[2].trim();
  const optional = declared.endsWith('?');
  const type = readType(optional ? declared.slice(0, -1) : declared, node, currency, problems);
  if (type === undefined) return undefined;
  return { name, header, type, optional, at };
}

function readType(text: string, node: ScalarNode, currency: string, problems: Problems): ColumnType | undefined {
  const simple = SIMPLE.get(text);
  if (simple !== undefined) return { kind: simple };
  if (text === 'money') return { kind: 'money', currency };
  const money = /^money\s*\(\s*([^)]*?)\s*\)$/.exec(text);
  if (money) return readMoney(money[1]!, text, node, problems);
  if (/^one of\b/.test(text)) return readChoice(text, node, problems);
  const word = text.trim();
  const foreign = FOREIGN.get(word.toLowerCase());
  const near = foreign === undefined ? didYouMean(word, TYPE_WORDS) : `write ${foreign}`;
  problems.error('P020', word === '' ? 'a column type is missing' : `${quoted(word)} is no column type`, {
    at: node.place(0, Math.max(text.length, 1)),
    pointer: node.pointer,
    found: word,
    ...(near === undefined ? {} : { note: near }),
    hint: `types are ${TYPE_WORDS.join(', ')}; then ? if a cell may be empty, then from HEADER`,
  });
  return undefined;
}

function readMoney(inside: string, text: string, node: ScalarNode, problems: Problems): ColumnType | undefined {
  if (isCurrencyCode(inside)) return { kind: 'money', currency: inside };
  if (/^[A-Za-z][A-Za-z0-9_]*$/.test(inside)) return { kind: 'money', currency: { column: inside } };
  const start = text.indexOf('(') + 1;
  problems.error('P021', `${quoted(inside)} is neither a currency nor a column`, {
    at: node.place(start, Math.max(text.lastIndexOf(')'), start + 1)),
    pointer: node.pointer,
    found: inside,
    hint: 'write money(USD) for one currency, or money(currency) when each row names its own in the column currency',
  });
  return undefined;
}

function readChoice(text: string, node: ScalarNode, problems: Problems): ColumnType | undefined {
  const values: string[] = [];
  let at = 'one of'.length;
  for (const piece of text.slice(at).split(',')) {
    const value = piece.trim();
    const start = at + piece.indexOf(value);
    const fault = value === '' ? 'an empty value in a list of values' : values.includes(value) ? `the value ${quoted(value)} is listed twice` : undefined;
    if (fault !== undefined) {
      problems.error('P020', fault, { at: node.place(start, Math.max(start + value.length, start + 1)), pointer: node.pointer, found: value, hint: 'write one of New, Renewal, Expansion' });
      return undefined;
    }
    values.push(value);
    at += piece.length + 1;
  }
  return { kind: 'one-of', values };
}

function checkCurrencyColumn(column: Column, columns: readonly Column[], names: readonly string[], node: MapNode, table: string, problems: Problems): void {
  if (column.type.kind !== 'money' || typeof column.type.currency === 'string') return;
  const name = column.type.currency.column;
  const scalar = node.get(column.name) as ScalarNode;
  const start = scalar.text.indexOf(name, scalar.text.indexOf('('));
  const at = scalar.place(start, start + name.length);
  const holder = columns.find((one) => one.name === name);
  if (holder === undefined && names.includes(name)) return;
  if (holder === undefined) {
    const near = didYouMean(name, names);
    problems.error('P022', `${table} has no column ${quoted(name)} to hold the currency of ${column.name}`, {
      at,
      pointer: scalar.pointer,
      found: name,
      ...(near === undefined ? {} : { note: near }),
      hint: `declare ${name}: text, or write a fixed currency such as money(USD)`,
    });
  } else if (holder.type.kind !== 'text' && holder.type.kind !== 'one-of') {
    problems.error('P022', `the currency of ${column.name} stands in ${name}, which is not text`, {
      at,
      pointer: scalar.pointer,
      ...labelled(holder.at, 'declared here'),
      hint: `declare ${name}: text`,
    });
  } else if (holder.optional && !column.optional) {
    problems.error('P022', `the currency of ${column.name} may be empty`, {
      at,
      pointer: scalar.pointer,
      ...labelled(holder.at, 'declared with ?'),
      hint: `declare ${name}: text without ?`,
    });
  }
}
