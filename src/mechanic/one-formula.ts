/** One formula written as it would stand in a component, inside another mechanic: best-of, each-deal, choose. */
import type { Code } from '../diagnostic/codes.ts';
import type { Node } from '../document/node.ts';
import { map } from './field.ts';
import { FORMULAS } from './formulas.ts';
import type { AnyMechanic, Applied, JsonSchema, Reader } from './mechanic.ts';

/** A map with exactly one of the formulas. */
export const ONE_FORMULA: JsonSchema = map(Object.fromEntries(FORMULAS.map((formula) => [formula.key, entryOf(formula)])), [], { minProperties: 1, maxProperties: 1 });

function entryOf({ key, summary, schema }: AnyMechanic): JsonSchema {
  const sentence = `${summary[0]!.toUpperCase()}${summary.slice(1)}.`;
  return { description: sentence, markdownDescription: `${sentence} See \`paycurve mechanics ${key}\`.`, examples: [], ...schema };
}

/** Reads it; `code` and `why` refuse a formula that has no other way than deal by deal. */
export function readOneFormula(node: Node, reader: Reader, formulas: readonly AnyMechanic[], code: Code, why: string, hint: string): Applied | undefined {
  const entry = node.kind === 'map' ? node.entries[0] : undefined;
  const mechanic = formulas.find(({ key }) => key === entry?.key);
  if (entry === undefined || mechanic === undefined) return undefined;
  const config: unknown = mechanic.read(entry.value, reader);
  if (config === undefined) return undefined;
  if (mechanic.deals?.always(config) !== undefined) {
    reader.problem(code, `${mechanic.key} here ${why}`, entry.keyAt, { hint });
    return undefined;
  }
  return { mechanic, config, at: entry.keyAt };
}
