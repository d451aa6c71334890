/**
 * What moves a measure of a case: one cell of a row that is credited to the person, in its smallest unit, or how many such rows there
 * are. A border is then a place on that scale, whatever the plan compares.
 */
import type { Column } from '../../data/contract.ts';
import type { Measure, Plan, Workspace } from '../../plan/model.ts';
import { minorPlaces } from '../../value/currency.ts';
import { ZERO } from '../../value/exact.ts';
import type { FoundCredit } from '../run.ts';
import type { Case } from '../suite.ts';
import { headerOf, lineOfId, rowsOf, withRows, type RowsText } from './rows.ts';

export interface Mover {
  /** `amount of 1 in sales`. */
  readonly what: string;
  /** Where the case stands, in steps of the smallest unit. */
  readonly now: number;
  /** The least step that makes sense. */
  readonly least: number;
  /** What stands in the cell (or how many rows there are) at a step. */
  text(step: number): string;
  move(step: number): Case;
}

/** Undefined where nothing that can be moved adds to the measure. */
export function moverOf(measure: Measure, plan: Plan, workspace: Workspace, one: Case, credits: readonly FoundCredit[], payee: string, not: readonly string[] = []): Mover | undefined {
  if (measure.ratio !== undefined) {
    const [over, under] = [measure.ratio.over, measure.ratio.under].map((name) => plan.measures.find((other) => other.name === name)!);
    const shared = over!.value === undefined || under!.value === undefined ? [] : under!.value.refs.map(({ name }) => name);
    return moverOf(over!, plan, workspace, one, credits, payee, shared) ?? moverOf(over!, plan, workspace, one, credits, payee);
  }
  const given = credits.filter((credit) => credit.payee === payee && credit.adds.some((added) => added.measure === measure.name));
  const largest = [...given].sort((a, b) => size(b, measure).compare(size(a, measure)))[0];
  const rule = plan.credits.find(({ name }) => name === largest?.rule);
  if (largest === undefined || rule === undefined) return undefined;
  const contract = workspace.sources[rule.source]!;
  const rows = rowsOf(one, contract);
  const line = rows === undefined ? undefined : lineOfId(rows, largest.transaction);
  if (rows === undefined || line === undefined) return undefined;
  if (measure.kind === 'count') return countMover(one, rows, line, largest.transaction);
  const column = measure.value?.refs.map(({ name }) => contract.columns.find((known) => known.name === name)).find((known) => known !== undefined && ['money', 'number', 'ratio'].includes(known.type.kind) && !not.includes(known.name) && rows.header.includes(known.header));
  return column === undefined ? undefined : cellMover(one, rows, line, column, largest);
}

function size(credit: FoundCredit, measure: Measure): typeof ZERO {
  return (credit.adds.find((added) => added.measure === measure.name)?.value ?? ZERO).abs();
}

function cellMover(one: Case, rows: RowsText, line: number, column: Column, credit: FoundCredit): Mover | undefined {
  const { contract, header, lines } = rows;
  const at = header.indexOf(column.header);
  const cell = lines[line]![at]!;
  const read = new RegExp(`^(-?)(\\d+)(?:\\${contract.decimalMark}(\\d+))?(%?)$`).exec(cell);
  if (read === null) return undefined;
  const [, sign = '', whole = '', behind = '', percent = ''] = read;
  const least = column.type.kind === 'money' ? minorPlaces(currencyOf(column, credit.currency)) : column.type.kind === 'ratio' && percent === '' ? 4 : 0;
  const places = Math.max(behind.length, least, percent === '' ? 0 : 2);
  const now = +`${sign}${whole}${behind.padEnd(places, '0')}`;
  if (!(Math.abs(now) < LARGEST)) return undefined;
  const text = (step: number): string => {
    const digits = `${Math.abs(step)}`.padStart(places + 1, '0');
    return `${step < 0 ? '-' : ''}${places === 0 ? digits : `${digits.slice(0, -places)}${contract.decimalMark}${digits.slice(-places)}`}${percent}`;
  };
  return { what: `${column.name} of ${credit.transaction} in ${contract.name}`, now, least: -LARGEST, text, move: (step) => withRows(one, rows, lines.with(line, lines[line]!.with(at, text(step)))) };
}

/** Far beyond all pay, and exact as a number with its neighbours. */
export const LARGEST = 1e14;

function countMover(one: Case, rows: RowsText, line: number, id: string): Mover | undefined {
  const { contract, header, lines } = rows;
  const at = header.indexOf(headerOf(contract, contract.id[0]!));
  if (at < 0) return undefined;
  const copies = (step: number): string[][] => Array.from({ length: Math.max(0, Math.min(step, MOST_ROWS)) }, (_, n) => lines[line]!.with(at, `${id}-copy-${n + 1}`));
  return { what: `rows like ${id} in ${contract.name}`, now: 1, least: 0, text: (step) => `${step}`, move: (step) => withRows(one, rows, step === 0 ? lines.toSpliced(line, 1) : [...lines, ...copies(step - 1)]) };
}

export const MOST_ROWS = 400;

function currencyOf({ type }: Column, otherwise: string): string {
  return type.kind === 'money' && typeof type.currency === 'string' ? type.currency : otherwise;
}
