/**
 * Returns of one component, person and period: each takes back what was earned on the sale it names, never more than that,
 * at the rate of then or as the difference it makes to the window of the sale. Rule: mechanics TIM-17 to TIM-21, CRD-18.
 */
import type { ReturnRules } from '../mechanic/mechanic.ts';
import { dayText } from '../value/day.ts';
import { least, total, ZERO, type Exact } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import { textOrder } from '../value/text-order.ts';
import type { Acted } from './chain.ts';
import type { Line } from './component.ts';
import type { OrderedDeal, PaidDeal } from './deal.ts';
import { excessOf, withExcess } from './credit-cap.ts';
import { ComponentEnv } from './environment.ts';
import type { Moment } from './moment.ts';
import type { Prepared } from './prepared.ts';
import { Claims, earnedParts, Register, wholeOf, type Claimed, type Sold } from './register.ts';

type LineOf = (prepared: Prepared, moment: Moment, env: ComponentEnv, deals?: readonly OrderedDeal[]) => Line;

export class Returns {
  /** The deals that the formula pays on. */
  readonly listed: readonly OrderedDeal[];
  private readonly rules: ReturnRules;
  private readonly register: Register;
  private readonly window: string;
  private readonly sales: OrderedDeal[] = [];
  /** Those it settles. */
  readonly back: OrderedDeal[] = [];
  /** Returns that count as sales, by id. */
  readonly asSale: ReadonlySet<string>;
  /** Returns whose original is not known here. */
  private readonly lost: OrderedDeal[] = [];

  constructor(
    private readonly prepared: Prepared,
    private readonly moment: Moment,
    private readonly lineOf: LineOf,
    /** The deals of the measure, as far as they count. */
    all: readonly OrderedDeal[],
  ) {
    const { component } = prepared;
    const { history, period, version } = moment;
    const { mechanic, config } = prepared.returns!;
    this.rules = mechanic.returns!.rules(config);
    this.window = `${component.accumulates === undefined ? period.id : period[component.accumulates]} ${version.group}`;
    const known = history.registers.get(component.name);
    this.register = known ?? new Register();
    if (known === undefined) history.registers.set(component.name, this.register);
    const ids = new Set(all.flatMap((deal) => (deal.refers === undefined ? [deal.id] : [])));
    for (const deal of all) {
      const { refers } = deal;
      if (refers === undefined) this.sales.push(deal);
      else if (refers.day !== undefined && (ids.has(refers.id) || this.register.sales.get(refers.id)?.currency === version.plan.currency || (refers.day > period.to && refers.theirs === true))) this.back.push(deal);
      else if (this.rules.unmatched === 'as-sale') this.sales.push(deal);
      else this.lost.push(deal);
    }
    const aside = [...this.back, ...this.lost];
    const set = new Set(aside);
    const counts = this.rules.rate === 'original' && this.rules.attainment === 'reverse';
    this.listed = counts ? all.map((deal) => (set.has(deal) ? { ...deal, returned: true } : deal)) : all.filter((deal) => !set.has(deal));
    const counting = moment.newCounting(component.name);
    this.asSale = new Set(this.sales.flatMap(({ id, refers }) => (refers === undefined ? [] : [id])));
    if (!counts) counting.leftOut = (counting.leftOut ?? ZERO).plus(total(aside.map(({ value }) => value)));
  }

  /** What the returns take back of a line that is known, and the step that says so. */
  takeBack(line: Line): { readonly taken: Exact; readonly acted: Acted } | undefined {
    const { register, moment } = this;
    // after the person has left nothing is sold, and what the window took back before stays
    if (!moment.late) {
      register.forget(this.window);
      this.enter(line);
    }
    const here = new Set(this.back.map(({ id }) => id));
    const early = [...register.early.values()].filter((deal) => !here.has(deal.id) && register.sales.get(deal.refers!.id)?.window === this.window);
    const inTime = [...this.back, ...early].sort((a, b) => a.day - b.day || textOrder(a.id, b.id));
    const steps = [...inTime.map((deal) => this.settle(deal)), ...this.lost.map((deal) => this.unmatched(deal))];
    if (steps.length === 0) return undefined;
    const taken = total(steps.map(({ rounded }) => rounded)).negated();
    const { words } = moment;
    const text = (): string => `${steps.length === 1 ? 'a return takes' : `${steps.length} returns take`} back ${words.money(taken)}`;
    const took = (): number[] => [...new Set(steps.flatMap(({ pay }) => pay.took ?? []))];
    return { taken, acted: { applied: this.prepared.returns!, outcome: { amount: line.rounded.minus(taken), text, took }, before: line.rounded, after: line.rounded.minus(taken), deals: steps } };
  }

  /** Enters the sales of the window, with what each earned as far as is known now. */
  private enter(line: Line): void {
    const { register, moment, prepared, window } = this;
    const dealt = (line.acted.findLast((one) => one.deals !== undefined)?.deals ?? []).filter(({ deal }) => deal.returned !== true);
    const paid = withExcess(dealt, line.acted, prepared);
    const parts = earnedParts(line, paid, prepared.component.rounding);
    const earned = new Map(paid.map(({ deal }, index): [string, Exact] => [deal.id, parts[index]!]));
    const without = (left: ReadonlyMap<string, Exact>): Exact => this.without(left);
    for (const sale of this.sales)
      register.sales.set(sale.id, {
        id: sale.id,
        day: sale.day,
        whole: wholeOf(sale),
        earned: earned.get(sale.id) ?? ZERO,
        window,
        period: moment.period,
        currency: moment.version.plan.currency,
        column: (name) => sale.column(name),
        without,
        claims: register.sales.get(sale.id)?.claims ?? new Claims(),
      });
  }

  private settle(deal: OrderedDeal): PaidDeal {
    const { register, moment } = this;
    const { words } = moment;
    const sold = register.sales.get(deal.refers!.id);
    if (sold === undefined) {
      register.early.set(deal.id, deal);
      return nothing(deal, `takes back ${deal.refers!.id}, which is sold on ${dayText(deal.refers!.day!)}: settled when that is earned`);
    }
    const whole = wholeOf(deal);
    const { sum } = sold.claims;
    const returned = sum.part;
    const rest = sold.whole.minus(returned);
    if (sold.whole.sign() <= 0) return nothing(deal, `${sold.id} was no sale of more than nothing`);
    const part = whole.sign() < 0 ? least(whole.negated(), rest) : least(whole, returned).negated();
    if (part.isZero()) return nothing(deal, whole.sign() < 0 ? `all of ${sold.id} had been returned before` : `nothing of ${sold.id} had been returned before`);
    const { mechanic, config } = this.prepared.returns!;
    const { share, why, took } = mechanic.returns!.share(config, { id: deal.id, day: deal.day, original: sold });
    const exact = part.sign() < 0 ? sum.exact.times(part).over(returned) : this.worth(sold, part).times(share);
    const claim = this.claim(sold, part, exact);
    sold.claims.add(this.window, claim);
    const text = (): string => {
      const size = `${words.percent(part.abs().over(sold.whole))} of ${sold.id} (${dayText(sold.day)})`;
      if (part.sign() < 0) return `brings back ${size}: ${words.money(claim.taken.negated())} of what was taken back`;
      const excess = whole.negated().minus(part);
      const more = excess.isZero() ? '' : '; the return is larger than what was left of the sale';
      return `returns ${size}, ${this.rules.rate === 'original' ? `on which ${words.money(sold.earned)} was earned in ${sold.period.id}` : `without which ${sold.period.id} would have earned ${words.money(exact)} less`}; ${why}: ${words.money(claim.taken.negated())}${more}`;
    };
    return { deal, pay: { amount: claim.taken.negated(), took: part.sign() < 0 ? [] : [took], text }, rounded: claim.taken.negated() };
  }

  /** What this part of a sale earned: its share of what the sale earned, or the difference it makes to the window of the sale. */
  private worth(sold: Sold, part: Exact): Exact {
    if (this.rules.rate === 'original') return sold.earned.times(part).over(sold.whole);
    const before = this.register.returnedIn(sold.window);
    const after = new Map(before).set(sold.id, (before.get(sold.id) ?? ZERO).plus(part));
    return sold.without(before).minus(sold.without(after));
  }

  /** Rounded so that all claims on a sale together are rounded once: several returns of it take what one would. */
  private claim(sold: Sold, part: Exact, exact: Exact): Claimed {
    const { rounding } = this.prepared.component;
    const before = sold.claims.sum;
    const sum = before.exact.plus(exact);
    return { part, exact, taken: (rounding.at === 'payout' ? sum : roundTo(sum, rounding)).minus(before.taken) };
  }

  /** The line of this window when these parts of its sales had never been sold. */
  private without(parts: ReadonlyMap<string, Exact>): Exact {
    const { prepared, moment } = this;
    const { name } = prepared.component;
    const counting = moment.newCounting(name);
    const { leftOut, cut } = counting;
    const deals = this.listed.flatMap((deal) => {
      const part = parts.get(deal.id);
      if (part === undefined || part.isZero()) return [deal];
      const whole = wholeOf(deal);
      const left = whole.minus(part).over(whole);
      return left.isZero() ? [] : [{ ...deal, value: deal.value.times(left), ...(deal.uncut === undefined ? {} : { uncut: deal.uncut.times(left) }) }];
    });
    counting.leftOut = (leftOut ?? ZERO).plus(total(this.listed.map(({ value }) => value))).minus(total(deals.map(({ value }) => value)));
    if (cut !== undefined) counting.cut = excessOf(deals);
    const line = this.lineOf(prepared, moment, new ComponentEnv(moment, prepared.component, prepared.alone, moment.record), deals);
    counting.leftOut = leftOut;
    counting.cut = cut;
    return line.rounded;
  }

  private unmatched(deal: OrderedDeal): PaidDeal {
    const { moment, prepared, rules } = this;
    const { refers } = deal;
    const state = 'or state unmatched: as-sale or nothing';
    const why = refers!.day === undefined ? `${refers!.id === '' ? 'no sale like it' : refers!.id} is not in the data` : `${refers!.id} of ${dayText(refers!.day)} is in the data, and earned nothing for ${moment.enrolment.person} under plan ${moment.version.plan.name}`;
    if (rules.unmatched === 'error')
      moment.book.facts.problems.error('R051', `return ${deal.id} of ${moment.enrolment.person}: ${why}`, { at: prepared.returns!.at, data: deal.data, hint: refers!.day === undefined ? `read the earlier sales too, correct the reference, ${state}` : `paycurve explain --transaction ${refers!.id} says who was credited with it, or why nobody was; correct the reference or who is in the plan on that day, ${state}` });
    return nothing(deal, `${why}: nothing is taken back, as the plan says`);
  }
}

function nothing(deal: OrderedDeal, why: string): PaidDeal {
  return { deal, pay: { amount: ZERO, text: () => why }, rounded: ZERO };
}
