/** Values of people columns as texts that can be compared and shown. */
import type { Value } from '../expr/types.ts';
import { exactText } from '../value/display.ts';
import { Exact } from '../value/exact.ts';

/** The different values, in order, as texts. */
export function asValues(values: readonly Value[]): string[] {
  const texts = values.map((value) => (value instanceof Exact ? exactText(value) : String(value ?? 'blank')));
  return texts.filter((text, i) => texts.indexOf(text) === i);
}
