/** Measures: what is counted, over which window, against which quota. Rule: calculation contract §5. */
import type { MapEntry, MapNode, ScalarNode } from '../document/node.ts';
import type { Type } from '../expr/types.ts';
import { readAcross } from './across.ts';
import { formulaOf } from './binding.ts';
import type { Credited } from './credits.ts';
import { checkName, sayUnknown, type Ground } from './ground.ts';
import { readWindow } from './measure-window.ts';
import type { Measure } from './model.ts';
import { readPayouts } from './payouts-measure.ts';
import { readQuotaRule } from './quota-rule.ts';
import { labelled } from './place.ts';
import { quoted } from './shape-words.ts';
import { scalars } from './table.ts';

export const MEASURE_KINDS = ['sum', 'count', 'distinct', 'min', 'max', 'ratio', 'payouts'] as const;
type Kind = (typeof MEASURE_KINDS)[number];

const RESULTS: Readonly<Record<'sum' | 'min' | 'max' | 'distinct', readonly Type[]>> = {
  sum: ['money', 'number'],
  min: ['money', 'number', 'ratio'],
  max: ['money', 'number', 'ratio'],
  distinct: ['text', 'number', 'date', 'money', 'ratio', 'yes-no'],
};

export interface CreditNames {
  /** Rules that could be read. */
  readonly read: ReadonlyMap<string, Credited>;
  /** All rules as written. */
  readonly written: readonly string[];
}

/** All measures that could be read, in the order written; ratios after the others they divide have been read. */
export function readMeasures(entries: readonly MapEntry[], credits: CreditNames, ground: Ground): Measure[] {
  const kinds = new Map<string, Kind>();
  for (const entry of entries) {
    checkName(entry.key, 'a measure', entry.keyAt, ground.problems);
    const kind = kindOf(entry, ground);
    if (kind !== undefined) kinds.set(entry.key, kind);
  }
  const read = new Map<string, Measure>();
  for (const entry of entries) {
    const kind = kinds.get(entry.key);
    if (kind === undefined || kind === 'ratio') continue;
    const measure = kind === 'payouts' ? readPayouts(entry, ground) : readPlain(entry, kind, credits, ground);
    if (measure !== undefined) read.set(entry.key, measure);
  }
  for (const entry of entries) {
    if (kinds.get(entry.key) !== 'ratio') continue;
    const measure = readRatio(entry, read, entries, kinds, ground);
    if (measure !== undefined) read.set(entry.key, measure);
  }
  return entries.flatMap((entry) => read.get(entry.key) ?? []);
}

function kindOf(entry: MapEntry, { problems, fitness }: Ground): Kind | undefined {
  if (fitness.unfit(entry.value)) return undefined;
  const node = entry.value as MapNode;
  const written = MEASURE_KINDS.filter((kind) => node.get(kind) !== undefined);
  if (written.length === 1) return written[0];
  const second = written[1];
  if (second === undefined) problems.error('P071', `measure ${entry.key} does not say what it counts`, { at: entry.keyAt, pointer: node.pointer, hint: `add one of ${MEASURE_KINDS.join(', ')}, such as sum: amount` });
  else
    problems.error('P071', `measure ${entry.key} counts two things, ${written[0]} and ${second}`, {
      at: node.entry(second)!.keyAt,
      pointer: node.pointer,
      labels: [{ at: node.entry(written[0]!)!.keyAt, text: 'the first' }],
      hint: 'make two measures of it',
    });
  return undefined;
}

function readPlain(entry: MapEntry, kind: Exclude<Kind, 'ratio' | 'payouts'>, credits: CreditNames, ground: Ground): Measure | undefined {
  const node = entry.value as MapNode;
  const { problems } = ground;
  const of = creditsOf(entry, credits, ground);
  const window = readWindow(node);
  const mean = node.entry('mean');
  if (mean !== undefined && (window.kind !== 'rolling' || (kind !== 'sum' && kind !== 'count')))
    problems.error('P169', `measure ${entry.key} states a mean, and is no sum or count over rolling periods`, { at: mean.keyAt, pointer: node.pointer, hint: 'write window: rolling 3 beside sum or count, or remove mean; a mean of deals is a ratio' });
  const quota = readQuotaRule(entry, ground);
  const group = node.get('across');
  const across = group === undefined ? undefined : readAcross(group, ground);
  const binding = of === undefined ? undefined : of[0]!.binding;
  // Rows come here only when their crediting rule let them pass: with one rule, its condition holds.
  const passed = of?.length === 1 && of[0]!.rule.where !== undefined ? [of[0]!.rule.where.tree] : [];
  const where = node.get('where');
  const filter = where?.kind === 'scalar' && binding !== undefined ? formulaOf(where, binding, ['yes-no'], problems, { after: passed }) : undefined;
  const held = filter === undefined ? passed : [...passed, filter.tree];
  const value = kind === 'count' || binding === undefined ? undefined : formulaOf(node.get(kind) as ScalarNode, binding, RESULTS[kind], problems, { after: held, ...(kind === 'sum' ? { noRatio: noSumOfRatios } : {}) });
  if (of === undefined || quota === undefined || (kind !== 'count' && value === undefined) || (where !== undefined && filter === undefined) || (group !== undefined && across === undefined)) return undefined;
  return {
    name: entry.key,
    at: entry.keyAt,
    type: kind === 'count' || kind === 'distinct' ? 'number' : value!.type,
    kind,
    ...(value === undefined ? {} : { value }),
    of: of.map((credit) => credit.rule.name),
    ...(filter === undefined ? {} : { where: filter }),
    window,
    windowWritten: node.get('window') !== undefined,
    ...(across === undefined ? {} : { across }),
    quota,
  };
}

/** A sum of ratios is mostly meant as one score, as points, or as a weighted mean: each has its own way to say it. */
function noSumOfRatios(words: string): string {
  return `ratios are not summed: write max: ${words} (or min:) where a person has one score for each period, declare the column as number and give it as points to add up, or divide two sums with ratio:; paycurve help measures has an example`;
}

/** The credit rules of a measure, all from one source. */
function creditsOf(entry: MapEntry, credits: CreditNames, { problems }: Ground): Credited[] | undefined {
  const node = entry.value as MapNode;
  const written = scalars(node.get('of'));
  if (written.length === 0) {
    if (credits.written.length > 1)
      problems.error('P073', `measure ${entry.key} does not say whose credits it counts`, { at: entry.keyAt, pointer: node.pointer, hint: `add of: and one or more of ${credits.written.join(', ')}` });
    const only = credits.read.get(credits.written[0] ?? '');
    return credits.written.length === 1 && only !== undefined ? [only] : undefined;
  }
  const found: Credited[] = [];
  for (const scalar of written) {
    const credit = credits.read.get(scalar.text);
    if (credit === undefined) {
      if (!credits.written.includes(scalar.text))
        sayUnknown(problems, 'P072', `the plan has no credit rule ${quoted(scalar.text)}`, scalar.text, credits.written, scalar.at, { pointer: scalar.pointer, none: 'declare it under credits:', kinds: 'credit rules' });
      continue;
    }
    const first = found[0];
    if (first !== undefined && first.rule.source !== credit.rule.source) {
      problems.error('P074', `measure ${entry.key} counts credits of two sources, ${first.binding.source.name} and ${credit.binding.source.name}`, {
        at: scalar.at,
        pointer: scalar.pointer,
        ...labelled(credit.rule.at, `credits ${credit.binding.source.name}`),
        hint: 'make a measure for each source',
      });
      return undefined;
    }
    if (found.includes(credit)) problems.error('P072', `${scalar.text} is counted twice by measure ${entry.key}`, { at: scalar.at, pointer: scalar.pointer, hint: 'name each credit rule once' });
    else found.push(credit);
  }
  return found.length === written.length ? found : undefined;
}

/** The unit of a quotient: equal units cancel; money for each unit is money. */
function quotient(over: Type, under: Type): Type | undefined {
  if (over === under) return 'ratio';
  if (under === 'number' || under === 'ratio') return over;
  return undefined;
}

function readRatio(entry: MapEntry, read: ReadonlyMap<string, Measure>, entries: readonly MapEntry[], kinds: ReadonlyMap<string, Kind>, ground: Ground): Measure | undefined {
  const node = entry.value as MapNode;
  const { problems } = ground;
  const quota = readQuotaRule(entry, ground);
  const stray = ['of', 'where', 'window', 'mean', 'across'].map((key) => node.entry(key)).find((one) => one !== undefined);
  if (stray !== undefined)
    problems.error('P075', `a ratio takes ${stray.key} from the measures it divides`, { at: stray.keyAt, pointer: stray.value.pointer, hint: `write ${stray.key}: in the two measures, and remove it here` });
  const scalar = node.get('ratio') as ScalarNode;
  const parts = /^([A-Za-z]\w*)(\s*\/\s*)([A-Za-z]\w*)$/.exec(scalar.text);
  if (!parts) {
    problems.error('P075', `the ratio of measure ${entry.key} is ${quoted(scalar.text)}, not one measure divided by another`, { at: scalar.at, pointer: scalar.pointer, found: scalar.text, hint: 'name two measures: ratio: margin / revenue' });
    return undefined;
  }
  const names = [parts[1]!, parts[3]!] as const;
  const starts = [0, parts[1]!.length + parts[2]!.length] as const;
  const both = names.map((name, index) => {
    const at = scalar.place(starts[index]!, starts[index]! + name.length);
    if (kinds.get(name) === 'ratio') {
      const words = name === entry.key ? 'itself' : `the ratio ${name}`;
      problems.error('P075', `measure ${entry.key} divides ${words}`, { at, pointer: scalar.pointer, hint: 'a ratio divides two measures that are sums, counts, minima or maxima' });
    } else if (!entries.some((one) => one.key === name)) {
      const plain = entries.map((one) => one.key).filter((key) => kinds.get(key) !== 'ratio');
      sayUnknown(problems, 'P075', `the plan has no measure ${quoted(name)}`, name, plain, at, { pointer: scalar.pointer, none: 'declare it under measures:', kinds: 'measures' });
    }
    return read.get(name);
  });
  const [over, under] = both;
  if (over === undefined || under === undefined || over.kind === 'ratio' || under.kind === 'ratio' || quota === undefined || stray !== undefined) return undefined;
  const type = quotient(over.type, under.type);
  if (type === undefined) {
    problems.error('P075', `a ${over.type} divided by money has no meaning here`, { at: scalar.at, pointer: scalar.pointer, labels: [{ at: over.at, text: over.type }, { at: under.at, text: under.type }], hint: 'divide money by a number, or measures of one kind' });
    return undefined;
  }
  return { name: entry.key, at: entry.keyAt, type, kind: 'ratio', of: [], window: { kind: 'period' }, windowWritten: false, ratio: { over: over.name, under: under.name }, quota };
}

