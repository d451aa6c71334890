/** `+ - * /` and the minus before a value: kinds that go together, or a message that says what would. */
import type { Label } from '../diagnostic/diagnostic.ts';
import { arithmeticKind } from './arithmetic.ts';
import { checkPercent } from './check-percent.ts';
import type { Checking } from './checking.ts';
import type { Known } from './facts.ts';
import { isNumeric, kindWords, UNKNOWN, type Kind } from './kind.ts';
import type { ArithmeticSign, Binary, Tree, Unary } from './tree.ts';

export function checkMinus(tree: Unary, checking: Checking, known: Known): Kind {
  const kind = checking.solid(tree.of, known);
  if (kind === UNKNOWN || isNumeric(kind)) return kind;
  checking.faults.error('X110', `${checking.faults.words(tree.of)} is ${kindWords(kind)}, which has no minus`, tree, { labels: declarations([tree.of], checking), hint: kind.lean === 'yes-no' ? `write not ${checking.faults.words(tree.of)}` : 'remove the minus' });
  return UNKNOWN;
}

export function checkArithmetic(tree: Binary, sign: ArithmeticSign, checking: Checking, known: Known): Kind {
  const left = checking.solid(tree.left, known);
  const right = checking.solid(tree.right, known);
  const kind = arithmeticKind(sign, left, right);
  if (kind !== undefined) {
    if (sign === '+' || sign === '-') checkPercent([tree.left, tree.right], checking);
    return kind;
  }
  report(tree, sign, left, right, checking);
  return UNKNOWN;
}

const VERBS: { readonly [sign in ArithmeticSign]: (left: string, right: string) => string } = {
  '+': (left, right) => `${left} and ${right} cannot be added`,
  '-': (left, right) => `${right} cannot be taken from ${left}`,
  '*': (left, right) => `${left} cannot be multiplied by ${right}`,
  '/': (left, right) => `${left} cannot be divided by ${right}`,
};

function report(tree: Binary, sign: ArithmeticSign, left: Kind, right: Kind, checking: Checking): void {
  const { faults } = checking;
  const [a, b] = [faults.words(tree.left), faults.words(tree.right)];
  const squares = sign === '*' && left.lean === 'money' && right.lean === 'money';
  const detail = `${a} is ${kindWords(left)}, ${b} is ${kindWords(right)}`;
  faults.error(squares ? 'X111' : 'X110', `${VERBS[sign](kindWords(left), kindWords(right))}: ${detail}`, tree, {
    labels: declarations([tree.left, tree.right], checking),
    hint: hint(sign, left, right, a, b, tree),
  });
}

function hint(sign: ArithmeticSign, left: Kind, right: Kind, a: string, b: string, tree: Binary): string {
  const kinds = [left.lean, right.lean];
  if (kinds.includes('text')) {
    const text = left.lean === 'text' ? tree.left : tree.right;
    return text.kind === 'text' && /^[\d.,_]+%?$/.test(text.value) ? `write ${text.value} without quotation marks` : 'texts can only be compared';
  }
  if (kinds.includes('yes-no')) return 'write if(condition, value, other value) to calculate with a condition';
  if (kinds.includes('date')) return 'a number of days can be added to or taken from a date; two dates can be subtracted';
  if ((sign === '+' || sign === '-') && right.lean === 'ratio') return `write ${a} * (1 ${sign} ${bracketed(tree.right, b)})`;
  if ((sign === '+' || sign === '-') && left.lean === 'ratio' && sign === '+') return `write ${b} * (1 + ${bracketed(tree.left, a)})`;
  if (sign === '+' || sign === '-') return 'multiply one of them so that both are of one kind';
  if (sign === '*') return 'one of the two should be a ratio or a number';
  return `write ${b} / ${a} if the other way round was meant`;
}

function bracketed(tree: Tree, words: string): string {
  return tree.kind === 'binary' ? `(${words})` : words;
}

/** Where the names that stand directly in an expression are declared. */
export function declarations(trees: readonly Tree[], checking: Checking): Label[] {
  return trees.flatMap((tree) => {
    const info = tree.kind === 'name' ? checking.info(tree.ref) : undefined;
    return info?.declared === undefined ? [] : [{ at: info.declared, text: `${checking.faults.words(tree)} is declared here` }];
  });
}
