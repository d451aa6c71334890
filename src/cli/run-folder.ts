/** The output folder of a run: payouts, components, credits, excluded rows, the ledger, and a manifest that describes them all. */
import { createHash } from 'node:crypto';
import type { Listener, Payout } from '../engine/index.ts';
import { CREDITS, creditRecords } from '../report/credits-csv.ts';
import { csvHead } from '../report/csv-record.ts';
import { EXCLUDED, excludedRecord } from '../report/excluded-csv.ts';
import { moneyFields } from '../report/exact-fields.ts';
import { creditLine, ledgerHead, payoutLines } from '../report/ledger.ts';
import { manifestText, type FileDigest } from '../report/manifest.ts';
import { balancesCsv, componentsCsv, employerCostsCsv, payoutsCsv, type RunAbout, type RunEnd, type RunReport } from '../report/run/index.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import { textOrder } from '../value/text-order.ts';
import type { Chosen } from './one-workspace.ts';
import type { RunFilter } from './run-filter.ts';
import type { Options } from './session.ts';
import type { FileGroup } from './write.ts';

interface Rest {
  readonly end: RunEnd;
  readonly chosen: Chosen;
  readonly data: readonly FileDigest[];
  readonly options: Options;
  readonly written: string;
}

type Sink = { put(text: string): void };

/** Options that shape the result, in the order of the manifest. */
const SHAPING = ['person', 'plan', 'period', 'data', 'on-bad-row'] as const;

export class RunFolder {
  readonly listener: Listener;
  private sinks: Readonly<Record<'payouts' | 'components' | 'balances' | 'credits' | 'excluded' | 'ledger', Sink> & { readonly costs?: Sink }> | undefined;
  private readonly reports: readonly RunReport[];
  private readonly totals = new Map<string, Exact>();
  private readonly people = new Set<string>();
  private payouts = 0;
  private written: readonly string[] = [];
  private readonly group: FileGroup;
  private readonly about: RunAbout;

  constructor(group: FileGroup, about: RunAbout, filter: RunFilter, /** Whether a plan states what the employer owes on top. */ private readonly costs: boolean) {
    this.group = group;
    this.about = about;
    this.reports = [payoutsCsv(about), componentsCsv(about), balancesCsv(about), employerCostsCsv(about)];
    this.listener = {
      credit: (credit) => {
        if (!filter.takes(credit.payee, credit.plan, credit.period)) return;
        this.sinks!.ledger.put(creditLine(credit));
        this.sinks!.credits.put(creditRecords(credit, about));
      },
      exclude: (excluded) => this.sinks!.excluded.put(excludedRecord(excluded, about.csvRaw)),
    };
  }

  async open(): Promise<void> {
    const { group } = this;
    this.sinks = {
      payouts: await group.add('payouts.csv'),
      components: await group.add('components.csv'),
      balances: await group.add('balances.csv'),
      ...(this.costs ? { costs: await group.add('employer-costs.csv') } : {}),
      credits: await group.add('credits.csv'),
      excluded: await group.add('excluded.csv'),
      ledger: await group.add('ledger.jsonl'),
    };
    this.sinks.credits.put(csvHead(CREDITS, this.about.csvBom));
    this.sinks.excluded.put(csvHead(EXCLUDED, this.about.csvBom));
    this.sinks.ledger.put(ledgerHead(this.about.version, this.about.workspace));
  }

  take(payout: Payout): void {
    const { payouts, components, balances, costs, ledger } = this.sinks!;
    payouts.put(this.reports[0]!.take(payout));
    components.put(this.reports[1]!.take(payout));
    balances.put(this.reports[2]!.take(payout));
    costs?.put(this.reports[3]!.take(payout));
    ledger.put(payoutLines(payout));
    this.payouts++;
    this.people.add(payout.payee);
    this.totals.set(payout.currency, (this.totals.get(payout.currency) ?? ZERO).plus(payout.total));
  }

  /** Names of the files written, after the commit. */
  names(): readonly string[] {
    return this.written;
  }

  async commit(rest: Rest): Promise<void> {
    const { payouts, components, balances, costs } = this.sinks!;
    payouts.put(this.reports[0]!.end(rest.end));
    components.put(this.reports[1]!.end(rest.end));
    balances.put(this.reports[2]!.end(rest.end));
    costs?.put(this.reports[3]!.end(rest.end));
    const stale = rest.chosen.workspace.sources.map((source) => `rejected-${source.name}.csv`);
    const done = await this.group.commit({ name: 'manifest.json', text: (outputs) => this.manifest(outputs, rest) }, stale);
    this.written = done.map((one) => one.name);
  }

  private manifest(outputs: readonly FileDigest[], { end, chosen, data, options, written }: Rest): string {
    return manifestText({
      version: this.about.version,
      workspace: this.about.workspace,
      options: Object.fromEntries(SHAPING.filter((name) => options.count(name) > 0).map((name) => [name, options.texts(name)])),
      plans: chosen.files.map(({ name, text }) => ({ name, bytes: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') })),
      data: [...data].sort((a, b) => textOrder(a.name, b.name)),
      outputs,
      sources: end.sources,
      totals: [...this.totals].sort(([a], [b]) => textOrder(a, b)).map(([currency, total]) => ({ currency, ...moneyFields('total', total, currency) })),
      payouts: this.payouts,
      people: this.people.size,
      warnings: end.warnings.length,
      written,
    });
  }
}
