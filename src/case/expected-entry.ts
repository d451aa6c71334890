/** One line under `ledger`: an entry of the explanation, with its amount as exact text. */
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { MapNode } from '../document/node.ts';
import type { Plan } from '../plan/model.ts';
import { textOf } from '../plan/place.ts';
import { NOT_APPLICABLE, readFigure } from './figure.ts';
import { checkName } from './names.ts';
import type { ExpectedEntry, Figured } from './suite.ts';

export function readEntry(node: MapNode, plans: readonly Plan[], problems: Problems): ExpectedEntry {
  checkName(node, 'plan', plans.map((one) => one.name), 'plans', problems);
  checkName(node, 'component', plans.flatMap((one) => one.components.map(({ name }) => name)), 'components', problems);
  const text = (key: 'plan' | 'component' | 'name' | 'tier'): object => {
    const found = textOf(node, key);
    return found === undefined ? {} : { [key]: found };
  };
  const figure = (key: 'on' | 'amount'): object => {
    const found = figured(node, key, problems);
    return found === undefined ? {} : { [key]: found };
  };
  return { at: node.at, payee: textOf(node, 'payee')!, period: textOf(node, 'period')!, step: textOf(node, 'step')!, ...text('plan'), ...text('component'), ...text('name'), ...text('tier'), ...figure('on'), ...figure('amount') };
}

function figured(node: MapNode, key: string, problems: Problems): Figured | undefined {
  const scalar = node.get(key);
  if (scalar?.kind !== 'scalar') return undefined;
  const { text } = scalar;
  if (text === NOT_APPLICABLE) return { text, value: undefined };
  const read = readFigure(text);
  if ('value' in read) return { text, value: read.value };
  problems.error('T004', `"${key}" is ${read.fault}: ${text}`, { at: scalar.at, pointer: scalar.pointer, found: text, hint: read.hint });
  return undefined;
}
