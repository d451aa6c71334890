/** The conformance suite: every case holds, says what it is about, where it is from, and how its amounts come about. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBorders } from '../src/case/border/index.ts';
import { ROOT } from './payout-run.ts';
import { differences, readSuite } from './plans/cases.ts';

const FILES = readdirSync(join(ROOT, 'conformance'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.yaml')).map((name) => name.replaceAll('\\', '/')).sort();
const SUITES = await Promise.all(FILES.map(async (name) => [name, await readSuite(`conformance/${name}`)] as const));
const CASES = SUITES.flatMap(([, { suite }]) => suite.cases);

describe.each(SUITES)('conformance/%s', (_name, ready) => {
  it('holds in every case', async () => {
    const wrong: string[] = [];
    for (const one of ready.suite.cases) {
      // a case that expects to be refused is compared by its codes alone
      const found = await differences(ready, one);
      wrong.push(...(one.problems === undefined ? found : found.filter((line) => line.startsWith('problems:'))).map((line) => `${one.name}: ${line}`));
    }
    expect(wrong).toEqual([]);
  });

  it('says in every case what it is about, where it is from and why', () => {
    expect(ready.suite.cases.filter(({ mechanic, source }) => mechanic === undefined || source === undefined).map(({ name }) => name)).toEqual([]);
    expect(ready.suite.cases.filter(({ work, problems }) => work === undefined && problems === undefined).map(({ name }) => name)).toEqual([]);
  });
});

describe('the conformance suite', () => {
  it('breaks no law at the borders of any mechanic', { timeout: 120_000 }, async () => {
    const seen = new Set<string | undefined>();
    const firsts = SUITES.map(([, ready]) => ({ ...ready, suite: { ...ready.suite, cases: ready.suite.cases.filter(({ mechanic, problems }) => problems === undefined && !seen.has(mechanic) && seen.add(mechanic)) } }));
    const all = await findBorders(firsts);
    const broken = all.flatMap(({ walks, days }) => [...walks.flatMap((walk) => [...walk.broken, ...walk.borders.flatMap((border) => border.broken)]), ...days.flatMap((day) => day.broken)]);
    expect(broken).toEqual([]);
    expect(all.flatMap(({ walks }) => walks.flatMap(({ borders }) => borders)).length).toBeGreaterThan(50);
  });

  it('has at least 250 cases, and a line of meaning for its mechanics', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(250);
    expect(new Set(CASES.map(({ mechanic }) => mechanic)).size).toBeGreaterThanOrEqual(40);
  });
});
