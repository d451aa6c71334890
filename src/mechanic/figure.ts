/**
 * A formula as a mechanic holds it: its value when it names nothing, and words for the numbers that go into it. What
 * cannot be computed says why; it is never a silent zero (calculation contract §1).
 */
import type { Node } from '../document/node.ts';
import type { Ref, Type, Value } from '../expr/types.ts';
import { dayText } from '../value/day.ts';
import { Exact } from '../value/exact.ts';
import type { Known, PeriodEnv, PeriodFormula, Reader, Words } from './mechanic.ts';

interface Fact {
  readonly ref: Ref;
  readonly name: string;
  readonly kind: 'measure' | 'person' | 'component' | 'own';
  readonly type: Type;
  /** One value for all, or for everybody with one value in this people column. */
  readonly shared?: string;
}

export interface Figure {
  readonly formula: PeriodFormula;
  /** The value of a formula that names nothing. */
  readonly fixed?: Known & { readonly value: Exact };
  /** The names in it, each with its unit. */
  readonly facts: readonly Fact[];
  /** What its value is multiplied by for days in the plan. */
  readonly times?: Exact;
}

export function readFigure(node: Node, expect: readonly Type[], reader: Reader): Figure | undefined {
  const formula = reader.formula(node, expect);
  return formula === undefined ? undefined : figureOf(formula, reader);
}

export function figureOf(formula: PeriodFormula, reader: Reader): Figure {
  const facts = formula.refs.flatMap((ref) => {
    const about = reader.about(ref);
    const name = ref.form === undefined ? ref.name : `${ref.form} of ${ref.name}`;
    return about === undefined ? [] : [{ ref, name, ...about }];
  });
  if (formula.refs.length > 0) return { formula, facts };
  const value = formula.evaluate(NOTHING);
  return value instanceof Exact ? { formula, facts, fixed: { value } } : { formula, facts };
}

/** The formula as people read it: a share of the target in the words it is written in. */
export function stated({ formula, times }: Figure): string {
  return `${formula.text.replace(/^([\d._/%\s]+) \* target$/, '$1 of target')}${times === undefined ? '' : ', scaled'}`;
}

/** The number the formula gives here, or why there is none. */
export function figureIn(figure: Figure, env: PeriodEnv): Known {
  if (figure.fixed !== undefined) return figure.fixed;
  const value = figure.formula.evaluate(env);
  return value instanceof Exact ? { value: figure.times === undefined ? value : value.times(figure.times) } : { none: whyNot(figure, env) };
}

/** Whether the condition holds; undefined when it cannot be told (`whyNot` then says why). */
export function holds(figure: Figure, env: PeriodEnv): boolean | undefined {
  const value = figure.formula.evaluate(env);
  return typeof value === 'boolean' ? value : undefined;
}

/** Why the formula has no value: the first of its names that has none, else one that is blank. */
export function whyNot(figure: Figure, env: PeriodEnv): string {
  let blank: string | undefined;
  for (const fact of figure.facts) {
    const value = valueOf(fact, env);
    if (isNone(value)) return `${fact.name} is not applicable: ${value.none}`;
    if (value === null) blank ??= fact.name;
  }
  return blank === undefined ? `${stated(figure)} is not applicable: ${/\bgrowth\(/.test(figure.formula.text) ? 'growth has no baseline above zero' : 'it divides by zero'}` : `${blank} is blank`;
}

/** `margin_pct is 32 %, deals is 8`: the numbers that went in; '' when the formula names nothing. */
export function factsIn(figure: Figure, env: PeriodEnv, words: Words): string {
  return figure.facts.map((fact) => `${fact.name} is ${shown(fact, valueOf(fact, env), words)}`).join(', ');
}

type Found = Value | { readonly none: string };

function isNone(value: Found): value is { readonly none: string } {
  return typeof value === 'object' && value !== null && !(value instanceof Exact);
}

function valueOf(fact: Fact, env: PeriodEnv): Found {
  const { form, name } = fact.ref;
  if (fact.kind === 'person') return env.person(name);
  const known =
    form === 'attainment' ? env.attainment(name)
    : form === 'quota' ? env.quota(name)
    : form === 'payout' ? env.payout(name)
    : fact.kind === 'own' ? (name === 'icr' ? env.icr() : name === SERVICE ? (env.service?.() ?? NO_SERVICE) : env.target())
    : env.measure(name);
  return known.value ?? { none: known.none };
}

function shown(fact: Fact, value: Found, words: Words): string {
  if (value === null) return 'blank';
  if (value === undefined) return 'not applicable';
  if (value instanceof Exact) return words.amount(value, fact.type);
  if (isNone(value)) return `not applicable (${value.none})`;
  if (typeof value === 'number') return dayText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return `'${value}'`;
}

/** A name of every formula over a period: the month of service of the last day in the plan. */
export const SERVICE = 'months_of_service';
/** On paper there is nobody. */
const NO_SERVICE: Known = { none: 'the first day of service is not known' };

/** A formula without names asks for nothing; a question here would be our own bug. */
const NOTHING: PeriodEnv = {
  measure: refuse,
  quota: refuse,
  attainment: refuse,
  payout: refuse,
  person: refuse,
  icr: refuse,
  target: refuse,
};

function refuse(): never {
  throw new Error('a formula without names asked for a value');
}
