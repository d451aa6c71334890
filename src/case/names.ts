/** Names that a case uses must be names of its plans: a misspelt one would only ever say "found nothing". */
import type { Problems } from '../diagnostic/diagnostic.ts';
import { didYouMean, either } from '../diagnostic/suggest.ts';
import type { MapNode } from '../document/node.ts';

const MOST = 12;

export function checkName(node: MapNode, key: string, known: readonly string[], kinds: string, problems: Problems): void {
  const scalar = node.get(key);
  if (scalar?.kind !== 'scalar' || known.includes(scalar.text)) return;
  const names = [...new Set(known)];
  const near = didYouMean(scalar.text, names);
  problems.error('T003', `no plan has the ${key} "${scalar.text}"`, {
    at: scalar.at,
    pointer: scalar.pointer,
    found: scalar.text,
    ...(near === undefined ? {} : { note: near }),
    hint: names.length === 0 ? `there are no ${kinds}` : `${kinds} are ${either(names.slice(0, MOST), 'and')}`,
  });
}
