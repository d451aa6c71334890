/** Numbers and dates at a place in the text, in the one grammar of `value/number-text.ts` and `value/day.ts`. */
import { readDay } from '../value/day.ts';
import { readNumber } from '../value/number-text.ts';
import type { Faults } from './faults.ts';
import type { Token } from './token.ts';

const DATE_LIKE = /\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{2}:\d{2}[\d:.]*)?(?![\w.])|\d{1,2}[/.]\d{1,2}[/.]\d{4}(?![\w.])|\d{4}\/\d{1,2}\/\d{1,2}(?![\w.])/y;
const GROUPED = /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w.])%*|\d{1,3}(?:['’]\d{3})+(?:\.\d+)?(?![\w.])%*/y;
const EXPONENT = /\d+(?:\.\d+)?[eE][+-]?\d+/y;
const NUMBER = /\d\w*(?:\.\w*)*%*/y;

/** The token of the number or date whose first digit stands at `start`. Always takes at least that digit. */
export function lexNumber(text: string, start: number, faults: Faults): Token {
  const date = match(DATE_LIKE, text, start);
  if (date !== undefined) return readDate(date, start, faults);
  const grouped = match(GROUPED, text, start);
  if (grouped !== undefined) {
    const end = start + grouped.length;
    const plain = grouped.replace(/[,'’]/g, '');
    faults.error('X025', `${grouped} has a group mark; a formula cannot tell whether it is one number or several`, { start, end }, {
      found: grouped,
      hint: grouped.includes(',')
        ? `write ${plain} or ${plain.replace(/\B(?=(\d{3})+(?!\d))/g, '_')} for one number; between the values of a list put a blank after the comma`
        : `write ${plain} or ${plain.replace(/\B(?=(\d{3})+(?!\d))/g, '_')}`,
    });
    return { kind: 'bad', start, end };
  }
  const written = match(EXPONENT, text, start) ?? match(NUMBER, text, start)!;
  const end = start + written.length;
  const reading = readNumber(written, { percent: true, underscores: true });
  if (!('fault' in reading)) return { kind: 'number', value: reading.value, percent: reading.percent, start, end };
  const [fault, hint] = /^[\d_.]+%%+$/.test(written) ? ['it has more than one percent sign', `write ${written.replace(/%+$/, '%')}`] : faultOf(written, reading);
  faults.error('X012', `${shown(written)} is not a number: ${fault}`, { start, end }, { found: written, hint });
  return { kind: 'bad', start, end };
}

function faultOf(written: string, reading: { fault: string; hint: string }): [string, string] {
  const split = /^(\d[\d_.]*%?)([A-Za-z]\w*)$/.exec(written);
  if (/[eE]/.test(written) && /^\d+(\.\d+)?[eE][+-]?\d+$/.test(written)) return ['it has a spreadsheet exponent', 'write all its digits, such as 100_000'];
  if (/^0[xob]/i.test(written)) return [reading.fault, reading.hint];
  if (split !== null) return [`the letters ${shown(split[2]!)} follow its digits`, `write ${split[1]} alone, or put a blank or a sign between the two`];
  if (written.includes('_')) return ['its underscores do not group thousands', 'underscores stand before every three digits, as in 1_000_000'];
  return [reading.fault, reading.hint];
}

function readDate(written: string, start: number, faults: Faults): Token {
  const end = start + written.length;
  const reading = readDay(written);
  if ('day' in reading) return { kind: 'date', value: reading.day, start, end };
  faults.error('X015', `${written} is not a date: ${reading.fault}`, { start, end }, { found: written, hint: reading.hint });
  return { kind: 'bad', start, end };
}

function shown(written: string): string {
  return written.length <= 32 ? written : `${written.slice(0, 31)}…`;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
