/**
 * CI draws the same random cases every time, so that a change is judged by itself; elsewhere each run draws new ones, which is
 * how new counterexamples are found. `SEED=n` chooses the draw.
 */
import fc from 'fast-check';

const stated = process.env['SEED'] ?? (process.env['CI'] === undefined ? undefined : '20261125');
if (stated !== undefined) fc.configureGlobal({ seed: parseInt(stated, 10) });
