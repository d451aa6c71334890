/** Reading a matrix: its two scales with rising edges, and cells that fill them without a gap. */
import type { Node } from '../document/node.ts';
import type { Exact } from '../value/exact.ts';
import { readAxis, type Axis } from './axis.ts';
import { checkRising, readEdge } from './edge.ts';
import type { Reader } from './mechanic.ts';

export interface Side {
  readonly axis: Axis;
  /** Rising; each owns what is at or above it, up to the next. */
  readonly edges: readonly Exact[];
}

export function readSide(node: Node, reader: Reader): Side | undefined {
  const by = node.kind === 'map' ? node.get('by') : undefined;
  const from = node.kind === 'map' ? node.get('from') : undefined;
  if (by === undefined || from?.kind !== 'list') return undefined;
  const axis = readAxis(by, reader, 'attainment');
  if (axis === undefined) return undefined;
  const edges: Exact[] = [];
  let sound = true;
  let earlier: Node | undefined;
  for (const item of from.items) {
    const edge = readEdge(item, axis, reader);
    const last = edges[edges.length - 1];
    if (edge === undefined || (last !== undefined && !checkRising(last, edge, item, earlier, reader))) sound = false;
    if (edge !== undefined) edges.push(edge);
    earlier = item;
  }
  return sound ? { axis, edges } : undefined;
}

/** The nodes of the cells, row by row. */
export function readCells(node: Node, rows: Side, columns: Side, reader: Reader): readonly (readonly Node[])[] | undefined {
  if (node.kind !== 'list') return undefined;
  const [height, width] = [rows.edges.length, columns.edges.length];
  let sound = true;
  if (node.items.length !== height) {
    const at = node.items[height] ?? node;
    reader.problem('P340', `the table has ${height} rows (edges of ${rows.axis.name}) and ${node.items.length} lists of cells`, at, { found: `${node.items.length}`, expected: `${height}`, hint: 'write one list of cells for each edge under "rows"' });
    sound = false;
  }
  const lines = node.items.map((line) => {
    const cells = line.kind === 'list' ? line.items : [];
    if (cells.length === width) return cells;
    reader.problem('P341', `the table has ${width} columns (edges of ${columns.axis.name}), and this row has ${cells.length} cells`, cells[width] ?? line, { found: `${cells.length}`, expected: `${width}`, hint: 'write one cell for each edge under "columns"' });
    sound = false;
    return cells;
  });
  return sound ? lines : undefined;
}
