/** Crediting rules: which transactions, to whom, with which shares. Rule: calculation contract §4. */
import type { ColumnType } from '../data/contract.ts';
import type { MapEntry, MapNode, Node, ScalarNode } from '../document/node.ts';
import { HUNDRED, ONE, total, type Exact } from '../value/exact.ts';
import { exactText } from '../value/display.ts';
import { formulaOf } from './binding.ts';
import { checkName, sayUnknown, type Ground } from './ground.ts';
import type { CreditRule, CreditTo, SplitShare } from './model.ts';
import { readExact } from './number.ts';
import { checkSign } from './percent-sign.ts';
import { labelled, textOf } from './place.ts';
import { rowBinding, type RowBinding } from './row-binding.ts';
import { quoted } from './shape-words.ts';
import { texts, typeName } from './table.ts';

/** A rule, with the names of its source for the measures that use it. */
export interface Credited {
  readonly rule: CreditRule;
  readonly binding: RowBinding;
}

export function readCredit(entry: MapEntry, ground: Ground): Credited | undefined {
  const node = entry.value as MapNode;
  const { workspace, currency, problems } = ground;
  checkName(entry.key, 'a credit rule', entry.keyAt, problems);
  const from = node.get('from') as ScalarNode;
  const source = workspace.sources.findIndex((one) => one.name === from.text);
  if (source < 0) {
    sayUnknown(problems, 'P064', `the workspace has no source ${quoted(from.text)}`, from.text, workspace.sources.map((one) => one.name), from.at, { pointer: from.pointer, none: 'declare it under data:', kinds: 'sources' });
    return undefined;
  }
  const binding = rowBinding(workspace.sources[source]!, workspace, currency);
  const to = readTo(entry.key, node, binding, ground);
  const where = node.get('where');
  const formula = where?.kind === 'scalar' ? formulaOf(where, binding, ['yes-no'], problems) : undefined;
  const share = node.get('share');
  const part = share === undefined ? ONE : readShare(share, `the share of ${entry.key}`, ground);
  if (to === undefined || part === undefined || (where !== undefined && formula === undefined)) return undefined;
  return { binding, rule: { name: entry.key, at: entry.keyAt, source, to, unless: texts(node.get('unless')), share: part, ...(formula === undefined ? {} : { where: formula }) } };
}

function readShare(node: Node, what: string, { problems }: Ground): Exact | undefined {
  const share = readExact(node, what, problems);
  if (share === undefined) return undefined;
  if (share.value.sign() <= 0) {
    problems.error('P068', `${what} is not above zero`, { at: node.at, pointer: node.pointer, hint: 'write a share such as 40%' });
    return undefined;
  }
  return checkSign({ ...share, text: node.kind === 'scalar' ? node.text : '', at: node.at, pointer: node.pointer }, what, problems) ? share.value : undefined;
}

function readTo(name: string, node: MapNode, binding: RowBinding, ground: Ground): CreditTo | undefined {
  const { workspace, problems } = ground;
  const to = node.get('to') as ScalarNode;
  const managers = /^managers\s+of\s+/.exec(to.text);
  const start = managers?.[0].length ?? 0;
  const column = payeeColumn(to.text.slice(start), to.place(start, to.text.length), to.pointer, binding, ground);
  const split = node.entry('split');
  const levels = node.entry('levels');
  if (managers === null) {
    if (levels !== undefined) {
      const hint = `write to: managers of ${to.text}, or remove levels`;
      problems.error('P070', `credit rule ${name} has levels, but credits no managers`, { at: levels.keyAt, pointer: levels.value.pointer, hint });
      return undefined;
    }
    const shares = split === undefined ? [] : readSplit(split.value as MapNode, column, binding, ground);
    return column === undefined || shares === undefined ? undefined : { kind: 'payee', column, split: shares };
  }
  if (split !== undefined)
    problems.error('P070', `credit rule ${name} credits managers, so it cannot split`, { at: split.keyAt, pointer: split.value.pointer, hint: 'give each level its share under levels: { 1: 100%, 2: 50% }' });
  if (workspace.hierarchy === undefined && workspace.people?.manager === undefined)
    problems.error('P069', `credit rule ${name} credits managers, but the workspace does not say who leads whom`, { at: to.at, pointer: to.pointer, hint: 'declare a manager column under people:, or hierarchy:, in paycurve.yaml' });
  const shares = readLevels(name, levels?.value, node, ground);
  return column === undefined || split !== undefined || shares === undefined ? undefined : { kind: 'managers', column, levels: shares };
}

function payeeColumn(name: string, at: ScalarNode['at'], pointer: string, binding: RowBinding, ground: Ground): number | undefined {
  const { problems } = ground;
  const { source } = binding;
  const payees = [...source.columns, ...source.lookups].filter((one) => one.type.kind === 'payee').map((one) => one.name);
  const found = binding.column(name);
  if (found === undefined) {
    sayUnknown(problems, 'P065', `source ${source.name} has no column ${quoted(name)}`, name, payees, at, { pointer, none: 'declare a column of type payee', kinds: 'payee columns' });
    return undefined;
  }
  if (found.type.kind !== 'payee') {
    wrongType(name, found.type, 'payee', 'only a payee column says who is credited', at, pointer, binding, ground);
    return undefined;
  }
  return found.index;
}

function wrongType(name: string, type: ColumnType, wanted: string, why: string, at: ScalarNode['at'], pointer: string, binding: RowBinding, { problems }: Ground): void {
  problems.error('P066', `${name} is ${typeName(type)}; ${why}`, { at, pointer, found: typeName(type), expected: wanted, ...labelled(binding.scope.lookup({ name })?.declared, 'declared here'), hint: `declare ${name}: ${wanted}, or name another column` });
}

function readSplit(node: MapNode, to: number | undefined, binding: RowBinding, ground: Ground): SplitShare[] | undefined {
  const { problems } = ground;
  const shares: SplitShare[] = [];
  const fixed: Exact[] = [];
  for (const { key, keyAt, value } of node.entries) {
    const column = payeeColumn(key, keyAt, value.pointer, binding, ground);
    if (column !== undefined && column === to) {
      problems.error('P067', `${key} already receives what the others leave`, { at: keyAt, pointer: value.pointer, hint: 'name only the others under split; the payee under to keeps the rest' });
      continue;
    }
    const share = value.kind === 'scalar' && /^[A-Za-z]/.test(value.text) ? shareColumn(value, binding, ground) : readShare(value, `the share of ${key}`, ground);
    if (share === undefined || column === undefined) continue;
    if (!('column' in share)) fixed.push(share);
    shares.push({ column, share });
  }
  const sum = total(fixed);
  if (sum.compare(ONE) > 0) {
    problems.error('P067', `the split gives away ${exactText(sum.times(HUNDRED))} %`, { at: node.entries[0]!.value.at, pointer: node.pointer, hint: 'shares make at most 100 % together; pay on top with a rule of its own and share:' });
    return undefined;
  }
  return shares.length === node.entries.length ? shares : undefined;
}

function shareColumn(node: ScalarNode, binding: RowBinding, ground: Ground): { readonly column: number } | undefined {
  const found = binding.column(node.text);
  const { source } = binding;
  const ratios = [...source.columns, ...source.lookups].filter((one) => one.type.kind === 'ratio').map((one) => one.name);
  if (found === undefined) {
    sayUnknown(ground.problems, 'P065', `source ${source.name} has no column ${quoted(node.text)}`, node.text, ratios, node.at, { pointer: node.pointer, none: 'write the share as a number such as 40%', kinds: 'ratio columns' });
    return undefined;
  }
  if (found.type.kind !== 'ratio') {
    wrongType(node.text, found.type, 'ratio', 'only a ratio column holds a share', node.at, node.pointer, binding, ground);
    return undefined;
  }
  return { column: found.index };
}

/** `levels: 2` is the two nearest managers in full; a map gives each level its share. Absent: the direct manager. */
function readLevels(name: string, node: Node | undefined, rule: MapNode, ground: Ground): { readonly level: number; readonly share: Exact }[] | undefined {
  const { problems } = ground;
  if (node === undefined) return [{ level: 1, share: ONE }];
  if (node.kind === 'scalar') {
    if (/^[1-9]\d?$/.test(node.text)) return Array.from({ length: +node.text }, (_, index) => ({ level: index + 1, share: ONE }));
    problems.error('P070', `levels of credit rule ${name} is ${quoted(node.text)}`, { at: node.at, pointer: node.pointer, hint: 'write how many levels of managers are credited, 1 to 99, or a share for each: { 1: 100%, 2: 50% }' });
    return undefined;
  }
  if (node.kind !== 'map') return undefined;
  const levels = node.entries.flatMap(({ key, value }) => {
    const share = readShare(value, `the share of level ${key}`, ground);
    return share === undefined ? [] : [{ level: +key, share }];
  });
  return levels.length === node.entries.length && textOf(rule, 'to') !== undefined ? levels.sort((a, b) => a.level - b.level) : undefined;
}
