/** Promises that hold for every mechanic in the list, the ones to come as well. */
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { CODES } from '../../src/diagnostic/codes.ts';
import { Problems } from '../../src/diagnostic/diagnostic.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { toPlain } from '../../src/document/plain.ts';
import { MECHANICS } from '../../src/mechanic/index.ts';
import { wordsIn } from '../../src/engine/words.ts';
import { exactText } from '../../src/value/display.ts';
import { readComponent, run, type Situation } from './bench.ts';

function bodyOf(yaml: string): { readonly on: string; readonly body: string } {
  const [, ...lines] = yaml.split('\n');
  const body = lines.map((line) => line.slice(2)).join('\n');
  return { on: /(?:commission|bonus) on: (\w+)/.exec(body)![1]!, body };
}

const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true, ownProperties: true });
for (const word of ['markdownDescription', 'defaultSnippets', 'patternErrorMessage', 'enumDescriptions']) ajv.addKeyword(word);

describe.each(MECHANICS.map((mechanic) => [mechanic.key, mechanic] as const))('%s', (_key, mechanic) => {
  const { on, body } = bodyOf(mechanic.example.yaml);
  const situation: Situation = { on, type: mechanic.key === 'per-unit' ? 'number' : 'money', ...mechanic.example.given };

  test('its worked example earns what its arithmetic says', () => {
    const read = readComponent(body, situation);
    expect(read.problems).toEqual([]);
    expect(read.chain.map((applied) => applied.mechanic.key)).toContain(mechanic.key);
    expect(exactText(run(read, situation).amount)).toBe(mechanic.example.earns);
  });

  test('its example passes its own schema, and editors get sentences and examples', () => {
    const validate = ajv.compile(mechanic.schema);
    const node = parseDocument({ name: 'x.yaml', text: body }, new Problems());
    const value = node?.kind === 'map' ? toPlain(node.get(mechanic.key)!) : undefined;
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
    expect(wordless(mechanic.schema, mechanic.key)).toEqual([]);
    expect(JSON.stringify(mechanic.schema)).not.toMatch(/"(oneOf|anyOf)":/);
  });

  test('it describes itself in whole sentences', () => {
    const read = readComponent(body, situation);
    for (const { mechanic: each, config } of read.chain) expect(each.describe(config, wordsIn('USD'))).toMatch(/^[A-Z][^]*\.$/);
    expect(mechanic.about.split(/\.\s/).length).toBeGreaterThanOrEqual(4);
    expect(mechanic.about.endsWith('.')).toBe(true);
    expect(mechanic.summary).toMatch(/^[a-z][^.]*$/);
  });

  test('it names every formula it holds', () => {
    for (const { mechanic: each, config } of readComponent(body, situation).chain) for (const formula of each.formulas(config)) expect(typeof formula.print()).toBe('string');
  });
});

test.each([
  ['rate: 2/37', 'money', 'Pays 5.4054 % (2/37) of revenue.'],
  ['tiers: { read: marginal, by: attainment of revenue, rates: [{ to: 100%, rate: icr }, { rate: 2 * icr }] }', 'money', 'Each slice of revenue earns the rate of its own tier, by attainment of revenue: icr on the slice in tier 1, up to 100 %; 2 * icr on the slice in tier 2, from 100 %.'],
  ['tiers: { read: marginal, rates: [{ to: 50, rate: 2% }, { to: 100, rate: 4%, back-to-first-unit: true }, { rate: 6% }] }', 'money', 'Each slice of revenue earns the rate of its own tier, by revenue: 2 % on the slice in tier 1, up to 50.00 USD; 4 % on the slice in tier 2, 50.00 USD to 100.00 USD, and back to the first unit once it is reached; 6 % on the slice in tier 3, from 100.00 USD. At 50.00 USD pay jumps by 1.00 USD. Exactly at a border the upper tier holds.'],
  ['tiers: { read: overage, by: attainment of revenue, rates: [{ to: 100%, rate: 50% }, { to: 125%, rate: 75% }, { rate: 100% }] }', 'money', 'Pays 50 % of revenue up to 100 %, by attainment of revenue, and on everything above that the rate of the tier reached: 75 % in tier 2, 100 % to 125 %; 100 % in tier 3, from 125 %. At 125 % pay jumps by 6.25 % of the quota. Exactly at a border the upper tier holds.'],
  ['tiers: { read: marginal, by: pay, rates: [{ to: 90_000, rate: 40% }, { rate: 30% }] }', 'money', 'Each slice of revenue earns the rate of its own tier, by what it has paid: 40 % on the slice in tier 1, up to 90,000.00 USD; 30 % on the slice in tier 2, from 90,000.00 USD.'],
  ['curve: { points: { 80%: 10, 100%: 20 }, gives: rate, above: continue }', 'number', 'Pays by attainment of revenue, in straight lines between: 10.00 USD a unit at 80 %, 20.00 USD a unit at 100 %; below the first point 0.00 USD a unit; above the last point the line goes on.'],
  ['steps: { bands: [{ from: 80%, pays: 50% of target }, { from: 100%, pays: 900 }] }', 'money', 'Pays by attainment of revenue: 50% of target from 80 %, 900.00 USD from 100 %; nothing below. Bands do not add up.'],
  ['threshold: { at: 50%, pays-from: threshold }', 'money', 'Pays nothing below 50 % of quota. From there on only the part above it is paid.'],
  ['multiplier: { by: attainment of revenue, from: [0%, 75%], gives: [0.8, 1] }', 'money', 'What is earned is multiplied by a factor by attainment of revenue (0.8 from 0 %, 1 from 75 %; 0.8 below). A negative amount stays as it is.'],
  ['rate-table: { rates: [{ when: { type: New, discount: { from: 10%, to: 20% } }, rate: 6% }, { when: { type: [New, Renewal] }, rate: icr }] }', 'money', 'Each deal is paid at the rate of the row that names most of what it is: 6 % for type New, discount from 10 % to below 20 %; icr for type New or Renewal. A deal that no row matches is refused.'],
  ['best-of: [{ rate: 7% }, { rate-plus-fixed: { rate: 0%, fixed: 250, due: always } }]', 'money', 'Pays the greatest of these, and the first of equal ones: (1) Pays 7 % of revenue. (2) Pays 0 % of revenue, and 250.00 USD beside it in every period, also without results.'],
  ['rate-plus-fixed: { rate: 6%, fixed: 200, due: with-results }', 'money', 'Pays 6 % of revenue, and 200.00 USD beside it where revenue is above zero.'],
  ['deal-minimum: { at: 20, originals: original_id }', 'money', 'Each deal pays at least 20.00 USD. A return takes back what the transaction named in original_id was paid, in proportion.'],
  ['deal-cap: { at: 2% of target, originals: none }', 'money', 'Each deal pays at most 2% of target; the excess is lost. A return pays at the rate alone, because the data do not say what it takes back.'],
  ['amount: 5% * max(revenue - quota of revenue, 0)', 'money', 'Pays 5 % × (the larger of revenue − quota of revenue and 0).'],
  ['milestone: { when: revenue >= 1_000, pays: 10% of target, reversal: kept }', 'money', 'Pays 10% of target once, when revenue is at least 1,000. Once paid it is kept.'],
  ['streak: { when: attainment of revenue >= 80%, periods: 3, pays: 1_000, then: restart }', 'money', 'Pays 1,000.00 USD when attainment of revenue is at least 80 % in 3 periods in a row. After a payment the count begins anew.'],
  ['rising-rate: { rate: 5%, from: 100%, adds: 0.1%, per: 1%, up-to: none }', 'money', 'Pays 5 % of revenue up to 100 % of quota; above that the rate rises by 0.1 % for each 1 %, evenly, without end.'],
  ['each-deal: { tiers: { read: whole, rates: [{ to: 100, rate: 5% }, { rate: 8% }] } }', 'money', 'Each deal is paid by itself: The tier reached, by revenue, gives its rate to all of revenue: 5 % in tier 1, up to 100.00 USD; 8 % in tier 2, from 100.00 USD. Exactly at a border the upper tier holds.'],
  ['category-tiers: { category: type, consume: pro-rata, bands: [{ to: 1_000, rate: 0% }, { rates: { New: 5% }, rate: 2% }] }', 'money', 'Each deal is paid at the rate of its type in the band it lies in, by revenue: band 1, up to 1,000.00 USD: 0 % for every type; band 2, from 1,000.00 USD: 5 % for New, 2 % for any other type. Every deal lies in each band with the same share.'],
  ['objectives: { objective: goal, score: score, weights: { launch: 60%, training: 40% }, read: pass-fail, pass: 80%, minimum: 50% }', 'number', 'Pays the target times the scores of the objectives, weighed: 60 % for launch, 40 % for training; an objective counts in full from 80 % on, and nothing below. Below a total of 50 % nothing is paid.'],
  ['cap: { at: 300% of target, over: year }', 'money', 'At most 300% of target over the year is paid; the excess is lost.'],
  ['floor: { at: 500, even-if-zero: true }', 'money', 'At least 500.00 USD is paid, even if nothing was earned.'],
  ['pool: { fund: 9_000, across: plan, members: days, qualifies: revenue >= 10, shares: { by: revenue }, nobody: carried }', 'money', 'A pool of 9,000.00 USD is shared among everybody in the plan who qualify (revenue is at least 10), in proportion to revenue. Everybody counts by their days in the group. Where nobody qualifies it is carried into the next period.'],
  ['contest: { across: plan, members: last-day, prizes: [300, 100] }', 'money', 'Ranks everybody in the plan by revenue: place 1 wins 300.00 USD, place 2 wins 100.00 USD. Those who tie share the prizes of the places they take. Members are those who are in the plan on the last day of the period; who has left gets nothing.'],
  ['shared-cap: { at: 90, across: plan, over: year }', 'money', 'At most 90.00 USD over the year is paid to everybody in the plan together; above it everybody is cut in proportion, and amounts below zero stay as they are.'],
  ['budget: { at: 90, across: plan, over: period }', 'money', 'All of it comes from a budget of 90.00 USD for everybody in the plan in each period, spent in the order of days and transaction ids; the deal that reaches its end is paid what is left.'],
  ['shared-deal-cap: 90', 'money', 'One deal pays at most 90.00 USD to all of its payees together; above it everybody is cut in proportion.'],
  ['share-out: { across: plan, members: any-day, shares: equal }', 'money', 'What the team earned is shared among everybody in the plan, in equal parts. Everybody who was in the plan on a day of the period is a member, in the group of their last day.'],
] as const)('%s reads as a sentence', (body, type, sentence) => {
  const read = readComponent(body, { base: '0', type });
  expect(read.problems).toEqual([]);
  expect(read.chain.map(({ mechanic, config }) => mechanic.describe(config, wordsIn('USD')))).toEqual([sentence]);
});

/** Fields without description or examples, by path. */
function wordless(schema: object, path: string): string[] {
  const { properties, items, then, additionalProperties } = schema as Readonly<Record<string, unknown>>;
  const found: string[] = [];
  for (const [key, field] of Object.entries((properties ?? {}) as Record<string, Record<string, unknown>>)) {
    for (const word of ['description', 'markdownDescription', 'examples']) if (field[word] === undefined) found.push(`${path}/${key}: ${word}`);
    found.push(...wordless(field, `${path}/${key}`));
  }
  for (const inner of [items, then, additionalProperties]) if (typeof inner === 'object' && inner !== null) found.push(...wordless(inner, path));
  return found;
}

test('every code of the room has a title, a text, a wrong and a right example', () => {
  const mine = Object.entries(CODES).filter(([code]) => /^P[34]\d\d$/.test(code));
  expect(mine.length).toBeGreaterThan(25);
  for (const [code, entry] of mine) {
    expect(entry.title, code).toMatch(/^[^.]+$/);
    expect(entry.about, code).toMatch(/\.$/);
    expect(entry.wrong, code).not.toBe(entry.right);
  }
});
