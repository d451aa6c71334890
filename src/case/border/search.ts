/**
 * Borders found without knowing any mechanic: the scale is asked at places ever further apart, and wherever two neighbours go different
 * ways the place between them is halved until they are one smallest unit apart.
 */
import { LARGEST, MOST_ROWS, type Mover } from './mover.ts';
import type { Prober, Seen } from './probe.ts';

/** More than this is no plan that anybody reads. */
const MOST_BORDERS = 60;

/** The first step on the far side of each border of a component. */
export async function bordersOn(prober: Prober, component: string): Promise<readonly number[]> {
  const found: number[] = [];
  const path = async (step: number): Promise<string> => pathOf((await prober.at(step))?.get(component));
  const between = async (low: number, high: number): Promise<void> => {
    if (found.length >= MOST_BORDERS || (await path(low)) === (await path(high))) return;
    if (high - low === 1) {
      found.push(high);
      return;
    }
    const middle = Math.floor((low + high) / 2);
    await between(low, middle);
    await between(middle, high);
  };
  const steps = startingPlaces(prober.mover);
  for (let index = 1; index < steps.length; index++) await between(steps[index - 1]!, steps[index]!);
  return found;
}

/** Not asked, refused and absent are ways too. */
export function pathOf(seen: Seen | undefined): string {
  return seen === undefined ? 'refused' : [...seen.took].map(([key, took]) => `${key} ${took}`).join('; ');
}

/** Zero, its neighbours, and places around where the case stands, each about a third further than the last. */
function startingPlaces({ now, least }: Mover): readonly number[] {
  const most = least === 0 ? MOST_ROWS : LARGEST / 10;
  const scale = Math.max(100, Math.abs(now));
  const places = new Set([-scale, -1, 0, 1, now, now - 1, now + 1]);
  for (let power = -9; power <= 7; power++) for (const part of [1, 1.3, 1.6]) places.add(Math.floor(scale * part * 2 ** power));
  return [...places].filter((step) => step >= least && Math.abs(step) <= most).sort((a, b) => a - b);
}
