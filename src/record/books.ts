/**
 * The books of a workspace: its records in the order of their numbers, each read whole and held to its digests and its place in
 * the chain. What is wrong is named file by file; books with a fault are not used.
 */
import type { Problems } from '../diagnostic/diagnostic.ts';
import { BALANCES, CREDITS, EXCLUDED, LINES, PAYMENTS, PAYOUTS, PEOPLE, PRIOR, RESTATED, STEPS, TABLES, type Entries } from './entries.ts';
import { HEAD, readHead, type Head } from './head.ts';
import type { Digest } from './meaning.ts';
import { tableRows, type Columns, type Table } from './table.ts';

/** The records folder, as far as this room may touch it: to read. */
export interface Shelf {
  /** As it is shown in messages: `acme/records`. */
  readonly name: string;
  /** Names in the folder, sorted; undefined when there is no such folder. */
  list(): Promise<readonly { readonly name: string; readonly folder: boolean }[] | undefined>;
  files(record: string): Promise<readonly string[]>;
  read(record: string, file: string): Promise<Uint8Array>;
  readonly digest: Digest;
}

export interface PeriodRecord extends Entries {
  readonly head: Head;
}

export interface Books {
  readonly records: readonly PeriodRecord[];
  /** Folders that an interrupted close left. */
  readonly unfinished: readonly string[];
}

/** `0007`: the number alone decides who was first when two close at once. */
export function recordName(number: number): string {
  return `${number}`.padStart(4, '0');
}

/** Begins the name of a folder that a close is writing; its number follows. */
export const CLOSING = '.closing-';

/** Everything that was closed; undefined after a fault was reported. An absent folder is empty books. */
export async function readBooks(shelf: Shelf, workspace: string, problems: Problems): Promise<Books | undefined> {
  const before = problems.all.length;
  const listed = (await shelf.list()) ?? [];
  const unfinished = listed.filter(({ name }) => name.startsWith(CLOSING)).map(({ name }) => name);
  const records: PeriodRecord[] = [];
  const names = listed.filter(({ name }) => !name.startsWith(CLOSING));
  for (const { name, folder } of names)
    if (!folder || !/^\d{4,}$/.test(name)) problems.error('B003', `${shelf.name}/${name} is no record`, { data: { file: `${shelf.name}/${name}` }, hint: 'a records folder holds records and nothing else; move it away' });
  const numbers = names.filter(({ name, folder }) => folder && /^\d{4,}$/.test(name)).map(({ name }) => +name).sort((a, b) => a - b);
  let previous: Head | undefined;
  for (const [at, number] of numbers.entries()) {
    if (number !== at + 1) {
      problems.error('B003', `record ${recordName(at + 1)} is missing from ${shelf.name}`, { data: { file: `${shelf.name}/${recordName(at + 1)}` }, hint: 'restore it from a backup; a record is never removed' });
      break;
    }
    const head = await readOne(shelf, number, workspace, previous, problems);
    if (head === undefined) break;
    const record = await readFiles(shelf, head, problems);
    if (record !== undefined) records.push(record);
    previous = head;
  }
  return problems.all.slice(before).some(({ severity }) => severity === 'error') ? undefined : { records, unfinished };
}

/** The head, in its place in the chain. */
async function readOne(shelf: Shelf, number: number, workspace: string, previous: Head | undefined, problems: Problems): Promise<Head | undefined> {
  const name = recordName(number);
  const path = (file: string): string => `${shelf.name}/${name}/${file}`;
  const present = await shelf.files(name);
  if (!present.includes(HEAD)) {
    problems.error('B002', `${path(HEAD)} is missing`, { data: { file: path(HEAD) }, hint: RESTORE });
    return undefined;
  }
  const text = textOf(await shelf.read(name, HEAD));
  const head = readHead(text, shelf.digest);
  if ('fault' in head) {
    const hint = head.fault === 'version' ? 'read it with the paycurve that wrote it, or a later one' : RESTORE;
    problems.error(head.fault === 'version' ? 'B005' : 'B001', `${path(HEAD)} ${head.fault === 'version' ? 'is of another format' : 'was altered'}: ${head.why}`, { data: { file: path(HEAD) }, hint });
    return undefined;
  }
  if (head.workspace !== workspace) {
    problems.error('B004', `${path(HEAD)} is a record of workspace ${head.workspace}, and this workspace is ${workspace}`, { data: { file: path(HEAD) }, hint: 'each workspace has books of its own; name another folder with `records:` in paycurve.yaml' });
    return undefined;
  }
  if (head.number !== number || head.previous !== previous?.seal) {
    problems.error('B003', `${path(HEAD)} does not follow ${previous === undefined ? 'the beginning' : `record ${recordName(previous.number)}`}: ${head.number === number ? 'it names another record before it' : `it is record ${recordName(head.number)}`}`, { data: { file: path(HEAD) }, hint: RESTORE });
    return undefined;
  }
  return head;
}

/** Every file of a record: present, of the very bytes, and a table of its kind. */
async function readFiles(shelf: Shelf, head: Head, problems: Problems): Promise<PeriodRecord | undefined> {
  const name = recordName(head.number);
  const present = await shelf.files(name);
  const path = (file: string): string => `${shelf.name}/${name}/${file}`;
  const texts = new Map<string, string>();
  let whole = true;
  const fault = (code: 'B001' | 'B002' | 'B003', file: string, message: string): void => {
    whole = false;
    problems.error(code, message, { data: { file: path(file) }, hint: code === 'B003' ? 'a record holds its own files and nothing else; move it away' : RESTORE });
  };
  for (const { name: file, sha256, bytes } of head.files) {
    if (!present.includes(file)) {
      fault('B002', file, `${path(file)} is missing`);
      continue;
    }
    const content = await shelf.read(name, file);
    if (shelf.digest(content) !== sha256) fault('B001', file, `${path(file)} was altered: ${content.length === bytes ? 'it is not what was recorded' : `${content.length} bytes, and ${bytes} were recorded`}`);
    else texts.set(file, textOf(content));
  }
  for (const file of present) if (file !== HEAD && !head.files.some((one) => one.name === file)) fault('B003', file, `${path(file)} does not belong to the record`);
  if (!whole) return undefined;
  const rows = <C extends Columns>(table: Table<C>): never[] => {
    const read = texts.has(table.file) ? tableRows(table, texts.get(table.file)!) : undefined;
    if (read === undefined) {
      whole = false;
      problems.error('B005', `${path(table.file)} is not as this paycurve writes it`, { data: { file: path(table.file) }, hint: `it was written by paycurve ${head.version}` });
    }
    return (read ?? []) as never[];
  };
  const entries: Entries = { payouts: rows(PAYOUTS), lines: rows(LINES), payments: rows(PAYMENTS), steps: rows(STEPS), balances: rows(BALANCES), prior: rows(PRIOR), credits: rows(CREDITS), restated: rows(RESTATED), excluded: rows(EXCLUDED), people: rows(PEOPLE) };
  return whole && TABLES.length === head.files.length ? { head, ...entries } : undefined;
}

const RESTORE = 'restore the file from a backup; a record is never edited. What has to change is an adjustment in the open period';

/** Bytes that are no text were altered, and their digest says so before they are read. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
