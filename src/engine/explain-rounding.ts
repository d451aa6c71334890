/** Lines rounded by themselves and their sum rounded once may differ: both are told when they do. Rule: mechanics RND-04. */
import type { Plan } from '../plan/model.ts';
import { total } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import type { Words } from '../mechanic/mechanic.ts';
import type { Worked } from './component.ts';
import type { Step } from './result.ts';

/** A remark without an amount; it changes nothing. */
export function roundedOnce(components: readonly Worked[], { rounding, at }: Plan, words: Words): Step[] {
  if (rounding.at === 'payout' || components.length < 2) return [];
  const lines = total(components.map((one) => one.earned));
  const once = roundTo(total(components.map((one) => (one.untold ? one.earned : one.amount.minus(one.before)))), rounding);
  if (once.equals(lines)) return [];
  return [{ kind: 'rounding', name: rounding.mode, text: `rounded line by line the components make ${words.money(lines)}; their exact sum rounded once is ${words.money(once)}`, plan: rounding.place ?? at, parts: [] }];
}
