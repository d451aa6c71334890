/** The window of a measure as it is written: the period where nothing is. */
import type { MapNode } from '../document/node.ts';
import type { WindowName } from '../value/calendar.ts';
import type { Window } from './model.ts';
import { textOf } from './place.ts';

export function readWindow(node: MapNode): Window {
  const text = textOf(node, 'window') ?? 'period';
  const toDate = /^(month|quarter|half|year)-to-date$/.exec(text);
  if (toDate) return { kind: 'to-date', in: toDate[1] as WindowName };
  if (text === 'previous-year' || text === 'previous-year-to-date') return { kind: 'previous-year', toDate: text !== 'previous-year' };
  const rolling = /^rolling (\d+)$/.exec(text);
  const mean = textOf(node, 'mean') as 'all' | 'present' | undefined;
  return rolling ? { kind: 'rolling', periods: +rolling[1]!, ...(mean === undefined ? {} : { mean }) } : { kind: text as 'period' | 'previous' };
}
