/**
 * The header: row 1, taken by ourselves and held to the contract. Names are compared after blanks around them are
 * gone and in the composed form, case by case; nothing is guessed. Rule: traps.md §4.
 */
import type { DataPlace, Diagnostic, Problems } from '../diagnostic/diagnostic.ts';
import { suggest } from '../diagnostic/suggest.ts';
import { revealed } from '../diagnostic/visible.ts';
import { refusedText } from './cell-text.ts';
import { quoted } from './cell.ts';
import type { TableContract } from './contract.ts';

export const MAX_COLUMNS = 512;
export const MAX_HEADER = 256;

export interface Header {
  /** As in the file, without blanks around. */
  readonly names: readonly string[];
  /** For each column of the contract its position in the file, or −1 when it may be absent and is. */
  readonly positions: readonly number[];
  /** Headers that no column of the contract asks for. */
  readonly undeclared: readonly string[];
}

/** Reads the header record of a file, or reports everything that is wrong with it. */
export function readHeader(cells: readonly string[], contract: TableContract, file: string, line: number, problems: Problems): Header | undefined {
  const before = problems.all.length;
  const place = { file, line };
  const other = otherDelimiter(cells, contract);
  if (other !== undefined) {
    reportDelimiter(other, contract, { ...place, cell: cells.join(contract.delimiter) }, problems);
    return undefined;
  }
  if (cells.length > MAX_COLUMNS) {
    problems.error('D125', `the header has ${cells.length} columns; the limit is ${MAX_COLUMNS}`, { data: place, hint: 'export only the columns that plans use' });
    return undefined;
  }
  const names = cells.map(headerName);
  names.forEach((name, at) => checkName(cells[at]!, name, at, place, problems));
  checkRepeats(names, place, problems);
  const positions = contract.columns.map((column) => names.indexOf(headerName(column.header)));
  contract.columns.forEach((column, index) => {
    if (positions[index]! >= 0 || column.mayBeAbsent) return;
    const free = names.filter((name) => name !== '' && refusedText(name) === undefined);
    const [near] = suggest(column.header, free, 1);
    problems.error('D120', `${file} has no column ${quoted(column.header)}, which ${contract.name} declares`, {
      ...(column.at === undefined ? {} : { labels: [{ at: column.at, text: 'declared here' }] }),
      data: { ...place, cell: cells.join(contract.delimiter) },
      hint: `${near === undefined ? '' : `did you mean ${near}? `}the header is ${revealed(names.join(', '))}`,
      ...(near === undefined ? {} : { suggestion: near }),
    });
  });
  if (problems.all.slice(before).some(isError)) return undefined;
  const used = new Set(positions);
  return { names, positions, undeclared: names.filter((_name, at) => !used.has(at)) };
}

function isError(problem: Diagnostic): boolean {
  return problem.severity === 'error';
}

function checkName(cell: string, name: string, at: number, place: { file: string; line: number }, problems: Problems): void {
  const data = { ...place, column: at + 1, header: name };
  const unfit = refusedText(name);
  if (name === '') problems.error('D123', `column ${at + 1} has no header`, { data, hint: 'name the column, or remove it (a delimiter at the end of the line makes one)' });
  else if (unfit !== undefined) problems.error('D124', `the header of column ${at + 1}, ${quoted(name)}, holds ${unfit.what}`, { data, hint: 'remove it from the header' });
  else if (name.length > MAX_HEADER) problems.error('D124', `the header of column ${at + 1} has ${name.length} characters; the limit is ${MAX_HEADER}`, { data, hint: 'is the first line a header? shorten it' });
  else if (withoutBlanks(cell) !== cell) problems.warning('D126', `the header ${quoted(cell)} has blanks around it and is read as ${quoted(name)}`, { data, hint: 'remove the blanks' });
}

/** Blanks and tabs only: a byte order mark or a line break inside a header must be seen. */
function withoutBlanks(text: string): string {
  return text.replace(/^[\t\p{Zs}]+|[\t\p{Zs}]+$/gu, '');
}

function headerName(text: string): string {
  return withoutBlanks(text).normalize('NFC');
}

function checkRepeats(names: readonly string[], place: { file: string; line: number }, problems: Problems): void {
  const first = new Map<string, number>();
  const folded = new Map<string, number>();
  names.forEach((name, at) => {
    if (name === '') return;
    const data = { ...place, column: at + 1, header: name };
    const earlier = first.get(name);
    const like = folded.get(name.toLowerCase());
    if (earlier !== undefined) problems.error('D121', `the header ${quoted(name)} stands over columns ${earlier + 1} and ${at + 1}`, { data, hint: 'give each column its own header' });
    else if (like !== undefined) problems.warning('D122', `the headers of columns ${like + 1} and ${at + 1} differ only in case: ${names[like]!}, ${name}`, { data, hint: 'give them names that cannot be confused' });
    else folded.set(name.toLowerCase(), at);
    if (earlier === undefined) first.set(name, at);
  });
}

/** The header is separated by `other`, which is not what the contract declares. */
export function reportDelimiter(other: string, contract: TableContract, data: DataPlace, problems: Problems): void {
  const message = `${contract.name} is declared as separated by ${delimiterName(contract.delimiter)}, but this header looks separated by ${delimiterName(other)}`;
  problems.error('D113', message, { data, hint: `declare delimiter: ${other === '\t' ? 'tab' : `"${other}"`} for ${contract.name}` });
}

const DELIMITER_NAMES = new Map<string, string>([
  [',', 'commas'],
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'bars'],
]);

/** Another delimiter under which more of the declared headers are found. Told, never taken. */
function otherDelimiter(cells: readonly string[], contract: TableContract): string | undefined {
  const line = cells.join(contract.delimiter);
  const wanted = new Set(contract.columns.map((column) => column.header));
  const found = (names: readonly string[]): number => new Set(names.map(headerName).filter((name) => wanted.has(name))).size;
  const now = found(cells);
  for (const other of DELIMITER_NAMES.keys()) {
    if (other === contract.delimiter) continue;
    const names = line.split(other).map((name) => name.replace(/^"|"$/g, ''));
    if (names.length < 2) continue;
    if (found(names) > now || (cells.length === 1 && now === 0)) return other;
  }
  return undefined;
}

/** What `sep=` on a first line declares, as spreadsheets write it; undefined when the line is none. */
export function separatorLine(cells: readonly string[], delimiter: string): string | undefined {
  return /^sep=(.?)$/i.exec(cells.join(delimiter))?.[1];
}

export function delimiterName(delimiter: string): string {
  return DELIMITER_NAMES.get(delimiter) ?? `"${delimiter}"`;
}
