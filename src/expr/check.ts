/**
 * The static check: every name is declared, every sign gets kinds that go together, everything that may be blank is
 * asked about first. What passes cannot go wrong on any row. Reports every problem, each once, at its own place.
 */
import { checkArithmetic, checkMinus } from './check-arithmetic.ts';
import { checkBlankTest, reportBlank } from './check-blank.ts';
import { checkCall } from './check-call.ts';
import { checkComparison, checkMembership } from './check-comparison.ts';
import { checkLogic } from './check-logic.ts';
import { checkName } from './check-name.ts';
import type { Checking, Judged } from './checking.ts';
import type { Known } from './facts.ts';
import type { Faults } from './faults.ts';
import { kindOf, LITERAL, UNKNOWN } from './kind.ts';
import type { Bad, Binary, Tree } from './tree.ts';
import type { Scope } from './types.ts';

/** Checks `tree` against the names of `scope`. `known`: names that certainly have a value here. */
export function check(tree: Tree, scope: Scope, faults: Faults, known: Known = new Set()): { readonly judged: Judged; readonly checking: Checking } {
  const checking: Checking = {
    scope,
    faults,
    kinds: new Map(),
    info: (ref) => scope.lookup(ref),
    judge(part, known) {
      const judged = judgeNode(part, checking, known);
      checking.kinds.set(part, judged.kind);
      return judged;
    },
    solid(part, known) {
      const judged = checking.judge(part, known);
      if (judged.blank) reportBlank(part, judged, checking);
      return judged.kind;
    },
  };
  return { judged: checking.judge(tree, known), checking };
}

function judgeNode(tree: Tree, checking: Checking, known: Known): Judged {
  switch (tree.kind) {
    case 'number':
      return sure(tree.percent ? kindOf('ratio') : LITERAL);
    case 'text':
    case 'date':
    case 'yes-no':
      return sure(kindOf(tree.kind));
    case 'name':
      return checkName(tree, checking, known);
    case 'unary':
      return sure(tree.sign === 'not' ? checkLogic(tree, checking, known) : checkMinus(tree, checking, known));
    case 'binary':
      return sure(checkBinary(tree, checking, known));
    case 'in':
      return sure(checkMembership(tree, checking, known));
    case 'blank':
      return sure(checkBlankTest(tree, checking, known));
    case 'call':
      return checkCall(tree, checking, known);
    case 'bad':
      for (const part of tree.parts) if (!isStrayWord(tree, part, checking)) checking.judge(part, known);
      return sure(UNKNOWN);
  }
}

function checkBinary(tree: Binary, checking: Checking, known: Known) {
  switch (tree.sign) {
    case 'and':
    case 'or':
      return checkLogic(tree, checking, known);
    case '+':
    case '-':
    case '*':
    case '/':
      return checkArithmetic(tree, tree.sign, checking, known);
    default:
      return checkComparison(tree, tree.sign, checking, known);
  }
}

function isStrayWord(tree: Bad, part: Tree, checking: Checking): boolean {
  return tree.stray === true && part.kind === 'name' && checking.info(part.ref) === undefined;
}

function sure(kind: Judged['kind']): Judged {
  return { kind, blank: false };
}
