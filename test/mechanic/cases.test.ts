/** Hand-worked cases, one YAML file for each mechanic; adding a case needs no TypeScript. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CODES } from '../../src/diagnostic/codes.ts';
import { exactText } from '../../src/value/display.ts';
import { total } from '../../src/value/exact.ts';
import { readComponent, run, type Situation } from './bench.ts';

interface Case {
  readonly name: string;
  /** The body of a component, or its mechanics as they stand in the file under `pays` of the whole table. */
  readonly pays?: string;
  readonly given: Situation;
  readonly work?: string;
  readonly source?: string;
  readonly earns?: string;
  /** Complete list of the amounts of the formula's parts. */
  readonly parts?: readonly string[];
  readonly deals?: readonly string[];
  /** Exact reason why the chain ended. */
  readonly ends?: string;
  /** A text that one of the mechanics gives. */
  readonly says?: string;
  /** What the run is refused for. */
  readonly refuses?: string;
  readonly error?: { readonly code: string; readonly at: string; readonly says?: string };
}

interface Cases {
  readonly about: string;
  readonly pays?: string;
  readonly given?: Situation;
  readonly cases: readonly Case[];
}

const here = new URL('.', import.meta.url).pathname;

const codes = new Set<string>();

for (const file of readdirSync(here).filter((name) => name.endsWith('.yaml')).sort((a, b) => (a < b ? -1 : 1))) {
  const table = parse(readFileSync(`${here}${file}`, 'utf8')) as Cases | null;
  if (!table?.cases?.length) throw new Error(`test/mechanic/${file} has no cases: begin with "about:" and a list of "cases:", as rate.yaml does`);
  describe(`${file.slice(0, -5)}: ${table.about}`, () => {
    for (const { error } of table.cases) if (error !== undefined) codes.add(error.code);
    const names = table.cases.map((one) => one.name);
    test('each case has a name of its own', () => expect(new Set(names).size).toBe(names.length));
    for (const one of table.cases) test(one.name, () => check(one, table));
  });
}

test('every refusal of the room has a case', () => {
  expect([...codes].sort()).toEqual(Object.keys(CODES).filter((code) => /^P[34]\d\d$/.test(code) && !/^P4[23]/.test(code)).sort());
});

function check(one: Case, table: Cases): void {
  const situation = { ...table.given, ...one.given } as Situation;
  const read = readComponent(one.pays ?? table.pays!, situation);
  if (one.error !== undefined) {
    const found = read.problems.map(({ code, at, message }) => ({ code, at: at?.source.text.slice(at.start, at.end).split('\n')[0], message }));
    expect(found[0]?.code, JSON.stringify(found)).toBe(one.error.code);
    expect(found[0]?.at).toBe(one.error.at);
    if (one.error.says !== undefined) expect(found[0]?.message).toBe(one.error.says);
    expect(found).toHaveLength(1);
    return;
  }
  expect(read.problems.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  expect(one.work ?? one.ends, 'a case shows its arithmetic').toBeDefined();
  const ran = run(read, situation);
  expect(exactText(ran.amount), ran.texts.join('\n')).toBe(one.earns ?? '0');
  expect(ran.ends).toBe(one.ends);
  if (one.deals !== undefined) expect(ran.deals.map(exactText)).toEqual(one.deals);
  else if (ran.parts.length > 0) expect(exactText(total(ran.parts.map((part) => part.amount)))).toBe(exactText(read.chain.some((applied) => applied.mechanic.kind === 'rule' && applied.mechanic.step > 7) ? total(ran.parts.map((part) => part.amount)) : ran.amount));
  if (one.parts !== undefined) expect(ran.parts.map((part) => exactText(part.amount))).toEqual(one.parts);
  if (one.refuses !== undefined) expect(ran.refusals).toContain(one.refuses);
  if (one.says !== undefined) expect([...ran.texts, ...ran.parts.map((part) => part.text), ...ran.dealTexts]).toContain(one.says);
  for (const text of [...ran.texts, ...ran.dealTexts]) expect(text).not.toMatch(/undefined|NaN|  /);
}
