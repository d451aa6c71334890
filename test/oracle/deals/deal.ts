/**
 * Who is credited with which row, and with how much of it; and which sale a row takes back. A return goes to those whom its
 * original was credited to, by the shares of that row. Shares nothing with `src/`.
 */
import { serial, type Serial } from '../day.ts';
import { minus, NONE_AT_ALL, parse, sign, sum, times, WHOLE, type Fraction } from '../fraction.ts';
import type { CreditRuleJson, DealWorld, EventJson, PersonJson, RowJson } from './world.ts';

export interface Deal {
  readonly row: RowJson;
  /** The sale that says who has what of it: of a return that names one, that one. */
  readonly about: RowJson;
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

/** What a rule credits of a sale on a day; nothing where one that goes before it credits somebody. */
function given(world: DealWorld, rule: CreditRuleJson, row: RowJson, day: Serial): Given[] {
  if (row.customer === rule.not || rule.unless.some((name) => given(world, world.rules.find((each) => each.name === name)!, row, day).length > 0)) return [];
  return splitOf(world, row[rule.to], rule.split ? row : { coOwner: null, coShare: null }, day).map(({ person, share }) => ({ person, share: times(share, parse(rule.share)) }));
}

/** The co-owner has the share on the row, and the owner what it leaves; somebody who is not there, or nobody, has theirs for nothing. */
function splitOf(world: DealWorld, owner: string | null, { coOwner, coShare }: Pick<RowJson, 'coOwner' | 'coShare'>, day: Serial): Given[] {
  const taken = coOwner === null || coShare === null ? NONE_AT_ALL : parse(coShare);
  const all = [...(coOwner === null ? [] : [{ person: coOwner, share: taken }]), ...(owner === null ? [] : [{ person: owner, share: minus(WHOLE, taken) }])];
  return all.filter(({ person, share }) => sign(share) !== 0 && world.people.some((one) => one.id === person && isThere(one, day)));
}

export const isThere = ({ inPlan, start, end }: PersonJson, day: Serial): boolean => inPlan && (start === null || serial(start) <= day) && (end === null || day <= serial(end));

/** The rule by which people are credited who are paid at the rates of others. */
export const mateRule = ({ match }: DealWorld): CreditRuleJson[] => (match === null ? [] : [{ name: 'mate', to: 'area', split: false, share: match.share, not: null, unless: [] }]);

/**
 * Of a return: whom its sale was credited to, when it was sold; where the plan credited nobody then, whom it would be credited
 * to now. Who has left by then is credited only where `settles` says that something takes it back.
 */
function creditedWith(world: DealWorld, rules: readonly CreditRuleJson[], row: RowJson, sale: RowJson, settles: boolean): Given[] {
  const by = (all: readonly CreditRuleJson[], day: string): Given[] => all.flatMap((rule) => given(world, rule, sale, serial(day)));
  const nobody = by([...world.rules, ...mateRule(world)], sale.date).length === 0;
  return by(rules, nobody ? row.date : sale.date).filter(({ person }) => counts(world, person, serial(row.date), settles));
}

function counts({ people }: DealWorld, person: string, day: Serial, late: boolean): boolean {
  const one = people.find(({ id }) => id === person)!;
  return isThere(one, day) || (late && hasLeft(one, day));
}

export const hasLeft = ({ inPlan, end }: PersonJson, day: Serial): boolean => inPlan && end !== null && serial(end) < day;

const of = (all: readonly Given[], person: string): Fraction => sum(all.filter((one) => one.person === person).map(({ share }) => share));

/** The person's share of an invoice or a payment, which counts after they have left too. */
export function shareOfEvent(world: DealWorld, event: EventJson, person: string): Fraction {
  const day = serial(event.date);
  const { end } = world.people.find(({ id }) => id === person)!;
  return of(splitOf(world, event.seller, event, end === null ? day : Math.min(day, serial(end))), person);
}

/** The person's deals by some rules, in order of day and id. A sale that was not theirs is as unknown as one that is not in the data. */
export function dealsOf(world: DealWorld, rules: readonly CreditRuleJson[], person: string, settles: boolean): Deal[] {
  return world.rows
    .map((row): Deal => {
      const root = rootOf(world, row);
      const about = root === undefined || root === 'unknown' ? row : root;
      const share = of(creditedWith(world, rules, row, about, settles && about !== row), person);
      const theirs = typeof root !== 'object' || sign(of(creditedWith(world, rules, about, about, false), person)) !== 0;
      const whole = parse(row.amount);
      return { row, about, id: row.id, day: serial(row.date), whole, share, credit: times(whole, share), returns: theirs ? root : 'unknown' };
    })
    .filter(({ share, day, returns }) => sign(share) !== 0 && (returns !== 'unknown' || isThere(world.people.find(({ id }) => id === person)!, day)))
    .sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
}
