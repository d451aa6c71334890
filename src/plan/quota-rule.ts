/** Which quota a measure is held against, how it is spread over periods, and what no quota or a quota of zero means. */
import type { MapEntry, MapNode, Node } from '../document/node.ts';
import { exactText } from '../value/display.ts';
import { HUNDRED, ONE, total, type Exact } from '../value/exact.ts';
import type { Ground } from './ground.ts';
import type { Phasing, QuotaAnswer, QuotaRule } from './model.ts';
import { readExact } from './number.ts';
import { textOf } from './place.ts';

export function readQuotaRule(measure: MapEntry, ground: Ground): QuotaRule | undefined {
  const entry = (measure.value as MapNode).entry('quota');
  const node = entry?.value;
  if (node?.kind !== 'map') return { measure: measure.key, phasing: { kind: 'exact' }, zero: 'error', missing: 'error', at: measure.keyAt };
  const phasing = readPhasing(node.get('phasing'), measure.key, ground);
  if (phasing === undefined) return undefined;
  const whose = textOf(node, 'of') as QuotaRule['whose'];
  const grouped = (measure.value as MapNode).get('across') !== undefined;
  if (whose !== undefined && !grouped) {
    ground.problems.error('P174', `the quota of ${measure.key} is that of each payee, because the measure is not across a group`, { at: node.entry('of')!.keyAt, pointer: node.pointer, hint: 'remove of:, or write across: in the measure' });
    return undefined;
  }
  return {
    ...(whose === undefined ? {} : { whose }),
    measure: textOf(node, 'measure') ?? measure.key,
    phasing,
    zero: (textOf(node, 'zero') ?? 'error') as QuotaAnswer,
    missing: (textOf(node, 'missing') ?? 'error') as QuotaAnswer,
    ...(textOf(node, 'window') === 'whole' ? { whole: true as const } : {}),
    at: entry!.keyAt,
  };
}

function readPhasing(node: Node | undefined, measure: string, { problems }: Ground): Phasing | undefined {
  if (node === undefined) return { kind: 'exact' };
  if (node.kind === 'scalar') return { kind: node.text as 'exact' | 'even' | 'days' };
  if (node.kind !== 'list') return undefined;
  const weights: Exact[] = [];
  for (const [index, item] of node.items.entries()) {
    const weight = readExact(item, `weight ${index + 1} of the quota of ${measure}`, problems)?.value;
    if (weight === undefined) continue;
    if (weight.sign() < 0) problems.error('P078', `weight ${index + 1} of the quota of ${measure} is negative`, { at: item.at, pointer: item.pointer, hint: 'weights are zero or more, and make 100 % together' });
    weights.push(weight);
  }
  const sum = total(weights);
  if (weights.length !== node.items.length) return undefined;
  if (!sum.equals(ONE))
    problems.error('P078', `the weights of the quota of ${measure} make ${exactText(sum.times(HUNDRED))} %, not 100 %`, { at: node.at, pointer: node.pointer, hint: 'one weight for each period of a quota record, 100 % together' });
  return { kind: 'weights', weights };
}
