/** `balances-from:` of a plan: the plans whose balances come along with a person who goes on from them into this one. */
import { either } from '../diagnostic/suggest.ts';
import type { MapNode } from '../document/node.ts';
import type { Plan } from './model.ts';

/** The plans whose balances come along; undefined where none is named. */
export function readBalancesFrom(root: MapNode): Plan['balancesFrom'] {
  const node = root.get('balances-from');
  const items = node === undefined ? [] : node.kind === 'list' ? node.items : [node];
  const named = items.flatMap((item) => (item.kind === 'scalar' ? [{ name: item.text, at: item.at }] : []));
  return named.length === 0 ? undefined : named.filter(({ name }, index) => named.findIndex((other) => other.name === name) === index);
}

/** The sentence for the plan document; undefined where nothing comes along. */
export function balancesFromSentence({ balancesFrom, payments }: Pick<Plan, 'balancesFrom' | 'payments'>): string | undefined {
  if (balancesFrom === undefined) return undefined;
  const from = either(balancesFrom.map(({ name }) => name), 'and');
  return `Who comes from ${balancesFrom.length === 1 ? `plan ${from}` : `the plans ${from}`} brings along what stands there on ${either(payments.map(({ account }) => account), 'and')}: it goes on here as if it had begun here, and is neither paid, collected nor forgiven on leaving there.`;
}
