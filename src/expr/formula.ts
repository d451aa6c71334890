/** The front door of the formula language: text in, a checked and compiled formula out. */
import type { Problems, Span } from '../diagnostic/diagnostic.ts';
import { check } from './check.ts';
import { reportBlank } from './check-blank.ts';
import { compile } from './compile.ts';
import { both, factsOf, type Known } from './facts.ts';
import { Faults } from './faults.ts';
import { lex } from './lexer.ts';
import { parse } from './parser.ts';
import { print } from './print.ts';
import { referencesOf } from './references.ts';
import { resultType } from './result-type.ts';
import type { Token } from './token.ts';
import type { Tree } from './tree.ts';
import type { FormulaText, Ref, Scope, Type, Value } from './types.ts';
import { wordsOf, type WordsOptions } from './words.ts';

/** A formula that has been read, checked against its names and compiled for environments of type `E`. */
export interface Formula<E> {
  readonly text: string;
  readonly at: Span;
  readonly type: Type;
  /** Every name it uses, once each, in order of appearance. */
  readonly refs: readonly Ref[];
  readonly tree: Tree;
  evaluate(env: E): Value;
  /** The formula printed in its one canonical spelling. */
  print(): string;
  /** The formula as a plain phrase for plan documents: `type is one of New, Renewal`. */
  words(name?: WordsOptions['name']): string;
}

export interface FormulaOptions {
  /** The place has its own answer to a blank result (it counts as missing, say); otherwise one is an error. */
  readonly mayBeBlank?: boolean;
  /** Conditions that have held before this formula is asked: what they say of blanks is known in it. */
  readonly after?: readonly Tree[];
  /** What helps at this place where a ratio stands and none can; otherwise the formula language says it. */
  readonly noRatio?: (words: string) => string;
}

/** Characters of a formula (traps.md §14). */
const LONGEST = 4096;
/** Signs in a row make a tree as deep as their number; this keeps every walk over it far from the end of the stack. */
const MOST_SIGNS = 500;

/**
 * Reads `text` in `scope`, wants one of the types `expect`, and compiles it with `bind`, which gives the reader of each
 * name. Reports every problem it finds and returns undefined when there is one. A bare number such as `5` takes the
 * first numeric type of `expect`.
 */
export function readFormula<E>(
  text: FormulaText & { readonly at: Span },
  scope: Scope,
  expect: readonly Type[],
  bind: (ref: Ref) => (env: E) => Value,
  problems: Problems,
  options: FormulaOptions = {},
): Formula<E> | undefined {
  const faults = new Faults(text, problems);
  const tree = read(text, faults);
  if (tree === undefined) return undefined;
  const { judged, checking } = check(tree, scope, faults, knownAfter(options.after ?? []));
  if (judged.blank && options.mayBeBlank !== true) reportBlank(tree, judged, checking);
  const type = resultType(tree, judged.kind, expect, faults, options.noRatio);
  if (faults.errors > 0) return undefined;
  const run = compile(tree, checking.kinds, bind, faults);
  if (faults.errors > 0 || type === undefined) return undefined;
  return {
    text: text.text,
    at: text.at,
    type,
    refs: referencesOf(tree),
    tree,
    evaluate: run,
    print: () => print(tree),
    words: (name) => wordsOf(tree, { condition: type === 'yes-no', ...(name === undefined ? {} : { name }) }),
  };
}

function knownAfter(conditions: readonly Tree[]): Known {
  return conditions.reduce<Known>((known, condition) => both(known, factsOf(condition).whenYes), new Set());
}

/** The tree of a text, before its names and kinds are checked; undefined when there is nothing worth checking. */
export function read(text: FormulaText, faults: Faults): Tree | undefined {
  const length = text.text.length;
  const whole = { start: 0, end: length };
  if (length > LONGEST) {
    faults.error('X002', `the formula has ${length} characters, and ${LONGEST} are allowed`, { start: 0, end: 1 }, { found: `${length}`, expected: `at most ${LONGEST}`, hint: 'move a part of it into a measure of its own, or a long list into a lookup table' });
    return undefined;
  }
  if (text.text.trim() === '') {
    faults.error('X001', 'the formula is empty', whole, { hint: 'write what is to be worked out, or leave the field out' });
    return undefined;
  }
  const tokens = lex(text.text, faults, commentFollows(text));
  const signs = tokens.filter(joins);
  if (signs.length > MOST_SIGNS) {
    faults.error('X004', `the formula has ${signs.length} signs and words between values, and ${MOST_SIGNS} are allowed`, signs[MOST_SIGNS]!, { found: `${signs.length}`, expected: `at most ${MOST_SIGNS}`, hint: 'write in (…) for many values of one name, or move parts into measures of their own' });
    return undefined;
  }
  const tree = parse(tokens, faults);
  return faults.reported('X003') ? undefined : tree;
}

/** Signs that make the tree one level deeper when many stand in a row. */
function joins(token: Token): boolean {
  return token.kind === 'sign' ? '+-*/'.includes(token.text) : token.kind === 'name' && /^(and|or)$/i.test(token.text);
}

/** Whether YAML ended the formula at a ` #`. */
function commentFollows(text: FormulaText): boolean {
  const last = text.place(text.text.length - 1, text.text.length);
  return /^[ \t]+#/.test(last.source.text.slice(last.end, last.end + 80));
}
