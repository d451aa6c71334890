/** Leave pay: so much for each day on leave, stated or what a day earned before (TIM-27). */
import type { WindowName } from '../value/calendar.ts';
import { ZERO } from '../value/exact.ts';
import { field, FORMULA, list, map, oneOf } from './field.ts';
import { figureIn, readFigure, type Figure } from './figure.ts';
import type { Given, Known, Mechanic, Outcome } from './mechanic.ts';
import { ended } from './outcome.ts';

interface LeavePay {
  /** Money for a day; absent where a day is worth what it earned before. */
  readonly rate?: Figure;
  readonly average?: WindowName;
  /** Absent: leave of every kind. */
  readonly kinds?: readonly string[];
  readonly openEnded: boolean;
}

export const leavePay: Mechanic<LeavePay> = {
  key: 'leave-pay',
  kind: 'rule',
  step: 10,
  unsold: 'leave',
  where: ['component'],
  summary: 'an amount for each day on leave, added to what was earned',
  about: `Adds, for each day of the period that the person was on leave, a stated amount or what a day earned before. Days are counted as the plan says under "days": weekdays, for example.
"rate" is money for a day, such as target / 90. "average: year" (half, quarter, month) is what the component earned earlier in that window ÷ the days in the plan then; without an earlier period there is no average, and the component earns nothing and says so, where there was leave at all.
"kinds" names the kinds of leave that are paid; without it all are. Leave without a last day counts to the end of the period, or with "open-ended: waits" only once its last day is known.
It comes before a floor and a cap. A closed gate, or a quota of zero because of the leave, ends a component before it: leave pay is then a component of its own, with "rate: 0%". A component that accumulates cannot have it, because it would take the pay of earlier leave back.
Also called paid leave, sick pay or holiday pay on commission.`,
  schema: map(
    {
      rate: field('Money for a day on leave.', ['target / 90', 120], FORMULA),
      average: field('A day is worth what a day earned earlier in this window.', ['year'], oneOf({ month: 'earlier in the month', quarter: 'earlier in the quarter', half: 'earlier in the half year', year: 'earlier in the year' })),
      kinds: field('The kinds of leave that are paid. Without it: all.', [['sick']], list({ type: 'string' }, 1, 50)),
      'open-ended': field('What leave without a last day does. Without it: it counts.', ['waits'], oneOf({ counts: 'it counts to the end of the period', waits: 'it is not paid until its last day is known' })),
    },
    [],
    { minProperties: 1 },
  ),
  read(node, reader) {
    if (node.kind !== 'map') return undefined;
    const word = (key: string): string | undefined => {
      const value = node.get(key);
      return value?.kind === 'scalar' ? value.text : undefined;
    };
    const rateNode = node.get('rate');
    const average = word('average') as WindowName | undefined;
    if ((rateNode === undefined) === (average === undefined)) {
      reader.problem('P383', rateNode === undefined ? 'leave-pay does not say what a day on leave is worth' : 'leave-pay says twice what a day on leave is worth', node, { hint: 'write rate: (money for a day) or average: year, one of them' });
      return undefined;
    }
    const rate = rateNode === undefined ? undefined : readFigure(rateNode, ['money'], reader);
    if (rateNode !== undefined && rate === undefined) return undefined;
    const kinds = node.get('kinds');
    return {
      ...(rate === undefined ? {} : { rate }),
      ...(average === undefined ? {} : { average }),
      ...(kinds?.kind === 'list' ? { kinds: kinds.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])) } : {}),
      openEnded: word('open-ended') !== 'waits',
    };
  },
  calculate: paid,
  over: (config) => config.average,
  formulas: (config) => (config.rate === undefined ? [] : [config.rate.formula]),
  needs: () => ({ leaves: true }),
  branches: () => [{ name: 'no leave' }, { name: 'leave is paid' }],
  describe: (config) => `Each day on leave${config.kinds === undefined ? '' : ` (${config.kinds.join(', ')})`} pays ${config.rate === undefined ? `what a day earned earlier in the ${config.average}` : config.rate.formula.text}${config.openEnded ? '' : ', once its last day is known'}.`,
  example: {
    title: 'Eight weekdays on leave at a ninetieth of a quarter',
    yaml: `sales:
  commission on: revenue
  rate: 5%
  leave-pay: { rate: 10_000 / 90 }`,
    work: '0 + 8 × 10,000 ÷ 90 = 888.888…, which is 8,000 ÷ 9',
    given: { base: '0', leave: '8' },
    earns: '8000/9',
  },
};

const NONE = [0];
const PAID = [1];

function paid(config: LeavePay, given: Given): Outcome {
  const { amount, words } = given;
  const days = given.leaveDays?.(config.kinds, config.openEnded) ?? ZERO;
  if (days.isZero()) return { amount, took: () => NONE, text: () => 'no paid leave in the period' };
  const rate = dayRate(config, given);
  if (rate.none !== undefined) return ended(rate.none);
  const more = days.times(rate.value);
  return { amount: amount.plus(more), took: () => PAID, text: () => `${words.number(days)} days on leave × ${words.money(rate.value)} = ${words.money(more)}${config.average === undefined ? '' : `, what a day earned earlier in the ${config.average}`}` };
}

function dayRate({ rate, average }: LeavePay, given: Given): Known {
  if (rate !== undefined) return figureIn(rate, given.env);
  const days = given.daysBefore?.(average!) ?? ZERO;
  return days.isZero() ? { none: `a day on leave has no average: nothing was earned earlier in the ${average}` } : { value: given.earnedBefore(average!).over(days) };
}
