/** What releases held money: a number of periods, a date, a condition or a hand. */
import type { MapNode } from '../document/node.ts';
import { dayText, readDay, type Day } from '../value/day.ts';
import { readCount } from './count-field.ts';
import { factsIn, holds, readFigure, stated, type Figure } from './figure.ts';
import type { PeriodFormula, Reader } from './mechanic.ts';
import type { PaymentGiven } from './payment.ts';
import type { Tranche } from './tranche.ts';

export type Release =
  | { readonly kind: 'periods'; readonly periods: number }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'condition'; readonly figure: Figure }
  | { readonly kind: 'by-hand' };

/** Reads `for` or `until` of a hold; exactly one of them is there. */
export function readRelease(node: MapNode, reader: Reader): Release | undefined {
  const [periods, until] = [node.get('for'), node.get('until')];
  if ((periods === undefined) === (until === undefined)) {
    reader.problem('P425', periods === undefined ? 'the hold does not say until when it holds' : 'the hold says twice until when it holds', until === undefined ? node : node.entry('until')!.keyAt, { pointer: node.pointer, hint: periods === undefined ? 'add for: 3 (periods), until: 2026-12-31, until: CONDITION or until: by-hand' : 'keep for or until' });
    return undefined;
  }
  if (periods !== undefined) {
    const count = readCount(periods, 1, 'periods', reader);
    return count === undefined ? undefined : { kind: 'periods', periods: count };
  }
  const text = until!.kind === 'scalar' ? until!.text : '';
  if (text === 'by-hand') return { kind: 'by-hand' };
  if (/^\d{4}-/.test(text)) {
    const reading = readDay(text);
    if ('day' in reading) return { kind: 'day', day: reading.day };
    reader.problem('P424', `"${text}" is no date: ${reading.fault}`, until!, { found: text, hint: reading.hint });
    return undefined;
  }
  const figure = readFigure(until!, ['yes-no'], reader);
  return figure === undefined ? undefined : { kind: 'condition', figure };
}

export interface Released {
  /** All of it, what comes now as well. */
  readonly all: boolean;
  /** Else those amounts. */
  readonly ripe?: (tranche: Tranche) => boolean;
  readonly why: string;
}

export function released(release: Release, given: PaymentGiven): Released {
  switch (release.kind) {
    case 'periods':
      return { all: false, ripe: ({ age }) => age >= release.periods, why: `${release.periods} ${release.periods === 1 ? 'period has' : 'periods have'} passed` };
    case 'day':
      return { all: given.period.to >= release.day, why: `${dayText(release.day)} is reached` };
    case 'condition':
      return { all: holds(release.figure, given.lastDay) === true, get why() { return `${stated(release.figure)} holds (${factsIn(release.figure, given.lastDay, given.words)})`; } };
    case 'by-hand':
      return { all: false, why: '' };
  }
}

export function releaseFormulas(release: Release): readonly PeriodFormula[] {
  return release.kind === 'condition' ? [release.figure.formula] : [];
}

/** Continues `is held back`. */
export function heldUntil(release: Release): string {
  switch (release.kind) {
    case 'periods':
      return `for ${release.periods} ${release.periods === 1 ? 'period' : 'periods'}`;
    case 'day':
      return `until ${dayText(release.day)}`;
    case 'condition':
      return `until ${stated(release.figure)}`;
    case 'by-hand':
      return 'until somebody releases it by hand';
  }
}
