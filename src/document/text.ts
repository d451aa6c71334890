/**
 * Bytes to text: strict UTF-8, a byte-order mark removed. Other encodings are named and refused with advice; a wrong
 * letter in a name or a plan is never let in silently (traps.md §3).
 */
import type { Problems } from '../diagnostic/diagnostic.ts';

const SIGNATURES: readonly (readonly [readonly number[], string, string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive or an Excel workbook', 'save the sheet as "CSV UTF-8", or write the plan as a text file'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel or Word file', 'save the sheet as "CSV UTF-8", or write the plan as a text file'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF file', 'write the plan as a text file'],
  [[0x1f, 0x8b], 'a gzip archive', 'unpack it first'],
];

/** The text of a file, or undefined after a located refusal. Lines keep their ends; a BOM is removed. */
export function decodeText(bytes: Uint8Array, name: string, problems: Problems): string | undefined {
  for (const [signature, what, hint] of SIGNATURES)
    if (signature.every((byte, index) => bytes[index] === byte)) {
      problems.error('Y042', `expected a text file, found ${what}`, { data: { file: name }, hint, found: what, expected: 'UTF-8 text' });
      return undefined;
    }
  const wide = wideEncoding(bytes);
  if (wide) {
    problems.error('Y041', `the file is encoded as ${wide}, expected UTF-8`, {
      data: { file: name }, found: wide, expected: 'UTF-8',
      hint: `save it again as UTF-8, or run: iconv -f ${wide} -t UTF-8 OLD > NEW`,
    });
    return undefined;
  }
  const bad = firstBadByte(bytes);
  if (bad < 0) {
    const nul = bytes.indexOf(0);
    if (nul < 0) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    problems.error('Y042', 'expected a text file, found a byte 0x00', { data: { file: name, line: lineAt(bytes, nul) }, found: 'byte 0x00', expected: 'UTF-8 text', hint: 'check that the path names a text file' });
    return undefined;
  }
  const line = lineAt(bytes, bad);
  const byte = `0x${bytes[bad]!.toString(16).toUpperCase().padStart(2, '0')}`;
  const letter = windowsLetter(bytes[bad]!);
  const reading = /\p{L}|[€‘’“”–—…£§°±µ¿¡«»]/u.test(letter) ? ` (in Windows-1252 or Latin-1 it would be ${letter})` : '';
  problems.error('Y040', `byte ${byte} is not UTF-8${reading}`, {
    data: { file: name, line }, found: `byte ${byte}`, expected: 'UTF-8',
    hint: 'save the file again as UTF-8 (in Excel: "CSV UTF-8"), or run: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW',
  });
  return undefined;
}

/** Bytes 0x80 to 0x9F in Windows-1252; the platform's own decoder reads them as controls. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windowsLetter(byte: number): string {
  return byte < 0xa0 ? WINDOWS[byte - 0x80]! : String.fromCharCode(byte);
}

/** UTF-16 or UTF-32 by its mark, or UTF-16 by a zero in every second of the first bytes. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32LE' : 'UTF-16LE';
  if (a === 0xfe && b === 0xff) return 'UTF-16BE';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32BE';
  const head = bytes.subarray(0, Math.min(bytes.length - (bytes.length % 2), 64));
  if (head.length < 4) return undefined;
  let even = 0;
  let odd = 0;
  head.forEach((byte, index) => {
    if (byte === 0) index % 2 === 0 ? even++ : odd++;
  });
  const most = head.length * 0.4;
  if (odd >= most && even === 0) return 'UTF-16LE';
  return even >= most && odd === 0 ? 'UTF-16BE' : undefined;
}

/** Offset of the first byte that is not UTF-8, or −1. Overlong forms, surrogates and code points past U+10FFFF are none. */
function firstBadByte(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const more = lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
    if (more === 0) return at;
    const next = bytes[at + 1] ?? 0;
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (next < low || next > high) return at;
    for (let step = 2; step <= more; step++) if (((bytes[at + step] ?? 0) & 0xc0) !== 0x80) return at;
    at += more + 1;
  }
  return -1;
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at++) if (bytes[at] === 10) line++;
  return line;
}
