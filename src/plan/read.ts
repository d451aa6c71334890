/** A plan file into a plan: names are looked up, formulas read and compiled, mechanics read; meaning is checked after. */
import type { Problems, Source } from '../diagnostic/diagnostic.ts';
import type { MapEntry, MapNode, Node, ScalarNode } from '../document/node.ts';
import { readAdjust } from './adjust.ts';
import { readBalancesFrom } from './balances-from.ts';
import { readCalendar } from './calendar.ts';
import { readComponent, type ComponentGround } from './components.ts';
import { readCredit, type Credited } from './credits.ts';
import { WHOLE, type Fitness } from './fitness.ts';
import type { Ground } from './ground.ts';
import { quotasAsked } from './check/asks.ts';
import { atPlanRates, readConvertAt, readPlanRates } from './convert.ts';
import { checkRamp, readDays, readRamp } from './days.ts';
import { readEmployerCosts } from './employer-cost.ts';
import { readContinues, readEffective, readFor, readPaidIn, readProrate } from './head.ts';
import { readMeasures } from './measures.ts';
import { inPrecedence } from './precedence.ts';
import type { Plan, RoundingRule, Workspace } from './model.ts';
import { ordered } from './order.ts';
import { namedUnder, textOf } from './place.ts';
import { minorUnit, readRounding } from './rounding.ts';
import { byPeriods } from './target.ts';

/** Reads a file whose shape has been checked, but for the parts that are not fit. Every fault is reported; undefined when there was one. */
export function readPlan(root: Node, source: Source, workspace: Workspace, problems: Problems, fitness: Fitness): Plan | undefined {
  if (root.kind !== 'map') return undefined;
  const before = problems.all.length;
  const currency = textOf(root, 'currency') ?? workspace.currency;
  const ground: Ground = { workspace, currency, problems, fitness };
  const dates = root.get('effective');
  const effective = dates === undefined ? undefined : readEffective(dates as ScalarNode, problems);
  const appliesTo = readFor(root, ground);
  const paidIn = readPaidIn(root, ground);
  const prorate = readProrate(root);
  const days = readDays(root, prorate, ground);
  const ramp = readRamp(root, ground);
  const calendar = partOr(root, 'calendar', (entry) => readCalendar(entry, problems), workspace.calendar);
  const rounding = partOr(root, 'rounding', ({ value }) => readRounding(value, currency, problems), inherited(workspace, currency));
  const credits = namedUnder(root, 'credits');
  const unsorted = new Map<string, Credited>();
  for (const entry of credits) {
    const credit = fitness.unfit(entry.value) ? undefined : readCredit(entry, ground);
    if (credit !== undefined) unsorted.set(entry.key, credit);
  }
  const read = inPrecedence(unsorted, credits, ground);
  const convertAt = readConvertAt(root, [...read.values()].map(({ rule }) => rule), ground);
  const planRates = readPlanRates(root, ground);
  const written = namedUnder(root, 'measures');
  const measures = readMeasures(written, { read, written: credits.map((entry) => entry.key) }, ground);
  const entries = namedUnder(root, 'components');
  const inside: ComponentGround = {
    ...ground,
    measures,
    broken: written.map((entry) => entry.key).filter((name) => !measures.some((measure) => measure.name === name)),
    components: new Map(entries.map((entry) => [entry.key, entry.keyAt])),
    rounding,
    rows: (credit) => read.get(credit)?.binding,
  };
  const components = ordered(entries.flatMap((entry) => readComponent(entry, inside) ?? []), problems);
  const list = root.get('adjust');
  const { adjust, payments } = readAdjust(list?.kind === 'list' ? list : undefined, inside);
  const employerCosts = readEmployerCosts(namedUnder(root, 'employer-costs'), [...inside.components.keys()], ground);
  if (ramp !== undefined) checkRamp({ ramp, rampAt: root.entry('ramp')!.keyAt, components }, ground);
  if (fitness !== WHOLE || problems.all.slice(before).some((problem) => problem.severity === 'error')) return undefined;
  const continues = readContinues(root);
  const balancesFrom = readBalancesFrom(root);
  const plan: Plan = {
    name: textOf(root, 'plan')!,
    title: textOf(root, 'title') ?? textOf(root, 'plan')!,
    at: root.entry('plan')!.value.at,
    source,
    from: effective!.from,
    to: effective!.to,
    effectiveAt: effective!.at,
    ...(appliesTo === undefined || appliesTo === false ? {} : { appliesTo }),
    currency,
    calendar: calendar!,
    rounding: rounding!,
    ...(continues === undefined ? {} : { continues }),
    ...(balancesFrom === undefined ? {} : { balancesFrom }),
    convertAt,
    ...(planRates ? { planRates } : {}),
    ...(paidIn === undefined ? {} : { paidIn }),
    prorate,
    ...(days === undefined ? {} : { days }),
    ...(ramp === undefined ? {} : { ramp, rampAt: root.entry('ramp')!.keyAt }),
    credits: [...read.values()].map(({ rule }) => rule),
    measures,
    components: components.map((component) => byPeriods(component, calendar!)),
    adjust,
    payments,
    employerCosts,
  };
  return planRates ? { ...plan, measures: [...measures, ...atPlanRates(measures, quotasAsked(plan).map((ask) => ask.measure))] } : plan;
}

function partOr<T>(root: MapNode, key: string, read: (entry: MapEntry) => T | undefined, otherwise: T): T | undefined {
  const entry = root.entry(key);
  return entry === undefined ? otherwise : read(entry);
}

/** The workspace's rounding. Its step, where it is the minor unit of its currency, becomes that of the plan's currency. */
function inherited({ rounding, currency }: Workspace, own: string): RoundingRule {
  return rounding.to.equals(minorUnit(currency)) ? { ...rounding, to: minorUnit(own) } : rounding;
}
