/** `across:` of a measure or a mechanic: the group that it is about. A people column, or one of the words plan, company, reports. */
import type { MapNode, Node } from '../document/node.ts';
import { sayUnknown, type Ground } from './ground.ts';
import type { Across } from './model.ts';
import { quoted } from './shape-words.ts';

const WORDS = ['plan', 'company', 'reports'] as const;
type Word = (typeof WORDS)[number];

/** The group, or undefined after a problem. */
export function readAcross(node: Node, { workspace, problems }: Pick<Ground, 'workspace' | 'problems'>): Across | undefined {
  if (node.kind === 'map') return readOne(node, { workspace, problems });
  if (node.kind !== 'scalar') return undefined;
  const columns = workspace.people?.table.columns ?? [];
  const place = { at: node.at, pointer: node.pointer };
  const word = WORDS.find((one) => one === node.text);
  const column = columns.findIndex((one) => one.name === node.text);
  if (word !== undefined && column >= 0) {
    problems.error('P171', `across: ${word} could be the word or the column ${word} of people`, { ...place, found: word, hint: `give the column another name, such as ${word}_name: text from ${columns[column]!.header}` });
    return undefined;
  }
  if (word !== undefined) return wordFits(word, workspace, problems, place) ? { kind: word } : undefined;
  if (column >= 0 && fits(columns[column]!.type.kind)) return { kind: 'column', column, name: node.text };
  sayColumn(node.text, column, workspace, problems, place);
  return undefined;
}

/** `{ store: North }`: one group for everybody, whichever they belong to. */
function readOne(node: MapNode, { workspace, problems }: Pick<Ground, 'workspace' | 'problems'>): Across | undefined {
  const entry = node.entries[0];
  if (entry === undefined) return undefined;
  const columns = workspace.people?.table.columns ?? [];
  const column = columns.findIndex((one) => one.name === entry.key);
  if (column < 0 || !fits(columns[column]!.type.kind)) {
    sayColumn(entry.key, column, workspace, problems, { at: entry.keyAt, pointer: node.pointer });
    return undefined;
  }
  if (entry.value.kind === 'map') return readThrough(entry.value, { kind: 'column', column, name: entry.key }, workspace, problems);
  if (entry.value.kind !== 'scalar') return undefined;
  const { type } = columns[column]!;
  if (type.kind === 'one-of' && !type.values.includes(entry.value.text)) {
    sayUnknown(problems, 'P172', `${entry.key} of people is never ${quoted(entry.value.text)}`, entry.value.text, type.values, entry.value.at, { pointer: entry.value.pointer, none: 'declare its values', kinds: 'its values' });
    return undefined;
  }
  return { kind: 'column', column, name: entry.key, only: entry.value.text };
}

/** `{ id: { of: manager } }`: the group whose value stands in a column of the payee, such as the payee's manager (LNK-10). */
function readThrough(node: MapNode, across: Across & { readonly kind: 'column' }, workspace: Ground['workspace'], problems: Ground['problems']): Across | undefined {
  const of = node.get('of');
  if (of?.kind !== 'scalar') return undefined;
  const columns = workspace.people?.table.columns ?? [];
  const column = columns.findIndex((one) => one.name === of.text);
  if (column >= 0 && fits(columns[column]!.type.kind)) return { ...across, through: { column, name: of.text } };
  sayColumn(of.text, column, workspace, problems, { at: of.at, pointer: of.pointer });
  return undefined;
}

function fits(kind: string): boolean {
  return kind === 'text' || kind === 'one-of' || kind === 'payee';
}

function wordFits(word: Word, workspace: Ground['workspace'], problems: Ground['problems'], place: { readonly at: Node['at']; readonly pointer: string }): boolean {
  if (word !== 'reports' || workspace.hierarchy !== undefined || workspace.people?.manager !== undefined) return true;
  problems.error('P172', 'across: reports needs to know who leads whom, and the workspace does not say', { ...place, found: word, hint: 'declare manager: payee? under people, or a hierarchy file' });
  return false;
}

function sayColumn(name: string, column: number, workspace: Ground['workspace'], problems: Ground['problems'], place: { readonly at: Node['at']; readonly pointer: string }): void {
  const texts = (workspace.people?.table.columns ?? []).filter((one) => fits(one.type.kind)).map((one) => one.name);
  if (column >= 0) {
    problems.error('P172', `${name} of people is no text, so it cannot tell groups apart`, { ...place, found: name, hint: texts.length === 0 ? 'declare a text column' : `text columns of people are ${texts.join(', ')}` });
    return;
  }
  sayUnknown(problems, 'P172', `${quoted(name)} is neither a column of people nor plan, company or reports`, name, [...texts, ...WORDS], place.at, { pointer: place.pointer, none: 'write plan or company', kinds: 'groups' });
}

/** `across store`, `across the plan`, `across store North`. */
export function acrossWords(across: Across): string {
  if (across.kind === 'column') return `across ${across.name}${across.through !== undefined ? ` of the payee's ${across.through.name}` : across.only === undefined ? '' : ` ${across.only}`}`;
  return across.kind === 'reports' ? 'across direct reports' : `across the ${across.kind}`;
}
