/** Who got what for one transaction, and where nobody did, why not: every credit and every refusal of a rule, as they happened. */
import { visible } from '../../diagnostic/visible.ts';
import type { Exact } from '../../value/exact.ts';
import { percentText, shortText } from '../../value/display.ts';
import { tableText } from '../layout.ts';

export interface TransactionStory {
  readonly id: string;
  readonly source: string;
  readonly place: string;
  readonly day: string;
  readonly credits: readonly {
    readonly payee: string;
    readonly plan: string;
    readonly rule: string;
    readonly period: string;
    readonly share: Exact;
    readonly adds: readonly { readonly measure: string; readonly value: Exact | undefined }[];
  }[];
  readonly misses: readonly { readonly plan: string; readonly rule: string; readonly why: string }[];
}

export function transactionPage(story: TransactionStory): string {
  const head = visible(`Transaction ${story.id} · ${story.source} · ${story.day} · ${story.place}`);
  const credits = story.credits.map((credit) => [
    credit.payee,
    credit.plan,
    credit.rule,
    credit.period,
    percentText(credit.share, 4),
    credit.adds.length === 0 ? 'no measure counts it' : credit.adds.map(({ measure, value }) => `${measure}${value === undefined ? '' : ` ${shortText(value, 6)}`}`).join(', '),
  ]);
  const columns = ['Payee', 'Plan', 'Rule', 'Period', 'Share', 'Adds to'].map((title) => ({ title, align: title === 'Share' ? ('right' as const) : ('left' as const) }));
  const got = credits.length === 0 ? 'Nobody was credited.\n' : tableText({ columns, rows: credits });
  const misses = [...new Set(story.misses.map((miss) => visible(`  ${miss.plan}, rule ${miss.rule}: ${miss.why}`)))];
  const why = misses.length === 0 ? '' : `\n${credits.length === 0 ? 'Because' : 'Rules that gave nothing'}\n${misses.join('\n')}\n`;
  return `${head}\n\n${got}${why}`;
}
