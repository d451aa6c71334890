/**
 * Reads the files of one table, in the order of their names. Bad rows are collected, a file that cannot be read on is
 * given up and said so. Rule: read = delivered + rejected + ignored.
 */
import type { Diagnostic, Problems } from '../diagnostic/diagnostic.ts';
import { textOrder } from '../value/text-order.ts';
import { BadRows, MAX_PROBLEMS, type Policy, type RejectedRow } from './bad-rows.ts';
import type { Input, TableContract } from './contract.ts';
import { FileReader, type RowCounts } from './file-reader.ts';
import type { People } from './reference.ts';
import { RowReader, type TableRow } from './row-reader.ts';

/** Rows of a table when nothing else is said. */
export const MAX_ROWS = 20_000_000;

/** What became of a row; reasons when it was refused, which are errors even in quarantine when `always`. */
export type Verdict = 'delivered' | 'ignored' | { readonly reasons: readonly Diagnostic[]; readonly always?: boolean };

export interface TableJob {
  readonly contract: TableContract;
  readonly inputs: readonly Input[];
  /** Columns whose texts identify something. */
  readonly identity: ReadonlySet<string>;
  /** Columns that hold currency codes, besides those that money columns name. */
  readonly currencies?: ReadonlySet<string> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly people?: People | undefined;
  readonly policy: Policy;
  readonly problems: Problems;
  readonly maxRows?: number | undefined;
  readonly maxProblems?: number | undefined;
  /** Called for every row whose cells are good. The row is reused. */
  onRow(row: TableRow): Verdict;
  readonly onRejected?: ((row: RejectedRow) => void) | undefined;
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

export interface FileTally {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  readonly blankLines: number;
  /** Headers of columns that are not used. */
  readonly undeclared: readonly string[];
}

export interface TableTally {
  readonly files: readonly FileTally[];
  readonly read: number;
  readonly delivered: number;
  readonly rejected: number;
  readonly ignored: number;
  /** False when a file was given up. */
  readonly complete: boolean;
}

export async function readTable(job: TableJob): Promise<TableTally> {
  const bad = new BadRows(job.contract.name, job.policy, job.problems, job.maxProblems ?? MAX_PROBLEMS, job.onRejected);
  const rows = new RowReader(job);
  const counts: RowCounts = { read: 0, delivered: 0, ignored: 0 };
  const files: FileTally[] = [];
  let complete = true;
  const inputs = [...job.inputs].sort((a, b) => textOrder(a.name, b.name));
  for (const input of inputs) {
    const reader = new FileReader(input.name, job, rows, bad, counts);
    files.push(await reader.read(input));
    if (reader.givenUp) complete = false;
  }
  bad.finish(counts.read);
  return { files, ...counts, rejected: bad.rejected, complete };
}
