/** Real colours. Whether there are any is decided by the caller, for each stream (traps.md §12: chalk would ask the process). */
import { Chalk } from 'chalk';
import { noPaint, type Paint } from '../diagnostic/paint.ts';

/** Sixteen colours when `colour` is true, none otherwise. */
export function paintFor(colour: boolean): Paint {
  if (!colour) return noPaint;
  const chalk = new Chalk({ level: 1 });
  return { bold: chalk.bold, dim: chalk.dim, red: chalk.red, yellow: chalk.yellow, green: chalk.green, blue: chalk.blue, cyan: chalk.cyan };
}
