/** Amounts stated for a time that the calendar cannot share out, and the shape of the adjustments file. */
import { expect, test } from 'vitest';
import { planOf, problemsOf, readWorkspace, WORKSPACE, workspaceOf, PLAN, lines } from '../plan/world.ts';

const draw = (calendar: string, pace: string): string => `${PLAN.replace('credits:', `${calendar}\ncredits:`)}adjust:\n  - draw: { recoverable: 100 per ${pace} }\n`;
const FOUR_WEEKS = 'calendar: { periods: four-weeks, year-starts: [2026-01-01, 2026-12-31] }';

test.each([
  [FOUR_WEEKS, 'month', ['P427 the draw is stated per month, and a calendar of four-weeks has no months']],
  [FOUR_WEEKS, 'quarter', ['P427 the draw is stated per quarter, and a calendar of four-weeks has no quarters']],
  [FOUR_WEEKS, 'year', []],
  ['calendar: { periods: 4-4-5, year-starts: [2026-01-01, 2026-12-31] }', 'month', []],
  ['calendar: half-months', 'month', []],
  ['calendar: { periods: weeks, year-starts: [2026-01-05, 2027-01-04] }', 'month', []],
  ['calendar: years', 'month', []],
  ['calendar: months', 'half', []],
])('%s, per %s', (calendar, pace, expected) => {
  expect(lines(problemsOf([draw(calendar, pace)], workspaceOf())).filter((line) => !line.startsWith('warning'))).toEqual(expected);
});

test('rules act by step, whatever the order they are written in', () => {
  const plan = planOf(`${PLAN}adjust:\n  - minimum-payment: 5\n  - hold: { share: 10%, of: sales, for: 1 }\n  - draw: { recoverable: 5 per period }\n  - cap: 100\n  - negative: floor-carry\n`);
  expect([...plan.adjust, ...plan.payments].map(({ mechanic }) => mechanic.key)).toEqual(['cap', 'negative', 'draw', 'hold', 'minimum-payment']);
});

const ADJUSTMENTS = 'adjustments:\n  file: data/a.csv\n  columns: { id: text, payee: payee, date: date, amount: money, reason: text, author: text }\n';

test.each([
  [ADJUSTMENTS, []],
  [ADJUSTMENTS.replace('reason: text, ', ''), ['P024 adjustments has no column "reason" for the reason']],
  [ADJUSTMENTS.replace('reason: text', 'reason: text?'), ['P025 reason of adjustments may be empty, but the reason must always be there']],
  [ADJUSTMENTS.replace('amount: money', 'amount: number'), ['P025 amount of adjustments is number, but the amount must be money']],
])('the adjustments file %#', (text, expected) => {
  expect(lines(readWorkspace(WORKSPACE + text).problems.all)).toEqual(expected);
});
