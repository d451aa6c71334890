/**
 * A tree in its one canonical spelling: brackets only where the reading needs them, one blank around signs. Law:
 * reading what was printed gives the same tree.
 */
import { dayText } from '../value/day.ts';
import { exactText } from '../value/display.ts';
import { HUNDRED } from '../value/exact.ts';
import type { Tree } from './tree.ts';
import type { Ref } from './types.ts';

/** How tightly a node binds; the parser's order, loosest first. */
const TIGHT = { or: 1, and: 2, not: 3, comparison: 4, sum: 5, product: 6, minus: 7, value: 8 } as const;

export function print(tree: Tree): string {
  return printAt(tree, 0);
}

/** A name as a formula writes it. */
export function printRef(ref: Ref): string {
  return ref.form === undefined ? ref.name : `${ref.form} of ${ref.name}`;
}

/** A text literal, in the quotation marks that need no doubling where possible. */
export function printText(value: string): string {
  if (value.includes("'") && !value.includes('"')) return `"${value}"`;
  return `'${value.replaceAll("'", "''")}'`;
}

/** Printed so that it stands as an operand of something that binds with `tight`. */
function printAt(tree: Tree, tight: number): string {
  const text = printNode(tree);
  return tightness(tree) < tight ? `(${text})` : text;
}

/** How tightly the sign at the top of the tree binds. */
export function tightness(tree: Tree): number {
  switch (tree.kind) {
    case 'binary':
      if (tree.sign === 'or' || tree.sign === 'and') return TIGHT[tree.sign];
      if (tree.sign === '+' || tree.sign === '-') return TIGHT.sum;
      return tree.sign === '*' || tree.sign === '/' ? TIGHT.product : TIGHT.comparison;
    case 'unary':
      return tree.sign === 'not' ? TIGHT.not : TIGHT.minus;
    case 'in':
    case 'blank':
      return TIGHT.comparison;
    default:
      return TIGHT.value;
  }
}

function printNode(tree: Tree): string {
  switch (tree.kind) {
    case 'number':
      return tree.percent ? `${exactText(tree.value.times(HUNDRED))}%` : exactText(tree.value);
    case 'text':
      return printText(tree.value);
    case 'date':
      return dayText(tree.value);
    case 'yes-no':
      return tree.value ? 'yes' : 'no';
    case 'name':
      return printRef(tree.ref);
    case 'unary':
      return tree.sign === 'not' ? `not ${printAt(tree.of, TIGHT.not)}` : `-${printAt(tree.of, TIGHT.value)}`;
    case 'binary': {
      const own = tightness(tree);
      // Signs lean left; comparisons lean nowhere, so both their sides need brackets around another comparison.
      const left = printAt(tree.left, own === TIGHT.comparison ? TIGHT.sum : own);
      return `${left} ${tree.sign} ${printAt(tree.right, own + 1)}`;
    }
    case 'in':
      return `${printAt(tree.of, TIGHT.sum)} ${tree.negated ? 'not in' : 'in'} (${tree.items.map(print).join(', ')})`;
    case 'blank':
      return `${printAt(tree.of, TIGHT.sum)} is ${tree.negated ? 'not ' : ''}blank`;
    case 'call':
      return `${tree.name}(${tree.args.map(print).join(', ')})`;
    case 'bad':
      return '…';
  }
}
