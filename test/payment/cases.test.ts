/** Hand-worked cases of payment rules, one YAML file for each; adding a case needs no TypeScript. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { exactText } from '../../src/value/display.ts';
import { balancesOf, paidIn, pay, type PaymentWorld } from './bench.ts';

interface Case extends PaymentWorld {
  readonly name: string;
  readonly work?: string;
  readonly source?: string;
  readonly paid?: readonly string[];
  /** Of `account`, or of all accounts together. */
  readonly balance?: readonly string[];
  readonly account?: string;
  /** What is earned beside the components, in every period. */
  readonly cost?: readonly string[];
  /** A text of a line, complete. */
  readonly says?: string;
  /** Why the last payment is zero. */
  readonly zero?: string;
  readonly error?: { readonly code: string; readonly at?: string; readonly says?: string };
  /** A code that is not told. */
  readonly quiet?: string;
  readonly warning?: { readonly code: string; readonly says: string };
}

const here = new URL('.', import.meta.url).pathname;

for (const file of readdirSync(here).filter((name) => name.endsWith('.yaml')).sort((a, b) => (a < b ? -1 : 1))) {
  const table = parse(readFileSync(`${here}${file}`, 'utf8')) as { readonly about: string; readonly given?: Partial<PaymentWorld>; readonly cases: readonly Case[] };
  describe(`${file.slice(0, -5)}: ${table.about}`, () => {
    test('each case has a name of its own', () => expect(new Set(table.cases.map((one) => one.name)).size).toBe(table.cases.length));
    for (const one of table.cases) test(one.name, () => check({ ...table.given, ...one }));
  });
}

async function check(one: Case): Promise<void> {
  const earned = one.earned.map(String);
  const travelled = await pay({ ...one, earned, ...(one.second === undefined ? {} : { second: one.second.map(String) }) });
  const errors = travelled.problems.filter(({ severity }) => severity === 'error');
  if (one.error !== undefined) {
    const found = errors.map(({ code, at, message }) => ({ code, at: at?.source.text.slice(at.start, at.end).split('\n')[0], message }));
    expect(found[0]?.code, JSON.stringify(found)).toBe(one.error.code);
    if (one.error.at !== undefined) expect(found[0]?.at).toBe(one.error.at);
    if (one.error.says !== undefined) expect(found[0]?.message).toBe(one.error.says);
    expect(found).toHaveLength(1);
    return;
  }
  expect(errors.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  expect(one.work, 'a case shows its arithmetic').toBeDefined();
  const texts = travelled.payouts.flatMap(({ payment }) => payment?.lines.flatMap((line) => [line.text(), ...(line.parts?.() ?? []).map((part) => part.text)]) ?? []);
  expect(paidIn(travelled), texts.join('\n')).toEqual(one.paid!.map(String));
  if (one.balance !== undefined) expect(balancesOf(travelled, one.account)).toEqual(one.balance.map(String));
  if (one.cost !== undefined) expect(travelled.payouts.map(({ payment, total }) => exactText((payment?.earned ?? total).minus(total)))).toEqual(one.cost.map(String));
  if (one.says !== undefined) expect(texts).toContain(one.says);
  if (one.zero !== undefined) expect(travelled.payouts.at(-1)!.payment?.zero).toBe(one.zero);
  if (one.quiet !== undefined) expect(travelled.problems.filter(({ code }) => code === one.quiet).map(({ message }) => message)).toEqual([]);
  if (one.warning !== undefined) expect(travelled.problems.filter(({ code }) => code === one.warning!.code).map(({ message }) => message)).toEqual([one.warning.says]);
  for (const text of texts) expect(text).not.toMatch(/undefined|NaN|  /);
}
