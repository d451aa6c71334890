/**
 * Builds everything that is not written by hand: the precompiled schema validators and published schemas, then `dist/`
 * (the command line with one lazy chunk for each heavy part, and the library with its types). `dist/` appears whole or not at all.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import './old-node.mjs';
import { onDemand, onDemandEntries } from './on-demand.mjs';

const { build } = await import('tsdown');

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const fresh = `.build/dist-${process.pid}`;

const plain = { config: false, format: 'esm', platform: 'node', target: 'node20', outExtensions: () => ({ js: '.js', dts: '.d.mts' }), logLevel: 'error', report: false };

/** Schema validators are code made from the mechanics' own schemas; Node 20 runs no TypeScript, so the maker is bundled first. */
async function precompile() {
  await build({ ...plain, entry: { precompile: 'src/plan/precompile.ts' }, outDir: '.build', clean: false, dts: false });
  const made = spawnSync(process.execPath, ['.build/precompile.js'], { stdio: ['ignore', 2, 2] });
  if (made.status !== 0) throw new Error('the schema validators could not be made (see above)');
}

/** What stands beside the chunks: that they are CommonJS, and an ES module that hands on the names of `index.js`. */
const frontDoor = {
  name: 'front-door',
  generateBundle(_options, bundle) {
    const names = bundle['index.js'].exports.join(', ');
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
    this.emitFile({ type: 'asset', fileName: 'index.mjs', source: `import door from './index.js';\nexport const { ${names} } = door;\n` });
  },
};

/** The licence texts of all packages whose code is inside `dist/`. */
function notices() {
  const packages = new Map();
  return {
    name: 'notices',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle))
        for (const id of chunk.type === 'chunk' ? chunk.moduleIds : []) {
          const folder = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
          if (folder !== undefined) packages.set(folder.slice(folder.lastIndexOf('node_modules/') + 13), folder);
        }
      const texts = [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, folder]) => {
        const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
        const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
        return `${name} ${about.version} (${about.license})\n\n${file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()}\n`;
      });
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY.txt', source: `paycurve contains code of these packages.\n\n${texts.join('\n' + '-'.repeat(72) + '\n\n')}` });
    },
  };
}

/** The command parser can start other programs; paycurve never does, and loading what that takes would cost a tenth of the start. */
const startsNothing = {
  name: 'starts-nothing',
  resolveId: (id, importer) => (id === 'node:child_process' && importer?.includes('commander') ? '\0nothing' : null),
  load: (id) => (id === '\0nothing' ? 'export default {};' : null),
};

/** Files that a check without findings never needs, and a help page less: see on-demand.mjs. */
const ON_DEMAND = ['src/document/syntax.ts', 'src/plan/shape.ts', 'src/value/display.ts'];

/** What a start needs, and what a check needs beside it, with all that these import: one file to find and to read for each. */
const TOGETHER = [
  { name: 'start', test: /src\/cli\/index\.ts$/, priority: 2 },
  { name: 'check', test: /src\/cli\/validate-command\.ts$/, priority: 1 },
];

/** yaml gives Node its CommonJS files, every one a function around all of it; its ES modules can be cut to what is used. */
const yamlAsModules = { name: 'yaml-as-modules', resolveId: (id) => (id === 'yaml' ? join(root, 'node_modules/yaml/browser/dist/index.js') : null) };

/** A text with one character beyond Latin-1 takes two bytes for each in the engine, and longer to read: all are escaped. */
const asciiOnly = {
  name: 'ascii-only',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk') chunk.code = chunk.code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  },
};

/** CommonJS, one chunk for each heavy part: bin/paycurve.js says why. Programs import the ES module beside it. */
async function bundle() {
  const code = { ...plain, outDir: fresh, deps: { alwaysBundle: [/.*/], onlyBundle: false } };
  await build({
    ...code,
    format: 'cjs',
    entry: { cli: 'src/cli/index.ts', index: 'src/index.ts', ...onDemandEntries(ON_DEMAND) },
    dts: false,
    minify: true,
    outputOptions: { codeSplitting: { groups: TOGETHER } },
    plugins: [onDemand(root, ON_DEMAND), yamlAsModules, notices(), startsNothing, frontDoor, asciiOnly],
  });
  await build({ ...code, clean: false, entry: { index: 'src/index.ts' }, dts: { emitDtsOnly: true } });
  const old = `.build/old-${process.pid}`;
  if (existsSync('dist')) renameSync('dist', old);
  renameSync(fresh, 'dist');
  rmSync(old, { recursive: true, force: true });
}

try {
  await precompile();
  await bundle();
} catch (error) {
  process.stderr.write(`build failed: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
