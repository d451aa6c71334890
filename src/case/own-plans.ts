/**
 * Plans written in a file of cases: a suite of hundreds of cases needs hundreds of small plans, and nobody can read a case whose plan
 * stands in another file. A case writes only the fields in which its plan differs from the plan of its file.
 */
import { Problems, type Source } from '../diagnostic/diagnostic.ts';
import type { MapEntry, MapNode, Node } from '../document/node.ts';
import { checkPlanPart, checkPlans } from '../plan/index.ts';
import type { Plan, Workspace } from '../plan/model.ts';
import type { OwnPlans } from './suite.ts';

/** The plans of a case; undefined where neither it nor its file writes one. */
export function ownPlans(own: Node | undefined, shared: Node | undefined, source: Source, workspace: Workspace): OwnPlans | undefined {
  const base = shared?.kind === 'map' ? shared : undefined;
  const written = own?.kind === 'list' ? own.items : own !== undefined ? [own] : shared?.kind === 'list' ? shared.items : base === undefined ? [] : [base];
  if (written.length === 0) return undefined;
  const problems = new Problems();
  const roots = new Map<Plan, MapNode>();
  for (const node of written) {
    if (node.kind !== 'map') continue;
    const root = node === base ? node : over(base, node);
    const plan = checkPlanPart(root, source, workspace, problems);
    if (plan !== undefined) roots.set(plan, root);
  }
  const plans = [...roots.keys()];
  if (!problems.failed) checkPlans(plans, workspace, problems);
  return { plans: problems.failed ? [] : plans, roots, faults: problems.all.filter(({ severity }) => severity === 'error') };
}

/** Whether every case of a file has a plan of its own, so that the plans of the workspace are not asked. */
export function plansWritten(root: MapNode): boolean {
  const cases = root.get('cases');
  return root.get('plan') !== undefined || (cases?.kind === 'list' && cases.items.every((one) => one.kind === 'map' && one.get('plan') !== undefined));
}

/** The fields of `own`, and those of `base` that it does not write. */
function over(base: MapNode | undefined, own: MapNode): MapNode {
  const entries: readonly MapEntry[] = [...(base?.entries ?? []).filter(({ key }) => own.entry(key) === undefined), ...own.entries];
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  return { ...own, entries, get: (key) => byKey.get(key)?.value, entry: (key) => byKey.get(key) };
}
