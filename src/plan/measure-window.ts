/** The window of a measure as it is written: the period where nothing is. */
import type { MapNode } from '../document/node.ts';
import type { WindowName } from '../value/calendar.ts';
import type { Window } from './model.ts';
import { textOf } from './place.ts';

export function readWindow(node: MapNode): Window {
  const text = textOf(node, 'window') ?? 'period';
  const toDate = /^(quarter|half|year)-to-date$/.exec(text);
  if (toDate) return { kind: 'to-date', in: toDate[1] as WindowName };
  const rolling = /^rolling (\d+)$/.exec(text);
  return rolling ? { kind: 'rolling', periods: +rolling[1]! } : { kind: text as 'period' | 'previous' };
}
