/** `and`, `or`, `not`, and every other place that needs a condition. What the left side asks about blanks holds on the right. */
import type { Checking } from './checking.ts';
import { both, factsOf, type Known } from './facts.ts';
import { isNumeric, kindOf, kindWords, type Kind } from './kind.ts';
import type { Binary, Tree, Unary } from './tree.ts';

export function checkLogic(tree: Binary | Unary, checking: Checking, known: Known): Kind {
  if (tree.kind === 'unary') {
    checkCondition(tree.of, checking, known);
  } else {
    checkCondition(tree.left, checking, known, tree);
    const facts = factsOf(tree.left);
    checkCondition(tree.right, checking, both(known, tree.sign === 'and' ? facts.whenYes : facts.whenNo), tree);
  }
  return kindOf('yes-no');
}

/** Reports a value that is not yes or no. `within`: the `and` or `or` it stands in. */
export function checkCondition(tree: Tree, checking: Checking, known: Known, within?: Binary): void {
  const kind = checking.solid(tree, known);
  if (kind.can.includes('yes-no')) return;
  const { faults } = checking;
  const words = faults.words(tree);
  faults.error('X114', `${words} is ${kindWords(kind)}, where a condition is needed`, tree, { expected: 'yes or no', hint: listHint(tree, within, checking) ?? (isNumeric(kind) ? `compare it, such as ${words} > 0` : `compare it, such as ${words} == …`) });
}

/** `type == 'A' or 'B'`: the analyst's "or" between values. */
function listHint(tree: Tree, within: Binary | undefined, { faults }: Checking): string | undefined {
  if (within === undefined || within.right !== tree || (tree.kind !== 'text' && tree.kind !== 'number')) return undefined;
  let first: Tree = within.left;
  while (first.kind === 'binary' && first.sign === within.sign) first = first.left;
  if (first.kind !== 'binary' || (first.sign !== '==' && first.sign !== '!=')) return undefined;
  const word = first.sign === '==' ? 'in' : 'not in';
  return `write ${faults.words(first.left)} ${word} (${faults.words(first.right)}, ${faults.words(tree)})`;
}
