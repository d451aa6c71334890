/**
 * The ledger of one payout as a tree for reading: the amount on the right, and under each amount what it was made of, down to
 * the line of the data and of the plan. It only prints steps; nothing is computed here.
 */
import { visible } from '../../diagnostic/visible.ts';
import { displayWidth } from '../../diagnostic/width.ts';
import type { Payout, Step } from '../../engine/result.ts';
import { dayText } from '../../value/day.ts';
import { amountWords, moneyWords } from '../amount.ts';
import { counted } from '../run/account.ts';
import { wrapped } from '../wrap.ts';
import type { ExplainAbout } from './about.ts';
import { curveTables } from './curve.ts';
import { stepPlace, stepWords, titleOf } from './step.ts';

interface Line {
  readonly branch: string;
  readonly text: string;
  readonly amount: string;
  readonly place: string;
  readonly strong: boolean;
}

/** The page of one payout. */
export function payoutTree(payout: Payout, options: ExplainAbout): string {
  const { paint } = options;
  const who = options.name === undefined ? payout.payee : `${payout.payee}  ${options.name}`;
  const head = visible(`${who} · ${payout.plan.title} · ${payout.period.id} (${dayText(payout.from)} to ${dayText(payout.to)})`);
  const lines: Line[] = [{ branch: '', text: 'Payout', amount: `${moneyWords(payout.total, payout.currency)} ${payout.currency}`, place: payout.step === undefined ? '' : stepPlace(payout.step, options.folder), strong: true }];
  const parts = payout.step?.parts ?? [];
  parts.forEach((part, at) => grow(part, '', at === parts.length - 1, titleOf(payout, part), lines, payout, options));
  const why = payout.zero === undefined ? [] : [`Zero, because ${visible(payout.zero)}`];
  const where = options.folder === '.' ? [] : [paint.dim(visible(`Files are named from ${options.folder}`))];
  return `${[paint.bold(head), ...where, '', ...laidOut(lines, options), ...(why.length > 0 ? ['', ...why] : []), ''].join('\n')}${curveTables(payout)}`;
}

/** One component of a payout, without its head: for a report about that component. */
export function componentTree(payout: Payout, component: string, options: ExplainAbout): string {
  const part = payout.step?.parts.find((step) => step.kind === 'earning' && step.name === component);
  if (part === undefined) return '';
  const lines: Line[] = [{ branch: '', text: stepWords(part, titleOf(payout, part)), amount: amountOf(part, payout), place: stepPlace(part, options.folder), strong: true }];
  growAll(part.parts, '', lines, payout, options);
  return `${laidOut(lines, options).join('\n')}\n`;
}

function grow(step: Step, margin: string, last: boolean, title: string | undefined, lines: Line[], payout: Payout, options: ExplainAbout): void {
  lines.push({ branch: `${margin}${last ? '└─ ' : '├─ '}`, text: stepWords(step, title), amount: amountOf(step, payout), place: stepPlace(step, options.folder), strong: title !== undefined });
  growAll(step.parts, `${margin}${last ? '   ' : '│  '}`, lines, payout, options);
}

function amountOf(step: Step, payout: Payout): string {
  return step.amount === undefined ? '' : `${amountWords(step.amount, step.unit ?? 'number', step.currency ?? payout.currency)}${step.currency !== undefined && step.currency !== payout.currency ? ` ${step.currency}` : ''}`;
}

function growAll(parts: readonly Step[], inner: string, lines: Line[], payout: Payout, options: ExplainAbout): void {
  const shown = parts.length > options.most + 1 ? parts.slice(0, options.most) : parts;
  const hidden = parts.length - shown.length;
  shown.forEach((part, at) => grow(part, inner, hidden === 0 && at === shown.length - 1, undefined, lines, payout, options));
  if (hidden > 0) lines.push({ branch: `${inner}└─ `, text: `… and ${counted(hidden, 'more line')}; --all shows them`, amount: '', place: '', strong: false });
}

const LEAST = 36;

/** Texts on the left (long ones go on below), amounts in one column, places beside them. */
function laidOut(lines: readonly Line[], { paint, width }: ExplainAbout): string[] {
  const amounts = Math.max(...lines.map((line) => displayWidth(line.amount)), 1);
  const places = Math.max(...lines.map((line) => displayWidth(line.place)));
  const longest = Math.max(...lines.map((line) => displayWidth(visible(line.branch + line.text))));
  const left = Math.max(LEAST, Math.min(longest, width - amounts - places - 4));
  return lines.flatMap((line) => {
    const [first = '', ...rest] = wrapped(visible(line.text), Math.max(16, left - displayWidth(line.branch)));
    const gap = ' '.repeat(Math.max(0, left - displayWidth(line.branch) - displayWidth(first)));
    const shown = line.strong ? paint.bold(first) : first;
    const amount = line.amount.padStart(amounts);
    const top = `${paint.dim(line.branch)}${shown}${gap}  ${line.strong ? paint.bold(amount) : amount}  ${paint.dim(visible(line.place))}`;
    const below = line.branch.replace('├─', '│ ').replace('└─', '  ');
    return [top.trimEnd(), ...rest.map((more) => `${paint.dim(below)}  ${more}`.trimEnd())];
  });
}
