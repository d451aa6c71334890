/** Codes of group D. */
import type { CodeEntry } from '../codes.ts';

export const dataCodes = {
  D000: { title: 'placeholder', about: '', wrong: '', right: '' },
} as const satisfies Record<string, CodeEntry>;
