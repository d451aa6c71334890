/** A page of the plan language: what it is for, its fields as the schema tells them, and an example that a test runs. */
import type { JsonSchema } from '../../mechanic/mechanic.ts';
import { wrapped } from '../../report/wrap.ts';

export interface LanguagePage {
  readonly name: string;
  /** One line for the list of topics. */
  readonly about: string;
  /** Why it is so, and what decides between the ways of writing it. */
  readonly prose: string;
  /** Whose fields are shown: a path into a published schema; `*` stands for a name of the user's. `only`: some of them. */
  readonly fields: readonly { readonly of: 'plan' | 'workspace'; readonly path: readonly string[]; readonly only?: readonly string[] }[];
  readonly example: Example;
  /** A second way, where the first does not show it. */
  readonly another?: Example;
}

export interface Example {
  /** Parts of a plan or of paycurve.yaml, to be pasted as they are. */
  readonly yaml: string;
  /** The arithmetic by hand; absent for parts of a workspace. */
  readonly work?: string;
  /** Checked by a test: these rows and reference data pay exactly this. */
  readonly given?: { readonly sales: readonly string[]; readonly scores?: readonly string[]; readonly events?: readonly string[]; readonly people?: string; readonly quotas?: string; readonly rates?: string; readonly refersTo?: string };
  readonly pays?: readonly string[];
  /** What is paid of it and the balance after, where they differ: `ana 2026-Q1: 500, balance -300`. */
  readonly payable?: readonly string[];
}

/** Headers of the rows that examples are given with. */
const ROWS = 'id,date,seller,co_owner,amount,currency,type,co_share,original';
const SCORES = 'person,date,goal,weight,score';
const EVENTS = 'id,date,seller,order,event,amount,total';
const QUOTAS = 'payee,measure,from,to,amount';

/** The page as text. */
export async function languageText(page: LanguagePage): Promise<string> {
  const [{ SCHEMAS }, { fieldLines, schemaAt, sentenceOf }] = await Promise.all([import('../schemas.ts'), import('../../report/schema-fields.ts')]);
  const lines = [`${page.name}: ${page.about}`, '', ...wrapped(page.prose, 96), ''];
  for (const { of, path, only } of page.fields) {
    const schema = schemaAt(SCHEMAS.get(of) as JsonSchema, path);
    const properties = (schema['properties'] ?? {}) as JsonSchema;
    const shown = only === undefined ? schema : { ...schema, properties: Object.fromEntries(only.map((key) => [key, properties[key]])) };
    const where = `${of === 'plan' ? 'the plan' : 'paycurve.yaml'}${path.length === 0 ? '' : `, ${path.join('.').replaceAll('*', 'NAME')}`}`;
    lines.push(`Fields of ${where}`, ...(only === undefined && path.length > 0 && sentenceOf(schema) !== '' ? wrapped(sentenceOf(schema), 96).map((line) => `  ${line}`) : []), ...fieldLines(shown, { deep: path.length > 0 }), '');
  }
  lines.push('Example', ...exampleLines(page.example));
  if (page.another !== undefined) lines.push('', 'Another', ...exampleLines(page.another));
  return lines.join('\n');
}

function exampleLines({ yaml, work, given, pays, payable }: Example): string[] {
  const lines = yaml.trimEnd().split('\n').map((line) => `    ${line}`);
  if (given === undefined) return lines;
  const table = (title: string, head: string, rows: readonly string[]): string[] => {
    const cells = Math.max(0, ...rows.map((row) => row.split(',').length));
    return rows.length === 0 ? [] : ['', `  with the ${title}`, `    ${head.split(',').slice(0, cells).join(',')}`, ...rows.map((row) => `    ${row}`)];
  };
  lines.push(...table('rows', ROWS, given.sales), ...table('scores', SCORES, given.scores ?? []), ...table('events', EVENTS, given.events ?? []));
  if (given.quotas !== undefined) lines.push('  and the quotas', `    ${QUOTAS}`, ...given.quotas.split('\n').map((row) => `    ${row}`));
  return [...lines, '', ...wrapped(work ?? '', 94).map((line) => `  ${line}`), ...(pays ?? []).map((line) => `  ${line}`), ...(payable === undefined ? [] : ['  of which is paid', ...payable.map((line) => `  ${line}`)])];
}
