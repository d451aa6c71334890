/** Two-dimensional table: a row and a column, each read along its own scale, give the cell (LNK-05, LNK-06). */
import type { Span } from '../diagnostic/diagnostic.ts';
import type { Node } from '../document/node.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import { axisFormulas, placeWords, standing } from './axis.ts';
import { around, mix } from './between.ts';
import { lastAtOrBelow } from './curve.ts';
import { field, FORMULA, list, map, NUMBER, oneOf } from './field.ts';
import { readCells, readSide, type Side } from './matrix-side.ts';
import type { Given, Mechanic, Outcome } from './mechanic.ts';
import { ended } from './outcome.ts';
import { GIVES, payWorth, readWorths, worthWords, type Gives } from './worth.ts';

interface Matrix {
  readonly rows: Side;
  readonly columns: Side;
  readonly cells: readonly (readonly Exact[])[];
  readonly gives: Gives;
  readonly read: 'cell' | 'interpolated';
  /** Where the cells stand in the plan, row by row. */
  readonly places: readonly Span[];
}

const SIDE = (what: string, by: string, from: readonly string[]) =>
  field(
    `The scale of the ${what}.`,
    [{ by, from }],
    map({ by: field('What is compared with the edges.', [by], FORMULA), from: field('The edges in rising order; an edge belongs to the band that begins there.', [from], list(NUMBER, 1, 100)) }, ['by', 'from']),
  );

export const matrix: Mechanic<Matrix> = {
  key: 'matrix',
  kind: 'formula',
  step: 7,
  where: ['component'],
  summary: 'a two-dimensional table: one result picks the row, another the column',
  about: `Two scales pick a cell: "rows" and "columns" each have a formula and rising edges; "cells" lists the rows, each with one value for every column.
"read: cell" takes the cell of the two bands; an edge belongs to the band that begins there, and below the first edge of either scale nothing is paid, with that reason. "read: interpolated" takes the edges as points and reads between four of them (bilinear, exact); outside the table the outermost values hold.
Values in percent are shares of the target incentive; plain numbers are money; with "gives: rate" they are rates on the measure paid on. A scale without a value (no quota, 0 ÷ 0) makes the component earn 0 with that reason.
Also called two-dimensional table, grid or linked bonus.`,
  schema: map(
    {
      rows: SIDE('rows', 'attainment of revenue', ['0%', '80%', '100%']),
      columns: SIDE('columns', 'margin_pct', ['0%', '20%', '30%']),
      cells: field('One list for each row, with one value for each column.', [[['0%', '0%', '50%'], ['0%', '80%', '100%'], ['50%', '100%', '150%']]], list(list(NUMBER, 1, 100), 1, 100)),
      gives: GIVES,
      read: field('How the table is read.', ['cell', 'interpolated'], oneOf({ cell: 'the cell of the two bands', interpolated: 'in straight lines between the edges of both scales' })),
    },
    ['rows', 'columns', 'cells', 'read'],
  ),
  read(node, reader) {
    if (node.kind !== 'map') return undefined;
    const [rowsNode, columnsNode, cellsNode, how] = [node.get('rows'), node.get('columns'), node.get('cells'), node.get('read')];
    const rows = rowsNode === undefined ? undefined : readSide(rowsNode, reader);
    const columns = columnsNode === undefined ? undefined : readSide(columnsNode, reader);
    if (rows === undefined || columns === undefined || cellsNode === undefined) return undefined;
    const nodes = readCells(cellsNode, rows, columns, reader);
    const worths = nodes === undefined ? undefined : readWorths(node, nodes.flat(), reader);
    if (worths === undefined) return undefined;
    const width = columns.edges.length;
    const cells = rows.edges.map((_edge, row) => worths.values.slice(row * width, (row + 1) * width));
    return { rows, columns, cells, places: nodes!.flat().map((cell) => cell.at), gives: worths.gives, read: textOf(how) === 'interpolated' ? 'interpolated' : 'cell' };
  },
  calculate(config, given) {
    const row = standing(config.rows.axis, given);
    if (row.none !== undefined) return ended(row.none);
    const column = standing(config.columns.axis, given);
    if (column.none !== undefined) return ended(column.none);
    return config.read === 'cell' ? byCell(config, row.value, column.value, given) : between(config, row.value, column.value, given);
  },
  formulas: (config) => [...axisFormulas(config.rows.axis), ...axisFormulas(config.columns.axis)],
  needs: (config) => ({ target: config.gives === 'target-share', attainment: config.rows.axis.kind === 'attainment' || config.columns.axis.kind === 'attainment' }),
  branches: ({ columns, places }) => [{ name: 'below the first edge' }, ...places.map((at, index) => ({ name: `row ${Math.floor(index / columns.edges.length) + 1}, column ${(index % columns.edges.length) + 1}`, at }))],
  describe(config, words) {
    const { rows, columns } = config;
    const lines = rows.edges.map((edge, row) => `from ${placeWords(rows.axis, edge, words)}: ${config.cells[row]!.map((cell) => worthWords(config.gives, cell, words)).join(' | ')}`);
    const heads = columns.edges.map((edge) => placeWords(columns.axis, edge, words)).join(' | ');
    return `Pays by ${rows.axis.name} (rows) and ${columns.axis.name} (columns from ${heads}), ${config.read === 'cell' ? 'by the cell reached' : 'in straight lines between the edges'}: ${lines.join('; ')}.`;
  },
  example: {
    title: 'Revenue against margin',
    yaml: `balanced_bonus:
  bonus on: revenue
  target: 2_000 per period
  matrix:
    read: cell
    rows: { by: attainment of revenue, from: [0%, 80%, 100%] }
    columns: { by: margin_pct, from: [0%, 20%, 30%] }
    cells:
      - [0%, 0%, 50%]
      - [0%, 80%, 100%]
      - [50%, 100%, 150%]`,
    work: 'attainment 90 % is in the second row, margin 20 % in the second column: 80 % of 2,000 = 1,600',
    given: { base: '90000', quota: '100000', target: '2000', other: { margin_pct: '20%' } },
    earns: '1600',
  },
};

function byCell(config: Matrix, row: Exact, column: Exact, given: Given): Outcome {
  const { rows, columns } = config;
  const [r, c] = [lastAtOrBelow(rows.edges, row), lastAtOrBelow(columns.edges, column)];
  for (const [side, index, place] of [[rows, r, row], [columns, c, column]] as const)
    if (index < 0) return { amount: ZERO, took: () => [0], text: () => `${side.axis.name} ${placeWords(side.axis, place, given.words)} is below the first edge of the table, ${placeWords(side.axis, side.edges[0]!, given.words)}` };
  return payWorth(config.gives, config.cells[r]![c]!, given, () => {
    const words = (side: Side, place: Exact, index: number): string => `${side.axis.name} ${placeWords(side.axis, place, given.words)} (from ${placeWords(side.axis, side.edges[index]!, given.words)})`;
    return `${words(rows, row, r)} and ${words(columns, column, c)} meet in a cell that`;
  }, () => [1 + r * columns.edges.length + c]);
}

function between(config: Matrix, row: Exact, column: Exact, given: Given): Outcome {
  const { rows, columns, cells } = config;
  const r = around(rows.edges, row);
  const c = around(columns.edges, column);
  const along = (index: number): Exact => mix(cells[index]![c.low]!, cells[index]![c.high]!, c.share);
  const value = mix(along(r.low), along(r.high), r.share);
  return payWorth(config.gives, value, given, () => `${rows.axis.name} ${placeWords(rows.axis, row, given.words)} and ${columns.axis.name} ${placeWords(columns.axis, column, given.words)}, read between the edges,`, () => [r.low, r.high].flatMap((at) => [c.low, c.high].map((side) => 1 + at * columns.edges.length + side)));
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}
