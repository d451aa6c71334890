/** Amounts written as a share of target: `300% of target` is the money formula `300% * target`, at the same places. */
import type { Span } from '../diagnostic/diagnostic.ts';
import type { ScalarNode } from '../document/node.ts';
import type { FormulaText } from '../expr/types.ts';
import type { Exact } from '../value/exact.ts';
import { readNumber } from '../value/number-text.ts';

const SIGN = ' * ';
const SHARE = /^([\d_.\s/%]+?)(\s+of\s+)target$/;

/** The share in front of `of target`, when it is a plain number. */
export function targetShare(node: ScalarNode): { readonly value: Exact; readonly percent: boolean; readonly text: string } | undefined {
  const text = SHARE.exec(node.text)?.[1];
  const reading = text === undefined ? undefined : readNumber(text, { percent: true, fraction: true, underscores: true });
  return text !== undefined && reading !== undefined && 'value' in reading ? { ...reading, text } : undefined;
}

/** The text as a formula; anything else is left as it stands. */
export function amountText(node: ScalarNode): FormulaText & { readonly at: Span } {
  const match = SHARE.exec(node.text);
  if (!match) return node;
  const front = match[1]!.length;
  const back = front + match[2]!.length;
  // A place in the new text, moved to where its letters stand in the file.
  const home = (at: number): number => (at <= front ? at : at >= front + SIGN.length ? back + (at - front - SIGN.length) : front);
  return { text: `${match[1]}${SIGN}target`, pointer: node.pointer, at: node.at, place: (start, end) => node.place(home(start), home(end)) };
}
