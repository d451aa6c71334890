/**
 * Borders of a plan, around its cases: of each component the first case that pays it, one amount of which is moved over its whole scale.
 * What lies just below, at and just above each border is what an analyst wants to see, and what a case should hold.
 */
import { Problems, type Span } from '../../diagnostic/diagnostic.ts';
import type { MapNode } from '../../document/node.ts';
import { parseDocument } from '../../document/parse.ts';
import type { Component, Plan } from '../../plan/model.ts';
import { greatest, type Exact } from '../../value/exact.ts';
import { readNumber } from '../../value/number-text.ts';
import { textOrder } from '../../value/text-order.ts';
import type { Tested } from '../mutation.ts';
import { mechanicKey } from '../points.ts';
import { runCase, type FoundCredit, type Ground } from '../run.ts';
import type { Case } from '../suite.ts';
import { dayBorders, type DayBorder } from './days.ts';
import { declaredEdges } from './declared.ts';
import { brokenAt, brokenCaps, type Broken } from './laws.ts';
import { moverOf, type Mover } from './mover.ts';
import { Prober, samePlan, type Person, type Seen } from './probe.ts';
import { bordersOn } from './search.ts';

/** What was moved to, and what the component earns there. */
export interface Place {
  readonly text: string;
  readonly step: number;
  readonly earned: Exact;
}

export interface Border {
  /** `tiers`, and the branches on its two sides. */
  readonly what: string;
  readonly at: Span;
  readonly below: Place;
  readonly here: Place;
  readonly above: Place;
  /** What one unit moves pay by, beyond what it moves it by on either side. */
  readonly jump?: Exact;
  readonly broken: readonly Broken[];
}

/** Around one case, with one amount of it moved. */
export interface Walk {
  readonly component: string;
  readonly one: Case;
  readonly ground: Ground;
  readonly who: Person;
  readonly mover: Mover;
  /** The plan stands in the case, not in a file. */
  readonly inCase: boolean;
  readonly borders: readonly Border[];
  /** Laws broken anywhere on the way. */
  readonly broken: readonly Broken[];
}

export interface PlanBorders {
  readonly file: string;
  readonly plan: Plan;
  readonly walks: readonly Walk[];
  readonly days: readonly DayBorder[];
  /** Components that no case pays, or that nothing that can be moved leads to. */
  readonly unmoved: readonly string[];
}

/** Plan files, by name; then the plans that are written in cases, each around the first case that has it. */
export async function findBorders(tested: readonly Tested[]): Promise<readonly PlanBorders[]> {
  const plans = new Map(tested.flatMap(({ ground }) => ground.plans.map((plan): [string, Plan] => [plan.source.name, plan])));
  const all: PlanBorders[] = [];
  for (const [file, plan] of [...plans].sort(([a], [b]) => textOrder(a, b))) {
    const root = parseDocument(plan.source, new Problems());
    all.push(await bordersOf(file, plan, root?.kind === 'map' ? root : undefined, tested.filter(({ ground }) => ground.plans.includes(plan))));
  }
  for (const { plan, root, alone } of writtenPlans(tested)) all.push(await bordersOf(plan.source.name, plan, root, [alone]));
  return all;
}

/** A plan that stands in a case, with that case as if the plan were of the workspace. The lines of a table share one. */
function* writtenPlans(tested: readonly Tested[]): Generator<{ readonly plan: Plan; readonly root: MapNode; readonly alone: Tested }> {
  const seen = new Set<string>();
  for (const { suite, ground } of tested)
    for (const one of suite.cases)
      for (const plan of one.problems === undefined ? (one.own?.plans ?? []) : []) {
        const key = [suite.source.name, ...plan.components.map(({ at }) => at.start)].join(' ');
        if (seen.has(key)) continue;
        seen.add(key);
        const { own, ...rest } = one;
        yield { plan, root: own!.roots.get(plan)!, alone: { suite: { ...suite, cases: [rest] }, ground: { ...ground, plans: own!.plans, everyPlan: true } } };
      }
}

interface Started {
  readonly one: Case;
  readonly ground: Ground;
  readonly who: Person;
  readonly credits: readonly FoundCredit[];
}

async function bordersOf(file: string, plan: Plan, tree: MapNode | undefined, tested: readonly Tested[]): Promise<PlanBorders> {
  const starts = await startsOf(plan, tested);
  const walks: Walk[] = [];
  const unmoved: string[] = [];
  for (const component of plan.components) {
    const before = walks.length;
    const start = starts.get(component.name);
    for (const name of start === undefined ? [] : measuresOf(component, plan)) {
      const { one, ground, who, credits } = start!;
      const mover = moverOf(plan.measures.find((measure) => measure.name === name)!, plan, ground.workspace, one, credits, who.payee);
      if (mover === undefined || walks.slice(before).some((walk) => walk.mover.what === mover.what)) continue;
      walks.push(await walked(component, plan, tree, start!, mover));
    }
    if (walks.length === before) unmoved.push(component.name);
  }
  const first = [...starts.values()][0];
  return { file, plan, walks, days: first === undefined ? [] : await dayBorders(plan, first.one, first.ground, first.who, first.credits), unmoved };
}

/** The first case that pays a component something, with its credits. */
async function startsOf(plan: Plan, tested: readonly Tested[]): Promise<ReadonlyMap<string, Started>> {
  const starts = new Map<string, Started>();
  for (const { suite, ground } of tested)
    for (const one of suite.cases) {
      if (one.own !== undefined || one.problems !== undefined || starts.size === plan.components.length) continue;
      const ran = await runCase({ ...one, credits: [] }, ground);
      for (const payout of ran.payouts)
        for (const { component, earned } of samePlan(payout.plan, plan) ? payout.components : []) if (!earned.isZero() && !starts.has(component)) starts.set(component, { one, ground, who: { payee: payout.payee, period: payout.period.id }, credits: ran.credits.filter(({ period }) => period === payout.period.id) });
    }
  return starts;
}

/** The measure paid on, and those that its formulas ask for. */
function measuresOf(component: Component, plan: Plan): readonly string[] {
  const asked = component.formulas.flatMap(({ refs }) => refs.map(({ name }) => name)).filter((name) => plan.measures.some((measure) => measure.name === name));
  return [...new Set([component.on, ...asked])];
}

async function walked(component: Component, plan: Plan, tree: MapNode | undefined, { one, ground, who }: Started, mover: Mover): Promise<Walk> {
  const prober = new Prober(mover, ground, plan, who);
  const written = (tree?.get('components') as MapNode | undefined)?.get(component.name) as MapNode | undefined;
  const borders: Border[] = [];
  for (const step of await bordersOn(prober, component.name)) borders.push(...(await borderAt(step, component, written, plan, prober)));
  const seen: Seen[] = [];
  for (const step of prober.steps) seen.push(...([(await prober.at(step))?.get(component.name)].filter((found) => found !== undefined)));
  return { component: component.name, one, ground, who, mover, inCase: plan.source === one.at.source, borders, broken: brokenCaps(component, capOf(written, component), seen) };
}

async function borderAt(step: number, component: Component, written: MapNode | undefined, plan: Plan, prober: Prober): Promise<readonly Border[]> {
  const at = async (place: number): Promise<Seen | undefined> => (await prober.at(place))?.get(component.name);
  const [further, below, here, above] = [await at(step - 2), await at(step - 1), await at(step), await at(step + 1)];
  if (below === undefined || here === undefined || above === undefined) return [];
  const [jump, one] = [here.earned.minus(below.earned), greatest(further === undefined ? above.earned.minus(here.earned).abs() : below.earned.minus(further.earned).abs(), above.earned.minus(here.earned).abs())];
  const beyond = jump.abs().minus(one).minus(plan.rounding.to).sign() > 0 ? jump : undefined;
  const place = (seen: Seen, offset: number): Place => ({ text: prober.mover.text(step + offset), step: step + offset, earned: seen.earned });
  const turned = [...component.rules, component.formula].filter((applied) => below.took.get(mechanicKey(applied)) !== here.took.get(mechanicKey(applied)) && applied.mechanic.branches !== undefined);
  return turned.slice(0, 1).map((applied) => {
    const { mechanic, config, at: place_ } = applied;
    const branches = mechanic.branches!(config);
    const names = (took: string | undefined): string => (took === undefined || took === '' ? 'not asked' : (branches[+took.split(',').at(-1)!]?.name ?? took));
    const reached = here.took.get(mechanicKey(applied))?.split(',').at(-1);
    // at plan rates attainment is of another amount than the one that is paid on
    const declared = written === undefined ? undefined : declaredEdges(mechanic.key, written);
    return {
      what: `${mechanic.key}: ${names(below.took.get(mechanicKey(applied)))} → ${names(here.took.get(mechanicKey(applied)))}`,
      at: (reached === undefined ? undefined : branches[+reached]?.at) ?? place_,
      below: place(below, -1),
      here: place(here, 0),
      above: place(above, 1),
      ...(beyond === undefined ? {} : { jump: beyond }),
      broken: brokenAt({ below, here, above, jump: beyond }, { key: mechanic.key, alone: turned.length === 1 }, declared === undefined || !bothAsked(below, here, mechanicKey(applied)) || (declared.axis === 'attainment' && plan.planRates !== undefined) ? undefined : declared),
    };
  });
}

/** A mechanic that a gate kept from being asked on one side does not turn at an edge of its own. */
function bothAsked(below: Seen, here: Seen, key: string): boolean {
  return below.took.has(key) && here.took.has(key) && below.took.get(key) !== '' && here.took.get(key) !== '';
}

/** A cap that the plan writes as an amount and that holds for each period. */
function capOf(written: MapNode | undefined, { accumulates }: Component): Exact | undefined {
  const node = written?.get('cap');
  const text = node?.kind === 'scalar' ? node.text : undefined;
  const read = text === undefined || accumulates !== undefined ? undefined : readNumber(text, { percent: false, fraction: false, underscores: true });
  return read !== undefined && 'value' in read ? read.value : undefined;
}
