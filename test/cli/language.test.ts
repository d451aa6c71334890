/** Half of the language stood only in 133 kB of JSON Schema: `mechanics split` and `quota` answered "there is no mechanic". */
import { describe, expect, test } from 'vitest';
import { LANGUAGE_PAGES } from '../../src/cli/language/index.ts';
import { calculate, totals } from '../engine/workbench.ts';
import { lines, readWorkspace } from '../plan/world.ts';
import { PLAN_SCHEMA } from '../../src/plan/schema/plan.ts';
import { WORKSPACE_SCHEMA } from '../../src/plan/schema/workspace.ts';
import { closingOf } from '../../src/report/payment.ts';
import { exactText } from '../arbitrary/road.ts';
import { runIn } from './world.ts';

const examples = LANGUAGE_PAGES.flatMap((page) => [page.example, ...(page.another === undefined ? [] : [page.another])].map((example) => ({ name: page.name, example })));
const paid = examples.filter(({ example }) => example.given !== undefined);
const PEOPLE = 'id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,12000,\nbo,,,,AE,5%,12000,\n';
const declared = examples.filter(({ example }) => example.given === undefined);

test.each(paid.map((page) => [page.name, page] as const))('the example of help %s pays what the page says', async (_name, { example }) => {
  const { given, yaml, pays, payable } = example;
  const done = await calculate({ plans: `plan: page\neffective: 2026-01-01 to 2026-12-31\n${yaml}\n`, people: PEOPLE, ...given! });
  // The bench has a currency in each row, exchange rates only where a page is about them, and no sale where it is about scores.
  expect(lines(done.problems).filter((line) => !/^warning (P089|D102) /.test(line))).toEqual([]);
  expect(totals(done)).toEqual(pays);
  const paid = done.payouts.filter(({ payment }) => payment?.balances.length).map(({ payee, period, payment }) => `${payee} ${period.id}: ${exactText(payment!.paid)}, balance ${exactText(closingOf(payment))}`);
  if (payable !== undefined) expect(paid).toEqual(payable);
});

test.each(declared.map((page) => [page.name, page] as const))('the example of help %s is a part of a workspace that is taken', (_name, { example }) => {
  const data = 'data: { sales: { files: s.csv, id: id, date: date, columns: { id: text, date: date } } }\n';
  const rest = [['calendar:', 'calendar: quarters\n'], ['data:', data]].flatMap(([key, text]) => (new RegExp(`^${key}`, 'm').test(example.yaml) ? [] : [text]));
  const { workspace, problems } = readWorkspace(`workspace: acme\ncurrency: USD\nrounding: { mode: half-up, at: component }\nplans: p/*.yaml\n${rest.join('')}${example.yaml}\n`);
  expect(lines(problems.all)).toEqual([]);
  expect(workspace).toBeDefined();
});

describe('what the pages tell', () => {
  test('every field of a plan and of a workspace stands on a page, with the sentence of the schema', async () => {
    const pages = await Promise.all(LANGUAGE_PAGES.map(async ({ name }) => (await runIn('/', ['help', name])).out));
    const all = pages.join('\n');
    for (const schema of [PLAN_SCHEMA, WORKSPACE_SCHEMA])
      for (const [name, field] of Object.entries(schema['properties'] as Record<string, { description: string }>)) {
        expect(all).toMatch(new RegExp(`^  ${name}$`, 'm'));
        expect(all.replace(/\s+/g, ' ')).toContain(field.description.split(/(?<=\.) /)[0]);
      }
    expect(all).toMatch(/exact +each record covers whole periods/);
  });
});

test.each(['spif', 'SPIFF', 'icr', 'recoverable-draw', 'holdback', 'accelerator', 'override', 'kicker', 'split', 'quota', 'hurdle', 'true-up', 'ote', 'mbo', 'streak-bonus', 'growth', 'uplift', 'scorecard', 'fast-start', 'joint-gate', 'category-quota', 'linear-bonus', 'lump', 'respread', 'chargeback', 'pay-when-paid', 'part-payment', 'refund'])('mechanics %s says where to look', async (word) => {
  const { code, out } = await runIn('/', ['mechanics', word]);
  expect(code).toBe(0);
  expect(out).toMatch(/paycurve (help|mechanics) [a-z-]+|not built yet/);
});

test('what trade words and pages point to is there', async () => {
  const { TRADE_WORDS } = await import('../../src/cli/trade-words.ts');
  const texts = [...TRADE_WORDS.map(({ says }) => says), ...LANGUAGE_PAGES.map(({ prose }) => prose)].join('\n');
  const named = new Set([...texts.matchAll(/paycurve (help|mechanics) ([a-z-]+)/g)].map((match) => `${match[1]} ${match[2]}`));
  expect(named.size).toBeGreaterThan(15);
  for (const words of named) expect((await runIn('/', words.split(' '))).code, words).toBe(0);
  const keys = (await import('../../src/mechanic/index.ts')).MECHANICS.map(({ key }) => key);
  keys.push(...(await import('../../src/mechanic/payments.ts')).PAYMENTS.map(({ key }) => key));
  expect(TRADE_WORDS.flatMap(({ words }) => words).filter((word) => keys.includes(word))).toEqual([]);
});

test('a slip is answered with the near mechanic first, then with the near word of the trade', async () => {
  expect((await runIn('/', ['mechanics', 'teirs'])).err).toContain('did you mean tiers?');
  expect((await runIn('/', ['mechanics', 'clawbak'])).err).toContain('did you mean clawback?');
  expect((await runIn('/', ['mechanics', 'nothing-like-it'])).err).toContain('there is rate');
});
