/** The walls of the house: who may import whom, what nobody may call, how long a file may be. Each failure says why. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOMS = ['value', 'diagnostic', 'document', 'expr', 'data', 'mechanic', 'plan', 'engine', 'case', 'record', 'scenario', 'insight', 'report', 'cli'];
/** Package → the one room that may import it. */
const PACKAGES = new Map([['decimal.js', 'value'], ['leven', 'diagnostic'], ['yaml', 'document'], ['csv-parse', 'data'], ['ajv', 'plan'], ['chalk', 'report'], ['cli-table3', 'report'], ['commander', 'cli']]);
/** Calls that change amounts, order or meaning behind one's back (traps.md §16). */
const BANNED = [/\bNumber\(/, /\bparseFloat\(/, /\bparseInt\(/, /\bMath\.(?!max|min|floor|ceil|abs|trunc)/, /\bnew Date\b/, /\bDate\.now/, /localeCompare/, /toLocale/, /\.sort\(\)/, /process\.exit\b(?!Code)/, /\bconsole\./, /Decimal\.set/, /\beval\(/, /new Function/, /\bas any\b|: any\b(?! )/];
/** file → why it may. */
const ALLOWED = new Map([
  ['src/cli/process-io.ts', 'the only clock: stamps of manifests'],
  ['src/mechanic/mechanic.ts', 'the list holds mechanics of every configuration type'],
  ['src/plan/precompile.ts', 'runs at build time only, and writes the generated files'],
  ['src/plan/schema/compile.ts', 'runs at build time only'],
  ['src/data/encoding.ts', 'isUtf8 of node:buffer is the fast strict check of bytes; no file is touched'],
  ['src/data/cells.ts', 'isAscii of node:buffer; no file is touched'],
  ['src/data/interned.ts', 'Math.imul mixes the bytes of a text'],
  ['src/value/exact.ts', 'a big integer below 2^53 becomes the same number, after it was compared with that limit'],
  ['src/data/seen-ids.ts', 'Math.imul mixes the bits of a hash'],
  ['src/document/plain.ts', 'numbers only for the shape check, which looks at kinds; amounts are read from text'],
  ['src/document/pointer.ts', 'positions in a list'],
  ['src/document/scalar-places.ts', 'code points of escapes'],
]);
const FLOORS: readonly (readonly [string, string])[] = [['yaml', '2.8.3'], ['ajv', '8.18.0'], ['csv-parse', '6.2.1']];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts')).map((name) => join('src', name).replaceAll('\\', '/'));
const textOf = (file: string): string => readFileSync(file, 'utf8');
const code = (file: string): string => textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
const roomOf = (file: string): string => file.split('/')[1]!;
const imports = (file: string): string[] => [...textOf(file).matchAll(/^(?:import|export)\b[^;']*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm)].map((match) => (match[1] ?? match[2] ?? match[3])!);

describe('the house', () => {
  it('has rooms that import only rooms above them', () => {
    const wrong = files.filter((file) => ROOMS.includes(roomOf(file))).flatMap((file) =>
      imports(file).filter((name) => name.startsWith('../')).map((name) => roomOf(join(file, '..', name).replaceAll('\\', '/')))
        .filter((room) => ROOMS.indexOf(room) > ROOMS.indexOf(roomOf(file))).map((room) => `${file} imports from ${room}, which stands below it`));
    expect(wrong).toEqual([]);
  });

  it('keeps each library in its room, and files, process and clock in cli', () => {
    const wrong = files.filter((file) => !ALLOWED.has(file)).flatMap((file) =>
      imports(file).filter((name) => !name.startsWith('.')).filter((name) => {
        const room = name.startsWith('node:') ? 'cli' : PACKAGES.get(name.split('/')[0]!);
        return room !== roomOf(file);
      }).map((name) => `${file} imports ${name}, which belongs to another room or to none`));
    expect(wrong).toEqual([]);
  });

  it('calls nothing that guesses, drops digits, sorts by locale or ends the process', () => {
    const wrong = files.filter((file) => !ALLOWED.has(file)).flatMap((file) => BANNED.filter((call) => call.test(code(file))).map((call) => `${file} has ${call.source}`));
    expect(wrong).toEqual([]);
  });

  it('has short files: the median under 80 lines, none over 400, each beginning with what it is for', () => {
    const lengths = files.map((file) => textOf(file).split('\n').length).sort((a, b) => a - b);
    expect(files.filter((file) => textOf(file).split('\n').length > 400)).toEqual([]);
    expect(lengths[lengths.length >> 1]).toBeLessThan(80);
    expect(files.filter((file) => !textOf(file).startsWith('/**') && !textOf(file).startsWith('#!'))).toEqual([]);
  });

  it('pins exact versions above the floors of known advisories, and names no registry and no machine', () => {
    const about = JSON.parse(textOf('package.json')) as { dependencies?: Record<string, string>; devDependencies: Record<string, string> };
    const pins = { ...about.dependencies, ...about.devDependencies };
    expect(Object.entries(pins).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([]);
    const parts = (version: string): number[] => version.split('.').map((part) => +part);
    for (const [name, floor] of FLOORS) {
      const [have, least] = [parts(pins[name]!), parts(floor)];
      const at = have.findIndex((part, index) => part !== least[index]);
      expect(at < 0 || have[at]! > least[at]!, `${name} ${pins[name]} is below ${floor}`).toBe(true);
    }
    expect(textOf('package-lock.json')).not.toMatch(/"resolved": "http/);
    expect(files.filter((file) => /(?<![\w.])\/(home|root|work|Users)\//.test(textOf(file)))).toEqual([]);
  });
});
