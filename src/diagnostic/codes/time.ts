/** Codes about time and quotas: P12x in plans, D52x in data, R03x in runs. */
import type { CodeEntry } from '../codes.ts';

export const timeCodes = {
  P160: {
    title: 'leave without leaves',
    about: 'The plan says that days on leave do not count, and the workspace does not say who was on leave. Declare the file of leaves: payee, from and to, an empty cell while the leave goes on.',
    wrong: 'days: { leave: [quota] }        # paycurve.yaml has no leaves',
    right: 'leaves: { file: data/leaves.csv, columns: { payee: payee, from: date, to: date? } }',
  },
  P161: {
    title: 'a day rule that does nothing',
    about: 'Holidays are days that do not count although they are weekdays, and a part-time share scales what stands under prorate. Where the plan does not count weekdays, or prorates nothing, they would change nothing, and whoever wrote them believes that they do.',
    wrong: 'days: { count: days, holidays: [2026-01-01] }',
    right: 'days: { count: weekdays, holidays: [2026-01-01] }',
  },
  P162: {
    title: 'no share that somebody works',
    about: 'The part-time of days names a people column that holds the share somebody works: a ratio that is never empty, because an empty cell is neither full time nor no time.',
    wrong: 'days: { part-time: fte }        # people: fte: ratio?',
    right: 'days: { part-time: fte }        # people: fte: ratio',
  },
  P163: {
    title: 'months of a ramp in no order',
    about: 'A ramp lists the last month of service that each entry holds for, in order; each begins where the one before ends, so no month is missing or twice. Months are counted from the first day of service, which people must have: the month of that day is month 1.',
    wrong: 'ramp: [ { to: 6, quota: 75% }, { to: 3, quota: 50% } ]',
    right: 'ramp: [ { to: 3, quota: 50% }, { to: 6, quota: 75% } ]',
  },
  P164: {
    title: 'a share of a ramp that cannot be',
    about: 'The quota and the rate of a ramp are shares of what holds in full service: zero or more, and with a percent sign above one, because 50 is nearly always meant as 50 %.',
    wrong: 'ramp: [ { to: 3, quota: 50 } ]',
    right: 'ramp: [ { to: 3, quota: 50% } ]',
  },
  P165: {
    title: 'a ramp of rates on pay to date',
    about: 'The rate of a ramp is a share of what a commission earns in a month of service. A component that accumulates earns the amount to date less what was earned before, so a new share would be applied to earlier months again, upwards or downwards.',
    wrong: 'ramp: [ { to: 3, rate: 120% } ]\ncomponents: { sales: { commission on: revenue, accumulates: year, rate: 5% } }',
    right: 'ramp: [ { to: 3, rate: 120% } ]\ncomponents: { sales: { commission on: revenue, rate: 5% } }',
  },
  P166: {
    title: 'plan rates that are not there',
    about: 'The plan holds results against quotas at plan rates, and the workspace declares none. Plan rates are a table like exchange-rates, in which a rate holds from its day until the next one.',
    wrong: 'attainment-at: plan-rates        # paycurve.yaml has no plan-rates',
    right: 'plan-rates: { file: data/plan-rates.csv, columns: { date: date, from: text, to: text, rate: number } }',
  },
  P167: {
    title: 'a conversion by no date',
    about: 'Transactions are converted at the rate of a day: their own, the last of the period, the mean of the period, or that of a date column, such as the day of the invoice, which every source of the plan must have.',
    wrong: 'convert-at: invoice_number',
    right: 'convert-at: invoice_date',
  },
  P168: {
    title: 'leave pay in a component paid to date',
    about: 'A component that accumulates earns the amount to date less what was earned before. Pay for the leave of this period is no part of the amount to date of the next one, so it would be taken back.',
    wrong: 'sales: { commission on: revenue, rate: 5%, accumulates: year, leave-pay: { rate: 100 } }',
    right: 'sales: { commission on: revenue, rate: 5%, accumulates: year }\nleave: { commission on: revenue, rate: 0%, leave-pay: { rate: 100 } }',
  },
  P170: {
    title: 'tables prorated that are not there',
    about: 'The plan says that edges of tables (tiers) or the amounts they pay are scaled by days in the plan, and no component has such a table. Edges in percent of a quota move with the quota, shares of a target with the target.',
    wrong: 'prorate: [tiers]\ncomponents: { sales: { commission on: revenue, rate: 5% } }',
    right: 'prorate: [tiers]\ncomponents: { sales: { commission on: revenue, tiers: { read: whole, rates: [ { to: 10_000, rate: 4% }, { rate: 5% } ] } } }',
  },
  P171: {
    title: 'an employer cost of nothing',
    about: 'An employer cost is a share of pay above zero, owed up to a ceiling above zero. It is shown beside pay and paid to nobody here.',
    wrong: 'employer-costs: { social_security: { rate: 7.65 } }',
    right: 'employer-costs: { social_security: { rate: 7.65%, ceiling: { at: 160_000, over: year } } }',
  },
  P169: {
    title: 'a mean of no rolling window',
    about: 'A rolling mean divides the sum of the last N periods by N (all), or by those in which somebody was in the plan (present). It belongs to sums and counts with a rolling window; the mean of deals is a ratio of two measures.',
    wrong: 'revenue: { sum: amount, mean: all }',
    right: 'revenue: { sum: amount, window: rolling 3, mean: all }',
  },
  D520: {
    title: 'two leaves on one day',
    about: 'Two leaves of one person hold on the same day; each day on leave counts once. Often a leave has no last day although another one follows.',
    wrong: 'payee,from,to\nana,2026-03-01,\nana,2026-05-01,2026-05-31',
    right: 'payee,from,to\nana,2026-03-01,2026-04-30\nana,2026-05-01,2026-05-31',
  },
  D521: {
    title: 'leave outside employment',
    about: 'A leave begins before the first day of service, or ends after the last. Correct one of the days; a leave that goes on when somebody leaves may keep its last day empty.',
    wrong: 'payee,from,to\nana,2026-01-01,2026-01-31        # ana starts on 2026-02-01',
    right: 'payee,from,to\nana,2026-03-01,2026-03-31',
  },
  D522: {
    title: 'two reliefs for one day',
    about: 'Two rows relieve one quota of somebody on the same day; a row without a measure relieves every one. Two values for one day are an error: their order would decide.',
    wrong: 'payee,measure,from,to,share,reason,approver\nana,,2026-03-01,2026-03-31,100%,leave,bo\nana,revenue,2026-03-15,2026-04-30,50%,outage,bo',
    right: 'payee,measure,from,to,share,reason,approver\nana,,2026-03-01,2026-03-31,100%,leave,bo\nana,revenue,2026-04-01,2026-04-30,50%,outage,bo',
  },
  D523: {
    title: 'relief that is none',
    about: 'A row of quota relief takes off an amount or a share, one of them: an amount above zero, or a share above 0% and at most 100%. A quota that grows is a quota record.',
    wrong: 'payee,from,to,amount,share,reason,approver\nana,2026-03-01,2026-03-31,5000,50%,leave,bo',
    right: 'payee,from,to,amount,share,reason,approver\nana,2026-03-01,2026-03-31,,50%,leave,bo',
  },
  D524: {
    title: 'a change that fits no quota',
    about: 'A row of the quota file with a day under changed changes the quota that has the same payee, measure and days, from that day on; its amount is the new one for all those days. It must say how it acts on the days before: replace, from-date or restate.',
    wrong: 'payee,from,to,amount,changed,method\nana,2026-01-01,2026-12-31,1200000,,\nana,2026-07-01,2026-12-31,900000,2026-07-01,from-date',
    right: 'payee,from,to,amount,changed,method\nana,2026-01-01,2026-12-31,1200000,,\nana,2026-01-01,2026-12-31,900000,2026-07-01,from-date',
  },
  D525: {
    title: 'a quota that is raised for days before',
    about: 'With restate a new amount holds for the days before the change too. A higher quota then lowers attainment that was reached and pay that was earned, which many laws and plans forbid.',
    wrong: 'ana,2026-01-01,2026-12-31,1500000,2026-07-01,restate        # it was 1,200,000',
    right: 'ana,2026-01-01,2026-12-31,1500000,2026-07-01,from-date',
  },
  R063: {
    title: 'relief above the quota',
    about: 'An amount of quota relief is more than the quota of the period it falls in. A quota is never below zero: it becomes zero, which then needs a stated answer, and the rest of the relief is lost.',
    wrong: 'payee,from,to,amount,reason,approver\nana,2026-03-01,2026-03-31,5000,leave,bo        # the quota of March is 4,000',
    right: 'payee,from,to,amount,reason,approver\nana,2026-03-01,2026-03-31,4000,leave,bo',
  },
  R064: {
    title: 'relief of no quota',
    about: 'A row of quota relief names a measure that is the quota of none in the plans of this run, so it relieves nobody. Mostly the name is misspelt. An empty cell relieves every measure.',
    wrong: 'payee,measure,from,to,share,reason,approver\nana,revenu,2026-03-01,2026-03-31,100%,leave,bo',
    right: 'payee,measure,from,to,share,reason,approver\nana,revenue,2026-03-01,2026-03-31,100%,leave,bo',
  },
  R065: {
    title: 'no day to convert by',
    about: 'A plan converts transactions at the rate of a date column, and the cell of a row in another currency is empty. No other day is taken in its place: fill it in, or keep such rows out until it is known.',
    wrong: 'id,date,invoice_date,amount,currency\n7,2026-03-01,,100,EUR',
    right: 'id,date,invoice_date,amount,currency\n7,2026-03-01,2026-04-10,100,EUR',
  },
} as const satisfies Record<string, CodeEntry>;
