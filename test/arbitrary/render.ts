/** A world of the oracle as the YAML and CSV texts a user would write. */
import type { CalendarJson, SourceName, TransactionJson, World } from '../oracle/world.ts';
import { planText, roundingText } from './plan-text.ts';

/** Texts by path; plans in the order of the world. */
export interface Rendered {
  readonly workspace: string;
  readonly plans: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

export function render(world: World): Rendered {
  const calendars = new Map<CalendarJson, string>();
  const calendarText = (calendar: CalendarJson): string => {
    if ('years' in calendar) return `{ periods: ${calendar.kind}, year-starts: [${calendar.years.join(', ')}] }`;
    if (calendar.kind !== 'list') return `{ periods: ${calendar.kind}, year-starts: ${calendar.starts} }`;
    if (!calendars.has(calendar)) calendars.set(calendar, `data/periods-${calendars.size + 1}.csv`);
    return `{ file: ${calendars.get(calendar)!} }`;
  };
  const workspace = [
    'workspace: oracle',
    `currency: ${world.currency}`,
    `calendar: ${calendarText(world.calendar)}`,
    `rounding: ${roundingText(world.rounding)}`,
    'plans: plans/*.yaml',
    'data:',
    ...sourcesOf(world).flatMap((source) => [
      `  ${source}:`,
      `    files: data/${source}.csv`,
      '    id: order_id',
      '    date: order_date',
      '    columns:',
      ...COLUMNS.map((column) => `      ${column}`),
      '    lookups:',
      '      unit_cost: { from: costs, column: unit_cost, by: customer, on: order_date }',
    ]),
    'tables:',
    '  costs:',
    '    file: data/costs.csv',
    '    key: customer',
    '    from: start',
    '    columns: { customer: text, start: date, unit_cost: money }',
    'people:',
    '  file: data/people.csv',
    `  columns: { id: payee, from: date, start: date?, end: date?, role: text, commission_rate: ratio, target_incentive: money, ${world.hierarchy === undefined ? 'manager: payee?, ' : ''}pay_currency: text }`,
    ...(world.hierarchy === undefined ? [] : ['hierarchy:', '  file: data/hierarchy.csv', '  columns: { person: payee, manager: payee?, from: date }']),
    'quotas:',
    '  file: data/quotas.csv',
    '  columns: { payee: payee, measure: text, from: date, to: date, amount: money }',
    ...(world.leaves === undefined ? [] : ['leaves:', '  file: data/leaves.csv', '  columns: { payee: payee, from: date, to: date? }']),
    ...(world.reliefs === undefined ? [] : ['quota-relief:', '  file: data/relief.csv', '  columns: { payee: payee, measure: text?, from: date, to: date, share: ratio, reason: text, approver: text }']),
    ...(world.entries === undefined ? [] : ['adjustments:', '  file: data/adjustments.csv', '  columns: { id: text, payee: payee, date: date, plan: text?, kind: text?, account: text?, amount: money?, reason: text, author: text }']),
    'exchange-rates:',
    '  file: data/rates.csv',
    '  columns: { date: date, from: text, to: text, rate: number }',
    ...(world.invert ? ['  invert: true'] : []),
    ...(world.reachBack > 0 ? [`  reach-back: ${world.reachBack}`] : []),
  ];
  const plans = world.plans.map((plan) => planText(plan, calendarText));
  const files: Record<string, string> = {
    ...Object.fromEntries(sourcesOf(world).map((source) => [`data/${source}.csv`, csv([HEADER, ...world.transactions.filter((row) => row.source === source).map(rowText)])])),
    'data/costs.csv': csv(['customer,start,unit_cost', ...world.costs.map((one) => [one.customer, one.from, one.cost].join(','))]),
    ...(world.hierarchy === undefined ? {} : { 'data/hierarchy.csv': csv(['person,manager,from', ...world.hierarchy.map((one) => [one.person, one.manager ?? '', one.from].join(','))]) }),
    'data/people.csv': csv([`id,from,start,end,role,commission_rate,target_incentive,${world.hierarchy === undefined ? 'manager,' : ''}pay_currency`, ...world.people.map((one) => [one.id, one.from, one.start ?? '', one.end ?? '', one.role, one.rate, one.target ?? '', ...(world.hierarchy === undefined ? [one.manager ?? ''] : []), one.pay].join(','))]),
    'data/quotas.csv': csv(['payee,measure,from,to,amount', ...world.quotas.map((one) => [one.payee, one.measure, one.from, one.to, one.amount].join(','))]),
    'data/rates.csv': csv(['date,from,to,rate', ...world.rates.map((one) => [one.date, one.from, one.to, one.rate].join(','))]),
  };
  if (world.leaves !== undefined) files['data/leaves.csv'] = csv(['payee,from,to', ...world.leaves.map((one) => [one.payee, one.from, one.to ?? ''].join(','))]);
  if (world.reliefs !== undefined) files['data/relief.csv'] = csv(['payee,measure,from,to,share,reason,approver', ...world.reliefs.map((one) => [one.payee, one.measure ?? '', one.from, one.to, one.share, 'parental leave', 'bo'].join(','))]);
  if (world.entries !== undefined) files['data/adjustments.csv'] = csv(['id,payee,date,plan,kind,account,amount,reason,author', ...world.entries.map((one) => [one.id, one.payee, one.date, one.plan, one.kind, one.account ?? '', one.amount ?? '', 'agreed', 'hr'].join(','))]);
  for (const [calendar, path] of calendars)
    if (calendar.kind === 'list') files[path] = csv([['period', 'from', 'to', ...calendar.windows].join(','), ...calendar.periods.map((one) => [one.id, one.from, one.to, ...calendar.windows.map((window) => one[window] ?? '')].join(','))]);
  return { workspace: `${workspace.join('\n')}\n`, plans, files };
}

const SOURCES: readonly SourceName[] = ['sales', 'services'];
const COLUMNS = ['order_id: text', 'order_date: date', 'seller: payee?', 'co_owner: payee?', 'co_share: ratio?', 'amount: money(currency)', 'fee: money', 'currency: text', 'type: one of New, Renewal, Expansion', 'quantity: number', 'customer: text', 'original: text?'];
const HEADER = 'order_id,order_date,seller,co_owner,co_share,amount,fee,currency,type,quantity,customer,original';
const sourcesOf = ({ transactions, plans }: World): SourceName[] => SOURCES.filter((source) => source === 'sales' || transactions.some((row) => row.source === 'services') || plans.some((plan) => plan.credits.some((credit) => credit.from === 'services')));
const csv = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
const rowText = (row: TransactionJson): string => [row.id, row.date, row.seller ?? '', row.coOwner ?? '', row.coShare ?? '', row.amount, row.fee, row.currency, row.type, row.quantity, row.customer, row.original ?? ''].join(',');
