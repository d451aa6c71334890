/** Pages about time: what a day counts, ramps, leaves, and what is taken off quotas. */
import type { LanguagePage } from './page.ts';

export const timingPages: readonly LanguagePage[] = [
  {
    name: 'days',
    about: 'what a day counts: weekdays, months, part-time, leave',
    prose: `Whatever is scaled by time is scaled by days in the plan ÷ days of the period. "days" says which days count: all of them, Monday to Friday, or months, where a month is one however long it is. A part-time share from the people file scales what stands under prorate; days on leave do not count for what is listed under leave, prorated or not. Quotas are first cut into periods (paycurve help quota), and each is then scaled. Two assignments in one period always add up to the whole; a first day of service that is not counted is the one exception, and only where it lies inside a period.`,
    fields: [{ of: 'plan', path: ['days'] }, { of: 'plan', path: [], only: ['days'] }],
    example: {
      yaml: `prorate: [quota]
days: { count: months }
credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount, quota: { phasing: [10%, 20%, 30%, 40%] } }
components:
  sales:
    commission on: revenue
    tiers:
      read: marginal
      by: attainment of revenue
      rates: [ { to: 100%, rate: 10% }, { rate: 20% } ]`,
      given: { sales: ['T1,2026-03-01,ana,,9000'], quotas: 'ana,revenue,2026-01-01,2026-12-31,120000', people: 'id,from,start,end,role,rate,incentive,manager\nana,,2026-02-01,,AE,5%,,\n' },
      work: 'ana starts on 1 February: 2 of 3 months of 12,000 are 8,000. 8,000 × 10 % + 1,000 × 20 %',
      pays: ['ana 2026-Q1: 1000'],
    },
  },
  {
    name: 'ramp',
    about: 'smaller quotas and other rates in the first months of service',
    prose: `A ramp lists what holds through which month of service; the calendar month of the first day is month 1, and after the last entry everything holds in full. The share of the quota multiplies with proration, month by month. The rate is a share of what commissions earn, after the formula; "accelerators: off" takes better rates above quota away while the quota is small, by the month of the last day in the period. An advance in the first months is a draw, not a ramp.`,
    fields: [{ of: 'plan', path: [], only: ['ramp'] }],
    example: {
      yaml: `calendar: months
ramp:
  - { to: 3, quota: 50%, accelerators: off }
  - { to: 6, quota: 75% }
credits:
  own: { from: sales, to: seller }
measures:
  revenue: { sum: amount, quota: { phasing: even } }
components:
  sales:
    commission on: revenue
    tiers:
      read: marginal
      by: attainment of revenue
      rates: [ { to: 100%, rate: 10% }, { rate: 20% } ]`,
      given: { sales: ['T1,2026-03-10,ana,,800', 'T2,2026-04-10,ana,,800'], quotas: 'ana,revenue,2026-01-01,2026-12-31,12000', people: 'id,from,start,end,role,rate,incentive,manager\nana,,2026-01-20,,AE,5%,,\n' },
      work: 'March is month 3: quota 500, no accelerator: 800 × 10 %. April is month 4: quota 750: 750 × 10 % + 50 × 20 %',
      pays: ['ana 2026-03: 80', 'ana 2026-04: 85'],
    },
  },
  {
    name: 'leaves',
    about: 'who was on leave, for quotas and targets that leave scales',
    prose: `Leaves are records of a person with their first and last day, both included; an empty last day goes on. A plan says under days what leave does not count for: see paycurve help days. Two leaves on one day, and leave outside the days of service, are errors.`,
    fields: [{ of: 'workspace', path: ['leaves'] }],
    example: { yaml: `people:\n  file: data/people.csv\n  columns: { id: payee, start: date? }\nleaves:\n  file: data/leaves.csv\n  columns: { payee: payee, from: date, to: date?, kind: text }` },
  },
  {
    name: 'quota-relief',
    about: 'what is taken off quotas, with reason and approver',
    prose: `Relief takes an amount or a share off somebody's quota for some days. A share is of what these days stand for in the quota, by the plan's way of counting days; an amount of whole periods follows the phasing of the quota, any other is spread over its days. A quota never falls below zero: more relief than quota is a warning. Relief for days of a closed period changes that period, as a late row does.`,
    fields: [{ of: 'workspace', path: ['quota-relief'] }],
    example: { yaml: `people:\n  file: data/people.csv\n  columns: { id: payee, start: date? }\nquota-relief:\n  file: data/relief.csv\n  columns: { payee: payee, from: date, to: date, share: ratio, reason: text, approver: text }` },
  },
];
