/** Codes of group Y. */
import type { CodeEntry } from '../codes.ts';

export const yamlCodes = {
  Y000: { title: 'placeholder', about: '', wrong: '', right: '' },
} as const satisfies Record<string, CodeEntry>;
