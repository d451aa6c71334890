/** Formulas and conditions of one person's period; what is not applicable is null. Shares nothing with `src/`. */
import { compare, minus, parse, plus, times } from '../fraction.ts';
import type { Known } from './measure.ts';
import type { PersonRow, Condition, Term } from './world.ts';

/** What a formula may ask. */
export interface Asked {
  readonly record: PersonRow;
  measure(name: string): Known;
  attainment(name: string): Known;
  payout(component: string): Known;
}

export function valueOf(term: Term, asked: Asked): Known {
  switch (term[0]) {
    case 'number':
      return parse(term[1]);
    case 'column':
      return parse(asked.record[term[1]]);
    case 'measure':
    case 'attainment':
    case 'payout':
      return asked[term[0]](term[1]);
    default: {
      const [a, b] = [valueOf(term[1], asked), valueOf(term[2], asked)];
      return a === null || b === null ? null : { '*': times, '+': plus, '-': minus }[term[0]](a, b);
    }
  }
}

/** What cannot be told does not hold. */
export function holds({ of, than, strict }: Condition, asked: Asked): boolean {
  const value = valueOf(of, asked);
  return value !== null && compare(value, parse(than)) >= (strict ? 1 : 0);
}

/** Whether a formula reads the attainment of the measure. */
export function asksAttainment(term: Term, name: string): boolean {
  if (term[0] === 'attainment') return term[1] === name;
  return (term[0] === '*' || term[0] === '+' || term[0] === '-') && (asksAttainment(term[1], name) || asksAttainment(term[2], name));
}
