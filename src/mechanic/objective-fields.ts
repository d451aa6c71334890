/** Reading objectives from the plan: the columns they stand in, their weights, and how a score counts. */
import type { MapNode, Node } from '../document/node.ts';
import { exactText } from '../value/display.ts';
import { HUNDRED, ONE, total, type Exact } from '../value/exact.ts';
import type { Reader } from './mechanic.ts';

export interface Objectives {
  readonly objective: string;
  readonly score: string;
  /** A column, or the weight of each objective. */
  readonly weight: string | ReadonlyMap<string, Exact>;
  readonly reading: { readonly kind: 'share'; readonly atMost: Exact } | { readonly kind: 'pass-fail'; readonly pass: Exact };
  /** Of `share`: below it a score counts nothing. */
  readonly pass: Exact | undefined;
  readonly minimum: Exact | undefined;
  readonly scorer: string | undefined;
  readonly evidence: string | undefined;
  readonly noScores: 'error' | 'nothing';
}

export function readObjectives(node: Node, reader: Reader): Objectives | undefined {
  if (node.kind !== 'map') return undefined;
  const objective = columnOf(node, 'objective', TEXTS, reader);
  const score = columnOf(node, 'score', ['ratio'], reader);
  const weight = readWeight(node, reader);
  const others = (['scorer', 'evidence'] as const).map((key) => (node.get(key) === undefined ? null : columnOf(node, key, TEXTS, reader)));
  const reading = readReading(node, reader);
  const minimum = readShare(node, 'minimum', reader);
  if (objective === undefined || score === undefined || weight === undefined || others.includes(undefined) || reading === undefined || minimum === null) return undefined;
  const [scorer, evidence] = others;
  return { objective, score, weight, ...reading, minimum, scorer: scorer ?? undefined, evidence: evidence ?? undefined, noScores: textOf(node, 'no-scores') === 'nothing' ? 'nothing' : 'error' };
}

const TEXTS = ['text', 'one-of', 'payee'];

function textOf(node: MapNode, key: string): string | undefined {
  const value = node.get(key);
  return value?.kind === 'scalar' ? value.text : undefined;
}

function columnOf(node: MapNode, key: string, kinds: readonly string[], reader: Reader): string | undefined {
  const at = node.get(key);
  const column = at === undefined ? undefined : reader.column(at);
  if (column === undefined || kinds.includes(column.kind)) return column?.name;
  const wanted = kinds[0]!;
  reader.problem('P450', `the ${key} of an objective is a ${wanted}, and column ${column.name} is declared as ${column.kind}`, at!, { found: column.kind, expected: wanted, hint: wanted === 'ratio' ? 'declare the column as ratio, and write 95% in the file' : 'name a column of text' });
  return undefined;
}

function readWeight(node: MapNode, reader: Reader): Objectives['weight'] | undefined {
  const [column, written] = [node.entry('weight'), node.entry('weights')];
  if ((column === undefined) === (written === undefined)) {
    reader.problem('P451', column === undefined ? 'the objectives have no weights' : 'the weights of objectives stand in a column and in the plan', column?.keyAt ?? node, { hint: 'write weight: and a ratio column, or weights: with a share for each objective' });
    return undefined;
  }
  if (column !== undefined) return columnOf(node, 'weight', ['ratio'], reader);
  if (written!.value.kind !== 'map') return undefined;
  const weights = new Map<string, Exact>();
  for (const entry of written!.value.entries) {
    const weight = reader.number(entry.value);
    if (weight === undefined) return undefined;
    if (weight.value.sign() <= 0) {
      reader.problem('P451', `the weight of ${entry.key} is not above zero`, entry.value, { hint: 'write a share such as 40%, or leave the objective out' });
      return undefined;
    }
    weights.set(entry.key, weight.value);
  }
  const sum = total([...weights.values()]);
  if (sum.equals(ONE)) return weights;
  reader.problem('P451', `the weights of the objectives make ${exactText(sum.times(HUNDRED))} %, not 100 %`, written!.keyAt, { expected: '100 %', hint: 'change a weight so that they make 100 %' });
  return undefined;
}

function readReading(node: MapNode, reader: Reader): Pick<Objectives, 'reading' | 'pass'> | undefined {
  const [pass, atMost] = [readShare(node, 'pass', reader), readShare(node, 'at-most', reader)];
  if (pass === null || atMost === null) return undefined;
  if (textOf(node, 'read') === 'pass-fail') {
    if (pass !== undefined && atMost === undefined) return { reading: { kind: 'pass-fail', pass }, pass: undefined };
    reader.problem('P452', pass === undefined ? 'objectives read pass-fail need "pass": the score from which one counts' : '"at-most" belongs to read: share; an objective that passes counts 100 %', node.entry(pass === undefined ? 'read' : 'at-most')!.keyAt, { hint: pass === undefined ? 'add pass: 100%' : 'leave out "at-most"' });
    return undefined;
  }
  if (atMost !== undefined) return { reading: { kind: 'share', atMost }, pass };
  reader.problem('P452', 'objectives read as a share need "at-most": the most that a single score counts', node.entry('read')!.keyAt, { hint: 'add at-most: 100%, or a higher share where an objective may be overfulfilled' });
  return undefined;
}

/** A percent above zero; null after a problem. */
function readShare(node: MapNode, key: string, reader: Reader): Exact | undefined | null {
  const at = node.get(key);
  if (at === undefined) return undefined;
  const number = reader.number(at);
  if (number === undefined) return null;
  if (number.percent && number.value.sign() > 0) return number.value;
  reader.problem('P452', `"${key}" is a percent above zero`, at, { hint: `write ${key}: 80%` });
  return null;
}
