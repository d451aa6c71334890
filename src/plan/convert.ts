/** When money is converted, for each step: sales, quotas, pay; and at which rates results are held against quotas. Rule: mechanics TIM-23, TIM-24. */
import type { MapNode, ScalarNode } from '../document/node.ts';
import { sayUnknown, type Ground } from './ground.ts';
import type { ConvertAt, CreditRule, Measure } from './model.ts';
import { labelled } from './place.ts';
import { quoted } from './shape-words.ts';
import { typeName } from './table.ts';

const WORDS = ['transaction-date', 'period-end', 'average'];

/** `convert-at` as a word or a date column for sales, or a map with a word for each step. */
export function readConvertAt(root: MapNode, credits: readonly CreditRule[], ground: Ground): ConvertAt {
  const node = root.get('convert-at');
  const part = (key: string): ScalarNode | undefined => {
    const found = node?.kind === 'map' ? node.get(key) : key === 'sales' ? node : undefined;
    return found?.kind === 'scalar' ? found : undefined;
  };
  const pay = part('pay')?.text;
  const days = /^(\d{1,3}) days after$/.exec(pay ?? '');
  return {
    sales: readSales(part('sales'), credits, ground),
    quota: (part('quota')?.text ?? 'record-start') as ConvertAt['quota'],
    pay: days === null ? ((pay ?? 'period-end') as 'period-end' | 'average') : { daysAfter: +days[1]! },
  };
}

function readSales(node: ScalarNode | undefined, credits: readonly CreditRule[], { workspace, problems }: Ground): ConvertAt['sales'] {
  if (node === undefined) return 'transaction-date';
  if (WORDS.includes(node.text)) return node.text as 'transaction-date';
  for (const index of new Set(credits.map((rule) => rule.source))) {
    const source = workspace.sources[index]!;
    const columns = [...source.columns, ...source.lookups];
    const dates = columns.filter(({ type }) => type.kind === 'date' || type.kind === 'timestamp').map(({ name }) => name);
    const column = columns.find(({ name }) => name === node.text);
    if (column === undefined) sayUnknown(problems, 'P167', `source ${source.name} has no column ${quoted(node.text)}`, node.text, [...WORDS, ...dates], node.at, { pointer: node.pointer, none: `write one of ${WORDS.join(', ')}`, kinds: 'the words and date columns' });
    else if (!dates.includes(column.name)) problems.error('P167', `${column.name} of ${source.name} is ${typeName(column.type)}, and only a date has a rate`, { at: node.at, pointer: node.pointer, ...labelled(column.at, 'declared here'), hint: `declare ${column.name}: date` });
  }
  return { column: node.text };
}

/** Whether quotas, and what is held against them, are converted at plan rates. */
export function readPlanRates(root: MapNode, { workspace, problems }: Ground): boolean {
  const entry = root.entry('attainment-at');
  if (entry?.value.kind !== 'scalar' || entry.value.text !== 'plan-rates') return false;
  if (workspace.planRates === undefined) problems.error('P166', 'attainment is at plan rates, and the workspace has none', { at: entry.keyAt, pointer: entry.value.pointer, hint: 'declare plan-rates: in paycurve.yaml' });
  return true;
}

/** The measures that are held against quotas a second time, at plan rates: what they pay on stays at the rates of the market. */
export function atPlanRates(measures: readonly Measure[], asked: readonly string[]): readonly Measure[] {
  return measures.flatMap((measure): Measure[] => (measure.type === 'money' && measure.kind !== 'ratio' && asked.includes(measure.name) ? [{ ...measure, name: planRateName(measure.name), atPlanRates: measure.name }] : []));
}

/** No measure of a plan can be called so: names have no blanks. */
export function planRateName(measure: string): string {
  return `${measure} at plan rates`;
}

