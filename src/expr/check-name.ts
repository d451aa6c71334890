/** Names: declared in the scope of the formula, or answered with the nearest one and the list of all. */
import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import type { Checking, Judged } from './checking.ts';
import { keyOf, type Known } from './facts.ts';
import { kindOf, UNKNOWN } from './kind.ts';
import { FORMS } from './parse-primary.ts';
import type { Name, Tree } from './tree.ts';
import type { Scope } from './types.ts';

const MOST_SHOWN = 12;

export function checkName(tree: Name, checking: Checking, known: Known): Judged {
  const info = checking.info(tree.ref);
  if (info === undefined) {
    reportUnknown(tree, checking);
    return { kind: UNKNOWN, blank: false };
  }
  const blank = info.optional === true && !known.has(keyOf(tree.ref));
  return { kind: kindOf(info.type), blank, ...(info.values === undefined ? {} : { values: info.values }) };
}

/** `null` and the like, by which other languages name an empty cell. */
export function isBlankWord(tree: Tree): boolean {
  return tree.kind === 'name' && tree.ref.form === undefined && /^(null|nil|none|blank|empty|undefined)$/i.test(tree.ref.name);
}

/** `beside`: the name stands beside a text, and may be meant as one. */
export function reportUnknown(tree: Name, { scope, faults }: Checking, beside = false): void {
  const { form, name } = tree.ref;
  if (form !== undefined) return reportForm(tree, form, scope, faults);
  if (/^(true|false|yes|no)$/i.test(name)) {
    const word = name.toLowerCase();
    return faults.error('X027', `${name} is written ${word} in formulas`, tree, { found: name, expected: word, suggestion: word, note: `write ${word}`, hint: `write ${word}` });
  }
  if (isBlankWord(tree)) {
    return faults.error('X124', `${name} is no value: an empty cell is asked for with is blank`, tree, { found: name, hint: 'write is blank or is not blank behind the name of the column' });
  }
  const names = scope.names();
  const note = didYouMean(name, names);
  const [suggestion] = suggest(name, names, 1);
  const otherForm = FORMS.find((one) => scope.lookup({ form: one, name }) !== undefined);
  faults.error('X102', `there is no ${name} among the ${scope.what}`, tree, {
    found: name,
    ...(note === undefined ? {} : { note }),
    ...(suggestion === undefined ? {} : { suggestion }),
    hint: beside ? `if ${name} is a text, write '${name}'; ${listed(names)}` : otherForm !== undefined ? `write ${otherForm} of ${name}; ${listed(names)}` : listed(names),
  });
}

function reportForm(tree: Name, form: NonNullable<Name['ref']['form']>, scope: Scope, faults: Checking['faults']): void {
  const { name } = tree.ref;
  const names = scope.names(form);
  if (names.length === 0) {
    return faults.error('X103', `${form} of is not available among the ${scope.what}`, tree, { hint: `use it in a formula over a payee's period, such as rate or gate; ${listed(scope.names())}` });
  }
  const place = { start: tree.end - name.length, end: tree.end };
  const note = didYouMean(name, names);
  const [suggestion] = suggest(name, names, 1);
  faults.error('X102', `there is no ${form} of ${name} among the ${scope.what}`, place, {
    found: name,
    ...(note === undefined ? {} : { note }),
    ...(suggestion === undefined ? {} : { suggestion }),
    hint: listed(names, `${form} of is known for`),
  });
}

/** `known are amount, margin and 9 more`. */
function listed(names: readonly string[], lead = 'known are'): string {
  if (names.length === 0) return 'no names can be used here';
  const shown = names.slice(0, MOST_SHOWN).join(', ');
  return `${lead} ${shown}${names.length > MOST_SHOWN ? ` and ${names.length - MOST_SHOWN} more` : ''}`;
}
