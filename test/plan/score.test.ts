/**
 * An MBO score was a wall: `sum: score` was answered with "say of what: score * an amount", and `score * 100` became dollars,
 * so that an explanation spoke of "95.00 USD".
 */
import { expect, test } from 'vitest';
import { calculate, totals } from '../engine/workbench.ts';

const plan = (measure: string, points = '{ 0%: 0%, 100%: 100% }'): string => `plan: p
effective: 2026-01-01 to 2026-12-31
credits:
  goals: { from: scores, to: person }
measures:
  mbo: ${measure}
components:
  objectives:
    bonus on: mbo
    target: incentive per year
    curve: { by: mbo, points: ${points}, above: flat }
`;
const scores = ['ana,2026-03-31,launch,100,95%'];

test('a sum of a ratio column is told of max, of points and of a ratio of sums', async () => {
  const done = await calculate({ plans: plan('{ sum: score }'), sales: [], scores });
  const [problem] = done.problems.filter(({ code }) => code === 'X115');
  expect(problem?.message).toBe('money or a number is needed here, but score is a ratio');
  expect(problem?.hint).toBe('ratios are not summed: write max: score (or min:) where a person has one score for each period, declare the column as number and give it as points to add up, or divide two sums with ratio:; paycurve help measures has an example');
});

test('the score of a period is taken with max', async () => {
  expect(totals(await calculate({ plans: plan('{ max: score }'), sales: [], scores }))).toEqual(['ana 2026-Q1: 2850']);
});

test('a score times a hundred is a number of points, not money', async () => {
  const done = await calculate({ plans: plan('{ sum: score * 100 }', '{ 0: 0%, 100: 100% }'), sales: [], scores });
  expect(totals(done)).toEqual(['ana 2026-Q1: 2850']);
  expect(done.plans[0]!.measures.map(({ type }) => type)).toEqual(['number']);
  expect(done.payouts[0]!.components[0]!.baseType).toBe('number');
});
