/**
 * Every `transcript.txt` under examples, and every block in a README that begins with `$ paycurve`, is what the program prints.
 * A YAML block that begins with `# PATH.yaml` is that file, without the comments at its top.
 * `UPDATE=1` writes what it prints now; the difference is reviewed like code. A CI never updates.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './payout-run.ts';
import { readTurns, seen } from './transcript.ts';

const UPDATE = process.env['UPDATE'] === '1';
if (UPDATE && process.env['CI'] !== undefined) throw new Error('UPDATE=1 is refused in CI: transcripts are updated where somebody reads the difference');

const FOLDERS = ['.', ...['examples', 'plans', 'docs', 'bench'].flatMap((top) => [top, ...(existsSync(join(ROOT, top)) ? readdirSync(join(ROOT, top)).map((name) => `${top}/${name}`) : [])])];
const exists = (path: string): boolean => existsSync(join(ROOT, path));

describe.each(FOLDERS.map((folder) => `${folder}/transcript.txt`).filter(exists))('%s', (path) => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  it('shows what the program prints in that folder', async () => {
    const printed: string[] = [];
    for (const turn of readTurns(text)) printed.push(`$ ${turn.command}\n${await seen(turn.command, join(ROOT, dirname(path)))}`.trimEnd());
    const now = `${text.slice(0, text.search(/^\$ /m))}${printed.join('\n')}\n`;
    if (UPDATE) writeFileSync(join(ROOT, path), now);
    else expect(now).toBe(text);
  }, 120_000);

  it.skipIf(!exists('dist/cli.js'))('begins the same when the real program is started', () => {
    const [first] = readTurns(text);
    const ran = spawnSync(process.execPath, [join(ROOT, 'bin/paycurve.js'), ...first!.command.split(' ').slice(1)], { cwd: join(ROOT, dirname(path)), encoding: 'utf8' });
    expect([ran.stdout.trimEnd(), ran.stderr, ran.status]).toEqual([first!.shown, '', 0]);
  }, 60_000);
});

describe.each(FOLDERS.map((folder) => (folder === '.' ? 'README.md' : `${folder}/README.md`)).filter(exists))('%s', (path) => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const blocks = [...text.matchAll(/^```[a-z]*\n(\$ paycurve [\s\S]*?)^```$/gm)].map((match) => match[1]!);
  it('shows what the program prints in the root of the repository', async () => {
    let now = text;
    for (const block of blocks) {
      const printed: string[] = [];
      for (const turn of readTurns(block)) printed.push(`$ ${turn.command}\n${await seen(turn.command, ROOT)}`.trimEnd());
      now = now.replace(block, () => `${printed.join('\n')}\n`);
    }
    if (UPDATE) writeFileSync(join(ROOT, path), now);
    else expect(now).toBe(text);
  }, 120_000);

  it('shows files as they are: README once held the words PLAN_EXCERPT where the plan should stand', () => {
    // Read anew: an update may just have written the blocks of commands.
    const text = readFileSync(join(ROOT, path), 'utf8');
    const now = text.replace(/^```yaml\n(# (\S+\.yaml)\n)[\s\S]*?^```$/gm, (_block, head: string, file: string) => `\`\`\`yaml\n${head}${readFileSync(join(ROOT, file), 'utf8').replace(/^(#.*\n)+/, '')}\`\`\``);
    if (UPDATE) writeFileSync(join(ROOT, path), now);
    else expect(now).toBe(text);
    expect(path !== 'README.md' || /^```yaml\n# plans\//m.test(now), 'README shows a plan').toBe(true);
    expect(now).not.toMatch(/^[A-Z]+_[A-Z_]+$/m);
  });
});
