/**
 * A rate as tables and `rate` hold it: a share of money, or money for each unit when the measure paid on is a number.
 * `5` where `5%` was meant pays a hundred times too much, so it is refused.
 */
import type { Node } from '../document/node.ts';
import { ONE, type Exact } from '../value/exact.ts';
import { figureIn, readFigure, type Figure } from './figure.ts';
import type { Given, Known, PeriodEnv, Reader, Words } from './mechanic.ts';

export interface RateFigure extends Figure {
  /** `ratio`: of money. `money`: for each unit. */
  readonly unit: 'ratio' | 'money';
}

export function readRate(node: Node, reader: Reader): RateFigure | undefined {
  const unit = reader.baseType === 'number' ? 'money' : 'ratio';
  const figure = readFigure(node, [unit], reader);
  if (figure === undefined) return undefined;
  return checkRate(figure.fixed?.value, unit === 'ratio' && !figure.formula.text.includes('%'), node, reader) ? { ...figure, unit } : undefined;
}

/** Whether a rate written as a number can be meant. `bare`: a share written without `%`. */
export function checkRate(value: Exact | undefined, bare: boolean, node: Node, reader: Reader): boolean {
  if (value === undefined) return true;
  if (value.sign() < 0) {
    reader.problem('P301', 'a rate is zero or more; this one is negative', node, { hint: 'let the measure be negative (returns, credit notes) and keep the rate positive' });
    return false;
  }
  if (bare && value.atLeast(ONE)) {
    const text = node.kind === 'scalar' ? node.text : '';
    reader.problem('P300', `a rate of ${text} pays ${text} times the amount; a rate of one or more is written with %`, node, {
      found: text,
      note: `did you mean ${text}%?`,
      hint: `write ${text}%, or the whole as a percent if a multiple is meant`,
    });
    return false;
  }
  return true;
}

/** The rate in force. A rate from a column or formula is held to what a written one is held to. */
export function rateIn(rate: RateFigure, env: PeriodEnv, given: Given): Known {
  const value = figureIn(rate, env);
  if (rate.fixed === undefined && value.value !== undefined && value.value.sign() < 0)
    given.refuse(`the rate ${rate.formula.text} is ${rate.unit === 'ratio' ? given.words.percent(value.value) : given.words.money(value.value)}, and a rate is zero or more`, 'correct the value it comes from; let the measure be negative (returns, credit notes) and the rate positive');
  return value;
}

/** `5 %`, `12.50 USD a unit`; a formula follows in brackets. */
export function rateWords(rate: RateFigure, value: Exact, words: Words): string {
  const plain = rate.unit === 'ratio' ? words.percent(value) : words.money(value);
  return rate.fixed !== undefined && !rate.formula.text.includes('/') ? plain : `${plain} (${rate.formula.text})`;
}

/** The rate as the plan states it, for the plan document. */
export function ratePhrase(rate: RateFigure, words: Words): string {
  return rate.fixed === undefined ? rate.formula.text : rateWords(rate, rate.fixed.value, words);
}
