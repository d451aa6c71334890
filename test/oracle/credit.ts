/** Credits and the account of rows, worked out row by row, rule by rule. Shares nothing with `src/`. */
import type { Span } from './calendar.ts';
import { serial, type Serial } from './day.ts';
import { minus, NONE_AT_ALL, over, parse, plus, sign, times, WHOLE, type Fraction } from './fraction.ts';
import { managerOn } from './people.ts';
import type { CreditJson, MeasureJson, PlanJson, TransactionJson, World } from './world.ts';

/** One version of a plan with its periods, and for each person the days under it and the days its windows count. */
export interface Version {
  readonly plan: PlanJson;
  readonly periods: readonly Span[];
  readonly own: ReadonlyMap<string, ReadonlySet<Serial>>;
  readonly counted: ReadonlyMap<string, ReadonlySet<Serial>>;
}

export interface Credit {
  readonly payee: string;
  readonly rule: string;
  readonly row: TransactionJson;
  readonly day: Serial;
  readonly share: Fraction;
}

/** A run that must not give a result, with the code of the reason. */
export class Refusal extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

interface Attempt {
  readonly payee: string;
  readonly share: Fraction;
}

/** Who a rule would give what of a row. */
function receivers(world: World, rule: CreditJson, row: TransactionJson): Attempt[] {
  const all = parse(rule.share);
  if (rule.to === 'managers')
    return rule.levels.flatMap((share, level) => {
      const payee = row.seller === null ? undefined : managerOn(world, row.seller, serial(row.date), level + 1);
      return share === null || payee === undefined ? [] : [{ payee, share: times(all, parse(share)) }];
    });
  const owner = row[rule.to];
  if (owner === null) return [];
  const part = rule.split === 'coShare' ? row.coShare : rule.split;
  if (part === null || row.coOwner === null) return [{ payee: owner, share: all }];
  const taken = times(all, parse(part));
  const rest = minus(all, taken);
  return [...(sign(taken) === 0 ? [] : [{ payee: row.coOwner, share: taken }]), ...(sign(rest) === 0 ? [] : [{ payee: owner, share: rest }])];
}

const passes = (where: readonly string[] | null, row: TransactionJson): boolean => where === null || where.includes(row.type);

/** All credits under one version, in the order of rows; `counted` days too, marked by the day alone. */
export function creditsUnder(world: World, version: Version): Credit[] {
  const credits: Credit[] = [];
  for (const row of world.transactions)
    for (const rule of version.plan.credits) {
      if (!passes(rule.where, row)) continue;
      for (const { payee, share } of receivers(world, rule, row)) {
        const day = serial(row.date);
        if (version.counted.get(payee)?.has(day) && version.periods.some((period) => day >= period.first && day <= period.last)) credits.push({ payee, rule: rule.name, row, day, share });
      }
    }
  return credits;
}

/** The one word for what became of a row. */
export function fateOf(world: World, versions: readonly Version[], row: TransactionJson): string {
  const day = serial(row.date);
  const found = new Set<string>();
  for (const version of versions)
    for (const rule of version.plan.credits) {
      const owner = rule.to === 'coOwner' ? row.coOwner : row.seller;
      if (owner === null) continue;
      const dated = version.periods.some((period) => day >= period.first && day <= period.last);
      const inPlan = (payee: string): boolean => dated && version.own.get(payee)?.has(day) === true;
      if (!passes(rule.where, row)) {
        const near = rule.to === 'managers' || rule.split !== null || (dated && version.counted.get(owner)?.has(day) === true);
        found.add(near ? 'filtered' : dated ? 'no-plan' : 'outside-calendar');
        continue;
      }
      const given = receivers(world, rule, row);
      if (given.some((one) => inPlan(one.payee))) {
        if (version.plan.measures.some((measure) => measure.kind !== 'ratio' && measure.of.includes(rule.name) && passes(measure.where, row))) return 'credited';
        found.add('no-measure');
      }
      // days that a later version only counts on say nothing about the row
      if (given.length === 0 || given.some((one) => version.counted.get(one.payee)?.has(day) !== true)) found.add(dated ? 'no-plan' : 'outside-calendar');
    }
  return ['no-measure', 'filtered', 'no-plan', 'outside-calendar'].find((word) => found.has(word)) ?? 'no-payee';
}

/** What a measure makes of a credit: undefined when it does not count it. Money in plan currency. */
export function valueIn(world: World, version: Version, measure: MeasureJson, credit: Credit): Fraction | string | undefined {
  if (!measure.of.includes(credit.rule) || !passes(measure.where, credit.row)) return undefined;
  const { row } = credit;
  const money = (amount: string, currency: string): Fraction => times(parse(amount), rateOn(world, currency, version.plan.currency, conversionDay(version, credit)));
  switch (measure.value) {
    case null:
      return WHOLE;
    case 'customer':
      return row.customer;
    case 'type':
      return row.type;
    case 'quantity':
      return times(parse(row.quantity), credit.share);
    case 'amount':
      return times(money(row.amount, row.currency), credit.share);
    case 'net':
      return times(minus(money(row.amount, row.currency), money(row.fee, world.currency)), credit.share);
  }
}

function conversionDay(version: Version, credit: Credit): Serial {
  if (version.plan.convertAt === 'transaction-date') return credit.day;
  return version.periods.find((period) => credit.day >= period.first && credit.day <= period.last)!.last;
}

/** The rate of the day, or of the nearest earlier day within reach; on one day the pair itself before its opposite. */
export function rateOn(world: World, from: string, to: string, day: Serial): Fraction {
  if (from === to) return WHOLE;
  for (let back = 0; back <= world.reachBack; back++) {
    const that = world.rates.filter((rate) => serial(rate.date) === day - back);
    const straight = that.find((rate) => rate.from === from && rate.to === to);
    if (straight !== undefined) return parse(straight.rate);
    const opposite = that.find((rate) => rate.from === to && rate.to === from);
    if (world.invert && opposite !== undefined) return over(WHOLE, parse(opposite.rate));
  }
  throw new Refusal('R003');
}

/** The sum of all credited shares of a row, for the law of conservation. */
export function creditedShare(credits: readonly Credit[], id: string): Fraction {
  return credits.filter((credit) => credit.row.id === id).reduce((sum, credit) => plus(sum, credit.share), NONE_AT_ALL);
}
