/** An unknown field hid a gap in the tiers of the same file, so an analyst corrected one fault, ran, and met the next. */
import { describe, expect, test } from 'vitest';
import { edited, lines, PLAN, problemsOf, readWorkspace, WORKSPACE, workspaceOf, type Edit } from './world.ts';

const workspace = workspaceOf();
const GAP = 'tiers: { read: marginal, by: attainment of revenue, rates: [ { from: 50%, to: 100%, rate: 5% }, { rate: 8% } ] }';
const told = (...edits: readonly Edit[]): string[] => lines(problemsOf([edited(PLAN, edits)], workspace)).map((line) => line.slice(0, 4));

describe('meaning is checked where the shape is good enough', () => {
  test.each<[string, readonly Edit[], readonly string[]]>([
    ['an unknown field of the plan, and a gap', [['plan: ae', 'plan: ae\ncolour: red'], ['rate: 5%', GAP]], ['P001', 'P310']],
    ['a misspelt field of the plan, and a gap', [['plan: ae', 'plan: ae\ntitel: AE'], ['rate: 5%', GAP]], ['P001', 'P310']],
    ['an unknown field of the component with the gap', [['rate: 5%', `colour: red, ${GAP}`]], ['P001', 'P310']],
    ['a misspelt rule of the component with the gap', [['rate: 5%', `gaet: revenue > 1, ${GAP}`]], ['P001', 'P310']],
    ['a fault in one mechanic, and an unknown name in another', [['rate: 5%', 'tiers: { reed: marginal, read: marginal, rates: [ { rate: 5% } ] }, gate: revenu > 1']], ['P001', 'X102']],
    ['a measure that is a list, and an unknown column in a credit rule', [['{ sum: amount }', '[ amount ]'], ['to: seller', 'to: saler']], ['P003', 'P065']],
    ['a date that is a list, and an unknown measure', [['2026-01-01 to 2026-12-31', '[2026]'], ['commission on: revenue', 'commission on: revenu']], ['P003', 'P080']],
  ])('%s', (_name, edits, codes) => {
    expect([...told(...edits)].sort()).toEqual([...codes].sort());
  });
});

describe('what hangs on a fault is not told as a second one', () => {
  test.each<[string, readonly Edit[], readonly string[]]>([
    ['a misspelt formula is no component without a formula', [['rate: 5%', 'raet: 5%']], ['P001']],
    ['a measure with a fault is not unknown to its component', [['{ sum: amount }', '{ sum: amount, window: last year }']], ['P005']],
    ['a credit rule with a fault is not unknown to its measure', [['to: seller }', 'too: seller }'], ['{ sum: amount }', '{ sum: amount, of: own }']], ['P001', 'P002']],
    ['a misspelt section', [['measures:', 'measurs:']], ['P001', 'P002']],
  ])('%s', (_name, edits, codes) => {
    expect([...told(...edits)].sort()).toEqual([...codes].sort());
  });
});

test('a strange field of the workspace does not hide its other faults, and the workspace is not taken', () => {
  const read = readWorkspace(edited(WORKSPACE, [['currency: USD', 'currency: USD\ncolour: red'], ['order_date: date', 'order_date: daet']]));
  expect(lines(read.problems.all).map((line) => line.slice(0, 4))[0]).toBe('P001');
  expect(read.problems.all.length).toBeGreaterThan(1);
  expect(read.workspace).toBeUndefined();
});
