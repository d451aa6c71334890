/** A recorded case as YAML: tables as they were, and every amount with all its digits. */
import type { ComponentResult, Payout } from '../engine/index.ts';
import { total, type Exact } from '../value/exact.ts';
import { figureText, NOT_APPLICABLE } from './figure.ts';
import type { Wanted } from './record.ts';

export interface WrittenTable {
  readonly name: string;
  readonly lines: readonly string[];
}

/** By where they stand in a case. */
export interface WrittenTables {
  readonly roles: readonly WrittenTable[];
  readonly lookups: readonly WrittenTable[];
  readonly rows: readonly WrittenTable[];
}

export function writeCase({ person, periods }: Wanted, payouts: readonly Payout[], { roles, lookups, rows }: WrittenTables): string {
  const several = new Set(payouts.map(({ plan }) => plan.name)).size > 1;
  const expected = togetherBy(payouts, (payout) => `${payout.period.id} ${payout.plan.name}`).flatMap((versions) => expectedLines(versions, periods.includes(versions[0]!.period.id), several));
  return [
    `  - name: ${plain(`${person} in ${periods.join(', ')}`)}`,
    `    only: [${plain(person)}]`,
    ...roles.flatMap((table) => block(table, '    ')),
    ...(lookups.length === 0 ? [] : ['    tables:', ...lookups.flatMap((table) => block(table, '      '))]),
    '    rows:',
    ...rows.flatMap((table) => block(table, '      ')),
    ...(expected.length === 0 ? ['    expect: []'] : ['    expect:', ...expected.map((line) => `      - { ${line} }`)]),
    ...ledgerLines(payouts.filter(({ period }) => periods.includes(period.id)), several),
    '',
  ].join('\n');
}

/** What is earned and payable, and the balances, where something stands between them. Versions of a plan in one period pay together. */
function ledgerLines(payouts: readonly Payout[], several: boolean): readonly string[] {
  const lines = togetherBy(payouts, (payout) => `${payout.period.id} ${payout.plan.name}`).flatMap((versions) => {
    const { payee, period, plan, currency } = versions[0]!;
    if (versions.every(({ payment }) => payment === undefined)) return [];
    const money = (value: Exact): string => `"${figureText(value, 'money', currency)}"`;
    const balances = (versions.at(-1)!.payment?.balances ?? []).filter(({ closing }) => !closing.isZero()).map(({ account, closing }) => `${plain(account)}: ${money(closing)}`);
    const who = `payee: ${plain(payee)}, period: ${plain(period.id)}${several ? `, plan: ${plain(plan.name)}` : ''}`;
    return [`${who}, earned: ${money(total(versions.map((one) => one.payment?.earned ?? one.total)))}, payable: ${money(total(versions.map((one) => one.payment?.paid ?? one.total)))}, balances: { ${balances.join(', ')} }`.replace('{  }', '{}')];
  });
  return lines.length === 0 ? [] : ['    ledger:', ...lines.map((line) => `      - { ${line} }`)];
}

function block({ name, lines }: WrittenTable, margin: string): readonly string[] {
  return [`${margin}${name}: |`, ...lines.map((line) => `${margin}  ${line}`)];
}

/** All of a period that was asked for; of earlier ones what was earned, for nothing that was earned may go unnamed. Versions of a plan in one period pay together. */
function expectedLines(versions: readonly Payout[], asked: boolean, several: boolean): readonly string[] {
  const { payee, period, plan, currency, paid } = versions[0]!;
  const who = `payee: ${plain(payee)}, period: ${plain(period.id)}${several ? `, plan: ${plain(plan.name)}` : ''}`;
  const parts = togetherBy(versions.flatMap(({ components }) => components), ({ component }) => component);
  const components = parts.filter((same) => asked || same.some(({ earned }) => !earned.isZero())).map((same) => `${who}, component: ${same[0]!.component}, ${figures(same, currency, asked)}`);
  if (!asked) return components;
  const payment = paid.currency === currency ? '' : `, paid: "${figureText(total(versions.map((one) => one.paid.amount)), 'money', paid.currency)}", currency: ${paid.currency}`;
  return [...components, `${who}, total: "${figureText(total(versions.map((one) => one.total)), 'money', currency)}"${payment}`];
}

function figures(same: readonly ComponentResult[], currency: string, all: boolean): string {
  const money = `earned: "${figureText(total(same.map(({ earned }) => earned)), 'money', currency)}"`;
  if (!all || same.length > 1) return money;
  const { base, baseType, quota, attainment } = same[0]!;
  const known = (value: ComponentResult['quota'], type: typeof baseType): string => (value?.value === undefined ? NOT_APPLICABLE : `"${figureText(value.value, type, currency)}"`);
  return [money, `base: ${known(base, baseType)}`, ...(quota === undefined ? [] : [`quota: ${known(quota, baseType)}`]), ...(attainment === undefined ? [] : [`attainment: ${known(attainment, 'ratio')}`])].join(', ');
}

function togetherBy<T>(all: readonly T[], key: (one: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return [...groups.values()];
}

/** A text that YAML takes for a text, in quotes where it would not. */
function plain(text: string): string {
  return /^[A-Za-z][\w-]*$|^\d{4}-[A-Z]\w*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text);
}
