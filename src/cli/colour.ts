/** Whether a stream gets colours. The platforms disagree about the order, so the decision is ours. Rule: cli-conventions §10. */
import type { Io } from './io.ts';

export type When = 'always' | 'never' | 'auto';

/** `--color` > FORCE_COLOR > NO_COLOR > CLICOLOR_FORCE > TERM=dumb > is that stream a terminal. An empty variable is unset. */
export function wantsColour(when: When, env: Io['env'], terminal: () => boolean): boolean {
  if (when !== 'auto') return when === 'always';
  const force = env.FORCE_COLOR ?? '';
  if (force !== '') return force !== '0' && force !== 'false';
  if ((env.NO_COLOR ?? '') !== '') return false;
  const clicolor = env.CLICOLOR_FORCE ?? '';
  if (clicolor !== '' && clicolor !== '0') return true;
  if (env.TERM === 'dumb') return false;
  return terminal();
}

const WIDTH = 100;
const LEAST = 20;

/** Columns to lay out for: the terminal's, else `COLUMNS`, else 100. */
export function widthOf(columns: number | undefined, env: Io['env']): number {
  const told = env.COLUMNS ?? '';
  const width = columns ?? (/^\d{1,4}$/.test(told) ? +told : WIDTH);
  return width < LEAST ? WIDTH : width;
}
