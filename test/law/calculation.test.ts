/** Named laws of the calculation: each is one property over random worlds, run on the real road. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerOf, ledger } from '../arbitrary/ledger.ts';
import { render } from '../arbitrary/render.ts';
import { exactText, travel, type Texts, type Travelled } from '../arbitrary/road.ts';
import { worlds } from '../arbitrary/world.ts';
import { compute } from '../oracle/engine.ts';
import type { ComponentJson, PlanJson, TransactionJson, World } from '../oracle/world.ts';
import { compare, minus, parse, round, sign, sum, times, type Fraction } from '../oracle/fraction.ts';
import type { CalculationOptions, Payout } from '../../src/engine/index.ts';
import type { Step } from '../../src/engine/result.ts';

const RUNS = Math.max(10, Math.trunc(parseInt(process.env.RUNS ?? '240', 10) / 16));

type Lines = readonly string[] | 'refused';
const linesOf = (travelled: Travelled): Lines => {
  const answer = answerOf(travelled);
  return 'refused' in answer ? 'refused' : ledger(answer);
};
const run = async (texts: Texts, options: CalculationOptions = {}): Promise<Lines> => linesOf(await travel(texts, options));
const payoutsOnly = (lines: Lines): Lines => (lines === 'refused' ? lines : lines.filter((line) => !line.startsWith('rows ')));

function law(name: string, holds: (world: World) => Promise<void>, runs = RUNS): void {
  test(name, async () => {
    await fc.assert(fc.asyncProperty(worlds, holds), { numRuns: runs, interruptAfterTimeLimit: 15_000 });
  }, 60_000);
}

const withPlans = (world: World, change: (plan: PlanJson) => PlanJson): World => ({ ...world, plans: world.plans.map(change) });
const withComponents = (world: World, change: (component: ComponentJson) => ComponentJson): World => withPlans(world, (plan) => ({ ...plan, components: plan.components.map(change) }));
const withRows = (world: World, change: (row: TransactionJson) => TransactionJson): World => ({ ...world, transactions: world.transactions.map(change) });
const value = (text: string): Fraction => (text.includes('/') ? { n: BigInt(text.split('/')[0]!), d: BigInt(text.split('/')[1]!) } : parse(text));
const earnedOf = (payout: Payout): Fraction[] => payout.components.map((one) => value(exactText(one.earned)));

/** What was earned; in a period after somebody left, in which only payment rules move something, nothing is, and whether they move anything depends on the amounts. */
const earning = ({ payouts }: Travelled): Payout[] => payouts.filter((payout) => payout.components.length > 0);

/** A plain component: a flat rate and nothing else. */
const flat = ({ eachDeal: _none, ...component }: ComponentJson, rate = '7.125%'): ComponentJson => ({ ...component, rounding: null, formula: { kind: 'rate', rate: ['number', rate] }, accumulates: null, threshold: null, gate: null, multiplier: null, floor: null, cap: null });
/** Only the first measure (a sum of money), measured by the period, paid by flat components. */
const plain = (world: World): World =>
  withPlans(world, (plan) => {
    // a mean is of a rolling window, and goes with it
    const { mean: _mean, ...first } = plan.measures[0]!;
    return { ...plan, adjust: [], measures: [{ ...first, window: null }], components: plan.components.map((component) => ({ ...flat(component), on: first.name })) };
  });
/** The figure with the other sign. */
const turned = (text: string): string => (text.startsWith('-') ? text.slice(1) : `-${text}`);
const withCosts = (world: World, change: (cost: string) => string): World => ({ ...world, costs: world.costs.map((one) => ({ ...one, cost: change(one.cost) })) });
const cents = { to: '0.01', mode: 'half-up', at: 'component' } as const;
const roundedTo = (world: World, rounding: World['rounding']): World => withPlans({ ...world, rounding }, ({ rounding: _own, ...plan }) => plan);

describe('conservation', () => {
  law('row-accounting: read = credited + excluded with a reason + rejected', async (world) => {
    const texts = render(world);
    const bad = { ...texts, files: { ...texts.files, 'data/sales.csv': `${texts.files['data/sales.csv']}B1,2026-02-30,ana,,,1,0,USD,New,1,c1\nB2,2026-02-28,nobody,,,1,0,USD,New,1,c1\n` } };
    const { accounts } = await travel(bad);
    for (const account of accounts) {
      const bad = account.source === 'sales' ? 2 : 0;
      expect(account.rejected).toBe(bad);
      expect(account.read).toBe(world.transactions.filter((row) => row.source === account.source).length + bad);
      expect(account.credited + account.excluded.reduce((rows, each) => rows + each.rows, 0) + account.rejected).toBe(account.read);
      for (const { reason, text } of account.excluded) expect(reason !== '' && text !== '').toBe(true);
    }
  });

  law('credit-conservation: the credits of a deal are the deal times the stated share', async (drawn) => {
    // everybody is in the plan every day, and every row names its seller, so nobody's part is lost on the way
    const world = withPlans({ ...drawn, people: drawn.people.map((person) => ({ ...person, start: null, end: null })), transactions: drawn.transactions.filter((row) => row.seller !== null) }, (plan) => ({ ...plan, role: null, credits: plan.credits.map((credit) => ({ ...credit, where: null })) }));
    const shares = new Map<string, Fraction>();
    const { failed } = await travel(render(world), {
      listener: {
        credit: (credit) => {
          if (credit.rule !== 'own') return;
          for (const { measure } of credit.adds) {
            const key = `${credit.plan} ${credit.row.id} ${measure}`;
            shares.set(key, sum([shares.get(key) ?? parse('0'), value(exactText(credit.share))]));
          }
        },
      },
    });
    if (failed) return;
    for (const [key, share] of shares) {
      const versions = world.plans.filter((plan) => plan.id === key.split(' ')[0]);
      // a later version that accumulates may credit an earlier deal by other shares: then both are told
      if (versions.length === 1) expect(textOf(share), key).toBe(textOf(parse(versions[0]!.credits[0]!.share)));
    }
  });

  law('cross-foot: the total is the sum of components and adjustments, in figures and in the tree of steps', async (world) => {
    const { payouts } = await travel(render(world), { steps: true });
    for (const payout of payouts) {
      const parts = [...earnedOf(payout), ...payout.adjustments.map((one) => value(exactText(one.change)))];
      expect(exactText(payout.total)).toBe(textOf(sum(parts)));
      expect(exactText(payout.step!.amount!)).toBe(exactText(payout.total));
      payout.components.forEach((one) => expect(exactText(one.step!.amount!)).toBe(exactText(one.earned)));
    }
  });

  law('locality: one more seller with sales of their own changes nobody else', async (world) => {
    const before = payoutsOnly(await run(render(world)));
    const zoe = { id: 'zoe', from: '2020-01-01', start: null, end: null, role: 'AE', rate: '0.05', target: '12000', manager: null, pay: 'USD' };
    const rows = world.transactions.map((row, index) => ({ ...row, id: `Z${index}`, seller: 'zoe', coOwner: null }));
    const first = world.people[0]!.id;
    const quotas = world.quotas.filter((quota) => quota.payee === first).map((quota) => ({ ...quota, payee: 'zoe' }));
    const after = payoutsOnly(await run(render({ ...world, people: [...world.people, zoe], quotas: [...world.quotas, ...quotas], transactions: [...world.transactions, ...rows] })));
    if (before === 'refused' || after === 'refused') return;
    expect(after.filter((line) => !line.startsWith('zoe '))).toEqual(before);
  });

  law('a payout or component of zero carries its reason', async (world) => {
    for (const payout of (await travel(render(world))).payouts) {
      expect(payout.total.isZero()).toBe(payout.zero !== undefined && payout.zero !== '');
      for (const one of payout.components) expect(one.earned.isZero()).toBe(one.zero !== undefined && one.zero !== '');
    }
  });
});

const textOf = (a: Fraction): string => (a.d === 1n ? `${a.n}` : `${a.n}/${a.d}`);

describe('order', () => {
  const reshaped = (name: string, change: (texts: Texts, world: World) => Texts): void =>
    law(name, async (world) => {
      const texts = render(world);
      expect(await run(change(texts, world))).toEqual(await run(texts));
    });
  const everyFile = (texts: Texts, change: (lines: string[]) => string[]): Texts => ({ ...texts, files: Object.fromEntries(Object.entries(texts.files).map(([path, text]) => [path, `${change(text.trimEnd().split('\n')).join('\n')}\n`])) });

  reshaped('row-permutation: rows in any order give the same numbers', (texts) => everyFile(texts, ([header, ...rows]) => [header!, ...rows.reverse().sort((a, b) => (a.length % 3) - (b.length % 3))]));
  reshaped('column-permutation: columns in any order give the same numbers', (texts) => everyFile(texts, (lines) => lines.map((line) => line.split(',').reverse().join(','))));
  reshaped('file-partition: one file or several give the same numbers', (texts) => {
    const [header, ...rows] = texts.files['data/sales.csv']!.trimEnd().split('\n');
    if (rows.length < 2) return texts;
    const { 'data/sales.csv': _whole, ...files } = texts.files;
    const half = rows.length >> 1;
    const [one, two] = [rows.slice(half), rows.slice(0, half)].map((part) => `${[header, ...part].join('\n')}\n`);
    return { ...texts, workspace: texts.workspace.replace('data/sales.csv', 'data/sales*.csv'), files: { ...files, 'data/sales-a.csv': one!, 'data/sales-b.csv': two! } };
  });
  reshaped('yaml-key-order: keys in any order give the same numbers', (texts, world) => {
    const turned = withPlans(world, (plan) => ({ ...plan, measures: [...plan.measures].reverse() }));
    const blocks = (text: string): string => `${text.trimEnd().split(/\n(?=\S)/).reverse().join('\n')}\n`;
    const { plans } = render(turned);
    return { ...texts, workspace: blocks(texts.workspace), plans: plans.map(blocks).reverse() };
  });

  law('rename-equivariance: renamed people, plans and transactions give the same numbers under the new names', async (world) => {
    const renamed = JSON.parse(JSON.stringify(world).replace(/"(ana|bo|cy|dee|eve)"/g, '"q-$1"').replace(/"(id|plan)":"(alpha|beta)"/g, '"$1":"plan_$2"').replace(/"T(\d+)"/g, '"Ä $1"')) as World;
    const [before, after] = [await run(render(world)), await run(render(renamed))];
    expect(after).toEqual(before === 'refused' ? before : before.map((line) => (line.startsWith('rows ') ? line : line.replace(/^(\S+) (\S+)/, 'q-$1 plan_$2'))));
  });

  law('same-bytes: a second run says the same to the letter', async (world) => {
    const said = async (): Promise<string> => {
      const { payouts, problems, accounts } = await travel(render(world), { steps: true, watch: () => true });
      const step = (each: Step | undefined): unknown => each && [each.kind, each.name, each.text, each.amount && exactText(each.amount), each.parts.map(step)];
      return JSON.stringify([payouts.map((payout) => [payout.payee, payout.period.id, payout.zero, payout.adjustments.map((one) => one.text), step(payout.step)]), problems.map((problem) => problem.message), accounts]);
    };
    expect(await said()).toBe(await said());
  });
});

describe('versions', () => {
  law('cut-in-two: a plan cut into equal versions that continue pays the same', async (drawn) => {
    // the calendar's periods begin where the second version does; quotas may be missing on neither side alone
    if (!('starts' in drawn.calendar) || drawn.calendar.kind === 'years') return;
    const single = { ...drawn, calendar: { ...drawn.calendar, starts: '01-01' }, plans: drawn.plans.filter((one, index) => drawn.plans.findIndex((other) => other.id === one.id) === index).map(({ onVersionChange: _none, ...one }): PlanJson => ({ ...one, effective: ['2026-01-01', '2026-12-31'] })) };
    const halves = { ...single, plans: single.plans.flatMap((one): PlanJson[] => [{ ...one, effective: ['2026-01-01', '2026-06-30'] }, { ...one, effective: ['2026-07-01', '2026-12-31'], onVersionChange: 'accumulate' }]) };
    const named = (lines: Lines): Lines => (lines === 'refused' ? lines : lines.map((line) => line.replace('2026-07-01', '2026-01-01')));
    const naive = (world: World): Lines => {
      const answer = compute(world);
      return answer.refused === undefined ? ledger(answer) : 'refused';
    };
    expect(named(naive(halves)), 'by the oracle').toEqual(named(naive(single)));
    expect(named(await run(render(halves))), 'by the engine').toEqual(named(await run(render(single))));
  });
});

describe('shape', () => {
  law('cap-respected: no component earns more than its cap', async (drawn) => {
    const world = withComponents(roundedTo(drawn, cents), (component) => ({ ...component, rounding: null, accumulates: null, cap: { at: ['number', '40.01'], over: 'period', evenIfZero: false } }));
    for (const payout of (await travel(render(world))).payouts) for (const earned of earnedOf(payout)) expect(compare(earned, parse('40.01')) <= 0, textOf(earned)).toBe(true);
  });

  law('fx-one-identity: at a rate of one another currency changes nothing', async (drawn) => {
    const world = { ...withPlans(drawn, (plan) => ({ ...plan, currency: 'USD', paidIn: null })), rates: drawn.rates.map((rate) => ({ ...rate, rate: '1' })) };
    expect(await run(render(withRows(world, (row) => ({ ...row, currency: 'EUR' }))))).toEqual(await run(render(withRows(world, (row) => ({ ...row, currency: 'USD' })))));
  });

  law('full-period-proration-identity: whoever is there all the time is prorated by one', async (drawn) => {
    if (!('starts' in drawn.calendar)) return;
    const whole = { ...drawn, calendar: { ...drawn.calendar, starts: '01-01' } };
    const world = withPlans({ ...whole, quotas: [], people: drawn.people.filter((one, index) => drawn.people.findIndex((other) => other.id === one.id) === index).map((one) => ({ ...one, start: null, end: null, role: 'AE' })) }, ({ onVersionChange: _on, ...plan }) => ({
      ...plan,
      effective: ['2026-01-01', '2026-12-31'],
      measures: plan.measures.map((measure) => ({ ...measure, quota: measure.quota && { ...measure.quota, zero: '100%', missing: '100%' } })),
    }));
    const single = { ...world, plans: world.plans.filter((plan, index) => world.plans.findIndex((other) => other.id === plan.id) === index) };
    expect(await run(render(withPlans(single, (plan) => ({ ...plan, prorate: ['quota', 'target', 'cap', 'floor'] }))))).toEqual(await run(render(withPlans(single, (plan) => ({ ...plan, prorate: [] })))));
  });

  law('sale-plus-reversal-nets: a sale and its reversal in one period leave no trace', async (drawn) => {
    const world = plain(drawn);
    const pairs = world.transactions.slice(0, 3).flatMap((row, index) => [
      { ...row, id: `S${index}`, amount: '812.345', fee: '3' },
      { ...row, id: `V${index}`, amount: '-812.345', fee: '-3', quantity: turned(row.quantity) },
    ]);
    expect(payoutsOnly(await run(render({ ...world, transactions: [...world.transactions, ...pairs] })))).toEqual(payoutsOnly(await run(render(world))));
  });

  law('split-100-0-is-unsplit: a co-owner with a share of zero is no co-owner', async (drawn) => {
    const split = (part: string | null): World => withPlans(drawn, (plan) => ({ ...plan, credits: plan.credits.map((credit) => (credit.name === 'own' ? { ...credit, split: part } : credit)) }));
    const zero = payoutsOnly(await run(render(withRows(split('coShare'), (row) => ({ ...row, coShare: '0' })))));
    expect(zero).toEqual(payoutsOnly(await run(render(split(null)))));
  });

  law('multiplier-one-is-absent', async (world) => {
    const times = (multiplier: ComponentJson['multiplier']): World => withComponents(world, (component) => ({ ...component, multiplier }));
    expect(await run(render(times({ times: ['number', '1'], when: null, negative: false })))).toEqual(await run(render(times(null))));
  });

  test('marginal-tier-continuity: one more cent at an edge earns no more than the highest rate of it', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.constantFrom('500', '1000', '1500'), fc.array(fc.constantFrom('0%', '5%', '1/3', '12.5%'), { minLength: 3, maxLength: 3 }), async (drawn, edge, rates) => {
        const base = plain(roundedTo({ ...drawn, plans: drawn.plans.slice(0, 1) }, { ...cents, to: '0.000001' }));
        const tiered = withComponents(base, (component) => ({ ...component, formula: { kind: 'tiers', read: 'marginal', by: 'base', edge: 'lower', position: 'before', rates: [{ to: '500', rate: ['number', rates[0]!] }, { to: edge === '500' ? '1000' : edge, rate: ['number', rates[1]!] }, { to: null, rate: ['number', rates[2]!] }] } }));
        const open = withPlans(tiered, (plan) => ({ ...plan, currency: 'USD', role: null, effective: ['2026-01-01', '2026-12-31'], measures: plan.measures.map((measure) => ({ ...measure, value: 'amount', where: null, of: ['own'] })), credits: [{ name: 'own', from: 'sales', to: 'seller', share: '100%', split: null, levels: [], where: null }] }));
        const { hierarchy: _leaders, entries: _entries, ...rest } = open;
        const person = { ...drawn.people[0]!, start: null, end: null, manager: null };
        const own = ({ payee }: { readonly payee: string }): boolean => payee === person.id;
        const alone = { ...rest, ...(rest.leaves === undefined ? {} : { leaves: rest.leaves.filter(own) }), ...(rest.reliefs === undefined ? {} : { reliefs: rest.reliefs.filter(own) }) };
        const at = async (amount: string): Promise<Fraction> => {
          const row: TransactionJson = { source: 'sales', id: 'T1', date: '2026-05-20', seller: person.id, coOwner: null, coShare: null, amount, fee: '0', currency: 'USD', type: 'New', quantity: '1', customer: 'c1' };
          const { payouts, problems } = await travel(render({ ...alone, people: [person], quotas: [], transactions: [row] }));
          const paid = payouts.find((payout) => payout.payee === person.id);
          if (paid === undefined) throw new Error(JSON.stringify(problems.map((problem) => problem.message)));
          return earnedOf(paid)[0]!;
        };
        const [below, exactly, above] = [await at(`${parseInt(edge, 10) - 1}.99`), await at(edge), await at(`${edge}.01`)];
        for (const step of [minus(exactly, below), minus(above, exactly)]) {
          expect(sign(step)).toBeGreaterThanOrEqual(0);
          expect(compare(step, parse('0.003334')) <= 0, textOf(step)).toBe(true);
        }
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: 15_000 },
    );
  }, 60_000);

  law('scale-homogeneity: ten times the amounts, edges, quotas and the unit of rounding earn ten times as much', async (drawn) => {
    const base = plain({ ...drawn, plans: drawn.plans.map((plan) => ({ ...plan, paidIn: null })) });
    const tiered = (k: string, unit: string): World =>
      withComponents(roundedTo(base, { ...cents, to: unit, mode: 'half-even' }), (component) => ({ ...component, formula: { kind: 'tiers', read: 'whole', by: 'base', edge: 'lower', position: 'before', rates: [{ to: `50${k}`, rate: ['number', '5%'] }, { to: `100${k}`, rate: ['number', '2/37'] }, { to: null, rate: ['number', '1/3'] }] } }));
    const grown = (text: string): string => {
      const ten = times(parse(text), parse('10'));
      const scaled = (ten.n * 10_000n) / ten.d;
      const digits = `${scaled < 0n ? -scaled : scaled}`.padStart(5, '0');
      return `${scaled < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
    };
    const small = await travel(render(tiered('0', '0.01')));
    const large = await travel(render(withRows(withCosts(tiered('00', '0.1'), grown), (row) => ({ ...row, amount: grown(row.amount), fee: grown(row.fee) }))));
    expect(earning(large).map((payout) => exactText(payout.total))).toEqual(earning(small).map((payout) => textOf(times(value(exactText(payout.total)), parse('10')))));
  });
});

describe('rounding', () => {
  law('rounds-once-at-named-point: a component is the exact amount rounded once', async (drawn) => {
    const even = withPlans(plain(drawn), (plan) => ({ ...plan, currency: 'USD', paidIn: null, credits: plan.credits.map((credit) => ({ ...credit, share: '100%', split: credit.split === null ? null : '40%', levels: credit.levels.map((level) => level && '50%') })) }));
    const world = withRows(even, (row) => ({ ...row, currency: 'USD' }));
    const coarse = { ...cents, to: '0.05', mode: 'half-even' } as const;
    const [rounded, exact] = [await travel(render(roundedTo(world, coarse))), await travel(render(roundedTo(world, { ...cents, to: '0.0000000001' })))];
    expect(earning(exact).length, exact.problems.map((problem) => problem.message).join()).toBe(earning(rounded).length);
    earning(rounded).forEach((payout, index) => earnedOf(payout).forEach((earned, at) => expect(textOf(earned)).toBe(textOf(round(earnedOf(earning(exact)[index]!)[at]!, parse('0.05'), 'half-even')))));
  });

  law('sign-symmetry: all amounts turned round turn the earnings round', async (drawn) => {
    for (const mode of ['half-up', 'half-even'] as const) {
      const world = roundedTo(plain({ ...drawn, plans: drawn.plans.map((plan) => ({ ...plan, paidIn: null })) }), { ...cents, mode });
      const [plus, negative] = [await travel(render(world)), await travel(render(withRows(withCosts(world, turned), (row) => ({ ...row, amount: turned(row.amount), fee: turned(row.fee) }))))];
      expect(earning(negative).map((payout) => exactText(payout.total))).toEqual(earning(plus).map((payout) => textOf(minus(parse('0'), value(exactText(payout.total))))));
    }
  });

  law('to-date payouts of a year sum to what the whole year pays at once, whatever the rounding', async (drawn) => {
    // of what is earned: a rule of payment over a quarter is none in a calendar of years
    const whole = plain({ ...drawn, entries: [], plans: drawn.plans.slice(0, 1).map(({ onVersionChange: _on, payments: _pays, ...plan }) => ({ ...plan, effective: ['2026-01-01', '2026-12-31'], convertAt: 'transaction-date', prorate: [], paidIn: null })) });
    const tiered = withComponents({ ...whole, people: whole.people.map((person) => ({ ...person, role: 'AE' })) }, (component) => ({ ...component, rounding: null, target: null, accumulates: 'year', formula: { kind: 'tiers', read: 'whole', by: 'base', edge: 'lower', position: 'before', rates: [{ to: '500', rate: ['number', '1/3'] }, { to: null, rate: ['number', '2/37'] }] } }));
    const paidBy = async (kind: 'months' | 'years'): Promise<Map<string, string>> => {
      const sums = new Map<string, Fraction>();
      for (const payout of (await travel(render({ ...tiered, quotas: [], calendar: { kind, starts: '01-01' } }))).payouts) sums.set(payout.payee, sum([sums.get(payout.payee) ?? parse('0'), value(exactText(payout.total))]));
      return new Map([...sums].map(([payee, total]) => [payee, textOf(total)]));
    };
    expect([...(await paidBy('months'))].filter(([, total]) => total !== '0')).toEqual([...(await paidBy('years'))].filter(([, total]) => total !== '0'));
  });
});
