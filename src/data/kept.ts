/**
 * Texts that may be kept. A cell cut out of a chunk is a view that keeps the whole chunk in memory; whoever keeps a
 * cell keeps a copy. Rule: memory is bounded by what is used, not by what was read.
 */

/** Shorter cuts are copies already (V8 makes views from 13 characters on). */
const SHORTEST_VIEW = 13;

/** The same text in memory of its own. */
export function kept(text: string): string {
  return text.length < SHORTEST_VIEW ? text : ` ${text}`.slice(1);
}
