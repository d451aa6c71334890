/** The mechanic `tiers`: a table of edges and rates, read in one of five ways that the plan must name. */
import type { MapNode, Node } from '../document/node.ts';
import { ONE, type Exact } from '../value/exact.ts';
import { axisFormulas, readAxis, type Axis } from './axis.ts';
import { checkMarks } from './back-to-first.ts';
import { field, FORMULA, list, map, NUMBER, oneOf, YES_NO } from './field.ts';
import { interpolated } from './interpolated.ts';
import { marginal } from './marginal.ts';
import { overage } from './overage.ts';
import { checkFills, isPay, payAxis } from './pay-scale.ts';
import type { Mechanic, Reader } from './mechanic.ts';
import { perDeal } from './per-deal.ts';
import { hasResults, isAmount, scaledFigure } from './scaling.ts';
import type { Reading, Tiers } from './reading.ts';
import { readTiers, type Edge } from './tier-table.ts';
import { whole } from './whole.ts';

const READINGS: readonly Reading[] = [marginal, whole, overage, interpolated, perDeal];

export const tiers: Mechanic<Tiers> = {
  key: 'tiers',
  kind: 'formula',
  step: 7,
  where: ['component'],
  summary: 'a table of tiers: the further the result, the better (or lower) the rate',
  about: `A table of tiers from zero upwards. "read" is required, because the readings pay differently: marginal pays each slice at its own tier's rate; whole gives the rate of the tier reached to the whole amount; overage pays the first rate up to the first edge and everything above it at the rate of the tier reached; interpolated spreads an amount over the width of each tier; per-deal pays each deal at the tier in force before or after it.
Edges are written once: "to" in every tier but the last (or "from" in every tier but the first). Interpolated tiers end with a "to" as well, and pay nothing more above it: that is a cap. The scale is the measure paid on, or what "by" names; with "by: attainment of MEASURE" edges are percents of the quota and become amounts by exact multiplication.
A border belongs to the upper tier; "edge: upper-inclusive" gives it to the lower one. Comparisons are exact, never of rounded numbers.
A negative result belongs to the first tier and pays negative, so that a sale and its reversal cancel; interpolated tiers pay nothing below zero.
Without a quota (or with a quota of zero) attainment is not applicable and the component earns 0 with that reason, unless the measure states 0% or 100%: then the base fills the scale up to that place.
In marginal tables a tier with "back-to-first-unit: true" gives its rate to everything below it too once it is reached; the tiers above go on in slices. Pay jumps at marked edges only, and the explanation says by how much.
With "by: pay" marginal edges are amounts that the component has paid: a tier ends once so much was paid, and how much of the measure that takes is divided exactly. Every tier but the last needs a rate above zero.
A marginal table by another measure (deals, a score) needs "apportion: by-index": the measure paid on is cut in proportion, so that of 4 deals against an edge of 3 three quarters of it earn the first rate. An index of zero or less lies in the first tier and still pays. The index alone decides, so a negative measure is cut in the same proportion.
A threshold before it makes all but interpolated pay only on the part above it. Overage and interpolated can be read only along the base or its own attainment, marginal also by index.
With "prorate: [tiers]" in the plan edges in money or units are scaled by days in the plan, with "prorate: [amounts]" the amounts of interpolated tiers.
Also called: step, split, progressive or graduated rates (marginal); back to dollar one at one edge, mixed tiers (marginal with a mark); straight, slab, retroactive or back-to-first-dollar rates (whole); top-band overage, accelerator on all overage (overage); proportional split (interpolated); deal-position rate (per-deal).`,
  schema: map(
    {
      read: field('How the table is read. The readings pay differently, so the word is required.', ['marginal', 'whole'], oneOf(Object.fromEntries(READINGS.map((reading) => [reading.word, reading.meaning])))),
      by: field('What decides the tier: a measure, an attainment, or (in marginal tables) "pay", what the component has paid. Without it: the measure paid on, in its own unit.', ['attainment of revenue', 'deals', 'pay'], FORMULA),
      apportion: field('Of marginal tables by another measure: the measure paid on is cut in proportion to the slices of what decides the tier. Without it such a table is refused.', ['by-index'], oneOf({ 'by-index': 'each slice of the index takes its share of the measure paid on' })),
      edge: field('Which tier owns a border. Without it: the upper one.', ['upper-inclusive'], oneOf({ lower: 'exactly at a border the upper tier holds', 'upper-inclusive': 'exactly at a border the lower tier still holds' })),
      rates: field(
        'The tiers, from the lowest to the highest. The last one is open, except in interpolated tables.',
        [[{ to: '100%', rate: '5%' }, { rate: '8%' }]],
        list(
          map({
            from: field('The lower edge; may be left out, the tier before ends there.', ['100%', 50000], NUMBER),
            to: field('The upper edge; the last tier has none, except in interpolated tables, where nothing more is paid above it.', ['100%', 50000], NUMBER),
            rate: field('What a unit in this tier earns: a share of money, or money for each unit.', ['5%', '1.5 * icr', '2/37', 20], FORMULA),
            'back-to-first-unit': field('Of marginal tables: once this tier is reached its rate holds back to the first unit, so pay jumps at its lower edge. Without it: no.', [true], YES_NO),
            amount: field('Of interpolated tables: what the whole width of this tier is worth.', [1000, '40% of target'], FORMULA),
          }),
          1,
          200,
        ),
      ),
      position: field('Of per-deal tables: whether the running total before or after a deal decides its tier.', ['before'], oneOf({ before: 'the total without the deal', after: 'the total with the deal' })),
      order: field('Of per-deal tables: the columns that deals are sorted by; the last one must be unique.', [['order_date', 'order_id']], list({ type: 'string' }, 1, 8)),
    },
    ['read', 'rates'],
    { defaultSnippets: [{ label: 'marginal tiers by attainment', body: { read: 'marginal', by: 'attainment of ${1:revenue}', rates: [{ to: '100%', rate: '${2:5%}' }, { rate: '${3:8%}' }] } }] },
  ),
  read(node, reader) {
    if (node.kind !== 'map') return undefined;
    const reading = READINGS.find((one) => one.word === wordOf(node, 'read'));
    if (reading === undefined || !checkBase(node, reading, reader)) return undefined;
    const by = node.get('by');
    const axis = isPay(by) ? payAxis(by, reading, reader) : readAxis(by, reader, 'base');
    const deals = readDeals(node, reading, reader);
    if (axis === undefined) return undefined;
    const rows = node.get('rates');
    const table = rows?.kind === 'list' && checkAxis(node, reading, axis, reader) && checkMarks(rows.items, reading, reader) && reading.checkRows?.(rows.items, reader) !== false ? readTiers(rows.items, axis, reading.pays, reader) : undefined;
    if (table === undefined || deals === undefined || (axis.kind === 'pay' && !checkFills(table, by!, reader))) return undefined;
    const edge: Edge = wordOf(node, 'edge') === 'upper-inclusive' ? 'upper-inclusive' : 'lower';
    return { reading, axis, edge, tiers: table, lowers: table.map((tier) => tier.lower), ...deals };
  },
  calculate: (config, given) => config.reading.calculate(config, given),
  formulas: (config) => [...axisFormulas(config.axis), ...config.tiers.map((tier) => (tier.rate ?? tier.amount!).formula)],
  needs: (config) => ({ attainment: config.axis.kind === 'attainment' }),
  branches: (config) => config.tiers.map(({ at }, index) => ({ name: `tier ${index + 1}`, at })),
  withoutAccelerators(config) {
    const below = config.tiers.filter((tier) => tier.lower.lessThan(ONE));
    const last = below.at(-1);
    if (config.axis.kind !== 'attainment' || config.reading.pays === 'amount' || below.length === config.tiers.length || last === undefined) return undefined;
    const { upper: _, ...open } = last;
    return { ...config, tiers: [...below.slice(0, -1), open], lowers: config.lowers.slice(0, below.length) };
  },
  scaled(config, edges, amounts) {
    const [moves, pays] = [hasResults(config.axis) && config.tiers.length > 1 && !edges.equals(ONE), config.tiers.some(({ amount }) => amount !== undefined && isAmount(amount)) && !amounts.equals(ONE)];
    if (!moves && !pays) return undefined;
    const edge = (value: Exact): Exact => (moves ? value.times(edges) : value);
    const scaled = config.tiers.map((tier) => ({ ...tier, lower: edge(tier.lower), ...(tier.upper === undefined ? {} : { upper: edge(tier.upper) }), ...(tier.amount === undefined ? {} : { amount: scaledFigure(tier.amount, amounts) }) }));
    return { ...config, tiers: scaled, lowers: scaled.map(({ lower }) => lower) };
  },
  ends: ({ tiers }) => (tiers.at(-1)!.upper === undefined ? undefined : tiers.at(-1)!.at),
  deals: {
    always: (config) => (config.order === undefined ? undefined : { order: config.order, why: 'each deal is paid at the tier that the deals before it have reached' }),
    pay: (config, given, deals) => config.reading.pay(config, given, deals),
  },
  describe: (config, words) => config.reading.describe(config, words),
  example: {
    title: 'Accelerating commission: a higher rate on the slice above quota',
    yaml: `new_business:
  commission on: revenue
  tiers:
    read: marginal
    by: attainment of revenue
    rates:
      - { to: 100%, rate: 5% }
      - { rate: 8% }`,
    work: '100,000 × 5 % + 20,000 × 8 % = 5,000 + 1,600 = 6,600',
    given: { base: '120000', quota: '100000' },
    earns: '6600',
  },
};

function wordOf(node: MapNode, key: string): string | undefined {
  const value = node.get(key);
  return value?.kind === 'scalar' ? value.text : undefined;
}

/** A share of a ratio is no money. */
function checkBase(node: MapNode, reading: Reading, reader: Reader): boolean {
  if (reading.pays === 'amount' || reader.baseType !== 'ratio') return true;
  reader.problem('P302', `tiers pay a rate on ${reader.on}, and that is a ratio, not money or a number`, node.get('read') ?? node, {
    hint: 'use curve or steps for a ratio, or pay on a money measure "by" the ratio',
  });
  return false;
}

/** Slices can be cut only out of the base, so only the base or its attainment can say where. */
function checkAxis(node: MapNode, reading: Reading, axis: Axis, reader: Reader): boolean {
  const apportion = node.entry('apportion');
  if (apportion !== undefined && (reading.marks !== true || axis.kind !== 'formula')) {
    const why = reading.marks === true ? `this table is read along ${axis.name}, which is cut itself` : `this table is read ${reading.word}`;
    reader.problem('P444', `"apportion" belongs to marginal tables by another measure, and ${why}`, apportion.keyAt, { hint: 'leave out "apportion"' });
    return false;
  }
  if (!reading.cuts || axis.kind !== 'formula' || apportion !== undefined) return true;
  reader.problem('P311', `${reading.word} tiers cut ${axis.on} into slices, and ${axis.name} cannot say where to cut it`, node.get('by') ?? node, {
    expected: `${axis.on} or attainment of ${axis.on}`,
    hint: reading.marks === true ? `add "apportion: by-index", use "read: whole", or "by: attainment of ${axis.on}"` : `use "read: whole", or "by: attainment of ${axis.on}"`,
  });
  return false;
}

/** `position` and `order` belong to per-deal tables, which need both. */
function readDeals(node: MapNode, reading: Reading, reader: Reader): Pick<Tiers, 'position' | 'order'> | undefined {
  const given = (['position', 'order'] as const).map((key) => [key, node.entry(key)] as const);
  if (reading.word !== 'per-deal') {
    for (const [key, entry] of given)
      if (entry !== undefined) reader.problem('P316', `"${key}" belongs to "read: per-deal", and this table is read ${reading.word}`, entry.keyAt, { hint: `leave out "${key}", or write "read: per-deal"` });
    return given.every(([, entry]) => entry === undefined) ? {} : undefined;
  }
  for (const [key, entry] of given) if (entry === undefined) reader.problem('P315', `per-deal tiers need "${key}"`, node, { expected: key, hint: HINTS[key] });
  const order: Node | undefined = node.get('order');
  const position = wordOf(node, 'position');
  if (order === undefined || (position !== 'before' && position !== 'after')) return undefined;
  const columns = reader.orderColumns(order);
  return columns === undefined ? undefined : { position, order: columns };
}

const HINTS = {
  position: 'add "position: before" (the total without the deal decides) or "position: after"',
  order: 'add "order:" with the date column and the id, such as order: [order_date, order_id]',
} as const;
