/** Quota records of random worlds: whole periods, cut inside a period where people change, over years, by days, some missing. */
import { periodsOf, type Span } from '../oracle/calendar.ts';
import { date, next, serial } from '../oracle/day.ts';
import type { CalendarJson, MeasureJson, QuotaJson } from '../oracle/world.ts';
import { periodsWithin } from './calendar.ts';
import type { Dice } from './dice.ts';
import { CHANGES } from './people.ts';

export function quotasOf(dice: Dice, measure: MeasureJson, ids: readonly string[], calendar: CalendarJson): QuotaJson[] {
  const money = measure.value !== 'quantity' && measure.kind === 'sum';
  const amount = (): string => dice.one(...(money ? ['1000', '1000', '500.00', '1500.01', '100.00', '333.33'] : ['3', '4', '7.5']), ...(dice.rarely(3) ? ['0'] : []));
  const periods = periodsWithin(calendar, '2025-10-05', '2026-12-31');
  return ids.flatMap((payee) => {
    if (dice.rarely(measure.quota!.missing === 'error' ? 30 : 12)) return [];
    const whole = (spans: readonly Span[]): QuotaJson => ({ payee, measure: measure.name, from: date(spans[0]!.first), to: date(spans.at(-1)!.last), amount: amount() });
    const phasing = measure.quota!.phasing;
    if (phasing === 'days') {
      const cuts = ['2025-10-05', ...dice.some(['2026-01-01', '2026-03-10', '2026-05-16', '2026-06-30', '2026-10-01'], 1), '2027-04-30'];
      return cuts.slice(0, -1).map((from, index) => ({ payee, measure: measure.name, from, to: next(cuts[index + 1]!, -1), amount: dice.one('4000', '10000.01', '700') }));
    }
    // a person of whom some records are missing; where that is an error, the whole run is refused
    const gaps = dice.rarely(measure.quota!.missing === 'error' ? 12 : 2);
    if (phasing === 'exact') return periods.flatMap((span) => (gaps && dice.rarely(4) ? [] : cut(dice, span).map((part) => whole([part]))));
    const years = [...new Set(periods.map((span) => span.year))];
    return years.flatMap((year) => (gaps && dice.rarely(2) ? [] : [whole(periodsOf(calendar, '2026-01-01', '2026-12-31').filter((span) => span.year === year))]));
  });
}

/** The period whole, or in two records: at its middle, or where somebody's role, rate or target may change. */
function cut(dice: Dice, span: Span): Span[] {
  if (!dice.rarely(3) || span.first === span.last) return [span];
  const days = CHANGES.map(serial).filter((day) => span.first < day && day <= span.last);
  const at = dice.one(Math.trunc((span.first + span.last) / 2) + 1, ...days, ...days);
  const parts = [{ ...span, last: at - 1 }, { ...span, first: at }];
  return dice.rarely(5) ? parts.slice(0, 1) : parts;
}
