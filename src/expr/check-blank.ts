/** Blanks: asked about before use, and only where a blank can be. */
import { type Checking, type Judged, standIn } from './checking.ts';
import { keyOf, type Known } from './facts.ts';
import { kindOf, UNKNOWN, type Kind } from './kind.ts';
import type { BlankTest, Tree } from './tree.ts';

export function reportBlank(tree: Tree, judged: Judged, { faults, info }: Checking): void {
  const words = faults.words(tree);
  const declared = tree.kind === 'name' ? info(tree.ref)?.declared : undefined;
  const hint =
    tree.kind === 'name'
      ? `write coalesce(${words}, ${standIn(judged.kind.lean)}), or ask before: ${words} is not blank and …`
      : `write coalesce(${words}, ${standIn(judged.kind.lean)})`;
  faults.error('X120', `${words} may be blank, and the formula does not say what happens then`, tree, {
    hint,
    ...(declared === undefined ? {} : { labels: [{ at: declared, text: 'declared with ? here' }] }),
  });
}

/** `x is blank`: of any kind. Asking what is never blank is no error, but hides a misunderstanding. */
export function checkBlankTest(tree: BlankTest, checking: Checking, known: Known): Kind {
  const { kind, blank } = checking.judge(tree.of, known);
  const asked = tree.of.kind === 'name' && known.has(keyOf(tree.of.ref));
  if (kind !== UNKNOWN && !blank && !asked) {
    const words = checking.faults.words(tree.of);
    checking.faults.warning('X121', `${words} is never blank, so ${checking.faults.words(tree)} is always ${tree.negated ? 'yes' : 'no'}`, tree, {
      hint: tree.of.kind === 'name' && tree.of.ref.form === undefined ? `remove the condition, or declare ${words} with ? if its cells may be empty` : 'remove the condition; what is not applicable is not blank',
    });
  }
  return kindOf('yes-no');
}
