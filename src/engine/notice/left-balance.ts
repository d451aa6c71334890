/**
 * What people owe under a plan that they have left for another: balances go on from version to version of one plan, and to
 * another plan only where that takes them (balances-from), so that pay under the other plan recovers nothing of it. One warning for each pair of plans counts and names them.
 */
import type { Problems } from '../../diagnostic/diagnostic.ts';
import type { Plan } from '../../plan/model.ts';
import type { Day } from '../../value/day.ts';
import { total, type Exact } from '../../value/exact.ts';
import type { Enrolment } from '../enrolment.ts';
import type { Payout } from '../result.ts';
import { wordsIn } from '../words.ts';

interface Debt {
  readonly payee: string;
  readonly owed: Exact;
  readonly accounts: readonly string[];
}

/** People named in the warning; the others are counted. */
const NAMED = 5;

export class LeftBalances {
  private readonly pairs = new Map<string, { readonly plan: Plan; readonly to: string; readonly debts: Debt[] }>();

  /** `last`: the last payout of each line of plans that the person is in, through this day. */
  see(last: readonly { readonly line: readonly Enrolment[]; readonly payout: Payout }[], through: Day): void {
    if (last.length < 2) return;
    for (const { line, payout } of last) {
      const owing = payout.payment?.balances.filter(({ closing }) => closing.sign() < 0) ?? [];
      if (owing.length === 0) continue;
      const left = lastDay(line);
      const next = last.find((other) => firstDayAfter(other.line, left) <= through);
      if (next === undefined) continue;
      const { plan } = payout;
      const to = next.payout.plan.name;
      const key = `${plan.name}\n${to}`;
      const pair = this.pairs.get(key) ?? { plan, to, debts: [] };
      this.pairs.set(key, pair);
      pair.debts.push({ payee: payout.payee, owed: total(owing.map(({ closing }) => closing)).negated(), accounts: owing.map(({ account }) => account) });
    }
  }

  warn(problems: Problems): void {
    for (const { plan, to, debts } of this.pairs.values()) {
      const { money } = wordsIn(plan.currency);
      const named = debts.slice(0, NAMED).map(({ payee, owed, accounts }) => `${payee} ${money(owed)} (${accounts.join(', ')})`);
      const more = debts.length > NAMED ? ` and ${debts.length - NAMED} more` : '';
      problems.warning('R037', `${debts.length === 1 ? '1 person' : `${debts.length} people`} left plan ${plan.name} owing ${money(total(debts.map(({ owed }) => owed)))} and went on in plan ${to}, where nothing of it is recovered: ${named.join(', ')}${more}`, {
        at: plan.payments[0]?.at ?? plan.at,
        hint: `write balances-from: [${plan.name}] in plan ${to}, with a rule for the account there, or move the balance by two entries of the adjustments file: see paycurve explain R037`,
      });
    }
  }
}

function lastDay(line: readonly Enrolment[]): Day {
  return Math.max(...line.flatMap(({ spans }) => spans.filter(({ own }) => own).map(({ to }) => to)));
}

/** The first day after this one on which the person is in the plan; none is beyond all days. */
function firstDayAfter(line: readonly Enrolment[], day: Day): Day {
  return Math.min(...line.flatMap(({ spans }) => spans.filter(({ own, to }) => own && to > day).map(({ from }) => Math.max(from, day + 1))));
}
