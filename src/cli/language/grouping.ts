/** The page about what needs more than one person: `groups`. */
import type { LanguagePage } from './page.ts';

export const groupingPages: readonly LanguagePage[] = [
  {
    name: 'groups',
    about: 'stores, teams and plans: what several people do together, and what they share',
    prose: `A measure with "across" is of a group instead of one person, and can stand wherever a measure stands: paid on, in a gate, a multiplier, a curve. "across: store" (any text column of the people file) is everybody with the same store, "across: manager" everybody with the same manager, "reports" those whom the payee leads, "plan" everybody in this plan, "company" everybody; { store: North } is one written group for all, { id: mia } one person, { id: { of: manager } } the person in the payee's column manager, { manager: { of: mentor } } the team whom the payee's mentor leads. Except with plan, it does not matter in which plan they are. It adds up what its credit rules credit: "across: company" with a rule for managers of seller has only the rows whose seller has a manager; for all that was sold write a rule of its own, own: { from: sales, to: seller }, and "of: own".
Membership is dated: each credit belongs to the group of its payee on its day, and what was sold in the old store stays there. A payee reads the group of their last day in the plan in the period. A row counts at most once in a group, however many of its members share it or are credited beside each other; the least and greatest are of whole rows.
The quota of a group is stated: "of: members" adds up the members' quotas, each for the days in the group; "of: group" is a record with the group's name in the payee column of the quotas (declared as text), whole unless the plan prorates quotas; "of: payee" the record of each payee.
"payouts: all" with "across" adds up what others earn, after caps and floors and before any payment rule (of named components what each came to, before the rules on their sum and before a payout is rounded as a whole), such as the base of a manager's override: a payout counts in the window that holds the last day of its period, in the group of its payee's last day there. Teams are worked out before their managers; a circle is refused with its path.
What several people share is a mechanic: pool, share-out, contest, shared-cap, shared-deal-cap and budget. They are worked out once for all members, so the order of people plays no part. The explanation of one person shows the whole, the own part and how many others there are, never their names or results.`,
    fields: [{ of: 'plan', path: ['measures', '*'], only: ['across', 'payouts', 'quota'] }],
    example: {
      yaml: `credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount }
  team_sales: { sum: amount, across: manager }
components:
  sales: { commission on: revenue, rate: 5%, multiplier: { times: 120%, when: team_sales >= 3_000 } }
  team_pool:
    bonus on: revenue
    pool:
      fund: 1% * team_sales
      across: manager
      members: last-day
      shares: { by: revenue }
      nobody: unspent`,
      given: { people: 'id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,12000,mia\nbo,,,,AE,5%,12000,mia\nmia,,,,M,5%,12000,\n', sales: ['T1,2026-02-01,ana,,1000', 'T2,2026-02-02,bo,,2000'] },
      work: 'The team sold 3,000: 1,000 × 5 % × 120 % = 60 and 2,000 × 5 % × 120 % = 120. The pool of 30 is shared by revenue: 10 and 20',
      pays: ['ana 2026-Q1: 70', 'bo 2026-Q1: 140'],
    },
    another: {
      yaml: `credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount }
components:
  sales: { commission on: revenue, rate: 10%, shared-cap: { at: 240, across: plan } }
  spring_contest:
    bonus on: revenue
    contest:
      across: plan
      members: last-day
      enter: revenue >= 500
      prizes: [300, 100]
      ties: pool
      budget: 400`,
      given: { sales: ['T1,2026-02-01,ana,,1000', 'T2,2026-02-02,bo,,2000'] },
      work: '100 and 200 are above 240: 80 and 160. Both take part in the contest: bo wins 300, ana 100',
      pays: ['ana 2026-Q1: 180', 'bo 2026-Q1: 460'],
    },
  },
];
