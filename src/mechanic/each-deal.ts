/** A formula applied to each deal by itself, so that only the size of the deal decides its tier (COM-13, COM-20). */
import type { Node } from '../document/node.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import { inOrder } from './deal-order.ts';
import { FORMULAS } from './formulas.ts';
import type { Applied, Deal, DealPay, Given, JsonSchema, Mechanic, Outcome, PeriodEnv, Reader } from './mechanic.ts';
import { unpriced } from './outcome.ts';
import { ONE_FORMULA, readOneFormula } from './one-formula.ts';

interface EachDeal {
  readonly inner: Applied;
}

const SCHEMA: JsonSchema = {
  description: 'The formula that each deal is paid by, on its own.',
  markdownDescription: 'The formula that each deal is paid by, on its own.\n\nFor example `{ tiers: { read: marginal, rates: [{ to: 100, rate: 5% }, { rate: 8% }] } }`',
  examples: [{ tiers: { read: 'marginal', rates: [{ to: 100, rate: '5%' }, { rate: '8%' }] } }],
  ...ONE_FORMULA,
};

export const eachDeal: Mechanic<EachDeal> = {
  key: 'each-deal',
  kind: 'formula',
  step: 7,
  where: ['component'],
  summary: 'a formula applied to each deal by itself: its own size decides its tier',
  about: `Holds one formula, written as it would stand in the component, and applies it to each deal alone: nothing is added up before. With tiers this is the rate by deal size; the total of the period plays no part.
A transaction is one deal; two credits of it to one person are taken together. The value is what is credited, so a split deal is read by the person's share.
An edge belongs to the upper tier as everywhere, and "by: attainment of MEASURE" or percents of the quota read the deal against the whole quota of the period. Where the measure states an attainment instead (no quota, or one of zero), every deal stands there, whatever its size.
A return is priced as a deal of its own size and pays negative, so that a deal and its full return cancel in every table. A return of a part takes back what a deal of that part would have paid.
Steps, curves, matrices and amounts read the deal where they name the measure paid on; anything else in them is of the period. Tiers read per-deal and rate-table, which go deal by deal already, cannot stand in it. After a threshold that pays only the excess, deals are consumed in order of date and id, and the deal that crosses it is read by its whole size and paid on the rest.
Also called per-transaction tiers, rate by deal size, transaction window.`,
  schema: SCHEMA,
  read(node, reader) {
    if (reader.baseType === 'ratio') {
      reader.problem('P302', `each-deal pays on the value of each deal, and ${reader.on} is a ratio`, node, { hint: 'pay on a sum or a count' });
      return undefined;
    }
    const inner = readInner(node, reader);
    return inner === undefined ? undefined : { inner };
  },
  calculate: (): Outcome => {
    throw new Error('each-deal pays deal by deal: the engine calls deals.pay');
  },
  formulas: ({ inner }) => inner.mechanic.formulas(inner.config),
  needs: ({ inner }) => inner.mechanic.needs?.(inner.config) ?? {},
  ends: ({ inner }) => inner.mechanic.ends?.(inner.config),
  branches: ({ inner }) => inner.mechanic.branches?.(inner.config) ?? [],
  deals: { always: () => ({ order: [] }), pay },
  describe: ({ inner }, words) => `Each deal is paid by itself: ${inner.mechanic.describe(inner.config, words)}`,
  example: {
    title: 'Five percent of each deal up to 100, eight percent of what is above',
    yaml: `sales_commission:
  commission on: revenue
  each-deal:
    tiers:
      read: marginal
      rates: [{ to: 100, rate: 5% }, { rate: 8% }]`,
    work: '80 × 5 % = 4.00; 100 × 5 % + 40 × 8 % = 8.20; together 12.20',
    given: { base: '220', deals: ['80', '140'] },
    earns: '12.2',
  },
};

function readInner(node: Node, reader: Reader): Applied | undefined {
  return readOneFormula(node, reader, FORMULAS, 'P440', 'pays deal by deal already, so it cannot stand in each-deal', 'write it in the component itself');
}

function pay({ inner: { mechanic, config } }: EachDeal, given: Given, deals: readonly Deal[]): readonly DealPay[] {
  return inOrder(deals, given.from, (deal, size) => {
    if (size.isZero() && !given.from.isZero()) return { amount: ZERO, text: () => `below ${given.words.amount(given.from, given.baseType)}, where pay starts` };
    const back = deal.value.sign() < 0;
    const value = deal.value.abs();
    const alone = givenOf(given, deal, value, value.minus(size.abs()));
    const outcome = mechanic.calculate(config, alone);
    if (outcome.ends !== undefined && outcome.untold === true) return unpriced(outcome.ends);
    const amount = outcome.amount ?? ZERO;
    return {
      amount: back ? amount.negated() : amount,
      ...(outcome.took === undefined ? {} : { took: outcome.took() }),
      text: () => `${back ? 'takes back: ' : ''}${[outcome.text(), ...lines(outcome)].join('; ')}`,
    };
  });
}

/** What the parts say that the outcome does not say itself. */
function lines(outcome: Outcome): readonly string[] {
  const parts = outcome.parts?.() ?? [];
  return parts.length < 2 ? [] : parts.map((part) => part.text);
}

function givenOf(given: Given, deal: Deal, value: Exact, from: Exact): Given {
  const env = envOf(deal.env, given.on, value);
  return {
    base: value,
    on: given.on,
    baseType: given.baseType,
    from,
    amount: ZERO,
    env,
    slices: () => [{ from: deal.day, to: deal.day, base: value, env }],
    taken: ZERO,
    earnedBefore: (time) => given.earnedBefore(time),
    limitEnv: (what, over) => given.limitEnv(what, over),
    prorated: (what, over) => given.prorated(what, over),
    isLastOf: (time) => given.isLastOf(time),
    earlier: () => given.earlier(),
    words: given.words,
    rounding: given.rounding,
    together: (sharing, key) => given.together(sharing, key),
    earnedByOthers: (component, of) => given.earnedByOthers(component, of),
    remark: (what, hint) => given.remark(what, hint),
    refuse: (what, hint) => given.refuse(what, hint),
  };
}

/** The measure paid on is the deal; its attainment is the deal against the quota. */
function envOf(env: PeriodEnv, on: string, value: Exact): PeriodEnv {
  return {
    measure: (name) => (name === on ? { value } : env.measure(name)),
    quota: (name) => env.quota(name),
    attainment(name) {
      if (name !== on) return env.attainment(name);
      const quota = env.quota(name);
      return quota.value === undefined || quota.value.isZero() ? env.attainment(name) : { value: value.over(quota.value) };
    },
    payout: (name) => env.payout(name),
    person: (column) => env.person(column),
    icr: () => env.icr(),
    target: () => env.target(),
  };
}
