/** Text in XML: characters that it does not allow are spelt out first, then those that mean something to it. */
import { visible } from '../diagnostic/visible.ts';

const ENTITIES: ReadonlyMap<string, string> = new Map([['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;'], ["'", '&apos;']]);

/** For an attribute or an element. */
export function xml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES.get(character)!);
}
