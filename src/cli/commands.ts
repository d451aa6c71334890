/** The list of commands, in the order of the help page. A new command is one file and one line here. */
import type { Command } from './command.ts';
import { adjustments } from './adjustments.ts';
import { balances } from './balances.ts';
import { close } from './close.ts';
import { explain } from './explain.ts';
import { help } from './help.ts';
import { init } from './init.ts';
import { journal } from './journal.ts';
import { mechanics } from './mechanics.ts';
import { reopen } from './reopen.ts';
import { run } from './run.ts';
import { schema } from './schema.ts';
import { test } from './test.ts';
import { validate } from './validate.ts';
import { verify } from './verify.ts';

export const COMMANDS: readonly Command[] = [init, validate, test, run, explain, close, adjustments, balances, verify, journal, reopen, mechanics, schema, help];
