/**
 * The ledger as lines of JSON: the first says what it is, then every credit as it happened, then for every payout its steps,
 * each with the number of the step it belongs to. Amounts are texts. Rule: calculation contract §1.
 */
import type { Conversion, Credit, Payout, Step } from '../engine/index.ts';
import type { Type } from '../expr/types.ts';
import type { DataPlace } from '../diagnostic/diagnostic.ts';
import { positionOf } from '../diagnostic/position.ts';
import { dayText } from '../value/day.ts';
import { exactText } from '../value/display.ts';
import { digits } from './amount.ts';
import { exactFields } from './exact-fields.ts';

const FORMAT_VERSION = '1.0';

export function ledgerHead(version: string, workspace: string): string {
  return line({ format_version: FORMAT_VERSION, kind: 'ledger', tool: { name: 'paycurve', version }, workspace });
}

export function creditLine(credit: Credit): string {
  return line({
    entry: 'credit',
    payee: credit.payee,
    plan: credit.plan,
    period: credit.period,
    rule: credit.rule,
    transaction: credit.row.id,
    ...exactFields('share', exactText(credit.share), credit.share),
    adds: credit.adds.map(({ measure, value, conversions }) => ({
      measure,
      ...(value === undefined ? {} : exactFields('value', exactText(value), value)),
      ...(conversions.length === 0 ? {} : { converted: conversions.map(conversionRecord) }),
    })),
    data: `${credit.row.file}:${credit.row.line}`,
    ...(credit.row.late === undefined ? {} : { dated: dayText(credit.row.late.dated), counts_on: dayText(credit.row.late.countsOn), late_because: credit.row.late.why }),
  });
}

/** The amount as it stood and the rate as the file has it; an opposite rate is given as written, so that it can be found. */
function conversionRecord({ amount, from, to, found }: Conversion): object {
  return {
    ...exactFields('amount', exactText(amount), amount),
    from,
    to,
    ...(found.opposite === undefined ? exactFields('rate', exactText(found.rate), found.rate) : { one_over: exactText(found.opposite) }),
    rate_day: dayText(found.day),
    data: placeText(found.at),
  };
}

/** The steps of one payout, from the payout down. */
export function payoutLines(payout: Payout): string {
  if (payout.step === undefined) return '';
  const key = { payee: payout.payee, plan: payout.plan.name, period: payout.period.id };
  const lines: string[] = [];
  const visit = (step: Step, of: number | undefined): void => {
    const number = lines.length + 1;
    lines.push(line({ entry: step.kind, ...key, step: number, ...(of === undefined ? {} : { of }), ...stepFields(step, payout.currency) }));
    for (const part of step.parts) visit(part, number);
  };
  visit(payout.step, undefined);
  return lines.join('');
}

/** A step without its kind and its parts. */
export function stepFields(step: Step, currency: string): object {
  const unit: Type = step.unit ?? 'number';
  return {
    name: step.name,
    text: step.text,
    ...(step.amount === undefined ? {} : exactFields('amount', digits(step.amount, unit, step.currency ?? currency), step.amount)),
    ...(step.unit === undefined ? {} : { unit: step.unit }),
    ...(step.currency === undefined ? {} : { currency: step.currency }),
    ...(step.plan === undefined ? {} : { rule: `${step.plan.source.name}:${positionOf(step.plan).line}` }),
    ...(step.data === undefined ? {} : { data: placeText(step.data) }),
  };
}

function placeText(place: DataPlace): string {
  return place.line === undefined ? place.file : `${place.file}:${place.line}`;
}

function line(record: object): string {
  return `${JSON.stringify(record)}\n`;
}
