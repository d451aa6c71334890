/** What the employer pays on top of pay, such as social security: a rate on some lines up to a wage ceiling. A report, never anybody's pay (TIM-28). */
import type { MapEntry, MapNode } from '../document/node.ts';
import type { WindowName } from '../value/calendar.ts';
import { ONE } from '../value/exact.ts';
import { checkName, sayUnknown, type Ground } from './ground.ts';
import type { EmployerCost } from './model.ts';
import { readExact } from './number.ts';
import { quoted } from './shape-words.ts';
import { scalars } from './table.ts';

export function readEmployerCosts(entries: readonly MapEntry[], components: readonly string[], ground: Ground): readonly EmployerCost[] {
  return entries.flatMap((entry) => (ground.fitness.unfit(entry.value) ? [] : (readCost(entry, components, ground) ?? [])));
}

function readCost(entry: MapEntry, components: readonly string[], { problems }: Ground): EmployerCost | undefined {
  const node = entry.value as MapNode;
  checkName(entry.key, 'an employer cost', entry.keyAt, problems);
  const [rateNode, ofNode, ceilingNode] = [node.get('rate')!, node.get('of'), node.get('ceiling')];
  const rate = readExact(rateNode, `the rate of ${entry.key}`, problems);
  if (rate !== undefined && (rate.value.sign() <= 0 || (!rate.percent && !rate.value.lessThan(ONE))))
    problems.error('P171', `the rate of ${entry.key} is ${rateNode.kind === 'scalar' ? rateNode.text : ''}, not a share above zero`, { at: rateNode.at, pointer: rateNode.pointer, hint: 'write a percent, such as 7.65%' });
  const of = scalars(ofNode);
  for (const scalar of of)
    if (!components.includes(scalar.text)) sayUnknown(problems, 'P099', `the plan has no component ${quoted(scalar.text)}`, scalar.text, components, scalar.at, { pointer: scalar.pointer, none: 'declare it under components:', kinds: 'components' });
  const ceiling = ceilingNode?.kind === 'map' ? readCeiling(entry.key, ceilingNode, problems) : undefined;
  if (rate === undefined || (ceilingNode !== undefined && ceiling === undefined)) return undefined;
  return { name: entry.key, at: entry.keyAt, rate: rate.value, of: of.length === 0 ? undefined : [...new Set(of.map(({ text }) => text))], ...(ceiling === undefined ? {} : { ceiling }) };
}

function readCeiling(name: string, node: MapNode, problems: Ground['problems']): EmployerCost['ceiling'] {
  const [at, over] = [node.get('at')!, node.get('over')];
  const value = readExact(at, `the ceiling of ${name}`, problems)?.value;
  if (value === undefined || over?.kind !== 'scalar') return undefined;
  if (value.sign() > 0) return { at: value, over: over.text as WindowName | 'period' };
  problems.error('P171', `the ceiling of ${name} is not above zero`, { at: at.at, pointer: at.pointer, hint: 'leave it out, or write the amount of pay up to which it is owed' });
  return undefined;
}
