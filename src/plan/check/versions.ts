/**
 * Versions of one plan: their days may not overlap, and a window that began under an earlier version needs a word on
 * whether it counts on.
 */
import type { Problems, Span } from '../../diagnostic/diagnostic.ts';
import { dayText, type Day } from '../../value/day.ts';
import { textOrder } from '../../value/text-order.ts';
import type { Plan } from '../model.ts';
import type { WindowName } from '../../value/calendar.ts';
import { limitsOver, windowsAsked } from '../windows-asked.ts';
import type { SetCheck } from './check.ts';
import { windowFrom } from './windows-known.ts';

export const checkVersions: SetCheck = (plans, _workspace, problems) => {
  const byName = new Map<string, Plan[]>();
  for (const plan of plans) byName.set(plan.name, [...(byName.get(plan.name) ?? []), plan]);
  for (const versions of byName.values()) {
    versions.sort((a, b) => a.from - b.from || textOrder(a.source.name, b.source.name));
    let latest: Plan | undefined;
    for (const plan of versions) {
      if (latest !== undefined && plan.from <= latest.to) sayOverlap(latest, plan, problems);
      else if (latest !== undefined && plan.continues === undefined) checkContinues(latest, plan, problems);
      else if (latest !== undefined && plan.continues === 'accumulate') checkSameTerms(latest, plan, problems);
      if (latest === undefined || plan.to > latest.to) latest = plan;
    }
  }
};

function sayOverlap(earlier: Plan, later: Plan, problems: Problems): void {
  const last = later.to < earlier.to ? later.to : earlier.to;
  problems.error('P062', `two versions of plan ${later.name} hold from ${dayText(later.from)} to ${dayText(last)}`, {
    at: later.effectiveAt,
    labels: [{ at: earlier.effectiveAt, text: 'the other version' }],
    hint: `end the earlier one on ${dayText(later.from - 1)}, or give one of them another id`,
  });
}

function checkSameTerms(earlier: Plan, later: Plan, problems: Problems): void {
  if (later.currency !== earlier.currency) sayCurrency(earlier, later, problems);
  const window = windowsAsked(later).find(({ window }) => !beginsAlike(earlier, later, window));
  if (window === undefined) return;
  problems.error('P105', `${window.words}, and the ${window.window} around ${dayText(later.from)} is another one in the calendar of the version before`, {
    at: window.at,
    labels: [{ at: earlier.effectiveAt, text: 'the version before' }],
    hint: 'keep the calendar, or write on-version-change: restart',
  });
}

/** Whether both calendars mean the same stretch of days by the window in which the later version begins. */
function beginsAlike(earlier: Plan, later: Plan, window: WindowName): boolean {
  if (earlier.calendar === later.calendar) return true;
  const [before, after] = [windowFrom(earlier.calendar, window, later.from), windowFrom(later.calendar, window, later.from)];
  if (before !== undefined && after !== undefined) return before === after;
  const file = ({ calendar }: Plan): string | undefined => (calendar.kind === 'file' ? calendar.table.files.join() : undefined);
  return file(earlier) !== undefined && file(earlier) === file(later);
}

/** What was earned in one currency cannot be taken off what is earned in another. */
function sayCurrency(earlier: Plan, later: Plan, problems: Problems): void {
  problems.error('P104', `this version of plan ${later.name} accumulates in ${later.currency}, and the version before it paid in ${earlier.currency}`, {
    at: later.at,
    labels: [{ at: earlier.at, text: `pays in ${earlier.currency}` }],
    hint: `write on-version-change: restart, or keep ${earlier.currency} and pay with paid-in: ${later.currency}`,
  });
}

function checkContinues(earlier: Plan, later: Plan, problems: Problems): void {
  const reason = reachesBack(later, earlier.to);
  if (reason === undefined) return;
  problems.error('P063', `${reason.words} before ${dayText(later.from)}, where an earlier version of plan ${later.name} held`, {
    at: later.effectiveAt,
    labels: [
      { at: reason.at, text: 'reaches back' },
      { at: earlier.effectiveAt, text: 'the earlier version' },
    ],
    hint: 'add on-version-change: accumulate to count on, or on-version-change: restart to begin anew',
  });
}

/** The first thing in the plan that looks back to `day` or further when the version begins. */
function reachesBack(plan: Plan, day: Day): { readonly words: string; readonly at: Span } | undefined {
  for (const { window, name, at } of plan.measures) {
    if (window.kind === 'rolling' || window.kind === 'previous') return { words: `measure ${name} reaches`, at };
    if (window.kind === 'to-date' && startsBy(plan, window.in, day)) return { words: `measure ${name} reaches`, at };
  }
  for (const { accumulates, name, at } of plan.components) if (accumulates !== undefined && startsBy(plan, accumulates, day)) return { words: `component ${name} accumulates`, at };
  for (const { window, words, at } of limitsOver(plan)) if (startsBy(plan, window, day)) return { words: `${words} and reaches`, at };
  return undefined;
}

/** Whether the window that holds the version's first day began on `day` or earlier; assumed where only a file tells. */
function startsBy(plan: Plan, window: WindowName, day: Day): boolean {
  const start = windowFrom(plan.calendar, window, plan.from);
  return start === undefined ? plan.calendar.kind === 'file' : start <= day;
}
