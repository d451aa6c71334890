/**
 * Returns that the clawback of a component settles without lowering what it measures (attainment: keep, and re-rate): they
 * count in none of the measures that the component reads, so that a ratio, a count and a sum tell of the same sales. Rule:
 * mechanics TIM-19.
 */
import type { ReturnRules } from '../mechanic/mechanic.ts';
import type { Component, Measure } from '../plan/model.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import type { Cell, Stretch } from './enrolment.ts';
import type { Moment } from './moment.ts';

/** What a return added to a sum or a count. */
export interface ReturnedCredit {
  readonly id: string;
  readonly value: Exact;
  /** The sale was credited to the same person under this plan. */
  readonly theirs: boolean;
}

export interface Aside {
  readonly sum: Exact;
  readonly ids: ReadonlySet<string>;
}

/** The component's rule on returns, where it leaves measures as they were. */
export function keepsMeasures({ rules }: Component): ReturnRules | undefined {
  const applied = rules.find(({ mechanic }) => mechanic.returns !== undefined);
  const stated = applied?.mechanic.returns!.rules(applied.config);
  return stated === undefined || (stated.rate === 'original' && stated.attainment === 'reverse') ? undefined : stated;
}

/** Remembers what a return adds to a measure. */
export function keepReturned(cell: Cell, measure: number, returned: ReturnedCredit): void {
  ((cell.returned ??= [])[measure] ??= []).push(returned);
}

/** What of the measure over the stretch the component does not read; undefined where it reads all of it. */
export function asideOf(component: Component, moment: Moment, measure: Measure, stretch: Stretch): Aside | undefined {
  const rules = keepsMeasures(component);
  const index = moment.version.measures.get(measure.name);
  if (rules === undefined || index === undefined || measure.across !== undefined) return undefined;
  const asSale = moment.countingOf(component.name)?.counted?.returns?.asSale;
  const ids = new Set<string>();
  let sum = ZERO;
  for (const cell of moment.enrolment.cellsIn(stretch))
    for (const { id, value, theirs } of cell.returned?.[index] ?? []) {
      if (asSale?.has(id) === true || (!theirs && rules.unmatched === 'as-sale')) continue;
      ids.add(id);
      sum = sum.plus(value);
    }
  return ids.size === 0 ? undefined : { sum, ids };
}
