/** Whether a plan looks at a quarter, half or year that the periods on its days do not name. Shares nothing with `src/`. */
import type { Version } from './credit.ts';
import { serial } from './day.ts';
import type { PlanJson, WindowWord } from './world.ts';

export function looksAtUnknown({ plan, periods }: Version): boolean {
  const [from, to] = plan.effective.map(serial) as [number, number];
  const there = periods.filter((period) => period.last >= from && period.first <= to);
  return asked(plan).some((window) => there.some((period) => period[window] === undefined));
}

function asked(plan: PlanJson): WindowWord[] {
  const words = [
    ...plan.measures.map(({ window }) => (window?.endsWith('-to-date') ? window.slice(0, -'-to-date'.length) : null)),
    // a weight without a target is one of the yearly target incentive
    ...plan.components.flatMap(({ accumulates, target, weight, floor, cap }) => [accumulates, target?.per ?? (weight === null ? undefined : 'year'), floor?.over, cap?.over]),
    ...plan.adjust.map(({ limit }) => limit.over),
  ];
  return words.filter((word): word is WindowWord => word === 'quarter' || word === 'half' || word === 'year');
}
