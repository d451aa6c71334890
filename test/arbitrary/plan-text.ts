/** A plan of the oracle as the YAML a user would write. */
import { paymentText } from './payment-text.ts';
import type { AdjustJson, By, CalendarJson, ComponentJson, CreditJson, DaysJson, FactorJson, FactorTableJson, FormulaJson, LimitJson, MeasureJson, MultiplierJson, PlanJson, RateRowJson, RoundingJson, Term } from '../oracle/world.ts';

export const roundingText = (rounding: RoundingJson): string => `{ to: ${rounding.to}, mode: ${rounding.mode}, at: ${rounding.at} }`;

export function planText(plan: PlanJson, calendarText: (calendar: CalendarJson) => string): string {
  const lines = [
    `plan: ${plan.id}`,
    `effective: ${plan.effective[0]} to ${plan.effective[1]}`,
    ...(plan.role === null ? [] : [`for: role == '${plan.role}'`]),
    `currency: ${plan.currency}`,
    ...(plan.calendar === undefined ? [] : [`calendar: ${calendarText(plan.calendar)}`]),
    ...(plan.rounding === undefined ? [] : [`rounding: ${roundingText(plan.rounding)}`]),
    ...(plan.onVersionChange === undefined ? [] : [`on-version-change: ${plan.onVersionChange}`]),
    `convert-at: ${plan.convertAt}`,
    ...(plan.paidIn === null ? [] : [`paid-in: ${plan.paidIn === 'pay' ? 'pay_currency' : plan.paidIn}`]),
    ...(plan.prorate.length === 0 ? [] : [`prorate: [${plan.prorate.join(', ')}]`]),
    ...(plan.days === undefined ? [] : [`days: ${daysText(plan.days)}`]),
    ...(plan.ramp === undefined ? [] : [`ramp: [${plan.ramp.map(({ to, quota }) => `{ to: ${to}, quota: ${quota} }`).join(', ')}]`]),
    'credits:',
    ...plan.credits.map((credit) => `  ${credit.name}: ${creditText(credit)}`),
    'measures:',
    ...plan.measures.map((measure) => `  ${measure.name}: ${measureText(measure)}`),
    'components:',
    ...plan.components.flatMap(componentLines),
    ...(plan.adjust.length === 0 && (plan.payments ?? []).length === 0 ? [] : ['adjust:', ...plan.adjust.map(adjustText), ...(plan.payments ?? []).map(paymentText)]),
  ];
  return `${lines.join('\n')}\n`;
}

const daysText = ({ count, holidays, firstDay, leave }: DaysJson): string => `{ ${[`count: ${count}`, ...(count !== 'weekdays' || holidays.length === 0 ? [] : [`holidays: [${holidays.join(', ')}]`]), ...(firstDay ? [] : ['first-day: not-counted']), ...(leave.length === 0 ? [] : [`leave: [${leave.join(', ')}]`])].join(', ')} }`;

const SELLER = { seller: 'seller', coOwner: 'co_owner', managers: 'managers of seller' };

function creditText(credit: CreditJson): string {
  const levels = credit.levels.flatMap((share, index) => (share === null ? [] : [`${index + 1}: ${share}`]));
  const parts = [
    `from: ${credit.from}`,
    `to: ${SELLER[credit.to]}`,
    ...(credit.to === 'managers' ? [`levels: { ${levels.join(', ')} }`] : []),
    ...(credit.share === '1' || credit.share === '100%' ? [] : [`share: ${credit.share}`]),
    ...(credit.split === null ? [] : [`split: { co_owner: ${credit.split === 'coShare' ? 'co_share' : credit.split} }`]),
    ...(credit.where === null ? [] : [`where: "${typesText(credit.where)}"`]),
  ];
  return `{ ${parts.join(', ')} }`;
}

const typesText = (types: readonly string[]): string => `type in (${types.map((type) => `'${type}'`).join(', ')})`;
const VALUES = { amount: 'amount', net: 'amount - fee', margin: 'amount - quantity * unit_cost', quantity: 'quantity', customer: 'customer', type: 'type' };

function measureText(measure: MeasureJson): string {
  const what = measure.kind === 'ratio' ? `ratio: ${measure.ratio!.join(' / ')}` : measure.kind === 'count' ? 'count: transactions' : `${measure.kind}: ${VALUES[measure.value!]}`;
  const { quota } = measure;
  const parts = [
    what,
    ...(measure.kind === 'ratio' ? [] : [`of: [${measure.of.join(', ')}]`]),
    ...(measure.where === null ? [] : [`where: "${typesText(measure.where)}"`]),
    ...(measure.window === null ? [] : [`window: ${measure.window}`]),
    ...(measure.mean === undefined ? [] : [`mean: ${measure.mean}`]),
    ...(quota === null ? [] : [`quota: { phasing: ${typeof quota.phasing === 'string' ? quota.phasing : `[${quota.phasing.join(', ')}]`}, zero: ${quota.zero}, missing: ${quota.missing} }`]),
  ];
  return `{ ${parts.join(', ')} }`;
}

export function termText(term: Term): string {
  switch (term[0]) {
    case 'number':
      return term[1];
    case 'rate':
      return 'commission_rate';
    case 'icr':
    case 'target':
      return term[0];
    case 'measure':
      return term[1];
    case 'attainment':
    case 'quota':
    case 'payout':
      return `${term[0]} of ${term[1]}`;
    default:
      return `(${termText(term[1])}) ${term[0]} (${termText(term[2])})`;
  }
}

const byLines = (by: By | 'pay', on: string, otherwise: By): string[] => (by === otherwise ? [] : [`      by: ${by === 'pay' ? by : by === 'base' ? on : by === 'attainment' ? `attainment of ${on}` : termText(by)}`]);

function rowWhen({ types, customers, quantity }: RateRowJson): string {
  const sides = quantity === null ? [] : [...(quantity.from === null ? [] : [`from: ${quantity.from}`]), ...(quantity.to === null ? [] : [`to: ${quantity.to}`])];
  const when = [...(types === null ? [] : [`type: [${types.join(', ')}]`]), ...(customers === null ? [] : [`customer: [${customers.join(', ')}]`]), ...(quantity === null ? [] : [`quantity: { ${sides.join(', ')} }`])];
  return when.length === 0 ? '' : `when: { ${when.join(', ')} }, `;
}

function formulaLines(formula: FormulaJson, on: string): string[] {
  switch (formula.kind) {
    case 'rate':
    case 'per-unit':
      return [`    ${formula.kind}: ${termText(formula.rate)}`];
    case 'amount':
      return [`    amount: ${termText(formula.of)}`];
    case 'each-deal':
      return ['    each-deal:', ...formulaLines(formula.of, on).map((line) => `  ${line}`)];
    case 'choose':
      return ['    choose:', '      by: role', '      ways:', ...Object.entries(formula.ways).flatMap(([way, each]) => [`        ${way}:`, ...formulaLines(each, on).map((line) => `      ${line}`)])];
    case 'milestone':
      return [`    milestone: { when: ${conditionText({ ...formula.when, strict: false })}, pays: ${termText(formula.pays)}, reversal: ${formula.reversal} }`];
    case 'streak':
      return [`    streak: { when: ${conditionText({ ...formula.when, strict: false })}, periods: ${formula.periods}, pays: ${termText(formula.pays)}, then: ${formula.then} }`];
    case 'rising-rate':
      return [`    rising-rate: { rate: ${termText(formula.rate)}, from: ${formula.from}, adds: ${formula.adds}, per: ${formula.per}, up-to: ${formula.upTo ?? 'none'} }`];
    case 'rate-table':
      return ['    rate-table:', '      rates:', ...formula.rows.map((row) => `        - { ${rowWhen(row)}rate: ${termText(row.rate)} }`)];
    case 'category-tiers':
      return [
        '    category-tiers:',
        '      category: type',
        ...byLines(formula.by, on, 'base'),
        `      consume: ${formula.consume}`,
        '      bands:',
        ...formula.bands.map(({ to, rates, rate }) => `        - { ${[...(to === null ? [] : [`to: ${to}`]), ...(Object.keys(rates).length === 0 ? [] : [`rates: { ${Object.entries(rates).map(([type, each]) => `${type}: ${each}`).join(', ')} }`]), ...(rate === null ? [] : [`rate: ${rate}`])].join(', ')} }`),
      ];
    case 'best-of':
      return ['    best-of:', ...formula.of.flatMap((each) => formulaLines(each, on).map((line, index) => `${index === 0 ? '      - ' : '        '}${line.slice(4)}`))];
    case 'rate-plus-fixed':
      return [`    rate-plus-fixed: { rate: ${termText(formula.rate)}, fixed: ${termText(formula.fixed)}, due: ${formula.due} }`];
    case 'tiers':
      return [
        '    tiers:',
        `      read: ${formula.read}`,
        ...byLines(formula.by, on, 'base'),
        ...(formula.apportion === true ? ['      apportion: by-index'] : []),
        ...(formula.edge === 'lower' ? [] : [`      edge: ${formula.edge}`]),
        ...(formula.read === 'per-deal' ? [`      position: ${formula.position}`, '      order: [order_date, order_id]'] : []),
        '      rates:',
        ...formula.rates.map(({ to, rate, back }) => `        - { ${to === null ? '' : `to: ${to}, `}rate: ${termText(rate)}${back === true ? ', back-to-first-unit: true' : ''} }`),
      ];
    case 'interpolated':
      return ['    tiers:', '      read: interpolated', ...byLines(formula.by, on, 'base'), '      rates:', ...formula.tiers.map(({ to, amount }) => `        - { to: ${to}, amount: ${termText(amount)} }`)];
    case 'accelerate':
      return ['    accelerate:', `      rate: ${termText(formula.rate)}`, `      at: { ${formula.at.map(([point, factor]) => `${point}: ${factor}`).join(', ')} }`];
    case 'curve':
      return [
        '    curve:',
        ...byLines(formula.by, on, 'attainment'),
        `      points: { ${formula.points.map(([x, y]) => `${x}: ${y}`).join(', ')} }`,
        `      gives: ${formula.gives}`,
        ...(formula.below === '0' ? [] : [`      below: ${formula.below}`]),
        `      above: ${formula.above}`,
      ];
    case 'steps':
      return ['    steps:', ...byLines(formula.by, on, 'attainment'), '      bands:', ...formula.bands.map(({ from, pays }) => `        - { from: ${from}, pays: ${termText(pays)} }`)];
    case 'matrix':
      return [
        '    matrix:',
        `      rows: { by: ${termText(formula.rows.by)}, from: [${formula.rows.from.join(', ')}] }`,
        `      columns: { by: ${termText(formula.columns.by)}, from: [${formula.columns.from.join(', ')}] }`,
        `      cells: [${formula.cells.map((row) => `[${row.join(', ')}]`).join(', ')}]`,
        `      gives: ${formula.gives}`,
        `      read: ${formula.read}`,
      ];
  }
}

function limitText(limit: LimitJson): string {
  return `{ at: ${termText(limit.at)}${limit.over === null ? '' : `, over: ${limit.over}`}${limit.evenIfZero ? ', even-if-zero: true' : ''} }`;
}

function componentLines(component: ComponentJson): string[] {
  const { threshold, gate, eachDeal, multiplier, floor, cap } = component;
  return [
    `  ${component.id}:`,
    `    ${component.pays} on: ${component.on}`,
    ...(component.onlyFor === undefined ? [] : [`    for: role == '${component.onlyFor.role}'`, ...(component.onlyFor.otherwise === null ? [] : [`    otherwise: ${component.onlyFor.otherwise}`])]),
    ...(component.weight === null ? [] : [`    weight: ${component.weight}`]),
    ...(component.target === null ? [] : [`    target: ${component.target.amount} per ${component.target.per}`]),
    ...(component.accumulates === null ? [] : [`    accumulates: ${component.accumulates}`]),
    ...(component.rounding === null ? [] : [`    rounding: ${roundingText(component.rounding)}`]),
    ...formulaLines(component.formula, component.on),
    ...(threshold === null ? [] : [`    threshold: { at: ${threshold.at}, pays-from: ${threshold.paysFrom} }`]),
    ...(gate === null ? [] : [gate.otherwise === null ? `    gate: ${conditionText(gate)}` : `    gate: { when: ${conditionText(gate)}, else: ${gate.otherwise} }`]),
    ...(eachDeal?.least == null ? [] : [`    deal-minimum: { at: ${termText(eachDeal.least)}, originals: ${eachDeal.named ? 'original' : 'none'} }`]),
    ...(eachDeal?.most == null ? [] : [`    deal-cap: { at: ${termText(eachDeal.most)}, originals: ${eachDeal.named ? 'original' : 'none'} }`]),
    ...(multiplier === null ? [] : [`    multiplier: { ${multiplierText(multiplier)}${multiplier.negative ? ', negative: multiply' : ''} }`]),
    ...(floor === null ? [] : [`    floor: ${limitText(floor)}`]),
    ...(cap === null ? [] : [`    cap: ${limitText(cap)}`]),
  ];
}

const factorText = ({ times, table, when }: FactorJson): string => `${table === undefined ? `times: ${termText(times)}` : tableText(table)}${when === null ? '' : `, when: ${conditionText({ ...when, strict: false })}`}`;

function tableText({ by, from, gives, below, upperInclusive, above }: FactorTableJson): string {
  const more = [...(below === null ? [] : [`below: ${below}`]), ...(upperInclusive ? ['edge: upper-inclusive'] : []), ...(above === null ? [] : [`read: interpolated, above: ${above}`])];
  return [`by: ${termText(by)}`, `from: [${from.join(', ')}]`, `gives: [${gives.join(', ')}]`, ...more].join(', ');
}

function multiplierText(multiplier: MultiplierJson): string {
  const { more } = multiplier;
  return more === undefined ? factorText(multiplier) : `combine: ${more.combine}, of: [${more.of.map((factor) => `{ ${factorText(factor)} }`).join(', ')}]`;
}

const conditionText = ({ of, than, strict }: { of: Term; than: string; strict: boolean }): string => `${termText(of)} ${strict ? '>' : '>='} ${than}`;

function adjustText(adjust: AdjustJson): string {
  const { at, over } = adjust.limit;
  return `  - ${adjust.what}: { at: ${termText(at)}${over === null ? '' : `, over: ${over}`}${adjust.limit.evenIfZero ? ', even-if-zero: true' : ''}, of: ${adjust.of === null ? 'all' : `[${adjust.of.join(', ')}]`} }`;
}
