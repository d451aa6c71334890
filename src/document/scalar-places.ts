/**
 * From the characters of a scalar back to the file. Escapes, doubled quotes, folded lines and indentation make the
 * text of a scalar differ from what stands in the file; this keeps, for each UTF-16 unit, where it came from.
 */

/** A scalar's text with the stretch of the file (offsets into the raw text) behind each of its UTF-16 units. */
export interface PlacedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export type ScalarStyle = 'plain' | 'single' | 'double';

/** Collects a text unit by unit with its places. */
export class Placing {
  private readonly parts: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  /** Adds a text of which every unit comes from the same stretch, such as an escape. */
  add(text: string, start: number, end: number): void {
    this.parts.push(text);
    for (let unit = 0; unit < text.length; unit++) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  /** Adds a text that stands in the file as it is, from `start` on. */
  copy(text: string, start: number): void {
    this.parts.push(text);
    for (let unit = 0; unit < text.length; unit++) {
      this.starts.push(start + unit);
      this.ends.push(start + unit + 1);
    }
  }

  get placed(): PlacedText {
    return { text: this.parts.join(''), starts: this.starts, ends: this.ends };
  }
}

const NAMED_ESCAPES = new Map([
  ['0', '\0'], ['a', '\x07'], ['b', '\b'], ['e', '\x1b'], ['f', '\f'], ['n', '\n'], ['r', '\r'], ['t', '\t'], ['v', '\v'],
  ['N', '\u0085'], ['_', '\u00a0'], ['L', '\u2028'], ['P', '\u2029'], [' ', ' '], ['"', '"'], ['/', '/'], ['\\', '\\'], ['\t', '\t'],
]);

/**
 * Reads a plain or quoted scalar. `raw` is the file, `start` and `end` bound the scalar with its quotes. Single line
 * breaks with the blanks around them become one blank, further ones stay line breaks.
 */
export function placeFlow(raw: string, start: number, end: number, style: ScalarStyle): PlacedText {
  const placing = new Placing();
  const from = style === 'plain' ? start : start + 1;
  const to = style === 'plain' ? end : end - 1;
  for (let at = from; at < to; ) {
    const character = raw[at]!;
    if (isBlank(character) || isBreak(character)) at = placeBlanks(raw, at, to, placing);
    else if (style === 'single' && character === "'") {
      placing.add("'", at, at + 2);
      at += 2;
    } else if (style === 'double' && character === '\\') at = placeEscape(raw, at, placing);
    else {
      placing.add(character, at, at + 1);
      at++;
    }
  }
  return placing.placed;
}

/** A run of blanks and line breaks: as it stands without a break, folded with one. Returns where it ends. */
function placeBlanks(raw: string, from: number, to: number, placing: Placing): number {
  const breaks: number[] = [];
  let at = from;
  for (; at < to && (isBlank(raw[at]!) || isBreak(raw[at]!)); at++) if (raw[at] === '\n') breaks.push(at);
  if (breaks.length === 0) placing.copy(raw.slice(from, at), from);
  else if (breaks.length === 1) placing.add(' ', breaks[0]!, breaks[0]! + 1);
  else for (const place of breaks.slice(1)) placing.add('\n', place, place + 1);
  return at;
}

function placeEscape(raw: string, from: number, placing: Placing): number {
  const next = raw[from + 1] ?? '';
  const named = NAMED_ESCAPES.get(next);
  if (named !== undefined) {
    placing.add(named, from, from + 2);
    return from + 2;
  }
  if (isBreak(next)) {
    let at = from + (next === '\r' ? 3 : 2);
    while (isBlank(raw[at] ?? '')) at++;
    return at;
  }
  const digits = next === 'x' ? 2 : next === 'u' ? 4 : next === 'U' ? 8 : 0;
  const code = parseHex(raw.slice(from + 2, from + 2 + digits), digits);
  if (code === undefined) {
    placing.copy(raw.slice(from, from + 2), from);
    return from + 2;
  }
  placing.add(String.fromCodePoint(code), from, from + 2 + digits);
  return from + 2 + digits;
}

function parseHex(text: string, digits: number): number | undefined {
  if (digits === 0 || text.length !== digits || !/^[0-9a-fA-F]+$/.test(text)) return undefined;
  const code = Number.parseInt(text, 16);
  return code <= 0x10ffff ? code : undefined;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

function isBreak(character: string): boolean {
  return character === '\n' || character === '\r';
}
