/** Hands out a listing in the formats asked for. */
import { Problems } from '../diagnostic/diagnostic.ts';
import { LISTING_FORMATS, type Listing } from '../report/books/listing.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { wantedFormats } from './format-option.ts';
import { exitOf } from './one-workspace.ts';
import { absolute } from './path.ts';
import type { Session } from './session.ts';
import { writeFile } from './write.ts';

export async function listed(session: Session, listing: Listing): Promise<ExitCode> {
  const { io, options } = session;
  const problems = new Problems();
  const formats = wantedFormats(options.texts('format'), 'table', problems);
  if (options.flag('csv-raw') && !formats.some(({ format }) => format === 'csv')) problems.error('U018', '--csv-raw does nothing without --format csv', { hint: 'add --format csv, or leave it out' });
  if (problems.failed) {
    await session.report(problems.all);
    return exitOf(problems);
  }
  for (const { format, file } of formats) {
    const text = LISTING_FORMATS.get(format)!(listing, { csvRaw: options.flag('csv-raw'), ...(file === undefined && io.stdout.terminal ? { width: session.width } : {}) });
    if (file === undefined) await session.result(text);
    else {
      await writeFile(io.disk, absolute(io.cwd, file), text);
      await session.note(`wrote ${file}`);
    }
  }
  return EXIT.done;
}
