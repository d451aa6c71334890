/** The fields of a published schema as lines for a help page: what editors show, so that it is written once. */
import type { JsonSchema } from '../mechanic/mechanic.ts';
import { wrapped } from './wrap.ts';

/** The schema below a path of keys; `*` stands for a name of the user's. */
export function schemaAt(schema: JsonSchema, path: readonly string[]): JsonSchema {
  return path.reduce((at, key) => (key === '*' ? (at['additionalProperties'] as JsonSchema) : ((at['properties'] as JsonSchema)[key] as JsonSchema)), schema);
}

/** The sentence of a schema. */
export function sentenceOf(schema: JsonSchema): string {
  return typeof schema['description'] === 'string' ? schema['description'] : '';
}

/** Each field with its sentence, whether it is required, the words it may have and an example. Fields of fields stand behind a dot. */
export function fieldLines(schema: JsonSchema, { deep }: { readonly deep: boolean }): string[] {
  const lines: string[] = [];
  const visit = (part: JsonSchema, path: string): void => {
    const required = new Set(Array.isArray(part['required']) ? (part['required'] as string[]) : []);
    for (const [name, value] of Object.entries((part['properties'] ?? {}) as Record<string, JsonSchema>)) {
      lines.push(`  ${path}${name}`, ...wrapped(`${required.has(name) ? 'Required. ' : ''}${sentenceOf(value)}${examples(value)}`, 92).map((line) => `      ${line}`), ...words(value));
      if (deep) visit(value, `${path}${name}.`);
    }
    for (const inner of [part['then'], part['else'], part['items']]) if (deep && typeof inner === 'object' && inner !== null) visit(inner as JsonSchema, path);
  };
  visit(schema, '');
  return lines;
}

function examples(schema: JsonSchema): string {
  const texts = (Array.isArray(schema['examples']) ? schema['examples'] : []).flatMap((one: unknown) => (typeof one === 'number' || (typeof one === 'string' && !one.includes('\n')) ? [`${one}`] : []));
  return texts.length === 0 ? '' : ` For example ${texts.slice(0, 3).join(' · ')}.`;
}

/** The words of a field with their meaning. */
function words(schema: JsonSchema): string[] {
  const holder = [schema, schema['else'], schema['then'], schema['items']].find((one): one is JsonSchema => typeof one === 'object' && one !== null && Array.isArray((one as JsonSchema)['enum']));
  const names = (holder?.['enum'] ?? []) as readonly string[];
  const meanings = (holder?.['enumDescriptions'] ?? []) as readonly string[];
  const widest = Math.max(0, ...names.map((name) => name.length));
  return names.map((name, index) => `        ${name.padEnd(widest)}  ${meanings[index] ?? ''}`.trimEnd());
}
