/** The table of `--by component` and `--by plan`: what each part of the plans cost, over everybody. */
import { ZERO } from '../../value/exact.ts';
import { effectiveRate, moneyWords, rateWords } from '../amount.ts';
import { tableText, type Column } from '../layout.ts';
import { count } from './account.ts';
import type { RunAbout } from './report.ts';
import type { Sheet } from './sheet.ts';

export function summaryTable(about: RunAbout, sheets: readonly Sheet[]): string {
  return about.by === 'plan' ? planTable(about, sheets) : componentTable(about, sheets);
}

const left = (title: string): Column => ({ title, align: 'left' });
const right = (title: string): Column => ({ title, align: 'right' });

function planTable(about: RunAbout, sheets: readonly Sheet[]): string {
  return tableText(
    {
      columns: [left('Plan'), right('People'), left('Currency'), right('Credited'), right('Total'), right('Effective rate')],
      rows: sheets.map((sheet) => {
        const { people, credited, total } = sheet.all;
        return [sheet.plan.title, count(people.size), sheet.currency, moneyWords(credited, sheet.currency), moneyWords(total, sheet.currency), rateWords(effectiveRate(total, credited))];
      }),
    },
    about.width,
  );
}

function componentTable(about: RunAbout, sheets: readonly Sheet[]): string {
  const rows = sheets.flatMap((sheet) => {
    const line = (title: string, earned = ZERO): string[] => [sheet.plan.title, title, sheet.currency, moneyWords(earned, sheet.currency), share(earned, sheet)];
    const adjusted = sheet.all.adjusted.isZero() ? [] : [line('adjustments', sheet.all.adjusted)];
    return [...[...sheet.components].map(([name, title]) => line(title, sheet.all.earned.get(name))), ...adjusted];
  });
  return tableText({ columns: [left('Plan'), left('Component'), left('Currency'), right('Earned'), right('Share of plan')], rows }, about.width);
}

function share(earned: typeof ZERO, sheet: Sheet): string {
  return sheet.all.total.sign() > 0 ? rateWords({ value: earned.over(sheet.all.total) }) : 'n/a';
}
