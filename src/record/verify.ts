/**
 * Whether records agree with themselves: control totals add up from the rows, payouts from their lines, accounts with their
 * sums, and every balance rolls forward. Bytes and chain were checked when the books were read.
 */
import type { Problems } from '../diagnostic/diagnostic.ts';
import { exactText } from '../value/display.ts';
import { total, ZERO, type Exact } from '../value/exact.ts';
import { recordName, type Books, type PeriodRecord } from './books.ts';
import type { BalanceEntry, PaymentEntry } from './entries.ts';
import { HEAD } from './head.ts';
import { versionsOf } from './ends.ts';
import { ofPayout, payoutKey } from './of-payout.ts';
import { totalsOf } from './totals.ts';

export function checkBooks({ records }: Books, shelf: string, problems: Problems): void {
  let before: PeriodRecord | undefined;
  for (const record of records) {
    const check = new Check(record, `${shelf}/${recordName(record.head.number)}`, problems);
    check.totals();
    check.payouts();
    check.payments();
    check.prior();
    check.follows(before);
    before = record;
  }
}

/** The same of a record that is about to be written: what would not hold is not written. */
export function checkClosing(record: PeriodRecord, before: PeriodRecord | undefined, shelf: string, problems: Problems): void {
  const check = new Check(record, `${shelf}/${recordName(record.head.number)}`, problems, 'nothing was written; no input should lead here, so please report it with the workspace');
  check.totals();
  check.payouts();
  check.payments();
  check.prior();
  check.follows(before);
}

class Check {
  constructor(
    private readonly record: PeriodRecord,
    private readonly path: string,
    private readonly problems: Problems,
    private readonly hint?: string,
  ) {}

  totals(): void {
    const { head } = this.record;
    const found = totalsOf(this.record);
    for (const one of found) {
      const stated = head.totals.find(({ currency }) => currency === one.currency);
      for (const [name, value] of Object.entries(one)) {
        const said = (stated as Readonly<Record<string, unknown>> | undefined)?.[name];
        if (said !== value) this.fault('B006', HEAD, `${name} in ${one.currency}: ${said ?? 'nothing'} stated, ${value} in the rows`);
      }
    }
    for (const { currency } of head.totals) if (!found.some((one) => one.currency === currency)) this.fault('B006', HEAD, `totals in ${currency}, and no row has that currency`);
    for (const { name, rows } of head.files) {
      const count = Object.entries(FILES).find(([file]) => file === name)?.[1](this.record);
      if (count !== undefined && rows !== count) this.fault('B006', HEAD, `${name}: ${rows} rows stated, ${count} found`);
    }
  }

  payouts(): void {
    for (const one of this.record.payouts) {
      const sum = total(ofPayout(this.record, one).lines.map(({ earned }) => earned));
      if (!sum.equals(one.earned)) this.fault('B006', 'lines.csv', `the lines of ${one.payee} in ${one.plan} sum to ${exactText(sum)}, and ${exactText(one.earned)} was earned`);
    }
  }

  payments(): void {
    const components = new Map(this.record.payouts.map((one): [string, Exact] => [payoutKey(one), one.earned]));
    for (const one of this.record.payments) {
      const { opening, earned, paid, closing } = one;
      if (!opening.plus(earned).minus(paid).equals(closing)) this.fault('B007', 'payments.csv', `${of(one)}: ${exactText(opening)} + ${exactText(earned)} − ${exactText(paid)} is ${exactText(opening.plus(earned).minus(paid))}, and closing is ${exactText(closing)}`);
      const { balances, steps } = ofPayout(this.record, one);
      for (const end of ['opening', 'closing'] as const) {
        const sum = total(balances.map((balance) => balance[end]));
        if (!sum.equals(one[end])) this.fault('B007', 'balances.csv', `${of(one)}: the accounts sum to ${exactText(sum)} at ${end}, and payments.csv has ${exactText(one[end])}`);
      }
      const own = components.get(payoutKey(one)) ?? ZERO;
      const cost = total(steps.map((step) => step.cost));
      if (!own.plus(cost).equals(earned)) this.fault('B006', 'steps.csv', `${of(one)}: ${exactText(own)} and ${exactText(cost)} of steps make ${exactText(own.plus(cost))}, and ${exactText(earned)} was earned`);
    }
  }

  /** Differences of closed periods are paid in the currency in which they arose. */
  prior(): void {
    const sums = new Map<string, Exact>();
    const add = (currency: string, amount: Exact): void => void sums.set(currency, (sums.get(currency) ?? ZERO).plus(amount));
    for (const { currency, amount } of this.record.prior) add(currency, amount);
    for (const one of this.record.payments) for (const { name, cost } of ofPayout(this.record, one).steps) if (name === 'prior-period') add(one.currency, cost.negated());
    for (const [currency, rest] of sums) if (!rest.isZero()) this.fault('B006', 'adjustments.csv', `the differences of closed periods and the steps that pay them differ by ${exactText(rest)} ${currency}`);
  }

  /** Each payee and plan opens with what it closed with. */
  follows(before: PeriodRecord | undefined): void {
    const closed = ends(before?.balances ?? [], 'closing');
    const opened = ends(this.record.balances, 'opening');
    for (const key of new Set([...closed.keys(), ...opened.keys()])) {
      const [was, is] = [closed.get(key) ?? ZERO, opened.get(key) ?? ZERO];
      if (was.equals(is)) continue;
      if (!closed.has(key) && this.opens(key, before)) continue;
      const [payee, plan, account] = JSON.parse(key) as [string, string, string];
      this.fault('B007', 'balances.csv', `${payee} in ${plan} closed ${account} with ${exactText(was)} in ${before?.head.period.id ?? 'no period'}, and opens it with ${exactText(is)}`, FORGOTTEN);
    }
  }

  /** Whether an entry of this period may have opened the balance: the books have nothing of the person and plan before. */
  private opens(key: string, before: PeriodRecord | undefined): boolean {
    const [payee, plan] = JSON.parse(key) as [string, string, string];
    const own = (one: PaymentEntry): boolean => one.payee === payee && one.plan === plan;
    return before?.payments.some(own) !== true && this.record.payments.some((one) => own(one) && one.entries !== undefined);
  }

  private fault(code: 'B006' | 'B007', file: string, message: string, hint = 'the record was not written so by paycurve close; restore it from a backup'): void {
    this.problems.error(code, `${this.path}/${file}: ${message}`, { data: { file: `${this.path}/${file}` }, hint: this.hint ?? hint });
  }
}

const FORGOTTEN = 'restore the record from a backup if somebody changed it; an early paycurve could write it so after the first day or the calendar of a plan was moved: then pay or take what was forgotten by an entry of the adjustments file';

const FILES: Readonly<Record<string, (record: PeriodRecord) => number>> = {
  'payouts.csv': ({ payouts }) => payouts.length,
  'lines.csv': ({ lines }) => lines.length,
  'payments.csv': ({ payments }) => payments.length,
  'steps.csv': ({ steps }) => steps.length,
  'balances.csv': ({ balances }) => balances.length,
  'adjustments.csv': ({ prior }) => prior.length,
  'credits.csv': ({ credits }) => credits.length,
  'restated.csv': ({ restated }) => restated.length,
  'excluded.csv': ({ excluded }) => excluded.length,
  'people.csv': ({ people }) => people.length,
};

function of({ payee, plan }: PaymentEntry): string {
  return `${payee} in ${plan}`;
}

/** By payee, plan and account, at one end of the period: of two versions in it the first opens and the last closes. */
function ends(balances: readonly BalanceEntry[], end: 'opening' | 'closing'): Map<string, Exact> {
  const versions = versionsOf(balances);
  const atEnd = balances.filter((one) => one.version === versions(one)[end === 'opening' ? 'first' : 'last']);
  return new Map(atEnd.map((one): [string, Exact] => [JSON.stringify([one.payee, one.plan, one.account]), one[end]]));
}
