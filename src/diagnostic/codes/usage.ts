/** Codes of group U. */
import type { CodeEntry } from '../codes.ts';

export const usageCodes = {
  U000: { title: 'placeholder', about: '', wrong: '', right: '' },
} as const satisfies Record<string, CodeEntry>;
