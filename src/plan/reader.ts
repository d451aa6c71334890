/** What a mechanic reads its fields with: formulas over the period, numbers, names of measures, columns that order deals. */
import type { Problems, Span } from '../diagnostic/diagnostic.ts';
import type { Node } from '../document/node.ts';
import type { Type } from '../expr/types.ts';
import type { Reader } from '../mechanic/mechanic.ts';
import { readAcross } from './across.ts';
import { amountText, targetShare } from './amounts.ts';
import { formulaOf } from './binding.ts';
import { sayUnknown } from './ground.ts';
import type { Workspace } from './model.ts';
import { readExact } from './number.ts';
import { checkSign } from './percent-sign.ts';
import type { PeriodBinding } from './period-binding.ts';
import { inWords } from './place.ts';
import type { RowBinding } from './row-binding.ts';
import { quoted } from './shape-words.ts';
import { scalars } from './table.ts';

export interface ReaderGround {
  readonly component: string;
  readonly on: string | undefined;
  readonly baseType: Type | undefined;
  readonly binding: PeriodBinding;
  /** Measures that could be read, and those that could not: formulas over the latter are passed over in silence. */
  readonly measures: readonly string[];
  readonly broken: readonly string[];
  /** The source behind the measure paid on. */
  readonly rows: RowBinding | undefined;
  readonly problems: Problems;
  /** For the groups of people that mechanics work with. */
  readonly workspace?: Workspace;
}

export function readerOf(ground: ReaderGround): Reader {
  const { binding, problems, broken } = ground;
  const hopeless = broken.length === 0 ? undefined : new RegExp(`\\b(${broken.join('|')})\\b`);
  const wrongKind = (node: Node, wanted: string): undefined => {
    problems.error('P003', `${inWords(node.pointer.split('/').slice(1), 'the plan')} is a ${node.kind}; expected ${wanted}`, { at: node.at, pointer: node.pointer, expected: wanted, hint: 'write it on one line' });
    return undefined;
  };
  return {
    component: ground.component,
    on: ground.on,
    baseType: ground.baseType,
    formula(node, expect) {
      if (node.kind !== 'scalar') return wrongKind(node, 'a number or formula');
      if (hopeless?.test(node.text)) return undefined;
      if (!expect.includes('money')) return formulaOf(node, binding, expect, problems);
      const share = targetShare(node);
      return share === undefined || checkSign({ ...share, at: node.at, pointer: node.pointer }, 'the share of target', problems) ? formulaOf(amountText(node), binding, expect, problems) : undefined;
    },
    number(node) {
      return node.kind === 'scalar' ? readExact(node, inWords(node.pointer.split('/').slice(1), 'the plan'), problems) : wrongKind(node, 'a number');
    },
    about: (ref) => binding.about(ref),
    measure(node) {
      if (node.kind !== 'scalar') return wrongKind(node, 'the name of a measure');
      if (ground.measures.includes(node.text)) return node.text;
      if (!broken.includes(node.text))
        sayUnknown(problems, 'P080', `the plan has no measure ${quoted(node.text)}`, node.text, ground.measures, node.at, { pointer: node.pointer, none: 'declare it under measures:', kinds: 'measures' });
      return undefined;
    },
    across: (node) => across(node, ground),
    column: (node) => column(node, ground),
    hasColumn: (name) => ground.rows?.column(name) !== undefined,
    orderColumns: (node) => orderColumns(node, ground),
    problem(code, message, at, rest = {}) {
      const span: Span = 'kind' in at ? at.at : at;
      problems.add({ code, severity: 'error', message, at: span, ...('kind' in at ? { pointer: at.pointer } : {}), ...rest });
    },
  };
}

/** Members of a plan share by a column or all of them; reports and the whole company are about other people. */
function across(node: Node, { workspace, problems }: ReaderGround): ReturnType<Reader['across']> {
  if (workspace === undefined) return undefined;
  const read = readAcross(node, { workspace, problems });
  if (read === undefined || read.kind === 'plan' || (read.kind === 'column' && read.only === undefined && read.through === undefined)) return read;
  problems.error('P172', `those who share are people of this plan, and ${node.kind === 'scalar' ? node.text : 'one written group'} means others`, { at: node.at, pointer: node.pointer, hint: 'write plan, or a column of people' });
  return undefined;
}

function column(node: Node, { rows, problems }: ReaderGround): ReturnType<Reader['column']> {
  if (rows === undefined || node.kind !== 'scalar') return undefined;
  const found = rows.column(node.text);
  if (found !== undefined) return { name: node.text, kind: found.type.kind, ...('values' in found.type ? { values: found.type.values } : {}) };
  const known = [...rows.source.columns, ...rows.source.lookups].map(({ name }) => name);
  sayUnknown(problems, 'P065', `source ${rows.source.name} has no column ${quoted(node.text)}`, node.text, known, node.at, { pointer: node.pointer, none: 'declare it', kinds: 'columns' });
  return undefined;
}

/** Columns that put deals in one order: they exist, and the last of them are the id, so that no two deals are level. */
function orderColumns(node: Node, { rows, problems }: ReaderGround): readonly string[] | undefined {
  if (rows === undefined) return undefined;
  const { source } = rows;
  const known = [...source.columns, ...source.lookups].map((column) => column.name);
  const names: string[] = [];
  let whole = true;
  for (const scalar of scalars(node)) {
    if (!known.includes(scalar.text)) {
      whole = false;
      sayUnknown(problems, 'P065', `source ${source.name} has no column ${quoted(scalar.text)}`, scalar.text, known, scalar.at, { pointer: scalar.pointer, none: 'declare it', kinds: 'columns' });
    } else if (names.includes(scalar.text)) {
      whole = false;
      problems.error('P097', `${scalar.text} stands twice in the order of deals`, { at: scalar.at, pointer: scalar.pointer, hint: 'name each column once' });
    } else names.push(scalar.text);
  }
  const missing = source.id.filter((id) => !names.slice(-source.id.length).includes(id));
  if (whole && missing.length > 0) {
    const order = [...names.filter((name) => !source.id.includes(name)), ...source.id].join(', ');
    problems.error('P097', `two deals can stand level in this order, because it does not end with ${source.id.join(', ')}`, { at: node.at, pointer: node.pointer, expected: order, hint: `write order: [${order}]` });
    whole = false;
  }
  return whole ? names : undefined;
}
