/** What pools, contests, shared caps and budgets have in common: who shares, and amounts that are one number for all of them. */
import type { MapNode, Node } from '../document/node.ts';
import type { Type } from '../expr/types.ts';
import { field, oneOf } from './field.ts';
import { readFigure, type Figure } from './figure.ts';
import type { Reader, Sharing } from './mechanic.ts';

export const ACROSS = field('Who shares: people of this plan with the same value in a people column, or plan for all of them.', ['plan', 'store'], { type: 'string' });

export const MEMBERS = field(
  'Who is a member: those who are in the plan on the last day of the period, everybody who was in it on any day (in the group of their last), or everybody by days, in each group they were in. This says what leavers get.',
  ['last-day', 'days'],
  oneOf({ 'last-day': 'who is there on the last day of the period; leavers get nothing', 'any-day': 'who was there on any day, leavers too, in the group of their last day', days: 'everybody in proportion to their days in the group' }),
);

export function readSharing(node: MapNode, members: Sharing['members'] | undefined, reader: Reader): Sharing | undefined {
  const written = node.get('members');
  const across = node.get('across');
  const read = across === undefined ? undefined : reader.across(across);
  const stated = members ?? (written?.kind === 'scalar' ? (written.text as Sharing['members']) : undefined);
  return read === undefined || stated === undefined ? undefined : { across: read, members: stated };
}

/** An amount that is the same for all who share: a number, or a formula over their group's own column and over measures across their group or a larger one. */
export function readSharedFigure(node: Node, expect: readonly Type[], { across }: Sharing, reader: Reader): Figure | undefined {
  const figure = readFigure(node, expect, reader);
  if (figure === undefined) return undefined;
  const group = across.kind === 'plan' ? 'all' : across.name;
  // whoever shares has one value there: an amount for each store
  const groupsOwn = ({ kind, ref }: Figure['facts'][number]): boolean => kind === 'person' && ref.name === group;
  const own = figure.facts.find((fact) => fact.shared !== 'all' && fact.shared !== group && !groupsOwn(fact));
  if (own === undefined) return figure;
  const column = across.kind === 'plan' ? '' : `, the column ${across.name} itself`;
  reader.problem('P460', `${own.name} is not the same for all who share here`, node, { found: own.name, hint: `use an amount${column}, or a measure that is declared with across: ${across.kind === 'plan' ? 'plan' : across.name}` });
  return undefined;
}

/** `everybody in the plan`, `people of one store`. */
export function sharingWords({ across }: Sharing): string {
  return across.kind === 'plan' ? 'everybody in the plan' : `people with one ${across.name}`;
}

export function membersWords({ members }: Sharing): string {
  if (members === 'last-day') return 'Members are those who are in the plan on the last day of the period; who has left gets nothing.';
  if (members === 'any-day') return 'Everybody who was in the plan on a day of the period is a member, in the group of their last day.';
  return 'Everybody counts by their days in the group.';
}
