/** The pages of `paycurve mechanics`, printed from what each mechanic says about itself. */
import type { AnyMechanic, JsonSchema, MechanicExample } from '../mechanic/mechanic.ts';
import type { AnyPayment, PaymentExample } from '../mechanic/payment.ts';
import { wrapped } from './wrap.ts';

/** Every mechanic with its line, formulas first, rules in the order in which they act, payment rules last. */
export function mechanicList(mechanics: readonly AnyMechanic[], payments: readonly AnyPayment[]): string {
  const widest = Math.max(...[...mechanics, ...payments].map((mechanic) => mechanic.key.length));
  const line = (mechanic: AnyMechanic): string => `  ${mechanic.key.padEnd(widest)}  ${mechanic.summary}${mechanic.where.includes('plan') ? ' (also under adjust:)' : ''}`;
  const formulas = mechanics.filter((mechanic) => mechanic.kind === 'formula').map(line);
  const rules = mechanics
    .filter((mechanic) => mechanic.kind === 'rule')
    .sort((a, b) => a.step - b.step)
    .map(line);
  return [
    'Formulas: a component has exactly one.',
    ...formulas,
    '',
    'Rules: a component has any number; they act in this order.',
    ...rules,
    '',
    'Payment rules: under adjust:, on what is paid and when; they keep balances, and act by step: see paycurve help payments.',
    ...payments.map(({ key, summary }) => `  ${key.padEnd(widest)}  ${summary}`),
    '',
    '`paycurve mechanics NAME` explains one, `paycurve help order` shows the order of operations.',
    '',
  ].join('\n');
}

/** One mechanic: what it means, its fields, and an example with the arithmetic by hand. */
export function mechanicPage(mechanic: AnyMechanic | AnyPayment): string {
  const fields = fieldLines(mechanic.schema);
  return [
    `${mechanic.key}: ${mechanic.summary}`,
    '',
    ...wrapped(mechanic.about, 96),
    '',
    ...(fields.length > 0 ? ['Fields', ...fields, ''] : []),
    `Example: ${mechanic.example.title}`,
    ...mechanic.example.yaml.trimEnd().split('\n').map((line) => `    ${line}`),
    '',
    ...(mechanic.kind === 'payment' ? paidIn(mechanic.example) : earnedBy(mechanic.example)),
    '',
  ].join('\n');
}

function paidIn({ earned, paid, balance, work }: PaymentExample): string[] {
  return [`  earned ${earned.join(', ')} in one period after another:`, ...wrapped(work, 94).map((line) => `  ${line}`), `  pays ${paid.join(', ')}`, `  balance ${balance.join(', ')}`];
}

function earnedBy(example: MechanicExample): string[] {
  const given = [
    `base ${example.given.base}`,
    ...(example.given.deals === undefined ? [] : [`deals ${example.given.deals.map((deal) => (typeof deal === 'string' ? deal : `${deal.value} (${Object.entries(deal.columns).map(([name, value]) => `${name} ${value}`).join(', ')})`)).join(' and ')}`]),
    ...(example.given.quota === undefined ? [] : [`quota ${example.given.quota}`]),
    ...(example.given.target === undefined ? [] : [`target ${example.given.target}`]),
    ...Object.entries(example.given.other ?? {}).map(([name, value]) => `${name} ${value}`),
    ...(example.given.members ?? []).map(({ id, base, other, before }) => [`${id} with base ${base}`, ...Object.entries(other ?? {}).map(([name, value]) => `${name} ${value}`), ...(before === undefined ? [] : [`earning ${before}`])].join(' and ')),
  ];
  return [`  with ${given.join(', ')}:`, `  ${example.work}`, `  earns ${example.earns}`];
}

/** The fields of a map schema, wherever it stands (`then`, `items`), with the sentence editors show. */
function fieldLines(schema: JsonSchema): string[] {
  const lines: string[] = [];
  const visit = (part: JsonSchema, path: string): void => {
    const required = new Set(Array.isArray(part.required) ? (part.required as string[]) : []);
    for (const [name, field] of Object.entries((part.properties ?? {}) as Record<string, JsonSchema>)) {
      const about = typeof field.description === 'string' ? field.description : '';
      const choices = Array.isArray(field.enum) ? ` One of ${field.enum.join(', ')}.` : '';
      const words = wrapped(`${required.has(name) ? 'Required. ' : ''}${about}${choices}`, 92);
      lines.push(`  ${path}${name}`, ...words.map((line) => `      ${line}`));
      visit(field, `${path}${name}.`);
    }
    for (const inner of [part.then, part.else, part.items]) if (typeof inner === 'object' && inner !== null) visit(inner as JsonSchema, path);
  };
  visit(schema, '');
  return lines;
}
