/** A share of things counted, in percent with one decimal; cut, never rounded up: 100.0 % means all of them. */
export function shareText(part: number, all: number): string {
  const tenths = all === 0 ? 1000 : Math.floor((1000 * part) / all);
  return `${Math.floor(tenths / 10)}.${tenths % 10} %`;
}
