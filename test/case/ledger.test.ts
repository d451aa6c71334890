/** Cases that expect what is earned, what is paid and the balances. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { World } from '../cli/world.ts';

const WORKSPACE = `workspace: acme
currency: USD
calendar: months
rounding: { to: 0.01, mode: half-up, at: component }
plans: plans/plan.yaml
data:
  sales:
    files: data/sales.csv
    id: id
    date: day
    columns: { id: text, day: date, seller: payee, amount: money }
people: { file: data/people.csv, columns: { id: payee } }
adjustments:
  file: data/adjustments.csv
  columns: { id: text, payee: payee, date: date, amount: money, reason: text, author: text }
`;
const PLAN = `plan: ae
effective: 2026-01-01 to 2026-12-31
credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount }
components:
  pay: { commission on: revenue, rate: 10% }
adjust:
  - draw: { recoverable: 100 per month }
  - hold: { share: 50%, of: pay, for: 1 }
`;

let world: World;
beforeAll(() => {
  world = new World({ 'paycurve.yaml': WORKSPACE, 'plans/plan.yaml': PLAN, 'data/people.csv': 'id\nana\n', 'data/adjustments.csv': 'id,payee,date,amount,reason,author\nW1,ana,2026-01-05,999,of the workspace,hr\n', 'data/sales.csv': 'id,day,seller,amount\nX,2026-01-02,ana,1\n' });
});
afterAll(() => world.remove());

const CASE = `cases:
  - name: a draw, a hold and an entry
    rows: { sales: "id,day,seller,amount\\n1,2026-01-10,ana,400\\n2,2026-02-10,ana,2000\\n" }
    adjustments: "id,payee,date,amount,reason,author\\nA1,ana,2026-02-05,5,spot,hr\\n"
    work: "January: 40 + 60, less 20 held. February: 200 − 60, less 100 held, and the 20; 5 beside."
    ledger:
`;
const LINES = `      - { payee: ana, period: 2026-01, earned: 40, payable: 80.00, balances: { draw: -60, hold: 20 }, because: topped up }
      - { payee: ana, period: 2026-02, earned: 205, payable: 65, balances: { hold: 100 }, because: "A1: spot" }
`;

test.each([
  ['all as it is', LINES, []],
  ['a cent more payable', LINES.replace('80.00', '80.01'), ['ana 2026-01 payable: expected 80.01, found 80.00']],
  ['another balance', LINES.replace('draw: -60', 'draw: 0'), ['ana 2026-01 balance draw: expected 0, found -60.00']],
  ['a balance that is not named', LINES.replace('draw: -60, ', ''), ['ana 2026-01 balance draw: expected nothing, found -60.00']],
  ['another reason', LINES.replace('topped up', 'forgiven'), ['ana 2026-01 because: expected a line with "forgiven"']],
  ['another period', LINES.replace('2026-02,', '2026-05,'), ['ana 2026-05 payable: expected 65, found nothing']],
])('%s', async (_name, lines, differs) => {
  world.write('plans/a.test.yaml', CASE + lines);
  const { code, out, err } = await world.run('test');
  expect(code, out + err).toBe(differs.length === 0 ? 0 : 1);
  const flat = out.replace(/\s+/g, ' ');
  for (const words of differs) for (const part of words.split(/: expected |, found /)) expect(flat).toContain(part);
});

test('a balance that no plan has is refused', async () => {
  world.write('plans/a.test.yaml', CASE + LINES.replace('hold: 20', 'hodl: 20'));
  expect((await world.run('test')).out).toContain('no plan has the balance "hodl"');
});

test('a recorded case keeps entries, what is payable and the balances', async () => {
  world.write('plans/a.test.yaml', '');
  const { out } = await world.run('test --record . --person ana --period 2026-01');
  expect(out).toContain('W1,ana,2026-01-05,999,of the workspace,hr');
  expect(out).toContain('      - { payee: ana, period: "2026-01", earned: "999.10", payable: "1,098.95", balances: { draw: "-99.90", hold: "0.05" } }\n');
  world.write('plans/a.test.yaml', out);
  expect((await world.run('test')).code).toBe(0);
});
