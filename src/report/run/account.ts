/** The account of rows in words: read = credited + excluded (why) + rejected. Nothing is dropped in silence. */
import type { SourceTally } from '../../engine/result.ts';
import { groupedText } from '../../value/display.ts';
import { Exact } from '../../value/exact.ts';

export function accountLines(sources: readonly SourceTally[]): string[] {
  return sources.flatMap((tally) => {
    const excluded = tally.excluded.reduce((sum, one) => sum + one.rows, 0);
    const line = `${tally.source}: ${count(tally.read)} rows read = ${count(tally.credited)} credited + ${count(excluded)} excluded + ${count(tally.rejected)} rejected`;
    const why = tally.excluded.map((one) => `    ${count(one.rows)} ${one.reason}: ${one.text}${one.examples.length === 0 ? '' : ` (${one.examples.slice(0, 3).join(', ')}${one.rows > 3 ? ', …' : ''})`}`);
    const twice = tally.doublyCredited === 0 ? [] : [`    ${count(tally.doublyCredited)} credited twice to one person`];
    const { rows, examples } = tally.creditedInPart;
    const part = rows === 0 ? [] : [`    ${count(rows)} credited in part: the share of somebody who is not named, or in no plan on that day, went to nobody (${examples.slice(0, 3).join(', ')}${rows > 3 ? ', …' : ''})`];
    const late = tally.late.map((one) => `    ${count(one.rows)} credited late, in ${one.period}: ${one.rows === 1 ? 'its' : 'their'} own period was closed without ${one.rows === 1 ? 'it' : 'them'} (${one.examples.slice(0, 3).join(', ')}${one.rows > 3 ? ', …' : ''})`);
    return [line, ...why, ...late, ...twice, ...part];
  });
}

/** A whole number with groups of three digits. */
export function count(value: number): string {
  return groupedText(Exact.of(value), 0);
}

/** `1 row`, `2 rows`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
