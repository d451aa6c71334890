/** Credits and measures of random worlds: rules that overlap, measures that leave rules and rows out. */
import type { AnswerWord, CreditJson, MeasureJson, SourceName, WindowWord } from '../oracle/world.ts';
import type { Dice } from './dice.ts';
import { TYPES } from './row.ts';

export function creditsOf(dice: Dice, sources: readonly SourceName[]): CreditJson[] {
  const where = (): readonly string[] | null => (dice.rarely(3) ? dice.some(TYPES) : null);
  const plain = { from: 'sales' as const, share: '100%', split: null, levels: [], where: null };
  const own: CreditJson = { ...plain, name: 'own', to: 'seller', split: dice.one(null, '40%', '1/3', '100%', 'coShare'), where: where(), share: dice.one('100%', '100%', '50%') };
  const extra: CreditJson = { ...plain, name: 'extra', to: 'coOwner', share: dice.one('50%', '1/3', '100%'), where: where() };
  const team: CreditJson = { ...plain, name: 'team', to: 'managers', levels: dice.one<readonly (string | null)[]>(['100%'], ['100%', '50%'], [null, '1/3'], ['1/7', '100%']), where: where() };
  const served: CreditJson = { ...plain, name: 'served', from: 'services', to: dice.one('seller', 'coOwner'), share: dice.one('100%', '25%'), where: where() };
  return [own, ...(dice.rarely(3) ? [extra] : []), ...(dice.rarely(3) ? [team] : []), ...(sources.includes('services') && !dice.rarely(4) ? [served] : [])];
}

type Phasing = NonNullable<MeasureJson['quota']>['phasing'];

export function measuresOf(dice: Dice, id: string, credits: readonly CreditJson[], windows: readonly WindowWord[], periodsInYear: number): MeasureJson[] {
  const window = (): string | null => dice.one(null, null, null, 'period', ...windows.map((word) => `${word}-to-date`), 'rolling 3', 'previous');
  const where = (): readonly string[] | null => (dice.rarely(4) ? dice.some(TYPES) : null);
  const names = credits.filter((credit) => credit.from === 'sales').map((credit) => credit.name);
  const of = names.length === 1 || dice.rarely(3) ? ['own'] : dice.some(names);
  const answer = (): AnswerWord => dice.one('error', 'not-applicable', 'not-applicable', '0%', '100%');
  const weights = periodsInYear === 4 ? ['10%', '20%', '30%', '40%'] : Array.from({ length: periodsInYear }, () => `1/${periodsInYear}`);
  const quota = (): MeasureJson['quota'] => {
    const zero = answer();
    return { phasing: dice.one<Phasing>('exact', 'exact', 'exact', 'even', 'days', periodsInYear === 0 ? 'even' : weights), zero, missing: dice.one(zero, 'not-applicable', 'not-applicable', 'error') };
  };
  const base = { where: null, window: null, ratio: null, quota: null, of };
  const main: MeasureJson = { ...base, name: `${id}_revenue`, kind: 'sum', value: dice.one('amount', 'amount', 'net', 'margin'), where: where(), window: window(), quota: dice.one(quota(), quota(), null) };
  const rest: MeasureJson[] = [
    { ...base, name: 'deals', kind: 'count', value: null, where: where(), window: window(), of: dice.some(names) },
    { ...base, name: `${id}_units`, kind: 'sum', value: 'quantity', window: window(), quota: dice.rarely(3) ? quota() : null },
    { ...base, name: 'customers', kind: 'distinct', value: dice.one('customer', 'type'), window: window() },
    { ...base, name: 'biggest', kind: dice.one('max', 'min'), value: 'amount', window: window() },
  ];
  const meaned = (measure: MeasureJson): MeasureJson => (measure.window === 'rolling 3' && (measure.kind === 'sum' || measure.kind === 'count') ? { ...measure, mean: dice.one('all', 'present') } : measure);
  const some = dice.some(rest, 0).slice(0, 2);
  const under: MeasureJson = { ...base, name: 'new_revenue', kind: 'sum', value: 'amount', where: ['New'], window: dice.one(null, window()) };
  const ratio: MeasureJson = { ...base, name: 'new_part', kind: 'ratio', value: null, of: [], ratio: ['new_revenue', main.name] };
  // a measure counts the rows of one source
  const served: MeasureJson[] = names.length < credits.length && !dice.rarely(4) ? [{ ...base, name: 'served_revenue', kind: 'sum', value: dice.one('amount', 'net'), where: where(), window: window(), of: ['served'] }] : [];
  return [...[main, ...some, ...served].map((measure) => (dice.rarely(2) ? meaned(measure) : measure)), ...(dice.rarely(4) ? [under, ratio] : [])];
}
