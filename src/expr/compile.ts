/**
 * A checked tree → one closure for each node, called once per row. Everything that does not depend on the row is
 * worked out here; kinds are known, so nothing is asked about them again. Not applicable passes through; nothing throws.
 */
import { compileArithmetic, compileMinus } from './compile-arithmetic.ts';
import { compileComparison } from './compile-comparison.ts';
import { compileAnd, compileBlankTest, compileNot, compileOr } from './compile-logic.ts';
import { compileMembership } from './compile-membership.ts';
import { keyOf } from './facts.ts';
import type { Faults } from './faults.ts';
import type { Run } from './function-spec.ts';
import { functionNamed } from './functions.ts';
import type { Kind } from './kind.ts';
import { fixed, fold, type Piece } from './piece.ts';
import type { Binary, Tree } from './tree.ts';
import type { Ref } from './types.ts';

export interface Compiling<E> {
  readonly kinds: ReadonlyMap<Tree, Kind>;
  readonly faults: Faults;
  bind(ref: Ref): Run<E>;
}

export function compile<E>(tree: Tree, kinds: ReadonlyMap<Tree, Kind>, bind: (ref: Ref) => Run<E>, faults: Faults): Run<E> {
  const bound = new Map<string, Run<E>>();
  return piece(tree, {
    kinds,
    faults,
    bind(ref) {
      const key = keyOf(ref);
      let run = bound.get(key);
      if (run === undefined) bound.set(key, (run = bind(ref)));
      return run;
    },
  }).run;
}

function piece<E>(tree: Tree, context: Compiling<E>): Piece<E> {
  switch (tree.kind) {
    case 'number':
    case 'text':
    case 'date':
    case 'yes-no':
      return fixed(tree.value);
    case 'name':
      return { run: context.bind(tree.ref), fixed: false };
    case 'unary': {
      const of = piece(tree.of, context);
      return fold([of], tree.sign === '-' ? compileMinus(of) : compileNot(of));
    }
    case 'binary':
      return binaryPiece(tree, piece(tree.left, context), piece(tree.right, context), context);
    case 'in': {
      const of = piece(tree.of, context);
      const items = tree.items.map((item) => piece(item, context));
      return fold([of], compileMembership(of, items, tree.negated));
    }
    case 'blank': {
      const of = piece(tree.of, context);
      return fold([of], compileBlankTest(of, tree.negated));
    }
    case 'call': {
      const args = tree.args.map((arg) => piece(arg, context));
      return fold(args, functionNamed(tree.name)!.compile(args.map((arg) => arg.run), tree));
    }
    case 'bad':
      return fixed(undefined);
  }
}

function binaryPiece<E>(tree: Binary, left: Piece<E>, right: Piece<E>, context: Compiling<E>): Piece<E> {
  switch (tree.sign) {
    case 'and':
      return fold([left, right], compileAnd(left, right));
    case 'or':
      return fold([left, right], compileOr(left, right));
    case '+':
    case '-':
    case '*':
    case '/':
      return compileArithmetic(tree, tree.sign, left, right, context);
    default:
      return fold([left, right], compileComparison(tree, tree.sign, left, right, context.kinds));
  }
}
