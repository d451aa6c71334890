/** The filters of `run`: which payouts are shown. Periods that are not asked for are settled only where these look back on them. */
import type { Problems } from '../diagnostic/diagnostic.ts';
import { didYouMean, either } from '../diagnostic/suggest.ts';
import type { Payout } from '../engine/index.ts';
import type { Options } from './session.ts';

const FILTERS = ['person', 'plan', 'period'] as const;
const NAMED = 8;

export class RunFilter {
  /** In words: `person ana`. */
  readonly words: readonly string[];
  private readonly wanted: ReadonlyMap<(typeof FILTERS)[number], ReadonlySet<string>>;

  constructor(options: Options) {
    this.wanted = new Map(FILTERS.map((name) => [name, new Set(options.texts(name))]));
    this.words = FILTERS.flatMap((name) => [...this.wanted.get(name)!].map((value) => `${name} ${value}`));
  }

  /** The periods asked for; undefined for all. */
  get periods(): ReadonlySet<string> | undefined {
    const periods = this.wanted.get('period')!;
    return periods.size === 0 ? undefined : periods;
  }

  has(payout: Payout): boolean {
    return this.takes(payout.payee, payout.plan.name, payout.period.id);
  }

  /** Whether only its period is not asked for. */
  passesBy(payout: Payout): boolean {
    return !this.has(payout) && [...this.wanted.get('period')!].some((period) => this.takes(payout.payee, payout.plan.name, period));
  }

  takes(payee: string, plan: string, period: string): boolean {
    const passes = (name: (typeof FILTERS)[number], value: string): boolean => this.wanted.get(name)!.size === 0 || this.wanted.get(name)!.has(value);
    return passes('person', payee) && passes('plan', plan) && passes('period', period);
  }

  /** A name that does not exist is an error: an empty report would look like a payout of nothing. */
  check(name: (typeof FILTERS)[number], known: Iterable<string>, problems: Problems): void {
    const names = new Set(known);
    for (const value of this.wanted.get(name)!)
      if (!names.has(value)) {
        const listed = [...names].slice(0, NAMED);
        const all = names.size === 0 ? `there is no ${name} at all` : `there is ${either(listed, 'and')}${names.size > NAMED ? ` and ${names.size - NAMED} more` : ''}`;
        problems.error('U011', `there is no ${name} "${value}"`, { hint: didYouMean(value, names) ?? all });
      }
  }
}
