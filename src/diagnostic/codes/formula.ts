/** Codes of group X. */
import type { CodeEntry } from '../codes.ts';

export const formulaCodes = {
  X000: { title: 'placeholder', about: '', wrong: '', right: '' },
} as const satisfies Record<string, CodeEntry>;
