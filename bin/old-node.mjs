/**
 * What the bundler and the test runner ask of Node and 20.12 does not have yet: several styles at once in util.styleText, and
 * process.getBuiltinModule. Loaded before the build and the tests; the program itself needs neither.
 */
import { createRequire, syncBuiltinESMExports } from 'node:module';
import process from 'node:process';
import util from 'node:util';

process.getBuiltinModule ??= createRequire(import.meta.url);
try {
  util.styleText(['bold', 'red'], '');
} catch {
  util.styleText = (_styles, text) => text;
  syncBuiltinESMExports();
}
