/** What a plan may say of balances that come from other plans. */
import { expect, test } from 'vitest';
import { edited, lines, PLAN, problemsOf, workspaceOf } from './world.ts';

const DRAW = 'adjust:\n  - draw: { recoverable: 1_000 per quarter }\n';
const next = (words: string, rules = DRAW): string => edited(PLAN, [['plan: ae', `plan: sr\n${words}`]]) + rules;
const told = (...plans: readonly string[]): string[] => problemsOf(plans, workspaceOf()).map(({ code, message, hint, at }) => `${code} ${at!.source.text.slice(at!.start, at!.end)}: ${message}; ${hint}`);

test('a plan that is there, with the account and the calendar', () => {
  expect(lines(problemsOf([PLAN + DRAW, next('balances-from: ae')], workspaceOf()))).toEqual([]);
  expect(lines(problemsOf([PLAN + DRAW, next('balances-from: [ae, ae]')], workspaceOf()))).toEqual([]);
  // the same calendar, written down
  expect(lines(problemsOf([PLAN + DRAW, next('calendar: quarters\nbalances-from: [ae]')], workspaceOf()))).toEqual([]);
  // each from the other: a demotion
  expect(lines(problemsOf([edited(PLAN, [['plan: ae', 'plan: ae\nbalances-from: [sr]']]) + DRAW, next('balances-from: [ae]')], workspaceOf()))).toEqual([]);
});

test('what no plan can mean is told at its place (P107)', () => {
  expect(told(PLAN + DRAW, next('balances-from: [sr]'))).toEqual(['P107 sr: plan sr takes balances from itself; leave it out: balances go on from version to version of a plan anyway']);
  expect(told(PLAN + DRAW, next('balances-from: [aee]'))).toEqual(['P107 aee: plan sr takes balances from "aee", and there is no such plan; did you mean ae?']);
  expect(told(PLAN + DRAW, next('balances-from: [ae, account-executive]'))).toEqual(['P107 account-executive: plan sr takes balances from "account-executive", and there is no such plan; other plans are ae']);
  expect(told(PLAN + DRAW, next('balances-from: [ae]', 'adjust:\n  - hold: { share: 10%, for: 1 }\n'))).toEqual(['P107 ae: plan sr takes balances from plan ae, and has no account of that plan: draw; keep a rule with an account of that name (a draw of 0 per month still recovers), or leave it out']);
  expect(told(PLAN, next('balances-from: [ae]'))).toEqual(['P107 ae: plan sr takes balances from plan ae, and has no account of that plan, which has none; leave it out']);
  expect(told(PLAN + DRAW, next('balances-from: [ae]', 'adjust:\n  - hold: { share: 10%, for: 1, account: draw }\n'))).toEqual(['P107 ae: draw is kept by hold in plan sr and by draw in plan ae; give one of them another account']);
  expect(told(PLAN + DRAW, next('calendar: months\nbalances-from: [ae]'))).toEqual(['P107 ae: plan sr takes balances from plan ae, which has other periods; give both plans the same calendar, or move the balance by two entries of the adjustments file: see paycurve explain R037']);
});
