/**
 * The payout report for people: one table for each plan (people or periods down, components across), then the totals of each
 * currency and the account of rows. Every amount is exact to the cent; what is cut by `--top` is counted.
 */
import type { Payout } from '../../engine/result.ts';
import { dayText } from '../../value/day.ts';
import { total, ZERO, type Exact } from '../../value/exact.ts';
import { textOrder } from '../../value/text-order.ts';
import { effectiveRate, moneyWords, rateWords, shareWords } from '../amount.ts';
import { tableText, type Column } from '../layout.ts';
import { visible } from '../../diagnostic/visible.ts';
import { accountLines, counted } from './account.ts';
import { summaryTable } from './summary.ts';
import { balanceLines, unpaid } from './table-balances.ts';
import { Standing } from './standing.ts';
import { Sheet, SheetRow, type Attained } from './sheet.ts';
import { provisional, type PeriodDays } from './provisional.ts';
import type { RunAbout, RunEnd, RunReport } from './report.ts';

const REASONS_SHOWN = 10;

export function runTable(about: RunAbout): RunReport {
  const sheets = new Map<string, Sheet>();
  const periods = new Map<string, number>();
  const owed = new Standing();
  const unclosed = new Map<string, PeriodDays>();
  return {
    beside: (payout) => owed.see(payout),
    take(payout) {
      owed.see(payout);
      sheetOf(sheets, payout).add(rowKey(about, payout), payout);
      periods.set(payout.period.id, payout.period.from);
      if (payout.payment?.closed !== true) unclosed.set(payout.period.id, payout.period);
      return '';
    },
    end(end) {
      const shown = [...sheets.values()];
      for (const [at, sheet] of shown.entries()) owed.addTo(sheet, about.by === 'period', !shown.some((other, index) => index > at && other.plan.name === sheet.plan.name && other.currency === sheet.currency));
      const parts = [`${heading(about, shown, periods)}\n`];
      if (shown.length === 0) parts.push('\nNobody is paid: no person is in a plan with data in a period.\n');
      else if (about.by === 'component' || about.by === 'plan') parts.push(`\n${summaryTable(about, shown)}`);
      else for (const sheet of shown) parts.push(`\n${title(sheet, shown)}\n\n${sheetTable(about, sheet)}`, balanceLines(sheet), standing(about, sheet), reasons(about, sheet), unpaid(about, sheet));
      parts.push(`\n${closing(shown, end)}${provisional([...unclosed.values()], end.sources)}`);
      return parts.join('');
    },
  };
}

function sheetOf(sheets: Map<string, Sheet>, payout: Payout): Sheet {
  const key = `${payout.plan.name} ${payout.plan.from} ${payout.currency}`;
  let sheet = sheets.get(key);
  if (sheet === undefined) sheets.set(key, (sheet = new Sheet(payout.plan, payout.currency)));
  return sheet;
}

function rowKey(about: RunAbout, payout: Payout): string {
  return about.by === 'period' ? payout.period.id : payout.payee;
}

function heading(about: RunAbout, sheets: readonly Sheet[], periods: ReadonlyMap<string, number>): string {
  const ids = [...periods].sort((a, b) => a[1] - b[1]).map(([id]) => id);
  const span = ids.length === 0 ? 'no period' : ids.length === 1 ? ids[0]! : `${ids[0]} to ${ids.at(-1)} (${ids.length} periods)`;
  const people = new Set(sheets.flatMap((sheet) => [...sheet.all.people]));
  const only = about.filters.length === 0 ? '' : ` · only ${about.filters.join(', ')}`;
  return visible(`${about.workspace} · ${span} · ${counted(people.size, 'person', 'people')}${only}`);
}

function title(sheet: Sheet, all: readonly Sheet[]): string {
  const versions = all.filter((one) => one.plan.name === sheet.plan.name).length;
  const since = versions > 1 ? `, from ${dayText(sheet.plan.from)}` : '';
  return visible(`${sheet.plan.title} (${sheet.plan.name}${since}) · ${sheet.currency}`);
}

function sheetTable(about: RunAbout, sheet: Sheet): string {
  const components = [...sheet.components.keys()];
  const adjusted = [...sheet.rows.values()].some((row) => !row.adjusted.isZero());
  const elsewhere = [...sheet.all.paid.keys()].some((currency) => currency !== sheet.currency);
  const beside = [...sheet.rows.values()].some((row) => !row.beside.isZero());
  const right = (words: string): Column => ({ title: words, align: 'right' });
  const columns: Column[] = [
    { title: about.by === 'period' ? 'Period' : 'Person', align: 'left' },
    ...components.map((name) => right(sheet.components.get(name)!)),
    ...(adjusted ? [right('Adjusted')] : []),
    right('Total'),
    ...(beside ? [right('Earned beside')] : []),
    ...(sheet.payments ? [right('Payable'), right('Balance')] : []),
    ...(elsewhere ? [right('Paid')] : []),
    right('Credited'),
    ...[...sheet.attainments.values()].map((one) => right(attainmentTitle(sheet, one))),
    right('Effective rate'),
  ];
  const cells = (label: string, row: SheetRow): string[] => [
    label,
    ...components.map((name) => (row.earned.has(name) ? moneyWords(row.earned.get(name)!, sheet.currency) : '')),
    ...(adjusted ? [moneyWords(row.adjusted, sheet.currency)] : []),
    moneyWords(row.total, sheet.currency),
    ...(beside ? [moneyWords(row.beside, sheet.currency)] : []),
    ...(sheet.payments ? [moneyWords(row.payable, sheet.currency), moneyWords(row.closing, sheet.currency)] : []),
    ...(elsewhere ? [row.paid.size > 1 ? '' : paidWords(row)] : []),
    moneyWords(row.credited, sheet.currency),
    ...[...sheet.attainments.keys()].map((key) => shareWords(row.attainment(key))),
    rateWords(effectiveRate(row.total, row.credited)),
  ];
  const rows = [...sheet.rows];
  const shown = rows.slice(0, about.top ?? rows.length);
  const rest = rows.length - shown.length;
  return tableText(
    {
      columns,
      rows: shown.map(([key, row]) => cells(label(about, key), row)),
      totals: [cells(rest === 0 ? 'Total' : `Total of ${rows.length}, ${rest} not shown`, sheet.all)],
    },
    about.width,
  );
}

function paidWords(row: SheetRow): string {
  return [...row.paid].map(([currency, amount]) => `${moneyWords(amount, currency)} ${currency}`).join(', ');
}

function label(about: RunAbout, key: string): string {
  const name = about.by === 'period' ? undefined : about.nameOf(key);
  return name === undefined || name === key ? key : `${key}  ${name}`;
}

/** The measure where there are several, and the time where it is not the period: `Attainment new_arr year to date`. */
function attainmentTitle(sheet: Sheet, { measure, window }: Attained): string {
  return ['Attainment', ...(sheet.attainments.size === 1 ? [] : [measure]), ...(window === undefined ? [] : [window])].join(' ');
}

/** An attainment to date beside amounts of several periods: each says which time it is of. */
function standing(about: RunAbout, sheet: Sheet): string {
  const others = [...sheet.attainments.values()].filter(({ window }) => window !== undefined).map((one) => attainmentTitle(sheet, one));
  if (others.length === 0 || sheet.periods.size < 2) return '';
  const last = [...sheet.periods].reduce((latest, one) => (one[1] > latest[1] ? one : latest))[0];
  const told = about.by === 'period' ? `the total is of each person's last period, here ${last}` : `of each person's last period, here ${last}; Credited is of ${counted(sheet.periods.size, 'period')}`;
  return `${visible(`  ${others.join(', ')}: ${told}`)}\n`;
}

/** Why somebody's total is zero, which is never left unsaid. */
function reasons(about: RunAbout, sheet: Sheet): string {
  const zero = [...sheet.rows].filter(([, row]) => row.total.isZero() && row.reasons.size > 0);
  if (zero.length === 0) return '';
  const lines = zero.slice(0, REASONS_SHOWN).map(([key, row]) => visible(`  ${label(about, key)}: ${[...row.reasons].join('; ')}`));
  const more = zero.length > REASONS_SHOWN ? [`  and ${zero.length - REASONS_SHOWN} more, in the reasons of --format csv`] : [];
  return `\nZero, because\n${[...lines, ...more].map((line) => `${line}\n`).join('')}`;
}

const BESIDES: ReadonlyMap<string, string> = new Map([['prior-period', 'for closed periods'], ['entry', 'by manual entries'], ['vacant', 'for vacant seats']]);

/** What is earned beside the total, by what it comes from: with the total it makes what is earned. */
function besides(rows: readonly SheetRow[], currency: string): string[] {
  const names = [...new Set(rows.flatMap((row) => [...row.besides.keys()]))].sort((a, b) => (a === 'prior-period' ? -1 : b === 'prior-period' ? 1 : textOrder(a, b)));
  return names.flatMap((name) => {
    const sum = total(rows.map((row) => row.besides.get(name) ?? ZERO));
    return sum.isZero() ? [] : [`${sum.sign() < 0 ? '−' : '+'} ${moneyWords(sum.abs(), currency)} ${currency} ${BESIDES.get(name) ?? `by ${name}`}`];
  });
}

function closing(sheets: readonly Sheet[], end: RunEnd): string {
  const lines: string[] = [];
  for (const currency of new Set(sheets.map((sheet) => sheet.currency))) {
    const rows = sheets.filter((sheet) => sheet.currency === currency).map((sheet) => sheet.all);
    const sum = rows.map((row) => row.total).reduce((a, b) => a.plus(b));
    lines.push(`Total ${moneyWords(sum, currency)} ${currency}`);
    const vacant = rows.map((row) => row.vacant).reduce((a, b) => a.plus(b));
    if (!vacant.isZero()) lines.push(`of which ${moneyWords(vacant, currency)} ${currency} for vacant seats, paid to nobody`);
    if (sheets.some((sheet) => sheet.currency === currency && sheet.payments)) {
      const add = (key: 'total' | 'beside' | 'payable'): Exact => total(rows.map((row) => row[key]));
      lines.push(...besides(rows, currency));
      lines.push(`Earned ${moneyWords(add('total').plus(add('beside')), currency)} ${currency}, payable ${moneyWords(add('payable'), currency)} ${currency}; the balances take up the difference`);
    }
    const costs = new Map<string, Exact>();
    for (const row of rows) for (const [name, amount] of row.employerCosts) costs.set(name, (costs.get(name) ?? ZERO).plus(amount));
    if (costs.size > 0) lines.push(visible(`Owed by the employer on top, no part of pay: ${[...costs].map(([name, amount]) => `${name} ${moneyWords(amount, currency)} ${currency}`).join(', ')}`));
    const paid = new SheetRow();
    for (const row of rows) for (const [into, amount] of row.paid) paid.paid.set(into, (paid.paid.get(into) ?? ZERO).plus(amount));
    if (paid.paid.size > 1 || !paid.paid.has(currency)) lines.push(`Paid as ${paidWords(paid)}`);
  }
  lines.push(...accountLines(end.sources).map(visible));
  if (end.excludedTo !== undefined && end.sources.some((source) => source.excluded.length > 0)) lines.push(visible(`Excluded rows are listed one by one in ${end.excludedTo}`));
  if (end.rejectedTo !== undefined) lines.push(visible(`Rejected rows were left out of every amount above. They are in ${end.rejectedTo}`));
  if (end.warnings.length > 0) lines.push(`${counted(end.warnings.length, 'warning')}${end.warningsShown ? ' on standard error' : ', not shown with -q'}`);
  return lines.map((line) => `${line}\n`).join('');
}
