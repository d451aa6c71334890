/** Fixed worlds of the cents that a review found wrong: small, with plain terms, computed twice and compared with amounts worked by hand. */
import { describe, expect, test } from 'vitest';
import { answerOf } from '../arbitrary/ledger.ts';
import { render } from '../arbitrary/render.ts';
import { travel } from '../arbitrary/road.ts';
import { compute, type PayoutAnswer } from '../oracle/engine.ts';
import type { CalendarJson, ComponentJson, LimitJson, MeasureJson, PersonJson, PlanJson, QuotaJson, Term, TransactionJson, World } from '../oracle/world.ts';
import { decimal } from '../engine/workbench.ts';

type Terms = Partial<Omit<PlanJson, 'components' | 'measures'>> & { readonly pay?: Partial<ComponentJson>; readonly measure?: Partial<MeasureJson> };

/** A plan that pays ten per cent of all sales of the year, or what the terms say instead. */
export function plan({ pay = {}, measure = {}, ...terms }: Terms = {}): PlanJson {
  const none = { weight: null, target: null, accumulates: null, rounding: null, threshold: null, gate: null, multiplier: null, floor: null, cap: null };
  return {
    id: 'p',
    effective: ['2026-01-01', '2026-12-31'],
    role: null,
    currency: 'USD',
    convertAt: 'transaction-date',
    paidIn: null,
    prorate: [],
    credits: [{ name: 'own', from: 'sales', to: 'seller', share: '100%', split: null, levels: [], where: null }],
    adjust: [],
    ...terms,
    measures: [{ name: 'revenue', kind: 'sum', value: 'amount', of: ['own'], where: null, window: null, ratio: null, quota: null, ...measure }],
    components: [{ id: 'pay', pays: 'commission', on: 'revenue', ...none, formula: { kind: 'rate', rate: ['number', '10%'] }, ...pay }],
  };
}

/** The same terms before and after a day; `change` is what the second version says of the first. */
export function cut(terms: Terms, onVersionChange: 'accumulate' | 'restart', on = '2026-07-01', until = '2026-06-30'): PlanJson[] {
  return [plan({ ...terms, effective: ['2026-01-01', until] }), plan({ ...terms, effective: [on, '2026-12-31'], onVersionChange })];
}

export const limit = (at: string | Term, over: LimitJson['over'] = null): LimitJson => ({ at: typeof at === 'string' ? ['number', at] : at, over, evenIfZero: false });
export const ALL_OF_TARGET: Term = ['*', ['number', '100%'], ['target']];
export const person = (id: string, more: Partial<PersonJson> = {}): PersonJson => ({ id, from: '2020-01-01', start: null, end: null, role: 'AE', rate: '5%', target: '12000', manager: null, pay: 'USD', ...more });

interface Sketch {
  readonly calendar?: CalendarJson['kind'] & ('months' | 'quarters') | CalendarJson;
  readonly plans: readonly PlanJson[];
  readonly people?: readonly PersonJson[];
  readonly quotas?: readonly QuotaJson[];
  /** `2026-02-10 60000`, then if need be the type and the co-owner; the seller is always ana. */
  readonly sales: readonly string[];
}

export function world({ calendar = 'quarters', plans, people = [person('ana'), person('bo')], quotas = [], sales }: Sketch): World {
  const rows = sales.map((line, index): TransactionJson => {
    const [date, amount, type = 'New', coOwner = null] = line.split(' ') as [string, string, string?, string?];
    return { source: 'sales', id: `T${index + 1}`, date, seller: 'ana', coOwner, coShare: null, amount, fee: '0', currency: 'USD', type, quantity: '1', customer: 'c1' };
  });
  const rounding = { to: '0.01', mode: 'half-up', at: 'component' } as const;
  return { currency: 'USD', calendar: typeof calendar === 'string' ? { kind: calendar, starts: '01-01' } : calendar, rounding, people, transactions: rows, quotas, rates: [], invert: false, reachBack: 0, costs: [{ customer: 'c1', from: '2020-01-01', cost: '0' }], plans };
}

/** `ana 6000 3000 0`: the totals of a person in order of time, of those who were paid something. */
function sequences(payouts: readonly PayoutAnswer[]): string[] {
  const ids = [...new Set(payouts.map((payout) => payout.payee))];
  return ids.flatMap((id) => {
    const totals = payouts.filter((payout) => payout.payee === id).map((payout) => decimal(payout.total));
    return totals.every((total) => total === '0') ? [] : [`${id} ${totals.join(' ')}`];
  });
}

/** Two tests: the oracle and the engine each pay what was worked by hand, and account for the rows so. */
export function pays(name: string, sketch: Sketch, expected: readonly string[], rows?: Readonly<Record<string, number>>): void {
  describe(name, () => {
    test('by the oracle', () => {
      const answer = compute(world(sketch));
      if (answer.refused !== undefined) throw new Error(`refused with ${answer.refused}`);
      expect(sequences(answer.payouts)).toEqual(expected);
      if (rows !== undefined) expect(answer.rows).toEqual(rows);
    });
    test('by the engine', async () => {
      const travelled = await travel(render(world(sketch)));
      const answer = answerOf(travelled);
      if ('refused' in answer) throw new Error(travelled.problems.map((problem) => `${problem.code} ${problem.message}`).join('\n'));
      expect(sequences(answer.payouts)).toEqual(expected);
      if (rows !== undefined) expect(answer.rows).toEqual(rows);
    });
  });
}
