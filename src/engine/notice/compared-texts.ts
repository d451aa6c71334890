/** The texts that a condition compares names with: `role == 'AE'`, `type in ('New', 'Renewal')`. */
import { partsOf, type Tree } from '../../expr/tree.ts';

export interface ComparedTexts {
  readonly name: string;
  readonly texts: readonly string[];
}

export function comparedTexts(tree: Tree): ComparedTexts[] {
  if (tree.kind === 'binary' && tree.sign === '==') {
    const [name, text] = tree.left.kind === 'name' ? [tree.left, tree.right] : [tree.right, tree.left];
    return name.kind === 'name' && text.kind === 'text' ? [{ name: name.ref.name, texts: [text.value] }] : [];
  }
  if (tree.kind === 'in' && !tree.negated && tree.of.kind === 'name') return [{ name: tree.of.ref.name, texts: tree.items.flatMap((item) => (item.kind === 'text' ? [item.value] : [])) }];
  return partsOf(tree).flatMap(comparedTexts);
}
