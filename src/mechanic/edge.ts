/**
 * Numbers that stand on a scale: tier edges, points of a curve, thresholds. On a scale of percent they are written with
 * `%` or as a fraction, on others never, so that 100 cannot be taken for 100 % or the other way round.
 */
import type { MapEntry, Node, ScalarNode } from '../document/node.ts';
import { exactText } from '../value/display.ts';
import { Exact, HUNDRED } from '../value/exact.ts';
import type { Axis } from './axis.ts';
import type { Reader } from './mechanic.ts';

const FIVE = Exact.of(5);

/** 130 was mostly meant as 130 %, and 1.3 as well. */
function meant(value: Exact, text: string): string {
  return value.lessThan(FIVE) ? `${exactText(value.times(HUNDRED))}%` : `${text}%`;
}

export function readEdge(node: Node, axis: Axis, reader: Reader): Exact | undefined {
  const number = reader.number(node);
  if (number === undefined) return undefined;
  const text = node.kind === 'scalar' ? node.text : '';
  // a fraction is how an edge is written that has no percent with an end, such as 2/3 of the quota
  if (axis.type === 'ratio' && !number.percent && !text.includes('/') && !number.value.isZero()) {
    reader.problem('P303', `${axis.name} is read in percent, and ${text} has no %`, node, { found: text, expected: 'a percent', note: `did you mean ${meant(number.value, text)}?`, hint: '100% is the quota met exactly' });
    return undefined;
  }
  if (axis.type !== 'ratio' && number.percent) {
    const hint = axis.kind === 'base' ? `write the edge as ${axis.type === 'money' ? 'an amount' : 'a number'}, or add "by: attainment of ${axis.on}"` : 'write the edge without %';
    reader.problem('P304', `${text} is a percent, and ${axis.name} is ${axis.type === 'money' ? 'money' : 'a number'}`, node, { found: text, hint });
    return undefined;
  }
  return number.value;
}

/** The key of a map as a node, for maps such as `{ 85%: 0%, 95%: 100% }`. */
export function keyNode(entry: MapEntry): ScalarNode {
  const { source, start, end } = entry.keyAt;
  return {
    kind: 'scalar',
    at: entry.keyAt,
    pointer: entry.value.pointer,
    text: entry.key,
    quoted: false,
    looks: 'text',
    place: (from, to) => ({ source, start: Math.min(start + from, end), end: Math.min(start + to, end) }),
  };
}

/** Reports edges that do not rise; `false` when they do not. */
export function checkRising(before: Exact, value: Exact, node: Node, earlier: Node | undefined, reader: Reader): boolean {
  if (before.lessThan(value)) return true;
  const text = node.kind === 'scalar' ? node.text : '';
  const was = earlier === undefined ? 'zero' : earlier.kind === 'scalar' ? earlier.text : '';
  reader.problem('P305', `edges rise from one entry to the next, and ${text} comes after ${was}`, node, {
    found: text,
    expected: `more than ${was}`,
    ...(earlier === undefined ? {} : { labels: [{ at: earlier.at, text: 'the edge before' }] }),
    hint: 'put the entries in rising order',
  });
  return false;
}
