/** A credit rule of one version, with the measures that count its credits: worked out once, asked for every row. */
import type { Row } from '../data/contract.ts';
import type { Across, CreditRule, Measure, Plan } from '../plan/model.ts';
import { keepsMeasures } from './aside.ts';
import type { GroupCredits } from './group.ts';
import type { Tally } from './tally.ts';
import type { Version } from './version.ts';

export interface RuleTask {
  readonly version: Version;
  readonly rule: CreditRule;
  readonly measures: readonly MeasureTask[];
  /** Where the rows have the day whose rate converts them; −1 where the plan names no column. */
  readonly convertColumn: number;
  /** The group measures that count its credits. */
  readonly groups: readonly GroupTask[];
  /** A component gives back what was earned on sales that are returned: also when the person has left. */
  readonly takesBack: boolean;
  /** Its credits make sales due that were earned before: also when the person has left. */
  readonly completes: boolean;
  /** Some component reads its measures without the returns that it settles. */
  readonly setsAside: boolean;
  /** Another rule credits only where this one did not. */
  readonly precedes: boolean;
}

export interface GroupTask {
  readonly measure: Measure;
  readonly across: Across;
  readonly credits: GroupCredits;
}

export interface MeasureTask {
  readonly index: number;
  readonly measure: Measure;
  readonly tally: Tally;
  /** The columns that deals are kept with; undefined where no component pays deal by deal. */
  readonly order: readonly number[] | undefined;
  /** Whether its value says what the plan's credited sales are. */
  readonly money: boolean;
  /** Whether one row may credit one person twice in it. */
  readonly mayRepeat: boolean;
}

/**
 * The measure that says what the plan's credited sales are: that of the first component. Two sources of one plan often
 * tell of the same sales, and two measures of one source sum different things (revenue, margin).
 */
function salesMeasure(plan: Plan): Measure | undefined {
  const find = (name: string | undefined): Measure | undefined => plan.measures.find((measure) => measure.name === name);
  const on = find(plan.components[0]?.on);
  const main = on?.ratio === undefined ? on : find(on.ratio.over);
  return main?.kind === 'sum' && main.type === 'money' && main.across === undefined ? main : plan.measures.find((measure) => measure.kind === 'sum' && measure.across === undefined && measure.type === 'money' && measure.of.some((rule) => main === undefined || main.of.includes(rule)));
}

export function taskOf(version: Version, rule: CreditRule, columns: readonly string[]): RuleTask {
  const sales = salesMeasure(version.plan);
  const source = version.plan.credits.find((each) => sales?.of.includes(each.name))?.source;
  const measures = version.plan.measures.flatMap((measure, index) => {
    if (measure.kind === 'ratio' || measure.across !== undefined || !measure.of.includes(rule.name)) return [];
    const order = version.dealColumns[index]?.map((name) => columns.indexOf(name));
    const mayRepeat = measure.of.length > 1 || rule.to.kind === 'managers' || rule.to.split.length > 0;
    const money = measure.atPlanRates === undefined && measure.kind === 'sum' && rule.source === source && measure.value?.text === sales?.value?.text;
    return [{ index, measure, tally: version.tallies[index]!, order, mayRepeat, money }];
  });
  const groups = version.plan.measures.flatMap((measure, index): GroupTask[] => {
    const credits = version.groups[index];
    return credits === undefined || measure.across === undefined || !measure.of.includes(rule.name) ? [] : [{ measure, across: measure.across, credits }];
  });
  const at = version.plan.convertAt.sales;
  const convertColumn = typeof at === 'string' ? -1 : columns.indexOf(at.column);
  const takesBack = measures.some(({ index }) => version.components.some((one) => one.measure === index && (one.returns !== undefined || one.byEvent !== undefined)));
  const completes = measures.some(({ measure }) => version.components.some(({ byEvent }) => byEvent?.mechanic.byEvent!.events(byEvent.config).some((event) => event.measure === measure.name) === true));
  return { version, rule, measures, takesBack, setsAside: version.components.some(({ component }) => keepsMeasures(component) !== undefined), completes, convertColumn, groups, precedes: version.plan.credits.some(({ unless }) => unless.includes(rule.name)) };
}

/** Whether a split of the rule names somebody in the row. */
export function namesAnother({ to }: RuleTask['rule'], row: Row): boolean {
  return to.kind === 'payee' && to.split.some(({ column }) => row.values[column] !== null && row.values[column] !== undefined);
}

/** Whether the version holds on the row's day; a later one that accumulates counts it too, and has no say on its columns. */
export function inForce({ version }: RuleTask, { day }: Row): boolean {
  return day >= version.plan.from && day <= version.plan.to;
}
