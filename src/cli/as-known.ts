/** `run --as-known DATE`: the payouts of all periods closed up to that day, from their records alone. No data are read. */
import type { Problems } from '../diagnostic/diagnostic.ts';
import { either } from '../diagnostic/suggest.ts';
import { recordedPayouts } from '../record/index.ts';
import { RUN_FORMATS, type RunAbout } from '../report/run/index.ts';
import { dayText, readDay } from '../value/day.ts';
import { textOrder } from '../value/text-order.ts';
import { version } from '../version.ts';
import type { Opened } from './books.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { WantedFormat } from './format-option.ts';
import { exitOf, type Chosen } from './one-workspace.ts';
import { absolute } from './path.ts';
import { RunFilter } from './run-filter.ts';
import type { Session } from './session.ts';
import { writeFile } from './write.ts';

export async function asKnown(session: Session, chosen: Chosen, { books, shelf }: Opened, formats: readonly WantedFormat[], top: number | undefined, problems: Problems): Promise<ExitCode> {
  const { io, options } = session;
  const text = options.text('as-known')!;
  const reading = readDay(text);
  for (const name of ['data', 'on-bad-row', 'out']) if (options.texts(name).length > 0) problems.error('U018', `--${name} does nothing with --as-known`, { hint: 'what was recorded is printed, and nothing is computed; leave it out' });
  if (!('day' in reading)) problems.error('U003', `--as-known cannot be "${text}": ${reading.fault}`, { hint: reading.hint });
  const records = 'day' in reading ? books.records.filter(({ head }) => head.closedOn <= reading.day) : [];
  if (!problems.failed && records.length === 0) {
    const first = books.records[0]?.head;
    problems.error('B016', `no period of ${chosen.workspace.name} was closed by ${text}`, { data: { file: shelf.name }, hint: first === undefined ? 'paycurve close PERIOD closes the first' : `the first was closed on ${dayText(first.closedOn)}` });
  }
  const filter = new RunFilter(options);
  const payouts = records.flatMap((record) => recordedPayouts(record, chosen.plans));
  if (!problems.failed) {
    filter.check('plan', new Set(payouts.map(({ plan }) => plan.name)), problems);
    filter.check('person', new Set(payouts.map(({ payee }) => payee)), problems);
    filter.check('period', records.map(({ head }) => head.period.id), problems);
  }
  if (problems.failed) {
    await session.report(problems.all);
    return exitOf(problems);
  }
  const names = new Map<string, string>();
  const column = chosen.workspace.people?.name;
  for (const { people } of records) for (const one of people) if (one.column === column) names.set(one.payee, one.value);
  const shown = payouts.filter((payout) => filter.has(payout)).sort((a, b) => textOrder(a.payee, b.payee) || textOrder(a.plan.name, b.plan.name) || a.period.from - b.period.from || a.plan.from - b.plan.from);
  for (const { format, file } of formats) {
    const about: RunAbout = {
      version,
      workspace: chosen.workspace.name,
      nameOf: (payee) => names.get(payee),
      filters: [...filter.words, `what was closed by ${text}`],
      by: (options.text('by') ?? 'person') as RunAbout['by'],
      csvRaw: options.flag('csv-raw'),
      csvBom: options.flag('csv-bom'),
      people: options.flag('no-redact'),
      ...(top === undefined ? {} : { top }),
      ...(file === undefined && io.stdout.terminal ? { width: session.width } : {}),
    };
    const report = RUN_FORMATS.get(format)!(about);
    const parts = shown.map((payout) => report.take(payout));
    const whole = `${parts.join('')}${report.end({ sources: [], warnings: [], warningsShown: false })}`;
    if (file === undefined) await session.result(whole);
    else {
      await writeFile(io.disk, absolute(io.cwd, file), whole);
      await session.note(`wrote ${file}`);
    }
  }
  await session.note(`as recorded: ${either(records.map(({ head }) => head.period.id), 'and')}`);
  return EXIT.done;
}
