/** Returns that name a sale which is not in the data: who is charged with them then depends on their own columns alone. */
import type { SourceContract } from '../../data/contract.ts';
import type { Problems } from '../../diagnostic/diagnostic.ts';
import { textOrder } from '../../value/text-order.ts';

const SHOWN = 5;

/** `lost`: each return, with the id it names in brackets. */
export function warnLost(lost: readonly string[], source: SourceContract, problems: Problems): void {
  if (lost.length === 0) return;
  const first = [...lost].sort(textOrder).slice(0, SHOWN);
  problems.warning('R050', `${lost.length === 1 ? 'a return' : `${lost.length} returns`} of ${source.name} ${lost.length === 1 ? 'takes' : 'take'} back something that is not in the data: ${first.join(', ')}${lost.length > SHOWN ? ' …' : ''}`, {
    hint: 'read the files of the earlier sales too, or correct the reference; such a row is credited by its own columns, and `unmatched` of a clawback says what it takes back',
  });
}
