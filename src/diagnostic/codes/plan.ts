/** Codes of group P. */
import type { CodeEntry } from '../codes.ts';

export const planCodes = {
  P000: { title: 'placeholder', about: '', wrong: '', right: '' },
} as const satisfies Record<string, CodeEntry>;
