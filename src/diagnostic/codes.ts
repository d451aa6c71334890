/**
 * The one list of diagnostic codes: title, long text, a wrong and a right example. Codes are never reused or
 * renumbered. `paycurve explain CODE` prints an entry. One file per letter; a new code is one entry in its file.
 */
import { yamlCodes } from './codes/yaml.ts';
import { planCodes } from './codes/plan.ts';
import { mechanicBonusCodes } from './codes/mechanic-bonus.ts';
import { mechanicGroupCodes } from './codes/mechanic-group.ts';
import { mechanicCodes } from './codes/mechanic.ts';
import { paymentCodes } from './codes/payment.ts';
import { formulaCodes } from './codes/formula.ts';
import { dataCodes } from './codes/data.ts';
import { runCodes } from './codes/run.ts';
import { testCodes } from './codes/test.ts';
import { bookCodes } from './codes/books.ts';
import { timeCodes } from './codes/time.ts';
import { usageCodes } from './codes/usage.ts';

export interface CodeEntry {
  readonly title: string;
  /** What it means, why it matters, what to do: a few plain sentences. */
  readonly about: string;
  readonly wrong: string;
  readonly right: string;
}

export const CODES = { ...yamlCodes, ...planCodes, ...mechanicCodes, ...mechanicBonusCodes, ...mechanicGroupCodes, ...paymentCodes, ...formulaCodes, ...dataCodes, ...runCodes, ...testCodes, ...timeCodes, ...bookCodes, ...usageCodes } as const satisfies Record<string, CodeEntry>;

export type Code = keyof typeof CODES;
