/** What a function of the formula language is: one object, one entry in `functions.ts`. */
import { checkPercent } from './check-percent.ts';
import type { Checking, Judged } from './checking.ts';
import { meet, kindWords, UNKNOWN, type Kind } from './kind.ts';
import type { Known } from './facts.ts';
import type { Call, Tree } from './tree.ts';
import type { Type, Value } from './types.ts';

/** A compiled part of a formula. */
export type Run<E> = (env: E) => Value;

export interface FunctionSpec {
  readonly name: string;
  /** How a call is written, for messages and help. */
  readonly usage: string;
  /** One sentence for `paycurve help formulas`. */
  readonly about: string;
  readonly least: number;
  readonly most: number;
  /** The number of values has been checked. Reports values of a wrong kind. */
  check(call: Call, checking: Checking, known: Known): Judged;
  /** Values of a call that passed `check`, compiled. Blank cannot come in unless `check` let it; n/a can. */
  compile<E>(args: readonly Run<E>[], call: Call): Run<E>;
  /** The call in a sentence, given its values in words. */
  words(args: readonly string[]): string;
}

/** Reports a value that is none of the wanted types. */
export function want(tree: Tree, kind: Kind, wanted: readonly Type[], called: string, call: Call, { faults }: Checking, usage: string): void {
  if (kind === UNKNOWN || wanted.some((type) => kind.can.includes(type))) return;
  faults.error('X116', `${call.name} needs ${called}, but ${faults.words(tree)} is ${kindWords(kind)}`, tree, { expected: called, hint: `it is written ${usage}` });
}

/** The one kind of values among which a function chooses. */
export function oneKind(trees: readonly Tree[], kinds: readonly Kind[], call: Call, checking: Checking): Kind {
  const { faults } = checking;
  let kind = kinds[0]!;
  for (let i = 1; i < trees.length; i++) {
    const next = meet(kind, kinds[i]!);
    if (next === undefined) {
      faults.error('X118', `${call.name} chooses between values of one kind, but ${faults.words(trees[0]!)} is ${kindWords(kind)} and ${faults.words(trees[i]!)} is ${kindWords(kinds[i]!)}`, trees[i]!, { expected: kindWords(kind), hint: kinds[i]!.lean === 'ratio' && kind.can.includes('money') ? `say of what: ${faults.words(trees[i]!)} * an amount` : `write ${kindWords(kind)} here` });
      return UNKNOWN;
    }
    kind = next;
  }
  checkPercent(trees, checking);
  return kind;
}
