/**
 * Earned in parts as events come: at booking, when it is invoiced, when it is paid. What the sale earns is worked out once,
 * in its own period; each event lets a share of it become due, in proportion to how much of the sale it covers (TIM-15).
 */
import type { Node } from '../document/node.ts';
import { ONE, total, type Exact } from '../value/exact.ts';
import { field, list, map, NUMBER } from './field.ts';
import type { EventPart, Mechanic, Reader } from './mechanic.ts';

interface ByEvent {
  readonly booking: Exact;
  readonly events: readonly EventPart[];
}

const TEXT = { type: 'string' } as const;

export const byEvent: Mechanic<ByEvent> = {
  key: 'by-event',
  kind: 'rule',
  step: 15,
  where: ['component'],
  summary: 'a sale is earned in parts: at booking, at invoice, when it is paid',
  about: `What each sale earns is worked out in the period of the sale, at its rate, after multiplier, minimum and cap; the rate is fixed there. "at-booking" of it is due at once, and each event lets its share become due. Together the shares make 100 %.
An event is a measure over rows of another source (invoices, payments) that name the sale: "deal" is their column with its id. A row covers the part of the sale that its value is of the sale, or of the number or amount in its column "of", such as the total invoiced: a payment of half lets half of the share become due. All rows of one event together cover a sale once, never more; a refund (negative) takes its part back. A return that names the sale (refers-to) lowers what the sale earns: it takes back what was due of that part, at the rate of the sale, and what was not due yet never is; events then cover what is left of the sale. It pays nothing by itself, so that it makes no room under a cap, and one dated before its sale waits for it. A return of a sale that is not known, like any row that pays less than nothing, is due at once, at the rate of its own day.
Rows are credited like any others, so their source needs the payee, as a column or a lookup. An event before the sale waits for it. What no event covers is never due. To the cent, a sale earns in all what it would have earned at once.
To pay at the rate of the day of the event instead, pay a component on the measure of the events. The component must pay deal by deal, on a sum or a count of the period, and may not accumulate or have a clawback. The sources and their rows: paycurve help events.
Also called pay when paid, commission on cash, split payment or milestone payment.`,
  schema: map(
    {
      'at-booking': field('The share of what a sale earns that is due in its own period.', ['50%', '0%'], NUMBER),
      events: field(
        'The events, each with its share.',
        [[{ measure: 'paid', share: '50%', deal: 'order_id' }]],
        list(
          map(
            {
              measure: field('A measure over the rows of the event.', ['paid'], TEXT),
              share: field('The share of what the sale earns that becomes due when the event covers all of it.', ['50%'], NUMBER),
              deal: field('The column of those rows with the id of the sale.', ['order_id'], TEXT),
              of: field('The column of those rows that its value is compared with. Without it: the sale itself.', ['invoice_total'], TEXT),
            },
            ['measure', 'share', 'deal'],
          ),
          1,
          20,
        ),
      ),
    },
    ['at-booking', 'events'],
    { defaultSnippets: [{ label: 'half when paid', body: { 'at-booking': '50%', events: [{ measure: '${1:paid}', share: '50%', deal: '${2:order_id}' }] } }] },
  ),
  read(node, reader) {
    const [booking, events] = node.kind === 'map' ? [node.get('at-booking'), node.get('events')] : [];
    if (booking === undefined || events?.kind !== 'list') return undefined;
    const first = readShare(booking, true, reader);
    const parts = events.items.map((item) => readEvent(item, reader));
    if (first === undefined || !parts.every((part) => part !== undefined)) return undefined;
    const sum = total([first, ...parts.map((part) => part.share)]);
    if (!sum.equals(ONE)) {
      reader.problem('P483', 'the shares at booking and of the events do not make 100 %', node, { hint: 'what is due at booking and at each event makes 100 % together' });
      return undefined;
    }
    return { booking: first, events: parts };
  },
  calculate: (_config, { amount }) => ({ amount, text: () => 'no sale and no event' }),
  formulas: () => [],
  byEvent: { booking: ({ booking }) => booking, events: ({ events }) => events },
  describe: ({ booking, events }, words) => `What a sale earns is fixed in its own period. ${words.percent(booking)} of it is due at once, ${events.map(({ measure, share, of }) => `${words.percent(share)} as ${measure} covers ${of === undefined ? 'the sale' : of}`).join(', ')}.`,
  example: {
    title: 'Half at booking, half when the customer pays',
    yaml: `sales_commission:
  commission on: bookings
  rate: 10%
  by-event:
    at-booking: 50%
    events: [{ measure: paid, share: 50%, deal: order_id }]`,
    work: '1,000 × 10 % = 100, of which 50 are due at booking; when 400 of the 1,000 are paid, 40 % of the other 50 = 20',
    given: { base: '1000', deals: ['1000'], other: { paid: '0 USD' } },
    earns: '100',
  },
};

function readEvent(node: Node, reader: Reader): EventPart | undefined {
  if (node.kind !== 'map') return undefined;
  const [measure, share] = [node.get('measure'), node.get('share')];
  const name = measure === undefined ? undefined : reader.measure(measure);
  const size = share === undefined ? undefined : readShare(share, false, reader);
  const text = (key: string): string | undefined => {
    const value = node.get(key);
    return value?.kind === 'scalar' ? value.text : undefined;
  };
  const deal = text('deal');
  const of = text('of');
  return name === undefined || size === undefined || deal === undefined ? undefined : { measure: name, share: size, deal, of, at: node.at };
}

function readShare(node: Node, zero: boolean, reader: Reader): Exact | undefined {
  const share = reader.number(node);
  if (share === undefined) return undefined;
  if (ONE.atLeast(share.value) && share.value.sign() >= (zero ? 0 : 1)) return share.value;
  reader.problem('P483', `${node.kind === 'scalar' ? node.text : ''} is no share of what a sale earns`, node, { hint: 'write a share such as 50%' });
  return undefined;
}
