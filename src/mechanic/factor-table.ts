/**
 * A factor from another measure: a table of bands, or straight lines between points (LNK-04). What holds below the first
 * edge is stated unless the scale begins at zero, because a factor of nothing and a factor of one are both usual.
 */
import type { MapNode, Node } from '../document/node.ts';
import type { Exact } from '../value/exact.ts';
import { axisFormulas, placeWords, readAxis, standing, type Axis } from './axis.ts';
import { around, mix } from './between.ts';
import { checkFactor } from './factor.ts';
import { checkRising, readEdge } from './edge.ts';
import { field, FORMULA, list, NUMBER, oneOf } from './field.ts';
import type { Given, Known, PeriodFormula, Reader, Words } from './mechanic.ts';
import { tierAt, type Edge } from './tier-table.ts';

export interface FactorTable {
  readonly axis: Axis;
  readonly edges: readonly Exact[];
  readonly factors: readonly Exact[];
  readonly below: Exact;
  readonly read: 'band' | 'interpolated';
  readonly edge: Edge;
  readonly goesOn: boolean;
}

export const TABLE_FIELDS = {
  by: field('What decides the factor: a measure or an attainment.', ['attainment of renewals', 'margin_pct'], FORMULA),
  from: field('The edges in rising order; an edge belongs to the band that begins there.', [['0%', '75%', '85%']], list(NUMBER, 1, 100)),
  gives: field('The factors, one for each edge.', [[0.8, 0.9, 1]], list(NUMBER, 1, 100)),
  read: field('How the table is read. Without it: band.', ['interpolated'], oneOf({ band: 'the factor of the band reached', interpolated: 'in straight lines between the edges' })),
  below: field('The factor below the first edge. Needed unless the first edge is 0, where the first factor holds below it too.', [1], NUMBER),
  edge: field('Of bands: which one owns an edge. Without it: the upper one.', ['upper-inclusive'], oneOf({ lower: 'exactly at an edge the upper band holds', 'upper-inclusive': 'exactly at an edge the lower band still holds' })),
  above: field('Of interpolated tables: what happens above the last edge.', ['flat'], oneOf({ flat: 'the last factor stays', continue: 'the last line goes on' })),
} as const;

export const TABLE_KEYS = Object.keys(TABLE_FIELDS);

export function readFactorTable(node: MapNode, reader: Reader): FactorTable | undefined {
  const [by, from, gives] = [node.get('by'), node.get('from'), node.get('gives')];
  if (by === undefined || from?.kind !== 'list' || gives?.kind !== 'list') {
    const missing = ['by', 'from', 'gives'].filter((key) => node.get(key) === undefined);
    reader.problem('P376', `a table of factors needs "by", "from" and "gives", and ${missing.map((key) => `"${key}"`).join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing`, node, { expected: missing.join(', '), hint: 'such as by: attainment of renewals, from: [0%, 80%], gives: [0.9, 1]' });
    return undefined;
  }
  const axis = readAxis(by, reader, 'base');
  const read = wordOf(node, 'read') === 'interpolated' ? 'interpolated' : 'band';
  if (axis === undefined || !checkWords(node, read, reader)) return undefined;
  const edges = readEdges(from.items, axis, reader);
  const factors = gives.items.map((item) => readOne(item, reader));
  const below = node.get('below') === undefined ? undefined : readOne(node.get('below')!, reader);
  if (edges === undefined || factors.includes(undefined) || (node.get('below') !== undefined && below === undefined)) return undefined;
  if (edges.length !== factors.length) {
    reader.problem('P377', `the table has ${edges.length} ${edges.length === 1 ? 'edge' : 'edges'} and ${factors.length} ${factors.length === 1 ? 'factor' : 'factors'}`, gives, { found: `${factors.length}`, expected: `${edges.length}`, hint: 'write one factor under "gives" for each edge under "from"' });
    return undefined;
  }
  if (below === undefined && !edges[0]!.isZero()) {
    reader.problem('P378', `the table begins at ${from.items[0]!.kind === 'scalar' ? from.items[0]!.text : 'its first edge'}, and does not say what holds below it`, from.items[0]!, { hint: 'add "below: 1" (nothing changes), another factor, or a first edge of 0' });
    return undefined;
  }
  return { axis, edges, factors: factors as Exact[], below: below ?? factors[0]!, read, edge: wordOf(node, 'edge') === 'upper-inclusive' ? 'upper-inclusive' : 'lower', goesOn: wordOf(node, 'above') === 'continue' };
}

/** The factor where the payee stands; one that falls below zero along a line is refused. */
export function factorAt(table: FactorTable, given: Given): Known {
  const place = standing(table.axis, given);
  if (place.none !== undefined) return place;
  const value = valueAt(table, place.value);
  if (value.sign() < 0) given.refuse(`the factor by ${table.axis.name} is ${given.words.number(value)} at ${placeWords(table.axis, place.value, given.words)}, and a factor is zero or more`, 'write "above: flat", or add a point where the line ends');
  return { value };
}

function valueAt({ edges, factors, below, read, edge, goesOn }: FactorTable, place: Exact): Exact {
  const order = place.compare(edges[0]!);
  if (order < 0 || (order === 0 && read === 'band' && edge === 'upper-inclusive')) return below;
  if (read === 'band') return factors[tierAt(edges, place, edge)]!;
  const { low, high, share } = around(edges, place, goesOn);
  return mix(factors[low]!, factors[high]!, share);
}

/** `attainment of revenue 80 % gives 0.9`. */
export function factorTableWords(table: FactorTable, given: Given): string {
  const place = standing(table.axis, given);
  if (place.none !== undefined) return place.none;
  return `${table.axis.name} ${placeWords(table.axis, place.value, given.words)} gives ${given.words.number(valueAt(table, place.value))}`;
}

/** `0.8 from 0 %, 0.9 from 75 % of attainment of revenue`: for the plan document. */
export function factorTablePhrase({ axis, edges, factors, below, read, edge, goesOn }: FactorTable, words: Words): string {
  const each = edges.map((at, index) => `${words.number(factors[index]!)} ${read === 'band' ? (edge === 'lower' ? 'from' : 'above') : 'at'} ${placeWords(axis, at, words)}`);
  const after = read === 'band' ? '' : `, in straight lines between${goesOn ? ', the last of which goes on' : ''}`;
  return `a factor by ${axis.name} (${each.join(', ')}${after}; ${words.number(below)} below)`;
}

export function tableFormulas({ axis }: FactorTable): readonly PeriodFormula[] {
  return axisFormulas(axis);
}

function readEdges(items: readonly Node[], axis: Axis, reader: Reader): readonly Exact[] | undefined {
  const edges: Exact[] = [];
  let sound = true;
  items.forEach((item, index) => {
    const edge = readEdge(item, axis, reader);
    const last = edges.at(-1);
    if (edge === undefined || (last !== undefined && !checkRising(last, edge, item, items[index - 1], reader))) sound = false;
    if (edge !== undefined) edges.push(edge);
  });
  return sound ? edges : undefined;
}

function readOne(node: Node, reader: Reader): Exact | undefined {
  const number = reader.number(node);
  return number !== undefined && checkFactor(number.value, number.percent, node, reader) ? number.value : undefined;
}

/** `edge` belongs to bands; `above` to lines, which need it. */
function checkWords(node: MapNode, read: FactorTable['read'], reader: Reader): boolean {
  const foreign = node.entry(read === 'band' ? 'above' : 'edge');
  if (foreign !== undefined) reader.problem('P379', `"${foreign.key}" does not belong to a table read ${read}`, foreign.keyAt, { hint: read === 'band' ? 'leave it out: the last band is open' : 'leave it out: a line has no border that two bands could own' });
  const silent = read === 'interpolated' && node.get('above') === undefined;
  if (silent) reader.problem('P379', 'the table does not say what happens above its last edge', node.get('read')!, { expected: 'above', hint: 'add "above: flat" or "above: continue"' });
  return foreign === undefined && !silent;
}

function wordOf(node: MapNode, key: string): string | undefined {
  const value = node.get(key);
  return value?.kind === 'scalar' ? value.text : undefined;
}
