/**
 * A synthetic workspace of any size, the same bytes for the same numbers: people, yearly quotas, a year of sales and a
 * plan of three components with a four-tier table. `node bench/generate.js FOLDER [--rows 1000000] [--people 10000]`
 */
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const WORKSPACE = `workspace: bench
currency: USD
calendar: months
rounding: { to: 0.01, mode: half-up, at: component }
plans: plan.yaml

data:
  sales:
    files: data/sales.csv
    id: order_id
    date: order_date
    columns:
      order_id: text
      order_date: date
      seller: payee
      product: text
      region: one of North, South, East, West
      amount: money(USD)
      currency: text
      margin: ratio

people:
  file: data/people.csv
  columns: { id: payee, name: text }

quotas:
  file: data/quotas.csv
  columns: { payee: payee, measure: text, from: date, to: date, amount: money(USD) }
`;

const PLAN = `plan: bench
title: Three components, a four-tier table
effective: 2026-01-01 to 2026-12-31

credits:
  own: { from: sales, to: seller }

measures:
  revenue:    { sum: amount, of: own, where: product != 'Services', quota: { phasing: even } }
  consulting: { sum: amount, of: own, where: product == 'Services' }

components:
  base:
    commission on: revenue
    rate: 2%
  growth:
    commission on: revenue
    tiers:
      read: marginal
      by: attainment of revenue
      rates:
        - { to: 80%, rate: 1% }
        - { to: 100%, rate: 3% }
        - { to: 120%, rate: 5% }
        - { rate: 7% }
  services:
    commission on: consulting
    rate: 4.5%
    gate: attainment of revenue >= 50%
    cap: 1_000
`;

const PRODUCTS = ['Server', 'Storage', 'Network', 'Desktop', 'Notebook', 'Phone', 'Licence', 'Training', 'Spare part', 'Services'];
const REGIONS = ['North', 'South', 'East', 'West'];
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

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

const person = (n) => `P${String(n).padStart(6, '0')}`;

/** Writes the workspace into `folder`, unless one of the same size is there already. */
export async function generate(folder, { rows, people, seed = 2026 }) {
  const mark = join(folder, 'size.json');
  const size = JSON.stringify({ rows, people, seed, version: 1 });
  if (existsSync(mark) && readFileSync(mark, 'utf8') === size) return;
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(join(folder, 'paycurve.yaml'), WORKSPACE);
  writeFileSync(join(folder, 'plan.yaml'), PLAN);
  const names = Array.from({ length: people }, (_none, n) => person(n));
  writeFileSync(join(folder, 'data/people.csv'), `id,name\n${names.map((id) => `${id},Person ${id}\n`).join('')}`);
  // A year's quota near what a person sells on average; a multiple of 12 dollars, so that its months are equal.
  const typical = Math.trunc((rows / people) * 500 * 0.9);
  const draw = randomBelow(seed);
  const quotas = names.map((id) => `${id},revenue,2026-01-01,2026-12-31,${12 * Math.max(1, Math.trunc((typical * (60 + draw(80))) / 1200))}.00\n`);
  writeFileSync(join(folder, 'data/quotas.csv'), `payee,measure,from,to,amount\n${quotas.join('')}`);
  await sales(join(folder, 'data/sales.csv'), rows, people, draw);
  writeFileSync(mark, size);
}

async function sales(file, rows, people, draw) {
  const out = createWriteStream(file);
  let text = 'order_id,order_date,seller,product,region,amount,currency,margin\n';
  for (let n = 0; n < rows; n++) {
    const month = draw(12);
    const day = `2026-${String(month + 1).padStart(2, '0')}-${String(draw(MONTH_LENGTHS[month]) + 1).padStart(2, '0')}`;
    const amount = `${draw(100) === 0 ? '-' : ''}${draw(1000)}.${String(draw(100)).padStart(2, '0')}`;
    text += `SO-${String(n).padStart(8, '0')},${day},${person(draw(people))},${PRODUCTS[draw(10)]},${REGIONS[draw(4)]},${amount},USD,0.${10 + draw(50)}\n`;
    if (text.length > 1 << 20) {
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
  }
  out.end(text);
  await once(out, 'close');
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  const option = (name, standard) => {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? standard : Number(process.argv[at + 1]);
  };
  if (folder === undefined || folder.startsWith('--')) {
    process.stderr.write('usage: node bench/generate.js FOLDER [--rows 1000000] [--people 10000]\n');
    process.exitCode = 2;
  } else await generate(folder, { rows: option('rows', 1_000_000), people: option('people', 10_000) });
}
