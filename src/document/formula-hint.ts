/**
 * Formulas that YAML misreads, and what to write instead: `!renewal` is a tag to YAML, `> 5` a folded text,
 * `"Cloud" == product` a closed text with rubbish behind it. Rule: traps.md §3, table "A formula inside YAML".
 */

const HINTS: readonly (readonly [RegExp, string])[] = [
  [/^(["']).*?\1\s*(==|!=|<|>|=|in\b|and\b|or\b|[-+*/])/, 'start the formula with the column, such as product == "Cloud", or wrap the whole formula in single quotes'],
  [/^!\s*[A-Za-z_(]/, 'write not in place of !, such as not renewal'],
  [/^[*&]\s*[A-Za-z_0-9(]/, '* and & are no signs to begin a value with; write the column first, such as amount * 2'],
  [/^%/, 'write the percent sign behind the number, such as 5%'],
  [/^@/, 'write the name without @, or wrap the text in single quotes'],
  [/^`/, 'write names without backticks, such as amount * margin'],
  [/^[>|][^\S\n]*[^\s>|+-]|^>=/, 'put the column first, such as amount > 5, or wrap the text in single quotes'],
  [/^[[{}\]]/, 'formulas have no square or curly brackets: write the column name alone'],
  [/\?.*:(\s|$)/, 'write if(condition, then, else) in place of ? and :'],
  [/^if\b.*:(\s|$)/, 'write if(condition, then, else); a formula holds no colon followed by a blank'],
];

/** What to write in place of this value (the text after `key: `), when it looks like a formula that YAML misreads. */
export function formulaHint(value: string): string | undefined {
  return HINTS.find(([pattern]) => pattern.test(value))?.[1];
}
