/** The bands of a table with a rate for each category: edges that join, the last one open, and in each band the rates (COM-21). */
import type { Node } from '../document/node.ts';
import type { Span } from '../diagnostic/diagnostic.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import { placeWords, type Axis } from './axis.ts';
import { checkRising, keyNode, readEdge } from './edge.ts';
import type { Reader, Words } from './mechanic.ts';
import { readRate, type RateFigure } from './rate-figure.ts';

export interface Band {
  readonly lower: Exact;
  readonly rates: ReadonlyMap<string, RateFigure>;
  /** For every category that has no rate of its own here. */
  readonly other?: RateFigure;
  readonly at: Span;
}

export interface CategoryTiers {
  readonly axis: Axis;
  readonly category: string;
  readonly consume: 'by-date' | 'pro-rata';
  readonly bands: readonly Band[];
}

/** `band 2, 2,000.00 USD to 5,000.00 USD`. */
export function bandWords({ axis, bands }: CategoryTiers, index: number, words: Words): string {
  const next = bands[index + 1];
  const low = placeWords(axis, bands[index]!.lower, words);
  if (next === undefined) return index === 0 ? 'the only band' : `band ${index + 1}, from ${low}`;
  const high = placeWords(axis, next.lower, words);
  return index === 0 ? `band 1, up to ${high}` : `band ${index + 1}, ${low} to ${high}`;
}

/** `known`: the values of a column that declares them. */
export function readBands(rows: readonly Node[], axis: Axis, known: readonly string[] | undefined, reader: Reader): readonly Band[] | undefined {
  const bands: Band[] = [];
  let sound = true;
  let lower: Exact = ZERO;
  let earlier: Node | undefined;
  rows.forEach((row, index) => {
    if (row.kind !== 'map') return;
    const last = index === rows.length - 1;
    const band = readBand(row, lower, index, known, reader);
    if (band === undefined) sound = false;
    else bands.push(band);
    const to = row.get('to');
    if (last && to !== undefined) {
      reader.problem('P308', 'the last band has an upper edge; results above it would have no rate', to, { hint: 'leave out "to" in the last band, or add a band without "to" after it' });
      sound = false;
    }
    if (!last && to === undefined) {
      reader.problem('P309', `band ${index + 1} has no upper edge, and another band follows`, row, { hint: `add "to:" to band ${index + 1}` });
      sound = false;
    }
    const edge = to === undefined || last ? undefined : readEdge(to, axis, reader);
    if (to !== undefined && !last && (edge === undefined || !checkRising(lower, edge, to, earlier, reader))) sound = false;
    earlier = to;
    lower = edge ?? lower;
  });
  return sound ? bands : undefined;
}

function readBand(row: Extract<Node, { kind: 'map' }>, lower: Exact, index: number, known: readonly string[] | undefined, reader: Reader): Band | undefined {
  const [rates, rest] = [row.get('rates'), row.get('rate')];
  if (rates?.kind !== 'map' && rest === undefined) {
    reader.problem('P314', 'this band does not say what it pays: "rates" is missing', row, { expected: 'rates', hint: 'add "rates:" with a rate for each category, or "rate:" for all of them' });
    return undefined;
  }
  const other = rest === undefined ? undefined : readRate(rest, reader);
  let sound = rest === undefined || other !== undefined;
  const read = new Map<string, RateFigure>();
  for (const entry of rates?.kind === 'map' ? rates.entries : []) {
    const rate = readRate(entry.value, reader);
    if (rate === undefined) sound = false;
    else read.set(entry.key, rate);
    if (known === undefined || known.includes(entry.key)) continue;
    reader.problem('P446', `the column has no value ${entry.key}`, keyNode(entry), { found: entry.key, expected: known.join(', '), hint: 'write a category that the column declares' });
    sound = false;
  }
  const without = other === undefined ? (known ?? []).filter((category) => !read.has(category)) : [];
  if (sound && without.length > 0) {
    reader.problem('P446', `band ${index + 1} has no rate for ${without.join(', ')}`, row, { hint: 'add a rate for each category, or "rate:" for all others' });
    return undefined;
  }
  return sound ? { lower, rates: read, ...(other === undefined ? {} : { other }), at: row.at } : undefined;
}
