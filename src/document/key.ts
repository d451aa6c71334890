/** Which texts may be keys: no empty ones, none with characters that nobody sees, none that names a prototype. */
import type { Problems, Span } from '../diagnostic/diagnostic.ts';
import { clip, revealed } from '../diagnostic/visible.ts';

const PROTOTYPE = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether the key may stand; a problem is added when not. `bare` keys had no `:` behind them. */
export function checkKey(key: string, at: Span, bare: boolean, problems: Problems): boolean {
  const shown = clip(revealed(key), 60);
  if (key === '<<') problems.error('Y006', 'expected a key, found the merge key <<', { at, hint: 'write the entries out; a plan is read as it stands' });
  else if (key.trim() === '') problems.error('Y019', 'expected a key before the colon, found nothing', { at, hint: 'write key: value' });
  else if (PROTOTYPE.has(key)) problems.error('Y019', `"${key}" cannot be a key or a name`, { at, hint: 'choose another name' });
  else if (revealed(key) !== key)
    problems.error('Y022', `the key "${shown}" holds a character that cannot be seen`, { at, hint: 'delete the line and type it again with plain blanks' });
  else if (bare && /^[^\s:]+:\S/.test(key)) {
    const colon = key.indexOf(':');
    problems.error('Y015', `expected a blank after the colon in "${shown}"`, { at, found: key, suggestion: `${key.slice(0, colon)}: ${key.slice(colon + 1)}`, hint: `write ${clip(revealed(`${key.slice(0, colon)}: ${key.slice(colon + 1)}`), 60)}` });
  } else return true;
  return false;
}
