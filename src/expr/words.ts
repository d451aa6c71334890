/**
 * A formula as a plain phrase for plan documents: `type is one of New, Renewal and amount is at least 1,000`. Says
 * what the formula says and no more; signs of arithmetic stay signs, because every reader knows those.
 */
import { dayText } from '../value/day.ts';
import { exactText, groupedText } from '../value/display.ts';
import { HUNDRED, type Exact } from '../value/exact.ts';
import { functionNamed } from './functions.ts';
import { tightness } from './print.ts';
import type { Binary, BinarySign, Membership, Tree } from './tree.ts';
import type { Ref } from './types.ts';

export interface WordsOptions {
  /** How a name is said; by default `co_owner` is said `co owner`. */
  readonly name?: (ref: Ref) => string;
  /** The whole formula is a condition: a bare yes/no name is then said `paid is yes`. */
  readonly condition?: boolean;
}

export function wordsOf(tree: Tree, options: WordsOptions = {}): string {
  const name = options.name ?? plainName;
  return options.condition === true ? condition(tree, name) : value(tree, name);
}

type Naming = (ref: Ref) => string;

function plainName(ref: Ref): string {
  const name = ref.name.replaceAll('_', ' ');
  return ref.form === undefined ? name : `${ref.form} of ${name}`;
}

const VERBS: { readonly [sign in BinarySign]?: string } = { '==': 'is', '!=': 'is not', '<': 'is less than', '<=': 'is at most', '>': 'is more than', '>=': 'is at least' };
const DATE_VERBS: typeof VERBS = { ...VERBS, '<': 'is before', '<=': 'is on or before', '>': 'is after', '>=': 'is on or after' };
const SIGNS: { readonly [sign in BinarySign]?: string } = { '+': '+', '-': '−', '*': '×', '/': '÷' };

function condition(tree: Tree, name: Naming): string {
  if (tree.kind === 'name') return `${name(tree.ref)} is yes`;
  if (tree.kind === 'unary' && tree.sign === 'not') return denial(tree.of, name);
  if (tree.kind === 'binary' && (tree.sign === 'and' || tree.sign === 'or')) {
    const { sign } = tree;
    return [tree.left, tree.right].map((side) => (mixes(side, sign) ? `(${condition(side, name)})` : condition(side, name))).join(` ${sign} `);
  }
  return value(tree, name);
}

/** `and` and `or` beside each other are kept apart by brackets, whichever binds tighter. */
function mixes(side: Tree, sign: 'and' | 'or'): boolean {
  return side.kind === 'binary' && (side.sign === 'and' || side.sign === 'or') && side.sign !== sign;
}

function denial(tree: Tree, name: Naming): string {
  switch (tree.kind) {
    case 'name':
      return `${name(tree.ref)} is no`;
    case 'in':
      return membership({ ...tree, negated: !tree.negated }, name);
    case 'blank':
      return value({ ...tree, negated: !tree.negated }, name);
    case 'binary':
      if (tree.sign === '==') return value({ ...tree, sign: '!=' }, name);
      if (tree.sign === '!=') return value({ ...tree, sign: '==' }, name);
      return `it is not so that ${tree.sign === 'and' || tree.sign === 'or' ? `(${condition(tree, name)})` : value(tree, name)}`;
    default:
      return `it is not so that ${condition(tree, name)}`;
  }
}

function value(tree: Tree, name: Naming): string {
  switch (tree.kind) {
    case 'number':
      return numberWords(tree.value, tree.percent);
    case 'text':
      return tree.value;
    case 'date':
      return dayText(tree.value);
    case 'yes-no':
      return tree.value ? 'yes' : 'no';
    case 'name':
      return name(tree.ref);
    case 'unary':
      return tree.sign === 'not' ? denial(tree.of, name) : `−${operand(tree.of, 8, name)}`;
    case 'binary':
      return binaryWords(tree, name);
    case 'in':
      return membership(tree, name);
    case 'blank':
      return `${value(tree.of, name)} is ${tree.negated ? 'not ' : ''}blank`;
    case 'call':
      return functionNamed(tree.name)!.words(tree.args.map((arg, i) => (tree.name === 'if' && i === 0 ? condition(arg, name) : value(arg, name))));
    case 'bad':
      return '…';
  }
}

function binaryWords(tree: Binary, name: Naming): string {
  if (tree.sign === 'and' || tree.sign === 'or') return condition(tree, name);
  const sign = SIGNS[tree.sign];
  const own = tightness(tree);
  if (sign !== undefined) return `${operand(tree.left, own, name)} ${sign} ${operand(tree.right, own + 1, name)}`;
  const verbs = tree.left.kind === 'date' || tree.right.kind === 'date' ? DATE_VERBS : VERBS;
  return `${value(tree.left, name)} ${verbs[tree.sign]!} ${value(tree.right, name)}`;
}

/** A part of a calculation; a phrase of several words inside one is bracketed. */
function operand(tree: Tree, tight: number, name: Naming): string {
  const words = value(tree, name);
  return tightness(tree) < tight || tree.kind === 'call' ? `(${words})` : words;
}

function membership(tree: Membership, name: Naming): string {
  const items = tree.items.map((item) => value(item, name));
  const of = value(tree.of, name);
  if (items.length === 1) return `${of} ${tree.negated ? 'is not' : 'is'} ${items[0]}`;
  return `${of} is ${tree.negated ? 'none' : 'one'} of ${items.join(', ')}`;
}

function numberWords(value: Exact, percent: boolean): string {
  if (percent) return `${exactText(value.times(HUNDRED))} %`;
  const places = exactText(value).split('.')[1]?.length ?? 0;
  return groupedText(value, places);
}
