/**
 * The one grammar for numbers in plans and data: optional sign, 1–18 digits, optionally the decimal mark and
 * 1–12 digits, optionally `%`; a rate may be a fraction `2/37`. No exponent, group mark, currency sign, blank
 * or Unicode digit. Rule: traps.md §5. Each refusal says what it saw and what to do.
 */
import { Exact } from './exact.ts';

export interface NumberOptions {
  /** Default `.`; a data source may declare `,`. */
  readonly decimalMark?: '.' | ',';
  /** `8%` allowed (read as 8 hundredths). */
  readonly percent?: boolean;
  /** `2/37` allowed. */
  readonly fraction?: boolean;
  /** `1_000` allowed (plans and formulas only, never data). */
  readonly underscores?: boolean;
}

export type NumberReading =
  | { readonly value: Exact; readonly percent: boolean; readonly places: number }
  | { readonly fault: string; readonly hint: string };

const MAX_WHOLE = 18;
/** Decimals of a number, the percent sign not counted. */
export const MAX_PLACES = 12;

/** Reads a text exactly, or says what is wrong with it. Never guesses and never drops a digit. */
export function readNumber(text: string, options: NumberOptions = {}): NumberReading {
  const mark = options.decimalMark ?? '.';
  if (text.length > 64) return { fault: `a number of ${text.length} characters`, hint: 'numbers have at most 18 digits before and 12 after the decimal mark' };
  let body = text;
  if (options.underscores && /^[+-]?\d{1,3}(_\d{3})+(\D|$)/.test(body)) body = body.replaceAll('_', '');
  if (options.fraction) {
    const pair = /^([+-]?)(\d{1,18})\/(\d{1,18})$/.exec(body);
    if (pair) {
      const below = BigInt(pair[3]!);
      if (below === 0n) return { fault: 'a fraction with nothing below the line', hint: 'write a positive whole number below the line, such as 2/37' };
      return { value: Exact.of(BigInt(`${pair[1] === '-' ? '-' : ''}${pair[2]}`), below), percent: false, places: 0 };
    }
  }
  const parts = /^([+-]?)(\d+)(?:([.,])(\d+))?(%?)$/.exec(body);
  if (!parts || (parts[3] !== undefined && parts[3] !== mark)) return refusal(text, mark, options);
  const whole = parts[2]!;
  const behind = parts[4] ?? '';
  if (whole.length > MAX_WHOLE || behind.length > MAX_PLACES)
    return { fault: `a number with ${whole.length} digits before and ${behind.length} after the decimal mark`, hint: 'numbers have at most 18 digits before and 12 after the decimal mark' };
  const percent = parts[5] === '%';
  if (percent && !options.percent) return { fault: 'a percent sign in a plain number', hint: 'remove the % or declare the column as ratio' };
  const digits = BigInt(`${parts[1] === '-' ? '-' : ''}${whole}${behind}`);
  return { value: Exact.scaled(digits, behind.length + (percent ? 2 : 0)), percent, places: behind.length };
}

/** The refusals an analyst meets, most telling first. */
function refusal(text: string, mark: string, options: NumberOptions): NumberReading {
  const other = mark === '.' ? ',' : '.';
  const cases: [RegExp, string, string][] = [
    [/^$/, 'an empty text', 'write a number; if the value may be missing, declare the column with ?'],
    [/^\s|\s$/, 'blanks around a number', 'remove the blanks'],
    [/^\(.*\)$/, 'accounting brackets', `write a leading minus: ${unbracketed(text, mark)}`],
    [/^[\u2212\u2013\u2014]/, `the character U+${text.charCodeAt(0).toString(16).toUpperCase()} in place of a minus`, 'write the plain minus -'],
    [/^[+-]?\d+(\.\d+)?[eE][+-]?\d+$/, 'a spreadsheet exponent', 'export the column as number, not as general'],
    [/^0[xob]/i, 'a number in another base', 'write it in decimal digits'],
    [/^[+-]?\d+[.,]\d+%$|^[+-]?\d+%$/, 'a percent', options.percent ? `write the decimal mark as ${mark}` : 'declare the column as ratio'],
    [/^[+-]?\d+ %$/, 'a blank before the percent sign', `write ${text.replace(' ', '')}`],
    [/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$|^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/, 'group marks or another decimal mark', `remove group marks; the declared decimal mark is ${mark}`],
    [/^[+-]?\d{1,3}([_'’ \u00a0]\d{3})+/, 'group marks', 'remove them'],
    [new RegExp(`^[+-]?\\d+\\${other}\\d+$`), `a decimal mark ${other}`, `the declared decimal mark is ${mark}; change the number or declare decimal-mark: "${other}"`],
    [/^[+-]?\d+[.,]$/, 'a decimal mark with no digits after it', 'write 5 or 5.0'],
    [/^[+-]?[.,]\d+$/, 'a decimal mark with no digits before it', 'write 0.5'],
    [/^[+-]?[$€£¥]|[$€£¥]$|^[A-Z]{3} ?\d|\d ?[A-Z]{3}$/, 'a currency mark', 'write the amount alone; the currency stands in the column declaration'],
    [/[\uff10-\uff19\u0660-\u0669]/, 'digits that are not 0–9', 'write plain digits 0–9'],
    [/^\d+\/\d+$/, 'a fraction', 'fractions are for rates in plans'],
    [/^(nan|inf|infinity|n\/a|#n\/a|null|none|-)$/i, 'a mark for a missing value', 'leave the cell empty and declare the column with ?'],
  ];
  for (const [pattern, fault, hint] of cases) if (pattern.test(text)) return { fault, hint };
  return { fault: 'not a number', hint: `digits, at most one decimal mark ${mark}, a leading minus` };
}

/** `(1,234.50)` as `-1234.50`. */
function unbracketed(text: string, mark: string): string {
  const inside = text.slice(1, -1).replace(mark === '.' ? /[,_'’ \u00a0]/g : /[._'’ \u00a0]/g, '');
  return /^\d+([.,]\d+)?$/.test(inside) ? `-${inside}` : '-5.00';
}
