/** Payment rules of random worlds, with the same accounts from version to version, and entries by hand. */
import { date, serial } from '../oracle/day.ts';
import type { CalendarJson, EndJson, EntryJson, PacedJson, PaymentJson, PlanJson, PointJson } from '../oracle/world.ts';
import { windowsIn } from './calendar.ts';
import type { Dice } from './dice.ts';

const KINDS = ['negative', 'draw', 'guarantee', 'advance', 'hold', 'hold', 'instalments', 'payment-cap', 'minimum-payment'] as const;

export function paymentOf(dice: Dice, calendar: CalendarJson): PaymentJson {
  const windows = windowsIn(calendar);
  const kind = dice.one(...KINDS);
  const account = `${kind.replace('-', '_')}${dice.one('', '_b')}`;
  const leaving = dice.one('continue' as const, 'forfeit' as const);
  switch (kind) {
    case 'negative': {
      const rule = dice.one('floor-carry' as const, 'floor-carry' as const, 'floor-carry' as const, 'floor-lose' as const, 'pay' as const);
      const carries = rule === 'floor-carry';
      return { account, kind, rule, expires: carries ? dice.one(null, 1, 2) : null, resets: carries ? dice.one(null, ...windows) : null, leaving: carries ? dice.one('carry', 'forgive') : 'carry' };
    }
    case 'draw':
      return { account, kind, amount: pacedOf(dice, calendar), recover: dice.one('100%', '50%', '1/3'), from: dice.one(null, pointOf(dice)), until: dice.one(null, pointOf(dice)), downTo: dice.one(null, null, steady('0', 'period'), pacedOf(dice, calendar)), end: dice.one<EndJson>('carry', 'forgive', 'collect', { downTo: dice.one('50', '20.005'), rest: dice.one('carry', 'forgive') }) };
    case 'guarantee':
      return { account, kind, amount: pacedOf(dice, calendar), until: dice.one(null, pointOf(dice)) };
    case 'advance':
      return { account, kind, amount: pacedOf(dice, calendar), after: dice.one(1, 2, 3), until: dice.one(null, pointOf(dice)) };
    case 'hold': {
      const until = dice.one<PointJson | { hand: true }>({ number: 1 }, { number: 2 }, { number: 2 }, { day: dayOf(dice) }, { hand: true });
      return { account, kind, share: dice.one('10%', '50%', '1/3', '100%'), of: dice.one(null, ['c1']), until, forfeitAfter: dice.one(null, null, 1, 2, 3), leaving: dice.one(leaving, 'release') };
    }
    case 'instalments':
      return { account, kind, ...dice.one(...PARTS), of: dice.one(null, ['c1']), spread: dice.one(true, false), leaving: dice.one(leaving, 'pay') };
    case 'payment-cap': {
      const over = dice.one(null, ...windows);
      if (over !== null) return { account, kind, amount: pacedOf(dice, calendar), over, atEnd: dice.one('pay', 'lose', 'carry'), expires: dice.one(null, null, 2), resets: null, atReset: 'lose', leaving: dice.one(leaving, 'pay') };
      return { account, kind, amount: pacedOf(dice, calendar), over, atEnd: 'carry', expires: dice.one(null, 1, 2), resets: dice.one(null, ...windows), atReset: dice.one('lose', 'pay'), leaving: dice.one(leaving, 'pay') };
    }
    case 'minimum-payment':
      return { account, kind, at: dice.one('25', '60.01'), leaving: dice.one('pay', 'continue') };
  }
}

const PARTS: readonly Pick<Extract<PaymentJson, { kind: 'instalments' }>, 'parts' | 'every' | 'after'>[] = [
  { parts: 2, every: 1, after: null },
  { parts: 3, every: 1, after: null },
  { parts: 7, every: 1, after: null },
  { parts: 3, every: 2, after: null },
  { parts: ['75%', '1/12', '1/12', '1/12'], every: 1, after: [0, 2, 3, 4] },
  { parts: ['1/3', '2/3'], every: 3, after: null },
  { parts: ['10%', '60%', '30%'], every: 1, after: [1, 2, 5] },
];
const steady = (amount: string, pace: string): PacedJson => ({ byService: false, rungs: [{ from: 1, amount, pace }] });
const dayOf = (dice: Dice): string => date(dice.number(serial('2026-01-01'), serial('2026-12-31')));
const pointOf = (dice: Dice): PointJson => dice.one<PointJson>({ day: dayOf(dice) }, { number: dice.number(1, 4) });

/** Schedules by month of service only where periods are calendar months or some of them. */
function pacedOf(dice: Dice, calendar: CalendarJson): PacedJson {
  const civil = calendar.kind === 'months' || calendar.kind === 'quarters';
  const windows: readonly string[] = windowsIn(calendar);
  const paces = ['period', 'week', dice.one('week ending Friday', 'week ending Monday'), ...(civil || calendar.kind === 'halves' || calendar.kind === 'years' ? ['month'] : []), ...windows];
  const amount = (): string => dice.one('40', '100.01', '1_000', '33.335', '250');
  if (!civil || !('starts' in calendar) || !calendar.starts.endsWith('-01') || !dice.rarely(3)) return steady(amount(), dice.one(...paces));
  if (dice.rarely(3)) return { byService: true, rungs: [1, ...dice.some([2, 4, 7, 9])].map((from) => ({ from, amount: amount(), pace: dice.one('week', 'week ending Thursday') })) };
  return { byService: true, rungs: [1, ...dice.some([2, 4, 7, 9])].map((from) => (from > 1 && dice.rarely(3) ? { from, amount: '0', pace: 'period' } : { from, amount: amount(), pace: dice.one('month', 'month', calendar.kind === 'months' ? 'quarter' : 'month') })) };
}

/** Several rules, no two of one account. */
export function paymentsOf(dice: Dice, pool: readonly PaymentJson[]): PaymentJson[] {
  const rules = dice.some(pool).filter((rule, at, all) => all.findIndex(({ account }) => account === rule.account) === at);
  return dice.rarely(3) ? rules.reverse() : rules;
}

const TAKES: Readonly<Record<string, readonly EntryJson['kind'][]>> = { negative: ['forgive'], draw: ['forgive'], advance: ['forgive'], hold: ['release', 'forfeit'] };

export function entriesOf(dice: Dice, ids: readonly string[], plans: readonly PlanJson[]): EntryJson[] {
  return dice.times(1, 4, (index): EntryJson[] => {
    const day = dayOf(dice);
    const { id: plan, currency } = dice.one(...plans);
    // the file has no column of currencies, so that its amounts are in that of the workspace
    if (currency !== 'USD') return [];
    const line = plans.filter((each) => each.id === plan);
    const version = line.find(({ effective }) => effective[0] <= day && day <= effective[1]) ?? line.findLast(({ effective }) => effective[0] <= day) ?? line[0]!;
    const able = (version.payments ?? []).flatMap((rule) => (TAKES[rule.kind] ?? []).map((kind) => ({ kind, account: rule.account })));
    const base = { id: `A${index + 1}`, payee: dice.one(...ids), date: day, plan };
    if (able.length > 0 && dice.rarely(2)) return [{ ...base, ...dice.one(...able), amount: null }];
    return [{ ...base, kind: 'pay', account: null, amount: dice.one('150', '-30.01', '0.01') }];
  }).flat();
}
