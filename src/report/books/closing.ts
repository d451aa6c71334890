/** What `close` says when it is done: the totals of the record, and its seal. */
import { visible } from '../../diagnostic/visible.ts';
import { exactOf, type Closing } from '../../record/index.ts';
import { dayText } from '../../value/day.ts';
import { moneyWords } from '../amount.ts';

export interface ClosingAbout {
  readonly workspace: string;
  readonly folder: string;
  readonly dry: boolean;
  readonly json: boolean;
}

const FORMAT_VERSION = '1.0';

export function closingText({ head, files, entries }: Closing, { workspace, folder, dry, json }: ClosingAbout): string {
  const { period, closedOn, totals, seal, number, version } = head;
  if (json) {
    return `${JSON.stringify(
      { format_version: FORMAT_VERSION, kind: 'close', tool: { name: 'paycurve', version }, workspace, period: period.id, closed_on: dayText(closedOn), number, folder, written: !dry, seal, totals, adjustments: entries.prior.length, files: [...files.keys()] },
      undefined,
      2,
    )}\n`;
  }
  const people = new Set(entries.payments.map(({ payee }) => payee)).size;
  const lines = [
    `${workspace} · ${period.id} (${dayText(period.from)} to ${dayText(period.to)}) ${dry ? 'can be closed' : 'is closed'}, on ${dayText(closedOn)}`,
    '',
    ...totals.map((one) => `${one.currency}: ${words(one.opening, one.currency)} opening + ${words(one.earned, one.currency)} earned − ${words(one.paid, one.currency)} paid = ${words(one.closing, one.currency)} closing`),
    `${people} ${people === 1 ? 'person' : 'people'}, ${entries.payouts.length} ${entries.payouts.length === 1 ? 'payout' : 'payouts'}, ${entries.credits.length} credits, ${entries.prior.length} ${entries.prior.length === 1 ? 'adjustment' : 'adjustments'} for closed periods`,
    `${dry ? 'nothing was written; it would be' : 'written to'} ${folder}`,
    `seal ${seal}`,
  ];
  return lines.map((line) => (line === '' ? '\n' : `${visible(line)}\n`)).join('');
}

function words(text: string, currency: string): string {
  return moneyWords(exactOf(text)!, currency);
}
