/**
 * Balances that come from another plan: that plan exists and is another one, has the same periods (what is held knows them by
 * name), and some account of it is there to come along, kept by the same mechanic.
 */
import { didYouMean, either } from '../../diagnostic/suggest.ts';
import type { CalendarSpec, Plan } from '../model.ts';
import { quoted } from '../shape-words.ts';
import type { SetCheck } from './check.ts';

export const checkBalancesFrom: SetCheck = (plans, _workspace, problems) => {
  const names = [...new Set(plans.map(({ name }) => name))];
  for (const plan of plans)
    for (const { name, at } of plan.balancesFrom ?? []) {
      const say = (message: string, hint: string, rest = {}): void => problems.error('P107', message, { at, hint, ...rest });
      const versions = plans.filter((other) => other.name === name);
      const periods = versions.find(({ calendar }) => !alike(calendar, plan.calendar));
      const near = didYouMean(name, names.filter((one) => one !== plan.name));
      if (name === plan.name) say(`plan ${name} takes balances from itself`, 'leave it out: balances go on from version to version of a plan anyway');
      // a plan that could not be read may be the one
      else if (versions.length === 0 && problems.all.some(({ severity }) => severity === 'error')) continue;
      else if (versions.length === 0) say(`plan ${plan.name} takes balances from ${quoted(name)}, and there is no such plan`, near ?? (names.length < 2 ? 'name the plan that people come from by its id' : `other plans are ${either(names.filter((one) => one !== plan.name).slice(0, 20), 'and')}`), { found: name });
      else if (periods !== undefined) say(`plan ${plan.name} takes balances from plan ${name}, which has other periods`, 'give both plans the same calendar, or move the balance by two entries of the adjustments file: see paycurve explain R037', { labels: [{ at: periods.at, text: 'the other plan' }] });
      else checkAccounts(plan, versions, say);
    }
};

function checkAccounts(plan: Plan, versions: readonly Plan[], say: (message: string, hint: string, rest?: object) => void): void {
  const [{ name }] = versions as readonly [Plan];
  const theirs = versions.flatMap(({ payments }) => payments);
  const shared = plan.payments.flatMap((own) => theirs.filter(({ account }) => account === own.account).map((other) => ({ own, other })));
  const accounts = either([...new Set(theirs.map(({ account }) => account))], 'and');
  if (shared.length === 0)
    say(`plan ${plan.name} takes balances from plan ${name}, and has no account of that plan${accounts === '' ? ', which has none' : `: ${accounts}`}`, accounts === '' ? 'leave it out' : 'keep a rule with an account of that name (a draw of 0 per month still recovers), or leave it out');
  for (const { own, other } of shared)
    if (own.mechanic !== other.mechanic) {
      say(`${own.account} is kept by ${own.mechanic.key} in plan ${plan.name} and by ${other.mechanic.key} in plan ${name}`, 'give one of them another account', { labels: [{ at: own.at, text: own.mechanic.key }, { at: other.at, text: other.mechanic.key }] });
      return;
    }
}

function alike(a: CalendarSpec, b: CalendarSpec): boolean {
  const fileOf = (calendar: CalendarSpec): string | undefined => (calendar.kind === 'file' ? calendar.table.files.join() : undefined);
  return a === b || (fileOf(a) === fileOf(b) && (fileOf(a) !== undefined || JSON.stringify(a) === JSON.stringify(b)));
}
