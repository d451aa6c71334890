/**
 * Formulas over a payee's period: measures, their attainment and quota, what other components earned, people columns,
 * and the component's own `icr` and `target`. A number that is not known (no quota, 0 ÷ 0) reaches a formula as "not
 * applicable", never as zero.
 */
import type { Known, PeriodEnv } from '../mechanic/mechanic.ts';
import type { NameInfo, Ref, Type, Value } from '../expr/types.ts';
import type { Span } from '../diagnostic/diagnostic.ts';
import { SERVICE } from '../mechanic/figure.ts';
import { nameOf, type Binding } from './binding.ts';
import type { Across, QuotaRule, Workspace } from './model.ts';

/** A measure as far as formulas care. */
export interface MeasureName {
  readonly name: string;
  readonly type: Type;
  readonly at: Span;
  /** For a ratio: the names of two measures. */
  readonly ratio?: { readonly over: string; readonly under: string };
  readonly across?: Across;
  readonly quota?: { readonly whose?: QuotaRule['whose'] };
}

export interface PeriodNames {
  readonly workspace: Workspace;
  readonly measures: readonly MeasureName[];
  /** Components by name, for `payout of`. */
  readonly components: ReadonlyMap<string, Span>;
  /** Type of the measure paid on; absent under `adjust`, where there is no `icr`. */
  readonly baseType?: Type;
}

export type NameKind = 'measure' | 'person' | 'component' | 'own';

export interface PeriodBinding extends Binding<PeriodEnv> {
  about(ref: Ref): { readonly kind: NameKind; readonly type: Type; readonly shared?: string } | undefined;
}

export function periodBinding(names: PeriodNames): PeriodBinding {
  const measures = new Map(names.measures.map((measure) => [measure.name, measure]));
  const people = new Map((names.workspace.people?.table.columns ?? []).map((column) => [column.name, column]));
  const own = new Map<string, Type>([['target', 'money']]);
  // Target ÷ quota: a share of money, or money for each unit.
  if (names.baseType !== undefined) own.set('icr', names.baseType === 'money' ? 'ratio' : 'money');

  const find = (ref: Ref): { readonly kind: NameKind; readonly info: NameInfo } | undefined => {
    if (ref.form === 'payout') {
      const at = names.components.get(ref.name);
      return at === undefined ? undefined : { kind: 'component', info: { type: 'money', declared: at } };
    }
    const measure = measures.get(ref.name);
    if (ref.form !== undefined) return measure && { kind: 'measure', info: { type: ref.form === 'attainment' ? 'ratio' : measure.type, declared: measure.at } };
    if (measure !== undefined) return { kind: 'measure', info: { type: measure.type, declared: measure.at, ...(measure.ratio !== undefined && measures.get(measure.ratio.over)?.type === 'number' ? { counts: true } : {}) } };
    const type = own.get(ref.name);
    if (type !== undefined) return { kind: 'own', info: { type } };
    const column = people.get(ref.name);
    if (column === undefined && ref.name === SERVICE && names.workspace.people?.start !== undefined) return { kind: 'own', info: { type: 'number' } };
    return column && { kind: 'person', info: nameOf(column) };
  };

  return {
    scope: {
      what: people.size > 0 ? 'measures and people columns' : 'measures',
      lookup: (ref) => find(ref)?.info,
      names: (form) => {
        if (form === 'payout') return [...names.components.keys()];
        return form === undefined ? [...measures.keys(), ...own.keys(), ...people.keys(), ...(names.workspace.people?.start === undefined ? [] : [SERVICE])] : [...measures.keys()];
      },
    },
    about: (ref) => {
      const found = find(ref);
      const shared = found?.kind === 'measure' ? sharedBy(ref, measures) : undefined;
      return found && { kind: found.kind, type: found.info.type, ...(shared === undefined ? {} : { shared }) };
    },
    bind: (ref) => reader(ref, find(ref)!.kind),
  };
}

/** For whom a measure (or its quota, its attainment) is one value: `all`, a people column, or undefined for the payee alone. */
function sharedBy({ form, name }: Ref, measures: ReadonlyMap<string, MeasureName>): string | undefined {
  const measure = measures.get(name);
  if (measure?.ratio !== undefined) {
    const [over, under] = [measure.ratio.over, measure.ratio.under].map((side) => sharedBy({ name: side }, measures));
    return form !== undefined ? undefined : over === 'all' ? under : under === 'all' || under === over ? over : undefined;
  }
  if (measure?.across === undefined || measure.across.kind === 'reports') return undefined;
  if (form !== undefined && (measure.quota?.whose ?? 'payee') === 'payee') return undefined;
  return measure.across.kind === 'column' && measure.across.only === undefined ? measure.across.name : 'all';
}

function reader(ref: Ref, kind: NameKind): (env: PeriodEnv) => Value {
  const { name } = ref;
  if (ref.form === 'attainment') return (env) => valueOf(env.attainment(name));
  if (ref.form === 'quota') return (env) => valueOf(env.quota(name));
  if (ref.form === 'payout') return (env) => valueOf(env.payout(name));
  if (kind === 'measure') return (env) => valueOf(env.measure(name));
  if (kind === 'own' && name === SERVICE) return (env) => valueOf(env.service?.() ?? { none: '' });
  if (kind === 'own') return name === 'icr' ? (env) => valueOf(env.icr()) : (env) => valueOf(env.target());
  return (env) => env.person(name);
}

function valueOf(known: Known): Value {
  return known.value;
}
