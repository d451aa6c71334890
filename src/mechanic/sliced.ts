/**
 * Readings that cut the measure paid on into slices, each at one rate. Which table of slices holds may depend on the tier
 * reached (a mark back to the first unit, the rate of all overage); where that makes pay jump, the jump is said in money,
 * because a cliff that nobody sees is the usual complaint (COM-10, COM-11; mechanics.md §0, "Edges").
 */
import { total, type Exact } from '../value/exact.ts';
import { placeWords } from './axis.ts';
import type { Deal, DealPay, Given, Known, Outcome } from './mechanic.ts';
import { ended } from './outcome.ts';
import { edgesByPay, highest } from './pay-scale.ts';
import { cut, edgesInBase, isMirrored, payInOrder, sumOf, type Piece } from './pieces.ts';
import { rateIn, rateWords } from './rate-figure.ts';
import type { Reading, Tiers } from './reading.ts';
import { tierAt, tierWords } from './tier-table.ts';

/** The table that holds for everybody who stands in one tier. */
export interface Stand {
  /** Indexes of the tiers whose lower edges cut the base; the first slice begins at zero whatever its index. */
  readonly edges: readonly number[];
  /** The tier whose rate each slice earns. */
  readonly rates: readonly number[];
  /** The tier whose lower edge brought this table: pay may jump there. 0: none did. */
  readonly since: number;
  /** What is special about a slice, in words; '' where nothing is. `place`: the lower edge of a tier. */
  note?(slice: number, place: (tier: number) => string): string;
}

/** Undefined: the tiers as they are written, wherever one stands. */
export type StandIn = (config: Tiers, tier: number) => Stand | undefined;

export function sliced(standIn: StandIn): Pick<Reading, 'calculate' | 'pay'> {
  return {
    calculate(config, given): Outcome {
      const mirrored = isMirrored(config.axis, given);
      const base = mirrored ? given.base.negated() : given.base;
      const lowers = edgesOf(config, given, base, standIn(config, 0) === undefined);
      if (typeof lowers === 'string') return ended(lowers);
      const table = tableIn(config, lowers, standIn, base);
      const slices = cut(table.lowers, given.from, base, ratesOf(config, given, table.rates));
      if (typeof slices === 'string') return ended(slices);
      const pieces = mirrored ? slices.map((slice) => ({ ...slice, size: slice.size.negated(), amount: slice.amount.negated() })) : slices;
      const outcome = sumOf(given, pieces, (piece) => ({ text: line(config, given, piece, table), amount: piece.amount, tier: (table.rates?.[piece.tier] ?? piece.tier) + 1, on: piece.size, at: config.tiers[table.rates?.[piece.tier] ?? piece.tier]!.at }));
      return table.stand === undefined ? outcome : { ...outcome, text: () => `${outcome.text()}${cliffWords(config, lowers, standIn, table.stand!.since, given)}` };
    },
    // the table of the total holds for each deal, as the rate of whole tiers does, so that deals add up to the sum
    pay(config, given, deals: readonly Deal[]): readonly DealPay[] {
      const lowers = edgesOf(config, given, config.axis.kind === 'pay' ? highest(deals) : given.base, false);
      const mirrored = isMirrored(config.axis, given);
      const table = typeof lowers === 'string' ? undefined : tableIn(config, lowers, standIn, mirrored ? given.base.negated() : given.base);
      return payInOrder(given, deals, table?.lowers ?? lowers, ratesOf(config, given, table?.rates), (piece) => line(config, given, piece, table), mirrored);
    },
  };
}

/** `near`: edges at or above `reach` play no part. */
function edgesOf(config: Tiers, given: Given, reach: Exact, near: boolean): readonly Exact[] | string {
  return config.axis.kind === 'pay' ? edgesByPay(config, given, reach) : edgesInBase(config.axis, config.lowers, given, near ? reach : undefined);
}

interface Table {
  readonly lowers: readonly Exact[];
  readonly rates: readonly number[] | undefined;
  readonly stand: Stand | undefined;
}

function tableIn(config: Tiers, lowers: readonly Exact[], standIn: StandIn, base: Exact): Table {
  return tableOf(lowers, standIn(config, tierAt(lowers, base, config.edge)));
}

function tableOf(lowers: readonly Exact[], stand: Stand | undefined): Table {
  if (stand === undefined) return { lowers, rates: undefined, stand };
  return { lowers: stand.edges.flatMap((edge, slice) => (slice === 0 ? lowers[0]! : (lowers[edge] ?? []))), rates: stand.rates, stand };
}

function ratesOf(config: Tiers, given: Given, rates: readonly number[] | undefined): (slice: number) => Known {
  return (slice) => rateIn(config.tiers[rates?.[slice] ?? slice]!.rate!, given.env, given);
}

function line(config: Tiers, given: Given, piece: Piece, table: Table | undefined): string {
  const { words, baseType } = given;
  const tier = table?.rates?.[piece.tier] ?? piece.tier;
  const rate = rateWords(config.tiers[tier]!.rate!, piece.rate, words);
  const note = table?.stand?.note?.(piece.tier, (each) => placeWords(config.axis, config.lowers[each]!, words)) ?? '';
  const unit = config.axis.kind === 'pay' ? ' of pay' : '';
  return `${tierWords(config.tiers, tier, config.axis, words)}${unit}${note}: ${words.amount(piece.size, baseType)} × ${rate} = ${words.money(piece.amount)}`;
}

/** What pay of exactly `at` changes by when the table of `tier` takes the place of the one before; undefined when a rate is not known. */
export function jumpAt(config: Tiers, lowers: readonly Exact[], standIn: StandIn, tier: number, from: Exact, rateOf: (tier: number) => Known): Exact | undefined {
  const at = lowers[tier];
  if (at === undefined) return undefined;
  const [after, before] = [tier, tier - 1].map((reached) => {
    const table = tableOf(lowers, standIn(config, reached));
    const pieces = cut(table.lowers, from, at, (slice) => rateOf(table.rates?.[slice] ?? slice));
    return typeof pieces === 'string' ? undefined : total(pieces.map((piece) => piece.amount));
  });
  return after === undefined || before === undefined ? undefined : after.minus(before);
}

/** `; at 50.00 USD pay jumps by 1.00 USD`: the cliff that the payee has passed. */
function cliffWords(config: Tiers, lowers: readonly Exact[], standIn: StandIn, since: number, given: Given): string {
  const jump = since === 0 ? undefined : jumpAt(config, lowers, standIn, since, given.from, (tier) => rateIn(config.tiers[tier]!.rate!, given.env, given));
  if (jump === undefined || jump.isZero()) return '';
  const { words } = given;
  return `; at ${placeWords(config.axis, config.lowers[since]!, words)} pay ${jump.sign() > 0 !== isMirrored(config.axis, given) ? 'jumps' : 'falls'} by ${words.money(jump.abs())}`;
}
