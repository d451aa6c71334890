/**
 * Pay by the deal: for components rounded per transaction, with a rule for each deal, or read in the order of deals. The order is
 * stated in the plan and must tell any two deals apart. Rule: calculation contract §5–6, mechanics COM-12.
 */
import type { DataPlace } from '../diagnostic/diagnostic.ts';
import type { Value } from '../expr/types.ts';
import type { Applied, Deal, DealPay, Outcome } from '../mechanic/mechanic.ts';
import type { PersonRecord } from '../data/reference.ts';
import { Exact, total, ZERO } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import type { ComponentEnv } from './environment.ts';
import type { KeptDeal } from './enrolment.ts';
import type { ComponentGiven } from './given.ts';
import type { Moment } from './moment.ts';
import type { Prepared } from './prepared.ts';

export interface OrderedDeal extends Deal {
  readonly kept: readonly Value[];
  readonly data: DataPlace;
  /** The sale it takes back: see `KeptDeal`. */
  readonly refers?: KeptDeal['refers'];
  /** The part of it that a credit cap lets count, and its credit before that. */
  readonly cut?: Exact;
  readonly uncut?: Exact;
}

export interface PaidDeal {
  readonly deal: OrderedDeal;
  readonly pay: DealPay;
  readonly rounded: Exact;
}

/** What became of the deals, and of the component. */
export interface Dealt {
  readonly outcome: Outcome;
  readonly deals: readonly PaidDeal[];
}

/** Pays deal by deal where the component says so; undefined for a component that pays on its total. */
export function payDeals(prepared: Prepared, given: ComponentGiven, deals: () => readonly OrderedDeal[]): Dealt | undefined {
  const { component, dealOrder, dealRules } = prepared;
  const { mechanic, config } = component.formula;
  if (mechanic.deals === undefined || dealOrder === undefined) return undefined;
  const ordered = deals();
  // without deals the total decides, so that a missing quota ends the component here too
  if (ordered.length === 0 && mechanic.deals.always(config) === undefined) return undefined;
  return dealt(prepared, given, ordered, mechanic.deals.pay(config, given, ordered), dealRules.length === 0, (count, rounded) => `${count} ${count === 1 ? 'transaction' : 'transactions'}, each paid by itself${rounded}`);
}

/** A rule of step 8 on the deals that were paid. Rounding comes after the last of them. */
export function changeDeals(prepared: Prepared, { mechanic, config }: Applied, given: ComponentGiven, paid: readonly PaidDeal[], last: boolean): Dealt {
  const ordered = paid.map(({ deal }) => deal);
  const pays = mechanic.eachDeal!.pay(config, given, ordered, paid.map(({ pay }) => pay));
  const changed = pays.filter((pay, i) => pay !== paid[i]!.pay).length;
  return dealt(prepared, given, ordered, pays, last, (_count, rounded) => `the ${mechanic.key} changes ${changed === 0 ? 'none' : `${changed}`} of ${paid.length === 1 ? 'one transaction' : `${paid.length} transactions`}${rounded}`);
}

function dealt({ component }: Prepared, given: ComponentGiven, ordered: readonly OrderedDeal[], pays: readonly DealPay[], last: boolean, text: (count: number, rounded: string) => string): Dealt {
  const none = pays.find((pay) => pay.none !== undefined)?.none;
  if (none !== undefined) return { outcome: { amount: ZERO, ends: none, untold: true, text: () => none }, deals: [] };
  const each = last && component.rounding.at === 'transaction';
  const deals = pays.map((pay, i) => {
    const deal = ordered[i]!;
    return deal.returned === true ? { deal, pay: passedOver(deal), rounded: ZERO } : { deal, pay, rounded: each ? roundTo(pay.amount, component.rounding) : pay.amount };
  });
  return { outcome: { amount: total(deals.map((one) => one.rounded)), text: () => text(deals.length, each ? ` and rounded to ${given.words.number(component.rounding.to)}` : '') }, deals };
}

function passedOver({ refers }: OrderedDeal): DealPay {
  return { amount: ZERO, text: () => `takes back ${refers!.id}: what was earned on that is settled below` };
}

/** The deals of the component's measure over its window, in the stated order (date and id where none is stated). */
export function dealsOf({ component, measure: index, dealOrder }: Prepared, moment: Moment, env: ComponentEnv): readonly OrderedDeal[] {
  const { version, enrolment, book } = moment;
  const kept = version.dealColumns[index] ?? [];
  const stated = dealOrder ?? [];
  const positions = stated.map((column) => kept.indexOf(column));
  const envs = new Map<PersonRecord | undefined, ComponentEnv>();
  const envOf = (record: PersonRecord | undefined): ComponentEnv => {
    let known = envs.get(record);
    if (known === undefined) envs.set(record, (known = env.as(record)));
    return known;
  };
  const stretch = env.stretch(version.plan.measures[index]!)!;
  const cells = moment.late ? moment.cells : enrolment.cellsIn(stretch);
  const deals = cells.flatMap((cell) => (cell.deals?.[index] ?? []).map((deal): OrderedDeal => ({ ...deal, column: (name) => deal.kept[kept.indexOf(name)], ...soldAs(deal.refers?.kept, kept), env: envOf(cell.record) })));
  const byOrder = (a: OrderedDeal, b: OrderedDeal): number => {
    for (const position of positions) {
      const order = compareValues(a.kept[position], b.kept[position]);
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

function soldAs(values: readonly Value[] | undefined, kept: readonly string[]): Pick<Deal, 'sold'> {
  return values === undefined ? NONE : { sold: (name) => values[kept.indexOf(name)] };
}

const NONE = {};

/** Blank first, then by value; numbers by size, texts by code unit. */
function compareValues(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return -1;
  if (b === null || b === undefined) return 1;
  if (a instanceof Exact && b instanceof Exact) return a.compare(b);
  return a < b ? -1 : a > b ? 1 : 0;
}
