/** The page about what stands between earned and paid: `payments`. */
import type { LanguagePage } from './page.ts';

export const paymentPages: readonly LanguagePage[] = [
  {
    name: 'payments',
    about: 'from earned to paid: draws, guarantees, holds, instalments, manual entries, balances',
    prose: `What the components and the rules of the plan come to is earned. Payment rules stand under "adjust" beside the others and say what of it is paid now; each keeps a balance, and opening + earned − payable = closing holds for every balance of every person, and in sum. A balance is what the company owes the payee: held money is positive, a draw outstanding negative. What is paid beside the components (a guarantee's top-up, a balance forgiven, a manual entry) is earned too, on a line of its own.
Rules act by step, whatever the order they are written in: negative results; draw, guarantee, advance; hold, instalments, payment-cap; manual entries that pay; minimum-payment. An entry that forgives, releases or forfeits acts with the rule of its balance, before that rule recovers or pays anything of it. Rules of one step act in the order written. paycurve mechanics NAME explains each. An amount per week (a weekly draw of 825 per week) counts for each week that ends in the period: on Sunday, or on the pay day that the plan names, as in 825 per week ending Friday. Balances go on from period to period and from version to version of a plan. A plan that people come to from another one takes their balances along with "balances-from: [account-executive]": in the first period in which somebody is in it and in the other plan no more (in one and the same, where they move inside a period, after that plan has paid), each balance whose account both plans have passes over, held money and instalments with their dates; "on-leaving" of the old plan does not act on them, unless the person is in neither plan for a whole period. A line in both plans says so: what is added to earned in the one is taken off in the other, and nothing is paid by it. Both plans have the same periods and currency. Balances without such an account stay behind, and a warning names what is owed there. A period that versions of a plan share is paid once, under the last of them; amounts that stand under prorate are then the sum of what each version gives for its own days. A plan with a draw, a guarantee or an advance is settled from its first day, whether or not anything was sold; after the last row a run pays what is due in a period that is asked for with --period. Where a person has left (for whoever comes back see paycurve help people), held money and instalments go on being paid unless the rule says otherwise.
Manual entries stand in a file that paycurve.yaml names under "adjustments", each with its id, payee, date, amount, reason and author. Without a kind an entry adds its amount to what is earned and paid, after caps and draws; kind release or forfeit moves held money, kind forgive lets a balance fall that the payee owes, and kind open is a balance that somebody comes with, in their first period, negative where they owe it. An entry that addresses nothing is an error.
The table of a run shows payable and balance, components.csv every line, balances.csv every balance with what moved it, and paycurve explain the steps one by one. Conversion to the currency of payment comes last.`,
    fields: [
      { of: 'plan', path: [], only: ['adjust', 'balances-from'] },
      { of: 'workspace', path: [], only: ['adjustments'] },
      { of: 'workspace', path: ['adjustments'] },
    ],
    example: {
      yaml: `credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount }
components:
  sales: { commission on: revenue, rate: 10% }
adjust:
  - draw: { recoverable: 500 per quarter, recover: 50% }
  - hold: { share: 10%, of: sales, for: 2, on-leaving: release }`,
      given: { sales: ['T1,2026-02-01,ana,,2000', 'T2,2026-05-01,ana,,9000', 'T3,2026-08-01,ana,,6000'], people: 'id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,,\n' },
      work: 'Q1: 200 + 300 to the draw, less 10 % of 200 held. Q2: 900 − 50 % of the 400 above the draw, less 90 held. Q3: 600 − 50 % of 100, less 60 held, and the 20 of Q1. At the end 90 + 60 are held and 300 − 200 − 50 are owed.',
      pays: ['ana 2026-Q1: 200', 'ana 2026-Q2: 900', 'ana 2026-Q3: 600'],
      payable: ['ana 2026-Q1: 480, balance -280', 'ana 2026-Q2: 610, balance 10', 'ana 2026-Q3: 510, balance 100'],
    },
    another: {
      yaml: `adjustments:
  file: data/adjustments.csv
  columns:
    id: text
    payee: payee
    date: date
    kind: text?
    account: text?
    amount: money?
    reason: text
    author: text
    approver: text?`,
    },
  },
];
