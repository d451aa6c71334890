/** What a shared cap and a budget share: one amount for everybody who shares, and the time over which it holds. */
import type { Node } from '../document/node.ts';
import type { Figure } from './figure.ts';
import type { Reader, Sharing, Time } from './mechanic.ts';
import { readSharedFigure, readSharing } from './sharing.ts';

export interface SharedLimit {
  readonly at: Figure;
  readonly sharing: Sharing;
  readonly over: Time;
}

/** Reads `at`, `across` and `over`; `what` is its name in messages. */
export function readSharedLimit(node: Node, what: 'a budget' | 'a shared cap', reader: Reader): SharedLimit | undefined {
  if (node.kind !== 'map') return undefined;
  const sharing = readSharing(node, 'any-day', reader);
  const at = node.get('at');
  const figure = at === undefined || sharing === undefined ? undefined : readSharedFigure(at, ['money'], sharing, reader);
  if (figure === undefined || sharing === undefined) return undefined;
  if (figure.fixed !== undefined && figure.fixed.value.sign() <= 0) {
    reader.problem('P461', `${what} lies above zero`, at!, { hint: 'write a positive amount' });
    return undefined;
  }
  const over = node.get('over');
  return { at: figure, sharing, over: over?.kind === 'scalar' ? (over.text as Time) : 'period' };
}
