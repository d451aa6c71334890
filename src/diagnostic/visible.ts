/**
 * Makes the characters of data visible that a terminal, an editor or a web page would act on or hide: controls,
 * bidi marks, zero-width characters, halves of a pair. Data is shown, never executed. Rule: traps.md §11.
 */

/** Controls, bidi marks, zero-width and other characters that take no place of their own. */
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e0fff}]|\p{Cs}/gu;

/** Blanks that look like a plain blank and are none. */
const ODD_BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

const SHORT = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** The text on one line with every unseen character spelt out: `\x1b`, `\n`, `<U+202E>`. Other text is unchanged. */
export function visible(text: string): string {
  return text.replace(UNSEEN, spell);
}

/** As `visible`, and blanks that are no plain blank are spelt out too (for keys, names and frames). */
export function revealed(text: string): string {
  return visible(text).replace(ODD_BLANKS, codePoint);
}

/** `U+202E`: the name of the first character of a text. */
export function characterName(text: string): string {
  return `U+${text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text that is shown whole when short, else its beginning and `…`; never cut inside a pair. */
export function clip(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

function spell(character: string): string {
  const short = SHORT.get(character);
  if (short) return short;
  const code = character.codePointAt(0)!;
  return code < 0x100 && code !== 0xad ? `\\x${code.toString(16).padStart(2, '0')}` : codePoint(character);
}

function codePoint(character: string): string {
  return `<${characterName(character)}>`;
}

/** JSON text in which unseen characters are `\uXXXX` escapes. Line ends between its parts stay. */
export function escapeUnseen(json: string): string {
  return json.replace(UNSEEN, (character) => (character < ' ' ? character : [...unitsOf(character)].map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')));
}

function* unitsOf(character: string): Iterable<number> {
  for (let at = 0; at < character.length; at++) yield character.charCodeAt(at);
}
