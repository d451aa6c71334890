/** The workspace that `init` writes: small enough to read in two minutes, and it validates and runs as it stands. */
import cases from '../../schema/cases.schema.json' with { type: 'json' };
import plan from '../../schema/plan.schema.json' with { type: 'json' };
import workspace from '../../schema/workspace.schema.json' with { type: 'json' };
import { CASES_EXAMPLE } from './cases-page.ts';

/** Files by path within the new folder. `name` is an id (letters, digits, - and _). */
export function starterFiles(name: string): ReadonlyMap<string, string> {
  return new Map([
    ['paycurve.yaml', workspaceText(name)],
    ['plans/account-executive.yaml', ACCOUNT_EXECUTIVE],
    ['plans/account-executive.test.yaml', `# yaml-language-server: $schema=../schema/cases.schema.json\n# Worked by hand: paycurve test runs these cases and says which plan does not pay so.\n${CASES_EXAMPLE}`],
    ['plans/sales-manager.yaml', SALES_MANAGER],
    ['data/sales.csv', SALES],
    ['data/people.csv', PEOPLE],
    ['data/quotas.csv', QUOTAS],
    ['schema/workspace.schema.json', `${JSON.stringify(workspace, undefined, 2)}\n`],
    ['schema/plan.schema.json', `${JSON.stringify(plan, undefined, 2)}\n`],
    ['schema/cases.schema.json', `${JSON.stringify(cases, undefined, 2)}\n`],
  ]);
}

const workspaceText = (name: string): string => `# yaml-language-server: $schema=schema/workspace.schema.json
# Where the data is and what its columns mean. Plans may use what is declared here, and nothing else.
workspace: ${name}
currency: USD
calendar: quarters
rounding: { to: 0.01, mode: half-up, at: component }
plans: plans/*.yaml

data:
  sales:
    files: data/sales*.csv
    id: order_id
    date: order_date
    columns:
      order_id: text
      order_date: date
      seller: payee
      amount: money(USD)
      type: one of New, Renewal

people:
  file: data/people.csv
  columns: { id: payee, name: text, role: text, manager: payee? }

quotas:
  file: data/quotas.csv
  columns: { payee: payee, measure: text, from: date, to: date, amount: money(USD) }
`;

const ACCOUNT_EXECUTIVE = `# yaml-language-server: $schema=../schema/plan.schema.json
plan: account-executive
title: Account executive 2026
effective: 2026-01-01 to 2026-12-31
for: role == 'AE'

credits:
  own: { from: sales, to: seller }

measures:
  new_business: { sum: amount, of: own, where: type == 'New' }
  renewals: { sum: amount, of: own, where: type == 'Renewal' }

components:
  new_commission:
    title: New business
    commission on: new_business
    tiers:
      read: marginal                    # each slice earns the rate of its own tier
      by: attainment of new_business
      rates:
        - { to: 100%, rate: 8% }
        - { rate: 12% }                 # above quota

  renewal_commission:
    title: Renewals
    commission on: renewals
    rate: 3%
`;

const SALES_MANAGER = `# yaml-language-server: $schema=../schema/plan.schema.json
plan: sales-manager
title: Sales manager 2026
effective: 2026-01-01 to 2026-12-31
for: role == 'Manager'

credits:
  team: { from: sales, to: managers of seller, levels: 1 }

measures:
  team_sales: { sum: amount, of: team }

components:
  override:
    title: Team override
    commission on: team_sales
    rate: 1.5%
`;

const SALES = `order_id,order_date,seller,amount,type
1001,2026-01-14,ana,18000.00,New
1002,2026-01-29,ben,9500.00,New
1003,2026-02-11,ana,6400.50,Renewal
1004,2026-02-27,ana,27500.00,New
1005,2026-03-09,ben,21250.00,New
1006,2026-03-31,ana,12000.00,New
1007,2026-04-02,ben,30400.00,New
1008,2026-04-21,ana,16200.00,New
1009,2026-05-19,ana,-2500.00,New
1010,2026-06-12,ben,4800.00,Renewal
1011,2026-06-25,ben,14900.00,New
`;

const PEOPLE = `id,name,role,manager
ana,Ana Duarte,AE,cho
ben,Ben Okafor,AE,cho
cho,Cho Min-seo,Manager,
`;

const QUOTAS = `payee,measure,from,to,amount
ana,new_business,2026-01-01,2026-03-31,50000
ana,new_business,2026-04-01,2026-06-30,50000
ben,new_business,2026-01-01,2026-03-31,40000
ben,new_business,2026-04-01,2026-06-30,40000
`;
