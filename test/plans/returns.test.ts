/**
 * What a return in a later period takes back in each ready-made plan: `paid → taken back`. plans/README tells it in words, so that
 * nobody copies a plan and finds out in April. (A policy once took back a quarter more than was paid for it.)
 */
import { describe, expect, it, vi } from 'vitest';
import { digits } from '../examples/expected.ts';
import { errorsOf, runWorkspace } from '../payout-run.ts';

vi.setConfig({ testTimeout: 60_000 });

const invoices = (start: number, day: string, net: number): string[] => [1, 2, 3, 4, 5].map((n) => `${start + n},${day},A${n},a,${net},0,yes`);

/** Tables by name, and payouts of the sale's period and of the return's, by component. */
const CASES: readonly (readonly [plan: string, tables: Readonly<Record<string, string>>, paid: string, back: string])[] = [
  // 300,000 of 200,000: 200,000 × 5 % + 50,000 × 7.5 % + 50,000 × 10 % = 18,750, × 1.1; back 300,000 × 5 %
  ['overlay-specialist', { people: 'id,name,role,target_incentive\na,A,Specialist,40000\nb,B,AE,0\n', quotas: 'payee,from,to,amount\na,2026-01-01,2026-12-31,1000000\n', deals: 'deal_id,close_date,owner,specialist,product,amount,years\n1,2026-01-05,b,a,Security,600000,3\n2,2026-04-05,b,a,Security,-600000,3\n' }, 'influence 20625.00', 'influence -15000.00'],
  // 900 points × 1.00 × 1.15, and 350; back 900 × 1.25, the amount since the promotion
  ['inside-sales-per-unit', { people: 'id,name,from,grade,per_point\na,A,2026-01-01,1,1.00\na,A,2026-02-01,2,1.25\n', points: 'product,from,points_each\nX,2026-01-01,10\nY,2026-01-01,10\n', sales: 'call_id,sold_on,agent,product,category,units\n1,2026-01-05,a,X,Phone,50\n2,2026-01-05,a,Y,Accessory,40\n3,2026-02-05,a,X,Phone,-50\n4,2026-02-05,a,Y,Accessory,-40\n' }, 'units 1035.00, volume 350.00', 'units -1125.00, volume 0.00'],
  // (1,500 × 0.28 + 500 × 0.35) × 1.1; back 2,000 × 0.28
  ['route-sales', { people: 'id,name\na,A\n', deliveries: 'delivery,delivered_on,driver,helper,helper_share,cases,brand\n1,2026-05-20,a,,,2000,Own\n2,2026-06-25,a,,,-2000,Own\n' }, 'cases 654.50', 'cases -560.00'],
  // to date 33,000, then 0; the curve for renewals pays nothing below its first point
  ['saas-account-executive', { people: 'id,name,role,start,end,target_incentive\na,A,AE,,,60000\n', quotas: 'payee,measure,from,to,amount\na,new_arr,2026-02-01,2027-01-31,1000000\na,renewals,2026-02-01,2027-01-31,100000\n', sales: 'order_id,close_date,owner,co_owner,type,amount,margin\n1,2026-02-05,a,,New,500000,60%\n2,2026-05-05,a,,New,-500000,60%\n3,2026-02-05,a,,Renewal,25000,60%\n4,2026-05-05,a,,Renewal,-25000,60%\n' }, 'new_business 33000.00, retention 4500.00', 'new_business -33000.00, retention 0.00'],
  // 112,000 of 90,000 and three partners: 130 % of 10,000; the bonus of a half year stays
  ['channel-manager', { people: 'id,name,target_incentive\na,A,20000\n', quotas: 'payee,from,to,amount\na,2026-01-01,2026-12-31,200000\n', orders: 'Order No.;Date;Partner;Channel Manager;Net Value;First Order\n1;2026-01-05;P1;a;110000,00;yes\n2;2026-02-05;P2;a;1000,00;no\n3;2026-02-05;P3;a;1000,00;no\n4;2026-08-05;P1;a;-110000,00;no\n' }, 'balanced_bonus 13000.00, new_partners 750.00', 'balanced_bonus 0.00, new_partners 0.00'],
  // growth 120 %: 120,000 × 3 % × 1.1; below zero there is no growth to pay on, and the commission stays
  ['key-account-manager', { people: 'id,name\na,A\n', invoices: ['invoice,invoiced,account,manager,net,cost,paid', ...invoices(0, '2026-01-05', 20000), ...invoices(10, '2026-04-05', 24000), ...invoices(20, '2026-07-05', -24000), ''].join('\n') }, 'growth_commission 3960.00, portfolio 1000.00', 'growth_commission 0.00, portfolio 1000.00'],
  // 4,000 × 1 %
  ['retail-store', { people: 'id,name,role,manager,target_incentive\ng,G,Store manager,,6000\na,A,Associate,g,0\n', quotas: 'payee,from,to,amount\ng,2026-01-01,2026-12-31,60000\n', receipts: 'receipt,line,sold_on,associate,items,amount\n1,1,2026-01-05,a,5,4000\n2,1,2026-02-05,a,-5,-4000\n' }, 'commission 40.00, basket_bonus 90.00', 'commission -40.00, basket_bonus 0.00'],
];

describe.each(CASES)('plans/%s', (plan, tables, paid, back) => {
  it('takes back what plans/README says', async () => {
    const ran = await runWorkspace(`plans/${plan}`, { texts: new Map(Object.entries(tables)) });
    expect(errorsOf(ran)).toEqual([]);
    const shown = ran.payouts.filter((one) => one.payee === 'a').map((one) => one.components.map((part) => `${part.component} ${digits(part.earned, 2)}`).join(', '));
    expect(shown.slice(-2)).toEqual([paid, back]);
  });
});
