/**
 * Patterns of file names, expanded by us so that every shell behaves alike: `*` and `?` within a name, `**` for any folders
 * between, `[abc]`, `{a,b}`. A name that begins with a dot, and node_modules, are found only when written out; `**` follows no links, so it cannot go in circles. Rule: cli-conventions §9.
 */
import { join, resolve } from 'node:path';
import { textOrder } from '../value/text-order.ts';
import type { Disk } from './disk.ts';

export function isPattern(path: string): boolean {
  return /[*?[{]/.test(path);
}

/** What cannot be read in a pattern, or undefined when it is sound. */
export function patternFault(pattern: string): string | undefined {
  if ((pattern.match(/\{/g)?.length ?? 0) !== (pattern.match(/\}/g)?.length ?? 0)) return 'a brace that is not closed';
  if ((pattern.match(/\[/g)?.length ?? 0) !== (pattern.match(/\]/g)?.length ?? 0)) return 'a bracket that is not closed';
  return undefined;
}

/** Absolute paths of the files that match, each once, in code-unit order. */
export async function filesMatching(disk: Disk, folder: string, pattern: string): Promise<string[]> {
  const found = new Set<string>();
  for (const plain of alternatives(pattern)) {
    const parts = plain.split('/').filter((part) => part !== '' && part !== '.');
    const start = plain.startsWith('/') ? '/' : folder;
    await walk(disk, start, parts, found);
  }
  return [...found].sort(textOrder);
}

/** Every file below a folder, hidden ones and node_modules left out. */
export function filesBelow(disk: Disk, folder: string): Promise<string[]> {
  return filesMatching(disk, folder, '**/*');
}

async function walk(disk: Disk, folder: string, parts: readonly string[], found: Set<string>): Promise<void> {
  const [part, ...rest] = parts;
  if (part === undefined) return;
  if (part === '**') {
    await walk(disk, folder, rest.length === 0 ? ['*'] : rest, found);
    for (const entry of await listed(disk, folder)) if (entry.kind === 'folder' && !entry.link && !aside(entry.name)) await walk(disk, join(folder, entry.name), parts, found);
    return;
  }
  if (!isPattern(part)) {
    const path = resolve(folder, part);
    const kind = await disk.kind(path);
    if (rest.length === 0 && kind !== undefined && kind !== 'folder') found.add(path);
    else if (rest.length > 0 && kind === 'folder') await walk(disk, path, rest, found);
    return;
  }
  const test = namePattern(part);
  for (const entry of await listed(disk, folder)) {
    if (!test.test(entry.name) || (aside(entry.name) && !part.startsWith('.'))) continue;
    if (rest.length === 0 && entry.kind !== 'folder') found.add(join(folder, entry.name));
    else if (rest.length > 0 && entry.kind === 'folder') await walk(disk, join(folder, entry.name), rest, found);
  }
}

async function listed(disk: Disk, folder: string): ReturnType<Disk['list']> {
  return (await disk.kind(folder)) === 'folder' ? disk.list(folder) : [];
}

function aside(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

function namePattern(part: string): RegExp {
  const source = part.replace(/\[(!?)([^\]]*)\]|[*?]|[^*?[]/g, (match, not: string | undefined, inside: string | undefined) => {
    if (match === '*') return '.*';
    if (match === '?') return '.';
    if (inside !== undefined) return `[${not ? '^' : ''}${inside.replace(/[\\^\]]/g, '\\$&')}]`;
    return match.replace(/[\\^$.|+()[\]{}/]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, 'su');
}

/** `{a,b}/*.csv` → `a/*.csv`, `b/*.csv`; braces inside braces too. */
function alternatives(pattern: string): string[] {
  const found = /\{([^{}]*)\}/.exec(pattern);
  if (found === null) return [pattern];
  const before = pattern.slice(0, found.index);
  const after = pattern.slice(found.index + found[0].length);
  return found[1]!.split(',').flatMap((one) => alternatives(`${before}${one}${after}`));
}
