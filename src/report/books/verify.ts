/** What `verify` says of books in order. Faults are diagnostics, and are told in their place. */
import { visible } from '../../diagnostic/visible.ts';
import { recordName, type Books, type PriorEntry } from '../../record/index.ts';
import { dayText } from '../../value/day.ts';
import { exactText } from '../../value/display.ts';

export interface Verified {
  readonly version: string;
  readonly workspace: string;
  readonly folder: string;
  readonly books: Books;
  readonly differences: readonly PriorEntry[];
  /** Payments that would come out otherwise, and are not posted. */
  readonly otherwise: number;
  readonly recomputed: boolean;
  readonly json: boolean;
}

const FORMAT_VERSION = '1.0';

export function verifyText({ version, workspace, folder, books, differences, otherwise, recomputed, json }: Verified): string {
  const { records } = books;
  if (json) {
    return `${JSON.stringify(
      {
        format_version: FORMAT_VERSION,
        kind: 'verify',
        tool: { name: 'paycurve', version },
        workspace,
        records: records.map(({ head }) => ({ number: head.number, period: head.period.id, closed_on: dayText(head.closedOn), seal: head.seal, version: head.version, totals: head.totals })),
        recomputed,
        differences: differences.map(({ payee, plan, period, line, name, currency, recorded, recomputed: now, amount, reason, text }) => ({ payee, plan, period, line, name, currency, recorded: exactText(recorded), recomputed: exactText(now), amount: exactText(amount), reason, text })),
      },
      undefined,
      2,
    )}\n`;
  }
  const files = records.reduce((sum, { head }) => sum + head.files.length + 1, 0);
  const others = [...new Set(records.map(({ head }) => head.version))].filter((one) => one !== version);
  const lines = [
    ...records.map(({ head }) => `ok  ${recordName(head.number)}  ${head.period.id}  closed on ${dayText(head.closedOn)}  seal ${head.seal.slice(0, 12)}`),
    `${records.length} ${records.length === 1 ? 'record' : 'records'} of ${workspace} in ${folder}, ${files} files: chain, digests, control totals and balances hold`,
    ...(others.length === 0 ? [] : [`written by paycurve ${others.join(' and ')}; this is ${version}`]),
    ...(recomputed ? [differences.length === 0 ? (otherwise === 0 ? "today's data give what was recorded" : 'what was earned comes out as recorded') : `today's data give something else in ${differences.length} ${differences.length === 1 ? 'line' : 'lines'}: paycurve adjustments lists ${differences.length === 1 ? 'it' : 'them'}`, ...(otherwise === 0 ? [] : [`${otherwise} ${otherwise === 1 ? 'payment' : 'payments'} of closed periods would come out otherwise today (B020)`])] : []),
  ];
  return lines.map((line) => `${visible(line)}\n`).join('');
}
