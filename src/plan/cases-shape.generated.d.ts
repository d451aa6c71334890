/** The validator of files of cases that `precompile.ts` writes. */
import type { ShapeValidator } from './shape.generated.js';

export declare const cases: ShapeValidator;
