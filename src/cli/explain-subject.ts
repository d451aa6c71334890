/** What the word after `explain` is. Employee numbers often look like codes, so the list of codes and the people decide, not the look. */
import { join } from 'node:path';
import { loadPeople } from '../data/people.ts';
import { CODES } from '../diagnostic/codes.ts';
import { Problems } from '../diagnostic/diagnostic.ts';
import { didYouMean } from '../diagnostic/suggest.ts';
import { decodeText } from '../document/text.ts';
import { checkWorkspace } from '../plan/index.ts';
import { DataFiles } from './data-files.ts';
import { readOrSay } from './plan-files.ts';
import { shown } from './path.ts';
import type { Session } from './session.ts';
import { WORKSPACE_FILE } from './target.ts';

const LETTERS: ReadonlySet<string> = new Set(Object.keys(CODES).map((code) => code[0]!));

/** A letter that codes begin with, and digits. */
export function looksLikeCode(word: string): boolean {
  return /^[A-Z]\d{3,}$/i.test(word) && LETTERS.has(word[0]!.toUpperCase());
}

export function nearCode(word: string): string | undefined {
  return didYouMean(word.toUpperCase(), Object.keys(CODES));
}

/**
 * Whether the workspace of the current folder has a person of that id; `unknown` where its people cannot be told (no people
 * file, or one with faults), which the explanation of a person then says.
 */
export async function personHere({ io }: Session, id: string): Promise<'yes' | 'no' | 'unknown'> {
  const path = join(io.cwd, WORKSPACE_FILE);
  if ((await io.disk.kind(path)) !== 'file') return 'no';
  const scratch = new Problems();
  const bytes = await readOrSay(io, path, scratch);
  const text = bytes === undefined ? undefined : decodeText(bytes, WORKSPACE_FILE, scratch);
  const workspace = text === undefined ? undefined : checkWorkspace({ name: WORKSPACE_FILE, text }, shown(io.cwd, io.cwd), scratch);
  if (workspace?.people === undefined) return 'unknown';
  const inputs = await new DataFiles(io, io.cwd, false).of(workspace.people.table, workspace, new Map(), scratch);
  const people = inputs === undefined ? undefined : await loadPeople(workspace.people, inputs, scratch);
  return people === undefined ? 'unknown' : people.get(id) === undefined ? 'no' : 'yes';
}
