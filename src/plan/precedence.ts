/**
 * Which credit rules go before which: a rule with `unless` credits only where none of those credited somebody (CRD-02). Rules
 * are sorted so that each stands after those it yields to; a circle has no first, so it is refused.
 */
import type { MapEntry, MapNode } from '../document/node.ts';
import type { Credited } from './credits.ts';
import { sayUnknown, type Ground } from './ground.ts';
import { quoted } from './shape-words.ts';
import { scalars } from './table.ts';

export function inPrecedence(read: ReadonlyMap<string, Credited>, entries: readonly MapEntry[], { problems }: Ground): Map<string, Credited> {
  const written = entries.map((entry) => entry.key);
  const sorted = new Map<string, Credited>();
  const place = (name: string, path: readonly string[]): void => {
    const credit = read.get(name);
    if (credit === undefined || sorted.has(name)) return;
    for (const scalar of scalars((entries.find((entry) => entry.key === name)!.value as MapNode).get('unless'))) {
      const other = read.get(scalar.text);
      const say = (message: string, hint: string): void => problems.error('P153', message, { at: scalar.at, pointer: scalar.pointer, found: scalar.text, hint });
      if (!written.includes(scalar.text)) sayUnknown(problems, 'P153', `the plan has no credit rule ${quoted(scalar.text)}`, scalar.text, written, scalar.at, { pointer: scalar.pointer, none: 'declare it under credits:', kinds: 'credit rules' });
      else if (scalar.text === name || path.includes(scalar.text)) say(`credit rules wait for each other: ${[...path, name, scalar.text].join(', ')}`, 'let one of them credit without waiting');
      else if (other !== undefined && other.rule.source !== credit.rule.source) say(`${scalar.text} credits ${other.binding.source.name}, so it never goes before ${name}, which credits ${credit.binding.source.name}`, 'name rules over the same source');
      else place(scalar.text, [...path, name]);
    }
    sorted.set(name, credit);
  };
  for (const name of read.keys()) place(name, []);
  return sorted;
}
