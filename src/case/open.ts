/** The first look at a file of cases: its tree, and where its workspace and its plans stand. Paths are for the caller to follow. */
import type { Problems, Source } from '../diagnostic/diagnostic.ts';
import { didYouMean } from '../diagnostic/suggest.ts';
import type { MapNode, Node, ScalarNode } from '../document/node.ts';
import { parseDocument } from '../document/parse.ts';
import { CASE_FILE_FIELDS, checkCasesShape } from '../plan/cases-shape.ts';

export interface OpenedCases {
  readonly source: Source;
  readonly root: MapNode;
  /** Where the workspace stands, as written. */
  readonly workspace?: ScalarNode;
  /** Paths or patterns of plans, as written; none: the workspace's own. */
  readonly plans: readonly ScalarNode[];
}

/** Undefined when the text has not the shape of cases; every fault is reported. */
export function openCases(source: Source, problems: Problems): OpenedCases | undefined {
  const found = problems.all.length;
  const root = parseDocument(source, problems);
  const failed = (): boolean => problems.all.slice(found).some((problem) => problem.severity === 'error');
  if (root === undefined || failed()) return undefined;
  if (root.kind === 'map') refuseStrange(root, problems);
  if (!failed()) checkCasesShape(root, problems);
  if (failed() || root.kind !== 'map') return undefined;
  const workspace = root.get('workspace');
  return { source, root, ...(workspace?.kind === 'scalar' ? { workspace } : {}), plans: scalarsOf(root.get('plans')) };
}

/** A scalar, or the scalars of a list. */
export function scalarsOf(node: Node | undefined): readonly ScalarNode[] {
  if (node === undefined) return [];
  return node.kind === 'list' ? node.items.flatMap((item) => (item.kind === 'scalar' ? [item] : [])) : node.kind === 'scalar' ? [node] : [];
}

/** A source may stand at the top under its own name, so the schema lets any text pass there: a misspelt field is told here. */
function refuseStrange(root: MapNode, problems: Problems): void {
  for (const { key, keyAt, value } of root.entries) {
    if (CASE_FILE_FIELDS.includes(key) || (value.kind === 'scalar' && value.text.includes('\n'))) continue;
    const near = didYouMean(key, CASE_FILE_FIELDS);
    problems.error('P001', `the file of cases has no field "${key}"`, { at: keyAt, pointer: value.pointer, found: key, ...(near === undefined ? {} : { note: near }), hint: `its fields are ${CASE_FILE_FIELDS.join(', ')}` });
  }
}
