/** Pages about who is credited: `credits`, `split`, `managers`. */
import type { LanguagePage } from './page.ts';

const FIELDS = [{ of: 'plan', path: ['credits', '*'] }] as const;

export const creditingPages: readonly LanguagePage[] = [
  {
    name: 'credits',
    about: 'who is credited for which transactions',
    prose: `Each rule reads one source and names the column that holds the payee. A person is credited only on days on which the plan holds for them; every row that nobody is credited for is counted with its reason.
A second rule over the same source credits somebody else on top (overlay, double credit): the owner loses nothing. Let each measure say with "of" which rules it counts. Where one rule is to win, the others name it under "unless": territory: { from: sales, to: area_owner, unless: named } credits only where the rule named credited nobody. Whoever owned an account or a territory on the day comes from a dated table: see paycurve help lookups.`,
    fields: FIELDS,
    example: {
      yaml: `credits:
  own: { from: sales, to: seller, where: type != 'Internal' }
  overlay: { from: sales, to: co_owner, share: 50% }
measures:
  revenue: { sum: amount, of: own }
  helped: { sum: amount, of: overlay }
components:
  sales: { commission on: revenue, rate: 10% }
  help: { commission on: helped, rate: 10% }`,
      given: { sales: ['T1,2026-02-01,ana,bo,1000'] },
      work: 'ana is credited 1,000, and bo, on top, half of it: 1,000 × 10 % and 500 × 10 %',
      pays: ['ana 2026-Q1: 100', 'bo 2026-Q1: 50'],
    },
  },
  {
    name: 'split',
    about: 'one transaction shared by several people',
    prose: `The people named under "split" take their share where their column is filled, and the payee under "to" keeps the rest, so that the shares of a row always make the whole. A share is a number such as 40%, or a ratio column that holds it row by row. Credit beyond the whole is a rule of its own, with "share": see paycurve help credits.`,
    fields: [{ of: 'plan', path: ['credits', '*'], only: ['to', 'split', 'share'] }],
    example: {
      yaml: `credits:
  own: { from: sales, to: seller, split: { co_owner: 40% } }
measures:
  revenue: { sum: amount }
components:
  sales: { commission on: revenue, rate: 10% }`,
      given: { sales: ['T1,2026-02-01,ana,bo,1000', 'T2,2026-02-02,ana,,1000'] },
      work: 'T1: 600 for ana and 400 for bo. T2 has no co-owner: 1,000 for ana. (600 + 1,000) × 10 % and 400 × 10 %',
      pays: ['ana 2026-Q1: 160', 'bo 2026-Q1: 40'],
    },
  },
  {
    name: 'returns',
    about: 'rows that take back a sale: returns, cancellations, credit notes',
    prose: `A return is a new row with a negative amount; the original is never edited. "refers-to" of the source names the column with the id of the original. The return is then credited to those whom the original was credited to, by its rules, shares and managers of that day, and at its exchange rate; a "where" is asked of the original. It belongs to the plan under which the payee was credited with the original: who was promoted, or whose plan of last year ended, gives back under that plan in the period of the return, and the plan of the day does not take the row. Data without such ids say which columns a return and its original have in common, and the oldest sale is taken back first: refers-to: { alike: [customer, product], amount: amount }.
By itself a return lowers its measure in the period of its own date, and with it pay, at the rate of that period. A count goes down by one where the source has refers-to; without it nothing says that a negative row is a return, and a count of it goes up by one, like any row: declare refers-to, or leave it out of the count with where. Distinct, min and max do not change. Under a plan that the payee has left for another it is a negative sale there, and nothing else of that plan is paid. What was earned on the sale itself is taken back by paycurve mechanics clawback. A return whose original is not in the data is named (R050).`,
    fields: [{ of: 'workspace', path: ['data', '*'], only: ['refers-to'] }, { of: 'plan', path: ['components', '*'], only: ['clawback'] }],
    example: {
      yaml: `credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount }
components:
  sales:
    commission on: revenue
    tiers: { read: marginal, rates: [{ to: 1_000, rate: 5% }, { rate: 8% }] }
    clawback: { takes: all, within: 90 days, rate: original, attainment: keep, unmatched: error }`,
      given: { refersTo: 'original', sales: ['T1,2026-03-01,ana,,1000,USD,New,,', 'T2,2026-03-02,ana,,500,USD,New,,', 'R1,2026-05-30,bo,,-500,USD,New,,T2'] },
      work: 'T1 1,000 × 5 %, T2 500 × 8 %. R1 comes on the last of 90 days, and takes back the 40 from ana, though bo has the account by now',
      pays: ['ana 2026-Q1: 90', 'ana 2026-Q2: -40'],
    },
  },
  {
    name: 'managers',
    about: 'credit up the hierarchy: overrides and team measures',
    prose: `"to: managers of COLUMN" credits whoever leads the seller on the day of the transaction. "levels: 2" is the two nearest in full; a map gives each level its share. Who leads whom stands in the column manager of people, or in a hierarchy file with dates. The rate on it is the manager's own: what the trade calls an override.`,
    fields: [{ of: 'plan', path: ['credits', '*'], only: ['to', 'levels'] }, { of: 'workspace', path: ['hierarchy'] }],
    example: {
      yaml: `credits:
  team: { from: sales, to: managers of seller, levels: { 1: 100%, 2: 50% } }
measures:
  team_sales: { sum: amount }
components:
  override: { commission on: team_sales, rate: 1% }`,
      given: { sales: ['T1,2026-02-01,ana,,10000'], people: 'id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,,mia\nmia,,,,Manager,5%,,vic\nvic,,,,VP,5%,,\n' },
      work: 'mia leads ana, vic leads mia: 10,000 × 1 % and 5,000 × 1 %',
      pays: ['mia 2026-Q1: 100', 'vic 2026-Q1: 50'],
    },
  },
];
