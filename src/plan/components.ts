/** Components of pay: the measure paid on, one formula mechanic, and the rules that change what it earned. */
import type { MapEntry, MapNode, ScalarNode } from '../document/node.ts';
import { MECHANICS } from '../mechanic/index.ts';
import type { AnyMechanic, Applied } from '../mechanic/mechanic.ts';
import type { WindowName } from '../value/calendar.ts';
import { either } from '../diagnostic/suggest.ts';
import { readApplies } from './applies.ts';
import { checkName, sayUnknown, type Ground } from './ground.ts';
import type { Component, Measure, RoundingRule } from './model.ts';
import { readExact } from './number.ts';
import { periodBinding } from './period-binding.ts';
import { textOf } from './place.ts';
import { readerOf } from './reader.ts';
import { readRounding } from './rounding.ts';
import type { RowBinding } from './row-binding.ts';
import { quoted } from './shape-words.ts';
import { readTarget } from './target.ts';

export interface ComponentGround extends Ground {
  readonly measures: readonly Measure[];
  /** Names of measures that could not be read. */
  readonly broken: readonly string[];
  readonly components: ReadonlyMap<string, MapEntry['keyAt']>;
  readonly rounding: RoundingRule | undefined;
  /** The source behind a credit rule. */
  rows(credit: string): RowBinding | undefined;
}

export function readComponent(entry: MapEntry, ground: ComponentGround): Component | undefined {
  const node = entry.value as MapNode;
  const { problems, fitness } = ground;
  if (fitness.unfit(node)) return undefined;
  const before = problems.all.length;
  checkName(entry.key, 'a component', entry.keyAt, problems);
  const paid = readPaid(entry, ground);
  const measure = ground.measures.find((one) => one.name === paid?.on);
  const weightNode = node.get('weight');
  const weight = weightNode === undefined ? undefined : readExact(weightNode, `the weight of ${entry.key}`, problems)?.value;
  if (weight !== undefined && weight.sign() <= 0) problems.error('P084', `the weight of component ${entry.key} is not above zero`, { at: weightNode!.at, pointer: weightNode!.pointer, hint: 'write a share such as 80%' });
  const target = readTarget(entry, ground);
  const applies = readApplies(entry, ground);
  const own = node.get('rounding');
  const rounding = own === undefined ? ground.rounding : readRounding(own, ground.currency, problems);
  const { formula, rules, whole } = readMechanics(entry, measure, ground);
  if (paid === undefined || measure === undefined || formula === undefined || rounding === undefined || !whole || target === false || applies === false) return undefined;
  if (problems.all.slice(before).some((problem) => problem.severity === 'error')) return undefined;
  const all = [formula, ...rules];
  const accumulates = textOf(node, 'accumulates') as WindowName | undefined;
  return {
    name: entry.key,
    title: textOf(node, 'title') ?? entry.key.replaceAll('_', ' '),
    at: entry.keyAt,
    pays: paid.pays,
    on: paid.on,
    ...(weight === undefined ? {} : { weight }),
    ...(applies === undefined ? {} : { applies }),
    ...(target === undefined ? {} : { target }),
    ...(accumulates === undefined ? {} : { accumulates }),
    rounding,
    formula,
    rules,
    formulas: all.flatMap((applied) => applied.mechanic.formulas(applied.config)),
  };
}

function readPaid(entry: MapEntry, { measures, broken, problems, fitness }: ComponentGround): { readonly pays: Component['pays']; readonly on: string } | undefined {
  const node = entry.value as MapNode;
  const commission = node.entry('commission on');
  const bonus = node.entry('bonus on');
  if (commission !== undefined && bonus !== undefined) {
    problems.error('P079', `component ${entry.key} is both a commission and a bonus`, { at: bonus.keyAt, pointer: node.pointer, labels: [{ at: commission.keyAt, text: 'the commission' }], hint: 'keep one of them, or make two components' });
    return undefined;
  }
  const one = commission ?? bonus;
  if (one === undefined) {
    if (!fitness.misspelt(node)) problems.error('P079', `component ${entry.key} does not say what it pays on`, { at: entry.keyAt, pointer: node.pointer, hint: `add commission on: or bonus on: and a measure, such as commission on: ${measures[0]?.name ?? 'revenue'}` });
    return undefined;
  }
  const scalar = one.value as ScalarNode;
  const names = measures.map((measure) => measure.name);
  if (!names.includes(scalar.text)) {
    if (!broken.includes(scalar.text)) sayUnknown(problems, 'P080', `the plan has no measure ${quoted(scalar.text)}`, scalar.text, names, scalar.at, { pointer: scalar.pointer, none: 'declare it under measures:', kinds: 'measures' });
    return undefined;
  }
  return { pays: commission === undefined ? 'bonus' : 'commission', on: scalar.text };
}

interface Mechanics {
  readonly formula: Applied | undefined;
  readonly rules: readonly Applied[];
  /** Whether every mechanic could be read. */
  readonly whole: boolean;
}

function readMechanics(entry: MapEntry, measure: Measure | undefined, ground: ComponentGround): Mechanics {
  const node = entry.value as MapNode;
  const { problems, fitness } = ground;
  const found = node.entries.flatMap((one) => {
    const mechanic = MECHANICS.find((each) => each.key === one.key && each.where.includes('component'));
    return mechanic === undefined ? [] : [{ mechanic, one }];
  });
  const [first, second] = found.filter(({ mechanic }) => mechanic.kind === 'formula');
  if (first === undefined && fitness.misspelt(node)) return { formula: undefined, rules: [], whole: false };
  if (first === undefined) {
    const keys = MECHANICS.filter((mechanic) => mechanic.kind === 'formula').map((mechanic) => mechanic.key);
    problems.error('P081', `component ${entry.key} does not say how it pays`, { at: entry.keyAt, pointer: node.pointer, hint: `add one of ${either(keys)}` });
  } else if (second !== undefined) {
    problems.error('P082', `component ${entry.key} pays in two ways, by ${first.one.key} and by ${second.one.key}`, { at: second.one.keyAt, pointer: node.pointer, labels: [{ at: first.one.keyAt, text: 'the first' }], hint: 'keep one, or make two components' });
  }
  const binding = periodBinding({ ...ground, baseType: measure?.type ?? 'money' });
  const reader = readerOf({
    component: entry.key,
    on: measure?.name,
    baseType: measure?.type,
    binding,
    measures: ground.measures.map((one) => one.name),
    broken: ground.broken,
    rows: measure?.of[0] === undefined ? undefined : ground.rows(measure.of[0]),
    problems,
    workspace: ground.workspace,
  });
  // Without the measure paid on, units are unknown; its problem has been reported.
  const applied = measure === undefined ? [] : found.flatMap(({ mechanic, one }): Applied[] => {
    const config: unknown = fitness.unfit(one.value) ? undefined : mechanic.read(one.value, reader);
    return config === undefined ? [] : [{ mechanic, config, at: one.keyAt }];
  });
  return { formula: applied.find(({ mechanic }) => mechanic.kind === 'formula'), rules: inOrder(applied.filter(({ mechanic }) => mechanic.kind === 'rule')), whole: applied.length === found.length };
}

/** Rules by their step in the order of operations, then by the list of mechanics. */
function inOrder(rules: readonly Applied[]): readonly Applied[] {
  const step = (applied: Applied): number => applied.mechanic.stepOf?.(applied.config) ?? applied.mechanic.step;
  const place = (mechanic: AnyMechanic): number => MECHANICS.indexOf(mechanic);
  return [...rules].sort((a, b) => step(a) - step(b) || place(a.mechanic) - place(b.mechanic));
}
