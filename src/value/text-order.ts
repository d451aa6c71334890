/** The order of texts by code unit: the same on every machine and in every locale. */

/** Negative when `a` comes before `b`, zero when they are equal, positive when it comes after: for `sort`. */
export function textOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
