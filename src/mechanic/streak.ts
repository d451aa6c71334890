/** A bonus for several periods in a row that all reach a level; one miss begins anew (BON-07). */
import { Exact, ZERO } from '../value/exact.ts';
import { CONDITION, field, FORMULA, map, NUMBER, oneOf } from './field.ts';
import { factsIn, figureIn, holds, readFigure, stated, whyNot, type Figure } from './figure.ts';
import type { Given, Mechanic, Outcome, Reader } from './mechanic.ts';
import type { Node } from '../document/node.ts';
import { ended } from './outcome.ts';

interface Streak {
  readonly when: Figure;
  readonly periods: number;
  readonly pays: Figure;
  readonly then: 'restart' | 'go-on';
}

const MOST = 60;

export const streak: Mechanic<Streak> = {
  key: 'streak',
  kind: 'formula',
  step: 7,
  where: ['component'],
  summary: 'a bonus when a condition held in several periods in a row',
  about: `Pays "pays" in a period in which "when" holds and has held in the periods before it, "periods" of them in all. One period in which it does not hold begins the count anew, and so does one in which it cannot be told (no quota, 0 ÷ 0).
"then" must say what comes after a payment: restart counts from one again, so that three in a row pay every third period; go-on pays in every further period while the streak lasts.
Periods before the person was in the plan are neither hits nor misses: the count begins with the first period in the plan. A period in which the person was away is passed over. A part of a period counts as a period.
Each period is read with its own measures, quotas and people columns. A version with on-version-change: accumulate counts on across versions, any other begins anew. The count goes over the turn of the year.
A return that belongs to an earlier period changes the count in later ones only if it carries that period's date. It cannot stand in a component that accumulates. Also called consistency bonus, run, in a row.`,
  schema: map(
    {
      when: field('What must hold in each of the periods.', ['attainment of revenue >= 80%', 'deals >= 5'], CONDITION),
      periods: field('How many in a row, this one included: 2 to 60.', [3], NUMBER),
      pays: field('What is paid: money, a formula, or a share of the target.', [1000, '10% of target'], FORMULA),
      then: field('What comes after a payment.', ['restart'], oneOf({ restart: 'the count begins anew', 'go-on': 'every further period of the streak pays too' })),
    },
    ['when', 'periods', 'pays', 'then'],
  ),
  read(node, reader) {
    if (node.kind !== 'map') return undefined;
    const [whenNode, paysNode, count, then] = [node.get('when'), node.get('pays'), node.get('periods'), node.get('then')];
    const when = whenNode === undefined ? undefined : readFigure(whenNode, ['yes-no'], reader);
    const pays = paysNode === undefined ? undefined : readFigure(paysNode, ['money'], reader);
    const periods = count === undefined ? undefined : readCount(count, reader);
    if (when === undefined || pays === undefined || periods === undefined || then?.kind !== 'scalar') return undefined;
    return { when, pays, periods, then: then.text === 'restart' ? 'restart' : 'go-on' };
  },
  calculate,
  formulas: ({ when, pays }) => [when.formula, pays.formula],
  branches: () => [{ name: 'no streak' }, { name: 'the streak pays' }],
  accumulating: 'never',
  describe: ({ when, periods, pays, then }, words) =>
    `Pays ${pays.fixed === undefined ? stated(pays) : words.money(pays.fixed.value)} when ${when.formula.words()} in ${periods} periods in a row. ${then === 'restart' ? 'After a payment the count begins anew.' : 'Every further period of the streak pays too.'}`,
  example: {
    title: 'A thousand for three periods in a row at 80 % or more',
    yaml: `consistency:
  bonus on: revenue
  streak: { when: attainment of revenue >= 80%, periods: 3, pays: 1_000, then: restart }`,
    work: '90 % is one of three, and there were none before: 0',
    given: { base: '90', quota: '100' },
    earns: '0',
  },
};

function readCount(node: Node, reader: Reader): number | undefined {
  const read = reader.number(node);
  if (read === undefined) return undefined;
  for (let count = 2; count <= MOST; count++) if (read.value.equals(Exact.of(count))) return count;
  reader.problem('P443', `a streak is 2 to ${MOST} whole periods long`, node, { found: node.kind === 'scalar' ? node.text : '', hint: 'write periods: 3' });
  return undefined;
}

function calculate(config: Streak, given: Given): Outcome {
  const { when, periods, pays, then } = config;
  const { words } = given;
  const now = holds(when, given.env);
  const facts = factsIn(when, given.env, words);
  const why = `${when.formula.text} ${now === undefined ? `cannot be told: ${whyNot(when, given.env)}` : `${now ? 'holds' : 'does not hold'}${facts === '' ? '' : `: ${facts}`}`}`;
  if (now !== true) return { amount: ZERO, took: () => [0], text: () => `no streak: ${why}` };
  const before: string[] = [];
  for (const { id, env } of given.earlier()) {
    if (holds(when, env) !== true) break;
    before.push(id);
  }
  const run = before.length + 1;
  const reached = then === 'go-on' ? run >= periods : run % periods === 0;
  const place = then === 'go-on' ? run : ((run - 1) % periods) + 1;
  const row = (): string => (place === 1 ? '' : ` (with ${before.slice(0, place - 1).reverse().join(', ')})`);
  if (!reached) return { amount: ZERO, took: () => [0], text: () => `${place} of ${periods} in a row${row()}: ${why}` };
  const amount = figureIn(pays, given.env);
  if (amount.none !== undefined) return ended(amount.none);
  return { amount: amount.value, took: () => [1], text: () => `${place} in a row${row()} pay ${words.money(amount.value)}${pays.fixed === undefined ? ` (${stated(pays)})` : ''}: ${why}` };
}
