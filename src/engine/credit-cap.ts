/**
 * Cuts the deals of a component down to the credit that counts. A return of a deal that was cut counts for the same part, in
 * whatever period it comes, or it would take more out of the measure than the deal put in. Rule: mechanics CRD-08, CRD-20.
 */
import type { CreditLimit, Given } from '../mechanic/mechanic.ts';
import { keyText } from '../data/lookup.ts';
import { least, ONE, total, ZERO, type Exact } from '../value/exact.ts';
import type { Acted } from './chain.ts';
import type { OrderedDeal, PaidDeal } from './deal.ts';
import type { Moment } from './moment.ts';
import type { Prepared } from './prepared.ts';

/** What does not count, and the ids of the deals it was cut off. */
export type Excess = NonNullable<Given['cut']>;

export function excessOf(deals: readonly OrderedDeal[]): Excess {
  const cut = deals.filter((deal) => deal.returned !== true && deal.uncut !== undefined && !deal.uncut.equals(deal.value));
  return { excess: total(cut.map((deal) => deal.uncut!.minus(deal.value))), deals: cut.map(({ id }) => id) };
}

/** What the deals of a line were paid, each with what its own excess was. */
export function withExcess(paid: readonly PaidDeal[], acted: readonly Acted[], { creditCap }: Prepared): readonly PaidDeal[] {
  const step = creditCap === undefined ? undefined : acted.find(({ applied }) => applied === creditCap);
  const { excess } = excessOf(paid.map(({ deal }) => deal));
  if (step === undefined || excess.isZero() || step.after.equals(step.before)) return paid;
  const rate = step.after.minus(step.before).over(excess);
  return paid.map((one) => (one.deal.uncut === undefined ? one : { ...one, rounded: one.rounded.plus(one.deal.uncut.minus(one.deal.value).times(rate)) }));
}

export function cutCredits({ component, creditCap }: Prepared, moment: Moment, given: Given, deals: readonly OrderedDeal[]): readonly OrderedDeal[] {
  const limit: CreditLimit & { readonly told: string } = creditCap!.mechanic.creditLimit!(creditCap!.config, given);
  if (limit.at.none !== undefined || limit.at.value.sign() < 0) {
    given.refuse(`the credit cap of ${component.name} is not known: ${limit.told}`, 'a credit cap is known and zero or more; correct the value it comes from');
    return deals;
  }
  const most = limit.at.value;
  const kept = moment.history.keptOf(component.name);
  const groups = new Map<OrderedDeal, Group>();
  const inTime = [...deals].sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
  const open = new Map<string, Group>();
  for (const deal of inTime) if (deal.value.sign() > 0 && deal.refers === undefined) groups.set(deal, groupOf(deal, limit, open));
  for (const [deal, group] of groups) {
    const size = limit.of === 'deal' ? deal.value.over(deal.share) : deal.value;
    const counts = least(size, most.minus(group.used));
    group.used = group.used.plus(counts);
    if (counts.lessThan(size)) kept.set(deal.id, counts.over(size));
    else kept.delete(deal.id);
  }
  return deals.map((deal): OrderedDeal => {
    const part = kept.get(deal.refers?.id ?? deal.id) ?? ONE;
    return part === ONE ? deal : { ...deal, value: deal.value.times(part), cut: part, uncut: deal.value };
  });
}

interface Group {
  readonly until: number;
  used: Exact;
}

/** The group of alike deals that the deal falls into, or a new one that it begins. */
function groupOf(deal: OrderedDeal, { by, days }: CreditLimit, open: Map<string, Group>): Group {
  const key = by.length === 0 ? undefined : keyText(by.map((column) => deal.column(column)));
  const known = key === undefined ? undefined : open.get(key);
  if (known !== undefined && deal.day <= known.until) return known;
  const group = { until: deal.day + days, used: ZERO };
  if (key !== undefined) open.set(key, group);
  return group;
}
