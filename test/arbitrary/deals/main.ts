/** The component that pays on the deals of a random world. */
import type { ByEventJson, ClawbackJson, FormulaJson, MainJson, MatchJson } from '../../oracle/deals/world.ts';
import type { Dice } from '../dice.ts';
import type { Plot } from './plot.ts';

export function mainOf(dice: Dice, plot: Plot): MainJson {
  const byEvent = dice.rarely(3) ? dice.one(...BY_EVENT) : null;
  const accumulates = byEvent === null && dice.rarely(3) ? dice.one('quarter', 'year') : null;
  return {
    accumulates: plot.calendar === 'quarters' && accumulates === 'quarter' ? 'year' : accumulates,
    formula: formulaOf(dice),
    multiplier: dice.rarely(4) ? dice.one('1.5', '0.333', '2') : null,
    cap: dice.rarely(4) ? dice.one('9', '5.55', '0.02', '100') : null,
    creditCap: dice.rarely(3) ? { at: dice.one('50', '100', '33.33', '150'), of: dice.one('deal', 'credit'), togetherDays: dice.rarely(2) ? dice.one(0, 9, 30) : null, excess: dice.rarely(2) ? dice.one('1%', '3.33%') : null } : null,
    dealMinimum: dice.rarely(6) ? { at: dice.one('1', '3.33', '0.05'), named: dice.rarely(2) } : null,
    dealCap: dice.rarely(4) ? { at: dice.one('5', '3.33', '0.05'), named: dice.rarely(2) } : null,
    earningShare: dice.rarely(4) ? dice.one('share', 'rest') : null,
    byEvent,
    clawback: byEvent !== null || dice.rarely(8) ? null : clawbackOf(dice),
  };
}

const BY_EVENT: readonly ByEventJson[] = [
  { booking: '50%', events: [{ event: 'payment', share: '50%', ofTotal: false }] },
  { booking: '0%', events: [{ event: 'payment', share: '100%', ofTotal: true }] },
  { booking: '1/3', events: [{ event: 'invoice', share: '1/3', ofTotal: false }, { event: 'payment', share: '1/3', ofTotal: true }] },
  { booking: '20%', events: [{ event: 'invoice', share: '50%', ofTotal: true }, { event: 'payment', share: '30%', ofTotal: false }] },
];

export function matchOf(dice: Dice): MatchJson | null {
  if (!dice.rarely(4)) return null;
  const clawback = dice.rarely(2) ? { ...clawbackOf(dice), rate: 'original' as const, attainment: dice.one('reverse' as const, 'keep' as const) } : null;
  return { share: dice.one('1', '20%', '1/3'), unmatched: dice.one('nothing', 'nothing', 'nothing', 'error'), multiplier: dice.rarely(4) ? '1.5' : null, clawback };
}

function formulaOf(dice: Dice): FormulaJson {
  if (dice.rarely(2)) return { kind: 'rate', rate: dice.one('10%', '5%', '3.33%', '1/7', '0%') };
  const tiers = dice.one([['100', '5%'], [null, '8%']], [['60', '10%'], ['120', '3.33%'], [null, '12.5%']], [['50', '0%'], [null, '10%']], [['100', '8%'], [null, '5%']]) as (readonly [string | null, string])[];
  return { kind: 'tiers', read: dice.one('marginal', 'whole'), tiers: tiers.map(([to, rate]) => ({ to, rate })) };
}

function clawbackOf(dice: Dice): ClawbackJson {
  const rate = dice.one('original', 'original', 're-rate');
  const takes = dice.one('all', 'all', '50%', '33.3%', 'time', 'time');
  return {
    takes,
    term: takes === 'time' ? dice.one('3 months', '2 months', '90 days', '45 days', 'months', 'until', 'until') : null,
    within: !dice.rarely(3) ? 'any time' : dice.one('30 days', '2 months', '90 days', 'months', 'until'),
    rate,
    attainment: rate === 're-rate' ? null : dice.one('reverse', 'keep'),
    unmatched: dice.one('nothing', 'as-sale', 'nothing', 'as-sale', 'error'),
    except: dice.rarely(5) ? 'c2' : null,
  };
}
