/** Paths as people and machines read them: relative to the working directory, with `/`, never absolute. Rule: cli-conventions §6. */
import { relative, resolve, sep } from 'node:path';

export function absolute(cwd: string, path: string): string {
  return resolve(cwd, path);
}

/** `plans/ae.yaml`, `../other/ae.yaml`, `.` for the working directory itself. */
export function shown(cwd: string, path: string): string {
  const way = relative(cwd, path);
  return way === '' ? '.' : way.split(sep).join('/');
}
