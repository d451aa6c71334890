/**
 * Reads `X.test.yaml` beside a plan and runs its cases: rows as CSV text in, payouts as exact text out. Every component that
 * earned something must be expected: a missing or an extra amount fails.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parse } from 'yaml';
import { digits } from '../examples/expected.ts';
import { errorsOf, ROOT, runWorkspace } from '../payout-run.ts';

interface Case {
  readonly name: string;
  readonly rows: Readonly<Record<string, string>>;
  readonly work: string;
  readonly expect: readonly Expectation[];
  /** Rows left out, by the stable word of the reason. */
  readonly excluded?: Readonly<Record<string, number>>;
}

interface Expectation {
  readonly payee: string;
  readonly period: string;
  readonly component?: string;
  readonly earned?: string;
  readonly total?: string;
  readonly paid?: string;
  readonly currency?: string;
  /** A word of the reason for a zero. */
  readonly because?: string;
}

type Texts = Readonly<Record<string, string | Readonly<Record<string, string>>>>;
export interface Suite {
  readonly folder: string;
  readonly cases: readonly Case[];
  readonly shared: Texts;
}

export function readSuite(path: string): Suite {
  const { workspace, cases, ...shared } = parse(readFileSync(join(ROOT, path), 'utf8')) as { workspace: string; cases: Case[] } & Texts;
  return { folder: relative(ROOT, join(ROOT, dirname(path), workspace)), cases, shared: shared as Texts };
}

/** What differs between a case and the run, one line each; empty when all is as expected. */
export async function differences(suite: Suite, one: Case): Promise<string[]> {
  const { name: _name, rows, work: _work, expect: _expect, excluded: _excluded, ...own } = one;
  const ran = await runWorkspace(suite.folder, { texts: new Map([...flat(suite.shared), ...flat(own as unknown as Texts), ...Object.entries(rows)]) });
  const errors = errorsOf(ran);
  if (errors.length > 0) return errors;
  const found = new Map<string, string>();
  const reasons = new Map<string, string>();
  for (const payout of ran.payouts) {
    for (const part of payout.components) {
      const key = `${payout.payee} ${payout.period.id} ${part.component}`;
      // Two versions of a plan in one period: what they pay together is expected.
      found.set(key, sum(found.get(key), digits(part.earned, 2)));
      reasons.set(key, part.zero ?? '');
    }
    const key = `${payout.payee} ${payout.period.id}`;
    found.set(`${key} total`, sum(found.get(`${key} total`), digits(payout.total, 2)));
    found.set(`${key} paid`, `${digits(payout.paid.amount, 2)} ${payout.paid.currency}`);
  }
  return [...compared(one, found, reasons), ...excludedOtherwise(one, ran.accounts)];
}

function compared(one: Case, found: ReadonlyMap<string, string>, reasons: ReadonlyMap<string, string>): string[] {
  const lines: string[] = [];
  const named = new Set<string>();
  const check = (key: string, expected: string): void => {
    named.add(key);
    const plain = expected.replaceAll(',', '');
    if (found.get(key) !== plain) lines.push(`${key}: expected ${plain}, found ${found.get(key) ?? 'nothing'}`);
  };
  for (const wanted of one.expect) {
    const key = `${wanted.payee} ${wanted.period}`;
    if (wanted.component !== undefined) check(`${key} ${wanted.component}`, wanted.earned!);
    if (wanted.total !== undefined) check(`${key} total`, wanted.total);
    if (wanted.paid !== undefined) check(`${key} paid`, `${wanted.paid} ${wanted.currency}`);
    const reason = reasons.get(`${key} ${wanted.component}`) ?? '';
    if (wanted.because !== undefined && !reason.includes(wanted.because)) lines.push(`${key} ${wanted.component}: expected a reason with "${wanted.because}", found "${reason}"`);
  }
  for (const [key, amount] of found) if (!named.has(key) && !/ (total|paid)$/.test(key) && !/^-?0\.00$/.test(amount)) lines.push(`${key}: not expected, found ${amount}`);
  for (const [key, reason] of reasons) if (found.get(key) === '0.00' && reason === '') lines.push(`${key}: zero without a reason`);
  return lines;
}

function excludedOtherwise(one: Case, accounts: readonly { readonly excluded: readonly { readonly reason: string; readonly rows: number }[] }[]): string[] {
  return Object.entries(one.excluded ?? {}).flatMap(([reason, rows]) => {
    const found = accounts.flatMap((account) => account.excluded).filter((tally) => tally.reason === reason).reduce((count, tally) => count + tally.rows, 0);
    return found === rows ? [] : [`rows left out as ${reason}: expected ${rows}, found ${found}`];
  });
}

function flat(texts: Texts): [string, string][] {
  return Object.entries(texts).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text] as [string, string]] : Object.entries(text)));
}

/** Two amounts in whole hundredths. */
function sum(a: string | undefined, b: string): string {
  if (a === undefined) return b;
  const cents = BigInt(a.replace('.', '')) + BigInt(b.replace('.', ''));
  const text = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
}
