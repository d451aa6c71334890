/** The file `employer-costs.csv` of an output folder: what the employer owes on top of pay, one record for each cost. */
import { csvHead } from '../csv-record.ts';
import { decimalMoney } from '../decimal.ts';
import { CsvKey, KEY } from './csv-key.ts';
import type { RunAbout, RunReport } from './report.ts';

export function employerCostsCsv(about: RunAbout): RunReport {
  const key = new CsvKey(about);
  let head = csvHead([...KEY, 'cost', 'base', 'amount', 'because'], about.csvBom);
  return {
    take(payout) {
      const records = (payout.employerCosts ?? []).map(({ name, base, amount, text }) => `${[key.of(payout), key.text(name), decimalMoney(base, payout.currency), decimalMoney(amount, payout.currency), key.text(text)].join(',')}\n`);
      const text = head + records.join('');
      head = '';
      return text;
    },
    end: () => head,
  };
}
