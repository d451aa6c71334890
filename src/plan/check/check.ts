/** What a check of meaning gets: the plan that was read, the file it came from (for places), and the workspace. */
import type { Problems } from '../../diagnostic/diagnostic.ts';
import type { MapNode } from '../../document/node.ts';
import type { Plan, Workspace } from '../model.ts';

export interface Subject {
  readonly plan: Plan;
  readonly root: MapNode;
  readonly workspace: Workspace;
}

export type PlanCheck = (subject: Subject, problems: Problems) => void;

/** A check that looks at all plans of a workspace together. */
export type SetCheck = (plans: readonly Plan[], workspace: Workspace, problems: Problems) => void;
