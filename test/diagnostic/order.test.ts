import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic, Severity } from '../../src/diagnostic/diagnostic.ts';
import { applyIgnores } from '../../src/diagnostic/ignore.ts';
import { capProblems, countProblems, foldProblems, sortProblems } from '../../src/diagnostic/order.ts';
import { recordOf } from '../../src/diagnostic/record.ts';
import { conciseReport } from '../../src/report/diagnostic/concise.ts';
import { findingsOf } from '../../src/report/diagnostic/findings.ts';

const plan = { name: 'plans/ae.yaml', text: 'plan: a\nrate: 5%\nrate: 6%\n' };

function inPlan(start: number, code: Diagnostic['code'] = 'Y007', severity: Severity = 'error', message = 'm'): Diagnostic {
  return { code, severity, message, at: { source: plan, start, end: start + 4 } };
}

function inCell(row: number, cell: string, rest: Partial<Diagnostic> = {}): Diagnostic {
  return { code: 'D101', severity: 'error', message: `expected a number, found "${cell}"`, data: { file: 'data/sales.csv', line: row + 1, row, column: 2, header: 'amount', cell }, ...rest };
}

describe('problems stand in one order', () => {
  test('by file, line, column, code; without a place last', () => {
    const problems: Diagnostic[] = [{ code: 'Y001', severity: 'error', message: 'nowhere' }, inPlan(8), inPlan(0, 'Y010'), inPlan(0, 'Y004'), inCell(3, 'x', { message: 'the cell is x' }), inCell(2, 'yy'), { code: 'D101', severity: 'error', message: 'file', data: { file: 'data/sales.csv' } }];
    expect(conciseReport(findingsOf(problems, { files: [] })).split('\n').map((line) => line.split(': ').slice(0, 2).join(' '))).toEqual([
      'data/sales.csv:1:1 error[D101]', 'data/sales.csv:3:1 error[D101]', 'data/sales.csv:4:1 error[D101]', 'plans/ae.yaml:1:1 error[Y004]', 'plans/ae.yaml:1:1 error[Y010]', 'plans/ae.yaml:2:1 error[Y007]', 'paycurve error[Y001]', '',
    ]);
  });

  test('law: the same problems in any order give the same bytes', () => {
    const problem = fc.oneof(
      fc.tuple(fc.constantFrom(0, 8, 17), fc.constantFrom('Y007' as const, 'Y004' as const), fc.constantFrom('a', 'b')).map(([start, code, message]) => inPlan(start, code, 'error', message)),
      fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('1,5', 'x', '')).map(([row, cell]) => inCell(row, cell)),
    );
    fc.assert(fc.property(fc.array(problem, { maxLength: 20 }).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([all, other]) => void expect(conciseReport(findingsOf(other, { files: [] }))).toBe(conciseReport(findingsOf(all, { files: [] })))));
  });
});

describe('equal problems fold', () => {
  test('rows that differ only in their cell become one, with the first other rows', () => {
    const folded = foldProblems([14, 15, 88, 90, 91, 92, 93, 99].map((row) => inCell(row, `1,${row}`)));
    expect(folded.map(({ times, rows, message }) => ({ times, rows, message }))).toEqual([{ times: 8, rows: [15, 88, 90, 91, 92], message: 'expected a number, found "1,14"' }]);
    expect(conciseReport(findingsOf(folded, { files: [] }))).toBe('data/sales.csv:15:1: error[D101]: expected a number, found "1,14" (also rows 15, 88, 90, 91, 92 and 2 more)\n');
  });

  test('another column, another fault or another file stays apart', () => {
    const others = [inCell(1, 'x'), inCell(2, 'x', { data: { file: 'data/sales.csv', line: 3, row: 2, column: 3, header: 'margin', cell: 'x' } }), inCell(3, 'x', { message: 'the cell is blank' }), inCell(4, 'x', { data: { file: 'b.csv', line: 5, row: 4, column: 2, header: 'amount', cell: 'x' } })];
    expect(foldProblems(others)).toEqual(others);
  });

  test('the same problem of a text told twice is one', () => expect(foldProblems([inPlan(0), inPlan(0), inPlan(8)])).toEqual([inPlan(0), inPlan(8)]));

  test('law: folding and cutting lose nothing from the count', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom('a', 'b')), { maxLength: 60 }), fc.nat(5), (cells, most) => {
        const problems = cells.map(([row, cell]) => inCell(row, cell));
        expect(countProblems(foldProblems(problems))).toBe(problems.length);
        const findings = findingsOf(problems, { files: [], most });
        expect([findings.total, findings.counts.error]).toEqual([problems.length, problems.length]);
        expect(findings.shown).toBe(countProblems(findings.diagnostics));
      }),
    );
  });

  test('when the list is cut, errors stay before warnings', () => {
    const problems = sortProblems([inPlan(0, 'Y061', 'warning'), inPlan(8, 'Y061', 'warning'), inPlan(17, 'Y007')]);
    expect(capProblems(problems, 2).map(({ severity, at }) => [severity, at!.start])).toEqual([['warning', 0], ['error', 17]]);
  });
});

describe('a finding is ignored only with a reason, on the line above', () => {
  function heard(text: string, found: (source: typeof plan) => Diagnostic[]): string {
    const source = { name: 'p.yaml', text };
    const { problems, ignored } = applyIgnores(found(source), [source]);
    return `${ignored} ignored\n${conciseReport(findingsOf(problems, { files: [] }))}`;
  }
  const on = (word: string, code: Diagnostic['code'], severity: Severity) => (source: typeof plan): Diagnostic[] => [{ code, severity, message: 'found', at: { source, start: source.text.indexOf(word), end: source.text.indexOf(word) + word.length } }];
  const some: Diagnostic['code'] = 'P301';

  test('with a reason it is silenced and counted', () => {
    expect(heard('a: 1\n  # paycurve-ignore P301: agreed with finance\n  rate: 5%\n', on('rate', some, 'error'))).toBe('1 ignored\n');
    expect(heard('# paycurve-ignore P302, P301: both agreed\nrate: 5%\n', on('rate', some, 'warning'))).toBe('1 ignored\np.yaml:1:1: warning[Y061]: the line below has no finding P302\n');
    expect(heard('# paycurve-ignore P301: agreed\n# paycurve-ignore P302: too\nrate: 5%\n', on('rate', some, 'error'))).toContain('1 ignored\n');
  });

  test('without a reason it is not', () => {
    expect(heard('# paycurve-ignore P301\nrate: 5%\n', on('rate', some, 'error'))).toBe('0 ignored\np.yaml:1:1: error[Y060]: expected a reason behind P301\np.yaml:2:1: error[P301]: found\n');
    expect(heard('# paycurve-ignore: why\nrate: 5%\n', () => [])).toBe('0 ignored\np.yaml:1:1: error[Y060]: expected a code and a reason behind paycurve-ignore\n');
  });

  test('from further away it is not, and says that it is of no use', () => {
    expect(heard('# paycurve-ignore P301: agreed\n\nrate: 5%\n', on('rate', some, 'warning'))).toBe('0 ignored\np.yaml:1:1: warning[Y061]: the line below has no finding P301\np.yaml:3:1: warning[P301]: found\n');
  });

  test('where something failed, checks did not run and an ignore may still be of use', () => {
    expect(heard('# paycurve-ignore P301: agreed\n\nrate: 5%\n', on('rate', some, 'error'))).toBe('0 ignored\np.yaml:3:1: error[P301]: found\n');
  });

  test('errors that make the number wrong cannot be ignored, their warnings can', () => {
    expect(heard('# paycurve-ignore Y007: fine\nrate: 5%\n', on('rate', 'Y007', 'error'))).toBe('0 ignored\np.yaml:1:1: error[Y062]: Y007 cannot be ignored: the number would be wrong\np.yaml:2:1: error[Y007]: found\n');
    expect(heard('# paycurve-ignore D102: known to be empty\nrate: 5%\n', on('rate', 'D102', 'warning'))).toBe('1 ignored\n');
  });

  test('a code that does not exist is told with the near one', () => {
    expect(heard('# paycurve-ignore Y070: fine\nrate: 5%\n', () => [])).toBe('0 ignored\np.yaml:1:1: error[Y062]: there is no code Y070\n');
  });
});

test('a record has its fields in a fixed order, and only those that say something', () => {
  const problem: Diagnostic = { ...inPlan(8), pointer: '/rate', hint: 'h', labels: [{ at: { source: plan, start: 0, end: 4 }, text: 'first' }], found: 'f' };
  expect(JSON.stringify(recordOf(problem, (code) => `https://example.org/${code}`))).toBe(
    '{"code":"Y007","severity":"error","message":"m","file":"plans/ae.yaml","line":2,"col":1,"end_line":2,"end_col":5,"offset":8,"length":4,"pointer":"/rate","found":"f","labels":[{"message":"first","file":"plans/ae.yaml","line":1,"col":1,"end_line":1,"end_col":5,"offset":0,"length":4}],"hint":"h","help_url":"https://example.org/Y007"}',
  );
  expect(JSON.stringify(recordOf({ ...inCell(14, '1,5'), times: 2, rows: [15] }))).toBe('{"code":"D101","severity":"error","message":"expected a number, found \\"1,5\\"","file":"data/sales.csv","line":15,"row":14,"column":"amount","cell":"1,5","times":2,"rows":[15]}');
});
