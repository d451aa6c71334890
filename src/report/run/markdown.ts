/**
 * A run as a comment or a page: headline first, tables, the account of rows folded. Pay is personal, so amounts of small groups
 * are withheld unless people are asked for. Rule: cli-conventions §4, §16.
 */
import { minorPlaces } from '../../value/currency.ts';
import { groupedText } from '../../value/display.ts';
import { ZERO } from '../../value/exact.ts';
import { visible } from '../../diagnostic/visible.ts';
import { effectiveRate, moneyWords, rateWords } from '../amount.ts';
import { accountLines, counted } from './account.ts';
import type { RunAbout, RunReport } from './report.ts';
import { Sheet } from './sheet.ts';
import { byCurrency, FEWEST, NOTHING_WITHHELD, peopleOf, withheldOf, type Withheld } from './withheld.ts';

const LONGEST = 60_000;

export function runMarkdown(about: RunAbout): RunReport {
  const sheets = new Map<string, Sheet>();
  return {
    take(payout) {
      const key = `${payout.plan.name} ${payout.plan.from} ${payout.currency}`;
      const sheet = sheets.get(key) ?? new Sheet(payout.plan, payout.currency);
      sheets.set(key, sheet);
      sheet.add(payout.payee, payout);
      return '';
    },
    end(end) {
      const all = [...sheets.values()];
      const withheld = about.people ? NOTHING_WITHHELD : withheldOf(all);
      const lines = [
        '<!-- paycurve:run -->',
        `### Payouts of ${code(about.workspace)}`,
        '',
        ...headline(all, withheld),
        '',
        '| Plan | People | Total | Credited | Effective rate |',
        '|---|--:|--:|--:|--:|',
        ...all.map((sheet) => planLine(sheet, withheld.sheets.has(sheet))),
        ...paymentLines(all, withheld),
        ...(withheld.sheets.size === 0 ? [] : ['', whyWithheld(withheld.sheets)]),
      ];
      const details = [
        ...(about.people ? all.flatMap((sheet) => peopleLines(about, sheet)) : []),
        '<details><summary>Account of rows</summary>',
        '',
        ...accountLines(end.sources).map((line) => `- ${code(line.trim())}`),
        ...(end.rejectedTo === undefined ? [] : [`- rejected rows are left out of every amount; they are in ${code(end.rejectedTo)}`]),
        ...(end.warnings.length === 0 ? [] : [`- ${counted(end.warnings.length, 'warning')}`]),
        '',
        '</details>',
      ];
      return cut(lines, details);
    },
  };
}

/** A plan of twelve is withheld too where the sum less its total would show the two of another; the page says so. */
function whyWithheld(withheld: ReadonlySet<Sheet>): string {
  const large = [...withheld].filter((sheet) => sheet.all.people.size >= FEWEST).map((sheet) => code(sheet.plan.title));
  const also = large.length === 0 ? '' : ` ${large.join(' and ')} ${large.length === 1 ? 'is' : 'are'} withheld as well: the sum less ${large.length === 1 ? 'it' : 'them'} would show the small group.`;
  return `Amounts of groups of fewer than ${FEWEST} people are withheld.${also} \`--no-redact\` shows them.`;
}

/** One line for each currency: what its own people get. */
function headline(sheets: readonly Sheet[], { sums }: Withheld): string[] {
  if (sheets.length === 0) return ['Nobody is paid.'];
  const groups = [...byCurrency(sheets)];
  if (groups.length === 1 && sums.size === 1) return [`${counted(peopleOf(sheets).size, 'person', 'people')}; amounts are withheld.`];
  return groups.map(([currency, own]) => {
    if (sums.has(currency)) return `**withheld** in ${currency}, for fewer than ${FEWEST} people`;
    const sum = own.reduce((total, sheet) => total.plus(sheet.all.total), ZERO);
    return `**${groupedText(sum, minorPlaces(currency))} ${currency}** for ${counted(peopleOf(own).size, 'person', 'people')}`;
  }).flatMap((line, index) => (index === 0 ? [line] : ['', line]));
}

function planLine(sheet: Sheet, withheld: boolean): string {
  const { total, credited, people } = sheet.all;
  const amounts = withheld ? ['withheld', 'withheld', 'withheld'] : [`${moneyWords(total, sheet.currency)} ${sheet.currency}`, moneyWords(credited, sheet.currency), rateWords(effectiveRate(total, credited))];
  return `| ${code(sheet.plan.title)} | ${withheld && people.size < FEWEST ? `under ${FEWEST}` : people.size} | ${amounts.join(' | ')} |`;
}

/** What is payable and the balances, for plans with payment rules whose amounts may be shown. */
function paymentLines(all: readonly Sheet[], withheld: Withheld): string[] {
  const shown = all.filter((sheet) => sheet.payments && !withheld.sheets.has(sheet));
  if (shown.length === 0) return [];
  const row = ({ plan, currency, all: { total, beside, payable, closing } }: Sheet): string => `| ${[code(plan.title), ...[total.plus(beside), payable, closing].map((amount) => `${moneyWords(amount, currency)} ${currency}`)].join(' | ')} |`;
  return ['', '| Plan | Earned | Payable | Balance |', '|---|--:|--:|--:|', ...shown.map(row)];
}

function peopleLines(about: RunAbout, sheet: Sheet): string[] {
  const titles = [...sheet.components.values()].map(code);
  const rows = [...sheet.rows].slice(0, about.top).map(([payee, row]) => {
    const amounts = [...sheet.components.keys()].map((name) => (row.earned.has(name) ? moneyWords(row.earned.get(name)!, sheet.currency) : ''));
    const payment = sheet.payments ? [row.payable, row.closing] : [];
    return `| ${code(`${payee} ${about.nameOf(payee) ?? ''}`.trim())} | ${[...amounts, ...[row.total, ...payment].map((amount) => moneyWords(amount, sheet.currency))].join(' | ')} |`;
  });
  return [`<details><summary>${escaped(sheet.plan.title)} · ${sheet.currency}</summary>`, '', `| Person | ${[...titles, 'Total', ...(sheet.payments ? ['Payable', 'Balance'] : [])].join(' | ')} |`, `|---|${'--:|'.repeat(titles.length + (sheet.payments ? 3 : 1))}`, ...rows, '', '</details>', ''];
}

/** Data in a code span: no mention, link, image or markup can come out of it. */
function code(text: string): string {
  const plain = visible(text).replaceAll('|', '\\|');
  const ticks = '`'.repeat(Math.max(0, ...[...plain.matchAll(/`+/g)].map((run) => run[0].length)) + 1);
  return ticks.length > 1 ? `${ticks} ${plain} ${ticks}` : `\`${plain}\``;
}

function escaped(text: string): string {
  return visible(text).replace(/[&<>@]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The headline is never cut; details are, with a mark. */
function cut(lines: readonly string[], details: readonly string[]): string {
  const head = `${lines.join('\n')}\n\n`;
  const more = `${details.join('\n')}\n`;
  if (head.length + more.length <= LONGEST) return head + more;
  const kept = more.slice(0, Math.max(0, LONGEST - head.length - 100));
  return `${head}${kept.slice(0, kept.lastIndexOf('\n'))}\n\n… cut here: the whole report is longer than ${LONGEST} characters\n`;
}
