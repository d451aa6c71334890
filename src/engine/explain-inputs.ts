/**
 * What a component took from the people file, as steps: columns that its formulas name, the target incentive with its parts
 * (periods, days, weight), and the individual commission rate that comes of target and quota.
 */
import type { Type } from '../expr/types.ts';
import { dayText } from '../value/day.ts';
import { Exact, ONE } from '../value/exact.ts';
import type { Worked } from './component.ts';
import type { Moment } from './moment.ts';
import type { Step } from './result.ts';
import { targetOver, type TargetPart } from './target.ts';

export function explainInputs(worked: Worked, moment: Moment, currency: string): Step[] {
  const { component } = worked;
  const names = new Set(component.formulas.flatMap((formula) => formula.refs.flatMap((ref) => (ref.form === undefined && !moment.version.measures.has(ref.name) ? [ref.name] : []))));
  const steps = [...names].flatMap((name) => columnSteps(name, moment, currency));
  const icr = names.has('icr');
  const asksForTarget = icr || names.has('target') || [component.formula, ...component.rules].some(({ mechanic, config }) => mechanic.needs?.(config).target === true);
  const target = asksForTarget ? targetStep(worked, moment, currency) : undefined;
  if (target === undefined) return steps;
  return [...steps, icr ? icrStep(worked, target, moment, currency) : target];
}

/** A people column over the period: one step for each stretch of days with its own value. */
function columnSteps(name: string, { book, cells, enrolment }: Moment, currency: string): Step[] {
  const index = book.facts.people.get(name);
  const type = index === undefined ? undefined : book.facts.columns[index]!.type;
  if (index === undefined || type === undefined || name === 'icr' || name === 'target') return [];
  const unit: Type = type.kind === 'money' || type.kind === 'ratio' ? type.kind : 'number';
  return cells.flatMap(({ from, record }, at): Step[] => {
    const value = record?.values[index];
    if (record === undefined || !(value instanceof Exact)) return [];
    const before = cells[at - 1]?.record?.values[index];
    if (before instanceof Exact && before.equals(value)) return [];
    return [{ kind: 'input', name, text: `of ${enrolment.person} from ${dayText(from)}`, amount: value, unit, ...(unit === 'money' ? { currency } : {}), data: record.at, parts: [] }];
  });
}

function targetStep({ component }: Worked, moment: Moment, currency: string): Step | undefined {
  const target = targetOver(moment, component);
  if (target.value === undefined) return { kind: 'target', name: '', text: `target incentive: ${target.none}`, plan: component.at, parts: [] };
  const { words } = moment;
  const weight = component.weight === undefined ? '' : `, weight ${words.percent(component.weight)} of ${words.money(target.sum)}`;
  return {
    kind: 'target',
    name: '',
    text: `target incentive${weight}`,
    amount: target.value,
    unit: 'money',
    currency,
    plan: component.at,
    parts: target.parts.map((part) => ({ kind: 'target', name: part.period.id, text: partText(part, component.target!, moment), amount: part.amount, unit: 'money', currency, ...(component.target!.formula.refs.length === 0 ? { plan: component.target!.formula.at } : { data: part.record.at }), parts: [] })),
  };
}

const LENGTHS = { period: 'a period', month: 'a month', quarter: 'a quarter', half: 'a half year', year: 'a year' } as const;

/** `2026-04-01 to 2026-04-30: 56,000.00 USD a year (target_incentive) ÷ 4 × 30 of 91 days`. */
function partText({ from, to, stated, among, scaled, spread }: TargetPart, { formula, per }: NonNullable<Worked['component']['target']>, { words }: Moment): string {
  const days = scaled === undefined ? '' : ` × ${words.number(scaled.part)} of ${words.number(scaled.whole)} ${scaled.unit}${scaled.by.length === 0 ? '' : ` (${scaled.by.join(', ')})`}`;
  const when = scaled !== undefined ? `${dayText(from)} to ${dayText(to)}, ` : '';
  return `${when}${words.money(stated)} ${LENGTHS[per]} (${formula.text})${among === 1 ? '' : ` ÷ ${among}`}${days}${spread.equals(ONE) ? '' : ` × ${words.number(spread)} (weight of components that do not apply)`}`;
}

function icrStep({ component, env, quota }: Worked, target: Step, { words, book }: Moment, currency: string): Step {
  const icr = env.icr();
  const { type } = book.measureNamed(component.on);
  const unit: Type = type === 'money' ? 'ratio' : 'money';
  const text = icr.value === undefined || target.amount === undefined || quota?.value === undefined ? (icr.none ?? '') : `target ${words.money(target.amount)} ÷ quota ${words.amount(quota.value, type)}`;
  return { kind: 'input', name: 'icr', text, ...(icr.value === undefined ? {} : { amount: icr.value, unit, ...(unit === 'money' ? { currency } : {}) }), plan: component.at, parts: [target] };
}
