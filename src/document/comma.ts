/** A comma inside brackets ends the value, also in the middle of a formula: `{ where: type in ('New', 'Old') }`. */
import type { Source, Span } from '../diagnostic/diagnostic.ts';

export interface CommaProblem {
  readonly code: 'Y023';
  readonly message: string;
  readonly at: Span;
  readonly note: string;
  readonly hint: string;
}

/** What to say about the comma at an offset. */
export function commaProblem(source: Source, comma: number): CommaProblem {
  return {
    code: 'Y023',
    message: 'inside { } and [ ] a comma ends the value, and cuts this formula in two',
    at: { source, start: comma, end: comma + 1 },
    note: 'the value ends here',
    hint: "wrap the formula in double quotes, such as \"type in ('New', 'Old')\", or write each key on its own line without { }",
  };
}

/** The first comma behind a round bracket that is still open at `before`, looking back to the bracket around it. */
export function commaInCall(text: string, before: number): number | undefined {
  let closed = 0;
  for (let at = before - 1; at >= 0 && before - at < 4_096; at--) {
    const character = text[at]!;
    if (character === '{' || character === '[') return undefined;
    if (character === ')') closed++;
    else if (character === '(' && closed-- === 0) {
      const comma = text.indexOf(',', at);
      return comma >= 0 && comma < before ? comma : undefined;
    }
  }
  return undefined;
}

/** Whether a text opens more round brackets than it closes. */
export function opensCall(text: string): boolean {
  let open = 0;
  for (const character of text) if (character === '(') open++;
  else if (character === ')') open--;
  return open > 0;
}
