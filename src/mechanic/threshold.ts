/** Threshold: below it the component pays nothing; from it on it pays the excess, or back to the first unit (COM-24, COM-25). */
import { ONE, ZERO, type Exact } from '../value/exact.ts';
import { attainmentAxis, placeWords, standing, type Axis } from './axis.ts';
import { field, map, NUMBER, oneOf } from './field.ts';
import type { Given, Mechanic } from './mechanic.ts';
import { ended, shut } from './outcome.ts';
import { fullMeasure } from './pieces.ts';
import { hasResults } from './scaling.ts';

interface Threshold {
  readonly axis: Axis;
  readonly at: Exact;
  readonly paysFrom: 'threshold' | 'first-unit';
}

export const threshold: Mechanic<Threshold> = {
  key: 'threshold',
  kind: 'rule',
  step: 6,
  where: ['component'],
  summary: 'the level below which the component pays nothing',
  about: `Below the level the component earns nothing; reached means at or above it, compared exactly. "at" is a percent of the quota of the measure paid on, or an amount (a number) of the measure itself.
"pays-from" is required, because both are common: threshold pays only the part above the level, so pay starts without a jump; first-unit pays everything from the first unit once the level is reached, which is a jump.
rate, per-unit, tiers, accelerate and "gives: rate" tables follow it; curve, steps and matrix have their own start, so for them it only opens or closes the component. The part below the level still counts for attainment.
Below the level later rules of the component (multiplier, floor, cap) do not act. Without a quota a percent cannot be reached or missed: the component earns 0 with that reason. With "prorate: [tiers]" in the plan an amount is scaled by days in the plan.
Also called minimum, hard threshold (threshold) or bump and back-to-first-unit threshold (first-unit).`,
  schema: map(
    {
      at: field('The level: a percent of the quota, or an amount of the measure paid on. At the level it is reached.', ['50%', 10000], NUMBER),
      'pays-from': field('Where pay starts once the level is reached.', ['threshold', 'first-unit'], oneOf({ threshold: 'only the part above the level is paid', 'first-unit': 'everything is paid, back to the first unit' })),
    },
    ['at', 'pays-from'],
  ),
  read(node, reader) {
    if (node.kind !== 'map' || reader.on === undefined) return undefined;
    const [at, from] = [node.get('at'), node.get('pays-from')];
    const level = at === undefined ? undefined : reader.number(at);
    if (at === undefined || level === undefined || from?.kind !== 'scalar') return undefined;
    if (level.value.sign() <= 0) {
      reader.problem('P350', 'a threshold lies above zero', at, { hint: 'leave the threshold out, or write a level above zero' });
      return undefined;
    }
    // On a ratio a percent is an amount of the measure itself only when no quota is meant; the plan says it with a gate.
    const axis: Axis = level.percent ? attainmentAxis(reader.on) : { kind: 'base', name: reader.on, on: reader.on, type: reader.baseType ?? 'money' };
    return { axis, at: level.value, paysFrom: from.text === 'first-unit' ? 'first-unit' : 'threshold' };
  },
  calculate(config, given) {
    const { axis, at } = config;
    const place = standing(axis, given);
    if (place.none !== undefined) return ended(place.none);
    const { words } = given;
    const level = (): string => `the threshold of ${placeWords(axis, at, words)}`;
    const here = (): string => `${axis.name} ${placeWords(axis, place.value, words)}`;
    if (place.value.lessThan(at)) return { ...shut(`${here()} is below ${level()}`), took: () => MISSED };
    if (config.paysFrom === 'first-unit') return { from: ZERO, took: () => REACHED, text: () => `${here()} reaches ${level()}; everything is paid from the first unit` };
    const from = inBase(config, given);
    return { from, took: () => REACHED, text: () => `${here()} reaches ${level()}; paid is the part above ${words.amount(from, given.baseType)}` };
  },
  formulas: () => [],
  scaled: (config, edges) => (hasResults(config.axis) && !edges.equals(ONE) ? { ...config, at: config.at.times(edges) } : undefined),
  branches: () => [{ name: 'reached' }, { name: 'missed' }],
  needs: (config) => ({ attainment: config.axis.kind === 'attainment' }),
  describe(config, words) {
    const level = `${placeWords(config.axis, config.at, words)}${config.axis.kind === 'attainment' ? ' of quota' : ` of ${config.axis.on}`}`;
    return `Pays nothing below ${level}. From there on ${config.paysFrom === 'threshold' ? 'only the part above it is paid' : 'everything is paid, back to the first unit'}.`;
  },
  example: {
    title: 'Seven percent of what exceeds 10,000',
    yaml: `excess:
  commission on: revenue
  threshold: { at: 10_000, pays-from: threshold }
  rate: 7%`,
    work: '(15,000 − 10,000) × 7 % = 350',
    given: { base: '15000' },
    earns: '350',
  },
};

const REACHED = [0];
const MISSED = [1];

/** The level in units of the base. */
function inBase(config: Threshold, given: Given): Exact {
  if (config.axis.kind === 'base') return config.at;
  const full = fullMeasure(config.axis, given);
  return 'per' in full ? config.at.times(full.per) : ZERO;
}
