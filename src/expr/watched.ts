/**
 * Who is told which way an `if` goes, while somebody counts branches. One place for all formulas: they are compiled once and
 * called millions of times, and a run that counts nothing must not carry a counter through every call.
 */
import type { Call } from './tree.ts';

export const branches: { watcher: ((call: Call, holds: boolean) => void) | undefined } = { watcher: undefined };
