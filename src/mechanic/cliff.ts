/** The cliffs of a table in words for the plan document: where pay jumps, and by how much (mechanics.md §0, "Edges"). */
import { ZERO, type Exact } from '../value/exact.ts';
import { placeWords } from './axis.ts';
import type { Words } from './mechanic.ts';
import type { Tiers } from './reading.ts';
import { jumpAt, type StandIn } from './sliced.ts';

/** ` At 50.00 USD pay jumps by 1.00 USD.`: one sentence for each edge where it is known; a rate from a formula has no size yet. */
export function cliffPhrases(config: Tiers, standIn: StandIn, words: Words): string {
  return config.tiers
    .map((_, tier) => {
      if (tier === 0) return '';
      const jump = jumpAt(config, config.lowers, standIn, tier, ZERO, (each) => config.tiers[each]!.rate!.fixed ?? { none: 'a formula' });
      if (jump === undefined || jump.isZero()) return '';
      return ` At ${placeWords(config.axis, config.lowers[tier]!, words)} pay ${jump.sign() > 0 ? 'jumps' : 'falls'} by ${size(config, jump.abs(), words)}.`;
    })
    .join('');
}

/** On a scale of attainment the jump grows with the quota. */
function size(config: Tiers, jump: Exact, words: Words): string {
  if (config.axis.kind !== 'attainment') return words.money(jump);
  return config.tiers[0]!.rate!.unit === 'ratio' ? `${words.percent(jump)} of the quota` : `${words.money(jump)} for each unit of the quota`;
}
