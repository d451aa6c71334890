/**
 * What a value may be, for the checker. A bare literal such as `5` may be money, a number or a ratio, and so may
 * `1.5 * icr`; a kind is the set of what is possible, and the type it leans to when the place does not decide.
 */
import type { Type } from './types.ts';

export interface Kind {
  readonly can: readonly Type[];
  /** What it is when several are possible and all are wanted; absent for bare literals. */
  readonly lean?: Type;
}

/** A bare number: money, number or ratio, as its place wants. */
export const LITERAL: Kind = { can: ['money', 'number', 'ratio'] };

/** Something already reported: fits everywhere, so that one slip is told once. */
export const UNKNOWN: Kind = { can: ['money', 'number', 'ratio', 'text', 'date', 'yes-no'] };

const KINDS: { readonly [type in Type]: Kind } = {
  money: { can: ['money'], lean: 'money' },
  number: { can: ['number'], lean: 'number' },
  ratio: { can: ['ratio'], lean: 'ratio' },
  text: { can: ['text'], lean: 'text' },
  date: { can: ['date'], lean: 'date' },
  'yes-no': { can: ['yes-no'], lean: 'yes-no' },
};

export function kindOf(type: Type): Kind {
  return KINDS[type];
}

export function isNumeric(kind: Kind): boolean {
  return kind.can.some((type) => type === 'money' || type === 'number' || type === 'ratio');
}

/** What both may be; undefined when nothing is. */
export function meet(a: Kind, b: Kind): Kind | undefined {
  if (a === UNKNOWN || b === UNKNOWN) return UNKNOWN;
  const can = a.can.filter((type) => b.can.includes(type));
  if (can.length === 0) return undefined;
  const lean = [a.lean, b.lean].find((type) => type !== undefined && can.includes(type));
  return lean === undefined ? { can } : { can, lean };
}

/**
 * The type a kind takes where one of `wanted` is needed, the first of them preferred for bare literals. A ratio times a bare
 * number is a number where that will do: `score * 100` is points, not money.
 */
export function settle(kind: Kind, wanted: readonly Type[]): Type | undefined {
  if (kind.lean !== undefined && wanted.includes(kind.lean)) return kind.lean;
  if (kind.lean === 'ratio' && wanted.includes('number') && kind.can.includes('number')) return 'number';
  return wanted.find((type) => kind.can.includes(type));
}

const WORDS: { readonly [type in Type]: string } = { money: 'money', number: 'a number', ratio: 'a ratio', text: 'a text', date: 'a date', 'yes-no': 'yes or no' };

export function typeWords(type: Type): string {
  return WORDS[type];
}

/** `money`, `a ratio`: for messages. */
export function kindWords(kind: Kind): string {
  return WORDS[kind.lean ?? 'number'];
}
