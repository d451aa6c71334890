/**
 * Pay that falls when more is sold: a lower rate for the whole amount, a factor below the one before. It may be meant, and is
 * said once, with its place and size (mechanics.md COM-23). Told only where it holds whatever quota and target are.
 */
import type { Type } from '../../expr/types.ts';
import { onPaper } from '../../mechanic/on-paper.ts';
import { minorPlaces } from '../../value/currency.ts';
import { groupedText, percentText, shortText } from '../../value/display.ts';
import { Exact, least } from '../../value/exact.ts';
import { falls, kinks, type Falls, type Kink } from '../../value/kink.ts';
import type { Piecewise } from '../../value/piecewise.ts';
import type { Component, Plan } from '../model.ts';
import type { PlanCheck } from './check.ts';

export const checkFalls: PlanCheck = ({ plan }, problems) => {
  for (const component of plan.components) {
    const found = fallsOf(component, plan);
    const first = found[0];
    if (first === undefined) continue;
    const more = found.length === 1 ? '' : `, and falls at ${found.length - 1} more ${found.length === 2 ? 'place' : 'places'}`;
    problems.warning('P120', `component ${component.name} pays ${wordsOf(first, component, plan)}${more}`, {
      at: component.formula.at,
      hint: component.formula.mechanic.key === 'tiers' ? 'read the table marginal, so that each rate holds for its own slice, or keep it if pay is meant to fall' : 'let pay rise or stay, or keep it if pay is meant to fall',
    });
  }
};

/** A fall with each quota and target; the border, and for a line that falls only where it begins. */
type Fall = { readonly cliff: readonly Kink[] } | { readonly line: readonly Exact[] };

const SMALL = Exact.of(1);
const LARGE = Exact.of(1_000_000);
/** A small and a large quota, each with a small and a large target. */
const SCALES = [[SMALL, SMALL], [LARGE, SMALL], [SMALL, LARGE], [LARGE, LARGE]] as const;

function fallsOf(component: Component, plan: Plan): readonly Fall[] {
  const type = typeOf(component, plan);
  const each: Falls[] = [];
  for (const [quota, target] of SCALES) {
    const curve = onPaper(component.formula, component.rules, { on: component.on, type, quota, target });
    if (curve === undefined || 'none' in curve) return [];
    const found = falls(curve);
    // what never rises, such as pay for few complaints, is meant to fall
    if (found.cliffs.length + found.stretches.length === 0 || !rises(curve)) return [];
    each.push(found);
  }
  const cliffs = together(each.map((one) => one.cliffs)).map((cliff) => ({ cliff }));
  const lines = together(each.map(({ stretches }) => stretches.flatMap(({ from }) => from ?? []))).map((line) => ({ line }));
  return [...cliffs, ...lines];
}

function rises(curve: Piecewise): boolean {
  return curve.pieces.some(({ slope }) => slope.sign() > 0) || kinks(curve).some(({ before, after }) => before.lessThan(after));
}

/** The same fall at every scale; nothing where they are not as many. */
function together<T>(each: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return each.every((one) => one.length === each[0]!.length) ? each[0]!.map((_, i) => each.map((one) => one[i]!)) : [];
}

function typeOf({ on }: Component, plan: Plan): Type {
  return plan.measures.find(({ name }) => name === on)!.type;
}

/** Place and size: in money, or in percent of the quota or target that they grow with; a size that grows otherwise is left out. */
function wordsOf(fall: Fall, component: Component, plan: Plan): string {
  const type = typeOf(component, plan);
  const money = (value: Exact): string => `${groupedText(value, minorPlaces(plan.currency))} ${plan.currency}`;
  const placeOf = ([place, far]: readonly Exact[]): string => {
    const byAttainment = !place!.equals(far!);
    return `${byAttainment || type === 'ratio' ? percentText(place!, 4) : type === 'money' ? money(place!) : shortText(place!, 6)}${byAttainment ? ' of the quota' : ` of ${component.on}`}`;
  };
  if ('line' in fall) return `less and less above ${placeOf(fall.line)}`;
  const at = placeOf(fall.cliff.map((cliff) => cliff.at));
  const [small, byQuota, byTarget] = fall.cliff.map(({ before, on, after }) => before.minus(least(on, after))) as [Exact, Exact, Exact, Exact];
  const grows = (size: Exact): boolean => size.equals(small.times(LARGE));
  const size =
    byQuota.equals(small) && byTarget.equals(small) ? `${money(small)} `
    : grows(byQuota) && byTarget.equals(small) && type === 'money' ? `${percentText(small, 4)} of the quota `
    : grows(byTarget) && byQuota.equals(small) ? `${percentText(small, 4)} of the target `
    : '';
  const { before, on } = fall.cliff[0]!;
  return on.equals(before) ? `${size}less above ${at} than at it` : `${size}less from ${at} on than just below it`;
}
