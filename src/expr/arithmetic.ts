/**
 * Which kinds may be added and multiplied, and what comes out: money, numbers, ratios and dates as an analyst uses
 * them. The table is the rule; everything not in it is an error.
 */
import { UNKNOWN, type Kind } from './kind.ts';
import type { ArithmeticSign } from './tree.ts';
import type { Type } from './types.ts';

type Row = readonly [left: Type, right: Type, result: Type];

const SAME: readonly Row[] = [
  ['money', 'money', 'money'],
  ['number', 'number', 'number'],
  ['ratio', 'ratio', 'ratio'],
];

const TABLE: { readonly [sign in ArithmeticSign]: readonly Row[] } = {
  '+': [...SAME, ['date', 'number', 'date'], ['number', 'date', 'date']],
  '-': [...SAME, ['date', 'number', 'date'], ['date', 'date', 'number']],
  '*': [
    ['money', 'ratio', 'money'],
    ['ratio', 'money', 'money'],
    ['money', 'number', 'money'],
    ['number', 'money', 'money'],
    ['number', 'number', 'number'],
    ['number', 'ratio', 'number'],
    ['ratio', 'number', 'number'],
    ['ratio', 'ratio', 'ratio'],
  ],
  '/': [
    ['money', 'money', 'ratio'],
    ['money', 'number', 'money'],
    ['money', 'ratio', 'money'],
    ['number', 'number', 'ratio'],
    ['number', 'ratio', 'number'],
    ['ratio', 'ratio', 'ratio'],
    ['ratio', 'number', 'ratio'],
  ],
};

/** What `left sign right` may be; undefined when the two do not go together. */
export function arithmeticKind(sign: ArithmeticSign, left: Kind, right: Kind): Kind | undefined {
  if (left === UNKNOWN || right === UNKNOWN) return UNKNOWN;
  const can: Type[] = [];
  for (const [a, b, result] of TABLE[sign]) if (left.can.includes(a) && right.can.includes(b) && !can.includes(result)) can.push(result);
  if (can.length === 0) return undefined;
  const lean = leaning(sign, left.lean, right.lean);
  if (lean !== undefined && can.includes(lean)) return { can, lean };
  return left.lean === undefined && right.lean === undefined ? { can } : { can, lean: can[0]! };
}

/** A bare number beside a column is taken as a plain factor: `amount / 2` is money, `20 * quantity` a number. */
function leaning(sign: ArithmeticSign, left: Type | undefined, right: Type | undefined): Type | undefined {
  if (left !== undefined && right !== undefined) return TABLE[sign].find(([a, b]) => a === left && b === right)?.[2];
  return left ?? (sign === '/' && right !== undefined ? 'ratio' : right);
}
