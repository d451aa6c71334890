/** The page of `paycurve explain CODE`: what the code means, a wrong and a right example. Printed from the one list of codes. */
import { CODES, type Code, type CodeEntry } from '../diagnostic/codes.ts';
import { textOrder } from '../value/text-order.ts';
import { wrapped } from './wrap.ts';

const WIDTH = 96;

/** The page, or undefined for a code that does not exist. Lower case is understood. */
export function explainCode(code: string): string | undefined {
  const name = code.toUpperCase();
  if (!Object.hasOwn(CODES, name)) return undefined;
  const { title, about, wrong, right }: CodeEntry = CODES[name as Code];
  return [`${name}: ${title}`, '', ...wrapped(about, WIDTH), '', 'Wrong:', ...indented(wrong), '', 'Right:', ...indented(right), ''].join('\n');
}

/** All codes with their titles, one a line, in order. */
export function codeList(): string {
  const entries: (readonly [string, CodeEntry])[] = Object.entries(CODES);
  return entries
    .sort(([a], [b]) => textOrder(a, b))
    .map(([code, { title }]) => `${code}  ${title}\n`)
    .join('');
}

function indented(text: string): string[] {
  return text.split('\n').map((line) => (line === '' ? '' : `    ${line}`));
}
