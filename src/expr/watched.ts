/**
 * Who is told which way an `if` goes, while somebody counts branches. A watcher hangs on the very `if` of the plan it was read from, so
 * two runs at once hear of their own plans alone; a run that counts nothing looks at one number and goes on.
 */
import type { Call } from './tree.ts';

type Watcher = (holds: boolean) => void;

const watchers = new WeakMap<Call, readonly Watcher[]>();

/** How many are watched anywhere. */
export const watching = { count: 0 };

/** Tells `watcher` of this `if` until the function that comes back is called. */
export function watch(call: Call, watcher: Watcher): () => void {
  watchers.set(call, [...(watchers.get(call) ?? []), watcher]);
  watching.count++;
  return () => {
    const left = (watchers.get(call) ?? []).filter((one) => one !== watcher);
    if (left.length === 0) watchers.delete(call);
    else watchers.set(call, left);
    watching.count--;
  };
}

export function tellWatchers(call: Call, holds: boolean): void {
  for (const watcher of watchers.get(call) ?? []) watcher(holds);
}
