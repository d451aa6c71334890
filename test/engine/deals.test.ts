/** What happens to deals one by one, through the whole road from CSV to payout: hand-worked cases, one YAML file for each part. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { travel, type Travelled } from '../arbitrary/road.ts';
import { steps } from './steps.ts';
import { totals, totalsByPlan } from './workbench.ts';

interface Case {
  readonly name: string;
  /** The arithmetic by hand. */
  readonly work?: string;
  readonly source?: string;
  /** Lines of the component `pay`; or the plan below its head. */
  readonly pay?: string;
  readonly plan?: string | readonly string[];
  readonly credits?: string;
  readonly calendar?: string;
  readonly rounding?: string;
  /** How returns name their originals. */
  readonly refers?: string;
  /** `{ column: value }`; columns that are not named are blank. */
  readonly sales: readonly Readonly<Record<string, string | number>>[];
  /** More sources below `data:`. */
  readonly sources?: string;
  /** More files and how paycurve.yaml declares them. */
  readonly workspace?: string;
  readonly lookups?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly people?: string;
  readonly quotas?: string;
  /** `ana 2026-Q1: 50` for each payout that is not zero; `ana ae 2026-Q1: 50` where the plan matters. */
  readonly pays?: readonly string[];
  /** Texts in the explanation. */
  readonly says?: readonly string[];
  /** Codes and messages of warnings, or of the errors that refuse it. */
  readonly warns?: readonly string[];
  readonly refused?: readonly string[];
}

const COLUMNS = ['id', 'date', 'seller', 'co_seller', 'co_share', 'amount', 'currency', 'type', 'customer', 'product', 'months', 'end', 'original'];
const PEOPLE = 'id,from,start,end,role,rate,manager\nana,,,,AE,5%,mia\nbo,,,,AE,5%,mia\nmia,,,,M,1%,\n';

function workspaceOf(one: Case): string {
  return `workspace: bench
currency: USD
calendar: ${one.calendar ?? 'quarters'}
rounding: ${one.rounding ?? '{ to: 0.01, mode: half-up, at: component }'}
plans: plans/*.yaml
data:
  sales:
    files: data/sales.csv
    id: id
    date: date
${one.refers === 'none' ? '' : `    refers-to: ${one.refers ?? 'original'}\n`}    columns: { id: text, date: date, seller: payee?, co_seller: payee?, co_share: ratio?, amount: money(currency), currency: text, type: text, customer: text?, product: text?, months: number?, end: date?, original: text? }
${one.lookups === undefined ? '' : `    lookups: ${one.lookups}\n`}${one.sources ?? ''}people:
  file: data/people.csv
  columns: { id: payee, from: date?, start: date?, end: date?, role: text, rate: ratio, manager: payee? }
${one.quotas === undefined ? '' : 'quotas:\n  file: data/quotas.csv\n  columns: { payee: payee, measure: text, from: date, to: date, amount: money }\n'}${one.workspace ?? ''}
`;
}

function planOf({ pay, plan, credits }: Case): readonly string[] {
  if (plan !== undefined) return typeof plan === 'string' ? [plan] : plan;
  return [`plan: field
effective: 2025-01-01 to 2027-12-31
credits:
${indented(credits ?? 'own: { from: sales, to: seller }', 2)}
measures:
  revenue: { sum: amount, of: own }
components:
  pay:
    commission on: revenue
${indented(pay!, 4)}
`];
}

function indented(text: string, by: number): string {
  return text.trimEnd().split('\n').map((line) => `${' '.repeat(by)}${line}`).join('\n');
}

async function run(one: Case): Promise<Travelled> {
  const rows = one.sales.map((sale) => COLUMNS.map((column) => sale[column] ?? ({ currency: 'USD', type: 'New', seller: 'ana' } as Record<string, string>)[column] ?? '').map((cell) => (cell === '-' ? '' : cell)).join(','));
  return travel(
    {
      workspace: workspaceOf(one),
      plans: planOf(one),
      files: {
        'data/sales.csv': `${COLUMNS.join(',')}\n${rows.join('\n')}\n`,
        'data/people.csv': one.people ?? PEOPLE,
        ...(one.quotas === undefined ? {} : { 'data/quotas.csv': `payee,measure,from,to,amount\n${one.quotas.trim()}\n` }),
        ...one.files,
      },
    },
    { steps: true },
  );
}

for (const file of ['returns', 'by-event', 'crediting']) {
  const table = parse(readFileSync(new URL(`./${file}.yaml`, import.meta.url).pathname, 'utf8')) as { about: string; cases: Case[] };
  describe(table.about, () => {
    for (const one of table.cases)
      test(one.name, async () => {
        const done = await run(one);
        const told = done.problems.map(({ code, message }) => `${code} ${message}`);
        if (one.refused !== undefined) {
          expect(done.problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`)).toEqual(one.refused);
          return;
        }
        const sums = one.pays?.[0]?.split(' ').length === 4 ? totalsByPlan : totals;
        expect(sums(done), steps(done).join('\n')).toEqual(one.pays);
        for (const text of one.says ?? []) expect(steps(done).join('\n')).toContain(text);
        for (const text of one.warns ?? []) expect(told).toContain(text);
        expect(one.work ?? one.warns, 'a case shows its arithmetic').toBeDefined();
        // what does not depend on the order of rows is the same from back to front
        expect(sums(await run({ ...one, sales: [...one.sales].reverse() }))).toEqual(one.pays);
      });
  });
}
