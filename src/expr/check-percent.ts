/**
 * A percent sign that was forgotten: `margin >= 30` asks for 3,000 %, never holds, and pays wrong without a word. As with a
 * rate (`rate: 8`), a constant above one beside a ratio is written with `%`. Ratios of two counts, such as calls for each
 * day, may well be twenty: for them a warning says how it was read.
 */
import { Exact, HUNDRED, ONE } from '../value/exact.ts';
import { exactText } from '../value/display.ts';
import type { Checking } from './checking.ts';
import type { Kind } from './kind.ts';
import { partsOf, type Tree } from './tree.ts';

const TWO = Exact.of(2);
const TEN = Exact.of(10);

/** Values that stand side by side and must be of one kind: compared, added, chosen from. */
export function checkPercent(trees: readonly Tree[], checking: Checking): void {
  const ratio = trees.find((tree) => isRatio(checking.kinds.get(tree)));
  if (ratio === undefined) return;
  for (const tree of trees) {
    const value = bare(tree);
    if (value === undefined) continue;
    if (!ofCounts(ratio, checking)) {
      if (ONE.lessThan(value)) report('error', tree, value, ratio, checking);
    } else if (value.atLeast(TEN)) report('warning', tree, value, ratio, checking);
  }
}

function report(severity: 'error' | 'warning', tree: Tree, value: Exact, ratio: Tree, { faults }: Checking): void {
  const words = faults.words(tree);
  const whole = `${words.startsWith('-') ? '-' : ''}${exactText(value.times(HUNDRED))}%`;
  const meant = value.lessThan(TWO) ? whole : `${words}%`;
  faults[severity]('X119', `${faults.words(ratio)} is a ratio, and ${words} beside it is ${whole}`, tree, {
    found: words,
    note: `did you mean ${meant}?`,
    suggestion: meant,
    hint: `write ${words}%, or ${whole} if ${words} times as much is meant`,
  });
}

/** Nothing but a ratio: `1.5 * icr` may also be money, and then needs no sign. */
function isRatio(kind: Kind | undefined): boolean {
  return kind?.can.length === 1 && kind.can[0] === 'ratio';
}

/** The size of a number written without `%`. */
function bare(tree: Tree): Exact | undefined {
  if (tree.kind === 'number') return tree.percent ? undefined : tree.value;
  return tree.kind === 'unary' && tree.sign === '-' ? bare(tree.of) : undefined;
}

function ofCounts(tree: Tree, checking: Checking): boolean {
  if (tree.kind === 'name') return checking.info(tree.ref)?.counts === true;
  if (tree.kind === 'binary' && tree.sign === '/' && [tree.left, tree.right].every((part) => checking.kinds.get(part)?.lean === 'number')) return true;
  return partsOf(tree).some((part) => ofCounts(part, checking));
}
