/** Characters that have no place in a plan file, before YAML sees it: controls, bidi marks, old-Mac line ends. */
import type { Problems, Source } from '../diagnostic/diagnostic.ts';
import { characterName, visible } from '../diagnostic/visible.ts';

/** Controls other than tab and line ends, halves of a pair, and marks that turn the reading direction. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu;

const MOST = 10;

/** Whether YAML may read the text. Each forbidden character is a located problem (the first ten of them). */
export function checkCharacters(source: Source, problems: Problems): boolean {
  const { text } = source;
  const cr = /\r(?!\n)/.exec(text);
  if (cr) {
    problems.error('Y021', 'a line ends with a lone CR, as on old Macs', {
      at: { source, start: cr.index, end: cr.index + 1 }, found: 'CR', expected: 'LF or CRLF', hint: 'save the file with Unix (LF) or Windows (CRLF) line ends',
    });
    return false;
  }
  let count = 0;
  for (const found of text.matchAll(FORBIDDEN)) {
    if (++count > MOST) break;
    const character = found[0];
    const turns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(character);
    problems.error(turns ? 'Y022' : 'Y020', `expected plain text, found the character ${characterName(character)}${turns ? ', which changes the reading direction' : ''}`, {
      at: { source, start: found.index, end: found.index + character.length }, found: visible(character),
      hint: turns ? 'delete it: a reader would see another order than the program reads' : 'delete the character, or write it as an escape in double quotes',
    });
  }
  return count === 0;
}
