/**
 * The rows of a tier table: edges that join without gap or overlap, the first tier from zero, the last one open. A border
 * belongs to the upper tier unless the plan says `upper-inclusive` (calculation contract §6, mechanics §0).
 */
import type { MapNode, Node } from '../document/node.ts';
import type { Span } from '../diagnostic/diagnostic.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import { placeWords, type Axis } from './axis.ts';
import { isMarked } from './back-to-first.ts';
import { checkRising, readEdge } from './edge.ts';
import { readFigure, type Figure } from './figure.ts';
import type { Reader, Words } from './mechanic.ts';
import { readRate, type RateFigure } from './rate-figure.ts';

export interface Tier {
  readonly lower: Exact;
  /** Absent: open. */
  readonly upper?: Exact;
  /** `rate` in every reading but `interpolated`, which has `amount`. */
  readonly rate?: RateFigure;
  readonly amount?: Figure;
  /** Marked: once reached, its rate holds back to the first unit. */
  readonly backToFirst?: true;
  readonly at: Span;
}

export type Edge = 'lower' | 'upper-inclusive';

/** Reads the rows. `pays`: the field that says what a tier is worth; a closed last tier belongs to `amount`. */
export function readTiers(rows: readonly Node[], axis: Axis, pays: 'rate' | 'amount', reader: Reader): readonly Tier[] | undefined {
  const tiers: Tier[] = [];
  let sound = true;
  let lower: Exact = ZERO;
  let lowerAt: Node | undefined;
  rows.forEach((row, index) => {
    if (row.kind !== 'map') return;
    const next = rows[index + 1];
    const from = row.get('from');
    const start = from === undefined ? undefined : readEdge(from, axis, reader);
    if (from !== undefined && start === undefined) sound = false;
    if (index === 0 && from !== undefined && start !== undefined && !start.isZero()) {
      reader.problem('P310', `the first tier starts at ${written(from)}; results below it would have no rate`, from, {
        hint: `begin with a tier "{ to: ${written(from)}, ${pays}: 0${pays === 'rate' ? '%' : ''} }"`,
      });
      sound = false;
    }
    const end = upperEdge(row, next, index);
    if (end === undefined && next !== undefined) sound = false;
    if (next === undefined && !checkLast(row, pays, reader)) sound = false;
    const value = readValue(row, pays, reader);
    if (value === undefined) sound = false;
    else tiers.push({ lower, ...(end === undefined ? {} : { upper: end }), ...value, ...(isMarked(row) ? { backToFirst: true as const } : {}), at: row.at });
    if (end !== undefined) lower = end;
  });
  return sound ? tiers : undefined;

  /** The upper edge: written here, or by the `from` of the next row; if by both, they must be the same. */
  function upperEdge(row: MapNode, next: Node | undefined, index: number): Exact | undefined {
    const here = row.get('to');
    const there = next?.kind === 'map' ? next.get('from') : undefined;
    const edge = here ?? there;
    if (edge === undefined) {
      if (next !== undefined)
        reader.problem('P309', `tier ${index + 1} has no upper edge, and another tier follows`, row, { hint: `add "to:" to tier ${index + 1}, or "from:" to tier ${index + 2}` });
      return undefined;
    }
    const value = readEdge(edge, axis, reader);
    if (value === undefined) return undefined;
    if (!checkRising(lower, value, edge, lowerAt, reader)) {
      sound = false;
      return undefined;
    }
    lowerAt = edge;
    if (here !== undefined && there !== undefined) joins(value, here, there, index);
    return value;
  }

  function joins(upper: Exact, here: Node, there: Node, index: number): void {
    const start = readEdge(there, axis, reader);
    const order = start === undefined ? 0 : start.compare(upper);
    if (order === 0) return;
    sound = false;
    const labels = [{ at: here.at, text: `tier ${index + 1} ends here` }];
    const hint = `one edge is enough: leave out "from: ${written(there)}"`;
    if (order > 0) reader.problem('P306', `between ${written(here)} and ${written(there)} no tier holds`, there, { labels, hint });
    else reader.problem('P307', `between ${written(there)} and ${written(here)} two tiers hold`, there, { labels, hint });
  }
}

function checkLast(row: MapNode, pays: 'rate' | 'amount', reader: Reader): boolean {
  const to = row.get('to');
  if (pays === 'rate' && to !== undefined) {
    reader.problem('P308', `the last tier ends at ${written(to)}; results above it would have no rate`, to, { hint: 'leave out "to" in the last tier, or add a tier without "to" after it' });
    return false;
  }
  if (pays === 'amount' && to === undefined) {
    reader.problem('P312', 'the last interpolated tier has no "to", so its amount has no width to be spread over', row, { hint: 'add "to:" to the last tier; above it the amount stays as it is' });
    return false;
  }
  return true;
}

function readValue(row: MapNode, pays: 'rate' | 'amount', reader: Reader): Pick<Tier, 'rate' | 'amount'> | undefined {
  const other = pays === 'rate' ? 'amount' : 'rate';
  const wrong = row.entry(other);
  if (wrong !== undefined) {
    const why = pays === 'rate' ? 'amounts belong to "read: interpolated"' : 'an interpolated tier is worth an amount, spread over its width';
    reader.problem('P313', `a tier of this table has "${pays}", not "${other}": ${why}`, wrong.keyAt, { found: other, expected: pays, hint: `write "${pays}:", or change "read:"` });
    return undefined;
  }
  const node = row.get(pays);
  if (node === undefined) {
    reader.problem('P314', `this tier does not say what it pays: "${pays}" is missing`, row, { expected: pays, hint: pays === 'rate' ? 'add "rate:", such as rate: 5%' : 'add "amount:", such as amount: 500' });
    return undefined;
  }
  if (pays === 'rate') {
    const rate = readRate(node, reader);
    return rate === undefined ? undefined : { rate };
  }
  const amount = readFigure(node, ['money'], reader);
  return amount === undefined ? undefined : { amount };
}

/** Index of the tier that owns `place` among rising `lowers`; below the first edge it is the first tier. */
export function tierAt(lowers: readonly Exact[], place: Exact, edge: Edge): number {
  let index = 0;
  for (let next = 1; next < lowers.length; next++) {
    const order = place.compare(lowers[next]!);
    if (order < 0 || (order === 0 && edge === 'upper-inclusive')) break;
    index = next;
  }
  return index;
}

/** `tier 2, 100 % to 150 %`: with the sign that the border rule gives each end. */
export function tierWords(tiers: readonly Tier[], index: number, axis: Axis, words: Words): string {
  const { lower, upper } = tiers[index]!;
  const low = placeWords(axis, lower, words);
  if (upper === undefined) return index === 0 ? 'the only tier' : `tier ${index + 1}, from ${low}`;
  const high = placeWords(axis, upper, words);
  return index === 0 ? `tier 1, up to ${high}` : `tier ${index + 1}, ${low} to ${high}`;
}

function written(node: Node): string {
  return node.kind === 'scalar' ? node.text : '';
}
