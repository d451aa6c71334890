/** One line under `expect`: the figures of a component, or of a whole payout. */
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { MapNode, ScalarNode } from '../document/node.ts';
import type { Plan } from '../plan/model.ts';
import { textOf } from '../plan/place.ts';
import { NOT_APPLICABLE, readFigure } from './figure.ts';
import { checkName } from './names.ts';
import type { Expected, Figure, FigureName } from './suite.ts';

const OF_COMPONENT: readonly FigureName[] = ['earned', 'base', 'quota', 'attainment'];
const OF_PAYOUT: readonly FigureName[] = ['total', 'paid'];
/** What may have no value; money that is owed always has one. */
const MAY_LACK: readonly FigureName[] = ['base', 'quota', 'attainment'];

export function readExpected(node: MapNode, plans: readonly Plan[], problems: Problems): Expected {
  const plan = textOf(node, 'plan');
  const component = textOf(node, 'component');
  checkName(node, 'plan', plans.map((one) => one.name), 'plans', problems);
  checkName(node, 'component', plans.filter((one) => plan === undefined || one.name === plan).flatMap((one) => one.components.map(({ name }) => name)), 'components', problems);
  for (const name of [...OF_COMPONENT, 'because']) {
    const entry = node.entry(name);
    if (entry !== undefined && component === undefined) problems.error('T008', `"${name}" is of a component, and none is named`, { at: entry.keyAt, pointer: node.pointer, expected: 'component', hint: 'add component: and its name, or write total: for the whole payout' });
  }
  if ((node.entry('paid') === undefined) !== (node.entry('currency') === undefined))
    problems.error('T008', '"paid" and "currency" belong together', { at: node.entry('paid')?.keyAt ?? node.entry('currency')!.keyAt, pointer: node.pointer, hint: 'write both, such as paid: "12,500.00", currency: GBP' });
  const figures = [...OF_COMPONENT, ...OF_PAYOUT].flatMap((name) => figureOf(node, name, problems) ?? []);
  const because = node.get('because') as ScalarNode | undefined;
  const currency = node.get('currency') as ScalarNode | undefined;
  if (![...OF_COMPONENT, ...OF_PAYOUT, 'because'].some((name) => node.entry(name) !== undefined)) problems.error('T006', 'this line expects nothing', { at: node.at, pointer: node.pointer, hint: 'add earned: to a component, or total: to a payout' });
  return {
    at: node.at,
    payee: textOf(node, 'payee')!,
    period: textOf(node, 'period')!,
    ...(plan === undefined ? {} : { plan }),
    ...(component === undefined ? {} : { component }),
    figures,
    ...(currency === undefined ? {} : { currency: { text: currency.text, at: currency.at } }),
    ...(because === undefined ? {} : { because: { text: because.text, at: because.at } }),
  };
}

function figureOf(node: MapNode, name: FigureName, problems: Problems): Figure | undefined {
  const scalar = node.get(name);
  if (scalar?.kind !== 'scalar') return undefined;
  const { text, at } = scalar;
  if (text === NOT_APPLICABLE && MAY_LACK.includes(name)) return { name, at, text, value: undefined };
  const read = readFigure(text);
  if ('value' in read) return { name, at, text, value: read.value };
  problems.error('T004', `"${name}" is ${read.fault}: ${text}`, { at, pointer: scalar.pointer, found: text, hint: read.hint });
  return undefined;
}
