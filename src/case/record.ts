/**
 * A case from a real workspace: what somebody was paid up to a period, and the lines that it was paid for. Rows are those credited to
 * the person; people, hierarchy and quotas those of everybody these rows name, and of their managers. Rates, calendars and lookup tables
 * that name nobody stay those of the workspace.
 */
import type { TableContract } from '../data/contract.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import { didYouMean, either } from '../diagnostic/suggest.ts';
import { compute, type Computed } from '../engine/compute.ts';
import type { CalculationOptions, Payout } from '../engine/index.ts';
import { csvLines, peopleIn, readTexts, type TableRecord, type TableText } from './cut-table.ts';
import { writeCase, type WrittenTable } from './record-text.ts';
import type { Ground } from './run.ts';

export interface Wanted {
  readonly person: string;
  readonly periods: readonly string[];
}

/** The text of a file of cases with one case; undefined after a problem was reported. */
export async function recordCase(wanted: Wanted, ground: Ground, problems: Problems): Promise<string | undefined> {
  const { workspace } = ground;
  const first = await computed(ground, problems, {});
  if (first === undefined) return undefined;
  const spans = first.calculation.periods();
  refuseUnknown(wanted, first, spans.map(({ id }) => id), problems);
  if (problems.failed) return undefined;
  const last = Math.max(...spans.filter(({ id }) => wanted.periods.includes(id)).map(({ to }) => to));
  const asked = new Set(spans.filter(({ to }) => to <= last).map(({ id }) => id));
  const lines = new Set<string>();
  const second = await computed(ground, problems, {
    asked,
    listener: { credit: ({ payee, period, row }) => void (payee === wanted.person && asked.has(period) && lines.add(`${row.file}:${row.line}`)) },
  });
  const payouts: Payout[] = second === undefined ? [] : [...second.calculation.settle()].filter(({ payee }) => payee === wanted.person);
  if (problems.failed) return undefined;
  const rows = await cut(workspace.sources, ground, problems, ({ file, line }) => lines.has(`${file}:${line}`));
  const lookups = await cutLookups(rows, ground, problems);
  const people = await everybody(new Set([wanted.person, ...[...rows, ...lookups].flatMap(({ table, records }) => [...peopleIn(table, records)])]), ground, problems);
  const roles = [workspace.people?.table, workspace.hierarchy?.table, workspace.quotas?.table].filter((contract) => contract !== undefined);
  const own = new Map([[workspace.people?.table, workspace.people?.id], [workspace.hierarchy?.table, workspace.hierarchy?.person], [workspace.quotas?.table, workspace.quotas?.payee]]);
  const tables = [...(await cut(roles, ground, problems, ({ cells }, table, contract) => people.has(cells[columnOf(contract, own.get(contract), table)] ?? '')))];
  const entries = workspace.adjustments;
  if (entries !== undefined) tables.push(...(await cut([entries.table], ground, problems, ({ cells }, table, contract) => cells[columnOf(contract, entries.payee, table)] === wanted.person)));
  return writeCase(wanted, payouts, { roles: tables.map(written), lookups: lookups.map(written), rows: rows.map(written) });
}

function refuseUnknown({ person, periods }: Wanted, { people }: Computed, ids: readonly string[], problems: Problems): void {
  const names = people?.all.map(({ id }) => id);
  if (names !== undefined && !names.includes(person)) problems.error('U011', `there is no person "${person}"`, { hint: didYouMean(person, names) ?? 'paycurve run shows who was paid' });
  for (const period of periods) if (!ids.includes(period)) problems.error('U011', `there is no period "${period}"`, { hint: didYouMean(period, ids) ?? `there is ${either(ids.slice(0, 8), 'and')}` });
}

interface CutTable {
  readonly contract: TableContract;
  readonly table: TableText;
  readonly records: readonly TableRecord[];
}

async function cut(contracts: readonly TableContract[], ground: Ground, problems: Problems, keeps: (record: TableRecord, table: TableText, contract: TableContract) => boolean): Promise<readonly CutTable[]> {
  const all: CutTable[] = [];
  for (const contract of contracts) {
    const table = await readTexts(contract, (await ground.files(contract, problems)) ?? []);
    all.push({ contract, table, records: table.records.filter((record) => keeps(record, table, contract)) });
  }
  return all;
}

/** Lookup tables that name people, cut to the entries that the rows ask for; an entry fetched by another lookup cannot be told, so all stay. */
async function cutLookups(rows: readonly CutTable[], { workspace, ...ground }: Ground, problems: Problems): Promise<readonly CutTable[]> {
  const naming = workspace.tables.filter(({ columns }) => columns.some(({ type }) => type.kind === 'payee'));
  const asked = new Map(
    naming.map((contract) => {
      const keys = workspace.sources.flatMap(({ name, columns, lookups }) => {
        const source = rows.find((cut) => cut.contract.name === name)!;
        return lookups.filter(({ table }) => table === contract.name).flatMap(({ by }) => {
          const at = by.map((column) => source.table.header.indexOf(columns.find((one) => one.name === column)?.header ?? ''));
          return at.includes(-1) ? [undefined] : source.records.map(({ cells }) => at.map((index) => cells[index]).join('\n'));
        });
      });
      return [contract, keys.includes(undefined) ? undefined : new Set(keys)] as const;
    }),
  );
  return cut(naming, { workspace, ...ground }, problems, ({ cells }, table, contract) => {
    const key = naming.find((one) => one === contract)!.key.map((name) => cells[columnOf(contract, name, table)]).join('\n');
    return asked.get(contract as (typeof naming)[number])?.has(key) !== false;
  });
}

/** Those named, and whoever they lead up to: a manager who is not among the people would be a fault of the case. */
async function everybody(named: ReadonlySet<string>, ground: Ground, problems: Problems): Promise<ReadonlySet<string>> {
  const contracts = [ground.workspace.people?.table, ground.workspace.hierarchy?.table].filter((contract) => contract !== undefined);
  const tables = await cut(contracts, ground, problems, () => true);
  let all = named;
  for (;;) {
    const next = new Set(all);
    for (const { table, records } of tables)
      for (const record of records) {
        const [own, ...others] = table.payees.map((at) => record.cells[at]!);
        if (own !== undefined && all.has(own)) for (const other of others) if (other !== '') next.add(other);
      }
    if (next.size === all.size) return all;
    all = next;
  }
}

function columnOf(contract: TableContract, name: string | undefined, { header }: TableText): number {
  return header.indexOf(contract.columns.find((column) => column.name === name)?.header ?? '');
}

function written({ contract, table, records }: CutTable): WrittenTable {
  return { name: contract.name, lines: csvLines(table, records, contract.delimiter) };
}

function computed(ground: Ground, problems: Problems, engine: CalculationOptions): Promise<Computed | undefined> {
  return compute({ workspace: ground.workspace, plans: ground.plans, problems, policy: 'stop', engine: { everyPlan: ground.everyPlan, ...engine }, inputs: (contract) => ground.files(contract, problems) });
}
