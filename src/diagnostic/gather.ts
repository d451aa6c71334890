/**
 * Many problems of one cause told as one: a quota that nobody was given is missing once, and not once for each person and
 * period. A few people stand each by themselves, with all their periods; many stand together.
 */
import type { Diagnostic, Instance } from './diagnostic.ts';

/** More people than these are told together. */
const ALONE = 3;
/** People and periods that are named one by one. */
const NAMED = 5;
const PERIODS_NAMED = 3;

type Told = Diagnostic & { readonly instance: Instance };

/** Problems with an instance are gathered at the place of the first of them; all others are left as they are. */
export function gatherProblems(problems: readonly Diagnostic[]): Diagnostic[] {
  const causes = new Map<string, Told[]>();
  for (const problem of problems) {
    if (!isTold(problem)) continue;
    const key = causeOf(problem);
    const found = causes.get(key);
    if (found === undefined) causes.set(key, [problem]);
    else found.push(problem);
  }
  if (causes.size === 0) return [...problems];
  const gathered = new Map<Diagnostic, Diagnostic>();
  for (const told of causes.values()) for (const [first, one] of ofOneCause(told)) gathered.set(first, one);
  return problems.flatMap((problem) => (isTold(problem) ? (gathered.get(problem) ?? []) : [problem]));
}

/** The first problem of each group, and the one that stands for all of the group. */
function ofOneCause(told: readonly Told[]): [Diagnostic, Diagnostic][] {
  const people = new Map<string, Told[]>();
  for (const problem of told) people.set(problem.instance.who, [...(people.get(problem.instance.who) ?? []), problem]);
  if (people.size <= ALONE) return [...people].map(([who, own]) => [own[0]!, worded(own[0]!, who, spanWords(own))]);
  const all = periodsOf(told).size;
  const same = [...people.values()].every((own) => periodsOf(own).size === all);
  const names = [...people.keys()];
  const who = `each of ${names.length} people (${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? ', …' : ''})`;
  return [[told[0]!, worded(told[0]!, who, `${same ? '' : 'some of '}${spanWords(told)}`)]];
}

function worded(problem: Told, who: string, when: string): Diagnostic {
  const { instance, ...rest } = problem;
  return { ...rest, message: instance.say(who, when) };
}

/** `2026-01`, `2026-01, 2026-02`, `6 periods, 2026-01 to 2026-06`. */
function spanWords(told: readonly Told[]): string {
  const ids = [...periodsOf(told)].sort((a, b) => a[1] - b[1]).map(([id]) => id);
  return ids.length <= PERIODS_NAMED ? ids.join(', ') : `${ids.length} periods, ${ids[0]} to ${ids.at(-1)}`;
}

function periodsOf(told: readonly Told[]): Map<string, number> {
  return new Map(told.map(({ instance }) => [instance.when, instance.order]));
}

function causeOf({ code, severity, at, hint, instance }: Told): string {
  return JSON.stringify([code, severity, at?.source.name, at?.start, hint, instance.cause]);
}

function isTold(problem: Diagnostic): problem is Told {
  return problem.instance !== undefined;
}
