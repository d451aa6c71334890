import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/data/contract.ts';
import type { Value } from '../../src/expr/types.ts';
import type { Known, PeriodEnv } from '../../src/mechanic/mechanic.ts';
import type { RowEnv } from '../../src/plan/model.ts';
import { dayOf } from '../../src/value/day.ts';
import { exactText } from '../../src/value/display.ts';
import { Exact, ONE } from '../../src/value/exact.ts';
import { edited, PLAN, planOf, WORKSPACE, workspaceOf, type Edit } from './world.ts';

const FULL: readonly Edit[] = [
  ['role: text', 'role: text, manager: payee?'],
  ['people:', 'exchange-rates: { file: r.csv, columns: { date: date, from: text, to: text, rate: number } }\npeople:'],
];
const workspace = workspaceOf(edited(WORKSPACE, FULL));

const AE = `plan: saas-ae
title: SaaS Account Executive 2026
effective: 2026-02-01 to 2027-01-31
for: role == 'AE'
calendar: { periods: months, year-starts: 02-01 }
rounding: { to: 0.05, mode: half-even, at: payout }
on-version-change: restart
convert-at: period-end
paid-in: pay_currency
prorate: [quota, target, quota]
credits:
  own: { from: sales, to: seller, split: { helper: 40% }, where: type != 'Renewal' }
  extra: { from: sales, to: helper, share: 1/3 }
  team: { from: sales, to: managers of seller, levels: { 2: 50%, 1: 100% } }
  two: { from: sales, to: managers of seller, levels: 2 }
measures:
  margin_pct: { ratio: margin / revenue }
  revenue: { sum: amount, of: own, window: year-to-date, quota: { phasing: even, zero: not-applicable, missing: 0%, measure: bookings } }
  margin: { sum: amount - cost, of: [own, extra] }
  deals: { count: transactions, of: team, where: amount > 0, window: rolling 3 }
  products: { distinct: product, of: two, window: previous }
  largest: { max: amount, of: own, quota: { phasing: [25%, 25%, 50%] } }
components:
  spif:
    title: Spiff
    bonus on: deals
    rounding: { mode: down, at: component }
    per-unit: 20
    gate: payout of new_business > 0
  new_business:
    commission on: revenue
    weight: 80%
    accumulates: year
    tiers:
      read: marginal
      by: attainment of revenue
      rates:
        - { to: 100%, rate: icr }
        - { rate: 2 * icr }
    cap: 300% of target
    gate: margin_pct >= 35%
    floor: 10
  rest:
    commission on: largest
    weight: 20%
    target: salary * 0 + 1_000 per quarter
    rate: 1%
    gate: products + deals > 3
adjust:
  - cap: { at: 50_000, of: [new_business, rest], over: year }
  - floor: 5
`.replace('salary * 0 + 1_000', '1_000');

describe('a plan that says all it can', () => {
  const plan = planOf(AE, workspace);

  test('its head', () => {
    expect(plan).toMatchObject({
      name: 'saas-ae',
      title: 'SaaS Account Executive 2026',
      from: dayOf(2026, 2, 1),
      to: dayOf(2027, 1, 31),
      currency: 'USD',
      calendar: { kind: 'months', startMonth: 2, startDay: 1 },
      rounding: { mode: 'half-even', at: 'payout' },
      continues: 'restart',
      convertAt: { sales: 'period-end', quota: 'record-start', pay: 'period-end' },
      paidIn: { column: 'pay_currency' },
      prorate: ['quota', 'target'],
    });
    expect(exactText(plan.rounding.to)).toBe('0.05');
    const at = plan.effectiveAt;
    expect(at.source.text.slice(at.start, at.end)).toBe('2026-02-01 to 2027-01-31');
  });

  test('its credit rules, by position of columns', () => {
    expect(plan.credits.map(({ name, source, to }) => ({ name, source, to }))).toEqual([
      { name: 'own', source: 0, to: { kind: 'payee', column: 2, split: [{ column: 3, share: Exact.of(40, 100) }] } },
      { name: 'extra', source: 0, to: { kind: 'payee', column: 3, split: [] } },
      { name: 'team', source: 0, to: { kind: 'managers', column: 2, levels: [{ level: 1, share: Exact.of(100, 100) }, { level: 2, share: Exact.of(50, 100) }] } },
      { name: 'two', source: 0, to: { kind: 'managers', column: 2, levels: [{ level: 1, share: ONE }, { level: 2, share: ONE }] } },
    ]);
    expect(plan.credits.map((rule) => exactText(rule.share))).toEqual(['1', '1/3', '1', '1']);
    expect(plan.credits.map((rule) => rule.where?.text)).toEqual(["type != 'Renewal'", undefined, undefined, undefined]);
  });

  test('its measures, in the order written', () => {
    expect(plan.measures.map(({ name, type, kind, of, window, windowWritten, ratio }) => ({ name, type, kind, of, window, windowWritten, ratio }))).toEqual([
      { name: 'margin_pct', type: 'ratio', kind: 'ratio', of: [], window: { kind: 'period' }, windowWritten: false, ratio: { over: 'margin', under: 'revenue' } },
      { name: 'revenue', type: 'money', kind: 'sum', of: ['own'], window: { kind: 'to-date', in: 'year' }, windowWritten: true, ratio: undefined },
      { name: 'margin', type: 'money', kind: 'sum', of: ['own', 'extra'], window: { kind: 'period' }, windowWritten: false, ratio: undefined },
      { name: 'deals', type: 'number', kind: 'count', of: ['team'], window: { kind: 'rolling', periods: 3 }, windowWritten: true, ratio: undefined },
      { name: 'products', type: 'number', kind: 'distinct', of: ['two'], window: { kind: 'previous' }, windowWritten: true, ratio: undefined },
      { name: 'largest', type: 'money', kind: 'max', of: ['own'], window: { kind: 'period' }, windowWritten: false, ratio: undefined },
    ]);
    expect(plan.measures[1]!.quota).toMatchObject({ measure: 'bookings', phasing: { kind: 'even' }, zero: 'not-applicable', missing: '0%' });
    expect(plan.measures[2]!.quota).toMatchObject({ measure: 'margin', phasing: { kind: 'exact' }, zero: 'error', missing: 'error' });
    expect(plan.measures[5]!.quota.phasing).toEqual({ kind: 'weights', weights: [Exact.of(25, 100), Exact.of(25, 100), Exact.of(50, 100)] });
  });

  test('its components, each after those it refers to', () => {
    expect(plan.components.map(({ name, title, pays, on, accumulates, formula, rules }) => ({ name, title, pays, on, accumulates, formula: formula.mechanic.key, rules: rules.map((rule) => rule.mechanic.key) }))).toEqual([
      { name: 'new_business', title: 'new business', pays: 'commission', on: 'revenue', accumulates: 'year', formula: 'tiers', rules: ['gate', 'floor', 'cap'] },
      { name: 'spif', title: 'Spiff', pays: 'bonus', on: 'deals', accumulates: undefined, formula: 'per-unit', rules: ['gate'] },
      { name: 'rest', title: 'rest', pays: 'commission', on: 'largest', accumulates: undefined, formula: 'rate', rules: ['gate'] },
    ]);
    expect(plan.components.map((component) => [component.target?.formula.text, component.target?.per, component.weight && exactText(component.weight)])).toEqual([
      ['target_incentive', 'year', '0.8'],
      [undefined, undefined, undefined],
      ['1_000', 'quarter', '0.2'],
    ]);
    expect(plan.components.map(({ rounding }) => [exactText(rounding.to), rounding.mode, rounding.at])).toEqual([
      ['0.05', 'half-even', 'payout'],
      ['0.01', 'down', 'component'],
      ['0.05', 'half-even', 'payout'],
    ]);
    expect(plan.components[0]!.formulas.map((formula) => formula.print())).toEqual(['icr', '2 * icr', 'margin_pct >= 35%', '10', '300% * target']);
  });

  test('its rules on the sum of components', () => {
    expect(plan.adjust.map(({ mechanic, of }) => [mechanic.key, of])).toEqual([
      ['cap', ['new_business', 'rest']],
      ['floor', ['spif', 'new_business', 'rest']],
    ]);
  });
});

describe('what a plan leaves out', () => {
  const plan = planOf(PLAN);

  test('comes from the workspace or has a stated default', () => {
    expect(plan).toMatchObject({ title: 'ae', currency: 'USD', calendar: { kind: 'quarters' }, rounding: { mode: 'half-up', at: 'component' }, convertAt: { sales: 'transaction-date', quota: 'record-start', pay: 'period-end' }, prorate: [], adjust: [] });
    expect(plan).not.toHaveProperty('appliesTo');
    expect(plan).not.toHaveProperty('paidIn');
    expect(plan).not.toHaveProperty('continues');
    expect(plan.measures[0]).toMatchObject({ of: ['own'], window: { kind: 'period' }, windowWritten: false });
    expect(plan.components[0]).not.toHaveProperty('target');
  });

  test('the step of rounding follows the currency of the plan', () => {
    const yen = planOf(edited(PLAN, [['credits:', 'currency: JPY\ncredits:']]), workspace);
    expect(exactText(yen.rounding.to)).toBe('1');
  });

  test('one level of managers, without a word on levels', () => {
    const team = planOf(edited(PLAN, [['to: seller', 'to: managers  of  seller']]), workspace);
    expect(team.credits[0]!.to).toMatchObject({ kind: 'managers', levels: [{ level: 1 }] });
  });
});

/** A row of `sales` with the values of some columns. */
function rowEnv(values: Readonly<Record<string, Value>>): RowEnv & { readonly asked: string[] } {
  const columns = workspace.sources[0]!.columns;
  const row: Row = { values: columns.map((column) => values[column.name] ?? null), id: '1', day: 0, file: 'f', line: 2, row: 1 };
  const asked: string[] = [];
  return {
    row,
    asked,
    convert(amount, from, to) {
      asked.push(`${exactText(amount)} ${from} → ${to}`);
      return amount.times(Exact.of(2));
    },
  };
}

describe('formulas over a row', () => {
  test('see money of the plan as it is, and money of another currency converted', () => {
    const plan = planOf(edited(PLAN, [['sum: amount', 'sum: amount - cost']]), workspace);
    const env = rowEnv({ amount: Exact.of(100), cost: Exact.of(30) });
    expect(exactText(plan.measures[0]!.value!.evaluate(env) as Exact)).toBe('40');
    expect(env.asked).toEqual(['30 EUR → USD']);
  });

  test('convert money by the currency that stands in the row', () => {
    const world = workspaceOf(edited(WORKSPACE, [...FULL, ['amount: money\n', 'amount: money(product)\n']]));
    const formula = planOf(PLAN, world).measures[0]!.value!;
    const own = rowEnv({ amount: Exact.of(100), product: 'USD' });
    const other = rowEnv({ amount: Exact.of(100), product: 'GBP' });
    expect([exactText(formula.evaluate(own) as Exact), own.asked]).toEqual(['100', []]);
    expect([exactText(formula.evaluate(other) as Exact), other.asked]).toEqual(['200', ['100 GBP → USD']]);
  });

  test('see the values of a one-of column', () => {
    const plan = planOf(edited(PLAN, [['sum: amount', "sum: amount, where: type == 'New'"]]), workspace);
    expect(plan.measures[0]!.where!.evaluate(rowEnv({ type: 'New' }))).toBe(true);
    expect(plan.measures[0]!.where!.evaluate(rowEnv({ type: 'Renewal' }))).toBe(false);
  });
});

describe('formulas over a person and a period', () => {
  test('who is in a plan, and what the target is', () => {
    const plan = planOf(edited(PLAN, [['credits:', "for: role in ('AE', 'SE')\ncredits:"], ['rate: 5%', 'rate: 5%, target: target_incentive per half']]), workspace);
    const record = (role: string, target: Exact | null) => ({ from: 0, to: 1, values: ['ana', role, null, target, 'USD', null], at: { file: 'p' } });
    expect(plan.appliesTo!.evaluate(record('AE', null))).toBe(true);
    expect(plan.appliesTo!.evaluate(record('CSM', null))).toBe(false);
    expect(plan.components[0]!.target!.formula.evaluate(record('AE', Exact.of(500)))).toEqual(Exact.of(500));
    expect(plan.components[0]!.target!.formula.evaluate(record('AE', null))).toBe(null);
  });

  test('what is not known is not applicable, never zero', () => {
    const plan = planOf(edited(PLAN, [['rate: 5%', 'rate: 5%, weight: 100%, multiplier: { times: attainment of revenue * (quota of revenue / target) * icr, when: revenue > 0 }']]), workspace);
    const formula = plan.components[0]!.formulas.find((one) => one.text.startsWith('attainment'))!;
    const known = (value: Known) => (): Known => value;
    const env = (attainment: Known): PeriodEnv => ({
      measure: known({ value: ONE }),
      quota: known({ value: Exact.of(8) }),
      attainment: known(attainment),
      payout: known({ value: ONE }),
      person: () => null,
      icr: known({ value: Exact.of(1, 2) }),
      target: known({ value: Exact.of(4) }),
    });
    expect(exactText(formula.evaluate(env({ value: Exact.of(3) })) as Exact)).toBe('3');
    expect(formula.evaluate(env({ none: 'no quota' }))).toBe(undefined);
  });
});
