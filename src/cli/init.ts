/** `paycurve init [FOLDER]`: a workspace to start from. It never writes over anything. */
import { basename, join } from 'node:path';
import type { Command } from './command.ts';
import { EXIT } from './exit.ts';
import { absolute, shown } from './path.ts';

export const init: Command = {
  name: 'init',
  operands: '[FOLDER]',
  least: 0,
  most: 1,
  summary: 'writes a small workspace that validates and runs as it stands',
  examples: [
    ['paycurve init acme', 'writes acme/paycurve.yaml, two plans and a little data'],
    ['paycurve run acme', 'then computes it'],
  ],
  options: [],
  about: 'The files name their JSON Schema in the first line: editors with a YAML plug-in complete and explain\nevery field. Nothing that exists is ever overwritten.',
  async run(session) {
    const { io } = session;
    const folder = absolute(io.cwd, session.operands[0] ?? '.');
    const place = shown(io.cwd, folder);
    const kind = await io.disk.kind(folder);
    if (kind !== undefined && kind !== 'folder') return session.refuse('U010', `${place} is there already, and it is no folder`, { hint: 'name another folder' });
    const { starterFiles } = await import('./starter.ts');
    const files = starterFiles(workspaceName(folder));
    const taken: string[] = [];
    for (const name of files.keys()) if ((await io.disk.kind(join(folder, name))) !== undefined) taken.push(name);
    if (taken.length > 0) return session.refuse('U010', `${place} already holds ${taken.join(', ')}`, { hint: 'name another folder; nothing was written' });
    const { writeFiles } = await import('./write.ts');
    await writeFiles(io.disk, folder, files);
    const inside = place === '.' ? '' : ` ${place}`;
    await session.result([...files.keys()].map((name) => `wrote ${place === '.' ? '' : `${place}/`}${name}\n`).join(''));
    await session.note(`next: paycurve validate${inside || ' .'} --data && paycurve run${inside || ' .'}`);
    return EXIT.done;
  },
};

/** The folder's name as an id. */
function workspaceName(folder: string): string {
  const plain = basename(folder).replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^[^A-Za-z]+|-+$/g, '');
  return plain === '' ? 'workspace' : plain.slice(0, 60);
}
