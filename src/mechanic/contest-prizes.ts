/** What a contest gives: prizes by place, one prize for a top share of the group, or one for everybody at or above a percentile (CON-03). */
import type { MapNode, Node } from '../document/node.ts';
import { Exact, ONE, total } from '../value/exact.ts';
import { roundTo } from '../value/rounding.ts';
import { field, list, map, NUMBER, oneOf } from './field.ts';
import type { Reader, Words } from './mechanic.ts';

export type Prizes =
  | { readonly kind: 'places'; readonly prizes: readonly Exact[] }
  | { readonly kind: 'share'; readonly share: Exact; readonly count: 'up' | 'down' | 'half-up'; readonly prize: Exact; readonly least: number }
  | { readonly kind: 'percentile'; readonly percentile: Exact; readonly prize: Exact; readonly least: number };

const LEAST = field('The least number of entrants; a smaller group wins nothing.', [5], NUMBER);
const PRIZE = field('What each winner gets.', [500], NUMBER);

export const PRIZES = field('Prizes by place, the first place first; a place that nobody takes is unspent.', [[3000, 2000, 1000]], list(NUMBER, 1, 1000));
export const TOP = field(
  'One prize for each of the best: a share of the entrants, rounded to whole people as stated.',
  [{ share: '10%', count: 'up', prize: 500, 'least-group': 5 }],
  map(
    {
      share: field('The share of the entrants that wins.', ['10%'], NUMBER),
      count: field('How the number of winners is rounded.', ['up'], oneOf({ up: 'up to the next whole number', down: 'down', 'half-up': 'to the nearest, a half up' })),
      prize: PRIZE,
      'least-group': LEAST,
    },
    ['share', 'count', 'prize', 'least-group'],
  ),
);
export const PERCENTILE = field(
  'One prize for everybody at or above a percentile of the entrants, by the nearest rank; who ties with it wins too.',
  [{ at: '90%', prize: 500, 'least-group': 5 }],
  map({ at: field('The percentile.', ['90%'], NUMBER), prize: PRIZE, 'least-group': LEAST }, ['at', 'prize', 'least-group']),
);

/** The prizes in money; `worth` is what one point is worth where prizes are points. */
export function readPrizes(node: MapNode, worth: Exact, reader: Reader): Prizes | undefined {
  const written = (['prizes', 'top', 'percentile'] as const).flatMap((key) => node.entry(key) ?? []);
  const [first, second] = written;
  if (first === undefined || second !== undefined) {
    reader.problem('P463', first === undefined ? 'the contest does not say what is won' : `the contest says what is won by ${first.key} and by ${second!.key}`, second?.keyAt ?? node, { hint: first === undefined ? 'add prizes: [3_000, 2_000, 1_000], top: or percentile:' : 'keep one of them, or make two components' });
    return undefined;
  }
  if (first.key === 'prizes') return readPlaces(first.value, worth, reader);
  const inner = first.value.kind === 'map' ? first.value : undefined;
  const prizeNode = inner?.get('prize');
  const prize = prizeNode === undefined ? undefined : falling([prizeNode], reader)?.[0];
  const share = readShare(inner?.get(first.key === 'top' ? 'share' : 'at'), reader);
  const least = readCount(inner?.get('least-group'), reader);
  if (prize === undefined || share === undefined || least === undefined) return undefined;
  const amount = prize.times(worth);
  if (first.key === 'percentile') return { kind: 'percentile', percentile: share, prize: amount, least };
  const count = inner?.get('count');
  return { kind: 'share', share, count: count?.kind === 'scalar' ? (count.text as 'up' | 'down' | 'half-up') : 'up', prize: amount, least };
}

function readPlaces(node: Node, worth: Exact, reader: Reader): Prizes | undefined {
  const prizes = node.kind === 'list' ? falling(node.items, reader) : undefined;
  return prizes === undefined ? undefined : { kind: 'places', prizes: prizes.map((prize) => prize.times(worth)) };
}

function falling(nodes: readonly Node[], reader: Reader): Exact[] | undefined {
  const prizes: Exact[] = [];
  for (const node of nodes) {
    const number = reader.number(node);
    if (number === undefined) return undefined;
    const before = prizes.at(-1);
    if (number.percent || number.value.sign() <= 0 || (before !== undefined && before.lessThan(number.value))) {
      reader.problem('P462', number.percent ? 'a prize is an amount, not a percent' : number.value.sign() <= 0 ? 'a prize lies above zero' : 'a prize is greater than the one of the place before it', node, { hint: 'write amounts above zero, the greatest first' });
      return undefined;
    }
    prizes.push(number.value);
  }
  return prizes;
}

function readShare(node: Node | undefined, reader: Reader): Exact | undefined {
  const number = node === undefined ? undefined : reader.number(node);
  if (number === undefined || (number.value.sign() > 0 && number.value.lessThan(ONE))) return number?.value;
  reader.problem('P465', 'the share of a contest lies above 0 % and below 100 %', node!, { hint: 'write it with %, such as 10%' });
  return undefined;
}

export function readCount(node: Node | undefined, reader: Reader): number | undefined {
  const number = node === undefined ? undefined : reader.number(node)?.value;
  if (number === undefined) return undefined;
  const { n, d } = number.reduced();
  if (d === 1n && n > 0n && n < 1_000_000n) return +`${n}`;
  reader.problem('P465', 'the least size of a group is a whole number of people', node!, { hint: 'such as 5' });
  return undefined;
}

/** How many of `n` entrants win. */
export function winners({ share, count }: Extract<Prizes, { kind: 'share' }>, n: number): number {
  const whole = roundTo(share.times(Exact.of(n)), { to: ONE, mode: count === 'up' ? 'ceiling' : count === 'down' ? 'floor' : 'half-up' });
  return +`${whole.reduced().n}`;
}

/** What all prizes together cost, as far as that is known before there are entrants. */
export function costOf(prizes: Prizes): Exact | undefined {
  return prizes.kind === 'places' ? total(prizes.prizes) : undefined;
}

export function prizesWords(prizes: Prizes, words: Words): string {
  if (prizes.kind === 'places') return prizes.prizes.map((prize, index) => `place ${index + 1} wins ${words.money(prize)}`).join(', ');
  const least = `; a group of fewer than ${prizes.least} wins nothing`;
  if (prizes.kind === 'percentile') return `everybody at or above the ${words.percent(prizes.percentile)} percentile (nearest rank) wins ${words.money(prizes.prize)}${least}`;
  return `the best ${words.percent(prizes.share)} (rounded ${prizes.count === 'half-up' ? 'to the nearest whole number, a half up' : prizes.count}) win ${words.money(prizes.prize)} each${least}`;
}

