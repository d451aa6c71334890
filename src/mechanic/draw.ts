/**
 * Draw: pay is topped up to an amount, and what was topped up is recovered from later pay: from a start on, by a share, and never
 * below a floor (TIM-07, 08, 09, 12). The balance holds only what is owed.
 */
import { greatest, least, ONE, ZERO, type Exact } from '../value/exact.ts';
import { endedOf, endField, endFormulas, endPhrase, keptOf, readEnd, type BalanceEnd } from './balance-end.ts';
import { entryAmounts } from './entry-amounts.ts';
import { field, map } from './field.ts';
import type { Node } from '../document/node.ts';
import type { Part, Reader } from './mechanic.ts';
import { formulasOf, pacedField, pacedIn, pacedPhrase, pacedSource, pacesOf, readPaced, type Paced } from './paced.ts';
import type { PaymentGiven, PaymentMechanic, PaymentOutcome } from './payment.ts';
import { before, pointField, pointPhrase, reached, readPoint, type PointInPlan } from './point-in-plan.ts';
import { readShare, SHARE } from './share-field.ts';

interface Draw {
  readonly amount: Paced;
  readonly share: Exact;
  readonly from: PointInPlan | undefined;
  readonly until: PointInPlan | undefined;
  /** Recovery never takes pay below it: the draw itself, unless the plan says otherwise. */
  readonly downTo: Paced | 'draw';
  readonly end: BalanceEnd;
  /** When the person leaves, where that differs from the end of the draw. */
  readonly leaving: BalanceEnd;
}

const BRANCHES = ['topped up', 'recovered', 'neither', 'balance ended', 'forgiven by hand'] as const;

export const draw: PaymentMechanic<Draw> = {
  key: 'draw',
  kind: 'payment',
  step: 14,
  unsold: true,
  summary: 'a recoverable draw: pay is topped up to it, and later pay pays that back',
  about: `What is due below the draw is topped up to it, and the top-up is owed: it stands on the account as a negative balance. What is due above the draw pays back: "recover" is the share of the excess that is taken (without it: all of it), until nothing is owed.
Recovery begins with "from", a date or the person's period; before it, top-ups go on and nothing is taken. It never takes pay below "down-to": the draw (without it), 0, or an amount for a time. Exactly at the draw nothing moves. In the period in which the balance is collected down to an amount, recovery too leaves that amount. A negative result is topped up to the draw too, and all of that is owed.
The draw is stated for a time (5_000 per quarter, 825 per week) or by month of service, as { 1: 5_000 per month, 4: 2_500 per month, 7: 0 }; month 1 is the month in which service begins. Cents of a longer time are shared so that they sum to it, as of a month in half months. An amount per week counts for each week that ends in the period, four or five times in a month; weeks end on Sunday, or on the day that the plan names, such as the pay day: 825 per week ending Friday. With "prorate: [draw]" in the plan it is scaled by days in the plan.
"until" is the last day or period with a draw. When it has passed, or the person leaves, "at-end" says what becomes of the balance: forgive (a cost, earned and shown), collect (from the pay of that period, down to an amount), or carry (it stays owed and is recovered as before, with nothing left to the draw). "on-leaving" says it for leavers, where the draw ends otherwise for who stays. A schedule that comes to 0 ends the draw too. After the end the floor "draw" is 0. It ends after holds and instalments: money that leaving releases pays back too, also in later periods. What somebody who has left still owes is told as a claim.
An entry of kind forgive in the adjustments file lets a balance fall, in its period before anything is topped up or recovered.
A draw that is not paid back is a guarantee; money on top of what is earned is an advance.`,
  schema: {
    ...field('A draw that later pay pays back.', [{ recoverable: '5_000 per quarter', recover: '50%', from: '2026-05-01' }], map({
      recoverable: pacedField('The draw.', ['5_000 per quarter', '825 per week ending Friday', { 1: '5_000 per month', 4: '2_500 per month', 7: 0 }]),
      recover: field('The share of what exceeds the floor that pays back. Without it: 100%.', ['50%'], SHARE),
      from: pointField('When recovery begins. Without it: at once.', ['2026-05-01', 3]),
      'down-to': pacedField('Recovery never takes pay below this. Without it: the draw.', ['draw', 0, '1_000 per month']),
      until: pointField('The last day or period with a draw.', ['2026-06-30', 6]),
      'at-end': endField('when the draw ends or the person leaves'),
      'on-leaving': endField('when the person leaves', 'as at-end says'),
      account: field('The name of its balance. Without it: draw.', ['ramp_draw'], { type: 'string' }),
    }, ['recoverable'])),
    defaultSnippets: [{ label: 'recoverable draw', body: { recoverable: '${1:5_000 per quarter}', recover: '50%' } }],
  },
  takes: ['forgive'],
  opens: { sign: -1 },
  read: readDraw,
  pay,
  settle,
  amounts: ({ amount, until, downTo }, given) => ({ ...(until === undefined || before(until, given) ? { draw: amount } : {}), ...(downTo === 'draw' ? {} : { 'floor of the draw': downTo }) }),
  formulas: ({ amount, downTo, end, leaving }) => [...formulasOf(amount), ...(downTo === 'draw' ? [] : formulasOf(downTo)), ...endFormulas(end), ...(leaving === end ? [] : endFormulas(leaving))],
  paces: ({ amount, downTo }) => [...pacesOf(amount), ...(downTo === 'draw' ? [] : pacesOf(downTo))],
  branches: () => BRANCHES.map((name) => (name === 'forgiven by hand' || name === 'balance ended' ? { name, never: true } : { name })),
  describe({ amount, share, from, until, downTo, end, leaving }, words) {
    const start = from === undefined ? '' : `, from ${pointPhrase(from)} on`;
    const floor = downTo === 'draw' ? 'the draw' : pacedPhrase(downTo, words);
    return `Pay is topped up to a draw of ${pacedPhrase(amount, words)}${until === undefined ? '' : `, until ${pointPhrase(until)}`}. What was topped up is owed and recovered from later pay${start}: ${share.equals(ONE) ? 'all' : words.percent(share)} of what exceeds ${floor}. At the end of the draw${leaving === end ? ', or when the person leaves,' : ''} what is still owed ${endPhrase(end, words)}${leaving === end ? '' : `; when the person leaves it ${endPhrase(leaving, words)}`}.`;
  },
  example: {
    title: 'Recovered from the third month on, by half of what exceeds the draw',
    yaml: '- draw: { recoverable: 1_200 per month, recover: 50%, from: 3 }',
    work: '700 + 500 owed; 1,500 before recovery begins; 1,700 − 50 % of 500; 2,000 − the 250 still owed, less than 50 % of 800',
    earned: ['700', '1500', '1700', '2000'],
    paid: ['1200', '1500', '1450', '1750'],
    balance: ['-500', '-500', '-250', '0'],
  },
};

function readDraw(node: Node, reader: Reader): Draw | undefined {
  if (node.kind !== 'map') return undefined;
  const amount = readPaced(node.get('recoverable')!, reader);
  const [shareNode, fromNode, untilNode, floorNode] = ['recover', 'from', 'until', 'down-to'].map((key) => node.get(key));
  const share = shareNode === undefined ? ONE : readShare(shareNode, reader);
  const from = fromNode === undefined ? undefined : readPoint(fromNode, reader);
  const until = untilNode === undefined ? undefined : readPoint(untilNode, reader);
  const downTo = floorNode === undefined || (floorNode.kind === 'scalar' && floorNode.text === 'draw') ? 'draw' : readPaced(floorNode, reader);
  const end = readEnd(node.get('at-end'), reader);
  const leavingNode = node.get('on-leaving');
  const leaving = leavingNode === undefined ? end : readEnd(leavingNode, reader);
  if (amount === undefined || share === undefined || downTo === undefined || end === undefined || leaving === undefined) return undefined;
  if ((fromNode !== undefined && from === undefined) || (untilNode !== undefined && until === undefined)) return undefined;
  return { amount, share, from, until, downTo, end, leaving };
}

function pay({ amount, share, from, until, downTo, end, leaving }: Draw, given: PaymentGiven): PaymentOutcome {
  const { words } = given;
  const earned = given.due;
  const level = given.inPlan && (until === undefined || before(until, given)) ? pacedIn(amount, 'draw', given) : ZERO;
  const owed = greatest(ZERO, given.opening.negated());
  const byHand = entryAmounts(given, 'forgive', owed);
  const still = owed.minus(byHand.sum);
  const topUp = level.sign() > 0 && earned.compare(level) < 0 ? level.minus(earned) : ZERO;
  const starts = from === undefined || reached(from, given);
  const floor = downTo === 'draw' ? level : given.inPlan ? pacedIn(downTo, 'floor of the draw', given) : ZERO;
  const excess = greatest(ZERO, earned.minus(floor));
  // where it is collected down to an amount, that amount stays
  const atEnd = endHere(end, leaving, given);
  const kept = atEnd.kind === 'collect' && isOver(amount, until, given) ? keptOf(atEnd, given) : ZERO;
  const recovered = topUp.isZero() && starts ? least(least(still, given.rounded(excess.times(share))), greatest(ZERO, earned.minus(kept))) : ZERO;
  const due = earned.plus(topUp).minus(recovered);
  const closing = still.plus(topUp).minus(recovered);
  const money = (value: Exact): string => words.money(value);
  const told = (): string[] => [
    ...byHand.texts,
    ...(topUp.isZero() ? [] : [`${money(earned)} is topped up by ${money(topUp)} to the draw of ${money(level)}${pacedSource(amount, given, 'draw')}`]),
    ...(recovered.isZero() ? [] : [`${money(recovered)} of the ${money(still)} owed is recovered: ${share.equals(ONE) ? '' : `${words.percent(share)} of `}what ${money(earned)} has above ${floorName(downTo, floor, money)}`]),
    ...(topUp.isZero() && recovered.isZero() ? [untouched(earned, level, still, starts, from, floor, money)] : []),
  ];
  return {
    due,
    cost: byHand.sum,
    text: () => `${told().join('; ')}; ${owedPhrase(closing, money)}`,
    took: () => [topUp.sign() > 0 ? 0 : recovered.sign() > 0 ? 1 : 2, ...(byHand.sum.isZero() ? [] : [4])],
    parts: () => moves([[topUp, 'top-up to the draw'], [recovered.negated(), 'recovered']]),
  };
}

/** When the draw is over: what is still owed is forgiven, collected or carried, after held money has been released. */
function settle({ amount, until, end, leaving }: Draw, given: PaymentGiven): PaymentOutcome | undefined {
  const owed = greatest(ZERO, given.opening.negated());
  if (owed.isZero() || !isOver(amount, until, given)) return undefined;
  const { collected, forgiven } = endedOf(endHere(end, leaving, given), owed, given.due, given);
  const rest = owed.minus(collected).minus(forgiven);
  const claimed = (given.leaves || !given.inPlan) && rest.sign() > 0;
  if (collected.isZero() && forgiven.isZero() && !(claimed && given.leaves)) return undefined;
  const money = (value: Exact): string => given.words.money(value);
  const told = [
    ...(collected.isZero() ? [] : [`${money(collected)} of the ${money(owed)} owed is collected at the end`]),
    ...(forgiven.isZero() ? [] : [`${money(forgiven)} of what is owed is forgiven at the end`]),
  ];
  return {
    due: given.due.minus(collected),
    cost: forgiven,
    took: () => (told.length === 0 ? [] : [3]),
    text: () => `${[...told, claimed ? `${money(rest)} stays owed by somebody who has left: a claim` : owedPhrase(rest, money)].join('; ')}`,
    parts: () => moves([[collected.negated(), 'collected at the end']]),
  };
}

function endHere(end: BalanceEnd, leaving: BalanceEnd, given: PaymentGiven): BalanceEnd {
  return given.leaves || !given.inPlan ? leaving : end;
}

function isOver(amount: Paced, until: PointInPlan | undefined, given: PaymentGiven): boolean {
  return given.leaves || !given.inPlan || (until !== undefined && (isLast(until, given) || !before(until, given))) || pacedIn(amount, 'draw', given).isZero();
}

function owedPhrase(owed: Exact, money: (value: Exact) => string): string {
  return owed.isZero() ? 'nothing is owed' : `${money(owed)} is owed`;
}

function isLast(until: PointInPlan, { period, number }: PaymentGiven): boolean {
  return until.kind === 'day' ? period.to >= until.day : number >= until.number;
}

function floorName(downTo: Draw['downTo'], floor: Exact, money: (value: Exact) => string): string {
  return downTo === 'draw' && floor.sign() > 0 ? `the draw of ${money(floor)}` : money(floor);
}

function untouched(earned: Exact, level: Exact, owed: Exact, starts: boolean, from: PointInPlan | undefined, floor: Exact, money: (value: Exact) => string): string {
  if (owed.isZero() && level.isZero()) return `there is no draw, and ${money(earned)} is paid`;
  if (owed.isZero()) return `${money(earned)} reaches the draw of ${money(level)}`;
  if (!starts) return `recovery begins with ${pointPhrase(from!)}`;
  return `${money(earned)} has nothing above ${money(floor)} to recover from`;
}

/** The movements that are not zero, as lines. */
function moves(all: readonly (readonly [Exact, string])[]): Part[] {
  return all.flatMap(([amount, text]) => (amount.isZero() ? [] : [{ text, amount }]));
}
