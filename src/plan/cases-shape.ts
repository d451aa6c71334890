/**
 * The shape of a file of cases. Nobody checks thousands of them, so one validator says yes or no, and what is wrong. The schema is read as
 * it is published: its source stands beside that of plans, and a check of plans would have to load what the two share.
 */
import schema from '../../schema/cases.schema.json' with { type: 'json' };
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { Node } from '../document/node.ts';
import { toPlain } from '../document/plain.ts';
import * as validators from './cases-shape.generated.js';
import { explainWith } from './shape.ts';

/** The fields at the top of the file. */
export const CASE_FILE_FIELDS: readonly string[] = Object.keys(schema.properties);

/** Every difference from the schema is one problem. */
export function checkCasesShape(node: Node, problems: Problems): void {
  if (!validators.cases(toPlain(node))) explainWith(node, { schema, validator: validators.cases, whole: 'the file of cases' }, problems);
}
