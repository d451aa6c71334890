/**
 * Split of the earning: what a deal earned is shared, not the credit, so that a progressive table is read with the whole deal
 * by everybody (CRD-05). Each person's component says whether it has the share of a column or what that leaves.
 */
import type { Node } from '../document/node.ts';
import { ONE, ZERO, Exact } from '../value/exact.ts';
import { field, map, oneOf } from './field.ts';
import type { Deal, DealPay, Given, Mechanic, Reader } from './mechanic.ts';

interface EarningShare {
  readonly column: string;
  readonly has: 'share' | 'rest';
}

export const earningShare: Mechanic<EarningShare> = {
  key: 'earning-share',
  kind: 'rule',
  step: 8,
  where: ['component'],
  summary: 'shares what a deal earned, instead of its credit',
  about: `Everybody is credited with the whole deal (a credit rule each, without split), so that tiers and attainment see all of it; then each is paid a share of what the deal earned. "share" is the ratio column of the row with the share that is given away, and "has" says whether this component has that share or the rest.
A blank share gives nothing away: the rest is all of it. A return that names its original (refers-to) is shared as that was. A share below 0 or above 100 % is refused with the deal.
It acts after the minimum and cap of each deal, so the parts sum to what the deal earned, apart from each person's own rounding and rate. To split the credit instead, see paycurve help split.
Also called split commission, fee sharing.`,
  schema: map(
    {
      share: field('The ratio column with the share that is given away.', ['co_share'], { type: 'string' }),
      has: field('Which part this component pays.', ['rest'], oneOf({ share: 'the share in the column', rest: 'what it leaves' })),
    },
    ['share', 'has'],
  ),
  read: (node, reader) => (node.kind === 'map' ? readShare(node.get('share'), node.get('has'), reader) : undefined),
  calculate: (_config, { amount }) => ({ amount, text: () => 'no transaction to share' }),
  formulas: () => [],
  eachDeal: { columns: ({ column }) => [column], pay: (config, given, deals, pays) => pays.map((pay, index) => shared(config, given, deals[index]!, pay)) },
  describe: ({ column, has }) => (has === 'share' ? `Pays the share in ${column} of what each deal earned.` : `Pays what ${column} leaves of what each deal earned.`),
  example: {
    title: 'A partner has 40 % of what the deal earns, and the owner the rest',
    yaml: `owner_commission:
  commission on: revenue
  rate: 10%
  earning-share: { share: co_share, has: rest }`,
    work: '80,000 × 10 % = 8,000, of which the partner has 40 %: 4,800 are left',
    given: { base: '80000', deals: [{ value: '80000', columns: { co_share: '40%' } }] },
    earns: '4800',
  },
};

function readShare(share: Node | undefined, has: Node | undefined, reader: Reader): EarningShare | undefined {
  const column = share === undefined ? undefined : reader.column(share);
  if (column === undefined || has?.kind !== 'scalar') return undefined;
  if (column.kind === 'ratio') return { column: column.name, has: has.text as EarningShare['has'] };
  reader.problem('P485', `${column.name} is a share, and it is declared as ${column.kind}, not ratio`, share!, { found: column.kind, expected: 'ratio', hint: `declare ${column.name}: ratio?` });
  return undefined;
}

function shared({ column, has }: EarningShare, given: Given, deal: Deal, pay: DealPay): DealPay {
  const value = deal.sold === undefined ? deal.column(column) : deal.sold(column);
  const { words } = given;
  const away = value instanceof Exact ? value : ZERO;
  if (away.sign() < 0 || !ONE.atLeast(away)) given.refuse(`the share ${column} of ${deal.id} is ${words.percent(away)}`, 'a share lies between 0 and 100 %; correct the row');
  const part = has === 'share' ? away : ONE.minus(away);
  if (part.equals(ONE)) return pay;
  const amount = pay.amount.times(part);
  return { ...pay, amount, text: () => `${pay.text()}; of that ${words.percent(part)} (${has === 'share' ? column : `what ${column} leaves`}) = ${words.money(amount)}` };
}
