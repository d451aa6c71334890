/** A workspace with one plan for cases to be run against: commission with a gate, tiers and a cap, and a rate on what is renewed. */
import { World } from '../cli/world.ts';

const WORKSPACE = `workspace: acme
currency: USD
calendar: quarters
rounding: { to: 0.01, mode: half-up, at: component }
plans: plans/plan.yaml
data:
  sales:
    files: data/sales.csv
    id: id
    date: day
    columns: { id: text, day: date, seller: payee?, partner: payee?, amount: money(USD), margin: ratio, type: "one of New, Renewal, Other" }
people: { file: data/people.csv, columns: { id: payee, name: text } }
quotas: { file: data/quotas.csv, columns: { payee: payee, measure: text, from: date, to: date, amount: money(USD) } }
`;

const PLAN = `plan: ae
effective: 2026-01-01 to 2026-12-31
credits:
  own: { from: sales, to: seller, split: { partner: 40% }, where: type != 'Other' }
measures:
  new: { sum: amount, of: own, where: type == 'New', quota: { missing: not-applicable } }
  margin_amount: { sum: amount * margin, of: own, where: type == 'New' }
  margin_pct: { ratio: margin_amount / new }
  renewed: { sum: amount, of: own, where: type == 'Renewal' }
components:
  new_business:
    commission on: new
    gate: margin_pct >= 30%
    tiers:
      read: marginal
      by: attainment of new
      rates:
        - { to: 100%, rate: 8% }
        - { rate: 12% }
    cap: 5_000
  renewals: { commission on: renewed, rate: 3% }
`;

const PEOPLE = 'id,name\nana,Ana\nben,Ben\n';
const QUOTAS = 'payee,measure,from,to,amount\nana,new,2026-01-01,2026-03-31,10000\n';

export function acme(): World {
  return new World({ 'paycurve.yaml': WORKSPACE, 'plans/plan.yaml': PLAN, 'data/people.csv': PEOPLE, 'data/quotas.csv': QUOTAS, 'data/sales.csv': 'id,day,seller,partner,amount,margin,type\n9,2026-02-01,ana,,999.00,50%,New\n' });
}

const HEADER = 'id,day,seller,partner,amount,margin,type';

/** Rows of sales as the text of a case, indented by eight. */
export function rows(...lines: readonly string[]): string {
  return ['    rows:', '      sales: |', ...[HEADER, ...lines].map((line) => `        ${line}`)].join('\n');
}

/** A file of cases; each case is given from its name on. */
export function cases(...all: readonly string[]): string {
  return `cases:\n${all.map((one) => `  - name: ${one}\n`).join('')}`;
}

/** What ana must earn with one component in the first quarter, as the text of a case. */
export const paid = (component: string, earned: string): string => `    expect: [{ payee: ana, period: 2026-Q1, component: ${component}, earned: "${earned}" }]`;
