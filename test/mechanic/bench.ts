/** A component on the test bench: its mechanics read from YAML, run in the order of operations on numbers written as text. */
import type { TableContract } from '../../src/data/contract.ts';
import { Problems, type Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { parseDocument } from '../../src/document/parse.ts';
import type { Node } from '../../src/document/node.ts';
import type { Type, Value } from '../../src/expr/types.ts';
import { MECHANICS } from '../../src/mechanic/index.ts';
import type { Applied, Circle, Deal, DealPay, Given, Known, Member, Part, PeriodEnv, Slice, Time } from '../../src/mechanic/mechanic.ts';
import type { Workspace } from '../../src/plan/model.ts';
import { periodBinding } from '../../src/plan/period-binding.ts';
import { readerOf } from '../../src/plan/reader.ts';
import { SILENT } from '../../src/mechanic/silent.ts';
import { wordsIn } from '../../src/engine/words.ts';
import { exactText } from '../../src/value/display.ts';
import { readNumber } from '../../src/value/number-text.ts';
import { roundTo } from '../../src/value/rounding.ts';
import { total, ZERO, type Exact } from '../../src/value/exact.ts';

/** Numbers are texts: `120000`, `35%`, `1/3`, or `none: why there is none`. */
export interface Situation {
  readonly on?: string;
  readonly type?: Type;
  readonly base: string;
  readonly quota?: string;
  /** When it is not base ÷ quota: an answer the plan states, or none. */
  readonly attainment?: string;
  readonly target?: string;
  /** Other measures: `deals: 10`, `margin_pct: 35%`, `costs: 500 USD`. */
  readonly other?: Readonly<Record<string, string>>;
  /** People columns on the last day. */
  readonly person?: Readonly<Record<string, string>>;
  /** Stretches of days: base, then people columns. */
  readonly slices?: readonly { readonly base: string; readonly person: Readonly<Record<string, string>> }[];
  /** Credited values; where it matters with an id (else D1, D2 …), the share credited, and what a return takes back. */
  readonly deals?: readonly (string | { readonly value: string; readonly id?: string; readonly share?: string; readonly original?: string; readonly columns?: Readonly<Record<string, string>> })[];
  readonly before?: string;
  /** What the true-up deducts, in a component that accumulates. */
  readonly taken?: string;
  /** The target of a limit's own time, where it differs. */
  readonly targetOver?: string;
  readonly last?: boolean;
  /** The periods before, the nearest first: what differs from this one. */
  readonly earlier?: readonly Partial<Situation>[];
  readonly prorated?: string;
  /** The same over a longer window. */
  readonly proratedOver?: string;
  /** Days on leave in the period, and days in the plan before it. */
  readonly leave?: string;
  readonly daysBefore?: string;
  /** Others who share with the payee, whose id is `me`: on whose results pools and ranks depend; `before` is what they have before the rule. */
  readonly members?: readonly { readonly id: string; readonly base: string; readonly other?: Readonly<Record<string, string>>; readonly person?: Readonly<Record<string, string>>; readonly days?: number; readonly before?: string; readonly quota?: string }[];
  /** Days of the payee in the group, of 90; whether the period closes its window; what the group's pool of the period before was like. */
  readonly days?: number;
  readonly closes?: boolean;
  readonly pools?: readonly Situation[];
  /** What the group kept in the time under earlier versions of the plan. */
  readonly keptBefore?: string;
  /** By id of a deal: what it earned for others, and their credit of it. */
  readonly earnedByOthers?: Readonly<Record<string, { readonly pay: string; readonly credit: string }>>;
  /** What the component earned so far, for rules under `adjust`. */
  readonly earned?: string;
}

export interface Ran {
  readonly amount: Exact;
  readonly ends?: string;
  /** One text for each mechanic that acted. */
  readonly texts: readonly string[];
  /** Parts of the formula. */
  readonly parts: readonly Part[];
  readonly deals: readonly Exact[];
  readonly dealTexts: readonly string[];
  /** What the mechanics refused. */
  readonly refusals: readonly string[];
}

export function number(text: string): Exact {
  const reading = readNumber(text.replace(/ USD$/, ''), { percent: true, fraction: true, underscores: true });
  if (!('value' in reading)) throw new Error(`${text}: ${reading.fault}`);
  return reading.value;
}

const known = (text: string | undefined, missing: string): Known =>
  text === undefined ? { none: missing } : text.startsWith('none') ? { none: text.slice(5).trim() } : { value: number(text) };

const typeOf = (text: string): Type => (text === 'yes' || text === 'no' ? 'yes-no' : /^[A-Z]\w*$/.test(text) ? 'text' : text.endsWith('%') || text === 'blank' ? 'ratio' : text.endsWith(' USD') ? 'money' : 'number');

export interface Read {
  readonly chain: readonly Applied[];
  readonly problems: readonly Diagnostic[];
  readonly node: Node;
}

/** Columns of the transactions on the bench; any other is a text. */
const KINDS: Readonly<Record<string, string>> = { quantity: 'number', discount: 'ratio', co_share: 'ratio', type: 'one-of', score: 'ratio', weight: 'ratio', amount: 'money', closed: 'date' };

const cell = (text: string | undefined): Value => (text === undefined ? null : /^-?[0-9.]+%?$/.test(text) ? number(text) : text);

/** Reads the body of a component with the plan's own reader; every key that names a mechanic is read. */
export function readComponent(body: string, situation: Situation, component = 'test'): Read {
  const problems = new Problems();
  const node = parseDocument({ name: 'plan.yaml', text: body }, problems);
  if (node?.kind !== 'map') throw new Error(`not a map: ${body}\n${problems.all.map((problem) => problem.message).join('\n')}`);
  const on = situation.on ?? 'revenue';
  const at = node.at;
  const columns = Object.entries({ ...situation.person, ...situation.slices?.[0]?.person }).map(([name, value]) => ({ name, header: name, optional: value === 'blank', type: { kind: typeOf(value) === 'money' ? 'number' : typeOf(value) } }));
  const measures = [{ name: on, type: situation.type ?? ('money' as Type), at }, ...Object.entries(situation.other ?? {}).map(([name, value]) => ({ name, type: typeOf(value.replace(/^none.*/, '1%')), at, ...(name.startsWith('team_') ? { across: { kind: 'plan' as const } } : {}) }))];
  const workspace = { people: { table: { columns } as unknown as TableContract } } as unknown as Workspace;
  const baseType = situation.type ?? 'money';
  const binding = periodBinding({ workspace, measures, components: new Map(), baseType });
  const plan = readerOf({ component, on, baseType, binding, measures: measures.map(({ name }) => name), broken: [], rows: undefined, problems, workspace });
  const column = (node: Node) => (node.kind === 'scalar' ? { name: node.text, kind: KINDS[node.text] ?? 'text', ...(node.text === 'type' ? { values: ['New', 'Renewal'] } : {}) } : undefined);
  const reader = { ...plan, column, orderColumns: (order: Node) => (order.kind === 'list' ? order.items.map((item) => (item.kind === 'scalar' ? item.text : '')) : []) };
  const found = node.entries.flatMap(({ key, keyAt, value }): Applied[] => {
    const mechanic = MECHANICS.find((one) => one.key === key);
    if (mechanic === undefined) return [];
    const config: unknown = mechanic.read(value, reader);
    return config === undefined ? [] : [{ mechanic, config, at: keyAt }];
  });
  const step = ({ mechanic, config }: Applied): number => mechanic.stepOf?.(config) ?? mechanic.step;
  return { chain: found.sort((a, b) => step(a) - step(b) || MECHANICS.indexOf(a.mechanic) - MECHANICS.indexOf(b.mechanic)), problems: problems.all, node };
}

export function envOf(situation: Situation, person = situation.person ?? {}, base: Exact = number(situation.base)): PeriodEnv {
  const on = situation.on ?? 'revenue';
  const quota = known(situation.quota, 'there is no quota');
  const target = known(situation.target, 'there is no target incentive');
  const attainment = (): Known => {
    if (situation.attainment !== undefined) return known(situation.attainment, '');
    if (quota.none !== undefined) return quota;
    return quota.value.isZero() ? { none: 'the quota is zero' } : { value: base.over(quota.value) };
  };
  const unknown = { none: 'unknown' };
  return {
    measure: (name) => (name === on ? { value: base } : known(situation.other?.[name], 'unknown')),
    quota: (name) => (name === on ? quota : unknown),
    attainment: (name) => (name === on ? attainment() : unknown),
    payout: () => unknown,
    person: (column) => (person[column] === 'blank' ? null : person[column] === 'yes' || person[column] === 'no' ? person[column] === 'yes' : typeOf(person[column]!) === 'text' ? person[column]! : number(person[column]!)),
    icr: () => (target.none !== undefined ? target : quota.none !== undefined ? quota : quota.value.isZero() ? { none: 'the quota is zero' } : { value: target.value.over(quota.value) }),
    target: () => target,
  };
}

/** The target of a limit's own time, scaled as the plan prorates the limit. */
function scaledTarget({ target, targetOver, prorated, proratedOver }: Situation, over: Time | undefined): { readonly target?: string } {
  const own = over === undefined ? target : (targetOver ?? target);
  const share = over === undefined ? prorated : proratedOver;
  if (own === undefined || own.startsWith('none')) return own === undefined ? {} : { target: own };
  return { target: share === undefined ? own : exactText(number(own).times(number(share))) };
}

/** The group of the situation as one circle; `me` has what the chain has so far. */
function circlesFor(situation: Situation, given: () => Given, pays: readonly DealPay[]): readonly Circle[] {
  if (situation.members === undefined && situation.deals === undefined) return [];
  const known = new Map<Situation, { value: unknown }>();
  const others = (one: Situation): readonly Member[] =>
    (one.members ?? []).map((member) => ({ id: member.id, env: envOf({ ...one, ...member }, member.person), days: member.days ?? 90, before: () => number(member.before ?? '0'), deals: () => [] }));
  const circle = (one: Situation): Circle => {
    const mine = (one.deals ?? []).map((deal, index) => ({ id: typeof deal === 'string' ? `D${index + 1}` : (deal.id ?? `D${index + 1}`), day: index, amount: pays[index]?.amount ?? ZERO }));
    const me: Member = { id: 'me', env: envOf(one), days: one.days ?? 90, before: () => roundTo(one === situation ? given().amount : number(one.earned ?? '0'), given().rounding), deals: () => mine };
    return {
      name: 'the group',
      me,
      days: 90,
      members: [...others(one), me].sort((a, b) => (a.id < b.id ? -1 : 1)),
      closes: () => one.closes ?? true,
      earlier: () => (one.pools ?? []).map(circle),
      keptBefore: () => number(one.keptBefore ?? '0'),
      previous: () => (one.pools === undefined ? undefined : { circle: circle(one.pools.at(-1)!) }),
      once: <T>(work: () => T): T => {
        if (!known.has(one)) known.set(one, { value: work() });
        return known.get(one)!.value as T;
      },
    };
  };
  return [circle(situation)];
}

/** Runs the chain as the engine does: rules before step 7, the formula, the rest. `base` may be a number that moves; then nothing is told. */
export function run({ chain }: Read, situation: Situation, base: Exact = number(situation.base)): Ran {
  const env = envOf(situation, situation.person, base);
  const refusals: string[] = [];
  const given: Given & { from: Exact; amount: Exact } = {
    base,
    on: situation.on ?? 'revenue',
    baseType: situation.type ?? ('money' as Type),
    from: ZERO,
    amount: number(situation.earned ?? '0'),
    env,
    slices: (): readonly Slice[] => situation.slices?.map((slice, index) => ({ from: index * 31, to: index * 31 + 30, base: number(slice.base), env: envOf(situation, slice.person) })) ?? [{ from: 0, to: 30, base, env }],
    taken: number(situation.taken ?? '0'),
    earnedBefore: (time) => (time === 'period' ? ZERO : number(situation.before ?? '0')),
    limitEnv: (_what, over) => envOf({ ...situation, ...scaledTarget(situation, over) }, situation.person, base),
    prorated: (_what, over) => number((over === undefined ? situation.prorated : situation.proratedOver) ?? '1'),
    leaveDays: () => number(situation.leave ?? '0'),
    daysBefore: () => number(situation.daysBefore ?? '0'),
    isLastOf: () => situation.last ?? true,
    earlier: () => (situation.earlier ?? []).map((before, index) => ({ id: `P-${index + 1}`, env: envOf({ ...situation, ...before }) })),
    words: base.moves ? SILENT : wordsIn('USD'),
    refuse: (what) => refusals.push(what),
    rounding: { to: number('0.01'), mode: 'half-up' as const },
    remark: () => undefined,
    earnedByOthers: (_component, { id }) => {
      const found = situation.earnedByOthers?.[id];
      return found === undefined ? undefined : { pay: number(found.pay), credit: number(found.credit), people: 1 };
    },
    together: () => circlesFor(situation, () => given, pays),
  };
  // words are asked for when all is done, as the engine does: an outcome that looks at what changes since then would tell it wrong
  const told: (() => string)[] = [];
  let parts: readonly Part[] = [];
  let deals: readonly Exact[] = [];
  let dealTexts: readonly string[] = [];
  let pays: readonly DealPay[] = [];
  for (const { mechanic, config } of chain) {
    if (situation.deals !== undefined && (mechanic.kind === 'formula' || mechanic.eachDeal !== undefined)) {
      const sold = situation.deals.map((deal, index): Deal => {
        const { value, id, share, original, columns } = typeof deal === 'string' ? { value: deal, id: undefined, share: undefined, original: undefined, columns: undefined } : deal;
        return { id: id ?? `D${index + 1}`, day: index, value: number(value), share: number(share ?? '1'), column: (name) => (columns === undefined ? (original ?? null) : cell(columns[name])), env };
      });
      // a rule on deals is not asked where the formula could not price one, and ends the component where it cannot itself
      const unpriced = pays.find((deal) => deal.none !== undefined)?.none;
      const paid = mechanic.kind === 'formula' ? mechanic.deals!.pay(config, given, sold) : unpriced === undefined ? mechanic.eachDeal!.pay(config, given, sold, pays) : pays;
      pays = paid;
      const none = mechanic.kind === 'formula' ? undefined : (unpriced ?? paid.find((deal) => deal.none !== undefined)?.none);
      if (none !== undefined) return { amount: ZERO, ends: none, texts: [], parts: [], deals: [], dealTexts: [], refusals };
      deals = paid.map((deal) => deal.amount);
      dealTexts = paid.map((deal) => deal.text());
      given.amount = total(deals);
      continue;
    }
    const outcome = mechanic.calculate(config, given);
    if (!base.moves) told.push(outcome.text);
    if (outcome.amount !== undefined) given.amount = outcome.amount;
    if (outcome.from !== undefined) given.from = outcome.from;
    if (mechanic.kind === 'formula') parts = base.moves ? [] : (outcome.parts?.() ?? []);
    if (outcome.ends !== undefined) return { amount: given.amount, ends: outcome.ends, texts: told.map((text) => text()), parts, deals, dealTexts, refusals };
  }
  return { amount: given.amount, texts: told.map((text) => text()), parts, deals, dealTexts, refusals };
}
