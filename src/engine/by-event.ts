/**
 * Sales that are earned in parts: what is due of each so far, by booking and by the events that cover it, and what of that is
 * new in this period. All parts of a sale sum to what it earned, to the cent. Rule: mechanics TIM-15.
 */
import type { EventPart } from '../mechanic/mechanic.ts';
import { least, ONE, total, ZERO, greatest, Exact } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import { textOrder } from '../value/text-order.ts';
import type { Acted } from './chain.ts';
import type { Line } from './component.ts';
import { withExcess } from './credit-cap.ts';
import { dealsOf, type OrderedDeal, type PaidDeal } from './deal.ts';
import type { ComponentEnv } from './environment.ts';
import type { Moment } from './moment.ts';
import type { Prepared } from './prepared.ts';
import { earnedParts, wholeOf } from './register.ts';

interface Booked {
  readonly earned: Exact;
  readonly whole: Exact;
  /** What is left of the whole after returns. */
  left: Exact;
  readonly period: string;
  released: Exact;
}

/** What is known of sales in parts, from period to period. */
export class Booking {
  readonly sales = new Map<string, Booked>();
  /** Returns of sales that come later. */
  readonly waiting = new Map<string, OrderedDeal>();
  /** By sale, then by event: what its rows cover, each with what it is compared with. */
  readonly covered: Map<string, { readonly amount: Exact; readonly of: Exact | undefined }[][]> = new Map();
}

/** The deals that the component pays on: a return of a sale in parts moves totals, and lowers what that sale earns. */
export function withReturnsAside(prepared: Prepared, moment: Moment, deals: readonly OrderedDeal[]): readonly OrderedDeal[] {
  const { sales } = bookingOf(prepared, moment);
  const here = new Set(deals.flatMap(({ id, refers }) => (refers === undefined ? [id] : [])));
  return deals.map((deal) => {
    const { refers } = deal;
    return refers?.day !== undefined && (here.has(refers.id) || sales.has(refers.id) || (refers.day > moment.period.to && refers.theirs === true)) ? { ...deal, returned: true } : deal;
  });
}

function bookingOf({ component }: Prepared, { history }: Moment): Booking {
  const known = history.bookings.get(component.name) ?? new Booking();
  history.bookings.set(component.name, known);
  return known;
}

/** The part of the line that is not due yet, less what became due of earlier ones; and the step that says so. */
export function heldBack(prepared: Prepared, moment: Moment, env: ComponentEnv, line: Line, deals: readonly OrderedDeal[]): { readonly taken: Exact; readonly acted: Acted } | undefined {
  const { component } = prepared;
  const { mechanic, config } = prepared.byEvent!;
  const events: readonly EventPart[] = mechanic.byEvent!.events(config);
  const booking: Exact = mechanic.byEvent!.booking(config);
  const known = bookingOf(prepared, moment);
  const touched = new Map<string, OrderedDeal>();
  const paid = withExcess(line.acted.findLast((one) => one.deals !== undefined)?.deals ?? [], line.acted, prepared).filter(({ deal }) => deal.returned !== true);
  const parts = earnedParts(line, paid, component.rounding);
  // a row whose sale is not known, or that pays less than nothing, is no sale
  const earned = new Map(paid.flatMap(({ deal }, index): [string, Exact][] => (deal.refers === undefined ? [[deal.id, parts[index]!]] : [])));
  for (const deal of deals) {
    if (deal.refers !== undefined) continue;
    const whole = wholeOf(deal);
    known.sales.set(deal.id, { earned: earned.get(deal.id) ?? ZERO, whole, left: whole, period: moment.period.id, released: ZERO });
    if (earned.get(deal.id)?.isZero() === false) touched.set(deal.id, deal);
  }
  for (const deal of deals) if (deal.returned === true) known.waiting.set(deal.id, deal);
  for (const deal of [...known.waiting.values()].sort((a, b) => a.day - b.day || textOrder(a.id, b.id))) {
    const sale = known.sales.get(deal.refers!.id);
    if (sale === undefined) continue;
    known.waiting.delete(deal.id);
    sale.left = greatest(ZERO, least(sale.whole, sale.left.plus(wholeOf(deal))));
    if (!touched.has(deal.refers!.id)) touched.set(deal.refers!.id, { ...deal, id: deal.refers!.id });
  }
  events.forEach((event, index) => {
    const measure = moment.version.measures.get(event.measure)!;
    for (const row of dealsOf({ ...prepared, measure, dealOrder: undefined }, moment, env)) {
      const sale = row.column(event.deal);
      if (typeof sale !== 'string') continue;
      const covers = known.covered.get(sale) ?? events.map(() => []);
      known.covered.set(sale, covers);
      const of = event.of === undefined ? undefined : row.column(event.of);
      covers[index]!.push({ amount: wholeOf(row), of: of instanceof Exact ? of : undefined });
      if (!touched.has(sale)) touched.set(sale, { ...row, id: sale });
    }
  });
  const steps = [...touched].sort(([a], [b]) => textOrder(a, b)).map(([sale, deal]) => release(sale, deal, known, booking, events, prepared, moment));
  // what no sale earned, such as a negative row, is due at once
  const rest = line.rounded.minus(total([...earned.values()]));
  if (steps.length === 0 && rest.equals(line.rounded)) return undefined;
  const due = total(steps.map(({ rounded }) => rounded)).plus(rest);
  const { words } = moment;
  const text = (): string => `${words.money(due)} is due${rest.isZero() ? '' : `, with ${words.money(rest)} of rows that are no sales`}`;
  return { taken: line.rounded.minus(due), acted: { applied: prepared.byEvent!, outcome: { amount: due, text }, before: line.rounded, after: due, deals: steps } };
}

function release(id: string, deal: OrderedDeal, known: Booking, booking: Exact, events: readonly EventPart[], { component }: Prepared, { words, period }: Moment): PaidDeal {
  const sold = known.sales.get(id);
  if (sold === undefined) return { deal, pay: { amount: ZERO, text: () => 'has earned nothing so far; what covers it waits' }, rounded: ZERO };
  const covers = known.covered.get(id);
  const done = events.map((_, index) => (covers === undefined ? ZERO : coveredPart(covers[index]!, sold.left)));
  const share = booking.plus(total(events.map((event, index) => event.share.times(done[index]!))));
  const earned = sold.left.equals(sold.whole) ? sold.earned : sold.earned.times(sold.left).over(sold.whole);
  const exact = earned.times(share);
  const due = component.rounding.at === 'payout' ? exact : roundTo(exact, component.rounding);
  const now = due.minus(sold.released);
  const before = sold.released;
  sold.released = due;
  const text = (): string => {
    const told = events.map((event, index) => `${event.measure} ${words.percent(done[index]!)}`).join(', ');
    return `${sold.period === period.id ? 'earns' : `earned in ${sold.period}`} ${words.money(sold.earned)}${earned.equals(sold.earned) ? '' : `, ${words.money(earned)} after returns`}, of which ${words.percent(share)} is due (booked ${words.percent(booking)}; covered: ${told}): ${words.money(due)}${before.isZero() ? '' : `, less ${words.money(before)} before`}`;
  };
  return { deal, pay: { amount: now, text }, rounded: now };
}

/** From 0 to 1: rows of nothing, and rows compared with nothing, cover nothing. */
function coveredPart(rows: readonly { readonly amount: Exact; readonly of: Exact | undefined }[], whole: Exact): Exact {
  const sum = total(rows.map(({ amount, of }) => ((of ?? whole).isZero() ? ZERO : amount.over(of ?? whole))));
  return greatest(ZERO, least(ONE, sum));
}
