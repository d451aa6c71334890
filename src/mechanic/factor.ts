/** Factors on a rate or an amount: zero or more, and large ones in percent, so that 150 is not taken for 150 %. */
import type { Node } from '../document/node.ts';
import { Exact } from '../value/exact.ts';
import type { Reader } from './mechanic.ts';

const TEN = Exact.of(10);

/** Whether a factor written as a number can be meant. */
export function checkFactor(value: Exact, percent: boolean, node: Node, reader: Reader): boolean {
  if (value.sign() < 0) {
    reader.problem('P320', 'a factor is zero or more; this one is negative', node, { hint: 'a factor below 1 takes away: 0.9 is ten percent less, 0 pays nothing' });
    return false;
  }
  if (percent || value.lessThan(TEN)) return true;
  const text = node.kind === 'scalar' ? node.text : '';
  reader.problem('P321', `a factor of ${text} pays ${text} times as much; a factor of ten or more is written with %`, node, {
    found: text,
    note: `did you mean ${text}%?`,
    hint: `write ${text}%, or the whole as a percent if a multiple is meant`,
  });
  return false;
}
