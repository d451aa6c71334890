/** What each objective pays. An objective without a score is an error and never a zero (BON-08). */
import { HUNDRED, least, ONE, total, ZERO, Exact } from '../value/exact.ts';
import { exactText } from '../value/display.ts';
import type { Deal, DealPay, Given } from './mechanic.ts';
import type { Objectives } from './objective-fields.ts';
import { unpriced } from './outcome.ts';

interface Scored {
  readonly name: string;
  readonly weight: Exact;
  readonly score: Exact;
  /** What the score counts. */
  readonly counts: Exact;
  readonly by: string;
}

export function payObjectives(config: Objectives, given: Given, deals: readonly Deal[]): readonly DealPay[] {
  const fault = faultOf(config, deals);
  if (fault !== undefined) {
    given.refuse(fault.what, fault.hint);
    return deals.map(() => unpriced(fault.what));
  }
  const target = given.env.target();
  if (target.value === undefined) return deals.map(() => unpriced(`target is not applicable: ${target.none}`));
  const scored = deals.map((deal) => scoredOf(config, deal));
  const sum = total(scored.map(({ weight, counts }) => weight.times(counts)));
  const missed = config.minimum !== undefined && sum.lessThan(config.minimum);
  return scored.map((one): DealPay => {
    const amount = missed ? ZERO : target.value.times(one.weight).times(one.counts);
    return { amount, took: [missed ? 2 : one.counts.isZero() ? 1 : 0], text: () => textOf(config, given, one, amount, target.value, missed ? sum : undefined) };
  });
}

function scoredOf(config: Objectives, deal: Deal): Scored {
  const name = String(deal.column(config.objective));
  const score = deal.column(config.score) as Exact;
  const { reading, pass } = config;
  const counts = reading.kind === 'pass-fail' ? (score.atLeast(reading.pass) ? ONE : ZERO) : pass !== undefined && score.lessThan(pass) ? ZERO : least(score, reading.atMost);
  const said = (column: string | undefined, words: string): string => {
    const value = column === undefined ? null : deal.column(column);
    return typeof value === 'string' ? `${words}${value}` : '';
  };
  return { name, weight: weightOf(config, deal, name)!, score, counts, by: `${said(config.scorer, ', scored by ')}${said(config.evidence, ', evidence: ')}` };
}

function textOf({ reading, pass, minimum }: Objectives, { words }: Given, { name, weight, score, counts, by }: Scored, amount: Exact, target: Exact, sum: Exact | undefined): string {
  const cut = reading.kind === 'pass-fail' ? (counts.isZero() ? `, below ${words.percent(reading.pass)}, does not pass` : ', passes') : counts.equals(score) ? '' : pass !== undefined && score.lessThan(pass) ? `, below ${words.percent(pass)}, counts nothing` : `, counts ${words.percent(counts)}`;
  const what = `${name}: score ${words.percent(score)}${cut}, weight ${words.percent(weight)}${by}`;
  if (sum !== undefined) return `${what}; the total of ${words.percent(sum)} is below the minimum of ${words.percent(minimum!)}`;
  return `${what}: ${words.money(target)} × ${words.percent(weight)} × ${words.percent(counts)} = ${words.money(amount)}`;
}

function weightOf({ weight }: Objectives, deal: Deal, name: string): Exact | undefined {
  if (typeof weight !== 'string') return weight.get(name);
  const value = deal.column(weight);
  return value instanceof Exact ? value : undefined;
}

interface Fault {
  readonly what: string;
  readonly hint: string;
}

/** The first thing that keeps the scores from being the whole truth. */
function faultOf(config: Objectives, deals: readonly Deal[]): Fault | undefined {
  const { weight } = config;
  if (deals.length === 0) return config.noScores === 'nothing' ? undefined : { what: 'there are no scores', hint: 'add the scores, or say no-scores: nothing where a period may have no objectives' };
  const seen = new Set<string>();
  const weights: Exact[] = [];
  for (const deal of deals) {
    const found = faultIn(config, deal, seen, weights);
    if (found !== undefined) return found;
  }
  const missing = typeof weight === 'string' ? [] : [...weight.keys()].filter((name) => !seen.has(name));
  if (missing.length > 0) return { what: `${missing.join(', ')} ${missing.length === 1 ? 'has' : 'have'} no score`, hint: 'add a row with the score; a score of nothing is 0%' };
  const sum = total(weights);
  return sum.equals(ONE) ? undefined : { what: `the weights of the objectives make ${exactText(sum.times(HUNDRED))} %, not 100 %`, hint: 'correct the weights in the file of scores' };
}

function faultIn(config: Objectives, deal: Deal, seen: Set<string>, weights: Exact[]): Fault | undefined {
  const name = deal.column(config.objective);
  if (typeof name !== 'string') return { what: `the objective of ${deal.id} is blank`, hint: `fill in ${config.objective}` };
  if (seen.has(name)) return { what: `${name} is scored twice`, hint: 'keep one row for each objective and period' };
  seen.add(name);
  const weight = weightOf(config, deal, name);
  if (weight === undefined) return typeof config.weight === 'string' ? { what: `the weight of ${name} is blank`, hint: `fill in ${config.weight}` } : { what: `${name} is no objective of the plan`, hint: `the plan has ${[...config.weight.keys()].join(', ')}` };
  weights.push(weight);
  if (weight.sign() < 0) return { what: `the weight of ${name} is negative`, hint: 'correct the weight' };
  const score = deal.column(config.score);
  if (!(score instanceof Exact)) return { what: `${name} has no score`, hint: `fill in ${config.score}; a score of nothing is 0%` };
  if (score.sign() < 0) return { what: `the score of ${name} is negative`, hint: 'scores are zero or more' };
  if (config.scorer !== undefined && typeof deal.column(config.scorer) !== 'string') return { what: `nobody is named who scored ${name}`, hint: `fill in ${config.scorer}` };
  return undefined;
}
