/** Under a table of payouts: each balance over everybody, and why somebody who earned is paid nothing. */
import { visible } from '../../diagnostic/visible.ts';
import { total } from '../../value/exact.ts';
import { textOrder } from '../../value/text-order.ts';
import { moneyWords } from '../amount.ts';
import { counted } from './account.ts';
import type { RunAbout } from './report.ts';
import type { Sheet } from './sheet.ts';

const SHOWN = 10;

/** `  Balance draw: from 0.00 to -250.00, 1 person`. */
export function balanceLines(sheet: Sheet): string {
  const people = [...sheet.all.balances.values()];
  const names = [...new Set(people.flatMap((accounts) => [...accounts.keys()]))].sort(textOrder);
  return names
    .map((name) => {
      const own = people.flatMap((accounts) => accounts.get(name) ?? []);
      const [from, to] = [total(own.map(({ opening }) => opening)), total(own.map(({ closing }) => closing))].map((sum) => moneyWords(sum, sheet.currency));
      return `${visible(`  Balance ${name}: from ${from} to ${to}, ${counted(own.length, 'person', 'people')}`)}\n`;
    })
    .join('');
}

export function unpaid(about: RunAbout, sheet: Sheet): string {
  const none = [...sheet.rows].filter(([, row]) => row.payable.isZero() && row.unpaid.size > 0);
  if (none.length === 0) return '';
  const lines = none.slice(0, SHOWN).map(([key, row]) => visible(`  ${about.by === 'period' ? key : [key, about.nameOf(key) ?? ''].join('  ').trim()}: ${[...row.unpaid].join('; ')}`));
  const more = none.length > SHOWN ? [`  and ${none.length - SHOWN} more, in the reasons of --format csv`] : [];
  return `\nNothing is paid, because\n${[...lines, ...more].map((line) => `${line}\n`).join('')}`;
}
