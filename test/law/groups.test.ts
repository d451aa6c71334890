/** What needs several people, computed twice: once as the program does, once naively; every number agrees as text. `RUNS=5000` for a longer look. */
import fc, { type RunDetails } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textsOf } from '../arbitrary/groups/text.ts';
import { worldsOf, type Focus } from '../arbitrary/groups/world.ts';
import { answerOf, ledger } from '../arbitrary/ledger.ts';
import { travel } from '../arbitrary/road.ts';
import { compute } from '../oracle/groups/run.ts';
import type { Formula, GroupWorld } from '../oracle/groups/world.ts';

const RUNS = parseInt(process.env.RUNS ?? '20', 10);

async function compareRoads(world: GroupWorld): Promise<'compared' | 'refused'> {
  const travelled = await travel(textsOf(world));
  const real = answerOf(travelled);
  expect(travelled.accounts.map(({ rejected }) => rejected), 'the world is wrong: rows are rejected').toEqual(travelled.accounts.map(() => 0));
  const naive = compute(world);
  if ('refused' in naive || 'refused' in real) {
    const words = travelled.problems.filter((problem) => problem.severity === 'error').map((problem) => `${problem.code} ${problem.message}`).join('\n');
    if (!('refused' in naive)) throw new Error(`the real road refused: ${words}`);
    if (!('refused' in real)) throw new Error(`the oracle refused with ${naive.refused}, the real road did not`);
    expect(real.refused, words).toContain(naive.refused);
    return 'refused';
  }
  const [ours, theirs] = [ledger({ rows: {}, payouts: real.payouts }), ledger({ rows: {}, payouts: naive.payouts })];
  const differences = [...theirs.filter((line) => !ours.includes(line)).map((line) => `oracle: ${line}`), ...ours.filter((line) => !theirs.includes(line)).map((line) => `engine: ${line}`)].sort((a, b) => (a.slice(8) < b.slice(8) ? -1 : 1));
  if (differences.length > 0 || ours.join() !== theirs.join()) throw new Error(`the ledgers differ:\n${differences.join('\n')}`);
  for (const payout of travelled.payouts) {
    if (payout.total.isZero()) expect(payout.zero, `${payout.payee} ${payout.period.id}: a zero payout without a reason`).toBeTruthy();
    for (const one of payout.components) if (one.earned.isZero()) expect(one.zero, `${one.component} of ${payout.payee} in ${payout.period.id}: zero without a reason`).toBeTruthy();
  }
  return 'compared';
}

/** The seed, and the world as files: enough to run it again, short enough to read. */
function tell(run: RunDetails<[GroupWorld]>): void {
  if (!run.failed) return;
  const { plans, files } = textsOf(run.counterexample![0]);
  throw new Error(`after ${run.numRuns} worlds, SEED=${run.seed}, path ${run.counterexamplePath}: ${run.errorInstance instanceof Error ? run.errorInstance.message : ''}\n${JSON.stringify(run.counterexample![0].rounding)}\n${[...plans, ...Object.entries(files).map(([path, text]) => `# ${path}\n${text}`)].join('\n')}`);
}

async function agree(...focus: readonly Focus[]): Promise<void> {
  let compared = 0;
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(worldsOf(focus), async (world) => {
      seen++;
      if ((await compareRoads(world)) === 'compared') compared++;
    }),
    { numRuns: RUNS, reporter: tell, interruptAfterTimeLimit: 20_000 + RUNS * 40 },
  );
  expect(compared, 'too many worlds are refused for the comparison to mean anything').toBeGreaterThan(seen / 2);
}

describe('the engine and a naive computation of groups agree', () => {
  test('on pools', () => agree('pool'), 600_000);
  test('on measures and quotas of a group', () => agree('measure'), 600_000);
  test('on what a team earned, shared out', () => agree('share-out'), 600_000);
  test('on caps that several people have together', () => agree('shared-cap'), 600_000);
  test('on caps of single deals', () => agree('shared-deal-cap'), 600_000);
  test('on budgets', () => agree('budget'), 600_000);
  test('on pay of what others earn', () => agree('override'), 600_000);
  test('on several of these in one plan', () => agree('pool', 'shared-cap', 'override'), 600_000);
  test('on contests', () => agree('contest'), 600_000);
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
    fc.assert(fc.asyncProperty(worldsOf([focus]).map(bare), async (world) => law(await sumsOf(world), world)), { numRuns: RUNS, reporter: tell, interruptAfterTimeLimit: 20_000 + RUNS * 40 });

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
