/**
 * Small worlds for the oracle: a year of periods, five people, dated changes, awkward amounts. Biased to where mistakes
 * live: half cents, amounts on edges ± one cent, thirds, first and last days, people without rows, mid-period changes.
 */
import fc from 'fast-check';
import { periodsOf, type Span } from '../oracle/calendar.ts';
import { date, next, serial } from '../oracle/day.ts';
import type { AnswerWord, CalendarJson, CreditJson, MeasureJson, PersonJson, PlanJson, QuotaJson, RateJson, TransactionJson, WindowWord, World } from '../oracle/world.ts';
import { componentOf, EDGES, limitOf, roundingOf } from './component.ts';
import { Dice } from './dice.ts';

export const PAYEES = ['ana', 'bo', 'cy', 'dee', 'eve'];
const TYPES = ['New', 'Renewal', 'Expansion'];
const CHANGES = ['2026-02-16', '2026-03-31', '2026-04-01', '2026-05-16', '2026-07-01', '2026-08-15'];

export const worlds: fc.Arbitrary<World> = fc.gen().map((draw) => worldOf(new Dice(draw)));

export function worldOf(dice: Dice): World {
  const calendar = calendarOf(dice);
  const rounding = roundingOf(dice);
  const ids = PAYEES.slice(0, dice.number(2, 5));
  const people = ids.flatMap((id) => recordsOf(dice, id, ids));
  const plans = [...planOf(dice, 'alpha', calendar, ids, rounding), ...(dice.rarely(3) ? planOf(dice, 'beta', calendar, ids, rounding) : [])];
  const invert = dice.one(true, false);
  return {
    currency: 'USD',
    calendar,
    rounding,
    people,
    transactions: dice.times(0, 14, (index) => rowOf(dice, index, ids, calendar)),
    quotas: plans.filter((plan, index) => plans.findIndex((other) => other.id === plan.id) === index).flatMap((plan) => plan.measures.flatMap((measure) => (measure.quota === null ? [] : quotasOf(dice, measure, ids, calendar)))),
    rates: ratesOf(invert),
    invert,
    reachBack: 20,
    plans,
  };
}

function calendarOf(dice: Dice): CalendarJson {
  if (dice.rarely(6)) {
    const starts = ['2025-11-30', '2026-01-15', '2026-02-28', '2026-05-30', '2026-06-30', '2026-08-30', '2026-12-01', '2027-03-01'];
    return { kind: 'list', periods: starts.slice(0, -1).map((from, index) => ({ id: `P${index + 9}`, from, to: next(starts[index + 1]!, -1), quarter: `K${index >> 1}`, half: `H${index >> 2}`, year: index < 5 ? 'Y1' : 'Y2' })) };
  }
  return { kind: dice.one('months', 'quarters', 'quarters', 'halves', 'years'), starts: dice.one('01-01', '01-01', '02-01', '04-15') };
}

function windowsIn(calendar: CalendarJson): WindowWord[] {
  return { months: ['quarter', 'half', 'year'], quarters: ['quarter', 'half', 'year'], halves: ['half', 'year'], years: ['year'], list: ['quarter', 'half', 'year'] }[calendar.kind] as WindowWord[];
}

function recordsOf(dice: Dice, id: string, ids: readonly string[]): PersonJson[] {
  const start = dice.rarely(4) ? dice.one('2026-01-15', '2026-02-16', '2026-04-01', '2026-05-31') : null;
  const end = dice.rarely(5) ? dice.one('2026-06-30', '2026-08-14', '2026-09-15') : null;
  const leaders = ids.slice(ids.indexOf(id) + 1);
  return ['2020-01-01', ...dice.some(CHANGES, 0).slice(0, 2)].map((from) => ({
    id,
    from,
    start,
    end,
    role: dice.one('AE', 'AE', 'SM'),
    rate: dice.one('0.05', '0.0333', '7.5%', '0.125'),
    target: dice.one('12000', '10000.01', '20000'),
    manager: null,
    pay: dice.one('USD', 'EUR', 'JPY'),
    ...(leaders.length === 0 ? {} : { leader: dice.one(null, ...leaders) }),
  })).map(({ leader, ...record }: PersonJson & { leader?: string | null }) => ({ ...record, manager: leader ?? null }));
}

export const AMOUNTS = [...EDGES, ...EDGES.map((edge) => `${parseInt(edge, 10) - 1}.99`), ...EDGES.map((edge) => `${edge}.01`), '0.00', '0.01', '0.10', '-0.30', '0.005', '33.335', '333.33', '-250.00', '-500', '100.05', '250', '712.345', '66.67'];

function rowOf(dice: Dice, index: number, ids: readonly string[], calendar: CalendarJson): TransactionJson {
  const seller = dice.rarely(8) ? null : dice.one(...ids);
  const others = ids.filter((id) => id !== seller);
  const periods = periodsOf(calendar, '2026-01-01', '2026-12-31').filter((period) => period.last >= serial('2026-01-01') && period.first <= serial('2026-12-31'));
  const period = dice.one(...periods);
  const day = dice.one(date(period.first), date(period.last), ...CHANGES, ...CHANGES.map((change) => next(change, -1)), date(dice.number(serial('2026-01-01'), serial('2026-12-31'))));
  return {
    id: `T${index + 1}`,
    date: day,
    seller,
    coOwner: dice.rarely(3) ? dice.one(...others) : null,
    coShare: dice.one(null, '50%', '33.3333%', '0.4', '100%', '0'),
    amount: dice.one(...AMOUNTS),
    fee: dice.one('0', '0.005', '12.34'),
    currency: dice.one('USD', 'USD', 'USD', 'EUR'),
    type: dice.one(...TYPES),
    quantity: dice.one('1', '2', '-1', '0', '1.5', '3'),
    customer: dice.one('c1', 'c2', 'c3'),
  };
}

function creditsOf(dice: Dice): CreditJson[] {
  const where = (): readonly string[] | null => (dice.rarely(3) ? dice.some(TYPES) : null);
  const plain = { share: '100%', split: null, levels: [], where: null };
  const own: CreditJson = { ...plain, name: 'own', to: 'seller', split: dice.one(null, '40%', '1/3', '100%', 'coShare'), where: where(), share: dice.one('100%', '100%', '50%') };
  const extra: CreditJson = { ...plain, name: 'extra', to: 'coOwner', share: dice.one('50%', '1/3', '100%'), where: where() };
  const team: CreditJson = { ...plain, name: 'team', to: 'managers', levels: dice.one<readonly (string | null)[]>(['100%'], ['100%', '50%'], [null, '1/3'], ['1/7', '100%']), where: where() };
  return [own, ...(dice.rarely(3) ? [extra] : []), ...(dice.rarely(3) ? [team] : [])];
}

type Phasing = NonNullable<MeasureJson['quota']>['phasing'];

function measuresOf(dice: Dice, id: string, credits: readonly CreditJson[], windows: readonly WindowWord[], periodsInYear: number): MeasureJson[] {
  const window = (): string | null => dice.one(null, null, null, 'period', ...windows.map((word) => `${word}-to-date`), 'rolling 3', 'previous');
  const where = (): readonly string[] | null => (dice.rarely(4) ? dice.some(TYPES) : null);
  const of = credits.length === 1 || dice.one(true, false) ? ['own'] : [credits.at(-1)!.name];
  const answer = (): AnswerWord => dice.one('error', 'not-applicable', 'not-applicable', '0%', '100%');
  const weights = Array.from({ length: periodsInYear }, () => ({ 12: '1/12', 4: '25%', 2: '50%', 1: '100%' })[periodsInYear]!);
  const quota = (): MeasureJson['quota'] => {
    const zero = answer();
    return { phasing: dice.one<Phasing>('exact', 'exact', 'even', 'days', periodsInYear === 0 ? 'even' : periodsInYear === 4 ? ['10%', '20%', '30%', '40%'] : weights), zero, missing: dice.one(zero, 'not-applicable', 'error') };
  };
  const base = { where: null, window: null, ratio: null, quota: null, of };
  const main: MeasureJson = { ...base, name: `${id}_revenue`, kind: 'sum', value: dice.one('amount', 'amount', 'net'), where: where(), window: window(), quota: dice.one(quota(), quota(), null) };
  const rest: MeasureJson[] = [
    { ...base, name: 'deals', kind: 'count', value: null, where: where(), window: window(), quota: null },
    { ...base, name: `${id}_units`, kind: 'sum', value: 'quantity', window: window(), quota: dice.rarely(3) ? quota() : null },
    { ...base, name: 'customers', kind: 'distinct', value: dice.one('customer', 'type'), window: window() },
    { ...base, name: 'biggest', kind: dice.one('max', 'min'), value: 'amount', window: window() },
  ];
  const some = dice.some(rest, 0).slice(0, 2);
  const under: MeasureJson = { ...base, name: 'new_revenue', kind: 'sum', value: 'amount', where: ['New'], window: dice.one(null, window()) };
  const ratio: MeasureJson = { ...base, name: 'new_part', kind: 'ratio', value: null, of: [], ratio: ['new_revenue', main.name] };
  return [main, ...some, ...(dice.rarely(4) ? [under, ratio] : [])];
}

function planOf(dice: Dice, id: string, calendar: CalendarJson, _ids: readonly string[], worldRounding: World['rounding']): PlanJson[] {
  const windows = windowsIn(calendar);
  const periodsInYear = { months: 12, quarters: 4, halves: 2, years: 1, list: 0 }[calendar.kind];
  const currency = dice.one('USD', 'USD', 'USD', 'EUR');
  const rounding = dice.rarely(4) ? roundingOf(dice) : undefined;
  const measureName = new Map<string, MeasureJson>();
  const version = (effective: readonly [string, string], onVersionChange?: 'accumulate' | 'restart'): PlanJson => {
    const credits = creditsOf(dice);
    // a measure with quotas keeps its phasing from version to version, because the quota file is one
    const measures = measuresOf(dice, id, credits, windows, periodsInYear).map((measure) => {
      const before = measureName.get(measure.name);
      if (before === undefined) measureName.set(measure.name, measure);
      return before === undefined ? measure : { ...measure, quota: before.quota, value: before.value, kind: before.kind };
    });
    const planRounding = rounding ?? worldRounding;
    const components = dice.times(1, 3, (index) => componentOf(dice, `c${index + 1}`, { windows, measures, column: currency === 'USD', earlier: [], planRounding }));
    const adjust = dice.times(0, 3, () => {
      const what = dice.one('cap' as const, 'floor' as const);
      return { what, limit: limitOf(dice, windows, what), of: dice.one(null, [components[0]!.id]) };
    });
    return {
      id,
      effective,
      role: dice.one(null, null, 'AE'),
      currency,
      ...(rounding === undefined ? {} : { rounding }),
      ...(onVersionChange === undefined ? {} : { onVersionChange }),
      convertAt: dice.one('transaction-date', 'period-end'),
      paidIn: dice.one(null, null, 'pay', 'EUR', 'JPY'),
      prorate: dice.some(['quota', 'target', 'cap', 'floor'] as const, 0),
      credits,
      measures,
      components,
      adjust: dice.rarely(3) ? adjust.slice(0, 2) : [],
    };
  };
  if (!dice.rarely(3)) return [version(dice.one(['2026-01-01', '2026-12-31'] as const, ['2026-02-16', '2026-11-30'] as const))];
  const cut = dice.one('2026-04-01', '2026-05-16', '2026-07-01', '2026-02-10');
  return [version(['2026-01-01', next(cut, -1)]), version([cut, '2026-12-31'], dice.one('accumulate', 'restart'))];
}

function quotasOf(dice: Dice, measure: MeasureJson, ids: readonly string[], calendar: CalendarJson): QuotaJson[] {
  const money = measure.value !== 'quantity' && measure.kind === 'sum';
  const amount = (): string => dice.one(...(money ? ['1000', '1000', '500.00', '1500.01', '100.00', '333.33'] : ['3', '4', '7.5']), ...(dice.rarely(3) ? ['0'] : []));
  const periods = periodsOf(calendar, '2026-01-01', '2026-12-31').filter((span) => span.last >= serial('2025-10-05') && span.first < serial('2027-01-01'));
  return ids.flatMap((payee) => {
    if (dice.rarely(12)) return [];
    const whole = (spans: readonly Span[]): QuotaJson => ({ payee, measure: measure.name, from: date(spans[0]!.first), to: date(spans.at(-1)!.last), amount: amount() });
    const phasing = measure.quota!.phasing;
    if (phasing === 'days') {
      const cuts = ['2025-10-05', ...dice.some(['2026-01-01', '2026-03-10', '2026-06-30', '2026-10-01'], 1), '2027-04-30'];
      return cuts.slice(0, -1).map((from, index) => ({ payee, measure: measure.name, from, to: next(cuts[index + 1]!, -1), amount: dice.one('4000', '10000.01', '700') }));
    }
    if (phasing === 'exact')
      return periods.flatMap((span) => {
        if (!dice.rarely(8) || span.first === span.last) return [whole([span])];
        const half = Math.trunc((span.first + span.last) / 2);
        return [whole([{ ...span, last: half }]), whole([{ ...span, first: half + 1 }])];
      });
    const years = [...new Set(periods.map((span) => span.year))];
    return years.map((year) => whole(periodsOf(calendar, '2026-01-01', '2026-12-31').filter((span) => span.year === year)));
  });
}

function ratesOf(invert: boolean): RateJson[] {
  const pairs = [['EUR', 'USD', ['1.10', '1.0875', '1.1']], ['USD', 'EUR', ['0.9', '0.91', '0.925']], ['USD', 'JPY', ['150.5', '149', '151.25']], ['EUR', 'JPY', ['160', '161.75', '163.1']]] as const;
  const used = invert ? pairs.filter(([from, to]) => !(from === 'USD' && to === 'EUR')) : pairs;
  const rates: RateJson[] = [];
  for (const [from, to, values] of used) for (let day = '2025-10-01', count = 0; day < '2027-05-01'; day = next(day, 20), count++) rates.push({ date: day, from, to, rate: values[count % 3]! });
  return rates;
}
