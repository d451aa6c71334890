/** A measure of what other people earn: the base of an override on earnings (CRD-10). The payee's own pay never counts. */
import type { MapEntry, MapNode } from '../document/node.ts';
import { readAcross } from './across.ts';
import type { Ground } from './ground.ts';
import { readWindow } from './measure-window.ts';
import type { Measure } from './model.ts';
import { readQuotaRule } from './quota-rule.ts';
import { scalars } from './table.ts';

export function readPayouts(entry: MapEntry, ground: Ground): Measure | undefined {
  const node = entry.value as MapNode;
  const { problems } = ground;
  const stray = ['of', 'where'].map((key) => node.entry(key)).find((one) => one !== undefined);
  if (stray !== undefined) {
    problems.error('P173', `measure ${entry.key} adds up payouts, which have no ${stray.key}`, { at: stray.keyAt, pointer: stray.value.pointer, hint: 'name the components under payouts:, and whose under across:' });
    return undefined;
  }
  const group = node.get('across');
  if (group === undefined) {
    problems.error('P173', `measure ${entry.key} does not say whose payouts it adds up`, { at: entry.keyAt, pointer: node.pointer, hint: 'add across: reports for those whom the payee leads, or a column of people' });
    return undefined;
  }
  const across = readAcross(group, ground);
  const quota = readQuotaRule(entry, ground);
  if (across?.kind === 'column' && across.through !== undefined) {
    problems.error('P173', `measure ${entry.key} adds up payouts of the group in the payee's column ${across.through.name}, and these may wait for this payout`, { at: group!.at, pointer: group!.pointer, hint: 'add up payouts across a column of people or reports; another measure may look at the group' });
    return undefined;
  }
  if (across === undefined || quota === undefined) return undefined;
  const names = scalars(node.get('payouts')).map((scalar) => scalar.text);
  return {
    name: entry.key,
    at: entry.keyAt,
    type: 'money',
    kind: 'payouts',
    of: [],
    window: readWindow(node),
    windowWritten: node.get('window') !== undefined,
    across,
    components: names.length === 1 && names[0] === 'all' ? 'all' : names,
    quota,
  };
}
