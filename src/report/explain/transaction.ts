/** Who got what for one transaction, and where nobody did, why not: every credit and every refusal of a rule, as they happened. */
import { visible } from '../../diagnostic/visible.ts';
import { conversionText, converted, type Conversion, type Credit } from '../../engine/index.ts';
import { percentText } from '../../value/display.ts';
import { amountWords } from '../amount.ts';
import { tableText } from '../layout.ts';

/** Gathered credit by credit while rows stream by. */
export interface TransactionStory {
  readonly id: string;
  readonly source: string;
  readonly place: string;
  readonly day: string;
  /** Where it counts, if not on its own day, and why. */
  readonly late: string[];
  readonly credits: Omit<Credit, 'source' | 'original'>[];
  /** The sale that it takes back, and the rows that take it back, each once. */
  readonly original: string[];
  readonly returns: string[];
  /** What the books say of it. */
  readonly books?: readonly string[];
  readonly misses: { readonly plan: string; readonly rule: string; readonly why: string }[];
}

export function transactionPage(story: TransactionStory): string {
  const head = visible(`Transaction ${story.id} · ${story.source} · ${story.day} · ${story.place}`);
  const credits = story.credits.map((credit) => [
    credit.payee,
    credit.plan,
    credit.rule,
    credit.period,
    percentText(credit.share, 4),
    credit.adds.length === 0 ? 'no measure counts it' : credit.adds.map(({ measure, type, value }) => (value === undefined ? measure : `${measure} ${amountWords(value, type, credit.currency)}${type === 'money' ? ` ${credit.currency}` : ''}`)).join(', '),
  ]);
  const columns = ['Payee', 'Plan', 'Rule', 'Period', 'Share', 'Adds to'].map((title) => ({ title, align: title === 'Share' ? ('right' as const) : ('left' as const) }));
  const got = credits.length === 0 ? 'Nobody was credited.\n' : tableText({ columns, rows: credits });
  const misses = [...new Set(story.misses.map((miss) => visible(`  ${miss.plan}, rule ${miss.rule}: ${miss.why}`)))];
  const why = misses.length === 0 ? '' : `\n${credits.length === 0 ? 'Because' : 'Rules that gave nothing'}\n${misses.join('\n')}\n`;
  return `${head}\n${story.late.map((one) => `Late: it ${visible(one)}.\n`).join('')}${tied(story)}\n${got}${conversions(story)}${why}${inBooks(story.books ?? [])}`;
}

/** A transaction that the data have no longer, and the books have. */
export function gonePage(id: string, { source, day }: { readonly source: string; readonly day: string }, books: readonly string[]): string {
  return `${visible(`Transaction ${id} · ${source} · ${day} · no longer in the data`)}\n${inBooks(books)}`;
}

function inBooks(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\nIn the books\n${lines.map((line) => `  ${visible(line)}\n`).join('')}`;
}

/** What it takes back, and what takes it back. */
function tied({ original, returns }: TransactionStory): string {
  const lines = [...original.map((one) => `Takes back ${one}; credited to those whom that was credited to.`), ...returns.map((one) => `Taken back by ${one}.`)];
  return lines.map((line) => `${visible(line)}\n`).join('');
}

/** How its amounts came into the currencies of the plans, each once. */
function conversions(story: TransactionStory): string {
  const all = story.credits.flatMap((credit) => credit.adds.flatMap((added) => added.conversions));
  const lines = [...new Set(all.map(conversionLine))];
  return lines.length === 0 ? '' : `\nConverted\n${lines.map((line) => `  ${visible(line)}\n`).join('')}`;
}

function conversionLine(conversion: Conversion): string {
  const { to, found } = conversion;
  const place = found.at.line === undefined ? found.at.file : `${found.at.file}:${found.at.line}`;
  return `${conversionText(conversion)} (${place}) = ${amountWords(converted(conversion), 'money', to)} ${to}`;
}
