/** One line under `credits`: who is credited with what of a transaction. */
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { MapNode } from '../document/node.ts';
import type { Plan } from '../plan/model.ts';
import { textOf } from '../plan/place.ts';
import { readFigure } from './figure.ts';
import { checkName } from './names.ts';
import type { ExpectedCredit } from './suite.ts';

export function readCredit(node: MapNode, plans: readonly Plan[], problems: Problems): ExpectedCredit {
  checkName(node, 'measure', plans.flatMap((plan) => plan.measures.map(({ name }) => name)), 'measures', problems);
  checkName(node, 'rule', plans.flatMap((plan) => plan.credits.map(({ name }) => name)), 'credit rules', problems);
  const value = exactOf(node, 'value', problems);
  const share = exactOf(node, 'share', problems);
  const rule = textOf(node, 'rule');
  const period = textOf(node, 'period');
  return {
    at: node.at,
    payee: textOf(node, 'payee')!,
    measure: textOf(node, 'measure')!,
    transaction: textOf(node, 'transaction')!,
    ...(value === undefined ? {} : { value }),
    ...(share === undefined ? {} : { share }),
    ...(rule === undefined ? {} : { rule }),
    ...(period === undefined ? {} : { period }),
  };
}

function exactOf(node: MapNode, key: 'value' | 'share', problems: Problems): ExpectedCredit['value'] {
  const scalar = node.get(key);
  if (scalar?.kind !== 'scalar') return undefined;
  const read = readFigure(scalar.text);
  if ('value' in read) return { text: scalar.text, value: read.value };
  problems.error('T004', `"${key}" is ${read.fault}: ${scalar.text}`, { at: scalar.at, pointer: scalar.pointer, found: scalar.text, hint: read.hint });
  return undefined;
}
