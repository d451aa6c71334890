/** Comparisons and lists: values of one kind, texts only where they can occur, order only where there is one. */
import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import { declarations } from './check-arithmetic.ts';
import { checkPercent } from './check-percent.ts';
import { isBlankWord, reportUnknown } from './check-name.ts';
import type { Checking, Judged } from './checking.ts';
import type { Known } from './facts.ts';
import { kindOf, kindWords, meet, UNKNOWN, type Kind } from './kind.ts';
import type { Binary, ComparisonSign, Membership, TextLiteral, Tree } from './tree.ts';

export function checkComparison(tree: Binary, sign: ComparisonSign, checking: Checking, known: Known): Kind {
  if (blankWord(tree.right, tree.left, sign, checking, known) || blankWord(tree.left, tree.right, sign, checking, known)) return kindOf('yes-no');
  const left = side(tree.left, checking, known);
  const right = besideText(tree.right, left, checking) ?? side(tree.right, checking, known);
  const kind = meet(left.kind, right.kind);
  if (kind === undefined) reportDifferent(tree, left.kind, right.kind, checking);
  else if (sign === '==' || sign === '!=') checkValues(tree, left, right, checking);
  else if (kind.lean === 'text' || kind.lean === 'yes-no') reportOrder(tree, kind, checking);
  if (kind !== undefined) checkPercent([tree.left, tree.right], checking);
  return kindOf('yes-no');
}

function side(tree: Tree, checking: Checking, known: Known): Judged {
  const kind = checking.solid(tree, known);
  const values = tree.kind === 'name' ? checking.info(tree.ref)?.values : undefined;
  return { kind, blank: false, ...(values === undefined ? {} : { values }) };
}

/** `discount == null`. */
function blankWord(tree: Tree, other: Tree, sign: ComparisonSign, checking: Checking, known: Known): boolean {
  if (tree.kind !== 'name' || !isBlankWord(tree) || checking.info(tree.ref) !== undefined) return false;
  checking.judge(other, known);
  const hint = `write ${checking.faults.words(other)} is ${sign === '!=' ? 'not ' : ''}blank`;
  checking.faults.error('X124', `${tree.ref.name} is no value: an empty cell is asked for with is blank`, tree, { found: tree.ref.name, hint });
  return true;
}

/** `role == AE`: an unknown name beside a text is most likely a text without quotation marks. */
function besideText(tree: Tree, other: Judged, checking: Checking): Judged | undefined {
  if (other.kind.lean !== 'text' || tree.kind !== 'name' || tree.ref.form !== undefined || checking.info(tree.ref) !== undefined) return undefined;
  reportUnknown(tree, checking, true);
  checking.kinds.set(tree, UNKNOWN);
  return { kind: UNKNOWN, blank: false };
}

function reportDifferent(tree: Binary, left: Kind, right: Kind, checking: Checking): void {
  const { faults } = checking;
  faults.error('X112', `${kindWords(left)} and ${kindWords(right)} cannot be compared: ${faults.words(tree.left)} is ${kindWords(left)}, ${faults.words(tree.right)} is ${kindWords(right)}`, tree, {
    labels: declarations([tree.left, tree.right], checking),
    hint: unlikeHint(tree.right, left, checking) ?? unlikeHint(tree.left, right, checking) ?? 'compare values of one kind',
  });
}

/** What `tree` should look like to be compared with `other`. */
function unlikeHint(tree: Tree, other: Kind, { faults }: Checking): string | undefined {
  if (tree.kind === 'text' && other.lean === 'date') return `write ${tree.value} without quotation marks, as YYYY-MM-DD`;
  if (tree.kind === 'text' && other.lean === 'yes-no') return 'write yes or no without quotation marks';
  if (tree.kind === 'text' && other.lean !== 'text') return `write ${tree.value} without quotation marks, as a number`;
  if (tree.kind !== 'text' && other.lean === 'text' && tree.kind !== 'name') return `write '${faults.words(tree)}' in quotation marks to compare with a text`;
  if (tree.kind === 'number' && tree.percent) return `write the amount itself, or compare a ratio with ${faults.words(tree)}`;
  return undefined;
}

function reportOrder(tree: Binary, kind: Kind, { faults }: Checking): void {
  const what = kind.lean === 'text' ? 'texts' : 'yes and no';
  faults.error('X113', `${what} have no order: ${faults.words(tree.left)} is ${kindWords(kind)}`, tree.signAt, { hint: 'compare with == or != or with in (…)' });
}

function checkValues(tree: Binary, left: Judged, right: Judged, checking: Checking): void {
  if (tree.right.kind === 'text') checkText(tree.right, tree.left, left, checking);
  if (tree.left.kind === 'text') checkText(tree.left, tree.right, right, checking);
}

/** A text that the other side can never be. */
function checkText(text: TextLiteral, otherTree: Tree, other: Judged, { faults, info }: Checking): void {
  const words = faults.words(otherTree);
  if (text.value === '' && other.kind !== UNKNOWN) return faults.error('X124', 'there is no empty text: an empty cell is blank', text, { hint: `write ${words} is blank or ${words} is not blank` });
  const { values } = other;
  if (values === undefined || values.includes(text.value)) return;
  const note = didYouMean(text.value, values);
  const [suggestion] = suggest(text.value, values, 1);
  const declared = otherTree.kind === 'name' ? info(otherTree.ref)?.declared : undefined;
  faults.error('X123', `${words} is never ${faults.words(text)}`, text, {
    found: text.value,
    ...(note === undefined ? {} : { note }),
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(declared === undefined ? {} : { labels: [{ at: declared, text: 'its values are declared here' }] }),
    hint: `it is one of ${values.slice(0, 12).join(', ')}${values.length > 12 ? ' …' : ''}`,
  });
}

/** `x in (…)`: fixed values of the kind of `x`. */
export function checkMembership(tree: Membership, checking: Checking, known: Known): Kind {
  const { faults } = checking;
  const of = side(tree.of, checking, known);
  for (const item of tree.items) {
    const judged = besideText(item, of, checking) ?? { kind: checking.solid(item, known), blank: false };
    const words = faults.words(item);
    if (judged.kind === UNKNOWN) continue;
    if (!isFixed(item)) faults.error('X117', `${words} is no fixed value; a list after in holds only those`, item, { hint: `write ${faults.words(tree.of)} ${tree.negated ? '!=' : '=='} ${words}, joined with ${tree.negated ? 'and' : 'or'}` });
    else if (meet(of.kind, judged.kind) === undefined) {
      faults.error('X112', `${faults.words(tree.of)} is ${kindWords(of.kind)}, ${words} is ${kindWords(judged.kind)}: they can never be equal`, item, { labels: declarations([tree.of], checking), hint: unlikeHint(item, of.kind, checking) ?? 'list values of one kind' });
    } else if (item.kind === 'text') checkText(item, tree.of, of, checking);
  }
  checkPercent([tree.of, ...tree.items], checking);
  return kindOf('yes-no');
}

function isFixed(tree: Tree): boolean {
  return tree.kind === 'number' || tree.kind === 'text' || tree.kind === 'date' || tree.kind === 'yes-no' || (tree.kind === 'unary' && tree.sign === '-' && tree.of.kind === 'number');
}
