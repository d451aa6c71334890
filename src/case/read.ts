/** A file of cases into cases: tables are found in the workspace, names in its plans, amounts read exactly. */
import type { TableContract } from '../data/contract.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { MapNode, Node, ScalarNode } from '../document/node.ts';
import type { Plan, Workspace } from '../plan/model.ts';
import { CASE_FILE_FIELDS } from '../plan/cases-shape.ts';
import { textOf } from '../plan/place.ts';
import { readCredit } from './expected-credit.ts';
import { readLedger } from './expected-ledger.ts';
import { readCodes, readExclusions } from './expected-rows.ts';
import { readExpected } from './expected.ts';
import { casesOf } from './filled.ts';
import { scalarsOf, type OpenedCases } from './open.ts';
import type { Case, Suite } from './suite.ts';
import { giveTables, tablesOf, type Tables } from './tables.ts';

/** Undefined when there was a fault; every fault of every case is reported. */
export function readSuite({ source, root }: OpenedCases, workspace: Workspace, plans: readonly Plan[], problems: Problems): Suite | undefined {
  const before = problems.all.length;
  const tables = tablesOf(workspace, plans);
  const shared = new Map<TableContract, ScalarNode>();
  giveTables(root, CASE_FILE_FIELDS, tables, shared, problems);
  const ground = { tables, shared, plans, problems };
  const cases = mapsIn(root.get('cases')).flatMap((node) => casesOf(node, problems)).flatMap((node) => readCase(node, ground) ?? []);
  refuseTwins(cases, problems);
  return problems.all.slice(before).some((problem) => problem.severity === 'error') ? undefined : { source, cases };
}

interface CaseGround {
  readonly tables: Tables;
  /** What stands in for tables in every case. */
  readonly shared: ReadonlyMap<TableContract, ScalarNode>;
  readonly plans: readonly Plan[];
  readonly problems: Problems;
}

const EXPECTATIONS = ['expect', 'ledger', 'credits', 'excluded', 'problems', 'warnings'];

function readCase(node: MapNode, { tables, shared, plans, problems }: CaseGround): Case | undefined {
  const own = new Map(shared);
  giveTables(node, node.entries.map(({ key }) => key), tables, own, problems);
  const name = node.entry('name')!;
  const expectations = EXPECTATIONS.filter((key) => node.entry(key) !== undefined);
  if (expectations.length === 0) problems.error('T006', 'this case expects nothing, so it can never fail', { at: name.value.at, pointer: node.pointer, hint: 'add expect: with what is paid; expect: [] says that nobody earns anything' });
  if (expectations.includes('problems') && expectations.some((key) => key !== 'problems' && key !== 'warnings'))
    problems.error('T008', 'where problems stop the run nobody is paid, so nothing else can be expected', { at: node.entry('problems')!.keyAt, pointer: `${node.pointer}/problems`, hint: 'make two cases of it' });
  const expect = node.get('expect');
  const credits = node.get('credits');
  const ledger = node.get('ledger');
  const excluded = node.get('excluded');
  const [errors, warnings] = [readCodes(node.entry('problems')), readCodes(node.entry('warnings'))];
  const work = textOf(node, 'work');
  const only = scalarsOf(node.get('only')).map((scalar) => scalar.text);
  return {
    name: textOf(node, 'name')!,
    at: name.value.at,
    ...(work === undefined ? {} : { work: work.trim() }),
    tables: own,
    ...(expect === undefined ? {} : { expect: mapsIn(expect).map((one) => readExpected(one, plans, problems)) }),
    ...(only.length === 0 ? {} : { only }),
    ...(credits === undefined ? {} : { credits: mapsIn(credits).map((one) => readCredit(one, plans, problems)) }),
    ...(ledger === undefined ? {} : { ledger: mapsIn(ledger).map((one) => readLedger(one, plans, problems)) }),
    excluded: excluded?.kind === 'map' ? readExclusions(excluded, problems) : [],
    ...(errors === undefined ? {} : { problems: errors }),
    ...(warnings === undefined ? {} : { warnings }),
  };
}

function refuseTwins(cases: readonly Case[], problems: Problems): void {
  const seen = new Map<string, Case>();
  for (const one of cases) {
    const first = seen.get(one.name);
    if (first !== undefined) problems.error('T005', `there is already a case named "${one.name}"`, { at: one.at, labels: [{ at: first.at, text: 'first here' }], hint: 'say in the name what is different' });
    seen.set(one.name, first ?? one);
  }
}

function mapsIn(node: Node | undefined): readonly MapNode[] {
  return node?.kind === 'list' ? node.items.flatMap((item) => (item.kind === 'map' ? [item] : [])) : [];
}
