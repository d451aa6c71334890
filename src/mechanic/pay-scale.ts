/**
 * Tiers that what was paid decides, not what was sold: while pay is in tier k, as much of the base is taken as fills it,
 * `(U_k − y) ÷ r_k`, divided exactly (COM-16). Pay rises with the base, so each edge of pay is one place on the base.
 */
import type { Node } from '../document/node.ts';
import { total, ZERO, type Exact } from '../value/exact.ts';
import type { Axis } from './axis.ts';
import type { Deal, Given, Reader } from './mechanic.ts';
import { rateIn } from './rate-figure.ts';
import type { Reading, Tiers } from './reading.ts';
import type { Tier } from './tier-table.ts';

export function isPay(by: Node | undefined): by is Node {
  return by?.kind === 'scalar' && !by.quoted && by.text === 'pay';
}

export function payAxis(by: Node, reading: Reading, reader: Reader): Axis | undefined {
  const { on } = reader;
  if (on === undefined) return undefined;
  const say = (message: string, hint: string): undefined => void reader.problem('P318', message, by, { hint });
  if (reading.marks !== true) return say(`the pay of this component can decide its tiers only in marginal tables, and this one is read ${reading.word}`, 'write "read: marginal", or let a measure decide');
  if (reader.about({ name: 'pay' }) !== undefined) return say('pay is what the component has paid, and a name of this plan too', 'give the measure or column called pay another name');
  return { kind: 'pay', name: 'what it has paid', on, type: 'money' };
}

/** A tier that pays nothing would never be left, and a mark would change the pay that decides it. */
export function checkFills(tiers: readonly Tier[], by: Node, reader: Reader): boolean {
  if (tiers.some((tier) => tier.backToFirst === true)) {
    reader.problem('P318', 'a tier back to the first unit changes what was paid, and that decides the tier here', by, { hint: 'leave out the mark, or let a measure decide' });
    return false;
  }
  const empty = tiers.filter((tier) => tier.upper !== undefined && tier.rate?.fixed?.value.isZero() === true);
  for (const tier of empty) reader.problem('P319', 'a tier with a rate of zero is never filled by what is paid, so the tiers above it could not be reached', tier.at, { hint: 'give it a rate above zero, or let the measure decide the tier' });
  return empty.length === 0;
}

/** The edges in units of the base, as far as one is needed below `reach`. */
export function edgesByPay({ tiers }: Tiers, given: Given, reach: Exact): readonly Exact[] {
  const edges = [ZERO];
  let at = given.from;
  for (let index = 0; index + 1 < tiers.length && reach.compare(at) > 0; index++) {
    const { rate, lower, upper } = tiers[index]!;
    const value = rateIn(rate!, given.env, given);
    if (value.none !== undefined || value.value.sign() < 0) break;
    if (value.value.isZero()) {
      given.refuse(`the rate ${rate!.formula.text} is zero, and a tier that is filled by what is paid would never end`, 'correct the value it comes from, or let the measure decide the tier');
      break;
    }
    at = at.plus(upper!.minus(lower).over(value.value)).reduced();
    edges.push(at);
  }
  return edges;
}

/** The highest running total of deals: a return may have come after it. */
export function highest(deals: readonly Deal[]): Exact {
  let sum = ZERO;
  let most = ZERO;
  for (const deal of deals) {
    sum = total([sum, deal.value]);
    if (sum.compare(most) > 0) most = sum;
  }
  return most;
}
