/** What needs several people, computed twice: once as the program does, once naively; every number agrees as text. `RUNS=5000` for a longer look. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agree, compared, teller, type Agreement } from '../arbitrary/agreement.ts';
import { textsOf } from '../arbitrary/groups/text.ts';
import { worldsOf, type Focus } from '../arbitrary/groups/world.ts';
import { travel } from '../arbitrary/road.ts';
import { compute } from '../oracle/groups/run.ts';
import type { Formula, GroupWorld } from '../oracle/groups/world.ts';

const RUNS = parseInt(process.env.RUNS ?? '20', 10);

async function compareRoads(world: GroupWorld): Promise<Agreement> {
  const travelled = await travel(textsOf(world));
  expect(travelled.accounts.map(({ rejected }) => rejected), 'the world is wrong: rows are rejected').toEqual(travelled.accounts.map(() => 0));
  return compared(travelled, compute(world));
}

/** The world as files: short enough to read. */
function shown(world: GroupWorld): string {
  const { plans, files } = textsOf(world);
  return [JSON.stringify(world.rounding), ...plans, ...Object.entries(files).map(([path, text]) => `# ${path}\n${text}`)].join('\n');
}

const agreeOn = (...focus: readonly Focus[]): Promise<void> => agree(worldsOf(focus), compareRoads, { runs: RUNS, each: 40, shown });

describe('the engine and a naive computation of groups agree', () => {
  test('on pools', () => agreeOn('pool'), 600_000);
  test('on measures and quotas of a group', () => agreeOn('measure'), 600_000);
  test('on what a team earned, shared out', () => agreeOn('share-out'), 600_000);
  test('on caps that several people have together', () => agreeOn('shared-cap'), 600_000);
  test('on caps of single deals', () => agreeOn('shared-deal-cap'), 600_000);
  test('on budgets', () => agreeOn('budget'), 600_000);
  test('on pay of what others earn', () => agreeOn('override'), 600_000);
  test('on several of these in one plan', () => agreeOn('pool', 'shared-cap', 'override'), 600_000);
  test('on contests', () => agreeOn('contest'), 600_000);
});

/** The world with its shared component bare: nothing acts on the own part, and the base is always known. */
function bare(world: GroupWorld): GroupWorld {
  const plain = { on: 'revenue', gate: null, multiplier: null, floor: null, cap: null };
  return { ...world, plans: world.plans.map((plan) => ({ ...plan, components: plan.components.map((one) => (one.id === 'c1' ? { ...one, ...plain, formula: overThePlan(one.formula) } : one)) })) };
}

function overThePlan(formula: Formula): Formula {
  if (formula.kind === 'pool') return { ...formula, fund: ['number', '100.01'], split: { ...formula.split, across: 'plan', shares: formula.split.shares !== 'equal' && 'fixed' in formula.split.shares ? 'equal' : formula.split.shares } };
  return formula.kind === 'contest' ? { kind: 'contest', contest: { ...formula.contest, across: 'plan', prizes: { places: ['100', '33.33', '0.01'] }, ties: 'pool', budget: null, over: null, pointValue: null, by: null, enter: null } } : formula;
}

/**
 * The sum of the component over everybody, in cents, by version and period, with how many there are. Each component is rounded: where
 * a payout is rounded once, its parts are shown as differences of rounded sums, and a cent of the share stands in another part.
 */
async function sumsOf(world: GroupWorld): Promise<{ readonly cents: bigint; readonly people: number }[]> {
  const { payouts } = await travel(textsOf({ ...world, rounding: { ...world.rounding, to: '0.01', at: 'component' } }));
  const moments = [...new Set(payouts.map(({ plan, period }) => `${plan.from} ${period.id}`))];
  return moments.map((moment) => {
    const there = payouts.filter(({ plan, period }) => `${plan.from} ${period.id}` === moment).flatMap(({ components }) => components.filter(({ component }) => component === 'c1'));
    return { cents: there.reduce((sum, { earned }) => sum + (earned.n * 100n) / earned.d, 0n), people: there.length };
  });
}

describe('laws of sums', () => {
  const hold = (focus: Focus, law: (sums: Awaited<ReturnType<typeof sumsOf>>, world: GroupWorld) => void): Promise<void> =>
    fc.assert(fc.asyncProperty(worldsOf([focus]).map(bare), async (world) => law(await sumsOf(world), world)), { numRuns: RUNS, reporter: teller(shown), interruptAfterTimeLimit: 20_000 + RUNS * 40 });

  test('the shares of a pool make the fund, or whole funds where it is carried, or nothing where nobody shares', () =>
    hold('pool', (sums, { plans }) => {
      for (const { cents } of sums) expect(cents % 10_001n).toBe(0n);
      const funds = sums.reduce((all, { cents }) => all + cents / 10_001n, 0n);
      expect(funds <= BigInt(sums.length)).toBe(true);
      const everybody = plans.every(({ components }) => components.every(({ formula }) => formula.kind !== 'pool' || (formula.split.shares === 'equal' && formula.split.qualifies === null && formula.split.members !== 'last-day')));
      if (everybody) expect(sums.map(({ cents }) => cents)).toEqual(sums.map(() => 10_001n));
    }), 600_000);

  test('prizes that are pooled cost the prizes of as many places as there are people, whoever ties', () =>
    hold('contest', (sums, { plans }) => {
      const everybody = plans.every(({ components }) => components.every(({ formula }) => formula.kind !== 'contest' || formula.contest.members === 'any-day'));
      const prizes = [0n, 10_000n, 13_333n, 13_334n];
      for (const { cents, people } of sums) expect(everybody ? [prizes[Math.min(people, 3)]] : prizes).toContain(cents);
    }), 600_000);
});
