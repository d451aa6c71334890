/** The main component of one person, period by period: its base, and what it earns to date of its window. Shares nothing with `src/`. */
import type { Span } from '../calendar.ts';
import { Refusal } from '../credit.ts';
import { minus, NONE_AT_ALL, sign, sum, times, type Fraction } from '../fraction.ts';
import { Books, settleReturn } from './clawback.ts';
import { dealsOf, type Deal } from './deal.ts';
import { lineOf, type Counted, type Line } from './line.ts';
import { partsOf } from './parts.ts';
import type { DealWorld, RowJson } from './world.ts';

export interface Earned {
  readonly base: Fraction;
  /** To date of the window, unless the component does not accumulate. */
  readonly toDate: Fraction;
  readonly window: string;
}

export function mainOf(world: DealWorld, person: string, periods: readonly Span[]): Earned[] {
  const { main, rounding } = world;
  const deals = dealsOf(world, person);
  const books = new Books();
  const windowOf = (period: Span): string => (main.accumulates === null ? period.id : period[main.accumulates]!);
  return periods.map((period) => {
    const window = windowOf(period);
    const inside = periods.filter((each) => windowOf(each) === window && each.first <= period.first);
    const here = deals.filter(({ day }) => inside.some(({ first, last }) => day >= first && day <= last));
    if (main.clawback === null) {
      const line = lineOf(main, rounding, here.map(counted));
      return { base: sum(here.map(({ credit }) => credit)), toDate: line.rounded, window };
    }
    const { rate, attainment, unmatched } = main.clawback;
    if (unmatched === 'error' && here.some(({ returns }) => returns === 'unknown')) throw new Refusal('R051');
    const isSale = ({ returns }: Deal): boolean => returns === undefined || (returns === 'unknown' && unmatched === 'as-sale');
    const listed = rate === 'original' && attainment === 'reverse' ? here : here.filter(isSale);
    const line = lineOf(main, rounding, listed.map((deal) => ({ ...counted(deal), passedOver: !isSale(deal) })));
    books.forget(window);
    enter(world, books, window, here.filter(isSale), listed, line, isSale);
    const now = deals.filter((deal) => {
      const sold = typeof deal.returns === 'object' ? books.sales.get(deal.returns.id) : undefined;
      if (sold === undefined || deal.day > period.last) return false;
      // one that stands before its sale waits for the window of the sale
      return here.includes(deal) || (sold.window === window && deal.day < Math.min(...inside.map(({ first }) => first)));
    });
    const taken = sum(now.map((deal) => settleReturn(books, deal, deal.returns as RowJson, window, main.clawback!, rounding)));
    return { base: sum(listed.map(({ credit }) => credit)), toDate: minus(line.rounded, taken), window };
  });
}

const counted = ({ id, credit }: Deal): Counted => ({ id, credit, passedOver: false });

function enter({ main, rounding }: DealWorld, books: Books, window: string, sales: readonly Deal[], listed: readonly Deal[], line: Line, isSale: (deal: Deal) => boolean): void {
  const parts = partsOf(line, rounding);
  const without = (missing: ReadonlyMap<string, Fraction>): Fraction => {
    const left = listed.flatMap((deal): Counted[] => {
      const credit = minus(deal.credit, times(missing.get(deal.id) ?? NONE_AT_ALL, deal.share));
      return sign(credit) === 0 ? [] : [{ id: deal.id, credit, passedOver: !isSale(deal) }];
    });
    return lineOf(main, rounding, left).rounded;
  };
  for (const { id, row } of sales) books.sales.set(id, { row, window, earned: parts.get(id) ?? NONE_AT_ALL, without });
}
