/** The closed list of functions. A new one is a file, a line here, and a plan that cannot do without it. */
import { monthFunction, quarterFunction, yearFunction } from './function/calendar.ts';
import { escalatedFunction, monthsFunction, yearsFunction } from './function/contract.ts';
import { coalesceFunction, ifFunction } from './function/choose.ts';
import { maxFunction, minFunction } from './function/extreme.ts';
import { growthFunction } from './function/growth.ts';
import { absFunction, roundFunction } from './function/size.ts';
import { containsFunction, endsWithFunction, startsWithFunction } from './function/text.ts';
import type { FunctionSpec } from './function-spec.ts';

export const FUNCTIONS: readonly FunctionSpec[] = [
  ifFunction,
  coalesceFunction,
  minFunction,
  maxFunction,
  growthFunction,
  absFunction,
  roundFunction,
  yearFunction,
  monthFunction,
  quarterFunction,
  monthsFunction,
  yearsFunction,
  escalatedFunction,
  startsWithFunction,
  endsWithFunction,
  containsFunction,
];

const BY_NAME: ReadonlyMap<string, FunctionSpec> = new Map(FUNCTIONS.map((spec) => [spec.name, spec]));

export function functionNamed(name: string): FunctionSpec | undefined {
  return BY_NAME.get(name);
}
