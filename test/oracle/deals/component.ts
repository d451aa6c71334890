/** A component of one person, period by period: its base, and what it earns to date of its window. Shares nothing with `src/`. */
import type { Span } from '../calendar.ts';
import { Refusal } from '../credit.ts';
import { minus, NONE_AT_ALL, over, parse, sign, sum, times, WHOLE, type Fraction } from '../fraction.ts';
import { brings, dueOf, type Booked } from './by-event.ts';
import { Books, settleReturn } from './clawback.ts';
import { partsThatCount } from './cut.ts';
import { dealsOf, hasLeft, type Deal } from './deal.ts';
import { lineOf, type Component, type Counted, type Line } from './line.ts';
import { partsOf } from './parts.ts';
import type { CreditRuleJson, DealWorld, RowJson } from './world.ts';

export interface Earned {
  /** Null after the person has left. */
  readonly base: Fraction | null;
  /** To date of the window, unless the component does not accumulate, or the person has left: then what comes on top. */
  readonly toDate: Fraction;
  readonly window: string;
  readonly period: Span;
  /** What the deals of the period itself earned, with the whole credit of each; not those that a rule on returns settles. */
  readonly each: ReadonlyMap<string, { readonly pay: Fraction; readonly credit: Fraction }>;
}

export function workOut(world: DealWorld, main: Component, rules: readonly CreditRuleJson[], person: string, periods: readonly Span[]): Earned[] {
  const { rounding } = world;
  const deals = dealsOf(world, rules, person, main.clawback !== null || main.byEvent !== null);
  const one = world.people.find(({ id }) => id === person)!;
  const books = new Books();
  const parts = new Map<string, Fraction>();
  const booked: Booked[] = [];
  const windowOf = (period: Span): string => (main.accumulates === null ? period.id : period[main.accumulates]!);
  return periods.map((period) => {
    const window = windowOf(period);
    const inside = periods.filter((each) => windowOf(each) === window && each.first <= period.first);
    const here = deals.filter(({ day }) => inside.some(({ first, last }) => day >= first && day <= last));
    for (const [id, part] of partsThatCount(main.creditCap, here)) parts.set(id, part);
    const count = (deal: Deal): Counted => countedOf(main, parts, deal);
    const { clawback, byEvent } = main;
    const late = hasLeft(one, period.first);
    const nobody = { pieces: [], amount: NONE_AT_ALL, rounded: NONE_AT_ALL };
    if (byEvent !== null) {
      const known = ({ returns }: Deal): boolean => typeof returns === 'object';
      const listed = here.map((deal) => ({ ...count(deal), passedOver: known(deal) }));
      const line = lineOf(main, rounding, listed);
      const earned = partsOf(line, rounding);
      const due = (until: number): Fraction[] => booked.map((sale) => dueOf(world, byEvent, person, deals, sale, until, rounding));
      const before = due(period.first - 1);
      const sold = here.filter(({ returns }) => returns === undefined).map(({ id, row }) => ({ row, earned: earned.get(id)! }));
      booked.push(...sold);
      return { base: late ? null : sum(listed.map(({ credit }) => credit)), toDate: brings(due(period.last), before, line.rounded, sold.map((sale) => sale.earned)), window, period, each: eachOf(line, here, period) };
    }
    if (late) {
      const back = clawback === null ? [] : deals.filter(({ day, returns }) => typeof returns === 'object' && day >= period.first && day <= period.last);
      return { base: null, toDate: minus(NONE_AT_ALL, sum(back.map((deal) => settleReturn(books, deal, deal.returns as RowJson, window, clawback!, rounding)))), window, period, each: eachOf(nobody, [], period) };
    }
    if (clawback === null) {
      const line = lineOf(main, rounding, here.map(count));
      return { base: sum(here.map((deal) => count(deal).credit)), toDate: line.rounded, window, period, each: eachOf(line, here, period) };
    }
    const { rate, attainment, unmatched } = clawback;
    if (unmatched === 'error' && here.some(({ returns }) => returns === 'unknown')) throw new Refusal('R051');
    const isSale = ({ returns }: Deal): boolean => returns === undefined || (returns === 'unknown' && unmatched === 'as-sale');
    const listed = here.filter((deal) => isSale(deal) || (rate === 'original' && attainment === 'reverse')).map((deal) => ({ ...count(deal), passedOver: !isSale(deal) }));
    books.forget(window);
    const line = lineOf(main, rounding, listed);
    const earned = partsOf(line, rounding);
    const without = (missing: ReadonlyMap<string, Fraction>): Fraction => lineOf(main, rounding, listed.flatMap((deal) => rest(deal, missing.get(deal.id) ?? NONE_AT_ALL, here))).rounded;
    for (const { id, row } of here.filter(isSale)) books.sales.set(id, { row, window, earned: earned.get(id) ?? NONE_AT_ALL, without });
    const now = deals.filter((deal) => {
      const sold = typeof deal.returns === 'object' ? books.sales.get(deal.returns.id) : undefined;
      if (sold === undefined || deal.day > period.last) return false;
      // one that stands before its sale waits for the window of the sale
      return here.includes(deal) || (sold.window === window && deal.day < Math.min(...inside.map(({ first }) => first)));
    });
    const taken = sum(now.map((deal) => settleReturn(books, deal, deal.returns as RowJson, window, clawback, rounding)));
    return { base: sum(listed.map(({ credit }) => credit)), toDate: minus(line.rounded, taken), window, period, each: eachOf(line, here, period) };
  });
}

function eachOf({ pieces }: Line, here: readonly Deal[], { first, last }: Span): Earned['each'] {
  const credits = new Map(here.filter(({ day }) => day >= first && day <= last).map(({ id, credit }) => [id, credit]));
  return new Map(pieces.flatMap(({ id, exact }) => (credits.has(id) ? [[id, { pay: exact, credit: credits.get(id)! }] as const] : [])));
}

function countedOf({ earningShare }: Component, parts: ReadonlyMap<string, Fraction>, { id, credit, share, row, about }: Deal): Counted {
  const part = parts.get(about.id) ?? WHOLE;
  const away = about.away === null ? NONE_AT_ALL : parse(about.away);
  const kept = earningShare === null ? WHOLE : earningShare === 'share' ? away : minus(WHOLE, away);
  return { id, names: row.original, credit: times(credit, part), excess: times(credit, minus(WHOLE, part)), share, kept, passedOver: false };
}

/** The deal when so much of the whole row had never been sold; nothing where nothing is left. */
function rest(deal: Counted, missing: Fraction, here: readonly Deal[]): Counted[] {
  const { whole } = here.find(({ id }) => id === deal.id)!;
  const left = sign(missing) === 0 ? WHOLE : minus(WHOLE, over(missing, whole));
  return sign(left) === 0 ? [] : [{ ...deal, credit: times(deal.credit, left), excess: times(deal.excess, left) }];
}
