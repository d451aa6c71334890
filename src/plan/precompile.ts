/**
 * Run once at build time: compiles the schemas to plain JavaScript (a tenth of a second saved on each start, and no
 * compiler in the program) and writes the published JSON files. Options of traps.md §6.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { compiledCasesShape, compiledShapes, schemaTexts } from './schema/compile.ts';
import { compiledVerdicts } from './schema/verdict.ts';

mkdirSync('schema', { recursive: true });
writeFileSync('src/plan/shape.generated.js', compiledShapes());
writeFileSync('src/plan/cases-shape.generated.js', compiledCasesShape());
writeFileSync('src/plan/verdict.generated.js', compiledVerdicts());
for (const [name, text] of schemaTexts()) writeFileSync(`schema/${name}.schema.json`, text);
