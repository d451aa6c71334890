/**
 * `npm run bench:curve [-- --people 500 --periods 2000 --rounds 5]`: compiled pay curves of a plan of three components,
 * evaluated for many results of each person, against the same plan in plain decimal.js and in doubles, in alternating rounds
 * in one process. The programs must pay the same to the cent.
 */
import { cpus } from 'node:os';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Decimal } from 'decimal.js';

const front = join(dirname(fileURLToPath(import.meta.url)), '../dist/index.mjs');

const WORKSPACE = `workspace: curves
currency: USD
calendar: months
rounding: { to: 0.01, mode: half-up, at: component }
plans: plan.yaml
data:
  sales:
    files: sales.csv
    id: id
    date: date
    columns: { id: text, date: date, seller: payee, product: text, amount: money(USD) }
people:
  file: people.csv
  columns: { id: payee }
quotas:
  file: quotas.csv
  columns: { payee: payee, measure: text, from: date, to: date, amount: money(USD) }
`;

const PLAN = `plan: curves
effective: 2026-01-01 to 2026-12-31
credits:
  own: { from: sales, to: seller }
measures:
  revenue:    { sum: amount, of: own, where: product != 'Services' }
  consulting: { sum: amount, of: own, where: product == 'Services' }
components:
  base:
    commission on: revenue
    rate: 2.25%
  growth:
    commission on: revenue
    threshold: { at: 40%, pays-from: first-unit }
    tiers:
      read: marginal
      by: attainment of revenue
      rates: [{ to: 80%, rate: 1% }, { to: 100%, rate: 3.5% }, { to: 120%, rate: 5% }, { rate: 7.125% }]
  services:
    commission on: consulting
    tiers: { read: whole, rates: [{ to: 10_000, rate: 3% }, { to: 20_000, rate: 4.5% }, { to: 35_000, rate: 5% }, { rate: 5.5% }] }
    cap: 2_000
`;

const option = (name, standard) => {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? standard : Number(process.argv[at + 1]);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} wants a whole number above zero`);
  return value;
};

/** Whole random numbers below a bound, from a seed (mulberry32). */
function randomBelow(seed) {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.trunc(numbers.length / 2)];
const seconds = (job) => {
  const started = process.hrtime.bigint();
  const result = job();
  return { result, seconds: Number(process.hrtime.bigint() - started) / 1e9 };
};

/** The pay curves of everybody in January, through the front door. */
async function compile(paycurve, ids, quotas) {
  const { Problems, checkWorkspace, checkPlan, compute } = paycurve;
  const problems = new Problems();
  const workspace = checkWorkspace({ name: 'paycurve.yaml', text: WORKSPACE }, '.', problems);
  const plan = checkPlan({ name: 'plan.yaml', text: PLAN }, workspace, problems);
  const files = {
    'sales.csv': `id,date,seller,product,amount\n${ids.map((id, n) => `S${n},2026-01-15,${id},${n % 2 === 0 ? 'Server' : 'Services'},100.00\n`).join('')}`,
    'people.csv': `id\n${ids.map((id) => `${id}\n`).join('')}`,
    'quotas.csv': `payee,measure,from,to,amount\n${ids.map((id, n) => `${id},revenue,2026-01-01,2026-01-31,${(quotas[n] / 100).toFixed(2)}\n`).join('')}`,
  };
  const input = (name) => ({ name, async *chunks() { yield Buffer.from(files[name]); } });
  const computed = await compute({ workspace, plans: [plan], problems, policy: 'stop', engine: { curves: true }, inputs: async ({ files: names }) => names.map(input) });
  const payouts = computed === undefined ? [] : [...computed.calculation.settle()];
  if (problems.failed || payouts.length !== ids.length) throw new Error(`bench: ${problems.all.map(({ message }) => message).join('\n')}`);
  return payouts.map(({ components }) => components.map(({ component, curve }) => {
    if (curve.none !== undefined) throw new Error(`bench: ${component}: ${curve.none}`);
    return curve;
  }));
}

function inCurves(curves, quotas, revenue, consulting, periods) {
  let sum = 0;
  for (let person = 0; person < curves.length; person++) {
    const [base, growth, services] = curves[person];
    for (let period = 0; period < periods; period++) {
      const at = person * periods + period;
      sum += base.at(revenue[at]) + growth.at(revenue[at]) + services.at(consulting[at]);
    }
  }
  return sum;
}

/** What one would write with decimal.js: rates and edges made once, every payout a few operations. */
function inDecimals(_curves, quotas, revenue, consulting, periods) {
  const cents = (value) => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  const [flat, cap, hundred] = [new Decimal('0.0225'), new Decimal(2000), new Decimal(100)];
  const edges = ['0', '0.8', '1', '1.2'].map((text) => new Decimal(text));
  const rates = ['0.01', '0.035', '0.05', '0.07125'].map((text) => new Decimal(text));
  const steps = [['35000', '0.055'], ['20000', '0.05'], ['10000', '0.045']].map(([from, rate]) => [new Decimal(from), new Decimal(rate)]);
  const lowest = new Decimal('0.03');
  let sum = new Decimal(0);
  for (let person = 0; person < quotas.length; person++) {
    const quota = new Decimal(quotas[person]).div(hundred);
    const lowers = edges.map((edge) => edge.times(quota));
    const threshold = quota.times('0.4');
    for (let period = 0; period < periods; period++) {
      const at = person * periods + period;
      const x = new Decimal(revenue[at]).div(hundred);
      const y = new Decimal(consulting[at]).div(hundred);
      let growth = new Decimal(0);
      if (x.gte(threshold))
        for (let tier = 0; tier < 4 && x.gt(lowers[tier]); tier++) {
          const high = tier < 3 && lowers[tier + 1].lt(x) ? lowers[tier + 1] : x;
          growth = growth.plus(high.minus(lowers[tier]).times(rates[tier]));
        }
      const rate = steps.find(([from]) => y.gte(from))?.[1] ?? lowest;
      sum = sum.plus(cents(x.times(flat))).plus(cents(growth)).plus(cents(Decimal.min(y.times(rate), cap)));
    }
  }
  return Number(sum.times(hundred));
}

/** The same in doubles, which are wrong at half cents: what speed costs nobody. */
function inDoubles(_curves, quotas, revenue, consulting, periods) {
  const edges = [0, 0.8, 1, 1.2];
  const rates = [0.01, 0.035, 0.05, 0.07125];
  let sum = 0;
  for (let person = 0; person < quotas.length; person++) {
    const quota = quotas[person];
    for (let period = 0; period < periods; period++) {
      const at = person * periods + period;
      const x = revenue[at];
      const y = consulting[at];
      let growth = 0;
      if (x >= 0.4 * quota) for (let tier = 0; tier < 4 && x > edges[tier] * quota; tier++) growth += ((tier < 3 ? Math.min(x, edges[tier + 1] * quota) : x) - edges[tier] * quota) * rates[tier];
      const rate = y >= 3_500_000 ? 0.055 : y >= 2_000_000 ? 0.05 : y >= 1_000_000 ? 0.045 : 0.03;
      sum += Math.round(x * 0.0225) + Math.round(growth) + Math.round(Math.min(y * rate, 200_000));
    }
  }
  return sum;
}

if (!existsSync(front)) {
  process.stderr.write('bench: dist/ is missing; run npm run build first\n');
  process.exitCode = 2;
} else {
  const paycurve = await import(front);
  const [people, periods, rounds] = [option('people', 500), option('periods', 2000), option('rounds', 5)];
  const draw = randomBelow(2026);
  const ids = Array.from({ length: people }, (_none, n) => `P${String(n).padStart(6, '0')}`);
  const quotas = ids.map(() => 1_000_000 + draw(9_000_000));
  // one of a hundred results lies on a border or beside it, where mistakes live
  const near = (edge) => Math.round(edge) + draw(3) - 1;
  const revenue = Float64Array.from({ length: people * periods }, (_none, at) => (draw(100) === 0 ? near(quotas[Math.trunc(at / periods)] * [0.4, 0.8, 1, 1.2][draw(4)]) : draw(15_000_000)));
  const consulting = Float64Array.from({ length: people * periods }, () => (draw(100) === 0 ? near([1_000_000, 2_000_000, 3_500_000][draw(3)]) : draw(5_000_000)));
  await compile(paycurve, ids.slice(0, 50), quotas);
  const started = process.hrtime.bigint();
  const compiled = await compile(paycurve, ids, quotas);
  const compiling = Number(process.hrtime.bigint() - started) / 1e3 / people;
  const curves = compiled.map((all) => all.map(({ amount, rounding }) => new paycurve.ScaledCurve(amount, 100, rounding)));
  const few = Math.max(1, Math.trunc(periods / 20));
  const fewer = (all) => Float64Array.from({ length: people * few }, (_none, at) => all[Math.trunc(at / few) * periods + (at % few)]);
  const ways = [
    ['paycurve, compiled curves, exact', inCurves, periods, revenue, consulting],
    ['doubles, wrong at half cents', inDoubles, periods, revenue, consulting],
    ['plain decimal.js', inDecimals, few, fewer(revenue), fewer(consulting)],
  ];
  const rates = ways.map(() => []);
  for (let round = 0; round < rounds; round++)
    ways.forEach(([, way, count, x, y], index) => rates[index].push((people * count) / seconds(() => way(curves, quotas, x, y, count)).seconds));
  const speed = rates.map(median);
  process.stdout.write(`three components, four tiers; ${people.toLocaleString('en')} people, ${periods.toLocaleString('en')} results each; node ${process.versions.node}, one of ${cpus().length} cores; medians of ${rounds} alternating rounds\n\n`);
  process.stdout.write('| way | payee-periods/s | ns each | × decimal.js |\n| --- | --: | --: | --: |\n');
  ways.forEach(([name], index) => process.stdout.write(`| ${name} | ${Math.round(speed[index]).toLocaleString('en')} | ${Math.round(1e9 / speed[index]).toLocaleString('en')} | ${(speed[index] / speed[2]).toFixed(1)} |\n`));
  process.stdout.write(`\nReading, settling and compiling a person's three curves took ${Math.round(compiling)} µs.\n`);
  const [exact, plain] = [inCurves, inDecimals].map((way) => way(curves, quotas, fewer(revenue), fewer(consulting), few));
  if (exact === plain) process.stdout.write(`Curves and decimal.js paid the same in ${(people * few).toLocaleString('en')} payee-periods, ${(exact / 100).toLocaleString('en', { minimumFractionDigits: 2 })} in all.\n`);
  else {
    process.stdout.write(`THE PAYOUTS DIFFER: ${exact} and ${plain} cents\n`);
    process.exitCode = 1;
  }
}
