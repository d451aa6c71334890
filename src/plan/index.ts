/**
 * The front door of the room: texts of files in, a checked workspace and checked plans out. No file is opened here. Stages:
 * YAML, shape, names and formulas, meaning; each reports all it finds, and the next starts only without errors.
 */
import type { Problems, Source } from '../diagnostic/diagnostic.ts';
import { parseDocument } from '../document/parse.ts';
import type { Node } from '../document/node.ts';
import { PLAN_CHECKS, SET_CHECKS } from './check/index.ts';
import type { Plan, Workspace } from './model.ts';
import { readPlan } from './read.ts';
import { explainShape } from './shape.ts';
import { hasShape } from './verdict.ts';
import { readWorkspace } from './workspace.ts';

export type * from './model.ts';

/** Reads `paycurve.yaml`. `folder` is where it stands, relative to the working directory: `.` or with `/`. */
export function checkWorkspace(source: Source, folder: string, problems: Problems): Workspace | undefined {
  const root = shaped(source, 'workspace', problems);
  return root && readWorkspace(root, source, folder, problems);
}

/** Reads one plan file by itself. Warnings may be added to a plan that is given back; errors never. */
export function checkPlan(source: Source, workspace: Workspace, problems: Problems): Plan | undefined {
  const root = shaped(source, 'plan', problems);
  if (root?.kind !== 'map') return undefined;
  const plan = readPlan(root, source, workspace, problems);
  if (plan === undefined) return undefined;
  const before = problems.all.length;
  for (const check of PLAN_CHECKS) check({ plan, root, workspace }, problems);
  return problems.all.slice(before).some((problem) => problem.severity === 'error') ? undefined : plan;
}

/** What only shows when plans stand side by side, such as two versions that hold on one day. */
export function checkPlans(plans: readonly Plan[], workspace: Workspace, problems: Problems): void {
  for (const check of SET_CHECKS) check(plans, workspace, problems);
}

function shaped(source: Source, kind: 'workspace' | 'plan', problems: Problems): Node | undefined {
  const before = problems.all.length;
  const root = parseDocument(source, problems);
  if (root === undefined) return undefined;
  if (!hasShape(root, kind)) {
    explainShape(root, kind, problems);
    return undefined;
  }
  // A duplicate key leaves a tree whose shape can be checked, but not one that says what was meant.
  return problems.all.slice(before).some((problem) => problem.severity === 'error') ? undefined : root;
}
