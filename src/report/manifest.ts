/** The manifest of a run: what went in (with digests), how it was asked for, the account of rows, what came out. Written last. */
import type { SourceTally } from '../engine/result.ts';

export interface FileDigest {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ManifestFacts {
  readonly version: string;
  readonly workspace: string;
  /** Options that shape the result, as given. */
  readonly options: Readonly<Record<string, string | readonly string[]>>;
  readonly plans: readonly FileDigest[];
  readonly data: readonly FileDigest[];
  readonly outputs: readonly FileDigest[];
  readonly sources: readonly SourceTally[];
  readonly totals: readonly Readonly<Record<string, string>>[];
  readonly payouts: number;
  readonly people: number;
  readonly warnings: number;
  /** Outside every digest: two runs of the same inputs differ here and nowhere else. */
  readonly written: string;
}

const FORMAT_VERSION = '1.0';

export function manifestText(facts: ManifestFacts): string {
  return `${JSON.stringify(
    {
      format_version: FORMAT_VERSION,
      kind: 'manifest',
      tool: { name: 'paycurve', version: facts.version },
      workspace: facts.workspace,
      options: facts.options,
      inputs: { plans: facts.plans, data: facts.data },
      rows: facts.sources.map(({ source, read, credited, excluded, rejected }) => ({
        source,
        read,
        credited,
        excluded: Object.fromEntries(excluded.map((one) => [one.reason, one.rows])),
        rejected,
      })),
      summary: { people: facts.people, payouts: facts.payouts, totals: facts.totals, warnings: facts.warnings },
      outputs: facts.outputs,
      stamps: { written: facts.written },
    },
    undefined,
    2,
  )}\n`;
}
