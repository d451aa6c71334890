/** Rate-tier match: a credit is paid at the rate that the same deal earned for somebody else (CRD-21). */
import { inOrder } from './deal-order.ts';
import { field, map, oneOf } from './field.ts';
import type { Deal, DealPay, Given, Mechanic } from './mechanic.ts';
import { unpriced } from './outcome.ts';
import { ZERO, type Exact } from '../value/exact.ts';

interface RateMatch {
  readonly of: string;
  readonly unmatched: 'error' | 'nothing';
}

export const rateMatch: Mechanic<RateMatch> = {
  key: 'rate-match',
  kind: 'formula',
  step: 7,
  where: ['component'],
  summary: 'each deal at the rate that it earned for somebody else',
  about: `A partner or an overlay has credit of the same deals as the seller, and is paid at the seller's rate, whatever the seller's place in a table, and wherever the own total stands. "of" names the seller's component, of this plan or another; it must pay deal by deal on money (rate, tiers, rate-table), and so does this one.
The rate of a deal is what that component pays for it to everybody else, divided by their credit of it: blended where tiers cut the deal, or where several are credited. What a credit cap cuts is credit too, and what the excess pays is pay. It is exact, and taken after the rules on single deals (deal-cap, earning-share), before multipliers, the floor and the cap of the whole.
Where the other component is known to pay nothing, as behind a closed gate, the rate is zero; where it cannot be told, this one ends with that reason.
"unmatched" says what becomes of a deal that nobody else is credited with: error stops the run and names it, nothing pays nothing and shows it. Both look at the period that holds the day of the deal.
A return is matched like any deal, unless a clawback here settles it; where the other component settles it (clawback, by-event), it goes back at the rate that its sale earned. The explanation shows the rate, and not whose it is.
Also called rate-tier match, matching commission or shadow rate.`,
  together: true,
  schema: map(
    {
      of: field('The component whose rate it is, of this plan or another.', ['sales_commission'], { type: 'string' }),
      unmatched: field('What becomes of a deal that nobody else is credited with.', ['error'], oneOf({ error: 'the run stops and names it', nothing: 'it pays nothing and is shown' })),
    },
    ['of', 'unmatched'],
  ),
  read(node, reader) {
    const [of, unmatched] = node.kind === 'map' ? [node.get('of'), node.get('unmatched')] : [];
    if (of?.kind !== 'scalar' || unmatched?.kind !== 'scalar') return undefined;
    if (reader.baseType === 'money') return { of: of.text, unmatched: unmatched.text as RateMatch['unmatched'] };
    reader.problem('P302', `rate-match pays a rate on ${reader.on}, and that is a ${reader.baseType}, not money`, node, { hint: 'pay on a measure that sums money' });
    return undefined;
  },
  calculate() {
    throw new Error('a rate match pays deal by deal: the engine calls deals.pay');
  },
  formulas: () => [],
  matches: ({ of }) => of,
  deals: { always: () => ({ order: [] }), pay: (config, given, deals) => inOrder(deals, given.from, (deal, size) => priced(config, given, deal, size)) },
  branches: ({ unmatched }) => [{ name: 'matched' }, { name: 'nobody else has it', ...(unmatched === 'error' ? { never: true } : {}) }],
  describe: ({ of, unmatched }) => `Each deal is paid at the rate that it earned for somebody else by ${of}. A deal that nobody else is credited with ${unmatched === 'error' ? 'is refused' : 'pays nothing'}.`,
  example: {
    title: "The partner is paid at the seller's blended rate",
    yaml: `partner_commission:
  commission on: partner_sales
  rate-match: { of: sales_commission, unmatched: error }`,
    work: "the seller's deal reached from the tier of 5 % into that of 6 % and earned 5.5 % in all: 2,000 × 5.5 % = 110",
    given: { base: '2000', deals: ['2000'], earnedByOthers: { D1: { pay: '110', credit: '2000' } } },
    earns: '110',
  },
};

function priced({ of, unmatched }: RateMatch, given: Given, deal: Deal, size: Exact): DealPay {
  const { words } = given;
  if (deal.returned === true) return { amount: ZERO, text: () => 'settled by the rule on returns' };
  const other = given.earnedByOthers(of, deal);
  if (other?.none !== undefined) return unpriced(`the rate of ${of} for ${deal.id} is not known: ${other.none}`);
  if (other === undefined || other.credit.isZero()) {
    const why = other === undefined ? `nobody else is credited with ${deal.id} by ${of}` : `the others' credit of ${deal.id} by ${of} is zero, so it has no rate`;
    if (unmatched === 'error') given.refuse(why, 'credit somebody with it there, keep such deals out of the measure with where:, or write unmatched: nothing');
    return { amount: ZERO, took: [1], text: () => `${why}: it pays nothing, as the plan says` };
  }
  const rate = other.pay.over(other.credit);
  const amount = size.times(rate);
  return { amount, took: [0], text: () => `${words.amount(size, given.baseType)} × ${words.percent(rate)}, which it earned for ${other.people === 1 ? 'another' : `${other.people} others`} by ${of}, = ${words.money(amount)}` };
}
