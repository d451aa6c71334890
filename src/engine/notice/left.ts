/** Returns of sales whose owner has left a plan that has no rule to take anything back with: told, never dropped in silence. */
import type { Row, SourceContract } from '../../data/contract.ts';
import type { Problems } from '../../diagnostic/diagnostic.ts';
import { textOrder } from '../../value/text-order.ts';

const SHOWN = 5;

/** `left`: each return, in words with the sale and its owner. */
export function warnLeft(left: ReadonlyMap<Row, string>, source: SourceContract, problems: Problems): void {
  if (left.size === 0) return;
  const sorted = [...left].sort((a, b) => textOrder(a[1], b[1]));
  const [{ file, line, row }] = sorted[0]!;
  problems.warning('R066', `${left.size === 1 ? 'a return' : `${left.size} returns`} of ${source.name} ${left.size === 1 ? 'takes' : 'take'} nothing back, because the owner of the sale has left the plan: ${sorted.slice(0, SHOWN).map(([, words]) => words).join(', ')}${left.size > SHOWN ? ' …' : ''}`, {
    data: { file, line, row },
    hint: 'a component with `clawback` takes back what was earned on it, also from people who have left',
  });
}
