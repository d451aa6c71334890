import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactText } from '../../src/value/display.ts';
import { readNumber, type NumberOptions } from '../../src/value/number-text.ts';

function read(text: string, options?: NumberOptions): string {
  const reading = readNumber(text, options);
  return 'fault' in reading ? `refused: ${reading.fault}` : exactText(reading.value);
}

describe('numbers are read exactly', () => {
  const accepted: [string, string, NumberOptions?][] = [
    ['12.50', '12.5'], ['-0', '0'], ['+5', '5'], ['010', '10'], ['0.000000000001', '0.000000000001'],
    ['123456789012345678', '123456789012345678'], ['999999999999999999.999999999999', '999999999999999999.999999999999'],
    ['1,5', '1.5', { decimalMark: ',' }], ['8%', '0.08', { percent: true }], ['12.5%', '0.125', { percent: true }],
    ['2/37', '2/37', { fraction: true }], ['-1/4', '-0.25', { fraction: true }], ['1_000_000.50', '1000000.5', { underscores: true }],
  ];
  for (const [text, value, options] of accepted) test(`${text} is ${value}`, () => expect(read(text, options)).toBe(value));

  test('law: what is printed is read back as the same value', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n }), fc.nat(12), (digits, places) => {
        const size = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
        const text = `${digits < 0n ? '-' : ''}${size.slice(0, size.length - places)}${places > 0 ? `.${size.slice(-places)}` : ''}`;
        const reading = readNumber(text);
        expect('value' in reading && reading.value.n === digits && reading.value.d === 10n ** BigInt(places)).toBe(true);
      }),
    );
  });
});

describe('everything else is refused, and told apart', () => {
  const refused: [string, string, NumberOptions?][] = [
    ['', 'an empty text'], [' 12', 'blanks around a number'], ['12 ', 'blanks around a number'], ['(5)', 'accounting brackets'],
    ['−5', 'the character U+2212 in place of a minus'], ['1e5', 'a spreadsheet exponent'], ['1E500000000', 'a spreadsheet exponent'], ['0x1F', 'a number in another base'],
    ['12%', 'a percent sign in a plain number'], ['8 %', 'a blank before the percent sign'], ['1,000', 'group marks or another decimal mark'], ['1.234,50', 'group marks or another decimal mark'],
    ['1,5', 'a decimal mark ,'], ['1.5', 'a decimal mark .', { decimalMark: ',' }], ['1 000', 'group marks'], ['5.', 'a decimal mark with no digits after it'],
    ['.5', 'a decimal mark with no digits before it'], ['$5', 'a currency mark'], ['5 EUR', 'a currency mark'], ['١٢', 'digits that are not 0–9'], ['NaN', 'a mark for a missing value'],
    ['n/a', 'a mark for a missing value'], ['1/2', 'a fraction'], ['1/0', 'a fraction with nothing below the line', { fraction: true }], ['--5', 'not a number'], ['1.2.3', 'not a number'],
    ['1234567890123456789', 'a number with 19 digits before and 0 after the decimal mark'], ['0.1234567890123', 'a number with 1 digits before and 13 after the decimal mark'],
    ['9'.repeat(1_000_000), 'a number of 1000000 characters'],
  ];
  for (const [text, fault, options] of refused) test(`${text.slice(0, 24)} is ${fault}`, () => expect(read(text, options)).toBe(`refused: ${fault}`));

  test('law: any text is either refused with a hint or read to a value whose digits stand in it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const reading = readNumber(text, { percent: true, fraction: true });
        if ('fault' in reading) expect(reading.hint.length).toBeGreaterThan(0);
        else expect(/^[+-]?[\d.]+(%|\/\d+)?$/.test(text)).toBe(true);
      }),
    );
  });
});
