/**
 * Files of `src/` that most runs never need (words for what is wrong, the digits of rounded numbers) become chunks of their own,
 * loaded when one of their functions is called for the first time. The source imports them as any other file; only what is
 * built differs: an import of such a file is an import of small functions that load it.
 */
import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const MARK = '\0on-demand:';

/** Names of the functions a file exports. It may export nothing else, for a value would be wanted before any call. */
function functionsOf(file) {
  const code = readFileSync(file, 'utf8');
  const names = [...code.matchAll(/^export function (\w+)/gm)].map((found) => found[1]);
  const all = [...code.matchAll(/^export (?!type\b|interface\b)/gm)];
  if (names.length === 0 || names.length !== all.length) throw new Error(`${file} is loaded on demand, so it must export functions only`);
  return names;
}

/** The name of a file's chunk: `src/document/syntax.ts` → `document-syntax`. */
const chunkName = (file) => file.replace(/^src\//, '').replace(/\.\w+$/, '').replaceAll('/', '-');

/** The entries to add to a build for these files. */
export const onDemandEntries = (files) => Object.fromEntries(files.map((file) => [chunkName(file), file]));

/** The plugin that puts loading functions in the place of these files, wherever they are imported. */
export function onDemand(root, files) {
  const chunks = new Map(files.map((file) => [join(root, ...file.split('/')), chunkName(file)]));
  return {
    name: 'on-demand',
    async resolveId(id, importer) {
      if (importer?.startsWith(MARK)) return { id, external: true };
      if (importer === undefined || !id.startsWith('.')) return null;
      const found = await this.resolve(id, importer, { skipSelf: true });
      return found !== null && chunks.has(found.id.replaceAll('/', sep)) ? MARK + found.id : null;
    },
    load(id) {
      if (!id.startsWith(MARK)) return null;
      const file = id.slice(MARK.length);
      const names = functionsOf(file);
      const loaders = names.map((name) => `export let ${name} = (...given) => (load(), ${name}(...given));`);
      return `const load = () => ({ ${names.join(', ')} } = require('./${chunks.get(file.replaceAll('/', sep))}.js'));\n${loaders.join('\n')}\n`;
    },
  };
}
