/**
 * Payouts as CSV: one record for each payee, plan and period, or with `--by component` one for each component and
 * adjustment of it. The columns and their order are a promise; new ones come at the end.
 */
import type { Payout } from '../../engine/result.ts';
import { dayText } from '../../value/day.ts';
import { exactText } from '../../value/display.ts';
import { digits, effectiveRate, moneyDigits } from '../amount.ts';
import { csvRecord, textCell } from '../csv-record.ts';
import type { RunAbout, RunReport } from './report.ts';

const KEY = ['payee', 'name', 'plan', 'period', 'from', 'to', 'currency'];
const PAYOUT = [...KEY, 'total', 'credited', 'effective_rate', 'paid', 'paid_currency', 'exchange_rate', 'zero_because'];
const LINE = [...KEY, 'line', 'name_of_line', 'title', 'pays', 'measure', 'base', 'quota', 'attainment', 'earned', 'zero_because'];

export function runCsv(about: RunAbout): RunReport {
  const lines = about.by === 'component';
  let head = csvRecord(lines ? LINE : PAYOUT);
  const records = (payout: Payout): string => (lines ? lineRecords(about, payout) : payoutRecord(about, payout));
  return {
    take(payout) {
      const text = head + records(payout);
      head = '';
      return text;
    },
    end: () => head,
  };
}

/** The file `payouts.csv` of an output folder. */
export function payoutsCsv(about: RunAbout): RunReport {
  return runCsv({ ...about, by: 'person' });
}

/** The file `components.csv` of an output folder. */
export function componentsCsv(about: RunAbout): RunReport {
  return runCsv({ ...about, by: 'component' });
}

function key(about: RunAbout, payout: Payout): string[] {
  const text = (value: string): string => textCell(value, about.csvRaw);
  const { plan, period } = payout;
  return [text(payout.payee), text(about.nameOf(payout.payee) ?? ''), text(plan.name), text(period.id), dayText(payout.from), dayText(payout.to), payout.currency];
}

function payoutRecord(about: RunAbout, payout: Payout): string {
  const rate = effectiveRate(payout.total, payout.credited);
  const { paid, currency } = payout;
  return csvRecord([
    ...key(about, payout),
    moneyDigits(payout.total, currency),
    moneyDigits(payout.credited, currency),
    rate.value === undefined ? '' : exactText(rate.value),
    moneyDigits(paid.amount, paid.currency),
    paid.currency,
    paid.rate === undefined ? '' : exactText(paid.rate),
    textCell(payout.zero ?? '', about.csvRaw),
  ]);
}

function lineRecords(about: RunAbout, payout: Payout): string {
  const text = (value: string): string => textCell(value, about.csvRaw);
  const { currency } = payout;
  const components = payout.components.map((one) => [
    'component',
    text(one.component),
    text(one.title),
    one.pays,
    text(one.on),
    one.base.value === undefined ? '' : digits(one.base.value, one.baseType, currency),
    one.quota?.value === undefined ? '' : digits(one.quota.value, one.baseType, currency),
    one.attainment?.value === undefined ? '' : exactText(one.attainment.value),
    moneyDigits(one.earned, currency),
    text(one.zero ?? ''),
  ]);
  const adjustments = payout.adjustments.map((one) => ['adjustment', text(one.name), text(one.text), '', '', '', '', '', moneyDigits(one.change, currency), '']);
  return [...components, ...adjustments].map((cells) => csvRecord([...key(about, payout), ...cells])).join('');
}
