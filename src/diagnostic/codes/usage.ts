/** Codes of group U: usage, files and streams. All of them end with exit code 2. */
import type { CodeEntry } from '../codes.ts';

export const usageCodes = {
  U001: {
    title: 'no such command',
    about: 'The first word after `paycurve` is not one of its commands. `paycurve --help` lists them.',
    wrong: 'paycurve validte plans',
    right: 'paycurve validate plans',
  },
  U002: {
    title: 'no such option',
    about: 'The command does not know this option. Options stand after the command; `paycurve COMMAND --help` lists them. Everything after `--` is an operand, even when it begins with a dash.',
    wrong: 'paycurve run acme --fromat json',
    right: 'paycurve run acme --format json',
  },
  U003: {
    title: 'an option without its value, or with one it does not take',
    about: 'Some options take one of a few words, some take a number, a file or a folder. The message names what is expected.',
    wrong: 'paycurve run acme --format exel',
    right: 'paycurve run acme --format csv',
  },
  U004: {
    title: 'an operand too few or too many',
    about: 'The command needs an operand that is missing, or was given more than it takes. Its help page shows how it is called.',
    wrong: 'paycurve explain',
    right: 'paycurve explain ana acme --period 2026-Q1',
  },
  U005: {
    title: 'no such file or folder',
    about: 'A path on the command line leads nowhere. Paths start from the folder that the command was called in.',
    wrong: 'paycurve validate palns/ae.yaml',
    right: 'paycurve validate plans/ae.yaml',
  },
  U006: {
    title: 'a file that cannot be read',
    about: 'The path exists, but the system refused to read it: a folder in place of a file, missing permission, or an error of the device. The message says which.',
    wrong: 'paycurve run acme --data sales=data',
    right: "paycurve run acme --data 'sales=data/*.csv'",
  },
  U007: {
    title: 'nothing matched',
    about: 'The paths and patterns exist, but there is no plan or workspace among them, so nothing was checked. This is an error, because a check that checks nothing must not look like success. Quote patterns, so that paycurve and not the shell expands them.',
    wrong: "paycurve validate 'plans/*.yml'",
    right: "paycurve validate 'plans/*.yaml'",
  },
  U008: {
    title: 'output that could not be written',
    about: 'The system refused to take the output: the disk is full, the folder is read-only, the name belongs to something that is no file. Files of an output folder are written all or none, so what was there before is still there.',
    wrong: 'paycurve run acme --out /read-only/march',
    right: 'paycurve run acme --out results/march',
  },
  U009: {
    title: 'two results for one output',
    about: 'Standard output takes one result. Give every other format a file of its own.',
    wrong: 'paycurve validate plans --format json --format sarif',
    right: 'paycurve validate plans --format text --format sarif=findings.sarif',
  },
  U010: {
    title: 'something is there already',
    about: 'The command writes only where nothing is, and never over a file of yours.',
    wrong: 'paycurve init acme        # acme holds a workspace already',
    right: 'paycurve init acme-2026',
  },
  U011: {
    title: 'a filter that names nobody',
    about: 'A person, a plan or a period that was asked for does not occur in the result. An empty report would look like a payout of nothing, so this is an error. Names are compared exactly, letter for letter.',
    wrong: 'paycurve run acme --period 2026-1Q',
    right: 'paycurve run acme --period 2026-Q1',
  },
  U012: {
    title: 'nothing of that name to explain',
    about: '`explain` takes a diagnostic code such as P031, or a person of the workspace together with `--period`, or `--transaction ID`. A word that is a code is taken for one; where an employee has the same number, a path behind it (`.` for this folder) says that the person is meant.',
    wrong: 'paycurve explain P9999',
    right: 'paycurve explain P301',
  },
  U013: {
    title: 'a data source that cannot be replaced',
    about: '`--data SOURCE=FILES` reads a source of the workspace from other files for this one run. The part before `=` names a source under `data:` in paycurve.yaml; the part after it is a path, a pattern, or `-` for standard input, which can serve once.',
    wrong: 'paycurve run acme --data march.csv',
    right: 'paycurve run acme --data sales=march.csv',
  },
  U014: {
    title: 'no workspace',
    about: 'A plan is read together with its workspace, the nearest `paycurve.yaml` in its folder or a folder above: it says what the columns of the data mean. `paycurve init` writes one to start from.',
    wrong: 'paycurve run plans        # no paycurve.yaml here or above',
    right: 'paycurve init acme && paycurve run acme',
  },
  U015: {
    title: 'no page of that name',
    about: '`mechanics`, `schema` and `help` print pages by name. Without a name, `paycurve mechanics` and `paycurve help` list theirs.',
    wrong: 'paycurve mechanics tier',
    right: 'paycurve mechanics tiers',
  },
  U016: {
    title: 'a glob that cannot be read',
    about: 'Patterns may hold * and ? within a name, ** for any folders between, [abc] for one of some characters and {a,b} for alternatives. Brackets and braces must be closed.',
    wrong: "paycurve validate 'plans/{ae,sdr.yaml'",
    right: "paycurve validate 'plans/{ae,sdr}.yaml'",
  },
  U017: {
    title: 'no period given where several were paid',
    about: 'An explanation is about one person in one period. When the person was paid for more than one, `--period` says which.',
    wrong: 'paycurve explain ana acme',
    right: 'paycurve explain ana acme --period 2026-Q1',
  },
  U018: {
    title: 'an option that would do nothing',
    about: 'The option belongs to the command, but nothing in this call heeds it: `--by period` shapes the table and not a CSV, `--top` cuts no complete list. It is refused, so that nobody takes the result for what was asked.',
    wrong: 'paycurve run acme --format csv --by period',
    right: 'paycurve run acme --by period',
  },
  U019: {
    title: 'results in the folder of the data',
    about: 'A run writes CSV files. In a folder that data are read from, they could replace a data file of the same name, and a pattern such as data/*.csv would read them as data in the next run. Results go to a folder of their own.',
    wrong: 'paycurve run acme --out acme/data',
    right: 'paycurve run acme --out results',
  },
} as const satisfies Record<string, CodeEntry>;
