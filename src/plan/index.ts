/**
 * The front door of the room: texts of files in, a checked workspace and checked plans out. No file is opened here. Stages:
 * YAML, shape, names and formulas, meaning; each reports all it finds. Parts whose shape has a fault are passed over by the next
 * stage, so that one slip does not hide the others; a plan with any error is not given back.
 */
import type { Diagnostic, Problems, Source } from '../diagnostic/diagnostic.ts';
import { parseDocument } from '../document/parse.ts';
import type { MapNode, Node } from '../document/node.ts';
import { PLAN_CHECKS, SET_CHECKS } from './check/index.ts';
import { fitnessOf, onlyStrange, WHOLE } from './fitness.ts';
import type { Plan, Workspace } from './model.ts';
import { refuseCsv, refuseNoMap } from './other-file.ts';
import { readPlan } from './read.ts';
import { explainShape } from './shape.ts';
import { hasShape } from './verdict.ts';
import { readWorkspace } from './workspace.ts';

export type * from './model.ts';

/** Reads `paycurve.yaml`. `folder` is where it stands, relative to the working directory: `.` or with `/`. */
export function checkWorkspace(source: Source, folder: string, problems: Problems): Workspace | undefined {
  const parsed = shaped(source, 'workspace', problems);
  if (parsed === undefined || !onlyStrange(parsed.faults)) return undefined;
  const workspace = readWorkspace(parsed.root, source, folder, problems);
  return parsed.faults.length === 0 ? workspace : undefined;
}

/** Reads one plan file by itself. Warnings may be added to a plan that is given back; errors never. */
export function checkPlan(source: Source, workspace: Workspace, problems: Problems): Plan | undefined {
  const parsed = shaped(source, 'plan', problems);
  const root = parsed?.root;
  if (root?.kind !== 'map') return undefined;
  const fitness = parsed!.faults.length === 0 ? WHOLE : fitnessOf(parsed!.faults);
  return meant(root, fitness && readPlan(fitness.view(root), source, workspace, problems, fitness), workspace, problems);
}

/** The plan, if its parts fit each other. */
function meant(root: MapNode, plan: Plan | undefined, workspace: Workspace, problems: Problems): Plan | undefined {
  if (plan === undefined) return undefined;
  const before = problems.all.length;
  for (const check of PLAN_CHECKS) check({ plan, root, workspace }, problems);
  return problems.all.slice(before).some((problem) => problem.severity === 'error') ? undefined : plan;
}

/** Reads a plan from a tree that somebody changed; the source is the text it was made from. */
export function checkPlanRoot(root: MapNode, source: Source, workspace: Workspace, problems: Problems): Plan | undefined {
  return hasShape(root, 'plan') ? meant(root, readPlan(root, source, workspace, problems, WHOLE), workspace, problems) : undefined;
}

/** Reads a plan that stands inside another file, and says what is wrong with it. */
export function checkPlanPart(root: MapNode, source: Source, workspace: Workspace, problems: Problems): Plan | undefined {
  if (hasShape(root, 'plan')) return meant(root, readPlan(root, source, workspace, problems, WHOLE), workspace, problems);
  explainShape(root, 'plan', problems);
  return undefined;
}

/** What only shows when plans stand side by side, such as two versions that hold on one day. */
export function checkPlans(plans: readonly Plan[], workspace: Workspace, problems: Problems): void {
  for (const check of SET_CHECKS) check(plans, workspace, problems);
}

/** The tree with the faults of its shape; undefined when the text is no tree that says what was meant. */
function shaped(source: Source, kind: 'workspace' | 'plan', problems: Problems): { readonly root: Node; readonly faults: readonly Diagnostic[] } | undefined {
  if (refuseCsv(source, kind, problems)) return undefined;
  const before = problems.all.length;
  const root = parseDocument(source, problems);
  if (root === undefined || refuseNoMap(root, source, kind, problems)) return undefined;
  // A duplicate key leaves a tree whose shape can be checked, but not one that says what was meant.
  const sound = !problems.all.slice(before).some((problem) => problem.severity === 'error');
  const read = problems.all.length;
  if (!hasShape(root, kind)) explainShape(root, kind, problems);
  return sound ? { root, faults: problems.all.slice(read) } : undefined;
}
