/** The three ways to lay deals into shared bands: by date, pro rata, and by what was paid (COM-16, COM-21, COM-27). */
import { greatest, least, total, ZERO, type Exact } from '../value/exact.ts';
import { bandWords, type Band, type CategoryTiers } from './category-bands.ts';
import { inOrder } from './deal-order.ts';
import type { Deal, DealPay, Given, Known } from './mechanic.ts';
import { unpriced } from './outcome.ts';
import { cut, edgesInBase, type Piece } from './pieces.ts';
import { rateIn, rateWords, type RateFigure } from './rate-figure.ts';

/** In order of date and id: the deal that crosses an edge is cut there. */
export function payByDate(config: CategoryTiers, given: Given, deals: readonly Deal[]): readonly DealPay[] {
  const lowers = edgesInBase(config.axis, lowersOf(config), given);
  return inOrder(deals, given.from, (deal, size, before) => {
    if (typeof lowers === 'string') return unpriced(lowers);
    const start = before.lessThan(given.from) && !given.from.isZero() ? given.from : before;
    const end = start.plus(size);
    const falls = size.sign() < 0;
    return told(config, given, deal, cut(lowers, falls ? end : start, falls ? start : end, (band) => rateOf(config, band, deal, given)), falls);
  });
}

/** Each deal lies in every band with the share that the band has of the total. */
export function payProRata(config: CategoryTiers, given: Given, deals: readonly Deal[]): readonly DealPay[] {
  const { base, from, words, baseType } = given;
  const lowers = edgesInBase(config.axis, lowersOf(config), given);
  // only the widths are wanted here; rates differ from deal to deal
  const slices = typeof lowers === 'string' || base.sign() <= 0 ? [] : (cut(lowers, from, base, () => ({ value: ZERO })) as readonly Piece[]);
  return deals.map((deal): DealPay => {
    if (typeof lowers === 'string') return unpriced(lowers);
    // a total of zero or less has no shares: all of it lies in the first band
    const parts = base.sign() <= 0 ? [{ tier: 0, size: deal.value }] : slices.map(({ tier, size }) => ({ tier, size: deal.value.times(size).over(base) }));
    const pieces: Piece[] = [];
    for (const { tier, size } of parts) {
      const rate = rateOf(config, tier, deal, given);
      if (rate.none !== undefined) return unpriced(rate.none);
      pieces.push({ tier, size, rate: rate.value, amount: size.times(rate.value) });
    }
    const amount = total(pieces.map((piece) => piece.amount));
    return { amount, took: pieces.map(({ tier }) => tier), text: () => (pieces.length === 0 ? `below ${words.amount(from, baseType)}, where pay starts` : pieces.map((piece) => line(config, given, deal, piece)).join('; ')) };
  });
}

/** Bands of pay: of each deal as much is taken as fills the band, `(upper − paid) ÷ rate`; a return empties them from the top. */
export function payOnPay(config: CategoryTiers, given: Given, deals: readonly Deal[]): readonly DealPay[] {
  const lowers = lowersOf(config);
  let paid = ZERO;
  return inOrder(deals, given.from, (deal, size) => {
    const falls = size.sign() < 0;
    const pieces: Piece[] = [];
    let rest = size.abs();
    let band = bandAt(lowers, paid, falls);
    while (rest.sign() > 0) {
      const rate = rateOf(config, band, deal, given);
      if (rate.none !== undefined) return unpriced(rate.none);
      const edge = falls ? (band === 0 ? undefined : lowers[band]) : lowers[band + 1];
      const take = edge === undefined || rate.value.isZero() ? rest : least(rest, edge.minus(paid).abs().over(rate.value));
      const amount = take.times(rate.value);
      pieces.push({ tier: band, size: take, rate: rate.value, amount });
      paid = falls ? paid.minus(amount) : paid.plus(amount);
      rest = greatest(rest.minus(take), ZERO);
      band += falls ? -1 : 1;
    }
    return told(config, given, deal, pieces, falls);
  });
}

function lowersOf({ bands }: CategoryTiers): readonly Exact[] {
  return bands.map((band) => band.lower);
}

/** The band that is filled next; when pay falls, the one that is emptied next. */
function bandAt(lowers: readonly Exact[], paid: Exact, falls: boolean): number {
  let band = 0;
  while (band + 1 < lowers.length && (falls ? lowers[band + 1]!.lessThan(paid) : paid.atLeast(lowers[band + 1]!))) band++;
  return band;
}

function figureOf(config: CategoryTiers, band: number, deal: Deal): RateFigure | undefined {
  const { rates, other }: Band = config.bands[band]!;
  const category = deal.column(config.category);
  return (typeof category === 'string' ? rates.get(category) : undefined) ?? other;
}

function rateOf(config: CategoryTiers, band: number, deal: Deal, given: Given): Known {
  const figure = figureOf(config, band, deal);
  if (figure !== undefined) return rateIn(figure, deal.env, given);
  const category = deal.column(config.category);
  const what = category === null || category === undefined ? `${config.category} of ${deal.id} is blank` : `${config.category} of ${deal.id} is '${String(category)}', which has no rate in band ${band + 1}`;
  given.refuse(what, 'add the category under "rates", or "rate:" for every other one');
  return { none: `${deal.id} has no rate` };
}

function told(config: CategoryTiers, given: Given, deal: Deal, pieces: readonly Piece[] | string, falls: boolean): DealPay {
  if (typeof pieces === 'string') return unpriced(pieces);
  const sum = total(pieces.map((piece) => piece.amount));
  const text = (): string => (pieces.length === 0 ? `below ${given.words.amount(given.from, given.baseType)}, where pay starts` : `${falls ? 'takes back ' : ''}${pieces.map((piece) => line(config, given, deal, piece)).join('; ')}`);
  return { amount: falls ? sum.negated() : sum, took: pieces.map(({ tier }) => tier), text };
}

function line(config: CategoryTiers, given: Given, deal: Deal, { tier, size, rate, amount }: Piece): string {
  const { words, baseType } = given;
  const figure = figureOf(config, tier, deal)!;
  return `${String(deal.column(config.category) ?? 'blank')}, ${bandWords(config, tier, words)}${config.axis.kind === 'pay' ? ' of pay' : ''}: ${words.amount(size, baseType)} × ${rateWords(figure, rate, words)} = ${words.money(amount)}`;
}
