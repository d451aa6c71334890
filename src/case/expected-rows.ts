/** What is expected of rows that nobody is credited for, and the codes of what a run says. */
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { MapEntry, MapNode } from '../document/node.ts';
import { textOrder } from '../value/text-order.ts';
import { scalarsOf } from './open.ts';
import type { ExpectedCodes, ExpectedExclusion } from './suite.ts';

/** `{ filtered: 2 }`, or the ids: `{ filtered: [1004, 1005] }`. */
export function readExclusions(node: MapNode, problems: Problems): readonly ExpectedExclusion[] {
  return node.entries.flatMap(({ key, keyAt, value }): ExpectedExclusion[] => {
    if (value.kind === 'list') return [{ at: keyAt, reason: key, rows: scalarsOf(value).map((scalar) => scalar.text) }];
    const text = value.kind === 'scalar' ? value.text : '';
    if (/^\d{1,9}$/.test(text)) return [{ at: keyAt, reason: key, rows: +text }];
    problems.error('T004', `"${key}" is ${text}, which is no number of rows`, { at: value.at, pointer: value.pointer, found: text, hint: 'write how many rows are left out, or list their ids in brackets' });
    return [];
  });
}

export function readCodes(entry: MapEntry | undefined): ExpectedCodes | undefined {
  return entry === undefined ? undefined : { at: entry.keyAt, codes: [...new Set(scalarsOf(entry.value).map((scalar) => scalar.text))].sort(textOrder) };
}
