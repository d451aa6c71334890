/**
 * A payout as a statement to send: Markdown with the amounts first, then each component with everything it was made of, as a
 * list. It only prints steps; nothing is computed here.
 */
import type { Payout, Step } from '../../engine/result.ts';
import { dayText } from '../../value/day.ts';
import { amountWords, moneyWords } from '../amount.ts';
import { codeSpan, escaped } from '../diagnostic/markdown-text.ts';
import type { ExplainAbout } from './about.ts';
import { stepPlace, stepWords, titleOf } from './step.ts';

export function statements(payouts: readonly Payout[], about: ExplainAbout): string {
  const [first] = payouts;
  const who = about.name === undefined ? first!.payee : `${about.name} (${first!.payee})`;
  return [`<!-- paycurve:statement -->`, `# ${escaped(who)}`, ...payouts.flatMap((payout) => statement(payout, about)), ''].join('\n');
}

function statement(payout: Payout, about: ExplainAbout): string[] {
  const { currency, plan, period, paid } = payout;
  const parts = payout.step?.parts ?? [];
  const row = (words: string, amount: string): string => `| ${words} | ${amount} |`;
  const adjustments = parts.filter((part) => part.kind === 'adjustment' && part.amount?.isZero() === false);
  return [
    '',
    `## ${escaped(`${plan.title}, ${period.id}`)}: ${moneyWords(payout.total, currency)} ${currency}`,
    '',
    `${dayText(payout.from)} to ${dayText(payout.to)}, ${escaped(about.workspace)}`,
    '',
    row('', currency),
    '|---|--:|',
    ...payout.components.map((one) => row(escaped(one.title), moneyWords(one.earned, currency))),
    ...adjustments.map((part) => row(escaped(part.name), moneyWords(part.amount!, currency))),
    row('**Total**', `**${moneyWords(payout.total, currency)}**`),
    ...paymentRows(payout, row),
    ...(paid.currency === currency ? [] : [row(`**Paid in ${paid.currency}**`, `**${moneyWords(paid.amount, paid.currency)} ${paid.currency}**`)]),
    ...(payout.zero === undefined ? [] : ['', `Zero, because ${escaped(payout.zero)}`]),
    ...parts.flatMap((part) => section(part, payout, about)),
  ];
}

/** From the total to what is payable, and the balances. */
function paymentRows({ payment, total, currency }: Payout, row: (words: string, amount: string) => string): string[] {
  if (payment === undefined) return [];
  const moved = payment.lines.filter(({ change }) => !change.isZero());
  return [
    ...moved.map((line) => row(escaped(line.account ?? line.name), moneyWords(line.change, currency))),
    ...(payment.closed === true && !payment.paid.equals(total) ? [row('as recorded when the period was closed', moneyWords(payment.paid.minus(total), currency))] : []),
    row('**Payable**', `**${moneyWords(payment.paid, currency)}**`),
    ...payment.balances.map(({ account, opening, closing }) => row(escaped(`balance ${account}, ${moneyWords(opening, currency)} before`), moneyWords(closing, currency))),
  ];
}

/** A component (or a step on their sum) and what it was made of. */
function section(step: Step, payout: Payout, about: ExplainAbout): string[] {
  const title = titleOf(payout, step);
  if (title === undefined) return ['', ...listed(step, '', undefined, payout, about)];
  return ['', `### ${escaped(title)}`, '', `${escaped(step.text)}${step.text.endsWith('.') ? '' : '.'}`, '', ...step.parts.flatMap((part) => listed(part, '', undefined, payout, about))];
}

function listed(step: Step, margin: string, title: string | undefined, payout: Payout, about: ExplainAbout): string[] {
  const unit = step.unit ?? 'number';
  const amount = step.amount === undefined ? '' : ` → **${amountWords(step.amount, unit, step.currency ?? payout.currency)}${unit === 'money' ? ` ${step.currency ?? payout.currency}` : ''}**`;
  const place = stepPlace(step, about.folder);
  const line = `${margin}- ${escaped(stepWords(step, title))}${amount}${place === '' ? '' : ` ${codeSpan(place)}`}`;
  return [line, ...step.parts.flatMap((part) => listed(part, `${margin}  `, undefined, payout, about))];
}
