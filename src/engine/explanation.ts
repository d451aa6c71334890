/**
 * The ledger of one payout as a tree: every step names what came out, why, and the steps that went in, down to the line of
 * the data file and the line of the plan. Built from what was worked out; nothing is computed a second time.
 */
import type { FoundRate } from '../data/reference.ts';
import type { Type } from '../expr/types.ts';
import type { Known } from '../mechanic/mechanic.ts';
import { planRateName } from '../plan/convert.ts';
import type { Measure } from '../plan/model.ts';
import { dayText } from '../value/day.ts';
import { ONE, ZERO, type Exact } from '../value/exact.ts';
import { textOrder } from '../value/text-order.ts';
import type { Book } from './book.ts';
import type { Acted } from './chain.ts';
import type { Worked } from './component.ts';
import { conversionText, converted, type Conversion } from './conversion.ts';
import type { Enrolment, KeptCredit, Stretch } from './enrolment.ts';
import type { ComponentEnv } from './environment.ts';
import { roundedOnce } from './explain-rounding.ts';
import { explainInputs } from './explain-inputs.ts';
import type { Moment } from './moment.ts';
import { measuresAsked } from './need.ts';
import { explainPayment } from './payment/explanation.ts';
import type { WorkedPayout } from './payout.ts';
import { quotaText, type QuotaPart } from './quota.ts';
import { reliefText } from './relief.ts';
import { groupQuotaText, groupText } from './read-group.ts';
import type { Payout, Step } from './result.ts';
import { windowText } from './window.ts';

export function explainPayout(payout: Omit<Payout, 'step'>, worked: WorkedPayout, book: Book, moment: Moment): Step {
  const { currency } = payout;
  const parts: Step[] = worked.components.map((one) => explainComponent(one, one.shown, book, moment, currency));
  parts.push(...roundedOnce(worked.components, payout.plan, moment.words));
  for (const { applied, outcome, change } of worked.adjusted)
    parts.push({ kind: 'adjustment', name: applied.mechanic.key, text: outcome.text(), amount: change, unit: 'money', currency, plan: applied.at, parts: [] });
  if (worked.payment !== undefined) parts.push(explainPayment(worked.payment, worked.total, moment));
  if (worked.paid.found !== undefined) parts.push(paymentStep(worked.paid.found, worked, payout));
  for (const { name, text, amount, at } of payout.employerCosts ?? []) parts.push({ kind: 'employer-cost', name, text, amount, unit: 'money', currency, plan: at, parts: [] });
  const text = `${payout.payee}, plan ${payout.plan.name}, ${payout.period.id} (${dayText(payout.from)} to ${dayText(payout.to)})`;
  return { kind: 'payout', name: payout.payee, text, amount: payout.total, unit: 'money', currency, plan: payout.plan.at, parts };
}

function paymentStep(found: FoundRate, { paid, total, payment }: WorkedPayout, { currency, period }: Omit<Payout, 'step'>): Step {
  const how = conversionText({ amount: payment?.paid ?? total, from: currency, to: paid.currency, wanted: paid.day ?? period.to, found });
  return { kind: 'conversion', name: paid.currency, text: `paid in ${paid.currency}: ${how}, rounded to its minor unit`, amount: paid.amount, unit: 'money', currency: paid.currency, data: found.at, parts: [] };
}

function explainComponent(worked: Worked, shown: Exact, book: Book, moment: Moment, currency: string): Step {
  const { component, env } = worked;
  const { words } = moment;
  const measure = book.measureNamed(component.on);
  const asked = measuresAsked(component, (name) => book.enrolment.version.measures.has(name));
  const listed = new Set<string>();
  const parts: Step[] = [explainMeasure(measure, env, book, moment, currency, listed)];
  for (const name of asked) parts.push(explainMeasure(book.measureNamed(name), env, book, moment, currency, listed));
  if (worked.prepared.asksForAttainment) {
    const attained = explainQuota(measure, worked, moment, currency);
    // at plan rates another result than the base is held against the quota
    parts.push(env.otherScale(measure.name) ? { ...attained, parts: [explainMeasure(book.measureNamed(planRateName(measure.name)), env, book, moment, currency, listed), ...attained.parts] } : attained);
  }
  parts.push(...explainInputs(worked, moment, currency));
  for (const acted of worked.acted) parts.push(explainActed(acted, component.formula === acted.applied, currency));
  if (component.rounding.at !== 'payout' && !worked.rounded.equals(worked.amount))
    parts.push({ kind: 'rounding', name: component.rounding.mode, text: `rounded ${component.rounding.mode} to ${words.number(component.rounding.to)}: ${words.number(worked.amount)} becomes ${words.money(worked.rounded)}`, amount: worked.rounded.minus(worked.amount), unit: 'money', currency, plan: component.rounding.place ?? component.at, parts: [] });
  if (component.accumulates !== undefined)
    parts.push({ kind: 'true-up', name: component.accumulates, text: `${words.money(worked.rounded)} to date in the ${component.accumulates}, less ${words.money(worked.before)} earned before`, amount: worked.before.negated(), unit: 'money', currency, plan: component.at, parts: [] });
  if (!shown.equals(worked.earned))
    parts.push({ kind: 'rounding', name: 'payout', text: `rounded with the whole payout: ${words.number(worked.earned)} becomes ${words.money(shown)}`, amount: shown.minus(worked.earned), unit: 'money', currency, plan: component.at, parts: [] });
  const text = worked.zero ?? summary(worked, moment);
  return { kind: 'earning', name: component.name, text, amount: shown, unit: 'money', currency, plan: component.at, parts };
}

/** What a component says in one line: its true-up, else its formula, else whatever spoke last. */
function summary(worked: Worked, { words }: Moment): string {
  if (worked.component.accumulates !== undefined && !worked.before.isZero())
    return `${words.money(worked.rounded)} to date in the ${worked.component.accumulates}, less ${words.money(worked.before)} earned before`;
  const formula = worked.acted.find((acted) => acted.applied === worked.component.formula);
  // sold nothing, and paid all the same: what came of earlier sales says why
  if (formula?.after.isZero() === true && !worked.shown.isZero()) return worked.acted.at(-1)!.outcome.text();
  return (formula ?? worked.acted.at(-1))?.outcome.text() ?? '';
}

function explainActed(acted: Acted, isFormula: boolean, currency: string): Step {
  const { applied, outcome, before, after } = acted;
  const parts: Step[] = (outcome.parts?.() ?? []).map((part) => ({ kind: 'earning', name: '', text: part.text, amount: part.amount, unit: 'money', currency, ...(part.tier === undefined ? {} : { tier: part.tier }), ...(part.on === undefined ? {} : { on: part.on }), ...(part.at ? { plan: part.at } : {}), parts: [] }));
  for (const { deal, pay, rounded } of acted.deals ?? [])
    parts.push({ kind: 'deal', name: deal.id, text: pay.text(), amount: rounded, unit: 'money', currency, data: deal.data, parts: [] });
  const gate = outcome.amount === undefined && outcome.from === undefined;
  return {
    kind: isFormula ? 'earning' : gate || before.equals(after) ? 'gate' : 'adjustment',
    name: applied.mechanic.key,
    text: outcome.text(),
    ...(isFormula ? { amount: after, unit: 'money' as Type, currency } : before.equals(after) ? {} : { amount: after.minus(before), unit: 'money' as Type, currency }),
    plan: applied.at,
    parts,
  };
}

/** `listed`: measures whose credits stand above in this component, by name and window; nobody reads them twice. */
function explainMeasure(measure: Measure, env: ComponentEnv, book: Book, moment: Moment, currency: string, listed: Set<string>): Step {
  const value = env.read(measure);
  const stretch = env.stretch(measure);
  const where = stretch === undefined ? '' : ` in ${windowText(book.enrolment.version.calendar, stretch.first, stretch.last)}`;
  if (measure.across !== undefined && stretch !== undefined) return groupStep(measure, value, stretch, moment, currency);
  const aside = measure.kind === 'ratio' || stretch === undefined ? undefined : env.setAside(measure, stretch);
  const rows = measure.kind === 'ratio' || stretch === undefined ? 0 : book.named(measure.name).rows(stretch) - (aside?.size ?? 0);
  const without = aside === undefined ? '' : `, without ${aside.size === 1 ? 'a return that is' : `${aside.size} returns that are`} settled by the clawback`;
  const what = measure.ratio === undefined ? `${measure.kind} over ${rows} ${rows === 1 ? 'credit' : 'credits'}${where}${without}` : `${measure.ratio.over} ÷ ${measure.ratio.under}${where}`;
  const again = `${measure.name}${where}`;
  const above = measure.ratio === undefined && rows > 0 && listed.has(again);
  listed.add(again);
  const parts =
    measure.ratio !== undefined
      ? env.sidesOf(measure).map((side) => explainMeasure(side, env, book, moment, currency, listed))
      : stretch === undefined || above
        ? []
        : creditsOf(measure, stretch, book.enrolment).filter(({ id }) => aside?.has(id) !== true).map((credit) => creditStep(credit, measure, moment, currency));
  return {
    kind: 'measure',
    name: measure.name,
    text: value.value === undefined ? `${what}: ${value.none}` : `${what}${above ? ', as above' : ''}`,
    ...(value.value === undefined ? {} : { amount: value.value }),
    unit: measure.type,
    ...(measure.type === 'money' ? { currency } : {}),
    plan: measure.at,
    parts,
  };
}

/** A measure across a group: how many credits and people, and not whose. */
function groupStep(measure: Measure, value: Known, stretch: Stretch, moment: Moment, currency: string): Step {
  const text = groupText(measure, stretch, moment);
  return { kind: 'measure', name: measure.name, text: value.value === undefined ? `${text}: ${value.none}` : text, ...(value.value === undefined ? {} : { amount: value.value }), unit: measure.type, ...(measure.type === 'money' ? { currency } : {}), plan: measure.at, parts: [] };
}

function creditsOf(measure: Measure, stretch: Stretch, enrolment: Enrolment): readonly KeptCredit[] {
  const index = enrolment.version.measures.get(measure.name)!;
  return enrolment
    .cellsIn(stretch)
    .flatMap((cell) => cell.credits?.[index] ?? [])
    .sort((a, b) => a.day - b.day || textOrder(a.id, b.id));
}

function creditStep(credit: KeptCredit, measure: Measure, { words }: Moment, currency: string): Step {
  const share = credit.share.equals(ONE) ? '' : `, share ${words.percent(credit.share)}`;
  return {
    kind: 'credit',
    name: credit.id,
    text: `${dayText(credit.day)}, credited by ${credit.rule}${share}${credit.dated === undefined ? '' : `, late: dated ${dayText(credit.dated)}`}${credit.returns === undefined ? '' : `, takes back ${credit.returns}`}`,
    ...(credit.value === undefined ? {} : { amount: credit.value, unit: measure.type, ...(measure.type === 'money' ? { currency } : {}) }),
    data: credit.data,
    parts: credit.conversions.map(conversionStep),
  };
}

function conversionStep(conversion: Conversion): Step {
  return { kind: 'conversion', name: conversion.to, text: conversionText(conversion), amount: converted(conversion), unit: 'money', currency: conversion.to, data: conversion.found.at, parts: [] };
}

function explainQuota(measure: Measure, worked: Worked, moment: Moment, currency: string): Step {
  const { book, words } = moment;
  const paid = worked.env.stretch(measure);
  const stretch = paid === undefined ? undefined : worked.env.heldAgainst(measure, paid);
  const money = measure.type === 'money' ? { currency } : {};
  const parts: Step[] = [];
  const shared = measure.across !== undefined && measure.quota.whose !== undefined && measure.quota.whose !== 'payee';
  if (stretch !== undefined && !shared)
    for (let period = stretch.first; period <= stretch.last; period++) {
      if (book.enrolment.ofPeriod(period, stretch.own, stretch.past).length === 0) continue;
      const quota = book.named(measure.name).quotaOf(period, stretch.own, stretch.past);
      if (quota.kind !== 'known') continue;
      for (const part of quota.parts) parts.push({ kind: 'quota', name: book.enrolment.version.calendar.periods[period]!.id, text: quotaText(part, words), amount: part.amount, unit: measure.type, ...money, data: part.record.at, parts: rateOfQuota(part, currency) });
      for (const { relief, amount } of quota.relief) parts.push({ kind: 'quota', name: book.enrolment.version.calendar.periods[period]!.id, text: reliefText(relief, words, measure), amount: amount.negated(), unit: measure.type, ...money, data: relief.at, parts: [] });
    }
  const quota = worked.quota ?? { value: ZERO };
  const quotaStep: Step = { kind: 'quota', name: measure.name, text: quota.none ?? (shared && stretch !== undefined ? groupQuotaText(measure, stretch, moment) : undefined) ?? `sum of ${parts.length} ${parts.length === 1 ? 'part' : 'parts'}`, ...(quota.value === undefined ? {} : { amount: quota.value, unit: measure.type, ...money }), plan: measure.quota.at, parts };
  const attainment = worked.attainment;
  return { kind: 'attainment', name: measure.name, text: attainment?.none ?? 'result ÷ quota', ...(attainment?.value === undefined ? {} : { amount: attainment.value, unit: 'ratio' as Type }), plan: measure.quota.at, parts: [quotaStep] };
}

/** A quota in another currency is converted at the rate of the record's first day. */
function rateOfQuota({ record, share, found, day }: QuotaPart, currency: string): Step[] {
  return found === undefined ? [] : [conversionStep({ amount: share, from: record.currency!, to: currency, wanted: day ?? record.from, found })];
}
