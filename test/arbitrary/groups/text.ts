/** A world of groups as the YAML and CSV texts a user would write. */
import type { Across, Condition, ContestJson, Formula, GroupComponent, GroupMeasure, GroupPlan, GroupWorld, PlanRule, SharedLimit, Split, Term } from '../../oracle/groups/world.ts';
import type { Texts } from '../road.ts';

export function textsOf(world: GroupWorld): Texts {
  const { rounding } = world;
  const workspace = `workspace: groups
currency: USD
calendar: months
rounding: { to: ${rounding.to}, mode: ${rounding.mode}, at: ${rounding.at} }
plans: plans/*.yaml
data:
  sales:
    files: data/sales.csv
    id: id
    date: date
    columns: { id: text, date: date, seller: payee?, co: payee?, co_share: ratio?, amount: money, units: number }
people:
  file: data/people.csv
  columns: { id: payee, from: date, start: date?, end: date?, role: text, manager: payee?, team: text?, points: number, share: ratio, rate: ratio }
quotas:
  file: data/quotas.csv
  columns: { payee: text, measure: text, from: date, to: date, amount: money }
`;
  return {
    workspace,
    plans: world.plans.map((plan) => planText(plan, world.plans.some(({ id, effective }) => id === plan.id && effective[0] < plan.effective[0]))),
    files: {
      'data/sales.csv': csv(['id,date,seller,co,co_share,amount,units', ...world.rows.map((row) => [row.id, row.date, row.seller ?? '', row.co ?? '', row.coShare ?? '', row.amount, row.units].join(','))]),
      'data/people.csv': csv(['id,from,start,end,role,manager,team,points,share,rate', ...world.people.map((one) => [one.id, one.from, one.start ?? '', one.end ?? '', one.role, one.manager ?? '', one.team ?? '', one.points, one.share, one.rate].join(','))]),
      'data/quotas.csv': csv(['payee,measure,from,to,amount', ...world.quotas.map((one) => [one.payee, one.measure, one.from, one.to, one.amount].join(','))]),
    },
  };
}

const csv = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

function planText(plan: GroupPlan, later: boolean): string {
  const lines = [
    `plan: ${plan.id}`,
    `effective: ${plan.effective[0]} to ${plan.effective[1]}`,
    ...(later ? [`on-version-change: ${plan.continues ? 'accumulate' : 'restart'}`] : []),
    ...(plan.role === null ? [] : [`for: role == '${plan.role}'`]),
    ...(plan.prorates ? ['prorate: [quota]'] : []),
    'credits:',
    ...plan.credits.map(({ name, to: receiver, share, split }) => `  ${name}: { from: sales, to: ${receiver}${share === '100%' ? '' : `, share: ${share}`}${split ? ', split: { co: co_share }' : ''} }`),
    'measures:',
    ...plan.measures.map((measure) => `  ${measure.name}: ${measureText(measure)}`),
    'components:',
    ...plan.components.flatMap(componentLines),
    ...(plan.adjust.length === 0 ? [] : ['adjust:', ...plan.adjust.map((rule) => `  - ${ruleText(rule)}`)]),
  ];
  return csv(lines);
}

function measureText({ kind, value, of, window, across, payouts, quota }: GroupMeasure): string {
  const parts = [
    kind === 'payouts' ? `payouts: ${payouts === 'all' ? 'all' : `[${(payouts ?? []).join(', ')}]`}` : kind === 'count' ? 'count: transactions' : `${kind}: ${value}`,
    ...(kind === 'payouts' ? [] : [`of: [${of.join(', ')}]`]),
    ...(window === null ? [] : [`window: ${window}`]),
    ...(across === null ? [] : [`across: ${acrossText(across)}`]),
    ...(quota === null ? [] : [`quota: { ${across === null ? '' : `of: ${quota.of}, `}zero: ${quota.zero}, missing: ${quota.missing} }`]),
  ];
  return `{ ${parts.join(', ')} }`;
}

function acrossText(across: Across): string {
  if (typeof across === 'string') return across;
  if ('team' in across) return `{ team: ${across.team} }`;
  return 'id' in across ? `{ id: ${across.id} }` : `{ ${across.through}: { of: manager } }`;
}

export function termText(term: Term): string {
  switch (term[0]) {
    case 'number':
    case 'column':
    case 'measure':
      return term[1];
    case 'attainment':
    case 'payout':
      return `${term[0]} of ${term[1]}`;
    default:
      return `(${termText(term[1])}) ${term[0]} (${termText(term[2])})`;
  }
}

const conditionText = ({ of, than, strict }: Condition): string => `${termText(of)} ${strict ? '>' : '>='} ${than}`;
const quoted = (text: string): string => `"${text}"`;

function splitText({ across, members, qualifies, shares }: Split): string {
  const how = shares === 'equal' ? 'equal' : 'by' in shares ? `{ by: ${quoted(termText(shares.by))} }` : `{ fixed: ${termText(shares.fixed)} }`;
  return [`across: ${across}`, `members: ${members}`, ...(qualifies === null ? [] : [`qualifies: ${quoted(conditionText(qualifies))}`]), `shares: ${how}`].join(', ');
}

const limitText = ({ at, across, over }: SharedLimit, always: boolean): string => `{ at: ${quoted(termText(at))}, across: ${across}${over === 'period' && !always ? '' : `, over: ${over}`} }`;

function contestText({ across, members, by, enter, prizes, ties, budget, over, pointValue }: ContestJson): string {
  const won = 'places' in prizes ? `prizes: [${prizes.places.join(', ')}]` : 'top' in prizes ? `top: { share: ${prizes.top}, count: ${prizes.count}, prize: ${prizes.prize}, least-group: ${prizes.least} }` : `percentile: { at: ${prizes.percentile}, prize: ${prizes.prize}, least-group: ${prizes.least} }`;
  const parts = [
    `across: ${across}`,
    `members: ${members}`,
    ...(by === null ? [] : [`by: ${quoted(termText(by))}`]),
    ...(enter === null ? [] : [`enter: ${quoted(conditionText(enter))}`]),
    won,
    ...(ties === null ? [] : [`ties: ${typeof ties === 'string' ? ties : `{ break-by: ${quoted(termText(ties.breakBy))}, then: ${ties.then} }`}`]),
    ...(budget === null ? [] : [`budget: ${budget}`]),
    ...(over === null ? [] : [`over: ${over}`]),
    ...(pointValue === null ? [] : [`point-value: ${pointValue}`]),
  ];
  return `{ ${parts.join(', ')} }`;
}

function formulaText(formula: Formula, on: string): string {
  switch (formula.kind) {
    case 'rate':
    case 'per-unit':
    case 'amount':
      return `${formula.kind}: ${quoted(termText(formula.of))}`;
    case 'tiers':
      return `tiers: { read: marginal, rates: [${formula.rates.map(({ to, rate }) => `{ ${to === null ? '' : `to: ${to}, `}rate: ${rate} }`).join(', ')}] }`;
    case 'steps':
      return `steps: { by: attainment of ${on}, bands: [${formula.bands.map(({ from, pays }) => `{ from: ${from}, pays: ${pays} }`).join(', ')}] }`;
    case 'pool':
      return `pool: { fund: ${quoted(termText(formula.fund))}, ${splitText(formula.split)}, nobody: ${formula.nobody} }`;
    case 'contest':
      return `contest: ${contestText(formula.contest)}`;
  }
}

function componentLines(component: GroupComponent): string[] {
  const { id, on, formula } = component;
  const bonus = ['pool', 'contest', 'steps', 'amount'].includes(formula.kind);
  return [
    `  ${id}:`,
    `    ${bonus ? 'bonus' : 'commission'} on: ${on}`,
    ...(component.gate === null ? [] : [`    gate: ${quoted(conditionText(component.gate))}`]),
    `    ${formulaText(formula, on)}`,
    ...(component.dealCap === null ? [] : [`    shared-deal-cap: ${quoted(termText(component.dealCap))}`]),
    ...(component.budget === null ? [] : [`    budget: ${limitText(component.budget, true)}`]),
    ...(component.shareOut === null ? [] : [`    share-out: { ${splitText(component.shareOut)} }`]),
    ...(component.multiplier === null ? [] : [`    multiplier: { times: ${component.multiplier.times}${component.multiplier.when === null ? '' : `, when: ${quoted(conditionText(component.multiplier.when))}`} }`]),
    ...(component.floor === null ? [] : [`    floor: ${component.floor}`]),
    ...(component.cap === null ? [] : [`    cap: ${component.cap}`]),
    ...(component.sharedCap === null ? [] : [`    shared-cap: ${limitText(component.sharedCap, false)}`]),
  ];
}

const ruleText = (rule: PlanRule): string => ('sharedCap' in rule ? `shared-cap: ${limitText(rule.sharedCap, false)}` : 'cap' in rule ? `cap: ${rule.cap}` : `floor: ${rule.floor}`);
