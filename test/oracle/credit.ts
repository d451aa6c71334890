/** Credits, worked out row by row, rule by rule. Shares nothing with `src/`. */
import type { Span } from './calendar.ts';
import { serial, type Serial } from './day.ts';
import { minus, over, parse, sign, times, WHOLE, type Fraction } from './fraction.ts';
import { managerOn } from './people.ts';
import type { CreditJson, MeasureJson, PlanJson, TransactionJson, World } from './world.ts';

/** One version of a plan with its periods, and for each person the days under it and the days its windows count. */
export interface Version {
  readonly plan: PlanJson;
  readonly periods: readonly Span[];
  readonly own: ReadonlyMap<string, ReadonlySet<Serial>>;
  /** Own days and those of the versions that this one continues. */
  readonly counted: ReadonlyMap<string, ReadonlySet<Serial>>;
  /** The versions that continue one another, this one among them, in order of time. */
  readonly group: readonly Version[];
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
export function receivers(world: World, rule: CreditJson, row: TransactionJson): Attempt[] {
  const all = parse(rule.share);
  if (rule.to === 'managers')
    return rule.levels.flatMap((share, level) => {
      const payee = row.seller === null ? undefined : managerOn(world, row.seller, serial(row.date), level + 1);
      return share === null || payee === undefined ? [] : [{ payee, share: times(all, parse(share)) }];
    });
  const owner = row[rule.to];
  const part = rule.split === 'coShare' ? row.coShare : rule.split;
  if (part === null || row.coOwner === null) return owner === null ? [] : [{ payee: owner, share: all }];
  const taken = times(all, parse(part));
  const rest = minus(all, taken);
  return [...(sign(taken) === 0 ? [] : [{ payee: row.coOwner, share: taken }]), ...(sign(rest) === 0 || owner === null ? [] : [{ payee: owner, share: rest }])];
}

export const passes = (where: readonly string[] | null, row: TransactionJson): boolean => where === null || where.includes(row.type);

/** All credits under one version, in the order of rows; `counted` days too, marked by the day alone. */
export function creditsUnder(world: World, version: Version): Credit[] {
  const credits: Credit[] = [];
  for (const row of world.transactions)
    for (const rule of version.plan.credits) {
      if (rule.from !== row.source || !passes(rule.where, row)) continue;
      const [first, last] = version.plan.effective.map(serial) as [number, number];
      const inForce = serial(row.date) >= first && serial(row.date) <= last;
      if (inForce && rule.split === 'coShare' && row.coOwner !== null && row.coShare === null) throw new Refusal('R018');
      for (const { payee, share } of receivers(world, rule, row)) {
        const day = serial(row.date);
        if (version.counted.get(payee)?.has(day) && version.periods.some((period) => day >= period.first && day <= period.last)) credits.push({ payee, rule: rule.name, row, day, share });
      }
    }
  return credits;
}

/** What a measure makes of a credit: undefined when it does not count it. Money in plan currency. */
export function valueIn(world: World, version: Version, measure: MeasureJson, credit: Credit): Fraction | string | undefined {
  if (!measure.of.includes(credit.rule) || !passes(measure.where, credit.row)) return undefined;
  const { row } = credit;
  const money = (amount: string, currency: string): Fraction => times(parse(amount), rateOn(world, currency, version.plan.currency, conversionDay(version, credit)));
  switch (measure.value) {
    case null:
      return credit.share;
    case 'customer':
      return row.customer;
    case 'type':
      return row.type;
    case 'quantity':
      return times(parse(row.quantity), credit.share);
    case 'amount':
      return times(money(row.amount, row.currency), credit.share);
    case 'margin':
      return times(minus(money(row.amount, row.currency), times(parse(row.quantity), money(costOf(world, row), world.currency))), credit.share);
    case 'net':
      return times(minus(money(row.amount, row.currency), money(row.fee, world.currency)), credit.share);
  }
}

/** The entry of the customer that holds on the day of the row. */
function costOf(world: World, row: TransactionJson): string {
  const entries = world.costs.filter((cost) => cost.customer === row.customer && serial(cost.from) <= serial(row.date)).sort((a, b) => serial(a.from) - serial(b.from));
  return entries.at(-1)!.cost;
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
