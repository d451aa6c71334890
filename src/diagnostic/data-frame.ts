/**
 * The small frame of a data problem: the line number, the column's name and the raw cell with carets under it. Data
 * files are never held in memory as one text, so only the cell is shown. Rule: cli-conventions §6.
 */
import type { DataPlace } from './diagnostic.ts';
import { layOut } from './frame-line.ts';
import { marginOf, type FrameOptions } from './frame.ts';
import { noPaint } from './paint.ts';
import { clip, revealed, visible } from './visible.ts';

/** Longest header before the cell. */
const HEADER = 40;

/** The lines of the frame; none when there is no cell to show. */
export function dataFrame(place: DataPlace, note: string | undefined, options: FrameOptions = {}): string[] {
  if (place.cell === undefined) return [];
  const paint = options.paint ?? noPaint;
  const number = place.line === undefined ? '' : `${place.line}`;
  const margin = marginOf(place.line === undefined ? [] : [place.line]);
  const room = Math.max(20, (options.width ?? 100) - margin - 3);
  const head = place.header === undefined ? '' : `${clip(revealed(place.header), HEADER)}: `;
  const cell = place.cell === '' ? '(blank)' : revealed(clip(place.cell, 2_000));
  const laid = layOut(head + cell, [[head.length, head.length + cell.length]], room, true)!;
  const { column, width } = laid.places[0]!;
  const words = [place.row === undefined ? undefined : rowWords(place), note && visible(note)].filter((word) => word !== undefined && word !== '').join('; ');
  const gutter = paint.blue(`${' '.repeat(margin)} |`);
  return [
    gutter,
    `${paint.blue(`${number.padStart(margin)} |`)} ${laid.text}`,
    `${gutter} ${' '.repeat(column)}${(options.stroke ?? paint.red)(`${'^'.repeat(width)}${words && ` ${words}`}`)}`,
  ];
}

/** `row 14, column 5`: where a spreadsheet's user would look. */
function rowWords(place: DataPlace): string {
  return `row ${place.row}${place.column === undefined ? '' : `, column ${place.column}`}`;
}
