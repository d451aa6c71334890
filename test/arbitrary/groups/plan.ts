/** Plans of random groups: one with what the people share, sometimes one for those who lead them. */
import { next } from '../../oracle/day.ts';
import type { Formula, GroupComponent, GroupCredit, GroupMeasure, GroupPlan } from '../../oracle/groups/world.ts';
import type { Dice } from '../dice.ts';
import { contestOf } from './contest.ts';
import { dealCapOf, limitOf, rulesOf } from './limit.ts';
import { measureOf } from './measure.ts';
import { leadPlan, payOfOthers } from './override.ts';
import { conditionOf, poolOf, splitOf } from './pool.ts';
import type { Focus } from './world.ts';

/** Nothing but a base; what a component does not say. */
export const PLAIN: Omit<GroupComponent, 'id' | 'on' | 'formula'> = { gate: null, dealCap: null, budget: null, shareOut: null, multiplier: null, floor: null, cap: null, sharedCap: null };

export function planOf(dice: Dice, effective: GroupPlan['effective'], focus: readonly Focus[]): GroupPlan[] {
  const credits: GroupCredit[] = [{ name: 'own', to: 'seller', share: '100%', split: dice.rarely(3) }, ...(dice.rarely(3) ? [{ name: 'also', to: 'co', share: dice.one('100%', '50%'), split: false } as const] : [])];
  const base = { window: null, across: null, quota: null, of: ['own'], value: 'amount' } as const;
  const measures: GroupMeasure[] = [
    { ...base, name: 'revenue', kind: 'sum' },
    { ...base, name: 'deals', kind: 'count' },
    { ...base, name: 'team_sales', kind: 'sum', across: 'team' },
    { ...base, name: 'all_sales', kind: 'sum', across: 'plan' },
    { ...base, name: 'led_sales', kind: 'sum', across: 'manager' },
    { ...base, name: 'biggest', kind: 'max' },
    { ...base, name: 'team_best', kind: 'max', across: 'team' },
  ];
  const components: GroupComponent[] = [{ ...PLAIN, id: 'sales', on: 'revenue', formula: { kind: 'rate', of: ['column', 'rate'] } }];
  focus.forEach((each, index) => {
    if (each === 'contest') components.push({ ...PLAIN, ...afterwards(dice), id: `c${index + 1}`, on: dice.one('revenue', 'revenue', 'deals', 'biggest'), gate: gateOf(dice), formula: { kind: 'contest', contest: contestOf(dice) } });
    if (each === 'measure') {
      const measure = measureOf(dice, `g${index + 1}`, credits.map(({ name }) => name));
      measures.push(measure);
      components.push({ ...PLAIN, ...afterwards(dice), id: `c${index + 1}`, on: measure.name, gate: gateOf(dice), formula: formulaOn(dice, measure) });
    }
    if (each === 'share-out') {
      const split = splitOf(dice);
      const across = dice.rarely(6) ? 'plan' : split.across;
      const measure: GroupMeasure = { ...measureOf(dice, `s${index + 1}`, credits.map(({ name }) => name)), across, quota: dice.rarely(3) ? { of: dice.one('members', 'group'), zero: 'not-applicable', missing: '0%' } : null };
      measures.push(measure);
      components.push({ ...PLAIN, ...afterwards(dice), id: `c${index + 1}`, on: measure.name, gate: gateOf(dice), formula: formulaOn(dice, measure), shareOut: split });
    }
    if (each === 'shared-cap') components.push({ ...PLAIN, ...afterwards(dice), ...byDeal(dice), id: `c${index + 1}`, gate: gateOf(dice), sharedCap: limitOf(dice) });
    if (each === 'shared-deal-cap') components.push({ ...PLAIN, ...afterwards(dice), ...byDeal(dice), id: `c${index + 1}`, gate: gateOf(dice), dealCap: dealCapOf(dice) });
    // nothing in the component may pay beyond the budget
    if (each === 'budget') components.push({ ...PLAIN, ...byDeal(dice), id: `c${index + 1}`, gate: gateOf(dice), cap: dice.rarely(6) ? '33.33' : null, budget: limitOf(dice) });
    if (each === 'pool') components.push({ ...PLAIN, ...afterwards(dice), id: `c${index + 1}`, on: dice.one('revenue', 'revenue', 'biggest', 'team_sales'), gate: gateOf(dice), formula: poolOf(dice) });
  });
  const leads = focus.includes('override');
  if (leads && dice.rarely(3)) {
    // beside their own pay, in the same plan
    measures.push(payOfOthers(dice, 'peers_pay', ['sales'], false));
    components.push({ ...PLAIN, id: 'beside', on: 'peers_pay', formula: { kind: 'rate', of: ['number', '5%'] } });
  }
  const names = components.map(({ id }) => id);
  const adjust = (focus.includes('shared-cap') && dice.rarely(2)) || (leads && dice.rarely(2)) ? rulesOf(dice) : [];
  const alpha: GroupPlan = { id: 'alpha', effective, continues: false, role: dice.one(null, 'AE'), prorates: dice.rarely(3), credits, measures, components, adjust };
  return [...versionsOf(dice, alpha), ...(leads ? [leadPlan(dice, effective, names)] : [])];
}

/** Now and then a gate, most of them open for some. */
const gateOf = (dice: Dice): GroupComponent['gate'] => (dice.rarely(4) ? conditionOf(dice) : null);

/** What is done to the own part: multiplier, floor and cap. */
function afterwards(dice: Dice): Pick<GroupComponent, 'multiplier' | 'floor' | 'cap'> {
  return {
    multiplier: dice.rarely(5) ? { times: dice.one('120%', '50%', '0.333'), when: dice.one(null, conditionOf(dice)) } : null,
    floor: dice.rarely(8) ? '20' : null,
    cap: dice.rarely(8) ? dice.one('30', '33.33') : null,
  };
}

/** By the result, or by its attainment where there is a quota. */
function formulaOn(dice: Dice, { name, kind, value, quota }: GroupMeasure): Formula {
  const money = kind !== 'count' && value === 'amount';
  const bands = [{ from: '0%', pays: '5' }, { from: '50%', pays: '33.335' }, { from: '100%', pays: '100' }];
  const attained: Formula[] = quota === null ? [] : [{ kind: 'steps', bands: bands.slice(dice.number(0, 2)) }, { kind: 'amount', of: ['*', ['number', '100'], ['attainment', name]] }];
  const tiers: Formula = { kind: 'tiers', rates: [{ to: '100', rate: '5%' }, { to: '300', rate: '1/7' }, { to: null, rate: '10%' }] };
  return dice.one<Formula>(...attained, ...attained, ...(money ? [tiers, { kind: 'rate', of: ['number', dice.one('10%', '1/3')] } as const] : [{ kind: 'per-unit', of: ['number', '2.345'] } as const]));
}

/** A formula that can pay deal by deal, on results of one person. */
function byDeal(dice: Dice): Pick<GroupComponent, 'on' | 'formula'> {
  const tiers: Formula = { kind: 'tiers', rates: [{ to: '100', rate: '5%' }, { to: '300', rate: '1/7' }, { to: null, rate: '10%' }] };
  return dice.one<Pick<GroupComponent, 'on' | 'formula'>>({ on: 'revenue', formula: { kind: 'rate', of: ['column', 'rate'] } }, { on: 'revenue', formula: { kind: 'rate', of: ['number', dice.one('10%', '1/3', '100%')] } }, { on: 'revenue', formula: tiers }, { on: 'deals', formula: { kind: 'per-unit', of: ['number', '12.345'] } });
}

/** The plan in one version or two, the second with the same terms or with others, which goes on from the first or starts anew. */
function versionsOf(dice: Dice, plan: GroupPlan): GroupPlan[] {
  const [from, to] = plan.effective;
  const cut = from.slice(0, 7) === to.slice(0, 7) || !dice.rarely(3) ? undefined : `${dice.one(to.slice(0, 7), next(`${from.slice(0, 7)}-01`, 32).slice(0, 7))}-01`;
  return cut === undefined ? [plan] : [{ ...plan, effective: [from, next(cut, -1)] }, { ...(dice.rarely(2) ? plan : changed(dice, plan)), effective: [cut, to], continues: dice.rarely(2) }];
}

/** Other funds, prizes and limits under the same names. */
function changed(dice: Dice, plan: GroupPlan): GroupPlan {
  const formulaOf = (formula: Formula): Formula => (formula.kind === 'pool' ? poolOf(dice) : formula.kind === 'contest' ? { kind: 'contest', contest: contestOf(dice) } : formula);
  const components = plan.components.map((one) => ({ ...one, formula: formulaOf(one.formula), ...(one.sharedCap === null ? {} : { sharedCap: dice.one(null, limitOf(dice)) }), ...(one.budget === null ? {} : { budget: limitOf(dice) }), ...(one.dealCap === null ? {} : { dealCap: dealCapOf(dice) }) }));
  return { ...plan, components, adjust: plan.adjust.length === 0 ? [] : rulesOf(dice) };
}
