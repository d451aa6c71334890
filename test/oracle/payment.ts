/**
 * The payment rules of a plan, one after the other, from their definitions in words (mechanics.md §6): each says what is due
 * after it; whatever it kept back or paid ahead stands on its account. Shares nothing with `src/`.
 */
import { compare, fraction, greater, lesser, minus, NONE_AT_ALL as ZERO, over, parse, plus, round, sign, sum, times, WHOLE, type Fraction } from './fraction.ts';
import type { EntryJson, EndJson, PacedJson, PaymentJson, PointJson, RoundingJson } from './world.ts';

/** What came in one period and has not gone since. */
interface Lot {
  readonly number: number;
  readonly windows: Readonly<Record<string, string | undefined>>;
  amount: Fraction;
}

export class Account {
  /** The period in which its rule acted last. */
  acted: number | undefined;
  balance = ZERO;
  lots: Lot[] = [];
  /** By window: what its periods in the plan allow, and what has been paid within that. */
  toDate = new Map<string, { allowed: Fraction; used: Fraction }>();
  /** Parts still to come, each with the period in which it is paid. */
  parts: { on: number; amount: Fraction }[] = [];
}

/** One period of a person, as the rules see it. */
export interface Stage {
  readonly rounding: RoundingJson;
  readonly period: { readonly first: number; readonly last: number };
  readonly windows: Readonly<Record<string, string | undefined>>;
  /** Those that end with this period. */
  readonly ending: readonly string[];
  /** Counts the person's periods under the plan. */
  readonly number: number;
  /** Counts all periods, also those in which the person is not in the plan. */
  readonly clock: number;
  readonly leaves: boolean;
  /** Left in an earlier period, and not come back. */
  readonly gone: boolean;
  readonly inPlan: boolean;
  /** Days in the plan ÷ days of the period where draws are prorated. */
  readonly stay: Fraction;
  /** Months of service, one for each month of the period. */
  readonly service: readonly number[];
  readonly entries: readonly EntryJson[];
  /** The month of service that holds a day. */
  serviceOn(day: number): number;
  /** Days of the period that bear this name. */
  daysCalled(name: string): readonly number[];
  day(text: string): number;
  /** This period's part of an amount stated for a time. */
  paced(amount: Fraction, pace: string): Fraction;
  /** What earlier versions give of the rule's amount, or of its floor, for their days of the same period. */
  earlier(rule: PaymentJson, what: 'amount' | 'downTo'): Fraction;
  /** What the components earned, after the rules of the plan. */
  earned(ids: readonly string[]): Fraction;
}

export interface Acted {
  readonly due: Fraction;
  /** Earned beside the components; negative: lost. */
  readonly cost: Fraction;
}

const rounded = (value: Fraction, { rounding }: Stage): Fraction => round(value, parse(rounding.to), rounding.mode);
const positive = (value: Fraction): Fraction => greater(value, ZERO);
const has = (value: Fraction): boolean => sign(value) > 0;
const totalOf = (lots: readonly Lot[]): Fraction => sum(lots.map(({ amount }) => amount));

/** Equal parts in whole steps that sum to the amount; the first ones are the larger. */
export function equalParts(amount: Fraction, count: number, step: Fraction): Fraction[] {
  const size = sign(amount) < 0 ? minus(ZERO, amount) : amount;
  let rest = size;
  const parts = Array.from({ length: count }, () => round(over(size, fraction(BigInt(count))), step, 'floor'));
  rest = minus(size, sum(parts));
  for (let at = 0; has(rest); at = (at + 1) % count) {
    parts[at] = plus(parts[at]!, lesser(step, rest));
    rest = minus(rest, lesser(step, rest));
  }
  return sign(amount) < 0 ? parts.map((part) => minus(ZERO, part)) : parts;
}

/** Whole steps in proportion to the weights: each rounded down, then one step more to the largest rests, the earliest of equal ones. */
export function partsOf(amount: Fraction, weights: readonly Fraction[], step: Fraction): Fraction[] {
  const size = sign(amount) < 0 ? minus(ZERO, amount) : amount;
  const exact = weights.map((weight) => over(times(size, weight), sum(weights)));
  const parts = exact.map((one) => round(one, step, 'floor'));
  const byRest = exact.map((one, at) => ({ at, rest: minus(one, parts[at]!) })).sort((a, b) => compare(b.rest, a.rest) || a.at - b.at);
  for (let given = 0; compare(sum(parts), size) < 0; given++) parts[byRest[given]!.at] = plus(parts[byRest[given]!.at]!, step);
  return sign(amount) < 0 ? parts.map((part) => minus(ZERO, part)) : parts;
}

/** The amount of this period, by month of service where it is stated so. */
function levelOf(paced: PacedJson, stage: Stage, scaled: boolean, beside = ZERO): Fraction {
  const whole = wholeOf(paced, stage);
  return rounded(plus(scaled ? times(whole, stage.stay) : whole, beside), stage);
}

/** What a rule of an earlier version states for the whole period, if it holds in it. */
export function statedIn(rule: PaymentJson, what: 'amount' | 'downTo', stage: Stage): Fraction {
  if (rule.kind !== 'draw' && rule.kind !== 'guarantee' && rule.kind !== 'advance') return ZERO;
  if (what === 'downTo') return rule.kind !== 'draw' || rule.downTo === null ? ZERO : wholeOf(rule.downTo, stage);
  return going(rule.until, stage) ? wholeOf(rule.amount, stage) : ZERO;
}

/** An amount per week counts once for each day of the period on which a week ends, by the month of service of that day. */
function ofWeeks({ byService, rungs }: PacedJson, stage: Stage): Fraction {
  return sum(
    rungs.flatMap(({ from, amount, pace }, at) => {
      const until = rungs[at + 1]?.from ?? Infinity;
      const days = stage.daysCalled(pace.split(' ')[2] ?? 'Sunday').filter((day) => !byService || (from === 1 || stage.serviceOn(day) >= from) && stage.serviceOn(day) < until);
      return days.map(() => parse(amount));
    }),
  );
}

function wholeOf(paced: PacedJson, stage: Stage): Fraction {
  if (paced.rungs.every(({ pace, amount }) => pace.startsWith('week') || amount === '0')) return ofWeeks(paced, stage);
  const rung = (month: number): Fraction => {
    const { amount, pace } = paced.rungs.filter(({ from }) => from <= (month < 1 ? 1 : month)).at(-1)!;
    return stage.paced(parse(amount), pace);
  };
  return paced.byService ? over(sum(stage.service.map(rung)), fraction(BigInt(stage.service.length))) : stage.paced(parse(paced.rungs[0]!.amount), paced.rungs[0]!.pace);
}

const begun = (point: PointJson | null, stage: Stage): boolean => point === null || ('day' in point ? stage.period.last >= stage.day(point.day) : stage.number >= point.number);
const going = (point: PointJson | null, stage: Stage): boolean => point === null || ('day' in point ? stage.period.first <= stage.day(point.day) : stage.number <= point.number);
const isLastOf = (point: PointJson | null, stage: Stage): boolean => point !== null && ('day' in point ? stage.period.last >= stage.day(point.day) : stage.number >= point.number);

/** Takes from the oldest lots; gives back what was taken. */
function take(lots: Lot[], most: Fraction): Fraction {
  let left = most;
  for (const lot of lots) {
    const part = lesser(lot.amount, left);
    lot.amount = minus(lot.amount, part);
    left = minus(left, part);
  }
  return minus(most, left);
}

/** Removes the lots for which it holds; gives back their sum. */
function drop(account: Account, goes: (lot: Lot) => boolean): Fraction {
  const gone = totalOf(account.lots.filter(goes));
  account.lots = account.lots.filter((lot) => !goes(lot) && has(lot.amount));
  return gone;
}

function put(account: Account, amount: Fraction, { clock, windows }: Stage): void {
  if (has(amount)) account.lots.push({ number: clock, windows, amount });
}

/** What entries of the kind move of at most this much; an entry without an amount moves all there is. */
function byHand(kind: EntryJson['kind'], there: Fraction, account: string, { entries }: Stage): Fraction {
  let moved = ZERO;
  for (const entry of entries) if (entry.kind === kind && entry.account === account) moved = plus(moved, entry.amount === null ? minus(there, moved) : lesser(parse(entry.amount), minus(there, moved)));
  return moved;
}

/** What is due after the rule; the account's balance moves by what was due and what it cost, less what is due now. */
export function act(rule: PaymentJson, account: Account, due: Fraction, stage: Stage): Acted {
  const acted = ruled(rule, account, due, stage);
  account.balance = plus(account.balance, minus(plus(due, acted.cost), acted.due));
  return acted;
}

/** What a draw does at its end, when holds and instalments have paid out what they do: what is still owed is collected, falls or stays. */
export function close(rule: PaymentJson, account: Account, due: Fraction, stage: Stage): Acted {
  if (rule.kind !== 'draw') return { due, cost: ZERO };
  const { inPlan, leaves } = stage;
  const owed = positive(minus(ZERO, account.balance));
  const level = inPlan && going(rule.until, stage) ? levelOf(rule.amount, stage, true, stage.earlier(rule, 'amount')) : ZERO;
  const over = leaves || !inPlan || !has(level) || isLastOf(rule.until, stage);
  if (!over || !has(owed)) return { due, cost: ZERO };
  const [collected, fallen] = ended(rule.end, owed, due, stage);
  account.balance = plus(account.balance, plus(collected, fallen));
  return { due: minus(due, collected), cost: fallen };
}

function ruled(rule: PaymentJson, account: Account, due: Fraction, stage: Stage): Acted {
  const { inPlan, leaves, clock, rounding } = stage;
  const away = leaves || stage.gone;
  const age = (lot: Lot): number => clock - lot.number;
  const window = 'resets' in rule ? rule.resets : null;
  const another = (lot: Lot): boolean => window !== null && lot.windows[window] !== stage.windows[window];
  switch (rule.kind) {
    case 'negative': {
      if (rule.rule === 'pay') return { due, cost: ZERO };
      if (rule.rule === 'floor-lose') return { due: positive(due), cost: positive(minus(ZERO, due)) };
      let fallen = byHand('forgive', totalOf(account.lots), rule.account, stage);
      take(account.lots, fallen);
      fallen = plus(fallen, drop(account, another));
      const made = take(account.lots, positive(due));
      put(account, positive(minus(ZERO, due)), stage);
      fallen = plus(fallen, drop(account, (lot) => (rule.expires !== null && age(lot) >= rule.expires) || (away && rule.leaving === 'forgive')));
      return { due: minus(positive(due), made), cost: fallen };
    }
    case 'draw': {
      const holds = inPlan && going(rule.until, stage);
      const level = holds ? levelOf(rule.amount, stage, true, stage.earlier(rule, 'amount')) : ZERO;
      const outstanding = positive(minus(ZERO, account.balance));
      const forgiven = byHand('forgive', outstanding, rule.account, stage);
      let owed = minus(outstanding, forgiven);
      let paid = due;
      if (has(level) && compare(due, level) < 0) {
        owed = plus(owed, minus(level, due));
        paid = level;
      } else if (begun(rule.from, stage)) {
        const floor = rule.downTo === null ? level : inPlan ? levelOf(rule.downTo, stage, true, stage.earlier(rule, 'downTo')) : ZERO;
        const kept = typeof rule.end === 'object' && (leaves || !inPlan || !has(level) || isLastOf(rule.until, stage)) ? rounded(parse(rule.end.downTo), stage) : ZERO;
        const back = lesser(lesser(owed, rounded(times(parse(rule.recover), positive(minus(due, floor))), stage)), positive(minus(due, kept)));
        owed = minus(owed, back);
        paid = minus(due, back);
      }
      return { due: paid, cost: forgiven };
    }
    case 'guarantee': {
      const level = inPlan && going(rule.until, stage) ? levelOf(rule.amount, stage, true, stage.earlier(rule, 'amount')) : ZERO;
      return has(level) && compare(due, level) < 0 ? { due: level, cost: minus(level, due) } : { due, cost: ZERO };
    }
    case 'advance': {
      const forgiven = byHand('forgive', totalOf(account.lots), rule.account, stage);
      take(account.lots, forgiven);
      const last = leaves || !inPlan;
      const ripe = account.lots.filter((lot) => last || age(lot) >= rule.after);
      const off = take(ripe, positive(due));
      account.lots = account.lots.filter(({ amount }) => has(amount));
      const paid = last || !going(rule.until, stage) ? ZERO : levelOf(rule.amount, stage, true, stage.earlier(rule, 'amount'));
      put(account, paid, stage);
      return { due: plus(minus(due, off), paid), cost: forgiven };
    }
    case 'hold': {
      const lost = byHand('forfeit', totalOf(account.lots), rule.account, stage);
      take(account.lots, lost);
      let out = byHand('release', totalOf(account.lots), rule.account, stage);
      take(account.lots, out);
      const all = 'day' in rule.until && stage.period.last >= stage.day(rule.until.day);
      out = plus(out, drop(account, (lot) => all || ('number' in rule.until && age(lot) >= rule.until.number)));
      let fallen = plus(lost, drop(account, (lot) => rule.forfeitAfter !== null && age(lot) >= rule.forfeitAfter && !(away && rule.leaving === 'release')));
      const base = rule.of === null ? due : stage.earned(rule.of);
      const goes = away && rule.leaving === 'release';
      const held = all || goes ? ZERO : lesser(positive(due), rounded(times(parse(rule.share), positive(base)), stage));
      put(account, held, stage);
      if (goes) out = plus(out, drop(account, () => true));
      if (away && rule.leaving === 'forfeit') fallen = plus(fallen, drop(account, () => true));
      const now = plus(minus(due, held), out);
      const made = take(account.lots, positive(minus(ZERO, now)));
      drop(account, () => false);
      return { due: plus(now, made), cost: minus(ZERO, fallen) };
    }
    case 'instalments': {
      const base = rule.of === null ? due : stage.earned(rule.of);
      const spread = sign(base) < 0 ? (rule.spread ? base : ZERO) : lesser(base, positive(due));
      // where a version has no such rule, what waits stays as it is and goes on with the version that has it again
      const still = account.acted === undefined ? 0 : Math.max(0, clock - account.acted - 1);
      account.acted = clock;
      account.parts = account.parts.map((part) => ({ ...part, on: part.on + still }));
      const ripe = sum(account.parts.filter(({ on }) => on === clock).map(({ amount }) => amount));
      const shares = typeof rule.parts === 'number' ? Array.from({ length: rule.parts }, () => WHOLE) : rule.parts.map(parse);
      const cut = partsOf(round(spread, parse(rounding.to), rounding.mode), shares, parse(rounding.to));
      cut[0] = minus(spread, sum(cut.slice(1)));
      const coming = cut.map((amount, at) => ({ on: clock + (rule.after === null ? at * rule.every : rule.after[at]!), amount }));
      const now = plus(ripe, sum(coming.filter(({ on }) => on === clock).map(({ amount }) => amount)));
      account.parts = [...account.parts, ...coming].filter(({ on }) => on > clock);
      const rest = sum(account.parts.map(({ amount }) => amount));
      const ends = away && rule.leaving !== 'continue';
      if (ends) account.parts = [];
      return { due: plus(plus(minus(due, spread), now), ends && rule.leaving === 'pay' ? rest : ZERO), cost: ends && rule.leaving === 'forfeit' ? minus(ZERO, rest) : ZERO };
    }
    case 'payment-cap': {
      const own = levelOf(rule.amount, stage, false);
      const year = rule.over === null ? '' : stage.windows[rule.over]!;
      if (!account.toDate.has(year)) account.toDate.set(year, { allowed: ZERO, used: ZERO });
      const toDate = account.toDate.get(year)!;
      const level = rule.over === null ? own : plus(minus(toDate.allowed, toDate.used), own);
      let [beside, fallen] = [ZERO, ZERO];
      const old = drop(account, another);
      if (rule.atReset === 'pay') beside = old;
      else fallen = old;
      const waiting = totalOf(account.lots);
      const wanted = plus(due, waiting);
      // what is negative is not touched by the cap; what waits makes up for it
      const paid = sign(wanted) <= 0 ? wanted : lesser(level, wanted);
      const fromLots = lesser(waiting, positive(minus(paid, lesser(due, level))));
      take(account.lots, fromLots);
      put(account, positive(minus(due, minus(paid, fromLots))), stage);
      drop(account, () => false);
      // of a period outside the plan, what is above its own amount counts against what was allowed before
      if (inPlan) [toDate.allowed, toDate.used] = [plus(toDate.allowed, own), plus(toDate.used, paid)];
      else toDate.used = plus(toDate.used, positive(minus(paid, own)));
      let more = ZERO;
      if (rule.over !== null && stage.ending.includes(rule.over) && rule.atEnd !== 'carry' && !(away && rule.leaving === 'pay')) {
        const all = drop(account, () => true);
        if (rule.atEnd === 'pay') more = all;
        else fallen = plus(fallen, all);
      }
      if (away && rule.leaving === 'pay') more = plus(more, drop(account, () => true));
      if (away && rule.leaving === 'forfeit') fallen = plus(fallen, drop(account, () => true));
      fallen = plus(fallen, drop(account, (lot) => rule.expires !== null && age(lot) >= rule.expires));
      return { due: plus(paid, plus(beside, more)), cost: minus(ZERO, fallen) };
    }
    case 'minimum-payment': {
      const wanted = plus(due, account.balance);
      const waits = has(wanted) && compare(wanted, parse(rule.at)) < 0 && !((leaves || !inPlan) && rule.leaving === 'pay');
      return { due: waits ? ZERO : wanted, cost: ZERO };
    }
  }
}

/** What is collected of the balance and what falls, when a draw ends or the person leaves. */
function ended(end: EndJson, owed: Fraction, due: Fraction, stage: Stage): readonly [Fraction, Fraction] {
  if (end === 'carry') return [ZERO, ZERO];
  if (end === 'forgive') return [ZERO, owed];
  const collected = lesser(owed, positive(minus(due, end === 'collect' ? ZERO : rounded(parse(end.downTo), stage))));
  return [collected, end !== 'collect' && end.rest === 'forgive' ? minus(owed, collected) : ZERO];
}

export const STEP: Readonly<Record<PaymentJson['kind'], number>> = { negative: 13, draw: 14, guarantee: 14, advance: 14, hold: 15, instalments: 15, 'payment-cap': 15, 'minimum-payment': 16 };
