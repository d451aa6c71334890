/** The page `paycurve help closing`: books that close, in the order in which somebody meets it. */

export function closingPage(): string {
  return `
Closing a period

paycurve close 2026-01 .     freezes what everybody is paid for January, for good, into records/0001

A record holds payouts, their lines, payments, balances, every credit, what was known of people, the digests
of all files that were read, the meaning of the plans, control totals, and the seal of the record before it.
CSV files and record.json: to read, never to edit. Keep the folder where it cannot be lost and only those who
may know it can read it: it holds names, pay and whatever the people file has. Note the seal.

When       after the last day (--on DATE, today unless given), in order, each once. The data must reach the
           last day; when nothing was sold in the last days, --complete says so. Books that begin within a
           year: --begin, once.
Reopening  there is none. Correct data, quotas and plans as if the period were open: every run computes
           closed periods anew, and pays the difference in the first open period.

What changed since, line by line: paycurve adjustments
  late-deal       a deal that was not known            changed-quota    another quota
  cancellation    a return or credit note, not known   changed-person   a person, their role or their manager
  changed-deal    amount, date, owner, share; gone     changed-plan     another component, rule or version
  changed-rate    another rate of exchange             other            credits of others, another release
A line with several reasons names them all: late-deal+changed-quota. Comments, layout, titles and the order
of keys are no change of a plan. Who appears or vanishes gets a full plus or minus.

Rows that come late, after their period was closed, make an adjustment of their own period, unless the source
says that they count now:
  data:
    sales: { late: current-period, ... }
A row whose id no record holds, and whose own period was closed without it (or which is dated before the
books), then counts on the first day of the first open period, in each plan by its own calendar: who is in the
plan, splits, managers, tiers, quotas and rates of exchange are those of that day; columns and lookups keep
what the row says. Whoever has left by then gets nothing, with the reason. Once a period is closed with it, it
stays there for ever, whatever the source says later. Where a plan has no open period any more, it is an
adjustment. explain --transaction, credits.csv and excluded.csv tell both days. Of such a source a record
lists every row known so far. Until one has, a row before the books does not count, and one of a closed month
is an adjustment while another plan has its day in an open period: it may have been known all along.

Guarantees, and what "negative: floor-lose" forgets, are worked out anew for closed periods too, so that all
periods together pay what open books would have. Draws, holds, instalments and payment caps of closed periods
stay as they were paid: they differ in time only, and go on from their balances. A hold without "of" holds its
share of adjustments too, as of all that is due; with "of" it holds nothing of them. Where another rule, rate
of payment, or first or last day would have paid otherwise, verify and adjustments name it (B020).

run, explain      closed periods are shown as recorded; the open one pays the differences
run --as-known D  the periods closed up to day D as they were; no data are read
balances          draws, holds and what is carried: opening + earned - paid = closing, in every line
verify            chain, every byte, totals, balances; then what today's data would change
journal           double entry for hledger or beancount; every transaction sums to zero

At any moment a kill leaves the whole record or none of it; of two closes at once one wins and the other says
so. Not detected without a noted seal: that the last records were removed (verify --seal).`;
}
