/** Small workspaces and plans for the tests of this room, and the marks that say where a caret must stand. */
import { expect } from 'vitest';
import { Problems, type Diagnostic, type Source } from '../../src/diagnostic/diagnostic.ts';
import { checkPlan, checkPlans, checkWorkspace, type Plan, type Workspace } from '../../src/plan/index.ts';

export const WORKSPACE = `workspace: acme
currency: USD
calendar: quarters
rounding: { mode: half-up, at: component }
plans: plans/*.yaml
data:
  sales:
    files: data/sales.csv
    id: order_id
    date: order_date
    columns:
      order_id: text
      order_date: date
      seller: payee
      helper: payee?
      helper_share: ratio
      amount: money
      cost: money(EUR)
      quantity: number
      type: one of New, Renewal
      product: text
  calls:
    files: data/calls.csv
    id: call
    date: day
    columns: { call: text, day: date, caller: payee, minutes: number }
people:
  file: data/people.csv
  columns: { id: payee, role: text, target_incentive: money?, pay_currency: text, salary: money(GBP) }
quotas:
  file: data/quotas.csv
  columns: { payee: payee, measure: text, from: date, to: date, amount: money }
`;

export const PLAN = `plan: ae
effective: 2026-01-01 to 2026-12-31
credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount }
components:
  sales: { commission on: revenue, rate: 5% }
`;

export const source = (name: string, text: string): Source => ({ name, text });

/** A replacement in a text that must contain what is replaced. */
export type Edit = readonly [find: string, replace: string];

export function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((now, [find, replace]) => {
    if (!now.includes(find)) throw new Error(`the text does not contain ${find}`);
    return now.replace(find, () => replace);
  }, text);
}

/** The text without its marks «…», and where they stood. */
export function unmarked(text: string): { readonly text: string; readonly start: number; readonly end: number } {
  const start = text.indexOf('«');
  const end = text.indexOf('»') - 1;
  if (start < 0 || end < start) throw new Error('the text marks no place with «…»');
  return { text: text.replace('«', '').replace('»', ''), start, end };
}

export function readWorkspace(text: string, problems = new Problems()): { readonly workspace: Workspace | undefined; readonly problems: Problems } {
  return { workspace: checkWorkspace(source('paycurve.yaml', text), '.', problems), problems };
}

export function workspaceOf(text = WORKSPACE): Workspace {
  const { workspace, problems } = readWorkspace(text);
  expect(lines(problems.all)).toEqual([]);
  return workspace!;
}

export function planOf(text: string, workspace = workspaceOf()): Plan {
  const problems = new Problems();
  const plan = checkPlan(source('plan.yaml', text), workspace, problems);
  expect(lines(problems.all)).toEqual([]);
  return plan!;
}

export function problemsOf(texts: readonly string[], workspace: Workspace): readonly Diagnostic[] {
  const problems = new Problems();
  const plans = texts.flatMap((text, index) => checkPlan(source(`plan-${index + 1}.yaml`, text), workspace, problems) ?? []);
  if (plans.length === texts.length) checkPlans(plans, workspace, problems);
  return problems.all;
}

/** Problems as one line each, for readable failures. */
export function lines(problems: readonly Diagnostic[]): string[] {
  return problems.map((problem) => `${problem.severity === 'warning' ? 'warning ' : ''}${problem.code} ${problem.message}`);
}

/** Exactly one problem, at the marked place, with these words. */
export function expectOne(problems: readonly Diagnostic[], place: { readonly start: number; readonly end: number }, words: { readonly code: string; readonly message: string; readonly hint?: string; readonly note?: string }): void {
  expect(lines(problems).map((line) => line.replace('warning ', ''))).toEqual([`${words.code} ${words.message}`]);
  const [problem] = problems;
  expect([problem!.at!.start, problem!.at!.end, problem!.at!.source.text.slice(problem!.at!.start, problem!.at!.end)]).toEqual([place.start, place.end, problem!.at!.source.text.slice(place.start, place.end)]);
  if (words.hint !== undefined) expect(problem!.hint).toBe(words.hint);
  if (words.note !== undefined) expect(problem!.note).toBe(words.note);
  expect(problem!.hint, 'every problem says one thing to do').toBeTruthy();
}
