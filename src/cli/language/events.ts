/** The page about sales that are earned in parts, as they are invoiced and paid: `events`. */
import type { LanguagePage } from './page.ts';

export const eventPages: readonly LanguagePage[] = [
  {
    name: 'events',
    about: 'sales earned in parts: at booking, at invoice, when the customer pays',
    prose: `Bookings are one source; what comes after them (invoices, payments, deliveries) is another, with one row for each event that names its sale. Its rows are credited like any others, so they need the payee, as a column or by a lookup of the sale; a measure for each kind of event then says with "where" which rows it is. Under "by-event" the component names these measures with their shares, which make 100 % together with "at-booking".
What a sale earns is worked out once, in its own period, at the rate and tier of that period. Each event then lets its share become due in the period of the event, for the part of the sale that it covers: a payment of 400 on a sale of 1,000 is 40 % of the share, and 600 later are the rest. With "of" the value is compared with a column of the event's row instead, such as the total invoiced where that is not the value booked. An event covers the sale once: what is paid beyond it is for nothing.
A refund is a negative row of the same source and takes its part back, and a later payment lets it become due again. A sale that is cancelled is a negative row of the sales that names it (refers-to, see paycurve help returns): it lowers what the sale earns, so what was due of that part comes back, and what was not due never is. A payment before its sale, or of a sale that earned nothing, waits, and paycurve explain says so. To the cent the parts of a sale sum to what it would have earned at once.
To pay at the rate of the day of the payment instead, leave by-event out and pay commission on the measure paid.`,
    fields: [{ of: 'plan', path: ['components', '*', 'by-event'] }],
    example: {
      yaml: `credits:
  own: { from: sales, to: seller }
  events: { from: events, to: seller }
measures:
  bookings: { sum: amount, of: own }
  invoiced: { sum: amount, of: events, where: event == 'invoice' }
  paid: { sum: amount, of: events, where: event == 'payment' }
components:
  sales:
    commission on: bookings
    rate: 10%
    by-event:
      at-booking: 50%
      events:
        - { measure: invoiced, share: 20%, deal: order }
        - { measure: paid, share: 30%, deal: order }`,
      given: {
        sales: ['D1,2026-01-10,ana,,1000'],
        events: ['E1,2026-02-01,ana,D1,invoice,1000', 'E2,2026-03-05,ana,D1,payment,400', 'E3,2026-04-20,ana,D1,payment,600', 'E4,2026-07-08,ana,D1,payment,-100'],
      },
      work: 'D1 earns 1,000 × 10 % = 100. Q1: 50 at booking, 20 for the invoice, 30 × 400 ÷ 1,000 = 12 for the part that is paid. Q2: 30 × 600 ÷ 1,000 = 18. Q3: a refund of 100 takes 30 × 100 ÷ 1,000 = 3 back.',
      pays: ['ana 2026-Q1: 82', 'ana 2026-Q2: 18', 'ana 2026-Q3: -3'],
    },
    another: {
      yaml: `data:
  sales:
    files: data/orders.csv
    id: id
    date: date
    columns: { id: text, date: date, seller: payee, amount: money, cancels: text? }
    refers-to: cancels
  events:
    files: data/events.csv
    id: id
    date: date
    columns: { id: text, date: date, seller: payee, order: text, event: text, amount: money }`,
    },
  },
];
