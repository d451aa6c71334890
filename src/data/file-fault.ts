/** What stops a whole file, in words: the place, what was found, one thing to do. Rule: cli-conventions §5. */
import type { DataPlace, Problems } from '../diagnostic/diagnostic.ts';
import { clip, visible } from '../diagnostic/visible.ts';
import type { TableContract } from './contract.ts';
import type { EncodingFault } from './encoding.ts';
import { reportDelimiter } from './header.ts';
import type { RecordFault } from './record.ts';

export function reportEncoding(fault: EncodingFault, file: string, line: number, problems: Problems): void {
  switch (fault.kind) {
    case 'utf-16':
      return problems.error('D104', `${file} is encoded as UTF-16; data files are UTF-8`, { data: { file, line: 1 }, hint: 'save it as "CSV UTF-8"' });
    case 'no-text':
      return problems.error('D105', `${file} is ${fault.what}, not CSV`, { data: { file }, hint: 'export it as "CSV UTF-8"' });
    case 'nul':
      return problems.error('D105', `${file} holds a NUL character in line ${line}; it is no text file, or damaged`, { data: { file, line }, hint: 'export it again as CSV' });
    case 'not-utf-8': {
      const byte = `0x${fault.byte.toString(16).toUpperCase().padStart(2, '0')}`;
      return problems.error('D103', `the byte ${byte} in line ${line} is not UTF-8; the file may be Latin-1 or Windows-1252`, {
        data: { file, line },
        found: byte,
        hint: `save it as "CSV UTF-8", or convert it: iconv -f WINDOWS-1252 -t UTF-8 ${file}`,
      });
    }
  }
}

/** `header`: its names, when it was read before the fault. */
export function reportRecord(fault: RecordFault, file: string, contract: TableContract, header: readonly string[] | undefined, problems: Problems): void {
  if (header === undefined && fault.next !== undefined && /[,;|\t]/.test(fault.next)) return reportDelimiter(fault.next, contract, { file, line: fault.line }, problems);
  const name = fault.cell === undefined ? undefined : header?.[fault.cell - 1];
  const data: DataPlace = {
    file,
    line: fault.line,
    ...(fault.cell === undefined ? {} : { column: fault.cell }),
    ...(name === undefined ? {} : { header: name }),
    ...(fault.text === undefined ? {} : { cell: fault.text }),
  };
  const text = clip(visible(fault.text ?? ''), 60);
  switch (fault.kind) {
    case 'long':
      return problems.error('D106', `the record that begins on line ${fault.line} is longer than 1 MiB`, { data, hint: 'look for a missing quote, or line ends that are missing' });
    case 'unclosed':
      return problems.error('D107', `the quote that opens here is never closed: ${text}`, { data, hint: 'close it, or write a quote inside a quoted cell twice' });
    case 'stray-quote':
      if (/^\s+"$/.test(fault.text ?? '')) return problems.error('D108', `a blank stands before the quote: ${text}`, { data, hint: 'remove the blank between delimiter and quote' });
      return problems.error('D108', `a quote inside a cell that does not begin with one: ${text}`, { data, hint: 'put the whole cell in quotes and write the quote inside twice' });
    case 'after-quote': {
      const far = fault.opened !== undefined && fault.opened < fault.line;
      const where = far ? `the quoted cell that opens on line ${fault.opened} is closed on line ${fault.line} in front of more text` : `text follows the closing quote of ${text}`;
      return problems.error('D109', where, { data: { ...data, line: fault.opened ?? fault.line }, hint: far ? 'is the quote that opens there never closed?' : 'write quotes inside a quoted cell twice' });
    }
  }
}
