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
import type { Suite } from './suite.ts';

/** Changes of one plan; those that make it invalid are none. */
export interface PlanMutation {
  readonly file: string;
  readonly changes: number;
  /** Those that every case lets pass. */
  readonly survivors: readonly { readonly at: Span; readonly what: string }[];
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
  let changes = 0;
  const survivors: { readonly at: Span; readonly what: string }[] = [];
  for (const { at, what, root: changed } of root?.kind === 'map' ? mutantsOf(root) : []) {
    const mutant = checkPlanRoot(changed, plan.source, tested[0]!.ground.workspace, new Problems());
    if (mutant === undefined) continue;
    changes++;
    if (!(await noticed(plan, mutant, tested))) survivors.push({ at, what });
  }
  return { changes, survivors };
}

async function noticed(plan: Plan, mutant: Plan, tested: readonly Tested[]): Promise<boolean> {
  for (const { suite, ground } of tested) {
    const changed: Ground = { ...ground, plans: ground.plans.map((one) => (one === plan ? mutant : one)) };
    for (const one of suite.cases) if (compare(one, await runCase(one, changed)).length > 0) return true;
  }
  return false;
}
