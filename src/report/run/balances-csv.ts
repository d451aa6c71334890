/** The file `balances.csv` of an output folder: one record for each balance of a payee, plan and period, with what moved it. */
import type { Payout } from '../../engine/index.ts';
import { total } from '../../value/exact.ts';
import { csvHead } from '../csv-record.ts';
import { decimalMoney } from '../decimal.ts';
import { CsvKey, KEY } from './csv-key.ts';
import type { RunAbout, RunReport } from './report.ts';

// opening + earned − payable = closing, in every record
const BALANCE = [...KEY, 'account', 'opening', 'earned', 'payable', 'closing', 'because'];

export function balancesCsv(about: RunAbout): RunReport {
  const key = new CsvKey(about);
  let head = csvHead(BALANCE, about.csvBom);
  return {
    take(payout) {
      const text = head + records(key, payout);
      head = '';
      return text;
    },
    end: () => head,
  };
}

function records(key: CsvKey, payout: Payout): string {
  const { payment, currency } = payout;
  if (payment === undefined) return '';
  return payment.balances
    .map(({ account, opening, closing }) => {
      const own = payment.lines.filter((line) => line.account === account);
      const earned = total(own.map(({ cost }) => cost));
      const amounts = [opening, earned, opening.plus(earned).minus(closing), closing].map((amount) => decimalMoney(amount, currency));
      const why = payment.closed === true ? 'as recorded: the period is closed' : own.map((line) => line.text()).join('; ');
      return `${[key.of(payout), key.text(account), ...amounts, key.text(why)].join(',')}\n`;
    })
    .join('');
}
