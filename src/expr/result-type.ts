/** Whether a formula gives what its place needs, and which type that is. */
import { either } from '../diagnostic/suggest.ts';
import type { Faults } from './faults.ts';
import { isNumeric, kindWords, settle, typeWords, UNKNOWN, type Kind } from './kind.ts';
import type { Tree } from './tree.ts';
import type { Type } from './types.ts';

export function resultType(tree: Tree, kind: Kind, expect: readonly Type[], faults: Faults, noRatio?: (words: string) => string): Type | undefined {
  if (kind === UNKNOWN) return undefined;
  const type = settle(kind, expect);
  if (type !== undefined) return type;
  const wanted = either(expect.map(typeWords));
  faults.error('X115', `${wanted} is needed here, but ${faults.words(tree)} is ${kindWords(kind)}`, tree, { found: kindWords(kind), expected: wanted, hint: kind.lean === 'ratio' && noRatio !== undefined ? noRatio(faults.words(tree)) : hint(tree, kind, expect, faults) });
  return undefined;
}

function hint(tree: Tree, kind: Kind, expect: readonly Type[], faults: Faults): string {
  const words = faults.words(tree);
  const [first] = expect;
  if (first === 'yes-no') return isNumeric(kind) ? `compare it, such as ${words} > 0` : `compare it, such as ${words} == …`;
  if (tree.kind === 'text' && /^[\d._]+%?$/.test(tree.value) && expect.some((type) => type === 'money' || type === 'number' || type === 'ratio')) return `write ${tree.value} without quotation marks`;
  if (kind.lean === 'ratio' && expect.includes('money')) return `say of what: ${words} * an amount`;
  if (kind.lean === 'money' && expect.includes('ratio')) return `divide it by an amount, or write a percentage such as 5%`;
  if (kind.lean === 'yes-no') return `write if(${words}, …, …)`;
  return `write a formula that gives ${typeWords(first ?? 'number')}`;
}
