/** Codes P300–P499: what can be wrong inside one mechanic (gaps, overlaps, missing words). Owned by the mechanic room. */
import type { CodeEntry } from '../codes.ts';

export const mechanicCodes = {} as const satisfies Record<string, CodeEntry>;
