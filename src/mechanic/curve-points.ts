/** Reading the points of a curve: a map of place to value, or a list of pairs, which can hold a jump. */
import type { Node } from '../document/node.ts';
import type { Exact } from '../value/exact.ts';
import type { Axis } from './axis.ts';
import { keyNode, readEdge } from './edge.ts';
import type { Reader } from './mechanic.ts';

export interface Points {
  readonly xs: readonly Exact[];
  /** The nodes of the values, one for each place. */
  readonly values: readonly Node[];
}

export function readPoints(node: Node, axis: Axis, above: 'flat' | 'continue', reader: Reader): Points | undefined {
  const pairs = pairsOf(node);
  const xs: Exact[] = [];
  let sound = true;
  pairs.forEach(([place], index) => {
    const x = readEdge(place, axis, reader);
    if (x === undefined) {
      sound = false;
      return;
    }
    if (!checkPlace(x, xs, place, index === 0 ? undefined : pairs[index - 1]![0], reader)) sound = false;
    xs.push(x);
  });
  if (!sound) return undefined;
  const [last, before] = [xs[xs.length - 1], xs[xs.length - 2]];
  if (above === 'continue' && last !== undefined && before !== undefined && last.equals(before)) {
    reader.problem('P333', 'the curve ends in a jump, so there is no slope to continue above it', pairs[pairs.length - 1]![0], { hint: 'write "above: flat", or add a point after the jump' });
    return undefined;
  }
  return { xs, values: pairs.map(([, value]) => value) };
}

function pairsOf(node: Node): readonly (readonly [Node, Node])[] {
  if (node.kind === 'map') return node.entries.map((entry) => [keyNode(entry), entry.value] as const);
  if (node.kind === 'scalar') return [];
  return node.items.flatMap((item) => {
    const [place, value] = item.kind === 'list' ? item.items : [];
    return place === undefined || value === undefined ? [] : [[place, value] as const];
  });
}

function checkPlace(x: Exact, xs: readonly Exact[], place: Node, earlier: Node | undefined, reader: Reader): boolean {
  const last = xs[xs.length - 1];
  if (last === undefined || earlier === undefined || last.lessThan(x)) return true;
  const text = place.kind === 'scalar' ? place.text : '';
  const labels = [{ at: earlier.at, text: 'the point before' }];
  if (x.lessThan(last)) {
    reader.problem('P330', `points of a curve go from left to right, and ${text} comes after ${earlier.kind === 'scalar' ? earlier.text : ''}`, place, { found: text, labels, hint: 'put the points in rising order' });
    return false;
  }
  const third = xs[xs.length - 2];
  if (third !== undefined && third.equals(x)) {
    reader.problem('P331', `three points stand at ${text}; a jump has two, the value before it and the value from there on`, place, { found: text, labels, hint: 'leave out the one in the middle' });
    return false;
  }
  return true;
}
