/**
 * Conditions that let no row through in a whole run: `product == 'Falcn'` pays nobody, and looks like a month without sales.
 * Each `where` is asked through a watch, which remembers the texts it met until the condition held once.
 */
import type { SourceContract } from '../../data/contract.ts';
import { didYouMean, suggest } from '../../diagnostic/suggest.ts';
import type { Problems } from '../../diagnostic/diagnostic.ts';
import type { Plan, RowEnv, RowFormula, Workspace } from '../../plan/model.ts';
import { textOrder } from '../../value/text-order.ts';
import { comparedTexts } from './compared-texts.ts';

interface Watch {
  /** `measure spif`, `credit rule own`. */
  readonly what: string;
  readonly plan: string;
  readonly formula: RowFormula;
  asked: boolean;
  met: boolean;
  /** By name of a column that is compared with texts: what stood in it, and with what it was compared. */
  readonly columns: readonly { readonly name: string; readonly at: number; readonly texts: readonly string[]; readonly seen: Set<string> }[];
}

/** Different texts of a column that are remembered. */
const REMEMBERED = 200;
const SHOWN = 8;

export class Unmet {
  private readonly watches: Watch[] = [];

  constructor(private readonly workspace: Workspace) {}

  /** The plan with its conditions watched. */
  watch(plan: Plan): Plan {
    const sourceOf = (rule: string | undefined): SourceContract | undefined => this.workspace.sources[plan.credits.find((one) => one.name === rule)?.source ?? -1];
    return {
      ...plan,
      credits: plan.credits.map((rule) => (rule.where === undefined ? rule : { ...rule, where: this.watched(rule.where, `credit rule ${rule.name}`, plan, this.workspace.sources[rule.source]) })),
      measures: plan.measures.map((measure) => (measure.where === undefined ? measure : { ...measure, where: this.watched(measure.where, `measure ${measure.name}`, plan, sourceOf(measure.of[0])) })),
    };
  }

  /** Conditions that were asked and never held. One that was never asked has another cause. */
  warn(problems: Problems): void {
    for (const { what, plan, formula, asked, met, columns } of this.watches) {
      if (!asked || met) continue;
      const compared = columns.find(({ seen, texts }) => seen.size > 0 && texts.some((text) => !seen.has(text)));
      const near = compared?.texts.flatMap((text) => (compared.seen.has(text) ? [] : suggest(text, compared.seen, 1).map((name) => ({ text, name }))))[0];
      const values = [...(compared?.seen ?? [])].sort(textOrder);
      problems.warning('R017', `${what} of ${plan} counts nothing: ${formula.text} held for no row of this run`, {
        at: formula.at,
        ...(near === undefined ? {} : { found: near.text, suggestion: near.name, note: didYouMean(near.text, [near.name])! }),
        hint: compared === undefined ? 'look at what it asks for; where it is meant, put # paycurve-ignore R017: and the reason above this line' : `${compared.name} was ${values.slice(0, SHOWN).join(', ')}${values.length > SHOWN ? ' …' : ''} in the rows that it was asked about`,
      });
    }
  }

  private watched(formula: RowFormula, what: string, plan: Plan, source: SourceContract | undefined): RowFormula {
    const names = source === undefined ? [] : [...source.columns, ...source.lookups].map((column) => column.name);
    const columns = comparedTexts(formula.tree).map(({ name, texts }) => ({ name, texts, at: names.indexOf(name), seen: new Set<string>() }));
    const watch: Watch = { what, plan: plan.name, formula, asked: false, met: false, columns: columns.filter(({ at }) => at >= 0) };
    this.watches.push(watch);
    const evaluate = (env: RowEnv): ReturnType<RowFormula['evaluate']> => {
      const value = formula.evaluate(env);
      if (!watch.met) note(watch, value === true, env);
      return value;
    };
    return { ...formula, evaluate };
  }
}

function note(watch: Watch, met: boolean, { row }: RowEnv): void {
  watch.asked = true;
  watch.met = met;
  if (met) return;
  for (const { at, seen } of watch.columns) {
    const value = row.values[at];
    if (typeof value === 'string' && seen.size < REMEMBERED) seen.add(value);
  }
}
