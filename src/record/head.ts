/**
 * `record.json`: what a record is of, what went in, the digests of its files, its control totals and the seal of the record
 * before it. Its own seal is the digest of its text with the seal left blank, so no byte of it can change unnoticed.
 */
import type { Day } from '../value/day.ts';
import { dayText, readDay } from '../value/day.ts';
import type { Digest } from './meaning.ts';

export const HEAD = 'record.json';
export const FORMAT_VERSION = '1.0';

export interface FileFacts {
  readonly name: string;
  readonly rows?: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface PlanMeaning {
  readonly plan: string;
  /** First day of the version. */
  readonly effective: string;
  /** Its last. */
  readonly until: string;
  readonly sha256: string;
  readonly parts: Readonly<Record<string, string>>;
}

export interface Totals {
  readonly currency: string;
  readonly people: number;
  readonly opening: string;
  /** What the components earned; then the payment rules' cost and adjustments of this period; then differences of closed ones. */
  readonly components: string;
  readonly other: string;
  readonly prior: string;
  readonly earned: string;
  readonly paid: string;
  readonly closing: string;
}

export interface Head {
  readonly number: number;
  readonly period: { readonly id: string; readonly from: Day; readonly to: Day };
  readonly workspace: string;
  readonly closedOn: Day;
  /** Seal of the record before, or none for the first. */
  readonly previous: string | undefined;
  readonly version: string;
  readonly meaning: { readonly workspace: string; readonly plans: readonly PlanMeaning[] };
  readonly inputs: { readonly plans: readonly FileFacts[]; readonly data: readonly FileFacts[] };
  /** Sources whose late rows counted in the current period; of these the record lists every row that it knew. */
  readonly late: readonly string[];
  readonly rows: readonly { readonly source: string; readonly read: number; readonly credited: number; readonly excluded: number; readonly rejected: number }[];
  readonly files: readonly FileFacts[];
  readonly totals: readonly Totals[];
  readonly seal: string;
}

const BLANK = '0'.repeat(64);
const END = /"seal": "([0-9a-f]{64})"\n\}\n$/;

/** The text of the file, sealed. */
export function headText(head: Omit<Head, 'seal'>, digest: Digest): string {
  const { number, period, workspace, closedOn, previous, version, meaning, inputs, late, rows, files, totals } = head;
  const blank = `${JSON.stringify(
    {
      format_version: FORMAT_VERSION,
      kind: 'record',
      tool: { name: 'paycurve', version },
      workspace,
      number,
      period: { id: period.id, from: dayText(period.from), to: dayText(period.to) },
      closed_on: dayText(closedOn),
      previous: previous ?? null,
      meaning,
      inputs,
      ...(late.length === 0 ? {} : { late }),
      rows,
      files,
      totals,
      seal: BLANK,
    },
    undefined,
    2,
  )}\n`;
  return sealed(blank, digest(blank));
}

function sealed(text: string, seal: string): string {
  return `${text.slice(0, -(BLANK.length + 4))}${seal}"\n}\n`;
}

/** The head, or in words why the text is none. `digest` is of the very text. */
export function readHead(text: string, digest: Digest): Head | { readonly fault: 'altered' | 'version'; readonly why: string } {
  const seal = END.exec(text)?.[1];
  if (seal === undefined) return { fault: 'altered', why: 'it does not end with its seal' };
  const found = digest(sealed(text, BLANK));
  if (found !== seal) return { fault: 'altered', why: `its seal says ${seal.slice(0, 12)}…, its text gives ${found.slice(0, 12)}…` };
  const data = JSON.parse(text) as Record<string, never> & { format_version: string; tool: { version: string }; period: { id: string; from: string; to: string }; closed_on: string; previous: string | null };
  if (data.format_version.split('.')[0] !== FORMAT_VERSION.split('.')[0]) return { fault: 'version', why: `it has format ${data.format_version}, and this paycurve reads ${FORMAT_VERSION}` };
  return {
    number: data['number'] as unknown as number,
    period: { id: data.period.id, from: dayIn(data.period.from), to: dayIn(data.period.to) },
    workspace: data['workspace'] as unknown as string,
    closedOn: dayIn(data.closed_on),
    previous: data.previous ?? undefined,
    version: data.tool.version,
    meaning: data['meaning'] as unknown as Head['meaning'],
    inputs: data['inputs'] as unknown as Head['inputs'],
    late: (data['late'] as unknown as Head['late'] | undefined) ?? [],
    rows: data['rows'] as unknown as Head['rows'],
    files: data['files'] as unknown as Head['files'],
    totals: data['totals'] as unknown as Head['totals'],
    seal,
  };
}

function dayIn(text: string): Day {
  const reading = readDay(text);
  return 'day' in reading ? reading.day : 0;
}
