/** Codes of group R. */
import type { CodeEntry } from '../codes.ts';

export const runCodes = {
  R000: { title: 'placeholder', about: '', wrong: '', right: '' },
} as const satisfies Record<string, CodeEntry>;
