/** Faults in files of cases: each with its code, at the place a person would point at. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { World } from '../cli/world.ts';
import { acme, cases, rows } from './world.ts';

let world: World;
beforeAll(() => {
  world = acme();
});
afterAll(() => world.remove());

const EXPECT = '    expect: [{ payee: ana, period: 2026-Q1, component: new_business, earned: 1 }]';

/** The file → `line:col code message`, each. */
const TABLE: readonly (readonly [text: string, faults: readonly string[]])[] = [
  ['cases: []\n', ['1:8 P006 cases has fewer than 1 entry']],
  ['workspace: ..\n', ['1:1 P002 the file of cases has no "cases"']],
  ['- a\n', ['1:1 P003 the file of cases is a list; expected a map']],
  ['cases: [\n', ['1:8 Y012 the bracket [ is not closed']],
  [`csaes: [{ name: a }]\n${cases('a\n    expect: []')}`, ['1:1 P001 the file of cases has no field "csaes"']],
  [cases('a\n    expct: []\n    expect: []'), ['3:5 P001 entry 1 of cases has no field "expct"']],
  [`qutas: |\n  payee\n  ana\n${cases('a\n    expect: []')}`, ['1:1 T002 there is no qutas in the workspace']],
  [`hierarchy: |\n  person,manager\n${cases('a\n    expect: []')}`, ['1:1 T002 there is no hierarchy in paycurve.yaml']],
  [cases(`a\n${rows().replace('sales', 'sale')}\n${EXPECT}`), ['4:7 T002 there is no sale in data: of paycurve.yaml']],
  [cases('a\n    tables: { costs: "a" }\n    expect: []'), ['3:15 T002 there is no costs in tables: of paycurve.yaml']],
  [cases(`a\n${EXPECT.replace('new_business', 'new_busines')}`), ['3:56 T003 no plan has the component "new_busines"']],
  [cases('a\n    credits: [{ payee: ana, measure: nw, transaction: 1, rule: owns }]'), ['3:38 T003 no plan has the measure "nw"', '3:64 T003 no plan has the rule "owns"']],
  [cases(`a\n${EXPECT.replace('earned: 1', 'earned: 1 USD')}`), ['3:78 T004 "earned" is a currency mark: 1 USD']],
  [cases(`a\n${EXPECT.replace('earned: 1', 'earned: n/a')}`), ['3:78 T004 "earned" is a mark for a missing value: n/a']],
  [cases('a\n    excluded: { filtered: some }'), ['3:27 T004 "filtered" is some, which is no number of rows']],
  [cases('a\n    expect: []', 'a\n    expect: []'), ['4:11 T005 there is already a case named "a"']],
  [cases('a'), ['2:11 T006 this case expects nothing, so it can never fail']],
  [cases('a\n    expect: [{ payee: ana, period: 2026-Q1 }]'), ['3:14 T006 this line expects nothing']],
  [cases(`a\n    table: [{ x: 1, y: 2 }, { x: 1 }]\n${EXPECT}`), ['3:29 T007 this line of the table has no value for "y"']],
  [cases(`a\n    table: [{ x: 1 }]\n${EXPECT}`), ['3:5 T007 the case has no {x} to be filled in']],
  [cases(`a {x}\n    table: [{ x: 1 }]\n${EXPECT.replace('ana', '"{xx}"')}`), ['4:23 T007 the table has no value for {xx}']],
  [cases(`a\n${EXPECT.replace('component: new_business, ', '')}`), ['3:45 T008 "earned" is of a component, and none is named']],
  [cases('a\n    expect: [{ payee: ana, period: 2026-Q1, paid: 1 }]'), ['3:45 T008 "paid" and "currency" belong together']],
  [cases(`a\n    problems: [R001]\n${EXPECT}`), ['3:5 T008 where problems stop the run nobody is paid, so nothing else can be expected']],
  [cases('a\n    problems: [R1]'), ['3:16 P005 entry 1 of problems of entry 1 of cases is "R1"']],
  [`workspace: nowhere\n${cases('a\n    expect: []')}`, ['1:12 U014 there is no paycurve.yaml in plans/nowhere']],
  [`plans: other.yaml\n${cases('a\n    expect: []')}`, ['1:8 U007 no plan file matches other.yaml']],
];

describe('a file of cases', () => {
  test.each(TABLE)('%s', async (text, faults) => {
    world.write('plans/plan.test.yaml', text);
    const { out } = await world.run('test --format json');
    const { problems, results } = JSON.parse(out) as { problems: { line: number; col: number; code: string; message: string }[]; results: unknown[] };
    expect(problems.map(({ line, col, code, message }) => `${line}:${col} ${code} ${message}`)).toEqual(faults);
    expect(results).toEqual([]);
  });

  test('a slip is answered with the near name', async () => {
    world.write('plans/plan.test.yaml', cases(`a\n${EXPECT.replace('new_business', 'new_busines')}`));
    expect((await world.run('test')).out).toContain('^^^^^^^^^^^ did you mean new_business?');
  });

  test('a plan with an error keeps its cases from being run, and is told once', async () => {
    const bad = acme();
    bad.write('plans/plan.yaml', bad.read('plans/plan.yaml').replace('sum: amount,', 'sum: amont,'));
    for (const name of ['a', 'b']) bad.write(`plans/${name}.test.yaml`, cases('a\n    expect: []'));
    const { code, out } = await bad.run('test');
    bad.remove();
    expect(code).toBe(1);
    expect(out.match(/error\[X\d+\]/g)).toHaveLength(1);
  });
});
