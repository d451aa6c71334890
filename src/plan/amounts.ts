/** Amounts written as a share of target: `300% of target` is the money formula `300% * target`, at the same places. */
import type { Span } from '../diagnostic/diagnostic.ts';
import type { ScalarNode } from '../document/node.ts';
import type { FormulaText } from '../expr/types.ts';

const SIGN = ' * ';

/** The text as a formula; anything else is left as it stands. */
export function amountText(node: ScalarNode): FormulaText & { readonly at: Span } {
  const match = /^([^()]+?)(\s+of\s+)target$/.exec(node.text);
  if (!match || !/^[\d_.\s/%]+$/.test(match[1]!)) return node;
  const front = match[1]!.length;
  const back = front + match[2]!.length;
  // A place in the new text, moved to where its letters stand in the file.
  const home = (at: number): number => (at <= front ? at : at >= front + SIGN.length ? back + (at - front - SIGN.length) : front);
  return { text: `${match[1]}${SIGN}target`, pointer: node.pointer, at: node.at, place: (start, end) => node.place(home(start), home(end)) };
}
