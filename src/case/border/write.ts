/** Borders as cases: one table for each component and amount moved, with what the engine pays at, below and above every border. */
import type { TableContract } from '../../data/contract.ts';
import type { Workspace } from '../../plan/model.ts';
import { total, type Exact } from '../../value/exact.ts';
import { figureText } from '../figure.ts';
import { runCase } from '../run.ts';
import type { Case } from '../suite.ts';
import type { PlanBorders, Walk } from './find.ts';

/** The text of a file of cases; '' where there is no border. A plan that stands in a case would have to come along, so its borders are not written. */
export async function bordersAsCases(all: readonly PlanBorders[]): Promise<string> {
  const cases: string[] = [];
  for (const { walks } of all) for (const walk of walks) if (walk.borders.length > 0 && !walk.inCase) cases.push(await tableOf(walk));
  if (cases.length === 0) return '';
  return `# Written by paycurve test --borders --write: what is paid at each border, one unit below and one above. Look at every amount before you keep it.\ncases:\n${cases.join('')}`;
}

async function tableOf({ component, one, ground, who, mover, borders }: Walk): Promise<string> {
  const steps = [...new Map(borders.flatMap(({ below, here, above }) => [below, here, above]).map(({ step, text }) => [step, text]))].sort(([a], [b]) => a - b);
  const runs: { readonly text: string; readonly one: Case; readonly earned: ReadonlyMap<string, string> }[] = [];
  for (const [step, text] of steps) {
    const moved = mover.move(step);
    const ran = await runCase(moved, ground);
    if (!ran.failed) runs.push({ text, one: moved, earned: earnedBy(ran.payouts.filter(({ payee }) => payee === who.payee)) });
  }
  const keys = [...new Set(runs.flatMap(({ earned }) => [...earned.keys()]))];
  const several = new Set(keys.map((key) => key.split('\n')[1])).size > 1;
  return runs
    .map(({ text, one: moved, earned }) =>
      [
        `  - name: ${JSON.stringify(`${component}, ${mover.what} ${text} (from: ${one.name})`)}`,
        `    only: [${JSON.stringify(who.payee)}]`,
        ...tablesIn(moved, ground.workspace),
        earned.size === 0 ? '    expect: []' : '    expect:',
        ...keys.flatMap((key) => {
          const [period, plan, name] = key.split('\n') as [string, string, string];
          const amount = earned.get(key);
          return amount === undefined ? [] : [`      - { payee: ${JSON.stringify(who.payee)}, period: ${JSON.stringify(period)}${several ? `, plan: ${plan}` : ''}, component: ${name}, earned: "${amount}" }`];
        }),
        '',
      ].join('\n'),
    )
    .join('');
}

/** Everything that is earned, by period, plan and component; versions of a plan are added. */
function earnedBy(payouts: Awaited<ReturnType<typeof runCase>>['payouts']): ReadonlyMap<string, string> {
  const amounts = new Map<string, { readonly all: Exact[]; readonly currency: string }>();
  for (const { period, plan, currency, components } of payouts)
    for (const part of components) {
      const key = [period.id, plan.name, part.component].join('\n');
      const known = amounts.get(key) ?? { all: [], currency };
      known.all.push(part.earned);
      amounts.set(key, known);
    }
  return new Map([...amounts].flatMap(([key, { all, currency }]): (readonly [string, string])[] => (total(all).isZero() ? [] : [[key, figureText(total(all), 'money', currency)]])));
}

function tablesIn({ tables }: Case, { sources, tables: lookups, rates, people, hierarchy, quotas }: Workspace): readonly string[] {
  const block = (name: string, text: string, margin: string): string[] => [`${margin}${name}: |`, ...text.trimEnd().split('\n').map((line) => `${margin}  ${line}`)];
  const all = [...tables].map(([contract, { text }]) => ({ contract, text }));
  const among = (known: readonly TableContract[]): typeof all => all.filter(({ contract }) => known.includes(contract));
  const under = (key: string, found: typeof all): string[] => (found.length === 0 ? [] : [`    ${key}:`, ...found.flatMap(({ contract, text }) => block(contract.name, text, '      '))]);
  const named = all.filter(({ contract }) => !sources.some((source) => source === contract) && !lookups.some((table) => table === contract));
  const roles = [people?.table, hierarchy?.table, quotas?.table];
  const nameOf = (contract: TableContract): string => (contract === rates?.table ? 'exchange-rates' : roles.includes(contract) ? contract.name : 'calendar');
  return [...named.flatMap(({ contract, text }) => block(nameOf(contract), text, '    ')), ...under('tables', among(lookups)), ...under('rows', among(sources))];
}
