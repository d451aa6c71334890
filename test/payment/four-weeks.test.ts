/** Which day decides the month of service where periods are no months was written nowhere. */
import { expect, test } from 'vitest';
import { exactText } from '../arbitrary/road.ts';
import { calculate, plan } from '../engine/workbench.ts';

test('the last day of a period of four weeks decides', async () => {
  const plans = `${plan('rate: 10%', { head: 'calendar: { periods: four-weeks, year-starts: [2026-01-05, 2027-01-04] }' })}adjust:\n  - guarantee: { least: { 1: 300 per period, 2: 354 per period, 3: 0 } }\n`;
  const people = 'id,from,start,end,role,rate,incentive,manager\nana,,2026-01-05,,AE,5%,,\n';
  const done = await calculate({ plans, people, sales: ['T1,2026-01-05,ana,,1', 'T2,2026-03-20,ana,,0'] });
  // P01 ends on 1 February, in month 2 of a service that began in January; P02 and P03 end in March
  expect(done.payouts.map(({ period, payment }) => `${period.id} ${exactText(payment!.paid)}`)).toEqual(['2026-P01 354', '2026-P02 0', '2026-P03 0']);
});

test.each([
  ['four-weeks, weeks end on Sunday', "{ periods: four-weeks, year-starts: [2026-01-05, 2027-01-04] }", '100 per week', ['2026-P01 400', '2026-P02 400', '2026-P03 400']],
  ['four-weeks, whatever day a week ends on', "{ periods: four-weeks, year-starts: [2026-01-05, 2027-01-04] }", '100 per week ending Wednesday', ['2026-P01 400', '2026-P02 400', '2026-P03 400']],
  ['4-4-5', "{ periods: 4-4-5, year-starts: [2026-01-05, 2027-01-04] }", '100 per week ending Friday', ['2026-P01 400', '2026-P02 400', '2026-P03 500']],
])('an amount per week in periods of whole weeks: %s', async (_name, calendar, amount, expected) => {
  const plans = `${plan('rate: 10%', { head: `calendar: ${calendar}` })}adjust:\n  - guarantee: ${amount}\n`;
  const done = await calculate({ plans, sales: ['T1,2026-01-05,ana,,0', 'T2,2026-03-20,ana,,0'] });
  expect(done.payouts.filter(({ payee }) => payee === 'ana').map(({ period, payment }) => `${period.id} ${exactText(payment!.paid)}`)).toEqual(expected);
});
