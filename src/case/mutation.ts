/** Whether a case fails when a plan is changed. A change that no case notices could be a slip of the pen tomorrow. */
import { Problems } from '../diagnostic/diagnostic.ts';
import type { Span } from '../diagnostic/diagnostic.ts';
import { parseDocument } from '../document/parse.ts';
import { checkPlanRoot } from '../plan/index.ts';
import type { Plan } from '../plan/model.ts';
import { textOrder } from '../value/text-order.ts';
import { compare } from './compare.ts';
import { mutantsOf } from './mutants.ts';
import { runCase, type Ground } from './run.ts';
import type { Equivalent, Suite } from './suite.ts';

/** Changes of one plan; those that make it invalid are none. */
export interface PlanMutation {
  readonly file: string;
  readonly changes: number;
  /** Those that every case lets pass. */
  readonly survivors: readonly Survivor[];
  /** Those that the cases call equivalent; they count neither way. */
  readonly excused: readonly (Survivor & { readonly because: string })[];
  /** The entries of the cases that said so. */
  readonly used: readonly Equivalent[];
}

/** What the cases call equivalent and is not: there is no such change, or a case notices it. */
export function staleIn(tested: readonly Tested[], plans: readonly PlanMutation[]): readonly Equivalent[] {
  const used = new Set(plans.flatMap((plan) => plan.used));
  return tested.flatMap(({ suite }) => suite.equivalent).filter((one) => !used.has(one));
}

export interface Survivor {
  readonly at: Span;
  readonly what: string;
  readonly path: string;
}

export interface Tested {
  readonly suite: Suite;
  readonly ground: Ground;
}

/** By file, in the order of names. The cases must hold: one that fails anyway would notice everything. */
export async function mutate(tested: readonly Tested[]): Promise<readonly PlanMutation[]> {
  const plans = new Map(tested.flatMap(({ ground }) => ground.plans.map((plan): [string, Plan] => [plan.source.name, plan])));
  const results: PlanMutation[] = [];
  for (const [file, plan] of [...plans].sort(([a], [b]) => textOrder(a, b))) {
    const own = tested.filter(({ ground }) => ground.plans.includes(plan));
    results.push({ file, ...(await changesOf(plan, own)) });
  }
  return results;
}

async function changesOf(plan: Plan, tested: readonly Tested[]): Promise<Omit<PlanMutation, 'file'>> {
  const root = parseDocument(plan.source, new Problems());
  const named = tested.flatMap(({ suite }) => suite.equivalent);
  const used: Equivalent[] = [];
  let changes = 0;
  const survivors: Survivor[] = [];
  const excused: (Survivor & { readonly because: string })[] = [];
  for (const { at, what, path, root: changed } of root?.kind === 'map' ? mutantsOf(root) : []) {
    const mutant = checkPlanRoot(changed, plan.source, tested[0]!.ground.workspace, new Problems());
    if (mutant === undefined) continue;
    const told = named.find((one) => one.path === path && one.what === what);
    if (await noticed(plan, mutant, tested)) {
      changes++;
      continue;
    }
    if (told !== undefined) {
      used.push(told);
      excused.push({ at, what, path, because: told.because });
    } else {
      changes++;
      survivors.push({ at, what, path });
    }
  }
  return { changes, survivors, excused, used };
}

async function noticed(plan: Plan, mutant: Plan, tested: readonly Tested[]): Promise<boolean> {
  for (const { suite, ground } of tested) {
    const changed: Ground = { ...ground, plans: ground.plans.map((one) => (one === plan ? mutant : one)) };
    for (const one of suite.cases) if (one.own === undefined && compare(one, await runCase(one, changed)).length > 0) return true;
  }
  return false;
}
