/** The list of commands, in the order of the help page. A new command is one file and one line here. */
import type { Command } from './command.ts';
import { explain } from './explain.ts';
import { help } from './help.ts';
import { init } from './init.ts';
import { mechanics } from './mechanics.ts';
import { run } from './run.ts';
import { schema } from './schema.ts';
import { test } from './test.ts';
import { validate } from './validate.ts';

export const COMMANDS: readonly Command[] = [init, validate, test, run, explain, mechanics, schema, help];
