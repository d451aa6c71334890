/**
 * A run as one JSON document, described by schema/run.schema.json. Amounts are texts, null means not applicable and has its
 * reason beside it, keys stand in a fixed order. Rule: cli-conventions §12.
 */
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { ComponentResult, Payout, SourceTally } from '../../engine/result.ts';
import type { Payment } from '../../engine/index.ts';
import type { Known } from '../../mechanic/mechanic.ts';
import { dayText } from '../../value/day.ts';
import { exactText } from '../../value/display.ts';
import { ZERO, type Exact } from '../../value/exact.ts';
import { textOrder } from '../../value/text-order.ts';
import { digits, effectiveRate } from '../amount.ts';
import { exactFields, moneyFields } from '../exact-fields.ts';
import { zeroOf } from '../payment.ts';
import type { RunAbout, RunReport } from './report.ts';
import { windowWords } from './window-words.ts';

const FORMAT_VERSION = '1.0';

export function runJson(about: RunAbout): RunReport {
  const totals = new Map<string, Exact>();
  const people = new Set<string>();
  let payouts = 0;
  const head = { format_version: FORMAT_VERSION, tool: { name: 'paycurve', version: about.version }, workspace: about.workspace, filters: about.filters };
  const opening = `${JSON.stringify(head, undefined, 2).slice(0, -2)},\n  "payouts": [`;
  return {
    take(payout) {
      totals.set(payout.currency, (totals.get(payout.currency) ?? ZERO).plus(payout.total));
      people.add(payout.payee);
      return `${payouts++ === 0 ? opening : ','}\n${indented(payoutRecord(about, payout), 4)}`;
    },
    end(end) {
      const sums = [...totals].sort(([a], [b]) => textOrder(a, b)).map(([currency, total]) => ({ currency, ...moneyFields('total', total, currency) }));
      const rest = {
        rows: end.sources.map(sourceRecord),
        ...(end.excludedTo === undefined ? {} : { excluded_rows: end.excludedTo }),
        ...(end.rejectedTo === undefined ? {} : { rejected_rows: end.rejectedTo }),
        warnings: end.warnings.map(warningRecord),
        summary: { people: people.size, payouts, totals: sums },
      };
      const closing = indented(rest, 0).slice(2);
      return `${payouts === 0 ? opening : '\n  '}],\n${closing}\n`;
    },
  };
}

function indented(value: unknown, by: number): string {
  const margin = ' '.repeat(by);
  return margin + JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${margin}`);
}

function payoutRecord(about: RunAbout, payout: Payout): object {
  const { currency, paid } = payout;
  const name = about.nameOf(payout.payee);
  return {
    payee: payout.payee,
    ...(name === undefined ? {} : { name }),
    plan: payout.plan.name,
    period: payout.period.id,
    from: dayText(payout.from),
    to: dayText(payout.to),
    currency,
    components: payout.components.map((component) => componentRecord(component, payout)),
    adjustments: payout.adjustments.map((one) => ({ name: one.name, ...moneyFields('change', one.change, currency), text: one.text })),
    ...moneyFields('total', payout.total, currency),
    ...(payout.zero === undefined ? {} : { zero_because: zeroOf(payout)! }),
    ...moneyFields('credited', payout.credited, currency),
    ...known('effective_rate', effectiveRate(payout.total, payout.credited), exactText, 'always'),
    ...(payout.vacant === true ? { vacant: true } : {}),
    ...(payout.payment === undefined ? {} : { payment: paymentRecord(payout.payment, currency) }),
    ...(payout.employerCosts === undefined ? {} : { employer_costs: payout.employerCosts.map(({ name, base, amount, text }) => ({ name, ...moneyFields('base', base, currency), ...moneyFields('amount', amount, currency), text })) }),
    paid: { currency: paid.currency, ...moneyFields('amount', paid.amount, paid.currency), ...(paid.rate === undefined ? {} : exactFields('rate', exactText(paid.rate), paid.rate, 'always')) },
  };
}

/** opening + earned − payable = closing, for each balance and in sum. */
function paymentRecord(payment: Payment, currency: string): object {
  return {
    ...moneyFields('earned', payment.earned, currency),
    ...moneyFields('payable', payment.paid, currency),
    ...(payment.closed === true ? { closed: true } : {}),
    ...(payment.zero === undefined ? {} : { zero_because: payment.zero }),
    lines: payment.lines.map((line) => ({
      step: line.step,
      name: line.name,
      ...(line.account === undefined ? {} : { account: line.account }),
      ...moneyFields('earned', line.cost, currency),
      ...moneyFields('payable', line.change, currency),
      text: line.text(),
    })),
    balances: payment.balances.map(({ account, opening, closing, state }) => ({ account, ...moneyFields('opening', opening, currency), ...moneyFields('closing', closing, currency), ...(state === undefined ? {} : { state }) })),
  };
}

function componentRecord(component: ComponentResult, { currency, plan }: Payout): object {
  const text = (value: Exact): string => digits(value, component.baseType, currency);
  return {
    component: component.component,
    title: component.title,
    pays: component.pays,
    measure: component.on,
    window: windowWords(plan, component),
    ...known('base', component.base, text),
    ...(component.quota === undefined ? {} : known('quota', component.quota, text)),
    ...(component.attainment === undefined ? {} : known('attainment', component.attainment, exactText, 'always')),
    ...moneyFields('earned', component.earned, currency),
    ...(component.zero === undefined ? {} : { zero_because: component.zero }),
  };
}

/**
 * `name: "1.25"`, or `name: null` with `name_reason` beside it. A ratio always has its `name_decimal` beside it, another number
 * where it is a fraction: most readers take no `2/3`.
 */
function known(name: string, value: Known, text: (value: Exact) => string, decimal: 'always' | 'fractions' = 'fractions'): object {
  if (value.value === undefined) return { [name]: null, [`${name}_reason`]: value.none };
  return exactFields(name, text(value.value), value.value, decimal);
}

function sourceRecord(tally: SourceTally): object {
  return {
    source: tally.source,
    read: tally.read,
    credited: tally.credited,
    excluded: tally.excluded.map((one) => ({ reason: one.reason, text: one.text, rows: one.rows, examples: one.examples })),
    rejected: tally.rejected,
    doubly_credited: tally.doublyCredited,
    ...(tally.late.length === 0 ? {} : { late: tally.late.map(({ period, rows, examples }) => ({ period, rows, examples })) }),
    credited_in_part: { rows: tally.creditedInPart.rows, examples: tally.creditedInPart.examples },
    ...(tally.firstDay === undefined ? {} : { first_day: dayText(tally.firstDay) }),
    ...(tally.lastDay === undefined ? {} : { last_day: dayText(tally.lastDay) }),
  };
}

function warningRecord(warning: Diagnostic): object {
  return { code: warning.code, severity: warning.severity, message: warning.message, ...(warning.hint === undefined ? {} : { hint: warning.hint }) };
}
