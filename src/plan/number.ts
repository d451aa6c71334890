/** Exact numbers in plan files: `8%`, `0.08`, `2/37`, `1_000`. Read from the text as written, never from YAML's reading. */
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { Node } from '../document/node.ts';
import { readNumber } from '../value/number-text.ts';
import type { Exact } from '../value/exact.ts';
import { quoted } from './shape-words.ts';

export interface Written {
  readonly value: Exact;
  /** Written with a percent sign. */
  readonly percent: boolean;
}

/** The number, or a problem that says what is wrong with it. `what` names it: `the share of co_owner`. */
export function readExact(node: Node, what: string, problems: Problems): Written | undefined {
  if (node.kind !== 'scalar') return undefined;
  const reading = readNumber(node.text, { percent: true, fraction: true, underscores: true });
  if ('value' in reading) return reading;
  problems.error('P009', `${what} is ${quoted(node.text)}: ${reading.fault}`, { at: node.at, pointer: node.pointer, found: node.text, hint: reading.hint });
  return undefined;
}
