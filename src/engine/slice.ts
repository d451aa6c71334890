/** The base of a component cut where the person's record changes; only sums and counts can be cut. */
import type { Slice } from '../mechanic/mechanic.ts';
import type { Component } from '../plan/model.ts';
import { ZERO } from '../value/exact.ts';
import type { Cell } from './enrolment.ts';
import type { ComponentEnv } from './environment.ts';
import type { Moment } from './moment.ts';

export function slicesOf(component: Component, moment: Moment, env: ComponentEnv): readonly Slice[] {
  const book = moment.book.named(component.on);
  const { kind, window } = book.measure;
  const mean = window.kind === 'rolling' && window.mean !== undefined;
  const stretch = env.stretch(book.measure)!;
  const cells = moment.enrolment.cellsIn(stretch);
  if (mean || book.measure.across !== undefined || (kind !== 'sum' && kind !== 'count') || cells.length === 0) return [{ from: cells[0]?.from ?? 0, to: cells.at(-1)?.to ?? 0, base: env.measure(component.on).value ?? ZERO, env }];
  if (cells.length === 1) return [{ from: cells[0]!.from, to: cells[0]!.to, base: book.over(stretch).value ?? ZERO, env: stretch === moment.here ? env : env.as(cells[0]!.record) }];
  return stays(cells).map((stay) => ({ from: stay[0]!.from, to: stay.at(-1)!.to, base: book.overCells(stay).value ?? ZERO, env: env.as(stay[0]!.record) }));
}

/** Cells in a row with one record. */
function stays(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const groups: Cell[][] = [];
  for (const cell of cells) {
    const last = groups.at(-1);
    if (last !== undefined && last[0]!.record === cell.record) last.push(cell);
    else groups.push([cell]);
  }
  return groups;
}
