/**
 * What a point of a curve or a cell of a matrix stands for: a share of the target incentive, an amount of money, or a
 * rate on the measure paid on. One table has one unit, so that two meanings never mix (LNK-09).
 */
import type { MapNode, Node } from '../document/node.ts';
import type { Exact } from '../value/exact.ts';
import { field, oneOf } from './field.ts';
import type { Given, Outcome, Reader, Words } from './mechanic.ts';
import { ended, paidWords } from './outcome.ts';
import { checkRate } from './rate-figure.ts';

type Written = 'target-share' | 'amount' | 'rate';

/** `unit-rate`: money for each unit, which `rate` means on a number. */
export type Gives = Written | 'unit-rate';

export const GIVES = field(
  'What the values are. Without it: shares of the target incentive when they are written in percent, else amounts of money.',
  ['target-share', 'rate'],
  oneOf({ 'target-share': 'shares of the target incentive', amount: 'amounts of money', rate: 'rates on the measure paid on' }),
);

export interface Worths {
  readonly gives: Gives;
  readonly values: readonly Exact[];
}

/** Reads values of one table; `gives` as written, or as the first value with a size shows. */
export function readWorths(node: MapNode, values: readonly Node[], reader: Reader): Worths | undefined {
  const numbers = values.map((value) => reader.number(value));
  const written = node.get('gives');
  const stated = written?.kind === 'scalar' ? (written.text as Written) : undefined;
  const firstSized = numbers.find((number) => number !== undefined && !number.value.isZero());
  const gives = stated ?? (firstSized === undefined || firstSized.percent ? 'target-share' : 'amount');
  const unit = unitOf(gives, reader);
  let sound = true;
  if (gives === 'rate' && reader.baseType === 'ratio') {
    reader.problem('P302', `the table gives a rate on ${reader.on ?? 'the measure'}, and that is a ratio, not money or a number`, written ?? node, { hint: 'use "gives: target-share" or "gives: amount"' });
    sound = false;
  }
  const exact = numbers.map((number, index) => {
    const value = values[index]!;
    if (number === undefined) return undefined;
    if (number.value.isZero()) return number.value;
    if (unit === 'rate') return checkRate(number.value, !number.percent, value, reader) ? number.value : undefined;
    if (number.percent === (unit === 'percent')) return number.value;
    const text = value.kind === 'scalar' ? value.text : '';
    reader.problem('P332', `${text} is ${number.percent ? 'a percent' : 'a plain number'}, and the values of this table are ${MEANING[gives]}`, value, {
      found: text,
      hint: unit === 'percent' ? 'write it with %, or state "gives: amount" and write all values as money' : 'write it without %, or state "gives: target-share" and write all values in percent',
    });
    return undefined;
  });
  return sound && exact.every((value) => value !== undefined) ? { gives: gives === 'rate' && reader.baseType === 'number' ? 'unit-rate' : gives, values: exact } : undefined;
}

const MEANING = { 'target-share': 'shares of the target', amount: 'amounts of money', rate: 'rates' } as const;

function unitOf(gives: Written, reader: Reader): 'percent' | 'plain' | 'rate' {
  if (gives === 'target-share') return 'percent';
  return gives === 'rate' && reader.baseType !== 'number' ? 'rate' : 'plain';
}

/** Pays the value that was read from the table; `where` says in words how it was found, `took` in which of the table's branches. */
export function payWorth(gives: Gives, value: Exact, given: Given, where: () => string, took: () => readonly number[]): Outcome {
  const { words } = given;
  const more = { took };
  if (gives === 'amount') return { amount: value, text: () => `${where()} pays ${words.money(value)}`, ...more };
  if (gives === 'target-share') {
    const target = given.env.target();
    if (target.none !== undefined) return ended(`the target is not applicable: ${target.none}`);
    const amount = value.times(target.value);
    return { amount, text: () => `${where()} pays ${words.percent(value)} of the target ${words.money(target.value)} = ${words.money(amount)}`, ...more };
  }
  const amount = value.times(given.base.minus(given.from));
  const rate = gives === 'unit-rate' ? words.money(value) : words.percent(value);
  return { amount, text: () => `${where()} gives the rate ${rate}: ${paidWords(given)} × ${rate} = ${words.money(amount)}`, ...more };
}

/** `90 % of target`, `1,000.00 USD`, `a rate of 5 %`, `20.00 USD a unit`. */
export function worthWords(gives: Gives, value: Exact, words: Words): string {
  if (gives === 'amount') return words.money(value);
  if (gives === 'unit-rate') return `${words.money(value)} a unit`;
  return gives === 'target-share' ? `${words.percent(value)} of target` : `a rate of ${words.percent(value)}`;
}
