/** Why nothing is paid. A zero always carries its reason. */
import { total } from '../../value/exact.ts';
import { LATER } from './payday.ts';
import { COMES, PASSES, type Payment } from './result.ts';
import type { Stop } from './stop.ts';

export function whyNothing({ lines }: Pick<Payment, 'lines'>, { total: earned, inPlan, moment }: Stop): string {
  const later = lines.find(({ name }) => name === LATER);
  if (later !== undefined) return later.text();
  const told = lines.filter(({ change }) => !change.isZero());
  if (told.length > 0) return `${moment.words.money(earned)} earned, and then ${told.map(({ name, text }) => `${name}: ${text()}`).join('; ')}`;
  const moved = lines.filter(({ name }) => name === PASSES || name === COMES);
  if (earned.isZero() && moved.length > 0) return moved.map(({ account, text }) => `${account}: ${text()}`).join('; ');
  const cost = total(lines.map((line) => line.cost));
  if (earned.isZero() && cost.isZero()) return inPlan ? 'nothing was earned, and no balance was due' : 'the person has left, and no balance is due';
  return 'what was earned and what was taken cancel out';
}
