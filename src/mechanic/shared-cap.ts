/** Shared cap: the most that several people are paid together; what exceeds it is cut from all of them in proportion (COM-31). */
import { greatest, total, ZERO, type Exact } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import { allot } from '../value/share.ts';
import { field, FORMULA, map } from './field.ts';
import { figureIn, stated } from './figure.ts';
import { OVER } from './limit.ts';
import type { Circle, Given, Mechanic } from './mechanic.ts';
import { ended } from './outcome.ts';
import { readSharedLimit, type SharedLimit } from './shared-limit.ts';
import { ACROSS, sharingWords } from './sharing.ts';

/** What everybody is left with, and what the cap had left for them. */
interface Cut {
  readonly amounts: ReadonlyMap<string, Exact>;
  readonly sum: Exact;
  readonly most: Exact;
  readonly room: Exact;
  readonly none?: string;
}

export const sharedCap: Mechanic<SharedLimit> = {
  key: 'shared-cap',
  kind: 'rule',
  step: 10,
  where: ['component', 'plan'],
  summary: 'the most that several people are paid together; the excess is cut from all in proportion',
  about: `Adds up what everybody in the group earns at this point, each rounded as it would be paid. Up to the cap everybody keeps it. Above, each amount above zero is multiplied by the same factor, in whole cents by largest remainder, ties by id, so that the cap is used exactly; nobody is cut alone for being the last.
Amounts below zero stay as they are and make room: with -10 of one, the others share the cap + 10.
The group is everybody in the plan or people with one value in a people column, on their last day in the plan in the period; who left shares as well.
The cap is money, or a formula over measures across the group. "over: year" holds it against all that the group kept in the window, also under earlier versions of the plan that it goes on from; a group that has used it up is paid nothing more, and nothing is taken back.
Under a component it acts after its own floor and cap; under "adjust" on the sum of the components, in the order written. The excess is lost.
Also called group cap, team cap or budget cap; budget stops by the order of events instead.`,
  together: true,
  forPeriod: true,
  schema: {
    ...map({ at: field('The most for all together: money, or a formula over measures across the group.', [90000, '3% * store_sales'], FORMULA), across: ACROSS, over: OVER }, ['at', 'across']),
    description: 'The most that several people are paid together; the excess is cut in proportion.',
    markdownDescription: 'The most that several people are paid together; the excess is cut in proportion.\n\nFor example `{ at: 90000, across: team }`',
    examples: [{ at: 90000, across: 'team' }],
  },
  read: (node, reader) => readSharedLimit(node, 'a shared cap', reader),
  calculate(config, given) {
    const { amount: whole, words } = given;
    const [circle] = given.together(config.sharing, 'shared-cap');
    if (circle === undefined) return { amount: whole, took: () => [0], text: () => 'in no group, so the shared cap does not touch it' };
    const cut = cutIn(config, circle, given);
    if (cut === undefined) return ended('the shared cap needs itself');
    if (cut.none !== undefined) {
      given.refuse(cut.none, 'a cap for several people needs a value: fill in what it reads, or say in the plan what a blank means, with coalesce');
      return ended(cut.none);
    }
    const own = cut.amounts.get(circle.me.id)!;
    const before = roundTo(whole, given.rounding);
    const where = (): string => `the cap of ${words.money(cut.most)} for ${circle.name}${config.over === 'period' ? '' : ` over the ${config.over}, of which ${words.money(cut.room)} is left`}`;
    const all = (): string => `${circle.members.length} ${circle.members.length === 1 ? 'person has' : 'people have'} ${words.money(cut.sum)} together`;
    // where the group is cut, what lies above zero is left in whole cents, so that they make exactly the cap
    if (own.equals(before)) return { amount: cut.room.atLeast(cut.sum) || whole.sign() <= 0 ? whole : own, took: () => [0], text: () => `${all()}, ${cut.room.atLeast(cut.sum) ? 'within' : 'above'} ${where()}; ${words.money(before)} stays` };
    return { amount: own, took: () => [1], text: () => `${all()}, above ${where()}: ${words.money(before)} is cut to ${words.money(own)} in proportion` };
  },
  limits: true,
  over: ({ over }) => (over === 'period' ? undefined : over),
  branches: () => [{ name: 'not touched' }, { name: 'cut' }],
  formulas: ({ at }) => [at.formula],
  describe({ at, sharing, over }, words) {
    const amount = at.fixed === undefined ? stated(at) : words.money(at.fixed.value);
    return `At most ${amount}${over === 'period' ? '' : ` over the ${over}`} is paid to ${sharingWords(sharing)} together; above it everybody is cut in proportion, and amounts below zero stay as they are.`;
  },
  example: {
    title: 'Two people share at most 90',
    yaml: `team_commission:
  commission on: revenue
  rate: 10%
  shared-cap: { at: 90, across: plan }`,
    work: '70 and 50 are 120, above 90: 70 × 90 ÷ 120 = 52.50, and the other has 37.50',
    given: { base: '700', members: [{ id: 'bo', base: '500', before: '50' }] },
    earns: '52.5',
  },
};

function cutIn(config: SharedLimit, circle: Circle, given: Given): Cut | undefined {
  return circle.once((): Cut => {
    const befores = circle.members.map((member) => member.before());
    const sum = total(befores);
    const as = (amounts: readonly Exact[]): ReadonlyMap<string, Exact> => new Map(circle.members.map(({ id }, index) => [id, amounts[index]!]));
    const most = figureIn(config.at, circle.members[0]!.env);
    if (most.value === undefined) return { amounts: as(befores), sum, most: ZERO, room: ZERO, none: `the shared cap ${stated(config.at)} is not known: ${most.none}` };
    const used = total(circle.earlier(config.over).map((one) => total([...(cutIn(config, one, given)?.amounts.values() ?? [])]))).plus(circle.keptBefore(config.over));
    const cap = roundTo(greatest(ZERO, most.value), { ...given.rounding, mode: 'down' });
    const room = greatest(ZERO, cap.minus(used));
    if (room.atLeast(sum)) return { amounts: as(befores), sum, most: cap, room };
    const kept = total(befores.filter((one) => one.sign() < 0));
    const cut = allot(room.minus(kept), circle.members.map(({ id }, index) => ({ key: id, weight: greatest(ZERO, befores[index]!) })), given.rounding.to);
    return { amounts: as(befores.map((one, index) => (one.sign() < 0 ? one : cut[index]!))), sum, most: cap, room };
  });
}
