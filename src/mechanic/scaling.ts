/**
 * Tables for somebody who is in the plan for a part of a period, where the plan prorates them (QTA-06): edges in money or units,
 * and the amounts that a table pays. Shares of a quota or of a target move with these; rates never change.
 */
import { ONE, type Exact } from '../value/exact.ts';
import type { Axis } from './axis.ts';
import type { Figure } from './figure.ts';

/** Whether edges on it are in what somebody sells: the measure paid on, what it paid, or another measure that is no ratio. */
export function hasResults(axis: Axis): boolean {
  if (axis.type === 'ratio') return false;
  return axis.kind === 'base' || axis.kind === 'pay' || (axis.kind === 'formula' && axis.figure!.facts.some(({ kind, ref }) => kind === 'measure' && ref.form === undefined));
}

/** Whether it is an amount of its own, not a share of the target. */
export function isAmount({ facts, fixed }: Figure): boolean {
  return fixed?.value.isZero() !== true && !facts.some(({ kind, ref }) => kind === 'own' && ref.name === 'target');
}

export function scaledFigure(figure: Figure, by: Exact): Figure {
  if (!isAmount(figure)) return figure;
  return figure.fixed === undefined ? { ...figure, times: (figure.times ?? ONE).times(by) } : { ...figure, fixed: { value: figure.fixed.value.times(by) } };
}
