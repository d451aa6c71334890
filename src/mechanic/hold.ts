/** Hold: a share of what is earned waits for a date, some periods, a condition or a hand, and is then released or forfeited (TIM-14). */
import type { Node } from '../document/node.ts';
import { greatest, least, ONE, ZERO, type Exact } from '../value/exact.ts';
import { COUNT, readCount } from './count-field.ts';
import { entryAmounts } from './entry-amounts.ts';
import { field, map, oneOf } from './field.ts';
import type { Part, Reader } from './mechanic.ts';
import { leavingPhrase, type PaymentGiven, type PaymentMechanic, type PaymentOutcome } from './payment.ts';
import { heldUntil, readRelease, released, releaseFormulas, type Release } from './release.ts';
import { readShare, SHARE } from './share-field.ts';
import { joinedLists, olderTranches, sumOf, takeOldest, takeWhere, tranchesState, withNew, type Tranche } from './tranche.ts';

interface Hold {
  readonly share: Exact;
  readonly release: Release;
  readonly forfeitAfter: number | undefined;
  readonly leaving: 'release' | 'forfeit' | 'continue';
}

export const hold: PaymentMechanic<Hold> = {
  key: 'hold',
  kind: 'payment',
  step: 15,
  summary: 'a hold or holdback: a share of pay waits, and is released or forfeited later',
  about: `Holds back a share of what is due, or of what the components under "of" earned. It stays earned; it stands on the account as money that the company owes.
It is released after some periods ("for: 3": each amount in the third period after its own), in the period of a date ("until: 2026-12-31"; later amounts are not held), when a condition holds ("until: signed" or "until: collections >= 90%", over people columns and measures of the period), or by an entry of the adjustments file alone ("until: by-hand"). A condition that cannot be told does not release. Entries of kind release and forfeit act on any hold.
"forfeit-after" is the number of periods after which what was not released is lost. Forfeited money is taken off what is earned, on a line of its own.
When the person leaves, "on-leaving" says what becomes of it: release, forfeit (this period's share as well), or continue (without it): it is held and paid in later periods as if they were still there. What comes after leaving (a customer's payment, a late deal) goes the same way: with release nothing of it is held, with forfeit its share is lost.
What is posted for closed periods is due, and a hold of all that is due holds its share of it; with "of" only what the components earned in the period itself is held: late deals are then paid whole, and returns leave what is held as it is.
Only a positive amount is held, and never more than is due. Where pay of a period is negative, held money makes up for it first.`,
  schema: {
    ...field('A share of pay that waits.', [{ share: '10%', for: 3 }, { share: '20%', until: 'signed', 'on-leaving': 'forfeit' }], map({
      share: field('The share that is held back.', ['10%'], SHARE),
      for: field('For how many periods each amount is held.', [3], COUNT),
      until: field('Held until this date, until this condition holds, or by-hand: until an entry releases it.', ['2026-12-31', 'signed', 'by-hand'], { type: ['string', 'boolean'] }),
      'forfeit-after': field('After how many periods what was not released is lost.', [12], COUNT),
      'on-leaving': field('What becomes of it when the person leaves. Without it: continue.', ['forfeit'], oneOf({ release: 'it is paid, and nothing is held of what comes later', forfeit: 'it is lost, and so is the share of what comes later', continue: 'it is held and paid as if they were still there' })),
      account: field('The name of its balance. Without it: hold.', ['retention'], { type: 'string' }),
    }, ['share'])),
    defaultSnippets: [{ label: 'holdback', body: { share: '10%', for: 3, 'on-leaving': 'release' } }],
  },
  takes: ['release', 'forfeit'],
  joins: joinedLists,
  opens: { sign: 1, state: (amount, of) => tranchesState([{ of: `before ${of}`, amount, age: 0 }])! },
  byComponent: true,
  read: readHold,
  pay: payHold,
  formulas: ({ release }) => releaseFormulas(release),
  branches: ({ forfeitAfter }) => [{ name: 'held' }, { name: 'released' }, { name: 'forfeited', ...(forfeitAfter === undefined ? { never: true as const } : {}) }],
  describe: ({ share, release, forfeitAfter, leaving }, words) =>
    `Holds back ${share.equals(ONE) ? 'all of it' : words.percent(share)} ${heldUntil(release)}${forfeitAfter === undefined ? '' : `, and lost after ${forfeitAfter} periods`}. When the person leaves, what is held ${leaving === 'release' ? 'is paid' : leaving === 'forfeit' ? 'is lost' : 'is paid as if they were still there'}.`,
  example: {
    title: 'A tenth is held for two periods',
    yaml: '- hold: { share: 10%, for: 2 }',
    work: '10 % of 1,000 = 100 held; the third month pays its 900 and the 100 of the first',
    earned: ['1000', '1000', '1000'],
    paid: ['900', '900', '1000'],
    balance: ['100', '200', '200'],
  },
};

function readHold(node: Node, reader: Reader): Hold | undefined {
  if (node.kind !== 'map') return undefined;
  const share = readShare(node.get('share')!, reader);
  const release = readRelease(node, reader);
  const after = node.get('forfeit-after');
  const forfeitAfter = after === undefined ? undefined : readCount(after, 1, 'periods', reader);
  const leaving = node.get('on-leaving');
  if (share === undefined || release === undefined || (after !== undefined && forfeitAfter === undefined)) return undefined;
  return { share, release, forfeitAfter, leaving: leaving?.kind === 'scalar' ? (leaving.text as Hold['leaving']) : 'continue' };
}

function payHold({ share, release, forfeitAfter, leaving }: Hold, given: PaymentGiven): PaymentOutcome {
  const { words, period } = given;
  const away = given.leaves || given.gone;
  let kept = olderTranches(given.state, given);
  const out: Tranche[] = [];
  const lost: Tranche[] = [];
  const move = (to: Tranche[], { left, taken }: { readonly left: readonly Tranche[]; readonly taken: readonly Tranche[] }): void => {
    kept = left;
    to.push(...taken);
  };
  const lostByHand = entryAmounts(given, 'forfeit', sumOf(kept));
  move(lost, takeOldest(kept, lostByHand.sum));
  const paidByHand = entryAmounts(given, 'release', sumOf(kept));
  move(out, takeOldest(kept, paidByHand.sum));
  const { all, ripe, why } = released(release, given);
  move(out, takeWhere(kept, (tranche) => all || (ripe?.(tranche) ?? false)));
  const goes = away && leaving === 'release';
  if (forfeitAfter !== undefined && !goes) move(lost, takeWhere(kept, ({ age }) => age >= forfeitAfter));
  const fresh = all || goes ? ZERO : least(greatest(ZERO, given.due), given.rounded(greatest(ZERO, given.base).times(share)));
  kept = withNew(kept, period.id, fresh);
  if (goes) move(out, { left: [], taken: kept });
  if (away && leaving === 'forfeit') move(lost, { left: [], taken: kept });
  const before = given.due.minus(fresh).plus(sumOf(out));
  const offset = takeOldest(kept, greatest(ZERO, before.negated()));
  kept = offset.left;
  const [paid, fallen, made] = [sumOf(out), sumOf(lost), sumOf(offset.taken)];
  const state = tranchesState(kept);
  const told = (): string[] => [
    ...lostByHand.texts,
    ...paidByHand.texts,
    ...(fresh.isZero() ? [] : [`${words.money(fresh)} is held: ${share.equals(ONE) ? 'all' : words.percent(share)} of ${words.money(given.base)}`]),
    ...(paid.minus(paidByHand.sum).isZero() ? [] : [`${words.money(paid.minus(paidByHand.sum))} is released: ${goes ? leavingPhrase(given) : why}`]),
    ...(fallen.minus(lostByHand.sum).isZero() ? [] : [`${words.money(fallen.minus(lostByHand.sum))} is forfeited: ${away && leaving === 'forfeit' ? leavingPhrase(given) : `it was not released within ${forfeitAfter} periods`}`]),
    ...(made.isZero() ? [] : [`${words.money(made)} of what is held makes up for the negative ${words.money(before)}`]),
  ];
  return {
    due: before.plus(made),
    cost: fallen.negated(),
    ...(state === undefined ? {} : { state }),
    took: () => [...(fresh.isZero() ? [] : [0]), ...(paid.isZero() ? [] : [1]), ...(fallen.isZero() ? [] : [2])],
    text: () => `${told().join('; ') || 'nothing is held or released'}; ${words.money(sumOf(kept))} is held`,
    parts: (): Part[] => [
      ...(fresh.isZero() ? [] : [{ text: 'held', amount: fresh.negated() }]),
      ...out.map(({ of, amount }) => ({ text: `released, of ${of}`, amount })),
      ...offset.taken.map(({ of, amount }) => ({ text: `makes up for negative pay, of ${of}`, amount })),
    ],
  };
}
