/** `paycurve init [FOLDER]`: a workspace to start from, small or one of the ready-made plans. It never writes over anything. */
import { basename, join } from 'node:path';
import type { Command } from './command.ts';
import { EXIT } from './exit.ts';
import { absolute, shown } from './path.ts';

/** The folders of `plans/`, held to them by a test. */
export const READY_MADE = [
  'advertising-sales',
  'call-centre-representative',
  'car-salesperson',
  'channel-manager',
  'consulting-seller',
  'customer-success-manager',
  'distributor-rebate',
  'emea-account-executive',
  'global-account-executive',
  'inside-sales-per-unit',
  'insurance-agent',
  'key-account-manager',
  'medical-device-territory',
  'new-hire-account-executive',
  'new-logo-hunter',
  'overlay-specialist',
  'pharma-representative',
  'real-estate-agent',
  'regional-manager',
  'retail-store',
  'route-sales',
  'saas-account-executive',
  'sales-development-representative',
  'sales-manager',
  'staffing-recruiter',
  'store-team',
  'telecom-dealer',
] as const;

export const init: Command = {
  name: 'init',
  operands: '[FOLDER]',
  least: 0,
  most: 1,
  summary: 'writes a small workspace that validates and runs as it stands',
  examples: [
    ['paycurve init acme', 'writes acme/paycurve.yaml, two plans with cases and a little data'],
    ['paycurve run acme', 'then computes it'],
    ['paycurve init acme-2026 --from saas-account-executive', 'copies a ready-made plan with its cases and sample data'],
  ],
  options: [{ flags: '--from NAME', about: 'a ready-made plan instead of the small one; the names stand below', choices: READY_MADE }],
  about: 'The files name their JSON Schema in the first line: editors with a YAML plug-in complete and explain\nevery field. Without FOLDER it writes into the current folder. Nothing that exists is ever overwritten.\n\nReady-made plans: ' + lines(READY_MADE),
  async run(session) {
    const { io } = session;
    const folder = absolute(io.cwd, session.operands[0] ?? '.');
    const place = shown(io.cwd, folder);
    const kind = await io.disk.kind(folder);
    if (kind !== undefined && kind !== 'folder') return session.refuse('U010', `${place} is there already, and it is no folder`, { hint: 'name another folder' });
    const from = session.options.text('from');
    const files = from === undefined ? (await import('./starter.ts')).starterFiles(workspaceName(folder)) : await (await import('./ready-made.ts')).readyMadeFiles(io.disk, from, workspaceName(folder));
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

/** Names on lines of a comfortable width. */
function lines(names: readonly string[]): string {
  const rows: string[] = [''];
  for (const name of names) {
    const row = rows[rows.length - 1]!;
    if (row !== '' && row.length + name.length > 90) rows.push(name);
    else rows[rows.length - 1] = row === '' ? name : `${row}, ${name}`;
  }
  return rows.join(',\n');
}

/** The folder's name as an id. */
function workspaceName(folder: string): string {
  const plain = basename(folder).replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^[^A-Za-z]+|-+$/g, '');
  return plain === '' ? 'workspace' : plain.slice(0, 60);
}
