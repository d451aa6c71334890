/** `paycurve help cases`: what a file of cases holds, with an example that a test runs. Fields are told by the published schema. */
import type { JsonSchema } from '../mechanic/mechanic.ts';

/** Beside the plan that `init` writes. */
export const CASES_EXAMPLE = `workspace: ..                            # the folder of paycurve.yaml, from here
people: |
  id,name,role,manager
  ana,Ana,AE,
quotas: |
  payee,measure,from,to,amount
  ana,new_business,2026-01-01,2026-03-31,50000
cases:
  - name: the first dollar above quota earns 12 %
    table:                                 # one case for each line
      - { amount: 50000.00, earned: "4,000.00" }
      - { amount: 50001.00, earned: "4,000.12" }
    rows:
      sales: |
        order_id,order_date,seller,amount,type
        1,2026-03-10,ana,{amount},New
    work: 50,000 × 8 % = 4,000, and 1 × 12 % = 0.12
    expect:
      - { payee: ana, period: 2026-Q1, component: new_commission, earned: "{earned}" }
  - name: a return takes back what was paid for it
    rows:
      sales: |
        order_id,order_date,seller,amount,type
        1,2026-03-10,ana,-1000.00,Renewal
    work: -1,000 × 3 % = -30
    expect:
      - { payee: ana, period: 2026-Q1, component: renewal_commission, earned: "-30.00" }
`;

export async function casesPage(): Promise<string> {
  const [{ SCHEMAS }, { fieldLines, schemaAt }, { wrapped }] = await Promise.all([import('./schemas.ts'), import('../report/schema-fields.ts'), import('../report/wrap.ts')]);
  const schema = SCHEMAS.get('cases') as JsonSchema;
  const one = (schemaAt(schema, ['cases'])['items'] ?? {}) as JsonSchema;
  return [
    'cases: what a file of cases holds',
    '',
    ...wrapped('A file NAME.test.yaml beside a plan holds cases worked by hand: people, quotas and rows in, exact amounts out. paycurve test runs them as a run would. What a case does not give is read from the files of the workspace, but for transactions: a source that is not given has no rows.', 96),
    '',
    ...wrapped('Amounts are exact, and nothing is rounded before it is compared. A component that is not named must earn nothing. A failing case shows what was expected, what was found, and where that came from.', 96),
    '',
    ...wrapped('A file or a case may write its plan itself, under "plan": a suite of mechanics then needs no plan files, and a case shows all that it is about. The fields that a case writes take the place of those of the file. Coverage and mutation are of plan files.', 96),
    '',
    ...wrapped('paycurve test conformance, in the folder of paycurve, runs some 1,000 such cases; they are good examples.', 96),
    '',
    'Fields of the file',
    ...fieldLines(schema, { deep: false }),
    '',
    'Fields of a case',
    ...fieldLines(one, { deep: true }),
    '',
    'Example, plans/account-executive.test.yaml of paycurve init',
    ...CASES_EXAMPLE.trimEnd().split('\n').map((line) => `    ${line}`),
  ].join('\n');
}
