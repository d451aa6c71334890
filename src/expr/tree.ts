/**
 * The tree of a formula. Every node knows its place in the text (`start` to `end`, exclusive); the tree of
 * `10 - 3 - 2` leans left. Positions are no part of its meaning: `sameTree` ignores them.
 */
import type { Day } from '../value/day.ts';
import type { Exact } from '../value/exact.ts';
import type { Ref } from './types.ts';

interface Placed {
  readonly start: number;
  readonly end: number;
}

export type ArithmeticSign = '+' | '-' | '*' | '/';
export type ComparisonSign = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type BinarySign = ArithmeticSign | ComparisonSign | 'and' | 'or';

export interface NumberLiteral extends Placed {
  readonly kind: 'number';
  /** Not negative; a sign before it is a node of its own. */
  readonly value: Exact;
  /** Written with `%`: a ratio. Otherwise it adapts to money, number or ratio. */
  readonly percent: boolean;
}
export interface TextLiteral extends Placed {
  readonly kind: 'text';
  readonly value: string;
}
export interface DateLiteral extends Placed {
  readonly kind: 'date';
  readonly value: Day;
}
export interface YesNoLiteral extends Placed {
  readonly kind: 'yes-no';
  readonly value: boolean;
}
export interface Name extends Placed {
  readonly kind: 'name';
  readonly ref: Ref;
}
export interface Unary extends Placed {
  readonly kind: 'unary';
  readonly sign: '-' | 'not';
  readonly of: Tree;
}
export interface Binary extends Placed {
  readonly kind: 'binary';
  readonly sign: BinarySign;
  readonly left: Tree;
  readonly right: Tree;
  /** Place of the sign itself. */
  readonly signAt: Placed;
}
export interface Membership extends Placed {
  readonly kind: 'in';
  readonly of: Tree;
  readonly items: readonly Tree[];
  readonly negated: boolean;
}
export interface BlankTest extends Placed {
  readonly kind: 'blank';
  readonly of: Tree;
  readonly negated: boolean;
}
export interface Call extends Placed {
  readonly kind: 'call';
  readonly name: string;
  readonly nameAt: Placed;
  readonly args: readonly Tree[];
}
/** What stood where something unreadable was found. Already reported; only its parts are still checked. */
export interface Bad extends Placed {
  readonly kind: 'bad';
  readonly parts: readonly Tree[];
  /** A sign is missing between the parts: unknown names among them are most likely words of one text. */
  readonly stray?: boolean;
}

export type Tree = NumberLiteral | TextLiteral | DateLiteral | YesNoLiteral | Name | Unary | Binary | Membership | BlankTest | Call | Bad;

/** The nodes directly below. */
export function partsOf(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case 'unary':
    case 'blank':
      return [tree.of];
    case 'binary':
      return [tree.left, tree.right];
    case 'in':
      return [tree.of, ...tree.items];
    case 'call':
      return tree.args;
    case 'bad':
      return tree.parts;
    default:
      return [];
  }
}

/** Whether two trees mean the same: equal in everything but positions. Numbers are compared by value. */
export function sameTree(a: Tree, b: Tree): boolean {
  return sameNode(a, b) && sameParts(partsOf(a), partsOf(b));
}

function sameParts(a: readonly Tree[], b: readonly Tree[]): boolean {
  return a.length === b.length && a.every((part, i) => sameTree(part, b[i]!));
}

function sameNode(a: Tree, b: Tree): boolean {
  switch (a.kind) {
    case 'number':
      return b.kind === 'number' && a.percent === b.percent && a.value.equals(b.value);
    case 'text':
    case 'date':
    case 'yes-no':
      return a.kind === b.kind && a.value === b.value;
    case 'name':
      return b.kind === 'name' && a.ref.form === b.ref.form && a.ref.name === b.ref.name;
    case 'unary':
      return b.kind === 'unary' && a.sign === b.sign;
    case 'binary':
      return b.kind === 'binary' && a.sign === b.sign;
    case 'in':
    case 'blank':
      return a.kind === b.kind && a.negated === b.negated;
    case 'call':
      return b.kind === 'call' && a.name === b.name;
    case 'bad':
      return b.kind === 'bad';
  }
}
