/** Function calls: known, with the right number of values. What the values must be, each function says itself. */
import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import type { Checking, Judged } from './checking.ts';
import type { Known } from './facts.ts';
import { FOREIGN_FUNCTIONS } from './foreign-functions.ts';
import { FUNCTIONS, functionNamed } from './functions.ts';
import { UNKNOWN } from './kind.ts';
import type { Call } from './tree.ts';

export function checkCall(tree: Call, checking: Checking, known: Known): Judged {
  const spec = functionNamed(tree.name);
  if (spec === undefined) {
    reportUnknown(tree, checking);
    return judgeArgs(tree, checking, known);
  }
  const count = tree.args.length;
  if (count >= spec.least && count <= spec.most) return spec.check(tree, checking, known);
  const wanted = spec.least === spec.most ? `${spec.least}` : spec.most === Infinity ? `at least ${spec.least}` : `${spec.least} to ${spec.most}`;
  checking.faults.error('X101', `${tree.name} takes ${wanted} value${wanted === '1' ? '' : 's'}, but has ${count}`, tree, { found: `${count}`, expected: wanted, hint: `it is written ${spec.usage}` });
  return judgeArgs(tree, checking, known);
}

function judgeArgs(tree: Call, checking: Checking, known: Known): Judged {
  for (const arg of tree.args) checking.judge(arg, known);
  return { kind: UNKNOWN, blank: false };
}

function reportUnknown(tree: Call, { faults, scope }: Checking): void {
  const names = FUNCTIONS.map((spec) => spec.name);
  const foreign = FOREIGN_FUNCTIONS.get(tree.name.toLowerCase());
  const args = tree.args.map((arg) => faults.words(arg));
  if (foreign !== undefined) return faults.error('X100', `there is no function ${tree.name}`, tree.nameAt, { found: tree.name, hint: foreign(args) });
  const isName = scope.lookup({ name: tree.name }) !== undefined;
  const note = didYouMean(tree.name, names);
  const [suggestion] = suggest(tree.name, names, 1);
  faults.error('X100', `there is no function ${tree.name}`, tree.nameAt, {
    found: tree.name,
    ...(note === undefined ? {} : { note }),
    ...(suggestion === undefined ? {} : { suggestion }),
    hint: isName ? `${tree.name} is a name: put a sign such as * between it and the bracket` : `functions are ${names.join(', ')}`,
  });
}
