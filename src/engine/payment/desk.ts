/**
 * Where manual entries go: to the plan, the period and the account they name. An entry that addresses nothing is told, never
 * dropped in silence (TIM-29).
 */
import { ENTRY_KINDS, type ManualEntries, type ManualEntry } from '../../data/manual-entry.ts';
import type { Problems } from '../../diagnostic/diagnostic.ts';
import { didYouMean, either } from '../../diagnostic/suggest.ts';
import type { Plan } from '../../plan/model.ts';
import { dayText } from '../../value/day.ts';
import { exactText } from '../../value/display.ts';
import type { Enrolment } from '../enrolment.ts';
import type { Version } from '../version.ts';
import type { ClosedFacts } from './facts.ts';
import { closedKey } from './result.ts';

export class EntryDesk {
  /** By payee and plan, while the payee is settled. */
  private assigned = new Map<string, ManualEntry[]>();
  /** The same of those that closed periods hold. */
  private past = new Map<string, ManualEntry[]>();
  private readonly seen = new Set<string>();

  constructor(
    private readonly entries: ManualEntries,
    private readonly plans: readonly string[],
    private readonly closed: ClosedFacts | undefined,
    /** Whether to tell of entries for periods that are not settled; not where only some periods are asked for. */
    private readonly tells: boolean,
    private readonly problems: Problems,
  ) {}

  of(payee: string, plan: string): readonly ManualEntry[] {
    return (this.seen.has(payee) ? this.assigned.get(plan) : undefined) ?? NONE;
  }

  /** Entries of closed periods, as their records hold them. */
  pastOf(payee: string, plan: string): readonly ManualEntry[] {
    return (this.seen.has(payee) ? this.past.get(plan) : undefined) ?? NONE;
  }

  /** Sorts the payee's entries by plan; `lines` are the person's enrolments in the versions of each plan. */
  assign(payee: string, lines: readonly (readonly Enrolment[])[], through: number): void {
    this.seen.add(payee);
    this.assigned = new Map();
    this.past = new Map();
    for (const entry of this.entries.of(payee)) {
      const line = this.lineOf(entry, lines);
      if (line === undefined) continue;
      const version = versionOn(entry, line);
      const addressed = this.addressed(entry, version);
      if (addressed === undefined) continue;
      if (this.isClosed(entry, version)) {
        push(this.past, version.plan.name, addressed);
        continue;
      }
      if (this.tells && entry.day > through) {
        const period = version.calendar.periods[version.calendar.indexOf(entry.day)]!;
        if (period.from > through) this.problems.warning('R033', `entry ${entry.id} of ${payee} is for ${period.id}, which the data do not reach`, { ...placed(entry), hint: 'it is paid when that period is settled; correct the date if it was meant for an earlier one' });
      }
      push(this.assigned, version.plan.name, addressed);
    }
  }

  /** After the last payee: entries of people who are in no plan at all. */
  warnUnseen(): void {
    for (const entry of this.entries.all)
      if (!this.seen.has(entry.payee)) this.problems.error('R031', `entry ${entry.id} is for ${entry.payee}, who is in no plan`, { ...placed(entry), hint: 'correct the payee' });
  }

  private lineOf(entry: ManualEntry, lines: readonly (readonly Enrolment[])[]): readonly Enrolment[] | undefined {
    const { id, payee, plan, day } = entry;
    const refuse = (message: string, hint: string): undefined => {
      this.problems.error('R031', message, { ...placed(entry), hint });
      return undefined;
    };
    if (plan !== undefined && !this.plans.includes(plan)) return refuse(`entry ${id} of ${payee} is for the plan ${plan}, which there is not`, didYouMean(plan, this.plans) ?? `plans are ${either(this.plans, 'and')}`);
    // whoever has left is still paid what was held, so a plan of the past will do where there is none of the day
    const known = lines.filter((line) => line.length > 0 && (plan === undefined || line[0]!.version.plan.name === plan) && line.some(({ from }) => from <= periodEnd(entry, line)));
    const there = known.filter((line) => line.some((enrolment) => isIn(enrolment, entry)));
    const found = there.length > 0 ? there : known;
    if (found.length === 1) return found[0];
    if (found.length === 0) return refuse(`entry ${id} of ${payee} is for ${dayText(day)}, and ${payee} is in no plan then${plan === undefined ? '' : `, nor was before, called ${plan}`}`, 'correct the date, the payee or the plan');
    return refuse(`entry ${id} of ${payee} does not say for which plan it is: ${either(found.map((line) => line[0]!.version.plan.name), 'and')}`, 'fill in the column plan');
  }

  /** The entry with its account; undefined after a problem. */
  private addressed(entry: ManualEntry, { plan }: Version): ManualEntry | undefined {
    const { id, payee, kind, account, amount, currency } = entry;
    const refuse = (message: string, hint: string): undefined => {
      this.problems.error('R032', message, { ...placed(entry), hint });
      return undefined;
    };
    if (currency !== undefined && currency !== plan.currency) return refuse(`entry ${id} of ${payee} is in ${currency}, and the plan ${plan.name} is in ${plan.currency}`, `write the amount in ${plan.currency}`);
    if (kind === 'pay') {
      if (account !== undefined) return refuse(`entry ${id} of ${payee} pays, and names the balance ${account}`, `leave the account blank, or write the kind: ${either(Object.keys(ENTRY_KINDS).slice(1))}`);
      return amount === undefined ? refuse(`entry ${id} of ${payee} has no amount`, 'write the amount; it may be negative') : entry;
    }
    if (kind === 'open') return this.opening(entry, plan, refuse);
    if (amount !== undefined && amount.sign() <= 0) return refuse(`entry ${id} of ${payee} has an amount of zero or less`, 'write what is moved as a positive amount, or leave it blank for all there is');
    const able = plan.payments.filter(({ mechanic }) => mechanic.takes.includes(kind));
    const rule = account === undefined ? (able.length === 1 ? able[0] : undefined) : able.find((one) => one.account === account);
    if (rule !== undefined) return { ...entry, account: rule.account };
    const names = able.map((one) => one.account);
    if (names.length === 0) return refuse(`entry ${id} of ${payee} would ${kind} a balance, and the plan ${plan.name} has none for that`, 'correct the kind or the plan');
    return refuse(account === undefined ? `entry ${id} of ${payee} does not say which balance it is to ${kind}` : `the plan ${plan.name} has no balance ${account} that entry ${id} of ${payee} could ${kind}`, (account === undefined ? undefined : didYouMean(account, names)) ?? `fill in the account: ${either(names)}`);
  }

  private opening(entry: ManualEntry, plan: Plan, refuse: (message: string, hint: string) => undefined): ManualEntry | undefined {
    const { id, payee, account, amount } = entry;
    const able = plan.payments.filter(({ mechanic }) => mechanic.opens !== undefined);
    const rule = account === undefined ? (able.length === 1 ? able[0] : undefined) : able.find((one) => one.account === account);
    const names = able.map((one) => one.account);
    if (rule === undefined) return refuse(`entry ${id} of ${payee} would open ${account === undefined ? 'a balance' : `the balance ${account}`}, and the plan ${plan.name} ${names.length === 0 ? 'has none that can be opened' : `has ${either(names, 'and')}`}`, names.length === 0 ? 'correct the kind or the plan' : `fill in the account: ${either(names)}`);
    const { sign } = rule.mechanic.opens!;
    if (amount === undefined || amount.sign() !== sign) return refuse(`entry ${id} of ${payee} opens ${rule.account} with ${amount === undefined ? 'no amount' : exactText(amount)}, and that balance is ${sign < 0 ? 'owed by the payee, so negative' : 'owed to the payee, so positive'}`, `write the amount, ${sign < 0 ? 'with a minus sign' : 'without a sign'}`);
    return { ...entry, account: rule.account };
  }

  /** Whether its period is closed; one that its record does not hold came too late. */
  private isClosed(entry: ManualEntry, version: Version): boolean {
    const period = version.calendar.periods[version.calendar.indexOf(entry.day)];
    const { name, from } = version.plan;
    const records = period === undefined ? NONE : (this.closed?.of(entry.payee, name) ?? NONE);
    const record = records.find((one) => closedKey(one.period, one.planFrom) === closedKey(period!.id, from));
    // an open period over closed days, where the calendar was changed: what was posted then is not posted again
    if (record === undefined) return entry.day <= (this.closed?.left?.(entry.payee, name)?.through ?? -Infinity) && records.some(({ entries }) => entries?.includes(entry.id));
    if (record.entries !== undefined && !record.entries.includes(entry.id))
      this.problems.error('R034', `entry ${entry.id} of ${entry.payee} is for ${period!.id}, which is closed without it`, { ...placed(entry), hint: 'it was not paid with the period, so date it in an open one' });
    return true;
  }
}

const NONE: readonly never[] = [];

function push(byPlan: Map<string, ManualEntry[]>, plan: string, entry: ManualEntry): void {
  const known = byPlan.get(plan);
  if (known === undefined) byPlan.set(plan, [entry]);
  else known.push(entry);
}

function placed({ at }: ManualEntry): { readonly data?: NonNullable<ManualEntry['at']> } {
  return at === undefined ? {} : { data: at };
}

function periodEnd({ day }: ManualEntry, line: readonly Enrolment[]): number {
  const { calendar } = line.at(-1)!.version;
  return calendar.periods[calendar.indexOf(day)]?.to ?? day;
}

/** Whether the person is in the plan in the period of the day. */
function isIn({ version, spans }: Enrolment, { day }: ManualEntry): boolean {
  const period = version.calendar.periods[version.calendar.indexOf(day)];
  return period !== undefined && spans.some((span) => span.own && span.from <= period.to && span.to >= period.from);
}

/** The version that holds on the day, else the last one before it. */
function versionOn({ day }: ManualEntry, line: readonly Enrolment[]): Version {
  return (line.find(({ version: { plan } }) => plan.from <= day && plan.to >= day) ?? line.findLast(({ version: { plan } }) => plan.from <= day) ?? line[0]!).version;
}
