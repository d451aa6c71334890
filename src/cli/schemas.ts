/** The published schemas by name, as they stand under `schema/`. */
import adjustments from '../../schema/adjustments.schema.json' with { type: 'json' };
import balances from '../../schema/balances.schema.json' with { type: 'json' };
import cases from '../../schema/cases.schema.json' with { type: 'json' };
import close from '../../schema/close.schema.json' with { type: 'json' };
import explain from '../../schema/explain.schema.json' with { type: 'json' };
import plan from '../../schema/plan.schema.json' with { type: 'json' };
import run from '../../schema/run.schema.json' with { type: 'json' };
import test from '../../schema/test.schema.json' with { type: 'json' };
import validate from '../../schema/validate.schema.json' with { type: 'json' };
import verify from '../../schema/verify.schema.json' with { type: 'json' };
import workspace from '../../schema/workspace.schema.json' with { type: 'json' };

export const SCHEMAS: ReadonlyMap<string, object> = new Map<string, object>([
  ['workspace', workspace],
  ['plan', plan],
  ['cases', cases],
  ['run', run],
  ['explain', explain],
  ['validate', validate],
  ['test', test],
  ['close', close],
  ['adjustments', adjustments],
  ['balances', balances],
  ['verify', verify],
]);
