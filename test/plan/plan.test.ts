import { describe, expect, test } from 'vitest';
import { either } from '../../src/diagnostic/suggest.ts';
import { MECHANICS } from '../../src/mechanic/index.ts';
import { edited, expectOne, lines, PLAN, problemsOf, unmarked, WORKSPACE, workspaceOf, type Edit } from './world.ts';

interface Case {
  readonly name: string;
  readonly world?: readonly Edit[];
  readonly edits: readonly Edit[];
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly note?: string;
}

const RATES: Edit = ['people:', 'exchange-rates: { file: r.csv, columns: { date: date, from: text, to: text, rate: number } }\npeople:'];
const CALLS: Edit = ['  own: { from: sales, to: seller }', '  own: { from: sales, to: seller }\n  calls: { from: calls, to: caller }'];
const credit = (text: string): Edit => ['{ from: sales, to: seller }', text];
const measures = (text: string): Edit => ['  revenue: { sum: amount }', text];
const component = (text: string): Edit => ['{ commission on: revenue, rate: 5% }', text];
const more = (text: string): Edit => ['rate: 5% }', `rate: 5% }\n${text}`];

const READING: readonly Case[] = [
  { name: 'one day is no span', edits: [['2026-01-01 to 2026-12-31', '«2026-01-01»']], code: 'P060', message: 'effective is "2026-01-01", not a span of days', hint: 'write first and last day, both included: 2026-01-01 to 2026-12-31' },
  { name: 'a day that does not exist', edits: [['2026-12-31', '«2026-02-30»']], code: 'P060', message: '"2026-02-30": 2026-02 has no day 30', hint: 'its days are 01 to 28' },
  { name: 'a day in another form', edits: [['2026-01-01', '«01/02/2026»']], code: 'P060', message: '"01/02/2026": day and month can be read two ways', hint: 'write dates as YYYY-MM-DD' },
  { name: 'the end before the beginning', edits: [['2026-01-01 to 2026-12-31', '«2026-12-31 to 2026-01-01»']], code: 'P061', message: 'the plan would end on 2026-01-01, before it begins on 2026-12-31' },
  { name: 'a source that is not there', edits: [['from: sales', 'from: «sale»']], code: 'P064', message: 'the workspace has no source "sale"', note: 'did you mean sales?', hint: 'sources are sales, calls' },
  { name: 'a payee column that is not there', edits: [['to: seller', 'to: «saler»']], code: 'P065', message: 'source sales has no column "saler"', note: 'did you mean seller?', hint: 'payee columns are seller, helper' },
  { name: 'managers of a column that is not there', world: [['role: text', 'role: text, manager: payee?']], edits: [['to: seller', 'to: managers of «saler»']], code: 'P065', message: 'source sales has no column "saler"', note: 'did you mean seller?' },
  { name: 'a share in a column that is not there', edits: [credit('{ from: sales, to: seller, split: { helper: «helper_shar» } }')], code: 'P065', message: 'source sales has no column "helper_shar"', note: 'did you mean helper_share?' },
  { name: 'credit to a column that holds no payee', edits: [['to: seller', 'to: «product»']], code: 'P066', message: 'product is text; only a payee column says who is credited', hint: 'declare product: payee, or name another column' },
  { name: 'a share in a column that holds no ratio', edits: [credit('{ from: sales, to: seller, split: { helper: «quantity» } }')], code: 'P066', message: 'quantity is number; only a ratio column holds a share' },
  { name: 'a split of more than the whole', world: [['helper: payee?', 'helper: payee?\n      third: payee?']], edits: [credit('{ from: sales, to: seller, split: { helper: «60%», third: 50% } }')], code: 'P067', message: 'the split gives away 110 %' },
  { name: 'a split with the payee', edits: [credit('{ from: sales, to: seller, split: { «seller»: 60% } }')], code: 'P067', message: 'seller already receives what the others leave' },
  { name: 'a negative share in a split', edits: [credit('{ from: sales, to: seller, split: { helper: «-40%» } }')], code: 'P068', message: 'the share of helper is not above zero', hint: 'write a share such as 40%' },
  { name: 'an overlay of nothing', edits: [credit('{ from: sales, to: seller, share: «0%» }')], code: 'P068', message: 'the share of own is not above zero' },
  { name: 'a share that is no number', edits: [credit('{ from: sales, to: seller, share: «half» }')], code: 'P009', message: 'the share of own is "half": not a number' },
  { name: 'managers without a hierarchy', edits: [['to: seller', 'to: «managers of seller»']], code: 'P069', message: 'credit rule own credits managers, but the workspace does not say who leads whom' },
  { name: 'levels without managers', edits: [credit('{ from: sales, to: seller, «levels»: 2 }')], code: 'P070', message: 'credit rule own has levels, but credits no managers', hint: 'write to: managers of seller, or remove levels' },
  { name: 'a split among managers', world: [['role: text', 'role: text, manager: payee?']], edits: [credit('{ from: sales, to: managers of seller, «split»: { helper: 40% } }')], code: 'P070', message: 'credit rule own credits managers, so it cannot split' },
  { name: 'no level', world: [['role: text', 'role: text, manager: payee?']], edits: [credit('{ from: sales, to: managers of seller, levels: «0» }')], code: 'P070', message: 'levels of credit rule own is "0"' },
  { name: 'a measure of nothing', edits: [measures('  «revenue»: { of: own }')], code: 'P071', message: 'measure revenue does not say what it counts', hint: 'add one of sum, count, distinct, min, max, ratio, payouts, such as sum: amount' },
  { name: 'a measure of two things', edits: [measures('  revenue: { sum: amount, «max»: amount }')], code: 'P071', message: 'measure revenue counts two things, sum and max', hint: 'make two measures of it' },
  { name: 'a credit rule that is not there', edits: [measures('  revenue: { sum: amount, of: «owm» }')], code: 'P072', message: 'the plan has no credit rule "owm"', note: 'did you mean own?', hint: 'the only one is own' },
  { name: 'a credit rule counted twice', edits: [measures('  revenue: { sum: amount, of: [own, «own»] }')], code: 'P072', message: 'own is counted twice by measure revenue' },
  { name: 'whose credits, among several', edits: [CALLS, ['  revenue: { sum', '  «revenue»: { sum']], code: 'P073', message: 'measure revenue does not say whose credits it counts', hint: 'add of: and one or more of own, calls' },
  { name: 'one measure over two sources', edits: [CALLS, measures('  revenue: { count: transactions, of: [own, «calls»] }'), component('{ commission on: revenue, per-unit: 5 }')], code: 'P074', message: 'measure revenue counts credits of two sources, sales and calls' },
  { name: 'a ratio that is a formula', edits: [measures('  revenue: { sum: amount }\n  half: { ratio: «revenue / 2» }')], code: 'P075', message: 'the ratio of measure half is "revenue / 2", not one measure divided by another' },
  { name: 'a ratio of a measure that is not there', edits: [measures('  revenue: { sum: amount }\n  margin: { ratio: «cost» / revenue }')], code: 'P075', message: 'the plan has no measure "cost"', hint: 'the only one is revenue' },
  { name: 'a ratio of itself', edits: [measures('  revenue: { sum: amount }\n  self: { ratio: revenue / «self» }')], code: 'P075', message: 'measure self divides itself' },
  { name: 'a ratio of a ratio', edits: [measures('  revenue: { sum: amount }\n  units: { sum: quantity }\n  price: { ratio: revenue / units }\n  odd: { ratio: «price» / revenue }')], code: 'P075', message: 'measure odd divides the ratio price' },
  { name: 'a ratio with a filter', edits: [measures("  revenue: { sum: amount }\n  units: { sum: quantity }\n  price: { ratio: revenue / units, «where»: type == 'New' }")], code: 'P075', message: 'a ratio takes where from the measures it divides' },
  { name: 'a number divided by money', edits: [measures('  revenue: { sum: amount }\n  units: { sum: quantity }\n  odd: { ratio: «units / revenue» }')], code: 'P075', message: 'a number divided by money has no meaning here' },
  { name: 'weights of a quota that do not make the whole', edits: [measures('  revenue: { sum: amount, quota: { phasing: «[20%, 30%, 20%, 20%]» } }')], code: 'P078', message: 'the weights of the quota of revenue make 90 %, not 100 %' },
  { name: 'a weight below zero', edits: [measures('  revenue: { sum: amount, quota: { phasing: [120%, «-20%»] } }')], code: 'P078', message: 'weight 2 of the quota of revenue is negative' },
  { name: 'a component on nothing', edits: [['  sales: { commission on: revenue, rate', '  «sales»: { rate']], code: 'P079', message: 'component sales does not say what it pays on', hint: 'add commission on: or bonus on: and a measure, such as commission on: revenue' },
  { name: 'a component that is two', edits: [component('{ commission on: revenue, «bonus on»: revenue, rate: 5% }')], code: 'P079', message: 'component sales is both a commission and a bonus' },
  { name: 'a measure that is not there', edits: [['on: revenue', 'on: «revenu»']], code: 'P080', message: 'the plan has no measure "revenu"', note: 'did you mean revenue?' },
  { name: 'no formula', edits: [['  sales: { commission on: revenue, rate: 5% }', '  «sales»: { commission on: revenue, cap: 100 }']], code: 'P081', message: 'component sales does not say how it pays', hint: `add one of ${either(MECHANICS.filter((mechanic) => mechanic.kind === 'formula').map((mechanic) => mechanic.key))}` },
  { name: 'two formulas', edits: [component('{ commission on: revenue, rate: 5%, «curve»: { points: { 0%: 0, 100%: 10 }, above: flat } }')], code: 'P082', message: 'component sales pays in two ways, by rate and by curve', hint: 'keep one, or make two components' },
  { name: 'a component that needs itself', edits: [component('{ commission on: revenue, rate: 5%, gate: «payout of sales > 0» }')], code: 'P083', message: 'component sales needs its own payout' },
  { name: 'components in a circle', edits: [component('{ commission on: revenue, rate: 5%, gate: «payout of b > 0» }\n  b: { commission on: revenue, rate: 1%, gate: payout of c > 0 }\n  c: { commission on: revenue, rate: 1%, gate: payout of sales > 0 }')], code: 'P083', message: "components need each other's payout: sales → b → c → sales" },
  { name: 'a weight of nothing', edits: [component('{ commission on: revenue, rate: 5%, weight: «0%» }')], code: 'P084', message: 'the weight of component sales is not above zero' },
  { name: 'a weight that is no number', edits: [component('{ commission on: revenue, rate: 5%, weight: «80 %» }')], code: 'P009', message: 'the weight of sales is "80 %": a blank before the percent sign', hint: 'write 80%' },
  { name: 'a measure called like a word', edits: [measures('  revenue: { sum: amount }\n  «quota»: { sum: quantity }'), component('{ commission on: revenue, rate: 5% }')], code: 'P094', message: 'a measure cannot be called "quota", which is a word of formulas' },
  { name: 'people that the workspace does not have', world: [['people:\n  file: data/people.csv\n  columns: { id: payee, role: text, target_incentive: money?, pay_currency: text, salary: money(GBP) }\n', '']], edits: [['credits:', "«for»: role == 'AE'\ncredits:"]], code: 'P095', message: 'the plan asks who a person is, but the workspace has no people' },
  { name: 'paid in nothing known', world: [RATES], edits: [['credits:', 'paid-in: «pay_curency»\ncredits:']], code: 'P096', message: '"pay_curency" is neither a currency nor a column of people', note: 'did you mean pay_currency?', hint: 'text columns of people are role, pay_currency' },
  { name: 'paid in a column that is no text', world: [RATES], edits: [['credits:', 'paid-in: «salary»\ncredits:']], code: 'P096', message: 'salary of people is no text, so it cannot hold a currency' },
  { name: 'an order in which deals stand level', edits: [component('{ commission on: revenue, tiers: { read: per-deal, position: before, order: «[order_date]», rates: [ { to: 100, rate: 5% }, { rate: 8% } ] } }')], code: 'P097', message: 'two deals can stand level in this order, because it does not end with order_id', hint: 'write order: [order_date, order_id]' },
  { name: 'an order by a column that is not there', edits: [component('{ commission on: revenue, tiers: { read: per-deal, position: before, order: [«orderdate», order_id], rates: [ { to: 100, rate: 5% }, { rate: 8% } ] } }')], code: 'P065', message: 'source sales has no column "orderdate"', note: 'did you mean order_date?' },
  { name: 'an order that names a column twice', edits: [component('{ commission on: revenue, tiers: { read: per-deal, position: before, order: [order_date, «order_date», order_id], rates: [ { to: 100, rate: 5% }, { rate: 8% } ] } }')], code: 'P097', message: 'order_date stands twice in the order of deals' },
  { name: 'a target for no length of time', edits: [component('{ commission on: revenue, rate: 5%, target: «target_incentive» }')], code: 'P098', message: 'the target of component sales does not say for how long it is', hint: 'write per period, per month, per quarter, per half or per year: target: target_incentive per year' },
  { name: 'a target for another length of time', edits: [component('{ commission on: revenue, rate: 5%, target: 1_000 per «week» }')], code: 'P098', message: 'the target of component sales is per "week"' },
  { name: 'a component of adjust that is not there', edits: [more('adjust:\n  - cap: { at: 100, of: «sale» }')], code: 'P099', message: 'the plan has no component "sale"', note: 'did you mean sales?' },
  { name: 'formulas see the columns of their source', edits: [['sum: amount', 'sum: «amout»']], code: 'X102', message: 'there is no amout among the columns of sales', note: 'did you mean amount?' },
];

const MEANING: readonly Case[] = [
  { name: 'a measure called like a people column', edits: [measures('  «salary»: { sum: amount }'), ['on: revenue', 'on: salary']], code: 'P076', message: 'salary is both a measure and a column of people' },
  { name: 'a measure over a window the calendar does not know', world: [['calendar: quarters', 'calendar: halves']], edits: [measures('  revenue: { sum: amount, window: «quarter-to-date» }')], code: 'P077', message: 'measure revenue is quarter to date, but a calendar of halves has no quarters', hint: 'the calendar knows period, half, year' },
  { name: 'a component that accumulates over a window the calendar does not know', world: [['calendar: quarters', 'calendar: { periods: four-weeks, year-starts: [2026-02-01, 2027-01-31] }']], edits: [component('{ commission on: revenue, rate: 5%, accumulates: «half» }')], code: 'P077', message: 'component sales accumulates over a half year, but a calendar of four-weeks has no half years', hint: 'the calendar knows period, year' },
  { name: 'a cap over a window that a calendar file does not tell', world: [['calendar: quarters', 'calendar: { file: p.csv, columns: { period: P, from: F, to: T } }']], edits: [component('{ commission on: revenue, rate: 5%, cap: { at: 100, over: «year» } }')], code: 'P077', message: 'component sales counts over a year, but the calendar file has no years', hint: 'add columns year, half or quarter to the calendar file' },
  { name: 'a target per a window the calendar does not know', world: [['calendar: quarters', 'calendar: years']], edits: [component('{ commission on: revenue, rate: 5%, target: «1_000 per quarter» }')], code: 'P077', message: 'the target of component sales is per quarter, but a calendar of years has no quarters' },
  { name: 'a rule of adjust over a window the calendar does not know', edits: [['credits:', 'calendar: years\ncredits:'], more('adjust:\n  - cap: { at: 100, over: «half» }')], code: 'P077', message: 'a rule of adjust counts over a half year, but a calendar of years has no half years' },
  { name: 'weights that do not make the whole', edits: [component('{ commission on: revenue, rate: 5%, weight: «70%» }\n  more: { commission on: revenue, rate: 1%, weight: 20% }')], code: 'P084', message: 'the weights make 90 %, not 100 %', note: 'sales: 70 %', hint: 'change a weight so that they make 100 %' },
  { name: 'a component outside the weights is named', edits: [component('{ commission on: revenue, rate: 5%, weight: «70%» }\n  more: { commission on: revenue, rate: 1% }')], code: 'P084', message: 'the weights make 70 %, not 100 %', hint: 'change a weight; more has none' },
  { name: 'an individual rate without a target', edits: [component('{ commission on: revenue, rate: «icr» }')], code: 'P085', message: 'component sales pays by its target, but has none', hint: 'add weight: 100%, which takes its share of target_incentive, or target: and an amount' },
  { name: 'a curve in shares of target without a target', edits: [component('{ bonus on: revenue, «curve»: { points: { 80%: 50%, 100%: 100% }, above: flat } }')], code: 'P085', message: 'component sales pays by its target, but has none' },
  { name: 'a cap in shares of target without a target', edits: [component('{ commission on: revenue, rate: 5%, cap: «300% of target» }')], code: 'P085', message: 'component sales pays by its target, but has none' },
  { name: 'a rule of adjust in shares of target without a target', edits: [more('adjust:\n  - cap: { at: «200% of target» }')], code: 'P085', message: 'a rule of adjust is held against the target, but no component has one' },
  { name: 'attainment without quotas', world: [['quotas:\n  file: data/quotas.csv\n  columns: { payee: payee, measure: text, from: date, to: date, amount: money }\n', '']], edits: [component('{ commission on: revenue, rate: 5%, gate: «attainment of revenue >= 50%» }')], code: 'P086', message: 'the plan uses attainment of revenue, but the workspace has no quotas', hint: 'declare quotas: in paycurve.yaml' },
  { name: 'steps by attainment without quotas', world: [['quotas:\n  file: data/quotas.csv\n  columns: { payee: payee, measure: text, from: date, to: date, amount: money }\n', '']], edits: [component('{ bonus on: revenue, «steps»: { bands: [ { from: 80%, pays: 500 } ] } }')], code: 'P086', message: 'the plan uses steps by attainment of revenue, but the workspace has no quotas' },
  { name: 'quotas for another measure', world: [['measure: text, ', ''], ['  file: data/quotas.csv', '  file: data/quotas.csv\n  measure: bookings']], edits: [component('{ commission on: revenue, rate: 5%, gate: «attainment of revenue >= 50%» }')], code: 'P086', message: 'the plan uses attainment of revenue, but all quotas are for bookings', hint: 'add quota: { measure: bookings } to measure revenue, or give the quota file a measure column' },
  { name: 'money held against a plain number', world: [['to: date, amount: money', 'to: date, amount: number']], edits: [component('{ commission on: revenue, rate: 5%, gate: «quota of revenue > 0» }')], code: 'P087', message: 'revenue is money, but its quota is a plain number', hint: 'declare amount: money(USD) under quotas' },
  { name: 'a number held against money', world: [['measure: text, ', ''], ['  file: data/quotas.csv', '  file: data/quotas.csv\n  measure: revenue']], edits: [measures('  revenue: { sum: quantity }'), component('{ commission on: revenue, per-unit: 5, gate: «attainment of revenue >= 50%» }')], code: 'P087', message: 'revenue is a number, but its quota is money' },
  { name: 'a quota in another currency', world: [['to: date, amount: money', 'to: date, amount: money(EUR)']], edits: [component('{ commission on: revenue, rate: 5%, gate: «attainment of revenue >= 50%» }')], code: 'P087', message: 'the quota of revenue is in EUR, the plan in USD, and the workspace has no exchange-rates' },
  { name: 'rounding deals under a curve', edits: [component('{ bonus on: revenue, rounding: { mode: half-up, at: transaction }, «curve»: { points: { 0%: 0, 100%: 10 }, gives: amount, above: flat } }')], code: 'P088', message: 'component sales is rounded at each transaction, but curve does not pay deal by deal', hint: 'give the component rounding: { mode: half-up, at: component }; rate, per-unit, tiers, accelerate, rising-rate, each-deal, rate-table, category-tiers, objectives can pay deal by deal' },
  { name: 'rounding deals of a maximum', world: [['at: component', 'at: transaction']], edits: [measures('  revenue: { max: amount }'), component('{ commission on: revenue, «rate»: 5% }')], code: 'P088', message: 'component sales is rounded at each transaction, but revenue is no sum of transactions' },
  { name: 'deals of a maximum', edits: [measures('  revenue: { max: amount }'), component('{ commission on: revenue, «tiers»: { read: per-deal, position: before, order: [order_date, order_id], rates: [ { to: 100, rate: 5% }, { rate: 8% } ] } }')], code: 'P101', message: 'component sales pays deal by deal, but revenue is no sum of deals' },
  { name: 'money of another currency without rates', edits: [['sum: amount', 'sum: «amount - cost»']], code: 'P089', message: 'cost is in EUR, the plan in USD, and the workspace has no exchange-rates' },
  { name: 'money of a currency in each row without rates', world: [['amount: money\n', 'amount: money(product)\n']], edits: [['sum: amount', 'sum: «amount»']], code: 'P089', message: 'amount is in the currency of each row, the plan in USD, and the workspace has no exchange-rates' },
  { name: 'paid in another currency without rates', edits: [['credits:', 'paid-in: «EUR»\ncredits:']], code: 'P089', message: 'pay is in EUR, the plan in USD, and the workspace has no exchange-rates' },
  { name: 'paid in the currency of people without rates', edits: [['credits:', 'paid-in: «pay_currency»\ncredits:']], code: 'P089', message: 'pay is in the currency of each person, the plan in USD, and the workspace has no exchange-rates' },
  { name: 'people amounts of another currency', world: [RATES], edits: [component('{ commission on: revenue, rate: 5%, cap: «salary» }')], code: 'P090', message: 'salary of people is money(GBP), but the plan is in USD' },
  { name: 'a target in the currency of the workspace under a plan in another', world: [RATES], edits: [['credits:', 'currency: EUR\ncredits:'], component('{ commission on: revenue, rate: 5%, target: «target_incentive» per year }')], code: 'P090', message: 'target_incentive of people is money(USD), but the plan is in EUR' },
  { name: 'a measure nobody uses', edits: [measures('  revenue: { sum: amount }\n  «units»: { sum: quantity }')], code: 'P091', message: 'nothing is paid by measure units', hint: 'use it in a component, or remove it' },
  { name: 'credits nobody counts', edits: [CALLS, ['  calls: { from', '  «calls»: { from'], measures('  revenue: { sum: amount, of: own }')], code: 'P092', message: 'no measure counts the credits of calls' },
  { name: 'as many quota weights as no window has periods', edits: [measures('  revenue: { sum: amount, quota: { phasing: «[50%, 25%, 25%]» } }')], code: 'P093', message: 'the quota of revenue has 3 weights, and no window of the calendar has as many periods' },
  { name: 'a milestone that does not say in which window', edits: [component('{ bonus on: revenue, «milestone»: { when: revenue >= 5, pays: 10, reversal: kept } }')], code: 'P140', message: 'component sales does not say in which window its milestone is paid once', hint: 'add accumulates: year (or half, quarter) to the component' },
  { name: 'a floor that pays in place of a milestone', edits: [component('{ bonus on: revenue, accumulates: year, milestone: { when: revenue >= 5, pays: 10, reversal: kept }, «floor»: { at: 5, even-if-zero: true } }')], code: 'P143', message: 'the floor of component sales pays before its milestone is reached, and would count as the milestone paid', hint: 'put the floor on a component of its own, or leave out even-if-zero' },
  { name: 'a share of what another component earned, to date', edits: [component('{ commission on: revenue, rate: 5% }\n  more: { commission on: revenue, accumulates: year, amount: «50% * payout of sales» }')], code: 'P142', message: 'component more accumulates, and pays by "50% * payout of sales", which is of the period alone', hint: 'remove accumulates: here; the component it names may accumulate' },
  { name: 'a streak to date', edits: [component('{ bonus on: revenue, accumulates: «year», streak: { when: revenue >= 5, periods: 3, pays: 10, then: restart } }')], code: 'P140', message: 'component sales accumulates, and streak looks at each period by itself', hint: 'remove accumulates: from this component' },
  { name: 'a weight that is left by some people', edits: [component("{ commission on: revenue, weight: 100%, target: 100 per year, «for»: role == 'AE', rate: 5% }")], code: 'P141', message: 'component sales has a weight and applies to some people only, and does not say what becomes of the weight of the others', hint: 'add otherwise: re-spread (over the other components, in proportion) or otherwise: unpaid' },
  { name: 'an otherwise without a for', edits: [component('{ commission on: revenue, rate: 5%, «otherwise»: unpaid }')], code: 'P141', message: 'component sales applies to everybody, so there is no otherwise', hint: 'add for: and a formula over people columns, or remove otherwise:' },
  { name: 'accumulating a measure of another window', edits: [measures('  revenue: { sum: amount, window: rolling 3 }'), component('{ commission on: revenue, rate: 5%, accumulates: «year» }')], code: 'P100', message: 'component sales accumulates over a year, but revenue is measured over another window', hint: 'remove window: from measure revenue; it is then measured to date here' },
];

describe.each([
  ['reading a plan', READING],
  ['the meaning of a plan', MEANING],
])('%s', (_, cases) => {
  test.each(cases)('$name ($code)', ({ world = [], edits, ...words }) => {
    const { text, ...place } = unmarked(edited(PLAN, edits));
    expectOne(problemsOf([text], workspaceOf(edited(WORKSPACE, world))), place, words);
  });
});

describe('several faults', () => {
  test('are reported at once, and a name that could not be read causes no second one', () => {
    const text = edited(PLAN, [
      ['2026-12-31', '2026-12-32'],
      ['to: seller', 'to: saler'],
      ['sum: amount', 'sum: amount, of: own'],
      ['rate: 5%', 'rate: 5%, gate: attainment of revenue > 1, weight: x'],
    ]);
    expect(lines(problemsOf([text], workspaceOf()))).toEqual(['P060 "2026-12-32": 2026-12 has no day 32', 'P065 source sales has no column "saler"', 'P009 the weight of sales is "x": not a number']);
  });
});

describe('versions of one plan', () => {
  const dated = (text: string, from: string, to: string): string => edited(text, [['2026-01-01 to 2026-12-31', `${from} to ${to}`]]);
  const workspace = workspaceOf();

  test('may not hold on one day (P062)', () => {
    const { text, ...place } = unmarked(edited(PLAN, [['2026-01-01 to 2026-12-31', '«2026-07-01 to 2027-06-30»']]));
    const problems = problemsOf([PLAN, text], workspace);
    expectOne(problems, place, { code: 'P062', message: 'two versions of plan ae hold from 2026-07-01 to 2026-12-31', hint: 'end the earlier one on 2026-06-30, or give one of them another id' });
    expect(problems[0]!.labels!.map(({ at, text: words }) => [at.source.name, words])).toEqual([['plan-1.yaml', 'the other version']]);
  });

  test('are found in whatever order the files come', () => {
    expect(lines(problemsOf([dated(PLAN, '2026-07-01', '2027-06-30'), PLAN], workspace))).toEqual(['P062 two versions of plan ae hold from 2026-07-01 to 2026-12-31']);
  });

  test('one after the other, and other plans on the same days, are fine', () => {
    expect(problemsOf([dated(PLAN, '2026-01-01', '2026-06-30'), dated(PLAN, '2026-07-01', '2026-12-31'), PLAN.replace('plan: ae', 'plan: sdr')], workspace)).toEqual([]);
  });

  const cumulative = edited(PLAN, [['rate: 5%', 'rate: 5%, accumulates: year']]);

  test('say whether a window that began earlier counts on (P063)', () => {
    const { text, ...place } = unmarked(edited(cumulative, [['2026-01-01 to 2026-12-31', '«2026-07-01 to 2026-12-31»']]));
    expectOne(problemsOf([dated(PLAN, '2026-01-01', '2026-06-30'), text], workspace), place, {
      code: 'P063',
      message: 'component sales accumulates before 2026-07-01, where an earlier version of plan ae held',
      hint: 'add on-version-change: accumulate to count on, or on-version-change: restart to begin anew',
    });
  });

  test.each([
    ['window: rolling 2', 'measure revenue reaches before 2026-07-01, where an earlier version of plan ae held'],
    ['window: year-to-date', 'measure revenue reaches before 2026-07-01, where an earlier version of plan ae held'],
    ['window: previous', 'measure revenue reaches before 2026-07-01, where an earlier version of plan ae held'],
  ])('%s reaches back as well', (window, message) => {
    const later = edited(dated(PLAN, '2026-07-01', '2026-12-31'), [['sum: amount', `sum: amount, ${window}`]]);
    expect(lines(problemsOf([dated(PLAN, '2026-01-01', '2026-06-30'), later], workspace))).toEqual([`P063 ${message}`]);
  });

  test('a cap over the year reaches back as well (two halves of one plan had half a cap each)', () => {
    const later = edited(dated(PLAN, '2026-07-01', '2026-12-31'), [['rate: 5%', 'rate: 5%, cap: { at: 10000, over: year }']]);
    expect(lines(problemsOf([dated(PLAN, '2026-01-01', '2026-06-30'), later], workspace))).toEqual(['P063 the cap of component sales holds over the year and reaches before 2026-07-01, where an earlier version of plan ae held']);
  });

  test('a version that accumulates keeps the currency (P104)', () => {
    const rates = workspaceOf(`${WORKSPACE}exchange-rates:\n  file: data/rates.csv\n  columns: { date: date, from: text, to: text, rate: number }\n`);
    const later = edited(dated(cumulative, '2026-07-01', '2026-12-31'), [['plan: ae', 'plan: ae\ncurrency: EUR\non-version-change: accumulate']]);
    expect(lines(problemsOf([dated(PLAN, '2026-01-01', '2026-06-30'), later], rates))).toEqual(['P104 this version of plan ae accumulates in EUR, and the version before it paid in USD']);
  });

  test('a version that accumulates keeps the years of its calendar (P105), or a year of another window would be taken off', () => {
    const later = edited(dated(cumulative, '2026-07-01', '2027-06-30'), [['plan: ae', 'plan: ae\ncalendar: { periods: quarters, year-starts: 07-01 }\non-version-change: accumulate']]);
    expect(lines(problemsOf([dated(PLAN, '2026-01-01', '2026-06-30'), later], workspace))).toEqual(['P105 component sales accumulates over the year, and the year around 2026-07-01 is another one in the calendar of the version before']);
    const months = edited(dated(cumulative, '2026-07-01', '2026-12-31'), [['plan: ae', 'plan: ae\ncalendar: months\non-version-change: accumulate']]);
    expect(problemsOf([dated(PLAN, '2026-01-01', '2026-06-30'), months], workspace)).toEqual([]);
  });

  test('a month cut in two pays the period before once (P106)', () => {
    const monthly = (text: string): string => edited(text, [['plan: ae', 'plan: ae\ncalendar: months'], ['sum: amount', 'sum: amount, window: previous']]);
    const first = dated(monthly(PLAN), '2026-01-01', '2026-05-15');
    const later = (from: string): string => edited(dated(monthly(PLAN), from, '2026-12-31'), [['plan: ae', 'plan: ae\non-version-change: accumulate']]);
    expect(lines(problemsOf([first, later('2026-05-16')], workspace))).toEqual(['P106 component sales pays on revenue, whose window is not the period alone: it would be paid twice in the period that version 2026-05-16 of plan ae cuts in two']);
    expect(problemsOf([dated(monthly(PLAN), '2026-01-01', '2026-05-31'), later('2026-06-01')], workspace)).toEqual([]);
  });

  test.each([
    ['pool', 'pool: { across: plan, members: last-day, fund: 900, shares: equal, nobody: unspent }', 'component sales'],
    ['contest', 'contest: { across: plan, members: last-day, prizes: [100], ties: pool }', 'component sales'],
    ['budget', 'rate: 5%, budget: { at: 50, across: plan, over: period }', 'component sales'],
    ['shared-cap', 'rate: 5%, shared-cap: { at: 50, across: plan }', 'component sales'],
  ])('a %s of a month cut in two would be there twice, in full (P106)', (key, body, of) => {
    const text = (from: string, to: string, how: string): string => `plan: ae\n${how}effective: ${from} to ${to}\ncalendar: months\ncredits: { own: { from: sales, to: seller } }\nmeasures: { revenue: { sum: amount } }\ncomponents:\n  sales: { commission on: revenue, ${body} }\n`;
    const how = 'on-version-change: accumulate\n';
    expect(lines(problemsOf([text('2026-01-01', '2026-05-15', ''), text('2026-05-16', '2026-12-31', how)], workspace)).filter((line) => line.startsWith('P106'))).toEqual([`P106 the ${key} of ${of} is one for the whole period: it would be paid twice in the period that version 2026-05-16 of plan ae cuts in two`]);
    expect(lines(problemsOf([text('2026-01-01', '2026-05-31', ''), text('2026-06-01', '2026-12-31', how)], workspace)).filter((line) => line.startsWith('P106'))).toEqual([]);
  });

  test.each([
    ['a word on it', [['2026-01-01 to 2026-12-31', '2026-07-01 to 2026-12-31\non-version-change: restart']], '2026-06-30'],
    ['a window that begins with the version', [['2026-01-01 to 2026-12-31', '2027-01-01 to 2027-12-31']], '2026-12-31'],
    ['a gap that covers the window', [['2026-01-01 to 2026-12-31', '2026-07-01 to 2026-12-31']], '2025-12-31'],
    ['a window within the version', [['accumulates: year', 'accumulates: half'], ['2026-01-01 to 2026-12-31', '2026-07-01 to 2026-12-31']], '2026-06-30'],
  ] as [string, Edit[], string][])('%s settles it', (_, edits, end) => {
    expect(problemsOf([dated(PLAN, '2025-01-01', end), edited(cumulative, edits)], workspace)).toEqual([]);
  });
});

describe('what is allowed', () => {
  test.each([
    ['attainment without quotas where the plan says what no quota means', [['quotas:\n  file: data/quotas.csv\n  columns: { payee: payee, measure: text, from: date, to: date, amount: money }\n', '']], [measures('  revenue: { sum: amount, quota: { missing: 100% } }'), component('{ commission on: revenue, rate: 5%, gate: attainment of revenue >= 50% }')]],
    ['a measure only used by a ratio that is used', [], [measures('  revenue: { sum: amount }\n  units: { sum: quantity }\n  price: { ratio: revenue / units }'), component('{ commission on: revenue, rate: 5%, gate: price > 10 }')]],
    ['windows of a calendar file that need not have them', [['calendar: quarters', 'calendar: { file: p.csv }']], [component('{ commission on: revenue, rate: 5%, accumulates: year }')]],
    ['money of another currency that no formula uses', [], []],
    ['a blank that the filter of the measure has asked about', [['product: text', 'product: text?']], [measures('  revenue: { sum: amount }\n  products: { distinct: product, where: product is not blank }'), component('{ commission on: revenue, rate: 5%, gate: products > 2 }')]],
    ['a blank that the crediting rule has asked about', [['product: text', 'product: text?']], [credit('{ from: sales, to: seller, where: product is not blank }'), measures('  revenue: { sum: amount }\n  products: { distinct: product }'), component('{ commission on: revenue, rate: 5%, gate: products > 2 }')]],
    ['a curve by attainment of another measure', [], [measures('  revenue: { sum: amount }\n  units: { sum: quantity }'), component('{ bonus on: revenue, target: 1_000 per quarter, curve: { by: attainment of units, points: { 80%: 50%, 100%: 100% }, above: flat } }')]],
  ] as [string, Edit[], Edit[]][])('%s', (_, world, edits) => {
    expect(lines(problemsOf([edited(PLAN, edits)], workspaceOf(edited(WORKSPACE, world))))).toEqual([]);
  });
});
