/** What there is to reach in a plan: components that pay, the branches of their mechanics, rules of the plan, and both sides of each `if`. */
import type { Span } from '../diagnostic/diagnostic.ts';
import type { Formula } from '../expr/formula.ts';
import { partsOf, type Call, type Tree } from '../expr/tree.ts';
import type { Branch } from '../mechanic/mechanic.ts';
import type { Plan } from '../plan/model.ts';

/** One thing that a case reaches or not. */
export interface Point {
  readonly at: Span;
  /** `new_business: tiers, tier 2`. */
  readonly what: string;
  reached: boolean;
}

export interface Points {
  readonly all: readonly Point[];
  /** By component. */
  readonly components: ReadonlyMap<string, Point>;
  /** By place and key of the mechanic, each list in the order of its branches; undefined where no case can come. */
  readonly mechanics: ReadonlyMap<string, readonly (Point | undefined)[]>;
  /** Where the condition holds, and where it does not. */
  readonly conditions: ReadonlyMap<Call, readonly [Point, Point]>;
}

/** A mechanic of a plan, on what is earned or on what is paid. */
export interface Rule {
  readonly mechanic: { readonly key: string; readonly branches?: (config: never) => readonly Branch[] };
  readonly config: unknown;
  readonly at: Span;
}

/** A mechanic of a plan, however often the plan was copied. */
export function mechanicKey({ mechanic, at }: Rule): string {
  return `${at.start} ${mechanic.key}`;
}

export function pointsOf(plan: Plan): Points {
  const all: Point[] = [];
  const point = (at: Span, what: string): Point => {
    const made = { at, what, reached: false };
    all.push(made);
    return made;
  };
  const components = new Map<string, Point>();
  const mechanics = new Map<string, readonly (Point | undefined)[]>();
  const branches = (applied: Rule, of: string, alone: boolean): void => {
    const { mechanic, config, at } = applied;
    const known = mechanic.branches?.(config as never) ?? (alone ? [{ name: 'acts' }] : []);
    mechanics.set(mechanicKey(applied), known.map((branch) => (branch.never === true ? undefined : point(branch.at ?? at, `${of}: ${mechanic.key}, ${branch.name}`))));
  };
  for (const component of plan.components) {
    components.set(component.name, point(component.at, `${component.name} earns something`));
    for (const rule of component.rules) branches(rule, component.name, true);
    branches(component.formula, component.name, false);
  }
  for (const rule of [...plan.adjust, ...plan.payments]) branches(rule, 'adjust', true);
  const conditions = new Map<Call, readonly [Point, Point]>();
  for (const formula of formulasOf(plan))
    for (const call of conditionsIn(formula.tree)) {
      const [{ start, end }] = call.args as [Tree];
      const text = formula.text.slice(start, end);
      if (!conditions.has(call)) conditions.set(call, [point(formula.at, `if ${text}`), point(formula.at, `if not ${text}`)]);
    }
  return { all, components, mechanics, conditions };
}

function formulasOf(plan: Plan): readonly Formula<never>[] {
  const found = [
    ...plan.credits.map(({ where }) => where),
    ...plan.measures.flatMap(({ value, where }) => [value, where]),
    ...plan.components.flatMap(({ target, formulas }) => [target?.formula, ...formulas]),
    ...[...plan.adjust, ...plan.payments].flatMap(({ mechanic, config }) => mechanic.formulas(config)),
  ];
  return found.filter((formula) => formula !== undefined);
}

function* conditionsIn(tree: Tree): Generator<Call> {
  if (tree.kind === 'call' && tree.name === 'if') yield tree;
  for (const part of partsOf(tree)) yield* conditionsIn(part);
}
