/**
 * The scale that a table is read along: the measure paid on in its own unit, its attainment, or any formula. What decides
 * the tier and what is paid on are separate things (calculation contract §6, COM-17).
 */
import type { Node } from '../document/node.ts';
import type { Type } from '../expr/types.ts';
import type { Exact } from '../value/exact.ts';
import { figureIn, readFigure, type Figure } from './figure.ts';
import type { Given, Known, PeriodEnv, PeriodFormula, Reader, Words } from './mechanic.ts';

export interface Axis {
  /** `pay`: what the component itself has paid, of which only slices can be cut (`pay-scale.ts`). */
  readonly kind: 'base' | 'attainment' | 'formula' | 'pay';
  /** `revenue`, `attainment of revenue`, or the formula. */
  readonly name: string;
  /** The measure paid on. */
  readonly on: string;
  readonly type: Type;
  /** For `formula` alone. */
  readonly figure?: Figure;
}

const NUMERIC: readonly Type[] = ['ratio', 'money', 'number'];

/** Reads `by:`, or takes the stated default. */
export function readAxis(node: Node | undefined, reader: Reader, otherwise: 'base' | 'attainment'): Axis | undefined {
  const on = reader.on;
  if (on === undefined) return undefined;
  if (node === undefined) return otherwise === 'attainment' ? attainmentAxis(on) : { kind: 'base', name: on, on, type: reader.baseType ?? 'money' };
  const figure = readFigure(node, NUMERIC, reader);
  if (figure === undefined) return undefined;
  const [ref, ...more] = figure.formula.refs;
  if (more.length === 0 && ref?.name === on) {
    const name = figure.formula.print();
    if (ref.form === undefined && name === on) return { kind: 'base', name, on, type: figure.formula.type };
    if (ref.form === 'attainment' && name === `attainment of ${on}`) return attainmentAxis(on);
  }
  return { kind: 'formula', name: figure.formula.text, on, type: figure.formula.type, figure };
}

export function attainmentAxis(on: string): Axis {
  return { kind: 'attainment', name: `attainment of ${on}`, on, type: 'ratio' };
}

/** Where the payee stands on the scale. */
export function standing(axis: Axis, given: Given, env: PeriodEnv = given.env): Known {
  if (axis.kind === 'base') return { value: given.base };
  if (axis.kind === 'formula') return figureIn(axis.figure!, env);
  const known = env.attainment(axis.on);
  return known.none === undefined ? known : { none: `${axis.name} is not applicable: ${known.none}` };
}

export function axisFormulas(axis: Axis): readonly PeriodFormula[] {
  return axis.figure === undefined ? [] : [axis.figure.formula];
}

/** A place on the scale, as people read it. */
export function placeWords(axis: Axis, value: Exact, words: Words): string {
  return words.amount(value, axis.type);
}
