/**
 * A person under one plan on the way from what is earned to what is paid, period after period, also those after they have left
 * in which something still moves. Shares nothing with `src/`.
 */
import type { Span } from './calendar.ts';
import { Refusal, type Version } from './credit.ts';
import { date, serial, type Serial } from './day.ts';
import { fraction, NONE_AT_ALL, parse, over, plus, round, sign, sum, times, WHOLE, type Fraction } from './fraction.ts';
import { daysIn, type Stay } from './measure.ts';
import { Account, act, close, equalParts, statedIn, STEP, type Stage } from './payment.ts';
import { asCounted, countOf, daysFrom, weightOf } from './presence.ts';
import { recordOn, serviceOn } from './people.ts';
import type { EntryJson, World } from './world.ts';

export interface Settled {
  readonly period: Span;
  readonly earned: Fraction;
  readonly due: Fraction;
  /** By name; only what is not zero. */
  readonly balances: readonly (readonly [string, Fraction])[];
}

interface Moment {
  readonly stay: Stay;
  readonly at: number;
  readonly period: Span;
  readonly from: Serial;
  readonly to: Serial;
}

/** An entry of somebody who was in the plan neither then nor before is refused, before anybody is paid. */
export function refuseEarlyEntries(world: World, lines: readonly (readonly Version[])[]): void {
  for (const entry of world.entries ?? []) {
    const line = lines.find(([version]) => version!.plan.id === entry.plan)!;
    const begins = Math.min(...line.flatMap((version) => [...(version.own.get(entry.payee) ?? [])]));
    const period = line.at(-1)!.periods.find((each) => each.first <= serial(entry.date) && serial(entry.date) <= each.last);
    if (begins > (period?.last ?? serial(entry.date))) throw new Refusal('R031');
    if (entry.account !== null && !accountsOn(entry, line).includes(entry.account)) throw new Refusal('R032');
  }
}

/** Accounts of the version that the person is under on the day, else of their last one before it, else of their first. */
function accountsOn({ date: day, payee }: EntryJson, line: readonly Version[]): string[] {
  const own = line.filter((version) => version.own.get(payee)!.size > 0);
  const begun = own.filter(({ plan }) => plan.effective[0] <= day);
  const { plan } = begun.find(({ plan: { effective } }) => day <= effective[1]) ?? begun.at(-1) ?? own[0]!;
  return (plan.payments ?? []).map(({ account }) => account);
}

/** What an earlier version earned in a period that a later one pays. */
interface Waiting {
  readonly moment: Moment;
  readonly total: Fraction;
  readonly left: ReadonlyMap<string, Fraction>;
  readonly entries: readonly EntryJson[];
}

export class Paying {
  private readonly accounts = new Map<string, Account>();
  private readonly entries: EntryJson[];
  private readonly posted = new Set<EntryJson>();
  private number = 0;
  private service: Serial | undefined;
  private counted: Span | undefined;
  private waiting: Waiting[] = [];

  constructor(
    private readonly world: World,
    private readonly payee: string,
    private readonly line: readonly Version[],
    private readonly last: Serial,
    private readonly moments: readonly Moment[],
  ) {
    this.entries = (world.entries ?? []).filter((entry) => entry.payee === payee && entry.plan === line[0]!.plan.id);
  }

  private get isThere(): boolean {
    return this.entries.length > 0 || this.line.some(({ own, plan }) => own.get(this.payee)!.size > 0 && (plan.payments ?? []).length > 0);
  }

  settle(index: number, total: Fraction, left: ReadonlyMap<string, Fraction>): Settled | undefined {
    if (!this.isThere) return undefined;
    const moment = this.moments[index]!;
    // a period that two versions share is one period of the person
    const service = serviceOn(this.world, this.payee, moment.to);
    if (this.counted?.id !== moment.period.id) this.number = service === this.service ? this.number + 1 : 1;
    this.service = service;
    this.counted = moment.period;
    const leaves = this.isLeftOn(moment.to, moment.period.last);
    if (this.isPaidLater(index)) {
      this.waiting.push({ moment, total, left, entries: this.entriesIn(moment.period, moment.stay.version) });
      return { period: moment.period, earned: total, due: NONE_AT_ALL, balances: this.balances() };
    }
    return this.paid(moment, moment.period, total, left, true, leaves);
  }

  /** Whether the person is in no version on the day after and the plan goes on or they are in no record, and they are not back by the end of the period. */
  private isLeftOn(day: Serial, until: Serial): boolean {
    const isOwn = (each: Serial): boolean => this.line.some(({ own }) => own.get(this.payee)!.has(each));
    if (!isOwn(day)) return false;
    for (let each = day + 1; each <= until; each++) if (isOwn(each)) return false;
    if (isOwn(day + 1)) return false;
    const comesBack = this.line.some(({ own }) => [...own.get(this.payee)!].some((each) => each > day));
    const planGoesOn = this.line.some(({ plan }) => (comesBack ? serial(plan.effective[0]) <= day + 1 : true) && serial(plan.effective[1]) > day);
    return planGoesOn || recordOn(this.world, this.payee, day + 1) === undefined;
  }

  /** Out of the plan, and with the last day in it the person left. */
  private isGoneIn(period: Span): boolean {
    const before = this.line.flatMap(({ own }) => [...own.get(this.payee)!]).filter((day) => day < period.first);
    const day = Math.max(...before);
    return before.length > 0 && this.isLeftOn(day, day);
  }

  /** One payday for a period that versions share, unless their currencies differ or none has a rule of payment. */
  private isPaidLater(index: number): boolean {
    const here = this.moments.slice(index).filter(({ period }) => period.id === this.moments[index]!.period.id).map(({ stay }) => stay.version.plan);
    return here.length > 1 && here.every(({ currency }) => currency === here[0]!.currency) && here.some(({ payments }) => (payments ?? []).length > 0);
  }

  /** After a moment, until the next one or the end of the data: periods in which something moves. */
  absences(index: number): Settled[] {
    if (!this.isThere) return [];
    const moment = this.moments[index]!;
    const until = this.moments[index + 1]?.period.first ?? this.last + 1;
    return moment.stay.version.periods
      .filter((period) => period.first > moment.period.first && period.first < until)
      .flatMap((period) => {
        const before = this.balances().map(([name, balance]) => `${name} ${balance.n}/${balance.d}`).join();
        const settled = this.paid(moment, period, NONE_AT_ALL, new Map(), false, false);
        const moved = sign(settled.due) !== 0 || sign(settled.earned) !== 0 || settled.balances.map(([name, balance]) => `${name} ${balance.n}/${balance.d}`).join() !== before;
        return moved ? [settled] : [];
      });
  }

  private paid(moment: Moment, period: Span, total: Fraction, left: ReadonlyMap<string, Fraction>, inPlan: boolean, leaves: boolean): Settled {
    const { version } = moment.stay;
    const { plan } = version;
    const earlier = inPlan ? this.waiting : [];
    if (inPlan) this.waiting = [];
    const entries = [...earlier.flatMap((one) => one.entries), ...this.entriesIn(period, version)];
    const stage = this.stageOf(moment, period, inPlan, leaves, entries, [...earlier.map((one) => one.left), left], earlier);
    let due = plus(total, sum(earlier.map((one) => one.total)));
    let earned = total;
    // an earlier version's amounts for a time hold for its own days, where both count days and the last version has no such rule
    const ended = earlier.flatMap((one) => {
      const { plan: before } = one.moment.stay.version;
      if (!plan.prorate.includes('draw') || !before.prorate.includes('draw')) return [];
      const own = this.stageOf(one.moment, one.moment.period, inPlan, leaves, entries, [...earlier.map((each) => each.left), left], []);
      return (before.payments ?? []).filter(({ kind, account }) => ['draw', 'guarantee', 'advance'].includes(kind) && !(plan.payments ?? []).some((rule) => rule.account === account)).map((rule) => ({ rule, stage: own }));
    });
    const rules = [...ended, ...(plan.payments ?? []).map((rule) => ({ rule, stage }))].sort((a, b) => STEP[a.rule.kind] - STEP[b.rule.kind]);
    const apply = (late: boolean, does: typeof act): void => {
      for (const { rule, stage: at } of rules) {
        if (STEP[rule.kind] >= 16 !== late) continue;
        if (!this.accounts.has(rule.account)) this.accounts.set(rule.account, new Account());
        const acted = does(rule, this.accounts.get(rule.account)!, due, at);
        due = acted.due;
        earned = plus(earned, acted.cost);
      }
    };
    apply(false, act);
    apply(false, close);
    for (const entry of entries)
      if (entry.kind === 'pay') {
        due = plus(due, parse(entry.amount!));
        earned = plus(earned, parse(entry.amount!));
      }
    apply(true, act);
    return { period, earned, due, balances: this.balances() };
  }

  private stageOf(moment: Moment, period: Span, inPlan: boolean, leaves: boolean, entries: readonly EntryJson[], left: readonly ReadonlyMap<string, Fraction>[], earlier: readonly Waiting[]): Stage {
    const { version } = moment.stay;
    const { plan } = version;
    const whole = daysFrom(period.first, period.last);
    const since = serviceOn(this.world, this.payee, inPlan ? moment.to : period.last);
    const days = (one: Moment): Serial[] => daysIn(one.stay, { periods: [period], ownOnly: true });
    const counts = plan.prorate.includes('draw') && inPlan;
    const apart = counts && earlier.every((one) => one.moment.stay.version.plan.prorate.includes('draw'));
    const all = apart ? [moment] : [...earlier.map((one) => one.moment), moment];
    const inDays = (one: Moment): Fraction => sum(days(one).map((day) => weightOf('draw', this.world, asCounted(one.stay.version, whole), this.payee, day, period.first, undefined, true)));
    return {
      rounding: plan.rounding ?? this.world.rounding,
      earlier: (rule, what) =>
        !apart
          ? NONE_AT_ALL
          : sum(
              earlier.map((one) => {
                const before = (one.moment.stay.version.plan.payments ?? []).find(({ account, kind }) => account === rule.account && kind === rule.kind);
                const at = this.stageOf(one.moment, one.moment.period, inPlan, leaves, [], [], []);
                return before === undefined ? NONE_AT_ALL : times(statedIn(before, what, at), over(inDays(one.moment), countOf(version, whole)));
              }),
            ),
      period,
      windows: { quarter: period.quarter, half: period.half, year: period.year },
      ending: (['quarter', 'half', 'year'] as const).filter((window) => version.periods[version.periods.indexOf(period) + 1]?.[window] !== period[window]),
      number: this.number,
      clock: version.periods.indexOf(period),
      leaves,
      gone: !inPlan && this.isGoneIn(period),
      inPlan,
      stay: counts ? over(sum(all.map(inDays)), countOf(version, whole)) : WHOLE,
      service: this.serviceIn(period, since),
      serviceOn: (day) => monthsFrom(since, day),
      daysCalled: (name) => Array.from({ length: period.last - period.first + 1 }, (_, at) => period.first + at).filter((day) => new Date(`${date(day)}T00:00Z`).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' }) === name),
      entries,
      day: serial,
      paced: (amount, pace) => this.paced(amount, pace, period, version),
      earned: (ids) => sum(left.flatMap((one) => ids.map((id) => one.get(id) ?? NONE_AT_ALL))),
    };
  }

  private balances(): (readonly [string, Fraction])[] {
    const waits = sum(this.waiting.map(({ total }) => total));
    return [...[...this.accounts].map(([name, { balance }]) => [name, balance] as const), ['earlier-version', waits] as const].flatMap(([name, balance]) => (sign(balance) === 0 ? [] : [[name, balance] as const])).sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Each entry once: under the version of its day where that one pays in the period, else under the first that does. */
  private entriesIn(period: Span, version: Version): EntryJson[] {
    const here = this.moments.filter((moment) => moment.period.id === period.id).map(({ stay }) => stay.version);
    const found = this.entries.filter((entry) => {
      const day = serial(entry.date);
      if (day < period.first || day > period.last || this.posted.has(entry)) return false;
      const own = here.find(({ plan }) => serial(plan.effective[0]) <= day && day <= serial(plan.effective[1]));
      return own === undefined || own === version;
    });
    for (const entry of found) this.posted.add(entry);
    return found;
  }

  /** Months of service by the calendar, of the months of the period. */
  private serviceIn(period: Span, since: Serial): number[] {
    const final = monthsFrom(since, period.last);
    const count = this.lengthOf() ?? 1;
    return Array.from({ length: count }, (_, at) => final - count + 1 + at);
  }

  /** Months in a period; a period of a year of weeks in fours and fives is one. */
  private lengthOf(): number | undefined {
    const { kind } = this.world.calendar;
    return ({ months: 1, quarters: 3, halves: 6, years: 12, '4-4-5': 1, '4-5-4': 1, '5-4-4': 1 } as Record<string, number>)[kind];
  }

  private paced(amount: Fraction, pace: string, period: Span, version: Version): Fraction {
    if (pace === 'period') return amount;
    const months = this.lengthOf();
    const wanted = { month: 1, quarter: 3, half: 6, year: 12 }[pace]!;
    if (months !== undefined && months >= wanted) return times(amount, fraction(BigInt(months / wanted)));
    const { to, mode } = version.plan.rounding ?? this.world.rounding;
    const word = pace as 'quarter' | 'half' | 'year';
    const whole = version.periods.filter((each) => each[word] === period[word]);
    return equalParts(round(amount, parse(to), mode), whole.length, parse(to))[whole.indexOf(period)]!;
  }
}

/** Month 1 is the one of the first day. */
function monthsFrom(since: Serial, day: Serial): number {
  const months = (text: string): number => parseInt(text.slice(0, 4), 10) * 12 + parseInt(text.slice(5, 7), 10);
  return months(date(day)) - months(date(since)) + 1;
}
