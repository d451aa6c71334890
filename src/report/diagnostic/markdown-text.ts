/** Data as Markdown text that only shows: no markup, no links, no mentions, no cells of its own. Rule: traps.md §11. */
import { visible } from '../../diagnostic/visible.ts';

/** Signs that mean something in Markdown or HTML; an underscore inside a word, as names of columns have, means nothing. */
const SIGNS = /[&<>|`*[\]\\~!#$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** Ends a word for the host without being seen, so that `@team`, `#12` and `https://` stay text. */
const BREAK = '&#8203;';

/** Prose: every sign as an entity; mentions, references and addresses broken. */
export function escaped(text: string): string {
  return visible(text)
    .replace(SIGNS, (sign) => `&#${sign.charCodeAt(0)};${sign === '#' ? BREAK : ''}`)
    .replaceAll('@', `@${BREAK}`)
    .replaceAll('://', `:${BREAK}//`)
    .replace(/www\./gi, (start) => `${start.slice(0, 3)}${BREAK}.`);
}

/** A code span for a name in a table; as prose when it holds a sign that could end the span or the cell. */
export function codeSpan(text: string): string {
  return /[|`\\]/.test(text) || text.trim() !== text ? escaped(text) : `\`${visible(text)}\``;
}
