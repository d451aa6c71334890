/** A world of deals as the YAML and CSV texts a user would write. */
import type { ClawbackJson, CreditCapJson, CreditRuleJson, DealLimitJson, DealWorld, FormulaJson, MatchJson } from '../../oracle/deals/world.ts';
import { roundingText } from '../plan-text.ts';
import type { Texts } from '../road.ts';

const csv = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

export function renderDeals(world: DealWorld): Texts {
  const workspace = [
    'workspace: deals',
    'currency: USD',
    `calendar: ${world.calendar}`,
    `rounding: ${roundingText(world.rounding)}`,
    'plans: plans/*.yaml',
    'data:',
    '  sales:',
    '    files: data/sales.csv',
    '    id: id',
    '    date: date',
    '    columns: { id: text, date: date, seller: payee?, co_owner: payee?, co_share: ratio?, area: payee?, amount: money, customer: text, months: number?, until: date?, away: ratio?, original: text? }',
    '    refers-to: original',
    '  events:',
    '    files: data/events.csv',
    '    id: id',
    '    date: date',
    '    columns: { id: text, date: date, seller: payee?, co_owner: payee?, co_share: ratio?, order: text, event: text, amount: money, total: money? }',
    'people:',
    '  file: data/people.csv',
    '  columns: { id: payee, start: date?, end: date?, role: text, empty: yes/no }',
    '  vacant: empty',
  ];
  return {
    workspace: csv(workspace),
    plans: [planText(world)],
    files: {
      'data/events.csv': csv(['id,date,seller,co_owner,co_share,order,event,amount,total', ...world.events.map((row) => [row.id, row.date, row.seller ?? '', row.coOwner ?? '', row.coShare ?? '', row.order, row.event, row.amount, row.total ?? ''].join(','))]),
      'data/people.csv': csv(['id,start,end,role,empty', ...world.people.map(({ id, inPlan, vacant, start, end }) => `${id},${start ?? ''},${end ?? ''},${inPlan ? 'S' : 'X'},${vacant ? 'yes' : 'no'}`)]),
      'data/sales.csv': csv(['id,date,seller,co_owner,co_share,area,amount,customer,months,until,away,original', ...world.rows.map((row) => [row.id, row.date, row.seller ?? '', row.coOwner ?? '', row.coShare ?? '', row.area ?? '', row.amount, row.customer, row.months ?? '', row.until ?? '', row.away ?? '', row.original ?? ''].join(','))]),
    },
  };
}

const COLUMNS = { seller: 'seller', coOwner: 'co_owner', area: 'area' };

function ruleText({ name, to, split, share, not, unless }: CreditRuleJson): string {
  const parts = ['from: sales', `to: ${COLUMNS[to]}`, ...(split ? ['split: { co_owner: co_share }'] : []), ...(share === '1' ? [] : [`share: ${share}`]), ...(not === null ? [] : [`where: "customer != '${not}'"`]), ...(unless.length === 0 ? [] : [`unless: [${unless.join(', ')}]`])];
  return `  ${name}: { ${parts.join(', ')} }`;
}

function planText({ first, last, rules, main, match }: DealWorld): string {
  const { accumulates, formula, multiplier, cap, clawback, creditCap, dealMinimum, dealCap, earningShare, byEvent } = main;
  return csv([
    'plan: deals',
    `effective: ${first} to ${last}`,
    "for: role == 'S'",
    'credits:',
    ...rules.map(ruleText),
    ...(match === null ? [] : [ruleText({ name: 'mate', to: 'area', split: false, share: match.share, not: null, unless: [] })]),
    '  events: { from: events, to: seller, split: { co_owner: co_share } }',
    'measures:',
    "  invoice: { sum: amount, of: events, where: event == 'invoice' }",
    "  payment: { sum: amount, of: events, where: event == 'payment' }",
    `  revenue: { sum: amount, of: [${rules.map(({ name }) => name).join(', ')}] }`,
    ...(match === null ? [] : ['  helped: { sum: amount, of: mate }']),
    'components:',
    '  main:',
    '    commission on: revenue',
    ...(accumulates === null ? [] : [`    accumulates: ${accumulates}`]),
    `    ${formulaText(formula)}`,
    ...(creditCap === null ? [] : [`    ${creditCapText(creditCap)}`]),
    ...(dealMinimum === null ? [] : [`    deal-minimum: ${dealLimitText(dealMinimum)}`]),
    ...(dealCap === null ? [] : [`    deal-cap: ${dealLimitText(dealCap)}`]),
    ...(earningShare === null ? [] : [`    earning-share: { share: away, has: ${earningShare} }`]),
    ...(multiplier === null ? [] : [`    multiplier: { times: ${multiplier}, negative: multiply }`]),
    ...(cap === null ? [] : [`    cap: ${cap}`]),
    ...(byEvent === null ? [] : [`    by-event: { at-booking: ${byEvent.booking}, events: [${byEvent.events.map(({ event, share, ofTotal }) => `{ measure: ${event}, share: ${share}, deal: order${ofTotal ? ', of: total' : ''} }`).join(', ')}] }`]),
    ...(clawback === null ? [] : [`    ${clawbackText(clawback)}`]),
    ...(match === null ? [] : matchLines(match)),
  ]);
}

function formulaText(formula: FormulaJson): string {
  if (formula.kind === 'rate') return `rate: ${formula.rate}`;
  return `tiers: { read: ${formula.read}, rates: [${formula.tiers.map(({ to, rate }) => `{ ${to === null ? '' : `to: ${to}, `}rate: ${rate} }`).join(', ')}] }`;
}

function matchLines({ unmatched, multiplier, clawback }: MatchJson): string[] {
  return ['  match:', '    commission on: helped', `    rate-match: { of: main, unmatched: ${unmatched} }`, ...(multiplier === null ? [] : [`    multiplier: { times: ${multiplier}, negative: multiply }`]), ...(clawback === null ? [] : [`    ${clawbackText(clawback)}`])];
}

const dealLimitText = ({ at, named }: DealLimitJson): string => `{ at: ${at}, originals: ${named ? 'original' : 'none'} }`;

const creditCapText = ({ at, of, togetherDays, excess }: CreditCapJson): string => `credit-cap: { at: ${at}, of: ${of}${togetherDays === null ? '' : `, together: { by: customer, days: ${togetherDays} }`}, excess: ${excess ?? 'lost'} }`;

function clawbackText({ takes, term, within, rate, attainment, unmatched, except }: ClawbackJson): string {
  const parts = [takes === 'time' ? `takes: by elapsed time, term: ${term!}` : `takes: ${takes}`, `within: ${within}`, `rate: ${rate}`, ...(attainment === null ? [] : [`attainment: ${attainment}`]), `unmatched: ${unmatched}`, ...(except === null ? [] : [`except: { customer: ${except} }`])];
  return `clawback: { ${parts.join(', ')} }`;
}
