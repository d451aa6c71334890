/** Codes of group R: what stops or qualifies a calculation. */
import type { CodeEntry } from '../codes.ts';

export const runCodes = {
  R001: {
    title: 'a quota is missing',
    about:
      'A component needs the quota of a person for a period and the quota file has none. No quota is not a quota of zero, so nothing is assumed. Add the record, or state in the measure what a missing quota means: not-applicable (the component pays nothing and says why), 0% or 100% attainment.',
    wrong: 'measures:\n  revenue: { sum: amount, of: own }        # and ana has no quota for 2026-Q2',
    right: 'measures:\n  revenue: { sum: amount, of: own, quota: { missing: not-applicable } }',
  },
  R002: {
    title: 'a quota is zero',
    about:
      'Attainment is result divided by quota, which has no value when the quota is zero. State in the measure what a zero quota means: not-applicable, 0% or 100%.',
    wrong: 'payee,measure,from,to,amount\nana,revenue,2026-01-01,2026-03-31,0',
    right: 'measures:\n  revenue: { sum: amount, of: own, quota: { zero: not-applicable } }',
  },
  R003: {
    title: 'an exchange rate is missing',
    about:
      'An amount must be converted and there is no rate for that pair on that day. The last known rate is never taken silently: add the rate, allow the opposite rate with `invert: true`, or allow an earlier one with `reach-back: DAYS`.',
    wrong: 'date,from,to,rate\n2026-03-30,USD,EUR,0.92            # and a sale in USD on 2026-03-31',
    right: 'exchange-rates: { file: data/rates.csv, reach-back: 3, columns: { date: date, from: text, to: text, rate: number } }',
  },
  R004: {
    title: 'a quota record does not fit the periods',
    about:
      'A quota record starts or ends inside a pay period, or covers several periods, and the measure does not say how to cut it. Choose a phasing: even (equal parts for whole periods), days (by days of overlap), or a list of weights.',
    wrong: 'measures:\n  revenue: { sum: amount, of: own }        # the record runs 2026-01-01 to 2026-12-31, the plan pays quarterly',
    right: 'measures:\n  revenue: { sum: amount, of: own, quota: { phasing: even } }',
  },
  R005: {
    title: 'part of a period, and nothing is prorated',
    about:
      'A person is in the plan for only some days of a period and the plan does not say what is scaled. Nothing is scaled silently. List the quantities under `prorate`, or leave it and accept full quota and target for the part.',
    wrong: 'effective: 2026-01-01 to 2026-12-31        # ana starts on 2026-02-15',
    right: 'prorate: [quota, target]',
  },
  R006: {
    title: 'a transaction is credited twice to one person',
    about:
      'Two credit rules of a measure gave the same transaction to the same person. That is sometimes meant (an overlay who is also the owner) and often a mistake; both credits count.',
    wrong: 'measures:\n  revenue: { sum: amount, of: [own, team] }        # the manager sold it herself',
    right: 'measures:\n  own_revenue: { sum: amount, of: own }\n  team_revenue: { sum: amount, of: team }',
  },
  R007: {
    title: 'a value changed inside a period',
    about:
      'A dated people column that the component uses changed on a day inside the period, and this mechanic needs one value. The value of the last day in the plan is used. A flat rate takes each day at its own value and does not need this.',
    wrong: 'tiers: { read: marginal, rates: [{ rate: commission_rate }] }        # commission_rate changed on 2026-02-16',
    right: 'rate: commission_rate',
  },
  R008: {
    title: 'the calendar does not know this window',
    about:
      'A measure or a component counts to date in a year, half or quarter, and the periods do not say which one they belong to. Add the column to the period file.',
    wrong: 'period,from,to\nP1,2026-01-01,2026-01-28        # and a component with `accumulates: year`',
    right: 'period,from,to,year\nP1,2026-01-01,2026-01-28,2026',
  },
  R009: {
    title: 'nothing to pay',
    about:
      'No person is in this plan in any period that has data: its dates, its `for` formula and the people file do not meet. Check `effective`, `for` and the spelling of the values compared there.',
    wrong: "for: role == 'ae'        # the people file says AE",
    right: "for: role == 'AE'",
  },
  R010: {
    title: 'two deals share one place in the order',
    about:
      'A component pays by the order of deals, and two deals are equal in every column of that order, so the result would depend on chance. Add a column that tells them apart, normally the transaction id, at the end of `order`.',
    wrong: 'order: [order_date]',
    right: 'order: [order_date, order_id]',
  },
  R011: {
    title: 'a target is missing',
    about: 'A component pays a share of the target incentive and the person has no target on that day: the people column is blank. No target is not a target of zero, so nothing is assumed. Fill it in, keep the person out of the plan with `for`, or say in the plan what a blank means: `target: coalesce(target_incentive, 0) per year`.',
    wrong: 'id,role,target_incentive\nana,AE,',
    right: 'id,role,target_incentive\nana,AE,60000',
  },
  R012: {
    title: 'a row gives away more than all of it',
    about: 'The shares that a row states for its split make more than 100 % together, so the payee under `to` would be credited less than nothing. Correct the share columns; credit on top of the whole is a rule of its own with `share`.',
    wrong: 'id,seller,partner,partner_share\n7,ana,ben,120%',
    right: 'id,seller,partner,partner_share\n7,ana,ben,20%',
  },
  R013: {
    title: 'somebody with sales or quotas is in no plan',
    about:
      'The people file has this person, rows name them as the payee or quotas are set for them, but no plan holds for them on those days. Often a role is spelt otherwise than the plans ask for; then the person is paid nothing, while their manager is still credited. House accounts and people who moved to a job without a plan are meant: put the reason above "for" of the plan.',
    wrong: "for: role == 'AE'        # the people file says Ae for E101",
    right: "# paycurve-ignore R013: HOUSE is nobody's\nfor: role == 'AE'",
  },
  R014: {
    title: 'a date far from all others',
    about:
      'Very few rows lie more than a hundred days before or after all the others. A run settles every period up to the last row, so one order dated 2062 instead of 2026 asks for quotas of periods that nobody has planned yet. Correct the date; when it is right, nothing needs to be done, and `run --period` settles only what is asked for.',
    wrong: 'order_id,order_date,seller,amount\nSO-1012,2062-01-12,E101,100        # all others are in 2026',
    right: 'order_id,order_date,seller,amount\nSO-1012,2026-01-12,E101,100',
  },
  R015: {
    title: 'quota records of no measure',
    about:
      'The quota file has records for a name that is the quota of no measure in any plan, so nobody reads them. Mostly the name is misspelt, and the person it is meant for then has no quota (R001) or is paid as if there were none.',
    wrong: 'payee,measure,from,to,amount\nana,booking,2026-01-01,2026-03-31,250000        # the measure is called bookings',
    right: 'payee,measure,from,to,amount\nana,bookings,2026-01-01,2026-03-31,250000',
  },
  R017: {
    title: 'a condition that held for no row',
    about:
      'A where of a credit rule or a measure was asked about rows of this run and let none of them through, so nothing is counted by it. Often a text is spelt otherwise than in the data; texts are compared exactly, capitals included. A filter for something rare may be right; then put the reason above it.',
    wrong: "spif: { sum: amount, where: product == 'Falcn' }        # the data say Falcon",
    right: "spif: { sum: amount, where: product == 'Falcon' }",
  },
  R018: {
    title: 'a split without a share',
    about:
      'A row names a second person in a split, and the cell with their share is blank. Blank is not zero: either the share is missing or the name should not be there. Fill in the share, or write 0%.',
    wrong: 'id,date,seller,co_seller,co_share,amount\nO-17,2026-03-02,ana,ben,,1200.00',
    right: 'id,date,seller,co_seller,co_share,amount\nO-17,2026-03-02,ana,ben,40%,1200.00',
  },
  R019: {
    title: 'a value that no plan can mean',
    about:
      'A rate, cap or floor comes from a people column or a formula, and its value is below zero; or a limit on the whole payout has no value for somebody. A negative rate would take money for every sale, and an unknown limit would take or pay all of it. Correct the value; returns and credit notes are negative amounts at a positive rate.',
    wrong: 'id,name,commission_rate\nana,Ana,-5%',
    right: 'id,name,commission_rate\nana,Ana,5%',
  },
  R050: {
    title: 'a return of something that is not in the data',
    about:
      'A row names, by refers-to, a transaction that was not read; or it is negative and no earlier sale is like it. Nobody can say who was paid for the sale and how much. The row is credited by its own columns, and what it takes back is what `unmatched` of the clawback says.',
    wrong: 'id,date,seller,amount,original_id\nR-1,2026-05-02,ana,-100.00,O-9      # O-9 stands in no file',
    right: 'sales: { files: [data/sales-2025.csv, data/sales-2026.csv], refers-to: original_id, … }',
  },
  R066: {
    title: 'a return of a sale whose owner has left',
    about:
      'A row takes back a sale of somebody who is in no plan on its day. A component with `clawback` takes back what was earned on the sale in the period of the return, also from people who have left; without one a return is a negative sale of its own day, and on that day there is no plan to settle it under. Nothing is taken back. The same is said of somebody who has gone on in another plan, where the component of the old one cannot tell what a negative sale costs: without a quota in that period it has no attainment.',
    wrong: 'components:\n  fyc: { commission on: premium, rate: 95% }',
    right: 'components:\n  fyc:\n    commission on: premium\n    rate: 95%\n    clawback: { takes: all, within: 12 months, rate: original, attainment: keep, unmatched: error }',
  },
  R051: {
    title: 'a clawback without a sale',
    about: 'A return takes back a sale that is not in the data, or on which the person earned nothing under this plan, and the clawback says that this stops the run. Where the sale is not in the data, read the earlier sales too or correct the reference. Where it is, nobody was credited with it on its day, or not this person: explain --transaction of the sale says why; correct the reference or who is in the plan on that day. Or state unmatched: as-sale (a negative sale at the rate of its day) or nothing.',
    wrong: 'clawback: { takes: all, within: 90 days, rate: original, attainment: reverse, unmatched: error }',
    right: 'clawback: { takes: all, within: 90 days, rate: original, attainment: reverse, unmatched: nothing }',
  },
  R052: {
    title: 'a seat that is vacant for a part of a period',
    about: 'A record of people is a vacant seat (vacant: yes) on some days of a period and a person on others. The payout of the period is worked out as one, so it would pay the person for days on which there was none, or nothing at all. Give the vacant seat an id of its own.',
    wrong: 'id,from,name,vacant\nS-7,2026-01-01,Vacant,yes\nS-7,2026-02-10,Ana,no',
    right: 'id,start,end,name,vacant\nS-7,2026-01-01,2026-02-09,Vacant,yes\nana,2026-02-10,,Ana,no',
  },
  R020: {
    title: 'a window paid in both parts of a period from a file',
    about: 'As P106, for a calendar from a file: a version begins inside a period and a component looks at other days than the payout (the period before, rolling, to date), so both parts would pay them. Let the version begin with a period of the file, or let the component accumulate.',
    wrong: 'effective: 2026-05-16 to 2026-12-31        # P5 of the file runs from 2026-05-01 to 2026-05-31',
    right: 'effective: 2026-06-01 to 2026-12-31',
  },
  R060: {
    title: 'pay that needs itself',
    about:
      'A person is paid by what others earn, and one of these is in turn paid by what the first earns. Such a circle has no beginning, so nothing of it can be worked out. Managers are paid after their teams; two people of one group whose measures of payouts count each other are the usual case.',
    wrong: 'team_pay: { payouts: all, across: store }        # two managers of one store count each other',
    right: 'team_pay: { payouts: sales_commission, across: store }',
  },
  R061: {
    title: 'money of a group that nobody gets',
    about:
      'A pool has no member who qualifies, prizes have too few entrants, or fixed shares do not make the whole: the rest is not paid. That can be meant; it is said once for each group and period, so that somebody decides about the money.',
    wrong: 'pool: { fund: 10_000, qualifies: attainment of revenue >= 100%, nobody: unspent, … }        # nobody reached 100 %',
    right: 'pool: { fund: 10_000, qualifies: attainment of revenue >= 100%, nobody: carried, … }        # the next period shares 20,000',
  },
  R062: {
    title: 'a group that nobody belongs to',
    about:
      'A measure names one group, such as { store: North } or { id: mia }, and no record of the people file has this value, so the measure would be zero for everybody. Texts are compared exactly, capitals included.',
    wrong: 'north_sales: { sum: amount, across: { store: Nroth } }',
    right: 'north_sales: { sum: amount, across: { store: North } }',
  },
} as const satisfies Record<string, CodeEntry>;
