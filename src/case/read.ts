/** A file of cases into cases: tables are found in the workspace, names in its plans, amounts read exactly. */
import type { TableContract } from '../data/contract.ts';
import type { Problems, Source } from '../diagnostic/diagnostic.ts';
import type { MapNode, Node, ScalarNode } from '../document/node.ts';
import type { Plan, Workspace } from '../plan/model.ts';
import { CASE_FILE_FIELDS } from '../plan/cases-shape.ts';
import { textOf } from '../plan/place.ts';
import { readCredit } from './expected-credit.ts';
import { readPayment } from './expected-payment.ts';
import { readCodes, readExclusions } from './expected-rows.ts';
import { readEntry } from './expected-entry.ts';
import { readExpected } from './expected.ts';
import { casesOf } from './filled.ts';
import { scalarsOf, type OpenedCases } from './open.ts';
import { ownPlans } from './own-plans.ts';
import type { Case, Suite } from './suite.ts';
import { giveTables, tablesOf } from './tables.ts';

/** Undefined when there was a fault; every fault of every case is reported. */
export function readSuite({ source, root }: OpenedCases, workspace: Workspace, plans: readonly Plan[], problems: Problems): Suite | undefined {
  const before = problems.all.length;
  const shared = new Map<TableContract, ScalarNode>();
  giveTables(root, CASE_FILE_FIELDS, tablesOf(workspace, plans), shared, problems);
  const ground = { root, source, workspace, shared, plans, problems };
  const cases = mapsIn(root.get('cases')).flatMap((node) => casesOf(node, problems)).flatMap((node) => readCase(node, ground) ?? []);
  refuseTwins(cases, problems);
  return problems.all.slice(before).some((problem) => problem.severity === 'error') ? undefined : { source, cases, equivalent: mapsIn(root.get('equivalent')).map((node) => ({ at: node.at, path: textOf(node, 'at')!, what: textOf(node, 'change')!, because: textOf(node, 'because')! })) };
}

interface CaseGround {
  readonly root: MapNode;
  readonly source: Source;
  readonly workspace: Workspace;
  /** What stands in for tables in every case. */
  readonly shared: ReadonlyMap<TableContract, ScalarNode>;
  readonly plans: readonly Plan[];
  readonly problems: Problems;
}

const EXPECTATIONS = ['expect', 'ledger', 'payments', 'credits', 'excluded', 'problems', 'warnings'];

function readCase(node: MapNode, { root, source, workspace, shared, plans: others, problems }: CaseGround): Case | undefined {
  const written = ownPlans(node.get('plan'), root.get('plan'), source, workspace);
  const plans = written?.plans ?? others;
  const given = new Map(shared);
  // where the plan of the case could not be read, its names and its calendar are not known; what is wrong with it is what came out
  const readable = written === undefined || written.faults.length === 0;
  if (readable) giveTables(node, node.entries.map(({ key }) => key), tablesOf(workspace, plans), given, problems);
  const name = node.entry('name')!;
  const expectations = EXPECTATIONS.filter((key) => node.entry(key) !== undefined);
  if (expectations.length === 0) problems.error('T006', 'this case expects nothing, so it can never fail', { at: name.value.at, pointer: node.pointer, hint: 'add expect: with what is paid; expect: [] says that nobody earns anything' });
  if (expectations.includes('problems') && expectations.some((key) => key !== 'problems' && key !== 'warnings'))
    problems.error('T008', 'where problems stop the run nobody is paid, so nothing else can be expected', { at: node.entry('problems')!.keyAt, pointer: `${node.pointer}/problems`, hint: 'make two cases of it' });
  const expect = readable ? node.get('expect') : undefined;
  const credits = readable ? node.get('credits') : undefined;
  const ledger = readable ? node.get('ledger') : undefined;
  const payments = readable ? node.get('payments') : undefined;
  const mechanic = textOf(node, 'mechanic') ?? textOf(root, 'mechanic');
  const from = textOf(node, 'source') ?? textOf(root, 'source');
  const excluded = node.get('excluded');
  const [errors, warnings] = [readCodes(node.entry('problems')), readCodes(node.entry('warnings'))];
  const work = textOf(node, 'work');
  const only = scalarsOf(node.get('only')).map((scalar) => scalar.text);
  return {
    name: textOf(node, 'name')!,
    at: name.value.at,
    ...(mechanic === undefined ? {} : { mechanic }),
    ...(from === undefined ? {} : { source: from.trim() }),
    ...(written === undefined ? {} : { own: written }),
    ...(work === undefined ? {} : { work: work.trim() }),
    tables: given,
    ...(expect === undefined ? {} : { expect: mapsIn(expect).map((one) => readExpected(one, plans, problems)) }),
    ...(only.length === 0 ? {} : { only }),
    ...(credits === undefined ? {} : { credits: mapsIn(credits).map((one) => readCredit(one, plans, problems)) }),
    ...(ledger === undefined ? {} : { ledger: mapsIn(ledger).map((one) => readEntry(one, plans, problems)) }),
    ...(payments === undefined ? {} : { payments: mapsIn(payments).map((one) => readPayment(one, plans, problems)) }),
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
