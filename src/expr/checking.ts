/** What the checks of the different nodes share: the names, the place to report, and the judge of the parts. */
import type { Faults } from './faults.ts';
import type { Known } from './facts.ts';
import type { Kind } from './kind.ts';
import type { Tree } from './tree.ts';
import type { NameInfo, Ref, Scope, Type } from './types.ts';

export interface Judged {
  readonly kind: Kind;
  /** Whether the value may be blank here, after what the formula has asked before. */
  readonly blank: boolean;
  /** Of a `one of` column: the only texts it can hold. */
  readonly values?: readonly string[];
}

export interface Checking {
  readonly scope: Scope;
  readonly faults: Faults;
  /** The kind of every node that has been judged; the compiler chooses by it. */
  readonly kinds: Map<Tree, Kind>;
  info(ref: Ref): NameInfo | undefined;
  /** The kind of `tree`, given what is known to have a value. Reports what is wrong in it, once. */
  judge(tree: Tree, known: Known): Judged;
  /** As `judge`, and reports a value that may be blank. */
  solid(tree: Tree, known: Known): Kind;
}

/** What to put in the place of a blank, for hints. */
export function standIn(type: Type | undefined): string {
  switch (type) {
    case 'ratio':
      return '0%';
    case 'text':
      return "'none'";
    case 'date':
      return '2026-01-31';
    case 'yes-no':
      return 'no';
    default:
      return '0';
  }
}
