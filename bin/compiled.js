/**
 * Loads the chunks of dist/, and keeps beside them what the engine has compiled of them: compiling is half of a short run. It is
 * kept in dist/ because whoever may write there may change the program itself, and because it goes when the program goes. Only
 * the very same Node uses it, and only while it is younger than the code. Where nothing can be written, or
 * NODE_DISABLE_COMPILE_CACHE is set, everything is compiled anew each time, and nobody is told.
 */
const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const dist = join(__dirname, '..', 'dist');
const off = (process.env.NODE_DISABLE_COMPILE_CACHE ?? '') !== '';

/** Two builds of one version of Node differ in size; what another compiled is nothing to be tried. */
const kept = join(dist, 'compiled', `${process.version}-${process.arch}-${statSync(process.execPath, { throwIfNoEntry: false })?.size}`);

/** Chunk → its exports, complete or in the making. */
const loaded = new Map();
/** Chunks of which nothing is kept yet. */
const fresh = new Map();

/** What is kept of a chunk. The engine does not survive a damaged text, so it stands there twice: comparing is faster than any sum. */
function keptOf(name, changed) {
  const file = join(kept, name);
  if (!((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= changed)) return undefined;
  const twice = readFileSync(file);
  const once = twice.subarray(0, twice.length / 2);
  return twice.length > 0 && once.equals(twice.subarray(twice.length / 2)) ? once : undefined;
}

function tryKept(name, changed) {
  try {
    return off ? undefined : keptOf(name, changed);
  } catch {
    return undefined;
  }
}

/** The exports of a chunk, as `require` would give them. */
function load(name) {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  const filename = join(dist, name);
  const cachedData = tryKept(name, statSync(filename).mtimeMs);
  const script = new Script(`(function (exports, require, module, __dirname) {${readFileSync(filename, 'latin1')}\n})`, { filename, cachedData });
  if (cachedData === undefined) fresh.set(name, script);
  script.runInThisContext()(module.exports, (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id)), module, dist);
  return module.exports;
}

/** Keeps what this run has compiled, each file whole or not at all. */
function keep() {
  if (off || fresh.size === 0) return;
  try {
    mkdirSync(kept, { recursive: true });
    for (const [name, script] of fresh) {
      const data = script.createCachedData();
      const unfinished = join(kept, `${name}.${process.pid}`);
      writeFileSync(unfinished, Buffer.concat([data, data]));
      renameSync(unfinished, join(kept, name));
    }
  } catch {
    // Somebody else's folder, or a full disk: the next run compiles again.
  }
}

module.exports = { keep, load };
