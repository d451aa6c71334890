/** `rounding: { to, mode, at }`: the one place where digits are cut, named by the plan. Rule: calculation contract §2. */
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { Node } from '../document/node.ts';
import { minorPlaces } from '../value/currency.ts';
import { Exact } from '../value/exact.ts';
import type { RoundingMode } from '../value/rounding.ts';
import type { RoundingPoint, RoundingRule } from './model.ts';
import { readExact } from './number.ts';
import { textOf } from './place.ts';

/** The least amount of a currency that can be paid: 0.01, 1 for yen. */
export function minorUnit(currency: string): Exact {
  return Exact.scaled(1, minorPlaces(currency));
}

/** The rule as written; `to` defaults to the minor unit of the currency. The shape has been checked. */
export function readRounding(node: Node, currency: string, problems: Problems): RoundingRule | undefined {
  if (node.kind !== 'map') return undefined;
  const step = node.get('to');
  const to = step === undefined ? minorUnit(currency) : readExact(step, 'the step of rounding', problems)?.value;
  if (to === undefined) return undefined;
  if (to.sign() <= 0) {
    problems.error('P030', 'the step of rounding is not above zero', { at: step!.at, pointer: step!.pointer, hint: `write the unit that amounts are multiples of, such as ${currency === 'JPY' ? '1' : '0.01'}` });
    return undefined;
  }
  return { to, mode: textOf(node, 'mode') as RoundingMode, at: textOf(node, 'at') as RoundingPoint, place: node.at };
}
