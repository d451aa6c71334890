/**
 * An amount for a length of time, `5_000 per quarter`, or a schedule of such amounts by month of service: what draws,
 * guarantees and advances are stated in. Month 1 is the month in which service begins (QTA-07, TIM-10). An amount per week counts
 * for each week that ends in the period, as pay days do: four or five times in a month.
 */
import type { MapNode, Node, ScalarNode } from '../document/node.ts';
import type { Span } from '../diagnostic/diagnostic.ts';
import type { Day } from '../value/day.ts';
import { daysNamed, WEEKDAYS, type Weekday } from '../value/day-count.ts';
import { Exact, ONE, ZERO } from '../value/exact.ts';
import { field } from './field.ts';
import { factsIn, figureIn, readFigure, stated, type Figure } from './figure.ts';
import type { JsonSchema, Known, PeriodFormula, Reader, Words } from './mechanic.ts';
import type { Pace, PaymentGiven } from './payment.ts';

interface Rung {
  /** The month of service from which it holds; 1 where the plan gives one amount for all. */
  readonly from: number;
  readonly figure: Figure;
  readonly pace: Pace | 'week';
  /** Of an amount per week: the day on which weeks end. */
  readonly ending: Weekday;
  readonly at: Span;
}

export interface Paced {
  readonly byService: boolean;
  /** By month of service. */
  readonly rungs: readonly Rung[];
}

const PACES: readonly string[] = ['period', 'week', 'month', 'quarter', 'half', 'year'];

/** Its schema; `what` begins the sentence. */
export function pacedField(what: string, examples: readonly unknown[]): JsonSchema {
  return field(`${what} An amount of money (or a formula, such as a people column) and then per period, week, month, quarter, half or year; or such amounts by month of service, each until the next.`, examples, {
    type: ['string', 'number', 'object'],
    if: { type: 'object' },
    then: {
      type: 'object',
      propertyNames: { pattern: '^[1-9][0-9]{0,2}$', patternErrorMessage: 'months of service are whole numbers from 1: 1 is the month in which service begins' },
      additionalProperties: field('The amount from this month of service on.', ['5_000 per month', 0], { type: ['string', 'number'] }),
      minProperties: 1,
      maxProperties: 120,
    },
    else: { type: ['string', 'number'] },
  });
}

export function readPaced(node: Node, reader: Reader): Paced | undefined {
  if (node.kind === 'scalar') {
    const rung = readRung(node, 1, reader);
    return rung === undefined ? undefined : { byService: false, rungs: [rung] };
  }
  if (node.kind === 'list') return undefined;
  const rungs = node.entries.map(({ key, value }) => (value.kind === 'scalar' ? readRung(value, +key, reader) : undefined));
  if (!startsAtOne(node, reader) || rungs.some((rung) => rung === undefined)) return undefined;
  return { byService: true, rungs: (rungs as Rung[]).sort((a, b) => a.from - b.from) };
}

function startsAtOne(node: MapNode, reader: Reader): boolean {
  if (node.entries.some(({ key }) => key === '1')) return true;
  const first = node.entries[0]!;
  reader.problem('P421', `the schedule begins with month ${first.key} of service and does not say what holds before`, first.keyAt, { pointer: node.pointer, found: first.key, hint: 'begin with month 1, with 0 if nothing holds yet' });
  return false;
}

function readRung(node: ScalarNode, from: number, reader: Reader): Rung | undefined {
  if (/^-?0(\.0+)?$/.test(node.text)) return { from, figure: readFigure(node, ['money'], reader)!, pace: 'period', ending: 'Sunday', at: node.at };
  const match = /^(.*?)\s+per\s+(\w+)(?:\s+ending\s+(\w+))?$/.exec(node.text);
  const [pace, ending] = [match?.[2], match?.[3]];
  if (match === null || !PACES.includes(pace!)) {
    const start = match === null ? 0 : node.text.lastIndexOf(pace!);
    reader.problem('P420', match === null ? `"${node.text}" does not say for how long it is` : `"${pace}" is no length of time`, node.place(start, node.text.length), { pointer: node.pointer, found: node.text, hint: `write per period, per week, per month, per quarter, per half or per year: ${match === null ? node.text : match[1]!} per month` });
    return undefined;
  }
  if (ending !== undefined && (pace !== 'week' || !(WEEKDAYS as readonly string[]).includes(ending))) {
    const start = pace === 'week' ? node.text.lastIndexOf(ending) : node.text.lastIndexOf('ending');
    reader.problem('P432', pace === 'week' ? `"${ending}" is no day on which a week ends` : `a ${pace} does not end on ${ending}`, node.place(start, node.text.length), { pointer: node.pointer, found: node.text, hint: pace === 'week' ? `write a day from Monday to Sunday: ${match[1]!} per week ending Friday` : `leave it out (${match[1]!} per ${pace}), or write ${match[1]!} per week ending Friday` });
    return undefined;
  }
  const written = match[1]!;
  const figure = readFigure({ ...node, text: written, at: node.place(0, written.length) }, ['money'], reader);
  if (figure === undefined) return undefined;
  if (figure.fixed !== undefined && figure.fixed.value.sign() < 0) {
    reader.problem('P422', 'this amount is below zero', node, { found: written, hint: 'write zero or more' });
    return undefined;
  }
  return { from, figure, pace: pace as Rung['pace'], ending: (ending as Weekday | undefined) ?? 'Sunday', at: node.at };
}

export function formulasOf(paced: Paced): readonly PeriodFormula[] {
  return paced.rungs.map(({ figure }) => figure.formula);
}

export function pacesOf(paced: Paced): readonly { readonly pace: Pace; readonly at: Span }[] {
  return paced.rungs.flatMap(({ pace, at }) => (pace === 'week' ? [] : [{ pace, at }]));
}

/** The amount of this period, scaled by days where the plan says so. An amount that is not known stops the run. */
export function pacedIn(paced: Paced, what: string, given: PaymentGiven, share = given.prorated): Exact {
  return given.rounded(wholeIn(paced, what, given).times(share).plus(given.earlier(what)));
}

/** The same before scaling and rounding. */
export function wholeIn(paced: Paced, what: string, given: PaymentGiven): Exact {
  const known = unscaled(paced, given);
  if (known.value !== undefined && known.value.sign() < 0) given.refuse(`the ${what} is ${given.words.money(known.value)}, and it must be zero or more`, 'correct the value it comes from');
  if (known.value === undefined) given.refuse(`the ${what} is not known: ${known.none}`, 'fill in what it reads, or say what a blank means, with coalesce');
  return known.value === undefined || known.value.sign() < 0 ? ZERO : known.value;
}

function unscaled(paced: Paced, given: PaymentGiven): Known {
  if (!paced.byService) return rungIn(paced.rungs[0]!, given);
  const months = given.serviceMonths();
  if (months !== undefined && isWeekly(paced)) return sumOfWeeks(paced, given);
  if (months === undefined) return { none: 'it goes by month of service, and the first day of service is not known (the people column start)' };
  const first = holding(paced, months[0]!);
  if (months.length === 1) return rungIn(first, given);
  // a period of several months has each month's own amount
  let sum = ZERO;
  for (const month of months) {
    const whole = rungIn(holding(paced, month), given);
    if (whole.value === undefined) return whole;
    sum = sum.plus(whole.value.times(Exact.of(1, months.length)));
  }
  return { value: sum };
}

/** Months of the period before service begins count as its first: what is scaled for them is scaled by days. */
function holding({ rungs }: Paced, month: number): Rung {
  return rungs.findLast((rung) => rung.from <= Math.max(1, month))!;
}

function rungIn({ figure, pace, ending }: Rung, given: PaymentGiven): Known {
  const stated = figureIn(figure, given.env);
  if (stated.value === undefined) return stated;
  const value = pace === 'week' ? stated.value.times(Exact.of(weeksOf(ending, given).length)) : given.paced(stated.value, pace);
  return value === undefined ? { none: `the calendar has no ${pace}` } : { value };
}

function weeksOf(ending: Weekday, { period }: PaymentGiven): readonly Day[] {
  return daysNamed(ending, period.from, period.to);
}

/** Whether each week has the amount of its own month of service; nothing needs no time. */
function isWeekly({ byService, rungs }: Paced): boolean {
  return byService && rungs.every(({ pace, figure }) => pace === 'week' || figure.fixed?.value.isZero() === true);
}

/** The weeks of the period that each amount of a schedule by month of service holds for: a week is of the month in which it ends. */
function weeksByRung(paced: Paced, given: PaymentGiven): readonly { readonly rung: Rung; readonly weeks: number }[] {
  return paced.rungs.flatMap((rung) => {
    const weeks = weeksOf(rung.ending, given).filter((day) => holding(paced, given.serviceMonth(day)!) === rung).length;
    return weeks === 0 || rung.pace !== 'week' ? [] : [{ rung, weeks }];
  });
}

function sumOfWeeks(paced: Paced, given: PaymentGiven): Known {
  let sum = ZERO;
  for (const { rung, weeks } of weeksByRung(paced, given)) {
    const each = figureIn(rung.figure, given.env);
    if (each.value === undefined) return each;
    sum = sum.plus(each.value.times(Exact.of(weeks)));
  }
  return { value: sum };
}

/** `5000 per quarter`, or by month of service. */
export function pacedPhrase(paced: Paced, words: Words): string {
  const one = (rung: Rung): string => (rung.figure.fixed?.value.isZero() === true ? 'nothing' : rung.pace === 'week' ? `${amountPhrase(rung, words)} for each week that ends on a ${rung.ending} of the period` : `${amountPhrase(rung, words)} a ${rung.pace}`);
  if (!paced.byService) return one(paced.rungs[0]!);
  return `${paced.rungs.map((rung) => `${one(rung)} from month ${rung.from} of service`).join(', ')}`;
}

function amountPhrase({ figure }: Rung, words: Words): string {
  return figure.fixed === undefined ? stated(figure) : words.money(figure.fixed.value);
}

/** `825.00 USD for each of the 5 weeks that end on a Friday`. */
function weeksPhrase(rung: Rung, weeks: number, words: Words): string {
  return weeks === 1 ? `${amountPhrase(rung, words)} for the week that ends on a ${rung.ending}` : weeks === 0 ? `no week ends on a ${rung.ending}` : `${amountPhrase(rung, words)} for each of the ${weeks} weeks that end on a ${rung.ending}`;
}

/** Where this period's amount comes from: ` (5,000.00 USD a quarter, 50 % of it for the days in the plan)`. */
export function pacedSource(paced: Paced, given: PaymentGiven, what?: string): string {
  const { words } = given;
  const months = paced.byService ? given.serviceMonths() : undefined;
  const rung = months === undefined ? paced.rungs[0]! : holding(paced, months[0]!);
  const share = given.prorated;
  const earlier = what === undefined ? ZERO : given.earlier(what);
  const parts = [
    ...(months !== undefined && isWeekly(paced) ? weeksByRung(paced, given).map((one) => weeksPhrase(one.rung, one.weeks, words)) : rung.pace === 'week' ? [weeksPhrase(rung, weeksOf(rung.ending, given).length, words)] : rung.pace === 'period' && rung.figure.fixed !== undefined ? [] : [pacedPhrase({ byService: false, rungs: [rung] }, words)]),
    ...(rung.figure.fixed === undefined ? [factsIn(rung.figure, given.env, words)] : []),
    ...(months === undefined ? [] : [months.length === 1 ? `month ${months[0]} of service` : `months ${months[0]} to ${months.at(-1)} of service`]),
    ...(share.equals(ONE) ? [] : [`${words.percent(share)} of it for the days in the plan`]),
    ...(earlier.isZero() ? [] : [`and ${words.money(earlier)} by the version before, for its days`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
