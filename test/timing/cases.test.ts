/** Hand-worked cases about time, quotas and currency: a workspace in a few lines, exact figures by period. A case needs no TypeScript. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { total } from '../../src/value/exact.ts';
import type { Step } from '../../src/engine/index.ts';
import { exactText, travel, type Travelled } from '../arbitrary/road.ts';
import { decimal } from '../engine/workbench.ts';

interface Given {
  readonly calendar?: string;
  readonly currency?: string;
  readonly rounding?: string;
  readonly plan?: string;
  readonly plans?: readonly string[];
  /** Put in the place of `HEAD` in the plan. */
  readonly head?: string;
  readonly people?: string;
  readonly quotas?: string;
  readonly quotaColumns?: string;
  readonly leaves?: string;
  readonly relief?: string;
  readonly reliefColumns?: string;
  readonly rates?: string;
  readonly rateLines?: string;
  readonly planRates?: string;
  readonly periods?: string;
  readonly sales?: string;
  readonly peopleColumns?: string;
}

interface Case extends Given {
  readonly name: string;
  readonly work?: string;
  /** By period (and payee, where it is not ana): figures of the first component. */
  readonly quota?: Readonly<Record<string, string>>;
  readonly base?: Readonly<Record<string, string>>;
  readonly attainment?: Readonly<Record<string, string>>;
  /** What the plan pays, by period; all that is not zero. */
  readonly pays?: Readonly<Record<string, string>>;
  /** What is paid in the currency of payment, by period. */
  readonly paid?: Readonly<Record<string, string>>;
  /** What the employer owes on top, all costs together, by period. */
  readonly costs?: Readonly<Record<string, string>>;
  /** A line of the explanation. */
  readonly says?: string;
  /** `CODE message`, all of them; a message may be left out. */
  readonly problems?: readonly string[];
}

const here = new URL('.', import.meta.url).pathname;

for (const file of readdirSync(here).filter((name) => name.endsWith('.yaml')).sort((a, b) => (a < b ? -1 : 1))) {
  const table = parse(readFileSync(`${here}${file}`, 'utf8')) as Given & { readonly about: string; readonly cases: readonly Case[] };
  describe(`${file.slice(0, -5)}: ${table.about}`, () => {
    for (const one of table.cases) test(one.name, async () => check(one, await run({ ...table, ...one })));
  });
}

function run(given: Given): Promise<Travelled> {
  const file = (name: string, text: string | undefined): Record<string, string> => (text === undefined ? {} : { [`data/${name}.csv`]: `${text.trim()}\n` });
  const table = (key: string, text: string | undefined, columns: string, more = ''): string => (text === undefined ? '' : `${key}:\n  file: data/${key}.csv\n${more === '' ? '' : `  ${more}\n`}  columns: ${columns}\n`);
  const workspace = `workspace: timing
currency: ${given.currency ?? 'USD'}
calendar: ${given.calendar ?? 'quarters'}
rounding: ${given.rounding ?? '{ to: 0.01, mode: half-up, at: component }'}
plans: plans/*.yaml
data:
  sales:
    files: data/sales.csv
    id: id
    date: date
    columns: { id: text, date: date, seller: payee, amount: ${given.rates === undefined ? 'money' : 'money(currency)'}, currency: text, invoiced: date?, type: text? }
${table('people', given.people, given.peopleColumns ?? '{ id: payee, from: date?, start: date?, end: date?, role: text?, target_incentive: money?, fte: ratio }')}${table('quotas', given.quotas, given.quotaColumns ?? '{ payee: payee, measure: text, from: date, to: date, amount: money }')}${table('leaves', given.leaves, '{ payee: payee, from: date, to: date?, kind: text? }')}${table('quota-relief', given.relief, given.reliefColumns ?? '{ payee: payee, measure: text?, from: date, to: date, amount: money?, share: ratio?, reason: text, approver: text }')}${table('exchange-rates', given.rates, '{ date: date, from: text, to: text, rate: number }', given.rateLines)}${table('plan-rates', given.planRates, '{ date: date, from: text, to: text, rate: number }')}`;
  const rows = (given.sales ?? '').trim().split('\n').filter((row) => row !== '').map((row) => {
    const [id, date, seller, amount, currency = given.currency ?? 'USD', invoiced = '', type = ''] = row.split(',');
    return [id, date, seller, amount, currency, invoiced, type].join(',');
  });
  const plans = (given.plans ?? [given.plan!]).map((plan) => plan.replace('HEAD\n', given.head === undefined ? '' : `${given.head.trim()}\n`));
  return travel(
    {
      workspace,
      plans,
      files: {
        'data/sales.csv': `id,date,seller,amount,currency,invoiced,type\n${rows.join('\n')}\n`,
        ...file('people', given.people),
        ...file('quotas', given.quotas),
        ...file('leaves', given.leaves),
        ...file('quota-relief', given.relief),
        ...file('exchange-rates', given.rates),
        ...file('plan-rates', given.planRates),
        ...file('periods', given.periods),
      },
    },
    { steps: true, watch: () => true },
  );
}

function check(one: Case, done: Travelled): void {
  const told = done.problems.map(({ code, message }) => `${code} ${message}`);
  const wanted = one.problems ?? [];
  expect(told.map((line, at) => (wanted[at]?.length === 4 ? line.slice(0, 4) : line)), told.join('\n')).toEqual(wanted);
  for (const problem of done.problems) expect(problem.at ?? problem.data, 'a problem has a place').toBeDefined();
  const figures = (of: (payout: Travelled['payouts'][number]) => string | undefined): Record<string, string> => {
    const found = new Map<string, string>();
    for (const payout of done.payouts) {
      const [key, figure] = [payout.payee === 'ana' ? payout.period.id : `${payout.period.id} ${payout.payee}`, of(payout)];
      // two versions in one period
      if (figure !== undefined) found.set(key, found.has(key) ? `${found.get(key)} and ${figure}` : figure);
    }
    return Object.fromEntries(found);
  };
  const known = (value: { readonly value?: Parameters<typeof exactText>[0] | undefined } | undefined): string => (value?.value === undefined ? 'n/a' : decimal(exactText(value.value)));
  if (one.base !== undefined) expect(figures((payout) => known(payout.components[0]!.base))).toEqual(one.base);
  if (one.quota !== undefined) expect(figures((payout) => known(payout.components[0]!.quota))).toEqual(one.quota);
  if (one.attainment !== undefined) expect(figures((payout) => known(payout.components[0]!.attainment))).toEqual(one.attainment);
  if (one.pays !== undefined) expect(figures((payout) => (payout.total.isZero() ? undefined : decimal(exactText(payout.total))))).toEqual(one.pays);
  if (one.paid !== undefined) expect(figures((payout) => `${decimal(exactText(payout.paid.amount))} ${payout.paid.currency}`)).toEqual(one.paid);
  if (one.costs !== undefined) expect(figures((payout) => (payout.employerCosts === undefined ? undefined : decimal(exactText(total(payout.employerCosts.map(({ amount }) => amount))))))).toEqual(one.costs);
  const texts = (step: Step): string[] => [step.text, ...step.parts.flatMap(texts)];
  const all = done.payouts.flatMap((payout) => (payout.step === undefined ? [] : texts(payout.step)));
  if (one.says !== undefined) expect(all).toContain(one.says);
  for (const text of all) expect(text).not.toMatch(/undefined|NaN|  /);
}
