/** P42…, P43…: payment rules under `adjust` (draws, holds, instalments). R03…: their balances and manual entries in a run. D9…: the adjustments file. */
import type { CodeEntry } from '../codes.ts';

export const paymentCodes = {
  P420: {
    title: 'an amount without its time',
    about: 'Draws, guarantees and advances are amounts for a length of time. Write it behind the amount: per period, per week, per month, per quarter, per half or per year. A quarterly draw paid monthly is shared over the months so that the cents sum to it; an amount per week counts for each week that ends in the period, four or five times in a month.',
    wrong: 'draw: { recoverable: 5_000 }',
    right: 'draw: { recoverable: 5_000 per quarter }',
  },
  P421: {
    title: 'a schedule that does not begin with month 1',
    about: 'A schedule by month of service gives the amount from each month on, until the next. Its first month is 1, the month in which service begins; without it nobody could say what holds before.',
    wrong: 'guarantee: { least: { 2: 4_000 per month, 4: 0 } }',
    right: 'guarantee: { least: { 1: 4_000 per month, 4: 0 } }',
  },
  P422: {
    title: 'an amount below zero, or of zero where it does nothing',
    about: 'A draw, a guarantee, an advance and a limit are zero or more. A rule whose only amount is zero does nothing; leave it out.',
    wrong: 'draw: { recoverable: -500 per month }',
    right: 'draw: { recoverable: 500 per month }',
  },
  P423: {
    title: 'no share of an amount',
    about: 'The share that is recovered or held back lies above 0 and is at most 100 %.',
    wrong: 'draw: { recoverable: 500 per month, recover: 150% }',
    right: 'draw: { recoverable: 500 per month, recover: 50% }',
  },
  P424: {
    title: 'neither a date nor the number of a period',
    about: "A point in time is a date, written YYYY-MM-DD, or the number of the person's own period in the plan, counted from 1.",
    wrong: 'draw: { recoverable: 500 per month, from: May }',
    right: 'draw: { recoverable: 500 per month, from: 2026-05-01 }',
  },
  P425: {
    title: 'fields that do not go together',
    about: 'Two fields of a payment rule say different things about the same question, or one of them needs another that is not there.',
    wrong: 'hold: { share: 10%, for: 3, until: 2026-12-31, on-leaving: forfeit }',
    right: 'hold: { share: 10%, for: 3, on-leaving: forfeit }',
  },
  P426: {
    title: 'two balances of one name',
    about: 'Each payment rule keeps a balance, called like the rule unless the plan names it. Two rules of one kind need names, so that a report, a manual entry and the next version of the plan know which is meant.',
    wrong: 'adjust: [{ hold: { share: 10%, for: 3 } }, { hold: { share: 5%, for: 12 } }]',
    right: 'adjust: [{ hold: { share: 10%, for: 3 } }, { hold: { share: 5%, for: 12, account: retention } }]',
  },
  P427: {
    title: 'a time that the calendar does not know',
    about: 'A payment rule states an amount for a month, quarter, half or year, and the calendar of the plan cannot say which part of it a period is: periods of four weeks are no months. Half months and weeks know their month, and share its amount in equal parts.',
    wrong: 'calendar: { periods: four-weeks, year-starts: [2026-01-01, 2026-12-31] }\nadjust: [{ draw: { recoverable: 500 per month } }]',
    right: 'calendar: { periods: four-weeks, year-starts: [2026-01-01, 2026-12-31] }\nadjust: [{ draw: { recoverable: 500 per period } }]',
  },
  P428: {
    title: 'no number of periods or parts',
    about: 'How long something waits, and into how many parts it is cut, are whole numbers. One part would be no instalment.',
    wrong: 'instalments: { parts: 1 }',
    right: 'instalments: { parts: 3 }',
  },
  P429: {
    title: 'a hold that keeps a share of a draw',
    about:
      'Without "of" a hold keeps its share of all that is due, and a draw, guarantee or advance has been added to that before. Of 100 earned and a draw of 1,000 a hold of 10 % pays 900, and what waits is mostly money that is owed. With "of" and the names of components only a share of what these earned is held.',
    wrong: 'adjust:\n  - draw: { recoverable: 1_000 per month }\n  - hold: { share: 10%, for: 3 }',
    right: 'adjust:\n  - draw: { recoverable: 1_000 per month }\n  - hold: { share: 10%, of: commission, for: 3 }',
  },
  P430: {
    title: 'instalments that do not make 100 %',
    about: 'The shares of the parts that an amount is paid in make 100 % together, exactly. A third is written 1/3; less would keep back money for ever, and more would pay what was not earned.',
    wrong: 'instalments: { parts: [75%, 8%, 8%, 8%] }',
    right: 'instalments: { parts: [75%, 1/12, 1/12, 1/12] }',
  },
  P431: {
    title: 'the times of instalments',
    about: 'Under "after" each part has a number: how many periods after its own it is paid, 0 at once. There are as many numbers as parts, and each is larger than the one before it.',
    wrong: 'instalments: { parts: [75%, 10%, 15%], after: [0, 10] }',
    right: 'instalments: { parts: [75%, 10%, 15%], after: [0, 10, 11] }',
  },
  P432: {
    title: 'no day on which a week ends',
    about: 'An amount per week counts for each week that ends in the period. Weeks end on Sunday unless the plan names another day, such as the pay day: per week ending Friday. Where periods are whole weeks every day gives the same. Other times do not end on a day of the week.',
    wrong: 'draw: { recoverable: 825 per week ending Fri }',
    right: 'draw: { recoverable: 825 per week ending Friday }',
  },
  R030: {
    title: 'a balance in another currency',
    about: 'A version of the plan is in another currency than the one before, or a plan takes balances (balances-from) from one in another currency, and somebody still has a balance in the old one. No rate could turn it without changing what is owed. End the balance first, or give the new plan an id of its own, without balances-from.',
    wrong: 'plan: ae        # 2026 in USD with a draw outstanding, 2027 in EUR',
    right: 'plan: ae-eu     # a plan of its own; the balance stays with the plan that made it',
  },
  R031: {
    title: 'a manual entry that addresses nobody',
    about: 'An entry of the adjustments file names a payee, a plan or a day that do not go together: the person is in no plan in that period and was in none before, the plan does not exist, or the person is in several plans and the entry does not say which.',
    wrong: 'id,payee,date,plan,amount,reason,author\nA1,ana,2025-03-31,,150,dinner,cfo        # the plan begins in 2026',
    right: 'id,payee,date,plan,amount,reason,author\nA1,ana,2026-03-31,,150,dinner,cfo',
  },
  R032: {
    title: 'a manual entry that cannot be posted',
    about: 'The kind, the balance or the amount of an entry do not fit the plan. An entry of kind pay has an amount and no balance; release and forfeit move held money, forgive a balance that is owed, and a blank amount means all of it.',
    wrong: 'id,payee,date,kind,account,amount,reason,author\nA1,ana,2026-03-31,release,draw,,signed,cfo        # a draw holds nothing',
    right: 'id,payee,date,kind,account,amount,reason,author\nA1,ana,2026-03-31,release,hold,,signed,cfo',
  },
  R033: {
    title: 'a manual entry for later',
    about: 'The entry belongs to a period that the data do not reach, so it is not paid by this run. It is paid when that period is settled: by run --period, or once the data reach it.',
    wrong: 'id,payee,date,amount,reason,author\nA1,ana,2062-03-31,150,dinner,cfo        # meant 2026',
    right: 'id,payee,date,amount,reason,author\nA1,ana,2026-03-31,150,dinner,cfo',
  },
  R034: {
    title: 'a manual entry for a closed period',
    about: 'The period of the entry is closed and its record does not hold the entry. What is closed is not changed: date the entry in an open period.',
    wrong: 'id,payee,date,amount,reason,author\nA9,ana,2026-01-31,150,dinner,cfo        # January is closed',
    right: 'id,payee,date,amount,reason,author\nA9,ana,2026-02-28,150,dinner in January,cfo',
  },
  R036: {
    title: 'a balance opened too late',
    about: 'An entry of kind open is a balance that somebody comes with from books kept elsewhere. It stands before their first period under the plan, once for each balance; later balances come from the periods before.',
    wrong: 'id,payee,date,kind,account,amount,reason,author\nO1,ana,2026-05-01,open,draw,-500,moved,cfo        # January is the first period',
    right: 'id,payee,date,kind,account,amount,reason,author\nO1,ana,2026-01-01,open,draw,-500,moved,cfo',
  },
  R035: {
    title: 'a balance whose rule is gone',
    about: 'A version of the plan keeps no rule for a balance that an earlier version left: nothing recovers, releases or ends it, and it stands for ever. Warned of once for each person and balance.',
    wrong: 'adjust: []        # 2026 had a draw, and ana still owes 500',
    right: 'adjust: [{ draw: { recoverable: 0 per month } }]        # no new draw; what is owed is recovered',
  },
  R037: {
    title: 'a balance left behind in another plan',
    about:
      'Balances go on from version to version of one plan, and from plan to plan only where the new plan says so. Somebody left this plan while they owed something, such as a draw, and is paid by another plan, which recovers nothing of it. With balances-from in the new plan, every balance whose account it has too comes along with the person; a draw of 0 per month is such an account, and only recovers. Where both jobs stand in one plan (one "for", one draw, rates from people columns or components with "for") the balance goes on as well. Otherwise two entries of the adjustments file move it: forgive under the plan left, and pay with a minus under the new one.',
    wrong: "plan: sr           # people come from plan ae, where they have a draw\nadjust:\n  - draw: { recoverable: 1_000 per month }",
    right: "plan: sr\nbalances-from: [ae]\nadjust:\n  - draw: { recoverable: 1_000 per month }",
  },
  R041: {
    title: 'a balance that two plans would take',
    about: 'Somebody goes from one plan into two others on one day, and both take the balances of the first along (balances-from) and have the account. It can go on in one of them only.',
    wrong: 'plan: hunter\nbalances-from: [ae]\n---\nplan: farmer        # for the same people\nbalances-from: [ae]',
    right: 'plan: hunter\nbalances-from: [ae]\n---\nplan: farmer',
  },
  R038: {
    title: 'a difference of a closed period in another currency',
    about: 'Something has changed a closed period, and the period in which the difference would be paid is in another currency: the plan changed its currency in between. Which rate would turn it the plan does not say, so nothing is converted in silence.',
    wrong: 'plan: ae        # USD to March, EUR from April; a deal of March came after March was closed',
    right: 'plan: ae-eu     # from April: a plan of its own; the difference is paid in USD under ae',
  },
  R039: {
    title: 'an open period over closed days',
    about: 'The calendar was changed over periods that are closed: an open period holds days that were settled in another one. A draw would be paid for them again, and held money would be counted in periods that are no more. Without payment rules and balances the earlier pay is simply taken off.',
    wrong: 'calendar: quarters        # January was closed as a month, with money held',
    right: 'effective: 2026-02-01 to 2026-12-31        # a version of its own for the new calendar, from the first open day on',
  },
  D901: {
    title: 'a manual entry of an unknown kind',
    about: 'The kinds of manual entries are pay (adds to what is earned and paid), release and forfeit (held money) and forgive (a balance that is owed). A blank kind is pay.',
    wrong: 'id,payee,date,kind,amount,reason,author\nA1,ana,2026-03-31,bonus,150,dinner,cfo',
    right: 'id,payee,date,kind,amount,reason,author\nA1,ana,2026-03-31,pay,150,dinner,cfo',
  },
  D902: {
    title: 'a manual entry twice',
    about: 'Two entries have one id. Entries are told apart by their ids, in reports and in the record of closed periods, so each has its own.',
    wrong: 'id,payee,date,amount,reason,author\nA1,ana,2026-03-31,150,dinner,cfo\nA1,bo,2026-03-31,150,dinner,cfo',
    right: 'id,payee,date,amount,reason,author\nA1,ana,2026-03-31,150,dinner,cfo\nA2,bo,2026-03-31,150,dinner,cfo',
  },
} as const satisfies Record<string, CodeEntry>;
