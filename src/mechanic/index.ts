/** The list of mechanics. Adding one is one file and one line here. */
import type { AnyMechanic } from './mechanic.ts';

export const MECHANICS: readonly AnyMechanic[] = [];
