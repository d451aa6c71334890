/** Credits at the rate of somebody else, on the real road (CRD-21): hand-worked, whatever the order of people, and refused where there is no rate. */
import { describe, expect, test } from 'vitest';
import { codesOf } from '../arbitrary/road.ts';
import { calculate, said, totals, type Case } from './workbench.ts';

const PEOPLE = 'id,from,start,end,role,rate,incentive,manager\nana,,,,AE,5%,,\naaron,,,,P,5%,,\nzed,,,,P,5%,,\n';
const SELLER = (body: string): string => `plan: sales\neffective: 2026-01-01 to 2026-12-31\nfor: role == 'AE'\ncredits:\n  own: { from: sales, to: seller }\nmeasures:\n  revenue: { sum: amount }\ncomponents:\n  sales_commission: { commission on: revenue, ${body} }\n`;
const PARTNER = (body: string): string => `plan: partners\neffective: 2026-01-01 to 2026-12-31\nfor: role == 'P'\ncredits:\n  own: { from: sales, to: co_owner, share: 20% }\nmeasures:\n  brought: { sum: amount }\ncomponents:\n  match: { commission on: brought, ${body} }\n`;
const TIERS = 'tiers: { read: marginal, rates: [{ to: 5_000, rate: 5% }, { rate: 6% }] }';
const MATCH = 'rate-match: { of: sales_commission, unmatched: error }';
const SALES = ['T1,2026-01-10,ana,aaron,10000', 'T2,2026-01-11,ana,zed,10000'];
const run = (seller: string, partner: string, sales: readonly string[] = SALES, more: Partial<Case> = {}, options = {}) => calculate({ people: PEOPLE, plans: [SELLER(seller), PARTNER(partner)], sales, ...more }, options);

describe('a rate match', () => {
  test('own example CRD-21: half at 5 % and half at 6 % are 5.5 %: 2,000 pay 110, and the next deal 6 %', async () => {
    expect(totals(await run(TIERS, MATCH))).toEqual(['aaron 2026-Q1: 110', 'ana 2026-Q1: 1150', 'zed 2026-Q1: 120']);
    expect(totals(await run(TIERS, MATCH, [...SALES].reverse()))).toEqual(['aaron 2026-Q1: 110', 'ana 2026-Q1: 1150', 'zed 2026-Q1: 120']);
    expect(totals(await run(TIERS, MATCH, SALES, {}, { asked: new Set(['2026-Q1']) }))).toEqual(['aaron 2026-Q1: 110', 'ana 2026-Q1: 1150', 'zed 2026-Q1: 120']);
  });

  test('of a component that accumulates, each deal in its own period', async () => {
    // to date: 5,000 at 5 % and 5,000 at 6 %; then 6 % in the second quarter, for a partner who has nothing before
    expect(totals(await run(`accumulates: year, ${TIERS}`, MATCH, [SALES[0]!, 'T2,2026-05-11,ana,zed,10000']))).toEqual(['aaron 2026-Q1: 110', 'ana 2026-Q1: 550', 'ana 2026-Q2: 600', 'zed 2026-Q2: 120']);
  });

  test('takes the rate after the cap of the deal, and before the cap of the whole', async () => {
    expect(totals(await run(`${TIERS}, deal-cap: { at: 300, originals: none }, cap: 400`, MATCH))).toEqual(['aaron 2026-Q1: 60', 'ana 2026-Q1: 400', 'zed 2026-Q1: 60']);
  });

  test('behind a closed gate the rate is zero', async () => {
    expect(totals(await run(`${TIERS}, gate: revenue >= 50_000`, MATCH))).toEqual([]);
  });

  test('a return goes back at what each earned, with a clawback on both', async () => {
    const back = 'clawback: { takes: all, within: any time, rate: original, attainment: reverse, unmatched: error }';
    const sales = [...SALES, 'R1,2026-04-10,ana,aaron,-10000,USD,New,,T1'];
    expect(totals(await run(`${TIERS}, ${back}`, `${MATCH}, ${back}`, sales, { refersTo: 'original' }))).toEqual(['aaron 2026-Q1: 110', 'aaron 2026-Q2: -110', 'ana 2026-Q1: 1150', 'ana 2026-Q2: -550', 'zed 2026-Q1: 120']);
  });

  test('a return that the clawback of the seller settles goes back at the rate of its sale, and is not refused as nobody\'s', async () => {
    for (const attainment of ['reverse', 'keep']) {
      const back = `clawback: { takes: all, within: any time, rate: original, attainment: ${attainment}, unmatched: error }`;
      const sales = [...SALES, 'R1,2026-04-10,ana,aaron,-10000,USD,New,,T1'];
      // 2,000 × 5.5 %
      expect(totals(await run(`${TIERS}, ${back}`, MATCH, sales, { refersTo: 'original' }))).toEqual(['aaron 2026-Q1: 110', 'aaron 2026-Q2: -110', 'ana 2026-Q1: 1150', 'ana 2026-Q2: -550', 'zed 2026-Q1: 120']);
    }
  });

  test('of a deal that a credit cap cuts, the rate is its whole pay by its whole credit', async () => {
    // 2,000 × 10 % + 8,000 × 1 % = 280 for 10,000: 2.8 % of 2,000. At 10 % the partner had 200 for a fifth of the deal
    expect(totals(await run('rate: 10%, credit-cap: { at: 2_000, of: deal, excess: 1% }', MATCH, [SALES[0]!]))).toEqual(['aaron 2026-Q1: 56', 'ana 2026-Q1: 280']);
  });

  test('a deal that nobody else has stops the run, or pays nothing', async () => {
    const sales = [...SALES, 'T3,2026-02-01,,zed,10000'];
    expect(said(await run(TIERS, MATCH, sales), 'R019')).toEqual(['zed in 2026-Q1: nobody else is credited with T3 by sales_commission']);
    expect(totals(await run(TIERS, MATCH.replace('error', 'nothing'), sales))).toEqual(['aaron 2026-Q1: 110', 'ana 2026-Q1: 1150', 'zed 2026-Q1: 120']);
  });

  test('needs a component that has a rate for each deal', async () => {
    expect(said(await run(TIERS, MATCH.replace('sales_commission', 'sales_comission')), 'P178')).toEqual(['component match pays at the rate of "sales_comission", and no plan has such a component']);
    expect(said(await run(TIERS, MATCH.replace('sales_commission', 'match')), 'P178')).toEqual(['component match pays at the rate of match, but that is a rate-match itself']);
    expect(codesOf(await run('steps: { by: revenue, bands: [{ from: 1, pays: 100 }] }', MATCH))).toContain('P178!');
    expect(codesOf(await run(TIERS, `accumulates: year, ${MATCH}`))).toContain('P175!');
  });
});
