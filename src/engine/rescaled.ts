/**
 * What the plan prorates besides quotas and targets: limits, and tables whose edges and amounts stand for a whole period, for
 * somebody who is there for a part of it (mechanics QTA-06).
 */
import type { AnyMechanic, Applied, Time } from '../mechanic/mechanic.ts';
import type { Component, Plan, Scaled } from '../plan/model.ts';
import { ONE, ZERO, type Exact } from '../value/exact.ts';
import type { Moment } from './moment.ts';
import { preparedAs, type Prepared } from './prepared.ts';
import { Presence, scalingText, weightIn } from './presence.ts';
import { rampRule } from './ramp.ts';
import { wholeWindow } from './window.ts';

function partOf({ version, index, here, group, enrolment, book }: Moment, what: Scaled, time: Time): { readonly share: Exact; readonly why: string } | undefined {
  if (!version.plan.prorate.includes(what)) return undefined;
  const { calendar } = version;
  const stretch = time === 'period' ? here : wholeWindow(calendar, index, time);
  if (stretch === undefined) return undefined;
  const [from, to] = [calendar.periods[stretch.first]!.from, calendar.periods[stretch.last]!.to];
  const stated = new Presence(enrolment, book.facts);
  const unit = stated.count(from, to).isZero() ? 'days' : undefined;
  const presence = unit === undefined ? stated : stated.inDays();
  const whole = presence.count(from, to);
  const part = weightIn(time === 'period' ? [enrolment] : group, what, from, to, book.facts, unit);
  return { share: part.over(whole), get why() { return scalingText({ part, whole, unit: presence.unit, by: presence.why(what, enrolment.spans, from, to) }, (value) => version.words.number(value)); } };
}

/** The component with the tables that hold for this person and period. */
export function rescaled(prepared: Prepared, moment: Moment): Prepared {
  const { plan } = moment.version;
  if (!plan.prorate.includes('tiers') && !plan.prorate.includes('amounts')) return prepared;
  const { component, measure } = prepared;
  const edges = partOf(moment, 'tiers', windowOf(component, plan, measure));
  const amounts = partOf(moment, 'amounts', component.accumulates ?? 'period');
  const applied = (one: Applied): Applied => {
    const config: unknown = one.mechanic.scaled?.(one.config, edges?.share ?? ONE, amounts?.share ?? ONE);
    return config === undefined ? one : { ...one, config };
  };
  const [formula, rules] = [applied(component.formula), component.rules.map(applied)];
  if (formula === component.formula && rules.every((rule, at) => rule === component.rules[at])) return prepared;
  const own: Component = { ...component, formula, rules };
  const told = [...(edges === undefined ? [] : [`edges of tables: ${edges.why}`]), ...(amounts === undefined ? [] : [`amounts of tables: ${amounts.why}`])];
  const after = preparedAs(own, measure, rampRule(plan.ramp, plan.rampAt ?? component.at, own), prepared.matched);
  return { ...after, chain: [{ mechanic: NOTE, config: { text: told.join('; '), none: edges?.share.isZero() === true } satisfies Note, at: component.at }, ...after.chain] };
}

/** The time that edges stand for: what the component pays over, or the window of its measure. */
function windowOf({ accumulates }: Component, plan: Plan, measure: number): Time {
  const { window } = plan.measures[measure]!;
  return accumulates ?? (window.kind === 'to-date' ? window.in : 'period');
}

interface Note {
  readonly text: string;
  /** Edges times zero would be no table. */
  readonly none: boolean;
}

/** Says in the explanation by what a table was scaled; it changes no amount. */
const NOTE: AnyMechanic = {
  key: 'prorate',
  kind: 'rule',
  step: 5,
  where: [],
  summary: 'tables scaled by days in the plan',
  about: '',
  schema: {},
  read: () => undefined,
  calculate: ({ text, none }: Note) => (none ? { amount: ZERO, ends: `no day counts for ${text}`, text: () => `no day counts for ${text}` } : { text: () => text }),
  formulas: () => [],
  describe: () => '',
  example: { title: '', yaml: '', work: '', given: { base: '0' }, earns: '0' },
};
