/**
 * Pay by the deal: for components rounded per transaction and for readings that follow the order of deals. The order is
 * stated in the plan and must tell any two deals apart. Rule: calculation contract §5–6, mechanics COM-12.
 */
import type { DataPlace } from '../diagnostic/diagnostic.ts';
import type { Value } from '../expr/types.ts';
import type { Deal, DealPay, Outcome } from '../mechanic/mechanic.ts';
import type { PersonRecord } from '../data/reference.ts';
import { Exact, total, ZERO } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import type { ComponentEnv } from './environment.ts';
import type { ComponentGiven } from './given.ts';
import type { Moment } from './moment.ts';
import type { Prepared } from './prepared.ts';

export interface OrderedDeal extends Deal {
  readonly data: DataPlace;
}

export interface PaidDeal {
  readonly deal: OrderedDeal;
  readonly pay: DealPay;
  readonly rounded: Exact;
}

/** Pays deal by deal where the component says so; undefined for a component that pays on its total. */
export function payDeals({ component, dealOrder }: Prepared, given: ComponentGiven, deals: () => readonly OrderedDeal[]): { readonly outcome: Outcome; readonly deals: readonly PaidDeal[] } | undefined {
  const { mechanic, config } = component.formula;
  if (mechanic.deals === undefined || dealOrder === undefined) return undefined;
  const ordered = deals();
  // without deals the total decides, so that a missing quota ends the component here too
  if (ordered.length === 0 && mechanic.deals.always(config) === undefined) return undefined;
  const pays = mechanic.deals.pay(config, given, ordered);
  const none = pays.find((pay) => pay.none !== undefined)?.none;
  if (none !== undefined) return { outcome: { amount: ZERO, ends: none, untold: true, text: () => none }, deals: [] };
  const each = component.rounding.at === 'transaction';
  const paid = pays.map((pay, i) => ({ deal: ordered[i]!, pay, rounded: each ? roundTo(pay.amount, component.rounding) : pay.amount }));
  const amount = total(paid.map((one) => one.rounded));
  const text = (): string => `${paid.length} ${paid.length === 1 ? 'transaction' : 'transactions'}, each paid by itself${each ? ` and rounded to ${given.words.number(component.rounding.to)}` : ''}`;
  return { outcome: { amount, text }, deals: paid };
}

/** The deals of the component's measure over its window, in the stated order (date and id where none is stated). */
export function dealsOf({ component, measure: index, dealOrder }: Prepared, moment: Moment, env: ComponentEnv): readonly OrderedDeal[] {
  const { version, enrolment, book } = moment;
  const kept = version.dealOrder[index] ?? [];
  const stated = dealOrder ?? [];
  const positions = stated.map((column) => kept.indexOf(column));
  const envs = new Map<PersonRecord | undefined, ComponentEnv>();
  const envOf = (record: PersonRecord | undefined): ComponentEnv => {
    let known = envs.get(record);
    if (known === undefined) envs.set(record, (known = env.as(record)));
    return known;
  };
  const deals = enrolment
    .cellsIn(env.stretch(version.plan.measures[index]!)!)
    .flatMap((cell) => (cell.deals?.[index] ?? []).map((deal): OrderedDeal => ({ ...deal, env: envOf(cell.record) })));
  const byOrder = (a: OrderedDeal, b: OrderedDeal): number => {
    for (const position of positions) {
      const order = compareValues(a.order[position], b.order[position]);
      if (order !== 0) return order;
    }
    return 0;
  };
  deals.sort((a, b) => byOrder(a, b) || a.day - b.day || compareValues(a.id, b.id));
  if (positions.length > 0)
    for (let i = 1; i < deals.length; i++)
      if (byOrder(deals[i - 1]!, deals[i]!) === 0)
        book.facts.problems.error('R010', `component ${component.name} of ${enrolment.person}: ${deals[i - 1]!.id} and ${deals[i]!.id} stand at the same place in the order ${stated.join(', ')}`, {
          at: component.formula.at,
          data: deals[i]!.data,
          hint: 'add the transaction id at the end of `order`',
        });
  return deals;
}

/** Blank first, then by value; numbers by size, texts by code unit. */
function compareValues(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return -1;
  if (b === null || b === undefined) return 1;
  if (a instanceof Exact && b instanceof Exact) return a.compare(b);
  return a < b ? -1 : a > b ? 1 : 0;
}
