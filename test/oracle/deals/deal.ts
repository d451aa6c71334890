/**
 * Who is credited with which row, and with how much of it; and which sale a row takes back. A return goes to those whom its
 * original was credited to, by the shares of that row. Shares nothing with `src/`.
 */
import { serial, type Serial } from '../day.ts';
import { minus, NONE_AT_ALL, parse, sign, sum, times, WHOLE, type Fraction } from '../fraction.ts';
import type { CreditRuleJson, DealWorld, EventJson, RowJson } from './world.ts';

export interface Deal {
  readonly row: RowJson;
  readonly id: string;
  readonly day: Serial;
  /** The whole row, the person's share of it, and their credit. */
  readonly whole: Fraction;
  readonly share: Fraction;
  readonly credit: Fraction;
  /** A row that names another: the sale that all of them are about, or `unknown`. */
  readonly returns: RowJson | 'unknown' | undefined;
}

/** The sale at the end of the names; a return may name a return. */
export function rootOf(world: DealWorld, row: RowJson): RowJson | 'unknown' | undefined {
  if (row.original === null) return undefined;
  let at: RowJson | undefined = row;
  for (let steps = 0; at !== undefined && steps <= world.rows.length; steps++) {
    if (at.original === null) return at;
    const name: string = at.original;
    at = world.rows.find(({ id }) => id === name);
  }
  return 'unknown';
}

interface Given {
  readonly person: string;
  readonly share: Fraction;
}

/** What a rule credits of a sale; nothing where one that goes before it credits somebody. */
function given(world: DealWorld, rule: CreditRuleJson, row: RowJson): Given[] {
  if (row.customer === rule.not || rule.unless.some((name) => given(world, world.rules.find((each) => each.name === name)!, row).length > 0)) return [];
  return splitOf(world, row[rule.to], rule.split ? row : { coOwner: null, coShare: null }).map(({ person, share }) => ({ person, share: times(share, parse(rule.share)) }));
}

/** The co-owner has the share on the row, and the owner what it leaves; somebody outside the plan, or nobody, has theirs for nothing. */
function splitOf(world: DealWorld, owner: string | null, { coOwner, coShare }: Pick<RowJson, 'coOwner' | 'coShare'>): Given[] {
  const taken = coOwner === null || coShare === null ? NONE_AT_ALL : parse(coShare);
  const all = [...(coOwner === null ? [] : [{ person: coOwner, share: taken }]), ...(owner === null ? [] : [{ person: owner, share: minus(WHOLE, taken) }])];
  return all.filter(({ person, share }) => sign(share) !== 0 && world.people.some(({ id, inPlan }) => id === person && inPlan));
}

const of = (all: readonly Given[], person: string): Fraction => sum(all.filter((one) => one.person === person).map(({ share }) => share));

/** The person's share of an invoice or a payment. */
export const shareOfEvent = (world: DealWorld, event: EventJson, person: string): Fraction => of(splitOf(world, event.seller, event), person);

/** The person's deals by some rules, in order of day and id. */
export function dealsOf(world: DealWorld, rules: readonly CreditRuleJson[], person: string): Deal[] {
  return world.rows
    .map((row): Deal => {
      const returns = rootOf(world, row);
      const about = returns === undefined || returns === 'unknown' ? row : returns;
      const share = of(rules.flatMap((rule) => given(world, rule, about)), person);
      const whole = parse(row.amount);
      return { row, id: row.id, day: serial(row.date), whole, share, credit: times(whole, share), returns };
    })
    .filter(({ share }) => sign(share) !== 0)
    .sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
}
