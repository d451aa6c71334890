/**
 * The one call of the YAML library. Its reader works through a stack, its composer through recursion that can take
 * the whole process down with a deep enough file; so the depth is watched while reading, before anything is composed.
 */
import { Composer, Lexer, Parser, type CST, type Document } from 'yaml';

export const MAX_DEPTH = 64;

export interface Composed {
  readonly documents: readonly Document.Parsed[];
  /** Offset at which the file is nested deeper than allowed; nothing is composed then. */
  readonly tooDeepAt?: number;
}

/** Composes all documents of a text with the options of traps.md §3. */
export function compose(text: string): Composed {
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The document and the scalar being read stand on the stack too; the exact limit is kept by the tree.
    if (parser.stack.length > MAX_DEPTH + 3) return { documents: [], tooDeepAt: parser.offset };
  }
  tokens.push(...parser.end());
  const composer = new Composer({
    schema: 'core', version: '1.2', stringKeys: true, merge: false, resolveKnownTags: false, strict: true, prettyErrors: false, keepSourceTokens: true,
    // Equal keys are found while the tree is built: the library compares every key with every other.
    uniqueKeys: false,
  });
  return { documents: [...composer.compose(tokens)] };
}
