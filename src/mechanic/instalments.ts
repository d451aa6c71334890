/** Instalments: what is earned in a period is paid in parts, equal or by shares, the first at once unless the plan says when (TIM-16). Cents by largest remainder, the earliest first. */
import { exactText } from '../value/display.ts';
import { greatest, least, total, ZERO, type Exact } from '../value/exact.ts';
import { field, map, oneOf } from './field.ts';
import { atPhrase, PART_FIELDS, readParts, type Part } from './instalment-parts.ts';
import { leavingPhrase, type PaymentGiven, type PaymentMechanic, type PaymentOutcome, type State } from './payment.ts';
import { exactOf, joinedLists } from './tranche.ts';

interface Instalments {
  /** In the order in which they are paid. */
  readonly parts: readonly Part[];
  readonly negative: 'at-once' | 'spread';
  readonly leaving: 'pay' | 'forfeit' | 'continue';
}

/** What is still to be paid of one period's amount, the next part first. */
interface Plan {
  readonly of: string;
  /** The period that was reached last. */
  readonly last: string;
  /** One for each period after it; zero where no part falls into it. */
  readonly rest: readonly Exact[];
}

export const instalments: PaymentMechanic<Instalments> = {
  key: 'instalments',
  kind: 'payment',
  step: 15,
  summary: 'pays what is earned in a period in parts, equal or by shares, over several periods',
  about: `What is due, or what the components under "of" earned, is paid in equal parts: the first in its own period, one more in each period after it. The parts sum to the whole; cents that do not divide make the earliest parts larger.
Parts that are not equal are a list of shares that make 100 %, such as parts: [75%, 10%, 10%, 5%]; cents go to the largest remainders, of equal ones to the earliest. "every: 3" pays a part every three periods. "after" says for each part how many periods after its own it is paid: [0, 10, 11, 12] is at once and then in the tenth, eleventh and twelfth period after.
What is not paid yet stands on the account as money that the company owes.
A negative amount is taken at once; "negative: spread" takes it in parts too, as a clawback in instalments.
When the person leaves, "on-leaving" says what becomes of the rest: pay (all of it, with the last pay), forfeit (it is lost, and taken off what is earned), or continue (without it): it is paid in later periods as if they were still there. What is earned after leaving goes the same way: with pay it is paid at once and whole, with forfeit its later parts are lost. Of a positive amount never more waits than is due after the rules before.`,
  schema: {
    ...field('Paid in parts over several periods.', [{ parts: 3 }, { parts: 12, of: 'windfall', 'on-leaving': 'pay' }, { parts: ['75%', '10%', '10%', '5%'], after: [0, 10, 11, 12] }], map({
      ...PART_FIELDS,
      negative: field('How a negative amount is taken. Without it: at-once.', ['spread'], oneOf({ 'at-once': 'in its own period', spread: 'in parts as well' })),
      'on-leaving': field('What becomes of the rest when the person leaves. Without it: continue.', ['pay'], oneOf({ pay: 'it is paid with the last pay, and what comes later at once', forfeit: 'it is lost, and so are later parts of what comes later', continue: 'it is paid as if they were still there' })),
      account: field('The name of its balance. Without it: instalments.', ['windfall'], { type: 'string' }),
    }, ['parts'])),
    defaultSnippets: [{ label: 'three instalments', body: { parts: 3, 'on-leaving': 'pay' } }],
  },
  takes: [],
  joins: joinedLists,
  byComponent: true,
  read(node, reader) {
    if (node.kind !== 'map') return undefined;
    const parts = readParts(node, reader);
    const [negative, leaving] = [node.get('negative'), node.get('on-leaving')];
    if (parts === undefined) return undefined;
    return { parts, negative: negative?.kind === 'scalar' ? (negative.text as Instalments['negative']) : 'at-once', leaving: leaving?.kind === 'scalar' ? (leaving.text as Instalments['leaving']) : 'continue' };
  },
  pay,
  formulas: () => [],
  branches: () => [{ name: 'spread' }, { name: 'paid of earlier periods' }],
  describe: ({ parts, negative, leaving }, words) => `It is paid in ${atPhrase(parts, words)}${negative === 'spread' ? ', and a negative amount is taken in parts as well' : ''}. When the person leaves, the rest ${leaving === 'pay' ? 'is paid with the last pay' : leaving === 'forfeit' ? 'is lost' : 'is paid as if they were still there'}.`,
  example: {
    title: 'A hundred in three parts',
    yaml: '- instalments: { parts: 3 }',
    work: '100 = 33.34 + 33.33 + 33.33, the first at once',
    earned: ['100', '0', '0'],
    paid: ['33.34', '33.33', '33.33'],
    balance: ['66.66', '33.33', '0'],
  },
};

function pay({ parts, negative, leaving }: Instalments, given: PaymentGiven): PaymentOutcome {
  const { due, words, period } = given;
  const before = plansOf(given.state);
  const base = given.base.sign() < 0 ? (negative === 'spread' ? given.base : ZERO) : least(given.base, greatest(ZERO, due));
  const [now, ...later] = base.isZero() ? [ZERO] : byPeriod(parts, given.inParts(base, parts.map(({ share }) => share)));
  const ends = (given.leaves || given.gone) && leaving !== 'continue';
  // a version that begins inside a period does not bring the next part nearer
  const [waiting, going] = [before.filter(({ last }) => last === period.id), before.filter(({ last }) => last !== period.id)];
  const ripe = going.map(({ of, rest }) => ({ of, amount: rest[0]! })).filter(({ amount }) => !amount.isZero());
  const rest: Plan[] = [...waiting, ...going.map(({ of, rest: [, ...more] }) => ({ of, last: period.id, rest: more })), { of: period.id, last: period.id, rest: later }].filter((plan) => plan.rest.some((part) => !part.isZero()));
  const open = total(rest.flatMap((plan) => plan.rest));
  const paid = total(ripe.map(({ amount }) => amount)).plus(ends && leaving === 'pay' ? open : ZERO);
  const lost = ends && leaving === 'forfeit' ? open : ZERO;
  const kept = ends ? [] : rest;
  const told = (): string[] => [
    ...(base.isZero() ? [] : [`${words.money(base)} is paid in ${parts.length} parts, ${now!.isZero() ? 'nothing' : words.money(now!)} of it now`]),
    ...(ripe.length === 0 ? [] : [`${words.money(total(ripe.map(({ amount }) => amount)))} is paid of ${ripe.map(({ of }) => of).join(', ')}`]),
    ...(!ends || open.isZero() ? [] : [`${leavingPhrase(given)}, and the ${words.money(open)} not paid yet ${leaving === 'pay' ? 'is paid' : 'is lost'}`]),
  ];
  const state = stateOf(kept);
  return {
    due: due.minus(base).plus(now!).plus(paid),
    cost: lost.negated(),
    ...(state === undefined ? {} : { state }),
    took: () => [...(later.length === 0 ? [] : [0]), ...(ripe.length === 0 ? [] : [1])],
    text: () => `${told().join('; ') || 'nothing is spread or paid'}; ${words.money(total(kept.flatMap((plan) => plan.rest)))} is still to be paid`,
    parts: () => [
      ...(base.isZero() ? [] : [{ text: 'paid later', amount: now!.minus(base) }]),
      ...ripe.map(({ of, amount }) => ({ text: `paid of ${of}`, amount })),
      ...(ends && leaving === 'pay' && !open.isZero() ? [{ text: 'paid on leaving', amount: open }] : []),
    ],
  };
}

/** What is paid in the own period, in the one after it, and so on. */
function byPeriod(parts: readonly Part[], amounts: readonly Exact[]): readonly Exact[] {
  const all = Array.from({ length: parts.at(-1)!.after + 1 }, () => ZERO);
  parts.forEach(({ after }, at) => (all[after] = amounts[at]!));
  return all;
}

function plansOf(state: State | undefined): readonly Plan[] {
  return Array.isArray(state) ? (state as readonly { readonly of: string; readonly last: string; readonly rest: readonly string[] }[]).map(({ of, last, rest }) => ({ of, last, rest: rest.map(exactOf) })) : [];
}

function stateOf(plans: readonly Plan[]): State | undefined {
  return plans.length === 0 ? undefined : plans.map(({ of, last, rest }) => ({ of, last, rest: rest.map(exactText) }));
}
