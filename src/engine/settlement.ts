/** Settles one person under all versions of one plan, period after period. */
import type { Quotas, Rates } from '../data/reference.ts';
import { dayText, type Day } from '../value/day.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import { asValues } from './value-text.ts';
import type { WindowName } from '../value/calendar.ts';
import { Book } from './book.ts';
import type { Cell, Enrolment } from './enrolment.ts';
import { ComponentEnv } from './environment.ts';
import { explainPayout } from './explanation.ts';
import type { Moment } from './given.ts';
import { History } from './history.ts';
import { asksForAttainment } from './need.ts';
import { workOutPayout, type WorkedPayout } from './payout.ts';
import type { Payout } from './result.ts';
import { wordsIn } from './words.ts';
import { zeroPayoutReason } from './zero-payout.ts';

export interface SettlementFacts {
  readonly quotas: Quotas | undefined;
  readonly rates: Rates | undefined;
  readonly people: ReadonlyMap<string, number>;
  readonly problems: Problems;
  /** First and last day that periods must touch to be settled. */
  readonly from: Day;
  readonly through: Day;
  readonly steps: boolean;
}

/** Payouts in order of time. `line`: the person's enrolments in the versions of one plan, by first day. */
export function* settle(line: readonly Enrolment[], facts: SettlementFacts): Generator<Payout> {
  const history = new History();
  const words = new Map(line.map(({ version }) => [version.plan.currency, wordsIn(version.plan.currency)] as const));
  const books = new Map(line.map((enrolment): [Enrolment, Book] => [enrolment, new Book(enrolment, facts.quotas, facts.rates, facts.problems, facts.people)]));
  for (const { enrolment, period } of moments(line, facts)) {
    const { version } = enrolment;
    const { plan, calendar } = version;
    const book = books.get(enrolment)!;
    const cells = enrolment.ofPeriod(period, true);
    const moment: Moment = { enrolment, period, words: words.get(plan.currency)!, isLastOf: (window) => isLast(line, enrolment, period, window) };
    const columns = { columns: facts.people, varies: varying(cells, book, facts, calendar.periods[period]!.id) };
    const record = cells.at(-1)!.record;
    const worked = workOutPayout(book, moment, calendar.periods[period]!, history, (component, of, payouts) => new ComponentEnv(book, period, component, of, record, columns, payouts), facts.rates, facts.problems);
    warnUnprorated(enrolment, cells, period, facts);
    yield toPayout(worked, enrolment, period, cells, book, moment, facts.steps);
  }
}

/** Every period in which the person is in the plan and which the data reach, in order of time. */
function moments(line: readonly Enrolment[], facts: SettlementFacts): { enrolment: Enrolment; period: number; from: Day }[] {
  const all: { enrolment: Enrolment; period: number; from: Day }[] = [];
  for (const enrolment of line) {
    const { periods } = enrolment.version.calendar;
    for (let period = 0; period < periods.length; period++) {
      const { from, to } = periods[period]!;
      if (to < facts.from || from > facts.through) continue;
      if (!enrolment.spans.some((span) => span.own && span.from <= to && span.to >= from)) continue;
      const own = enrolment.ofPeriod(period, true);
      all.push({ enrolment, period, from: own[0]!.from });
    }
  }
  return all.sort((a, b) => a.from - b.from);
}

function isLast(line: readonly Enrolment[], enrolment: Enrolment, period: number, window: WindowName): boolean {
  const current = enrolment.version.calendar.periods[period]!;
  const id = current[window];
  const end = enrolment.ofPeriod(period, true).at(-1)!.to;
  return !line.some((other) =>
    other.version.calendar.periods.some((each) => each[window] === id && other.spans.some((span) => span.own && span.to > end && span.from <= each.to && span.to >= each.from && each.to > end)),
  );
}

/** Warns when a column that changed inside the period is read as one value. */
function varying(cells: readonly Cell[], book: Book, facts: SettlementFacts, period: string): ((column: string, index: number) => void) | undefined {
  if (cells.length < 2) return undefined;
  return (column, index) => {
    const values = asValues(cells.map((cell) => cell.record?.values[index]));
    if (values.length < 2) return;
    const last = cells.at(-1)!;
    facts.problems.warning('R007', `${column} of ${book.enrolment.person} changed inside ${period}; the value from ${dayText(last.from)} on, ${values.at(-1)}, is used for all of it`, {
      ...(last.record === undefined ? {} : { data: last.record.at }),
      hint: 'use the flat `rate`, which takes each day at its own value, or let the change begin with a period',
    });
  };
}

function warnUnprorated(enrolment: Enrolment, cells: readonly Cell[], period: number, facts: SettlementFacts): void {
  const { plan, calendar } = enrolment.version;
  if (plan.prorate.length > 0) return;
  const { id, from, to } = calendar.periods[period]!;
  const days = cells.reduce((sum, cell) => sum + cell.to - cell.from + 1, 0);
  const needsScaling = plan.components.some((component) => component.target !== undefined || asksForAttainment(component));
  if (days === to - from + 1 || !needsScaling) return;
  facts.problems.warning('R005', `${enrolment.person} is in plan ${plan.name} for ${days} of the ${to - from + 1} days of ${id}, and nothing is prorated`, {
    at: plan.effectiveAt,
    hint: 'list what is scaled, such as `prorate: [quota, target]`, or leave it so on purpose',
  });
}

function toPayout(worked: WorkedPayout, enrolment: Enrolment, period: number, cells: readonly Cell[], book: Book, moment: Moment, steps: boolean): Payout {
  const { plan, calendar } = enrolment.version;
  const adjustments = worked.adjusted.filter((one) => !one.change.isZero() || steps).map((one) => ({ name: one.applied.mechanic.key, change: one.change, text: one.outcome.text() }));
  const zero = worked.total.isZero() ? zeroPayoutReason(worked, moment.words) : undefined;
  const payout: Omit<Payout, 'step'> = {
    payee: enrolment.person,
    plan,
    period: calendar.periods[period]!,
    from: cells[0]!.from,
    to: cells.at(-1)!.to,
    currency: plan.currency,
    components: worked.components.map((one) => ({
      component: one.component.name,
      title: one.component.title,
      pays: one.component.pays,
      on: one.component.on,
      base: one.base,
      baseType: book.measureNamed(one.component.on).type,
      quota: one.quota,
      attainment: one.attainment,
      earned: one.shown,
      zero: one.shown.isZero() ? (one.zero ?? 'rounded to zero with the whole payout') : undefined,
    })),
    adjustments,
    total: worked.total,
    credited: enrolment.version.credited.over(cells)!,
    paid: worked.paid,
    ...(zero === undefined ? {} : { zero }),
  };
  if (!steps) return payout;
  const step = explainPayout(payout, worked, book, moment);
  const components = payout.components.map((one, i) => ({ ...one, step: step.parts[i]! }));
  return { ...payout, components, step };
}
