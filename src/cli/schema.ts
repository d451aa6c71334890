/** `paycurve schema NAME`: the published JSON Schemas, for editors and for checks elsewhere. */
import type { Command } from './command.ts';
import { EXIT } from './exit.ts';

export const schema: Command = {
  name: 'schema',
  operands: 'NAME',
  least: 1,
  most: 1,
  summary: 'the JSON Schema of a workspace, a plan, its cases, or of the JSON that a command writes',
  examples: [
    ['paycurve schema plan > plan.schema.json', 'gives completion and hover texts to an editor that reads YAML schemas'],
    ['paycurve schema run', 'describes the document that `paycurve run --format json` writes'],
  ],
  options: [],
  about: 'NAME is workspace, plan, cases, run, explain, validate, test, close, adjustments, balances or verify.',
  async run(session) {
    const { SCHEMAS } = await import('./schemas.ts');
    const name = session.operands[0]!;
    const found = SCHEMAS.get(name);
    if (found === undefined) return session.noPage('schema', name, SCHEMAS.keys());
    await session.result(`${JSON.stringify(found, undefined, 2)}\n`);
    return EXIT.done;
  },
};
