/** The quarters, half years and years that a plan looks at: what its calendar must know, and what a new version would cut. */
import type { Span } from '../diagnostic/diagnostic.ts';
import type { Applied } from '../mechanic/mechanic.ts';
import type { WindowName } from '../value/calendar.ts';
import type { Component, Plan } from './model.ts';

export interface AskedWindow {
  readonly window: WindowName;
  /** Begins a sentence: `component base accumulates over the year`. */
  readonly words: string;
  readonly at: Span;
}

export function windowsAsked(plan: Plan): readonly AskedWindow[] {
  const measures = plan.measures.flatMap(({ window, name, at }): AskedWindow[] =>
    window.kind === 'to-date' ? [{ window: window.in, words: `measure ${name} counts the ${window.in} to date`, at }]
    : window.kind === 'previous-year' ? [{ window: 'year', words: `measure ${name} looks at the year before`, at }]
    : [],
  );
  const ceilings = plan.employerCosts.flatMap(({ name, ceiling, at }): AskedWindow[] => (ceiling === undefined || ceiling.over === 'period' ? [] : [{ window: ceiling.over, words: `the ceiling of ${name} holds over the ${ceiling.over}`, at }]));
  return [...measures, ...plan.components.flatMap(ofComponent), ...limitsOver(plan), ...ceilings];
}

function ofComponent({ accumulates, target, name, at }: Component): readonly AskedWindow[] {
  return [
    ...(accumulates === undefined ? [] : [{ window: accumulates, words: `component ${name} accumulates over the ${accumulates}`, at }]),
    ...(target === undefined || target.per === 'period' ? [] : [{ window: target.per, words: `the target of component ${name} is per ${target.per}`, at }]),
  ];
}

/** Caps and floors that hold over a window. */
export function limitsOver(plan: Plan): readonly AskedWindow[] {
  const over = ({ mechanic, config, at }: Applied, whose: string): AskedWindow[] => {
    const window = mechanic.over?.(config);
    return window === undefined ? [] : [{ window, words: `the ${mechanic.key} ${whose} holds over the ${window}`, at }];
  };
  return [...plan.components.flatMap(({ rules, name }) => rules.flatMap((rule) => over(rule, `of component ${name}`))), ...plan.adjust.flatMap((rule) => over(rule, 'of the plan'))];
}
