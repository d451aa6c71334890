/**
 * Payouts as CSV: one record for each payee, plan and period, or with `--by component` one for each component and
 * adjustment of it. Numbers are decimals that a spreadsheet takes for numbers: 2/3 would be a date there. The columns and their
 * order are a promise; new ones come at the end.
 */
import type { Payout } from '../../engine/result.ts';
import { effectiveRate } from '../amount.ts';
import { csvHead, quotedCell } from '../csv-record.ts';
import { decimalDigits, decimalMoney, decimalText } from '../decimal.ts';
import { ZERO } from '../../value/exact.ts';
import { closingOf, openingOf, zeroOf } from '../payment.ts';
import { CsvKey, KEY } from './csv-key.ts';
import type { RunAbout, RunReport } from './report.ts';
import { windowWords } from './window-words.ts';

const PAYOUT = [...KEY, 'total', 'credited', 'effective_rate', 'paid', 'paid_currency', 'exchange_rate', 'zero_because', 'earned', 'payable', 'opening_balance', 'closing_balance', 'nothing_paid_because'];
const LINE = [...KEY, 'line', 'name_of_line', 'title', 'pays', 'measure', 'base', 'quota', 'attainment', 'earned', 'zero_because', 'window', 'account', 'payable'];

export function runCsv(about: RunAbout): RunReport {
  const lines = about.by === 'component';
  const key = new CsvKey(about);
  let head = csvHead(lines ? LINE : PAYOUT, about.csvBom);
  return {
    take(payout) {
      const text = head + (lines ? lineRecords(key, payout) : payoutRecord(key, payout));
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

// texts go through the key, which quotes them; numbers, dates and codes need no quotes

function payoutRecord(key: CsvKey, payout: Payout): string {
  const { total, credited, paid, currency } = payout;
  const rate = effectiveRate(total, credited);
  const totalDigits = decimalMoney(total, currency);
  const cells = [
    key.of(payout),
    totalDigits,
    decimalMoney(credited, currency),
    rate.value === undefined ? '' : decimalText(rate.value),
    paid.amount === total && paid.currency === currency ? totalDigits : decimalMoney(paid.amount, paid.currency),
    quotedCell(paid.currency),
    paid.rate === undefined ? '' : decimalText(paid.rate),
    key.text(zeroOf(payout) ?? ''),
    ...paymentCells(key, payout, totalDigits),
  ];
  return `${cells.join(',')}\n`;
}

/** Zero in a currency. */
const NOTHING = new Map<string, string>();

/** opening + earned − payable = closing, in plan currency. */
function paymentCells(key: CsvKey, { payment, currency }: Payout, totalDigits: string): string[] {
  if (payment === undefined) {
    let nothing = NOTHING.get(currency);
    if (nothing === undefined) NOTHING.set(currency, (nothing = decimalMoney(ZERO, currency)));
    return [totalDigits, totalDigits, nothing, nothing, ''];
  }
  return [...[payment.earned, payment.paid, openingOf(payment), closingOf(payment)].map((amount) => decimalMoney(amount, currency)), key.text(payment.zero ?? '')];
}

function lineRecords(key: CsvKey, payout: Payout): string {
  const { currency } = payout;
  const front = key.of(payout);
  let records = '';
  for (const one of payout.components) {
    const cells = [
      front,
      'component',
      key.text(one.component),
      key.text(one.title),
      one.pays,
      key.text(one.on),
      one.base.value === undefined ? '' : decimalDigits(one.base.value, one.baseType, currency),
      one.quota?.value === undefined ? '' : decimalDigits(one.quota.value, one.baseType, currency),
      one.attainment?.value === undefined ? '' : decimalText(one.attainment.value),
      decimalMoney(one.earned, currency),
      key.text(one.zero ?? ''),
      windowWords(payout.plan, one),
      '',
      decimalMoney(one.earned, currency),
    ];
    records += `${cells.join(',')}\n`;
  }
  for (const one of payout.adjustments) records += `${front},adjustment,${key.text(one.name)},${key.text(one.text)},,,,,,${decimalMoney(one.change, currency)},,,,${decimalMoney(one.change, currency)}\n`;
  for (const one of payout.payment?.lines.filter(({ cost, change }) => !cost.isZero() || !change.isZero()) ?? [])
    records += `${front},payment,${key.text(one.name)},${key.text(one.text())},,,,,,${decimalMoney(one.cost, currency)},,,${key.text(one.account ?? '')},${decimalMoney(one.change, currency)}\n`;
  return records;
}
