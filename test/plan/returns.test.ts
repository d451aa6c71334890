/** How rows name what they take back, and what a clawback needs: P150 and P151, found where they stand. */
import { expect, test } from 'vitest';
import { calculate, plan, said } from '../engine/workbench.ts';
import { lines, readWorkspace } from './world.ts';

const workspace = (refers: string): string => `workspace: acme
currency: USD
calendar: quarters
rounding: { mode: half-up, at: component }
plans: p/*.yaml
data: { sales: { files: s.csv, id: id, date: date, refers-to: ${refers}, columns: { id: text, date: date, amount: money, customer: text?, original: text?, n: number? } } }
`;

test.each([
  ['original', []],
  ['{ id: original }', []],
  ['{ alike: [customer], amount: amount }', []],
  ['{ id: original, alike: [customer], amount: n }', []],
  ['n', ['P150 n is number, and the id of an original is text']],
  ['id', ['P150 id may not be empty, so every row would take back another']],
  ['originl', ['P024 source sales declares no column "originl"']],
  ['{ alike: [customer] }', ['P150 sales does not say how much of a sale an alike row takes back']],
  ['{ id: original, amount: amount }', ['P150 sales says how much is taken back, but not which columns are alike']],
  ['{ alike: [customer], amount: original }', ['P150 original is text, and how much is taken back is money or a number']],
])('refers-to: %s (P150)', (refers, expected) => {
  expect(lines(readWorkspace(workspace(refers)).problems.all).map((line) => line.replace(/ \[.*|\n.*/s, ''))).toEqual(expected);
});

test.each([
  ['rate: 5%', '{ sum: amount }', '', 'sales does not say what a return takes back'],
  ['rate: 5%', '{ max: amount }', 'refers-to: original', 'revenue is no sum of deals'],
  ['rate: 5%', '{ sum: amount, window: rolling 3 }', 'refers-to: original', 'revenue looks at other days than the period, so a return would stand in it more than once'],
  ['steps: { by: revenue, bands: [ { from: 10, pays: 5 } ] }', '{ sum: amount }', 'refers-to: original', 'steps does not say what each deal earned'],
])('a clawback with %s on %s is refused (P151)', async (formula, measure, refers, why) => {
  const plans = plan(`${formula}\nclawback: { takes: all, within: any time, rate: original, attainment: keep, unmatched: error }`, { measure });
  const done = await calculate({ plans, sales: [], ...(refers === '' ? {} : { refersTo: 'original' }) });
  expect(said(done, 'P151')).toEqual([`component pay has a clawback, but ${why}`]);
});

test.each([
  ['accumulates: year\nrate: 5%', '', 'it accumulates, so what a sale earned changes later'],
  ['rate: 5%', 'window: year-to-date', 'paid is no sum over the period'],
  ['steps: { by: revenue, bands: [ { from: 10, pays: 5 } ] }', '', 'steps on revenue does not say what each sale earns'],
  ['rate: 5%\nclawback: { takes: all, within: any time, rate: original, attainment: keep, unmatched: error }', '', 'it has a clawback, and what is not due yet cannot come back'],
])('earning by event with %s %s is refused (P152)', async (body, window, why) => {
  const rule = '\nby-event: { at-booking: 0%, events: [{ measure: paid, share: 100%, deal: original }] }';
  const measure = `{ sum: amount, of: own }\n  paid: { sum: amount, of: own${window === '' ? '' : `, ${window}`} }`;
  const done = await calculate({ plans: plan(body + rule, { measure }), sales: [], refersTo: 'original' });
  // any text column may name the sale; the bench has one that may be blank
  expect(said(done, 'P152')).toEqual([`component pay is earned by event, but ${why}`]);
});

test('a credit rule that waits for a rule of another source is refused (P153)', async () => {
  const plans = plan('rate: 5%', { credits: 'own: { from: sales, to: seller, unless: goals }\n  goals: { from: scores, to: person }', measure: '{ sum: amount, of: own }' });
  expect(said(await calculate({ plans, sales: [], scores: [] }), 'P153')).toEqual(['goals credits scores, so it never goes before own, which credits sales']);
});
