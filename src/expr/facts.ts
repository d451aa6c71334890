/**
 * What a condition says about blanks: after `x is not blank and …` x has a value. The facts hold also where the
 * condition is not applicable, because `x is blank` is not applicable only when x is, and then x is not blank.
 */
import type { Ref } from './types.ts';
import type { Tree } from './tree.ts';

/** Names, by key, that certainly have a value. */
export type Known = ReadonlySet<string>;

export interface Facts {
  readonly whenYes: Known;
  readonly whenNo: Known;
}

const NOTHING: Known = new Set();
const NO_FACTS: Facts = { whenYes: NOTHING, whenNo: NOTHING };

export function keyOf(ref: Ref): string {
  return ref.form === undefined ? ref.name : `${ref.form} of ${ref.name}`;
}

const remembered = new WeakMap<Tree, Facts>();

export function factsOf(tree: Tree): Facts {
  const before = remembered.get(tree);
  if (before !== undefined) return before;
  const facts = work(tree);
  remembered.set(tree, facts);
  return facts;
}

function work(tree: Tree): Facts {
  if (tree.kind === 'blank' && tree.of.kind === 'name') {
    const has = new Set([keyOf(tree.of.ref)]);
    return tree.negated ? { whenYes: has, whenNo: NOTHING } : { whenYes: NOTHING, whenNo: has };
  }
  if (tree.kind === 'unary' && tree.sign === 'not') {
    const { whenYes, whenNo } = factsOf(tree.of);
    return { whenYes: whenNo, whenNo: whenYes };
  }
  if (tree.kind === 'binary' && (tree.sign === 'and' || tree.sign === 'or')) {
    const left = factsOf(tree.left);
    const right = factsOf(tree.right);
    return tree.sign === 'and'
      ? { whenYes: both(left.whenYes, right.whenYes), whenNo: shared(left.whenNo, right.whenNo) }
      : { whenYes: shared(left.whenYes, right.whenYes), whenNo: both(left.whenNo, right.whenNo) };
  }
  return NO_FACTS;
}

export function both(a: Known, b: Known): Known {
  if (a.size === 0) return b;
  if (b.size === 0) return a;
  return new Set([...a, ...b]);
}

function shared(a: Known, b: Known): Known {
  return a.size === 0 || b.size === 0 ? NOTHING : new Set([...a].filter((key) => b.has(key)));
}
