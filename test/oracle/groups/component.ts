/** One component of one person, step by step in the order of operations; what is of a group is asked of the group. Shares nothing with `src/`. */
import { greater, lesser, NONE_AT_ALL, parse, sign, sum, times, type Fraction } from '../fraction.ts';
import { byDeal, onTheWhole } from './formula.ts';
import { dealsWithinBudget, dealsWithinCap } from './deal-limit.ts';
import type { Deal, Known } from './measure.ts';
import type { Moment } from './moment.ts';
import { prizeOf, shareOfPool, shareOfTeamPay } from './of-group.ts';
import type { Run } from './run.ts';
import { keptUnder } from './shared-cap.ts';
import { holds } from './term.ts';
import type { GroupComponent, PersonRow } from './world.ts';

/** Up to where the steps are gone: what the mechanic named finds. */
export type Stage = 'dealCap' | 'budget' | 'shareOut' | 'sharedCap' | 'end';
export type PaidDeal = Deal & { readonly pays: Fraction };

/** `record`: the one under which somebody is asked, which says for whose group; of who moved it may be an earlier one. */
export class Chain {
  constructor(private readonly run: Run) {}

  amount(moment: Moment, component: GroupComponent, until: Stage = 'end', record = moment.record): Known {
    const { run } = this;
    const asked = run.asked(moment, record);
    const base = run.measure(moment, component.on, record);
    if (base === null) return null;
    if (component.gate !== null && !holds(component.gate, asked)) return NONE_AT_ALL;
    let amount = this.formula(moment, component, base, until, record);
    if (amount === null || until === 'shareOut') return amount;
    if (component.shareOut !== null) amount = shareOfTeamPay(run, moment, component, ({ moment: other, record: there }) => this.amount(other, component, 'shareOut', there));
    if (component.multiplier !== null && sign(amount) > 0 && (component.multiplier.when === null || holds(component.multiplier.when, asked))) amount = times(amount, parse(component.multiplier.times));
    if (component.floor !== null && sign(amount) > 0) amount = greater(amount, parse(component.floor));
    if (component.cap !== null) amount = lesser(amount, parse(component.cap));
    if (until === 'sharedCap' || component.sharedCap === null) return amount;
    return keptUnder(run, component.sharedCap, moment, component.id, amount, (other) => this.amount(other, component, 'sharedCap') ?? NONE_AT_ALL);
  }

  private formula(moment: Moment, component: GroupComponent, base: Fraction, until: Stage, record: PersonRow): Known {
    const { run } = this;
    const { formula } = component;
    if (formula.kind === 'pool') return shareOfPool(run, moment, component, formula);
    if (formula.kind === 'contest') return prizeOf(run, moment, component, formula.contest);
    const deals = this.deals(moment, component, until);
    if (deals !== undefined) return deals === null ? null : sum(deals.map(({ pays }) => pays));
    return onTheWhole(formula, base, () => run.attainment(moment, component.on, record), run.asked(moment, record));
  }

  /** Deal by deal, where something looks at deals and there are some; null: cannot be told. */
  deals(moment: Moment, component: GroupComponent, until: Stage): readonly PaidDeal[] | null | undefined {
    const { run } = this;
    const looks = component.dealCap !== null || component.budget !== null || run.world.rounding.at === 'transaction';
    const own = looks && ['rate', 'per-unit', 'tiers'].includes(component.formula.kind) && run.measureOf(moment.plan, component.on).across === null ? run.deals(moment, component.on) : [];
    if (own.length === 0) return undefined;
    let paid: readonly PaidDeal[] | null = byDeal(component.formula, own, run.asked(moment, moment.record));
    if (paid === null || until === 'dealCap' || until === 'budget') return paid;
    // what another member's deals come to, with the gate before them
    const ofOther = (other: Moment): readonly PaidDeal[] => (component.gate !== null && !holds(component.gate, run.asked(other, other.record)) ? [] : (this.deals(other, component, 'budget') ?? []));
    if (component.dealCap !== null) paid = dealsWithinCap(run, component.dealCap, moment, component.id, paid, ofOther);
    if (component.budget !== null && paid !== null) paid = dealsWithinBudget(run, component.budget, moment, component.id, paid, ofOther);
    return paid !== null && run.world.rounding.at === 'transaction' ? paid.map((deal) => ({ ...deal, pays: run.rounded(deal.pays) })) : paid;
  }
}
