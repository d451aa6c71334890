/** Walks over the tokens of a formula for the parser: what stands here, what comes next, how deep we are. */
import type { Faults, Stretch } from './faults.ts';
import type { Token } from './token.ts';

/** Brackets, functions and signs inside one another (traps.md §14). */
export const DEEPEST = 64;

export class Cursor {
  private at = 0;
  private depth = 0;
  private tooDeep = false;

  constructor(
    private readonly tokens: readonly Token[],
    readonly faults: Faults,
  ) {}

  get here(): Token {
    return this.tokens[this.at]!;
  }

  /** How many tokens have been taken. */
  get taken(): number {
    return this.at;
  }

  /** The token `n` places on; the last token is `end`. */
  ahead(n = 1): Token {
    return this.tokens[Math.min(this.at + n, this.tokens.length - 1)]!;
  }

  /** The token before; none at the beginning. */
  get before(): Token | undefined {
    return this.tokens[this.at - 1];
  }

  take(): Token {
    const token = this.here;
    if (this.at < this.tokens.length - 1) this.at++;
    return token;
  }

  isSign(...texts: string[]): boolean {
    const token = this.here;
    return token.kind === 'sign' && texts.includes(token.text);
  }

  isWord(text: string): boolean {
    return isWord(this.here, text);
  }

  takeSign(text: string): Token | undefined {
    return this.isSign(text) ? this.take() : undefined;
  }

  /** Takes the word; one in capitals is reported and taken all the same, because no name can stand in its place. */
  takeWord(text: string): Token | undefined {
    const token = this.here;
    if (!isWordInAnyCase(token, text)) return undefined;
    if (!isWord(token, text)) capitals(token, text, this.faults);
    return this.take();
  }

  /** Runs `inner` one level down; at the deepest level reports, leaves the rest of the formula unread and gives undefined. */
  deeper<T>(at: Stretch, inner: () => T): T | undefined {
    if (this.depth >= DEEPEST || this.tooDeep) {
      if (!this.tooDeep) this.faults.error('X003', `the formula is nested more than ${DEEPEST} levels deep`, at, { hint: 'move a part of it into a measure of its own' });
      this.tooDeep = true;
      this.at = this.tokens.length - 1;
      return undefined;
    }
    this.depth++;
    const result = inner();
    this.depth--;
    return result;
  }

  /** Whether reading was given up: nothing more is worth reporting. */
  get givenUp(): boolean {
    return this.tooDeep;
  }
}

export function isWord(token: Token, text: string): boolean {
  return token.kind === 'name' && token.text === text;
}

export function isWordInAnyCase(token: Token, text: string): boolean {
  return token.kind === 'name' && token.text.length === text.length && token.text.toLowerCase() === text;
}

export function capitals(token: Token, word: string, faults: Faults): void {
  const found = token.kind === 'name' ? token.text : word;
  faults.error('X027', `${found} is written ${word} in formulas`, token, { found, expected: word, suggestion: word, note: `write ${word}`, hint: `write ${word}` });
}

/** Whether a value can begin with the token. */
export function startsValue(token: Token): boolean {
  return token.kind === 'number' || token.kind === 'text' || token.kind === 'date' || token.kind === 'bad' || token.kind === 'name' || (token.kind === 'sign' && token.text === '(');
}

/** A token in words, for "expected … but found …". */
export function tokenWords(token: Token, faults: Faults): string {
  return token.kind === 'end' ? 'the end of the formula' : faults.words(token);
}
