/** Payouts against those expected. Components that no line names must earn nothing: an amount too many is as wrong as one too few. */
import type { Span } from '../diagnostic/diagnostic.ts';
import type { ComponentResult, Payout } from '../engine/index.ts';
import type { Type } from '../expr/types.ts';
import { total, type Exact } from '../value/exact.ts';
import type { Difference } from './compare.ts';
import { figureText, NOT_APPLICABLE } from './figure.ts';
import type { Expected, FigureName } from './suite.ts';

export function payoutDifferences(expected: readonly Expected[], at: Span, payouts: readonly Payout[]): readonly Difference[] {
  return [...expected.flatMap((wanted) => lineDifferences(wanted, payouts.filter((payout) => meant(wanted, payout)))), ...unexpected(expected, at, payouts)];
}

/** Versions of one plan in one period are one payout to whoever reads it: their amounts are added. */
function lineDifferences(wanted: Expected, payouts: readonly Payout[]): readonly Difference[] {
  const { payee, period, component } = wanted;
  const parts = payouts.flatMap((payout) => payout.components.filter((part) => part.component === component).map((part) => ({ payout, part })));
  const who = `${payee} ${period}${component === undefined ? '' : ` ${component}`}`;
  const place = { payout: { payee, period, ...(component === undefined ? {} : { component }) } };
  const differences: Difference[] = [];
  for (const figure of wanted.figures) {
    const found = foundFigure(figure.name, payouts, parts, wanted.currency?.text);
    const same = found !== undefined && (figure.value === undefined ? found.value === undefined : found.value?.equals(figure.value) === true);
    if (!same) differences.push({ at: figure.at, what: `${who} ${figure.name}`, kind: figure.name, expected: figure.text, found: found?.text ?? 'nothing', ...place });
  }
  if (wanted.because !== undefined) {
    const reason = parts.map(({ part }) => part.zero ?? '').join('; ');
    if (!reason.includes(wanted.because.text)) differences.push({ at: wanted.because.at, what: `${who} because`, kind: 'because', expected: `a reason with "${wanted.because.text}"`, found: reason === '' ? 'no reason' : `"${reason}"`, ...place });
  }
  return differences;
}

interface Found {
  readonly value: Exact | undefined;
  readonly text: string;
}

/** Undefined where nobody was paid, or in another currency. */
function foundFigure(name: FigureName, payouts: readonly Payout[], parts: readonly { readonly payout: Payout; readonly part: ComponentResult }[], currency: string | undefined): Found | undefined {
  const sum = (values: readonly Exact[], type: Type, unit: string): Found | undefined => {
    if (values.length === 0) return undefined;
    const value = total(values);
    return { value, text: figureText(value, type, unit) };
  };
  const plan = payouts[0]?.currency ?? '';
  const other = payouts.find((payout) => payout.currency !== plan);
  if (other !== undefined && name !== 'paid') return { value: undefined, text: `amounts in ${plan} and ${other.currency}; name the plan` };
  switch (name) {
    case 'total':
      return sum(payouts.map((payout) => payout.total), 'money', plan);
    case 'paid': {
      const paid = payouts.filter((payout) => payout.paid.currency === currency);
      const other = payouts.map(({ paid: { amount, currency: in_ } }) => `${figureText(amount, 'money', in_)} ${in_}`).join(' and ');
      return sum(paid.map((payout) => payout.paid.amount), 'money', currency ?? '') ?? (other === '' ? undefined : { value: undefined, text: other });
    }
    case 'earned':
      return sum(parts.map(({ part }) => part.earned), 'money', plan);
    default:
      return known(parts.map(({ part }) => ({ known: part[name], type: name === 'attainment' ? 'ratio' : part.baseType })), plan);
  }
}

/** The measure, its quota or its attainment; of several versions the last, as quotas of versions do not add up. */
function known(all: readonly { readonly known: ComponentResult['base'] | undefined; readonly type: Type }[], currency: string): Found | undefined {
  const last = all[all.length - 1];
  if (last === undefined) return undefined;
  const { value } = last.known ?? {};
  return value === undefined ? { value: undefined, text: last.known === undefined ? `${NOT_APPLICABLE}: the component does not ask for it` : `${NOT_APPLICABLE}: ${last.known.none}` } : { value, text: figureText(value, last.type, currency) };
}

function meant(wanted: Expected, payout: Payout): boolean {
  return payout.payee === wanted.payee && payout.period.id === wanted.period && (wanted.plan === undefined || wanted.plan === payout.plan.name);
}

function unexpected(expected: readonly Expected[], at: Span, payouts: readonly Payout[]): Difference[] {
  return payouts.flatMap((payout) =>
    payout.components
      .filter(({ component, earned }) => !earned.isZero() && !expected.some((wanted) => wanted.component === component && meant(wanted, payout)))
      .map(({ component, earned }) => ({
        at,
        what: `${payout.payee} ${payout.period.id} ${component} earned`,
        kind: 'earned',
        expected: 'nothing',
        found: figureText(earned, 'money', payout.currency),
        payout: { payee: payout.payee, period: payout.period.id, component },
      })),
  );
}
