import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import { decodeText } from '../../src/document/text.ts';
import { conciseReport } from '../../src/report/diagnostic/concise.ts';
import { findingsOf } from '../../src/report/diagnostic/findings.ts';

function decode(bytes: Uint8Array): string {
  const problems = new Problems();
  const text = decodeText(bytes, 'plans/ae.yaml', problems);
  return text ?? `${conciseReport(findingsOf(problems.all, { files: [] })).trim()} / ${problems.all[0]!.hint}`;
}

const latin1 = (text: string): Uint8Array => Uint8Array.from([...text].map((character) => character.charCodeAt(0)));
const utf16 = (text: string, big: boolean): Uint8Array => Uint8Array.from([...text].flatMap((character) => (big ? [0, character.charCodeAt(0)] : [character.charCodeAt(0), 0])));

describe('bytes become text only when they are UTF-8', () => {
  test('a byte-order mark is removed, and positions do not shift', () => expect(decode(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]))).toBe('a'));
  test('an empty file is an empty text', () => expect(decode(new Uint8Array())).toBe(''));
  test('law: every text that is written as UTF-8 is read back', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }).filter((text) => !/^\ufeff|\0|^PK|^%PDF|\p{Cs}/u.test(text)), (text) => void expect(decode(new TextEncoder().encode(text))).toBe(text)));
  });
  test('law: what the strict decoder of the platform refuses is refused with a place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const problems = new Problems();
        const text = decodeText(bytes, 'p', problems);
        let platform: string | undefined;
        try {
          platform = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        } catch {
          platform = undefined;
        }
        if (platform === undefined) expect(text).toBeUndefined();
        if (text !== undefined) expect(text).toBe(platform);
        expect(problems.failed).toBe(text === undefined);
      }),
      { numRuns: 2_000 },
    );
  });

  const refused: [string, Uint8Array, string][] = [
    ['Latin-1', latin1('plan: a\ntitle: Müller\n'), 'plans/ae.yaml:2:1: error[Y040]: byte 0xFC is not UTF-8 (in Windows-1252 or Latin-1 it would be ü) / save the file again as UTF-8 (in Excel: "CSV UTF-8"), or run: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW'],
    ['Windows-1252 euro', Uint8Array.from([0x61, 0x80]), 'plans/ae.yaml:1:1: error[Y040]: byte 0x80 is not UTF-8 (in Windows-1252 or Latin-1 it would be €) / save the file again as UTF-8 (in Excel: "CSV UTF-8"), or run: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW'],
    ['UTF-16 with a mark', Uint8Array.from([0xff, 0xfe, 0x61, 0]), 'plans/ae.yaml:1:1: error[Y041]: the file is encoded as UTF-16LE, expected UTF-8 / save it again as UTF-8, or run: iconv -f UTF-16LE -t UTF-8 OLD > NEW'],
    ['UTF-16BE with a mark', Uint8Array.from([0xfe, 0xff, 0, 0x61]), 'plans/ae.yaml:1:1: error[Y041]: the file is encoded as UTF-16BE, expected UTF-8 / save it again as UTF-8, or run: iconv -f UTF-16BE -t UTF-8 OLD > NEW'],
    ['UTF-16 without a mark', utf16('plan: a', false), 'plans/ae.yaml:1:1: error[Y041]: the file is encoded as UTF-16LE, expected UTF-8 / save it again as UTF-8, or run: iconv -f UTF-16LE -t UTF-8 OLD > NEW'],
    ['UTF-16BE without a mark', utf16('plan: a', true), 'plans/ae.yaml:1:1: error[Y041]: the file is encoded as UTF-16BE, expected UTF-8 / save it again as UTF-8, or run: iconv -f UTF-16BE -t UTF-8 OLD > NEW'],
    ['a workbook', latin1('PK\u0003\u0004rest'), 'plans/ae.yaml:1:1: error[Y042]: expected a text file, found a zip archive or an Excel workbook / save the sheet as "CSV UTF-8", or write the plan as a text file'],
    ['a PDF', latin1('%PDF-1.7'), 'plans/ae.yaml:1:1: error[Y042]: expected a text file, found a PDF file / write the plan as a text file'],
    ['a zero byte', latin1('plan: a\nti\0tle: b'), 'plans/ae.yaml:2:1: error[Y042]: expected a text file, found a byte 0x00 / check that the path names a text file'],
  ];
  for (const [what, bytes, words] of refused) test(`${what} is refused with advice`, () => expect(decode(bytes)).toBe(words));
});
