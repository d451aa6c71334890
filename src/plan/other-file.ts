/**
 * A file that is no plan at all, most often data under a plan's name. Nothing of it is shown: it may hold names and pay, and
 * findings are made to be shared.
 */
import type { Problems, Source } from '../diagnostic/diagnostic.ts';
import type { Node } from '../document/node.ts';

type Kind = 'workspace' | 'plan';

/** Whether the text is CSV: its first two lines are cut by one delimiter into as many cells, and neither begins as YAML does. */
export function refuseCsv({ name, text }: Source, kind: Kind, problems: Problems): boolean {
  const lines = text.slice(0, LOOKED_AT).split(/\r?\n/).filter((line) => line.trim() !== '').slice(0, 2);
  const delimiter = [',', ';', '\t', '|'].find((sign) => {
    const counts = lines.map((line) => line.split(sign).length);
    return counts[0]! > 1 && counts.every((count) => count === counts[0]);
  });
  if (delimiter === undefined || lines.length < 2 || lines.some((line) => /^\s*([#[{"'-]|[\w -]+:(\s|$))/.test(line) && !/^"[^"]*"(,|;|\t|\|)/.test(line))) return false;
  problems.error('P010', `${name} is a CSV file, and no ${kind}`, { data: { file: name }, found: 'a CSV file', expected: `a ${kind}`, hint: REMEDIES[kind] });
  return true;
}

/** A list or a text where the whole file should be a map; its contents stay out of the message. */
export function refuseNoMap(root: Node, { name }: Source, kind: Kind, problems: Problems): boolean {
  if (root.kind === 'map') return false;
  const found = root.kind === 'list' ? 'a list' : 'a text';
  problems.error('P010', `${name} is ${found}, and no ${kind}`, { data: { file: name }, found, expected: `a ${kind}`, hint: REMEDIES[kind] });
  return true;
}

const LOOKED_AT = 4096;

const REMEDIES = {
  plan: 'a plan begins with plan: and its name; name data files under data: or people: of paycurve.yaml',
  workspace: 'a workspace begins with workspace: and its name; paycurve init writes one',
} as const;
