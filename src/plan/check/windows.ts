/** A window must be one that the calendar of the plan knows: a quarter is none where a year has thirteen periods. */
import type { Span } from '../../diagnostic/diagnostic.ts';
import type { Node } from '../../document/node.ts';
import type { WindowName } from '../../value/calendar.ts';
import type { Component } from '../model.ts';
import { keyOf, placeOf } from '../place.ts';
import type { PlanCheck, Subject } from './check.ts';
import { windowsOf } from './windows-known.ts';

interface Wanted {
  readonly window: WindowName;
  readonly words: string;
  readonly at: Span;
}

export const checkWindows: PlanCheck = (subject, problems) => {
  const { plan, root } = subject;
  const known = windowsOf(plan.calendar);
  if (known === undefined) return;
  for (const { window, words, at } of wanted(subject)) {
    if (known.includes(window)) continue;
    const kind = plan.calendar.kind === 'file' ? 'the calendar file' : `a calendar of ${plan.calendar.kind}`;
    const calendar = root.get('calendar');
    problems.error('P077', `${words}, but ${kind} has no ${window === 'half' ? 'half years' : `${window}s`}`, {
      at,
      ...(calendar === undefined ? {} : { labels: [{ at: keyOf(root, 'calendar'), text: 'the calendar of this plan' }] }),
      hint: known.length === 0 ? 'add columns year, half or quarter to the calendar file' : `the calendar knows ${['period', ...known].join(', ')}`,
    });
  }
};

function wanted({ plan, root }: Subject): readonly Wanted[] {
  const out: Wanted[] = [];
  for (const measure of plan.measures) if (measure.window.kind === 'previous-year') out.push({ window: 'year', words: `measure ${measure.name} looks at the year before`, at: placeOf(root, 'measures', measure.name, 'window') });
  for (const measure of plan.measures) if (measure.window.kind === 'to-date') out.push({ window: measure.window.in, words: `measure ${measure.name} is ${measure.window.in} to date`, at: placeOf(root, 'measures', measure.name, 'window') });
  for (const component of plan.components) out.push(...ofComponent(component, root));
  const adjust = root.get('adjust');
  if (adjust !== undefined) out.push(...overs(adjust, 'a rule of adjust'));
  return out;
}

function ofComponent(component: Component, root: Subject['root']): Wanted[] {
  const { name, accumulates, target } = component;
  const place = (key: string): Span => placeOf(root, 'components', name, key);
  const node = (root.get('components') as Extract<Node, { kind: 'map' }>).get(name)!;
  return [
    ...(accumulates === undefined ? [] : [{ window: accumulates, words: `component ${name} accumulates over a ${yearly(accumulates)}`, at: place('accumulates') }]),
    ...(target === undefined || target.per === 'period' ? [] : [{ window: target.per, words: `the target of component ${name} is per ${target.per}`, at: place('target') }]),
    ...overs(node, `component ${name}`),
  ];
}

function yearly(window: WindowName): string {
  return window === 'half' ? 'half year' : window;
}

/** Every `over: WINDOW` inside. */
function overs(node: Node, who: string): Wanted[] {
  if (node.kind === 'list') return node.items.flatMap((item) => overs(item, who));
  if (node.kind === 'scalar') return [];
  return node.entries.flatMap(({ key, value }): Wanted[] => {
    if (key !== 'over' || value.kind !== 'scalar') return overs(value, who);
    const { text } = value;
    return text === 'month' || text === 'quarter' || text === 'half' || text === 'year' ? [{ window: text, words: `${who} counts over a ${yearly(text)}`, at: value.at }] : [];
  });
}
