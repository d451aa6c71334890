/**
 * A second, deliberately naive computation of a whole run, written from the words of the contract (calculation.md,
 * mechanics.md §0 and the working specification). It walks days one by one, keeps lists and filters them, and shares no
 * code with `src/`: own fractions, own days, own calendars.
 */
import { periodsOf, type Span } from './calendar.ts';
import { creditsUnder, rateOn, Refusal, type Credit, type Version } from './credit.ts';
import { paysACutPeriodTwice } from './cut.ts';
import { Paying, refuseEarlyEntries, type Settled } from './paying.ts';
import { serial, type Serial } from './day.ts';
import { compare, fraction, minus, NONE_AT_ALL, over, parse, plus, round, sign, sum, text, times, WHOLE, type Fraction } from './fraction.ts';
import { work, type Scene } from './component.ts';
import { creditedInPart, fateOf } from './fate.ts';
import { limitedBy } from './limit.ts';
import { daysIn as daysOf, valueInAll, type Known, type Stay } from './measure.ts';
import { daysIn, recordOn } from './people.ts';
import { looksAtUnknown } from './unknown-window.ts';
import type { FormulaJson, PlanJson, Term, World } from './world.ts';

export interface ComponentAnswer {
  readonly id: string;
  readonly base: string;
  readonly quota: string;
  readonly attainment: string;
  readonly earned: string;
}

/** Every number in lowest terms as text; `n/a` where not applicable. */
export interface PayoutAnswer {
  readonly payee: string;
  readonly plan: string;
  readonly effective: string;
  readonly period: string;
  readonly components: readonly ComponentAnswer[];
  readonly total: string;
  readonly paid: string;
  /** Where rules of payment or entries stand between the total and what is paid: earned in all, due, and `account closing` of what is not zero. */
  readonly payment?: { readonly earned: string; readonly due: string; readonly balances: readonly string[] };
}

export type Answer =
  | { readonly refused: string }
  | { readonly refused?: undefined; readonly payouts: readonly PayoutAnswer[]; readonly rows: Readonly<Record<string, number>>; readonly inPart: number; readonly credits: readonly Credit[] };

const MINOR: Record<string, bigint> = { USD: 100n, EUR: 100n, JPY: 1n };

export function compute(world: World): Answer {
  try {
    return computed(world);
  } catch (reason) {
    if (reason instanceof Refusal) return { refused: reason.code };
    throw reason;
  }
}

function computed(world: World): Answer {
  // what a floor pays out of nothing could not be told from a milestone that was paid
  if (world.plans.some(({ components }) => components.some(({ formula, floor }) => formula.kind === 'milestone' && floor?.evenIfZero === true))) throw new Refusal('P143');
  const lines = linesOf(world);
  const versions = lines.flat();
  const twice = lines.find(paysACutPeriodTwice);
  if (twice !== undefined) throw new Refusal((twice[0]!.plan.calendar ?? world.calendar).kind === 'list' ? 'R020' : 'P106');
  if (versions.some(looksAtUnknown)) throw new Refusal('R008');
  const credits = new Map(versions.map((version) => [version, creditsUnder(world, version)]));
  // every credit is valued, so that a missing rate stops the run even where no component pays on it
  for (const version of versions) valueInAll(world, version, credits.get(version)!);
  const rows: Record<string, number> = {};
  for (const row of world.transactions) {
    const fate = fateOf(world, versions, row);
    rows[fate] = (rows[fate] ?? 0) + 1;
  }
  const payouts: PayoutAnswer[] = [];
  const days = world.transactions.map((row) => serial(row.date));
  const ids = [...new Set(world.people.map((person) => person.id))].sort((a, b) => (a < b ? -1 : 1));
  if (days.length > 0) refuseEarlyEntries(world, lines);
  if (days.length > 0)
    for (const payee of ids) for (const line of lines) payouts.push(...settle(world, payee, line, credits, Math.min(...days), Math.max(...days)));
  const inPart = world.transactions.filter((row) => creditedInPart(world, versions, row)).length;
  return { payouts, rows, inPart, credits: versions.flatMap((version) => credits.get(version)!) };
}

/** Versions of one plan, by first day; plans by id. */
export function linesOf(world: World): Version[][] {
  const ids = [...new Set(world.plans.map((plan) => plan.id))].sort((a, b) => (a < b ? -1 : 1));
  const people = [...new Set(world.people.map((person) => person.id))];
  return ids.map((id) => {
    const plans = world.plans.filter((plan) => plan.id === id).sort((a, b) => (a.effective[0] < b.effective[0] ? -1 : 1));
    const versions: Version[] = [];
    let group: Version[] = [];
    for (const plan of plans) {
      // whatever does not continue starts anew
      if (plan.onVersionChange !== 'accumulate') group = [];
      const own = new Map(people.map((person) => [person, daysIn(world, person, plan)]));
      const earlier = [...group];
      const counted = new Map(people.map((person) => [person, own.get(person)!.size === 0 ? new Set<Serial>() : new Set([...earlier.flatMap((each) => [...each.own.get(person)!]), ...own.get(person)!])]));
      const version = { plan, periods: periodsOf(plan.calendar ?? world.calendar, plans[0]!.effective[0], plan.effective[1]), own, counted, group };
      group.push(version);
      versions.push(version);
    }
    return versions;
  });
}

interface Earning {
  readonly version: Version;
  readonly period: Span;
  readonly amounts: ReadonlyMap<string, Fraction>;
}

/** Whether somebody who sells nothing may be paid. */
function paysUnsold({ payments, components, adjust }: PlanJson): boolean {
  const pays = (formula: FormulaJson): boolean => {
    if (formula.kind === 'choose') return Object.values(formula.ways).some(pays);
    if (formula.kind === 'best-of') return formula.of.some(pays);
    return formula.kind === 'amount' || (formula.kind === 'rate-plus-fixed' && formula.due === 'always');
  };
  return (payments ?? []).some(({ kind }) => ['draw', 'guarantee', 'advance'].includes(kind)) || components.some(({ formula, floor }) => pays(formula) || floor?.evenIfZero === true) || adjust.some(({ what, limit }) => what === 'floor' && limit.evenIfZero);
}

/** Plans that pay without sales begin with their first day, others with the first row, or with what was decided by hand. */
function begin(world: World, payee: string, line: readonly Version[], firstRow: Serial): Serial {
  const theirs = line.filter(({ own }) => own.get(payee)!.size > 0);
  if (theirs.some(({ plan }) => paysUnsold(plan))) return -Infinity;
  const entries = (world.entries ?? []).filter((entry) => entry.payee === payee && entry.plan === line[0]!.plan.id);
  return Math.min(firstRow, ...entries.map((entry) => serial(entry.date)));
}

function settle(world: World, payee: string, line: readonly Version[], credits: ReadonlyMap<Version, readonly Credit[]>, firstRow: Serial, last: Serial): PayoutAnswer[] {
  const first = begin(world, payee, line, firstRow);
  const moments = line.flatMap((version) => {
    const stay: Stay = { world, version, payee, credits: credits.get(version)!.filter((credit) => credit.payee === payee) };
    return version.periods.flatMap((period, at) => {
      const days = daysOf(stay, { periods: [period], ownOnly: true });
      return days.length === 0 || period.last < first || period.first > last ? [] : [{ stay, at, period, from: days[0]!, to: days.at(-1)! }];
    });
  });
  moments.sort((a, b) => a.from - b.from);
  const history: Earning[] = [];
  const paying = new Paying(world, payee, line, last, moments);
  return moments.flatMap(({ stay, at, period, to }, index) => {
    const { version } = stay;
    const { plan } = version;
    const rounding = plan.rounding ?? world.rounding;
    const earned = new Map<string, Fraction>();
    const scene: Scene = {
      stay,
      at,
      rounding,
      earned,
      before: (key, window) => sum(history.filter((one) => version.group.includes(one.version) && period[window] !== undefined && one.period[window] === period[window]).map((one) => one.amounts.get(key) ?? NONE_AT_ALL)),
      isLast: (window) => !version.group.some((other) => other.periods.some((each) => each[window] === period[window] && [...(other.own.get(payee) ?? [])].some((day) => day > to && day >= each.first && day <= each.last))),
    };
    const results = plan.components.map((component) => {
      const result = work(component, scene);
      earned.set(component.id, minus(result.exact, result.before));
      return { component, result };
    });
    const shown = rounding.at === 'payout' ? togetherRounded(results.map(({ result }) => result), rounding) : results.map(({ result }) => minus(result.toDate, result.before));
    const amounts = new Map(plan.components.map((component, index) => [component.id, shown[index]!]));
    const changes = adjust(plan, amounts, scene);
    history.push({ version, period, amounts: new Map([...amounts, ...changes.after]) });
    const total = plus(sum(shown), changes.sum);
    const payment = paying.settle(index, total, new Map([...amounts.keys()].map((id) => [id, changes.left.get(id)!])));
    const answer = (known: Known): string => (known === null ? 'n/a' : text(known));
    const own: PayoutAnswer = {
      payee,
      plan: plan.id,
      effective: plan.effective[0],
      period: period.id,
      components: results.map(({ component, result }, index) => ({ id: component.id, base: answer(result.base), quota: answer(result.quota), attainment: answer(result.attainment), earned: text(shown[index]!) })),
      total: text(total),
      paid: text(paidIn(stay, period, to, payment === undefined ? total : payment.due)),
      ...(payment === undefined ? {} : { payment: shownPayment(payment) }),
    };
    const absences = paying.absences(index).map((absence): PayoutAnswer => ({ payee, plan: plan.id, effective: plan.effective[0], period: absence.period.id, components: [], total: '0', paid: text(paidIn(stay, absence.period, to, absence.due)), payment: shownPayment(absence) }));
    return [own, ...absences];
  });
}

const shownPayment = ({ earned, due, balances }: Settled): NonNullable<PayoutAnswer['payment']> => ({ earned: text(earned), due: text(due), balances: balances.map(([account, balance]) => `${account} ${text(balance)}`) });

/** Rounding at the payout: the running sum of the amounts to date is rounded, then what was earned earlier is deducted. */
function togetherRounded(results: readonly { readonly toDate: Fraction; readonly before: Fraction }[], rounding: { to: string; mode: Parameters<typeof round>[2] }): Fraction[] {
  let running = NONE_AT_ALL;
  return results.map(({ toDate, before }) => {
    const until = round(running, parse(rounding.to), rounding.mode);
    running = plus(running, toDate);
    return minus(minus(round(running, parse(rounding.to), rounding.mode), until), before);
  });
}

function adjust(plan: PlanJson, amounts: ReadonlyMap<string, Fraction>, scene: Scene): { sum: Fraction; after: Map<string, Fraction>; left: Map<string, Fraction> } {
  const after = new Map<string, Fraction>();
  const left = new Map(amounts);
  let changed = NONE_AT_ALL;
  plan.adjust.forEach(({ what, limit, of }, index) => {
    const covered = plan.components.filter((component) => of === null || of.includes(component.id));
    const ids = covered.map((component) => component.id);
    const now = sum(ids.map((id) => left.get(id)!));
    const term = (each: Term, target: () => Known): Known => {
      if (each[0] === 'number') return parse(each[1]);
      if (each[0] === 'target') return target();
      if (each[0] !== '*') return null;
      const [a, b] = [term(each[1], target), term(each[2], target)];
      return a === null || b === null ? null : times(a, b);
    };
    const { rounding } = scene;
    const key = keyOf(plan, index);
    const result = round(limitedBy(what, limit, now, { key, accumulates: null, components: covered }, scene, term) ?? NONE_AT_ALL, parse(rounding.to), rounding.mode);
    const change = minus(result, now);
    after.set(key, result);
    const shares = sharesOf(change, ids.map((id) => ({ id, weight: left.get(id)! })), parse(rounding.to));
    for (const id of ids) left.set(id, plus(left.get(id)!, shares.get(id)!));
    changed = plus(changed, change);
  });
  return { sum: changed, after, left };
}

/** A change shared in proportion to sizes (evenly where all are zero): whole steps, the rest to the largest remainders, ties by id; finer rests to the first. */
function sharesOf(change: Fraction, all: readonly { readonly id: string; readonly weight: Fraction }[], step: Fraction): Map<string, Fraction> {
  const size = (value: Fraction): Fraction => (sign(value) < 0 ? minus(NONE_AT_ALL, value) : value);
  const even = all.every(({ weight }) => sign(weight) === 0);
  const weights = all.map(({ weight }) => (even ? WHOLE : size(weight)));
  const amount = round(size(change), step, 'down');
  const exact = weights.map((weight) => over(times(amount, weight), sum(weights)));
  const cut = exact.map((share) => round(share, step, 'floor'));
  const order = all.map((_, at) => at).sort((a, b) => compare(minus(exact[b]!, cut[b]!), minus(exact[a]!, cut[a]!)) || (all[a]!.id < all[b]!.id ? -1 : 1));
  for (let turn = 0; sign(minus(amount, sum(cut))) > 0; turn++) cut[order[turn % order.length]!] = plus(cut[order[turn % order.length]!]!, step);
  cut[0] = plus(cut[0]!, minus(size(change), amount));
  return new Map(all.map(({ id }, at) => [id, sign(change) < 0 ? minus(NONE_AT_ALL, cut[at]!) : cut[at]!]));
}

/** A rule is known from version to version by what it does and to what, and by its order among those that do the same. */
function keyOf({ adjust }: PlanJson, index: number): string {
  const sort = (at: number): string => `adjust ${adjust[at]!.what} ${[...(adjust[at]!.of ?? ['all'])].sort((a, b) => (a < b ? -1 : 1)).join()}`;
  return `${sort(index)} ${adjust.slice(0, index).filter((_, at) => sort(at) === sort(index)).length}`;
}

/** Converted at the rate of the period's last day, to the minor unit of the currency of payment. */
function paidIn(stay: Stay, period: Span, lastDay: Serial, total: Fraction): Fraction {
  const { world, version, payee } = stay;
  const { plan } = version;
  const currency = plan.paidIn === null ? plan.currency : plan.paidIn === 'pay' ? recordOn(world, payee, lastDay)!.pay : plan.paidIn;
  if (currency === plan.currency) return total;
  const rate = rateOn(world, plan.currency, currency, period.last);
  return round(times(total, rate), fraction(1n, MINOR[currency]!), (plan.rounding ?? world.rounding).mode);
}
