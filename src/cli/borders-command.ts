/** How `test --borders` works: finds the borders of the plans around their cases, shows what lies on their sides, and may keep them as cases. */
import { bordersAsCases, findBorders, type PlanBorders } from '../case/border/index.ts';
import type { Tested } from '../case/index.ts';
import { Problems } from '../diagnostic/diagnostic.ts';
import { noPaint } from '../diagnostic/paint.ts';
import { bordersJson, bordersText } from '../report/case/borders.ts';
import { version } from '../version.ts';
import { CaseReader, findCaseFiles } from './case-files.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { absolute } from './path.ts';
import type { Session } from './session.ts';
import { writeFile } from './write.ts';

const IDLE = ['coverage', 'min-coverage', 'mutate', 'min-mutation', 'person', 'period', 'no-redact'];

export async function bordersCommand(session: Session): Promise<ExitCode> {
  const { io, options, operands } = session;
  const problems = new Problems();
  for (const name of IDLE) if (options.texts(name).length > 0 || options.flag(name)) problems.error('U018', `--${name} does nothing with --borders`, { hint: 'leave it out' });
  const formats = options.texts('format');
  const format = formats[0] ?? 'text';
  if (formats.length > 1 || !['text', 'json'].includes(format)) problems.error('U003', `--borders writes text or json, not ${formats.join(' and ')}`, { hint: 'write --format json, or leave it out' });
  const paths = operands.length === 0 ? ['.'] : operands;
  const files = problems.failed ? [] : await findCaseFiles(io, paths, problems);
  if (!problems.failed && files.length === 0 && !options.flag('allow-empty')) problems.error('U007', `nothing to look at: no file *.test.yaml in ${paths.join(', ')}`, { hint: 'borders are looked for around cases: paycurve help cases shows one' });
  if (problems.failed) {
    await session.report(problems.all);
    return EXIT.failed;
  }
  const reader = new CaseReader(io, problems);
  const tested: Tested[] = [];
  for (const file of files) {
    const ready = await reader.read(file);
    if (ready !== undefined) tested.push(ready);
  }
  const errors = problems.all.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    await session.report(errors);
    return EXIT.found;
  }
  const all = await findBorders(tested);
  const paint = session.colourOut ? (await import('../report/paint.ts')).paintFor(true) : noPaint;
  await session.result(format === 'json' ? bordersJson(all, version) : bordersText(all, paint, !options.flag('quiet')));
  await keep(session, all);
  return all.some(({ walks, days }) => walks.some(({ borders, broken }) => broken.length > 0 || borders.some((border) => border.broken.length > 0)) || days.some(({ broken }) => broken.length > 0)) ? EXIT.found : EXIT.done;
}

async function keep(session: Session, all: readonly PlanBorders[]): Promise<void> {
  const file = session.options.text('write');
  if (file === undefined) return;
  const text = await bordersAsCases(all);
  if (text === '') {
    await session.note('wrote nothing: there is no border of a plan file');
    return;
  }
  await writeFile(session.io.disk, absolute(session.io.cwd, file), text);
  await session.note(`wrote ${file}; look at every amount before you keep it`);
}
