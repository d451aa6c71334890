/** One line under `ledger`: what a person earned and is paid in a period, and the balances after it. */
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { MapNode, ScalarNode } from '../document/node.ts';
import type { Plan } from '../plan/model.ts';
import { textOf } from '../plan/place.ts';
import type { Exact } from '../value/exact.ts';
import type { Span } from '../diagnostic/diagnostic.ts';
import { readFigure } from './figure.ts';
import { checkName } from './names.ts';

interface Amount {
  readonly name: string;
  readonly at: Span;
  readonly text: string;
  readonly value: Exact;
}

export interface ExpectedLedger {
  readonly at: Span;
  readonly payee: string;
  readonly period: string;
  readonly plan?: string;
  readonly earned?: Amount;
  readonly payable?: Amount;
  /** Absent: balances are not compared. Those that are not named must be zero. */
  readonly balances?: readonly Amount[];
  /** Words of a line between earned and payable, or of the reason why nothing is paid. */
  readonly because?: { readonly text: string; readonly at: Span };
}

export function readLedger(node: MapNode, plans: readonly Plan[], problems: Problems): ExpectedLedger {
  checkName(node, 'plan', plans.map((one) => one.name), 'plans', problems);
  const plan = textOf(node, 'plan');
  const accounts = node.get('balances');
  if (accounts?.kind === 'map') for (const { key } of accounts.entries) checkAccount(accounts, key, plans, problems);
  const [earned, payable] = [amountOf(node, 'earned', problems), amountOf(node, 'payable', problems)];
  const because = node.get('because') as ScalarNode | undefined;
  if (!['earned', 'payable', 'balances', 'because'].some((name) => node.entry(name) !== undefined)) problems.error('T006', 'this line expects nothing', { at: node.at, pointer: node.pointer, hint: 'add payable: or balances:' });
  return {
    at: node.at,
    payee: textOf(node, 'payee')!,
    period: textOf(node, 'period')!,
    ...(plan === undefined ? {} : { plan }),
    ...(earned === undefined ? {} : { earned }),
    ...(payable === undefined ? {} : { payable }),
    ...(accounts?.kind === 'map' ? { balances: accounts.entries.flatMap(({ key }) => amountOf(accounts, key, problems) ?? []) } : {}),
    ...(because === undefined ? {} : { because: { text: because.text, at: because.at } }),
  };
}

function checkAccount(node: MapNode, name: string, plans: readonly Plan[], problems: Problems): void {
  const known = [...new Set(plans.flatMap((one) => one.payments.map(({ account }) => account)))];
  if (known.includes(name)) return;
  problems.error('T003', `no plan has the balance "${name}"`, { at: node.entry(name)!.keyAt, pointer: node.pointer, found: name, hint: known.length === 0 ? 'there are no balances: no plan has a payment rule' : `balances are ${known.join(', ')}` });
}

function amountOf(node: MapNode, name: string, problems: Problems): Amount | undefined {
  const scalar = node.get(name);
  if (scalar?.kind !== 'scalar') return undefined;
  const { text, at } = scalar;
  const read = readFigure(text);
  if ('value' in read) return { name, at, text, value: read.value };
  problems.error('T004', `"${name}" is ${read.fault}: ${text}`, { at, pointer: scalar.pointer, found: text, hint: read.hint });
  return undefined;
}
