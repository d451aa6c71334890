/**
 * A second, naive computation of what needs several people: each question is asked of the one who is asked, and worked out
 * from the definitions in `paycurve mechanics` every time, with a memory only to save time. Shares nothing with `src/`.
 */
import type { Span } from '../calendar.ts';
import { serial } from '../day.ts';
import { Refusal } from '../credit.ts';
import { minus, NONE_AT_ALL, parse, plus, round, sum, text, type Fraction } from '../fraction.ts';
import type { PayoutAnswer } from '../engine.ts';
import { circlesIn, type Circle, type Member } from './circle.ts';
import { Chain } from './component.ts';
import { attained, dealsOf, measured, quotaOver, type Deal, type Known } from './measure.ts';
import { idsOf, momentOf, periodsIn, reach, type Moment } from './moment.ts';
import { groupAskedBy, groupOf, recordOn } from './people.ts';
import { adjusted } from './plan-rules.ts';
import { asksAttainment, type Asked } from './term.ts';
import type { GroupComponent, GroupMeasure, GroupPlan, GroupWorld, Members, PersonRow, SharedAcross, Term } from './world.ts';

export class Run {
  readonly periods: readonly Span[];
  readonly step: Fraction;
  private readonly known = new Map<string, unknown>();
  private readonly chain: Chain;

  constructor(readonly world: GroupWorld) {
    this.periods = periodsIn(world);
    this.step = parse(world.rounding.to);
    this.chain = new Chain(this);
  }

  /** Worked out once. */
  once<T>(parts: readonly unknown[], work: () => T): T {
    const key = JSON.stringify(parts);
    if (!this.known.has(key)) this.known.set(key, work());
    return this.known.get(key) as T;
  }

  rounded(amount: Fraction): Fraction {
    return round(amount, this.step, this.world.rounding.mode);
  }

  moment(plan: GroupPlan, who: string, at: number): Moment | undefined {
    return this.once(['moment', keyOf(plan), who, at], () => momentOf(this.world, this.periods, plan, who, at));
  }

  circles(plan: GroupPlan, at: number, across: SharedAcross, rule: Members): readonly Circle[] {
    return this.once(['circles', keyOf(plan), at, across, rule], () => circlesIn(this.world, this.periods, plan, at, across, rule));
  }

  circle(plan: GroupPlan, at: number, across: SharedAcross, rule: Members, key: string): Circle | undefined {
    return at < 0 ? undefined : this.circles(plan, at, across, rule).find((one) => one.key === key);
  }

  daysOf(at: number): number {
    return this.periods[at]!.last - this.periods[at]!.first + 1;
  }

  measureOf(plan: GroupPlan, name: string): GroupMeasure {
    return plan.measures.find((one) => one.name === name)!;
  }

  deals(moment: Moment, name: string): readonly Deal[] {
    return dealsOf(this.world, this.periods, moment, this.measureOf(moment.plan, name));
  }

  measure(moment: Moment, name: string, record: PersonRow): Known {
    const measure = this.measureOf(moment.plan, name);
    return this.once(['measure', keyOf(moment.plan), moment.who, moment.at, name, record.from], () => (measure.kind === 'payouts' ? this.othersPay(moment, measure, record) : measured(this.world, this.periods, moment, measure, record)));
  }

  quota(moment: Moment, name: string, record: PersonRow): Known {
    return quotaOver(this.world, this.periods, moment, this.measureOf(moment.plan, name), record);
  }

  attainment(moment: Moment, name: string, record: PersonRow): Known {
    const result = this.measure(moment, name, record);
    return result === null ? null : attained(result, this.quota(moment, name, record), this.measureOf(moment.plan, name));
  }

  asked(moment: Moment, record: PersonRow): Asked {
    return {
      record,
      measure: (name) => this.measure(moment, name, record),
      attainment: (name) => this.attainment(moment, name, record),
      // as it came out, before it was rounded
      payout: (id) => this.exact(moment, id),
    };
  }

  askedOf = ({ moment, record }: Member): Asked => this.asked(moment, record);

  /** Nothing where it cannot be told. */
  private exact(moment: Moment, id: string): Fraction {
    return this.once(['exact', keyOf(moment.plan), moment.who, moment.at, id], () => this.chain.amount(moment, moment.plan.components.find((one) => one.id === id)!) ?? NONE_AT_ALL);
  }

  /** Of the component alone: rounded, unless that happens at the payout. */
  alone(moment: Moment, id: string): Fraction {
    const amount = this.exact(moment, id);
    return this.world.rounding.at === 'payout' ? amount : this.rounded(amount);
  }

  /** As it is paid: where the payout is rounded as a whole, each running total is, and the parts are the differences. */
  earned(moment: Moment, id: string): Fraction {
    if (this.world.rounding.at !== 'payout') return this.alone(moment, id);
    const ids = moment.plan.components.map((one) => one.id);
    const until = (count: number): Fraction => this.rounded(sum(ids.slice(0, count).map((one) => this.exact(moment, one))));
    return minus(until(ids.indexOf(id) + 1), until(ids.indexOf(id)));
  }

  /** After the first `count` rules of the plan. */
  total(moment: Moment, count: number): Fraction {
    return this.once(['total', keyOf(moment.plan), moment.who, moment.at, count], () => (count === 0 ? sum(moment.plan.components.map(({ id }) => this.earned(moment, id))) : adjusted(this, moment, count - 1)));
  }

  /** What others in the group earn: a payout belongs to the window of the last day of its period, and to the group of its payee's last day there. */
  private othersPay(moment: Moment, measure: GroupMeasure, record: PersonRow): Known {
    const key = groupAskedBy(record, measure.across!);
    if (key === undefined) return null;
    let pay = NONE_AT_ALL;
    for (const plan of this.world.plans.filter(({ id }) => measure.across !== 'plan' || id === moment.plan.id))
      for (const who of idsOf(this.world))
        for (const at of reach(this.periods, moment.at, measure.window)) {
          const other = who === moment.who ? undefined : this.moment(plan, who, at);
          if (other === undefined || groupOf(this.world, moment.plan, who, other.days.at(-1)!, measure.across!) !== key) continue;
          if (measure.payouts === 'all') pay = plus(pay, this.total(other, plan.adjust.length));
          else for (const id of measure.payouts!) if (plan.components.some((one) => one.id === id)) pay = plus(pay, this.alone(other, id));
        }
    return pay;
  }

  answer(): PayoutAnswer[] {
    const written = this.world.plans.flatMap(({ measures }) => measures).flatMap(({ across }) => (across !== null && typeof across === 'object' && 'team' in across ? [across.team] : []));
    // a group that nobody belongs to is a misspelt one
    if (written.some((team) => !this.world.people.some((one) => one.team === team && isEverInForce(this.world, one)))) throw new Refusal('R062');
    const rows = this.world.rows.map((row) => serial(row.date));
    const [first, last] = [Math.min(...rows), Math.max(...rows)];
    return idsOf(this.world).flatMap((who) =>
      [...this.world.plans].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).flatMap((plan) =>
        this.periods.flatMap((period, at): PayoutAnswer[] => {
          const moment = period.last < first || period.first > last ? undefined : this.moment(plan, who, at);
          return moment === undefined ? [] : [this.payout(moment)];
        }),
      ),
    );
  }

  private payout(moment: Moment): PayoutAnswer {
    const { plan, who, at, record } = moment;
    const shown = (known: Known): string => (known === null ? 'n/a' : text(known));
    const components = plan.components.map((component) => {
      const asks = asksFor(component);
      const quota = asks ? this.quota(moment, component.on, record) : null;
      const attainment = asks ? this.attainment(moment, component.on, record) : null;
      return { id: component.id, base: shown(this.measure(moment, component.on, record)), quota: shown(quota), attainment: shown(attainment), earned: text(this.earned(moment, component.id)) };
    });
    const total = text(this.total(moment, plan.adjust.length));
    return { payee: who, plan: plan.id, effective: plan.effective[0], period: this.periods[at]!.id, components, total, paid: total };
  }
}

/** Each version by itself. */
export const keyOf = ({ id, effective }: GroupPlan): string => `${id} ${effective[0]}`;

/** Whether there is a day on which the record is the person's. */
function isEverInForce(world: GroupWorld, record: PersonRow): boolean {
  const [from, last] = [record.from, record.start ?? record.from].map(serial) as [number, number];
  return recordOn(world, record.id, Math.max(from, last)) === record;
}

/** Whether a component reads the attainment of its own measure. */
function asksFor(component: GroupComponent): boolean {
  const deep = (value: unknown): boolean => {
    if (Array.isArray(value)) return typeof value[0] === 'string' ? asksAttainment(value as unknown as Term, component.on) : value.some(deep);
    return typeof value === 'object' && value !== null && Object.values(value).some(deep);
  };
  return component.formula.kind === 'steps' || deep(component);
}

/** All payouts in the order of payees, plans and periods; or the code of why there can be none. */
export function compute(world: GroupWorld): { readonly refused: string } | { readonly payouts: readonly PayoutAnswer[] } {
  try {
    return { payouts: new Run(world).answer() };
  } catch (reason) {
    if (reason instanceof Refusal) return { refused: reason.code };
    throw reason;
  }
}
