/** Tables of a workspace cut down to what a recorded case needs: rows, the lookups they ask for, and the people they name. */
import type { TableContract } from '../data/contract.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import { csvLines, readTexts, type TableRecord, type TableText } from './cut-table.ts';
import type { WrittenTable } from './record-text.ts';
import type { Ground } from './run.ts';

export interface CutTable {
  readonly contract: TableContract;
  readonly table: TableText;
  readonly records: readonly TableRecord[];
}

export async function cut(contracts: readonly TableContract[], ground: Ground, problems: Problems, keeps: (record: TableRecord, table: TableText, contract: TableContract) => boolean): Promise<readonly CutTable[]> {
  const all: CutTable[] = [];
  for (const contract of contracts) {
    const table = await readTexts(contract, (await ground.files(contract, problems)) ?? []);
    all.push({ contract, table, records: table.records.filter((record) => keeps(record, table, contract)) });
  }
  return all;
}

/** Lookup tables that name people, cut to the entries that the rows ask for; an entry fetched by another lookup cannot be told, so all stay. */
export async function cutLookups(rows: readonly CutTable[], { workspace, ...ground }: Ground, problems: Problems): Promise<readonly CutTable[]> {
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

export interface Circle {
  /** Of the case. */
  readonly people: ReadonlySet<string>;
  /** Of the workspace. */
  readonly all: ReadonlySet<string>;
  /** What others sell or earn counts. */
  readonly others: boolean;
}

/** Tables with a line for each person: those of the people in the case, and quotas of groups, whose names are nobody's. */
export async function cutRoles(person: string, { people, all, others }: Circle, { workspace, ...ground }: Ground, problems: Problems): Promise<readonly CutTable[]> {
  const { hierarchy, quotas, leaves, relief, adjustments } = workspace;
  const of = async (contract: TableContract | undefined, owner: string | undefined, keeps: (owner: string) => boolean): Promise<readonly CutTable[]> =>
    contract === undefined ? [] : cut([contract], { workspace, ...ground }, problems, ({ cells }, table) => others || keeps(cells[columnOf(contract, owner, table)] ?? ''));
  const inCase = (id: string): boolean => people.has(id);
  const filled = (tables: readonly CutTable[]): readonly CutTable[] => tables.filter(({ table }) => table.header.length > 0);
  return [
    ...(await of(workspace.people?.table, workspace.people?.id, inCase)),
    ...(await of(hierarchy?.table, hierarchy?.person, inCase)),
    ...(await of(quotas?.table, quotas?.payee, (id) => inCase(id) || (workspace.people !== undefined && !all.has(id)))),
    ...filled(await of(leaves?.table, leaves?.payee, inCase)),
    ...filled(await of(relief?.table, relief?.payee, inCase)),
    // entries of others pay nobody who is asked for
    ...(await of(adjustments?.table, adjustments?.payee, (id) => id === person)),
  ];
}

/** Those named, and whoever they lead up to: a manager who is not among the people would be a fault of the case. */
export async function everybody(named: ReadonlySet<string>, ground: Ground, problems: Problems): Promise<ReadonlySet<string>> {
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

export function written({ contract, table, records }: CutTable): WrittenTable {
  return { name: contract.name, lines: csvLines(table, records, contract.delimiter) };
}
