/**
 * The rules under `adjust`: on the sum of components (step 11), each for all of them or for some, and on what is paid and when
 * (steps 13–16). They act by step, then in the order written.
 */
import type { ListNode, MapEntry, Node } from '../document/node.ts';
import { MECHANICS } from '../mechanic/index.ts';
import type { AppliedPayment } from '../mechanic/payment.ts';
import { PAYMENTS } from '../mechanic/payments.ts';
import type { ComponentGround } from './components.ts';
import { sayUnknown } from './ground.ts';
import type { Plan } from './model.ts';
import { periodBinding } from './period-binding.ts';
import { readerOf } from './reader.ts';
import { quoted } from './shape-words.ts';
import { scalars } from './table.ts';

export function readAdjust(node: ListNode | undefined, ground: ComponentGround): Pick<Plan, 'adjust' | 'payments'> {
  const { problems, fitness } = ground;
  const reader = readerOf({
    component: '',
    on: undefined,
    baseType: undefined,
    binding: periodBinding(ground),
    measures: ground.measures.map((measure) => measure.name),
    broken: ground.broken,
    rows: undefined,
    problems,
    workspace: ground.workspace,
  });
  const adjust: Plan['adjust'][number][] = [];
  const payments: AppliedPayment[] = [];
  for (const item of node?.items ?? []) {
    const entry = (item.kind === 'map' ? item.entries[0] : undefined);
    const mechanic = MECHANICS.find((one) => one.key === entry?.key && one.where.includes('plan'));
    const payment = PAYMENTS.find((one) => one.key === entry?.key);
    const rule = mechanic ?? payment;
    if (entry === undefined || rule === undefined || fitness.unfit(item)) continue;
    const of = readOf(entry.value, ground);
    const config: unknown = rule.read(entry.value, reader);
    if (config === undefined || of === undefined) continue;
    if (mechanic !== undefined) adjust.push({ mechanic, config, at: entry.keyAt, ...of });
    else if (payment !== undefined) payments.push({ mechanic: payment, config, at: entry.keyAt, account: accountOf(entry, payments, ground), of: of.all ? undefined : of.of });
  }
  payments.sort((a, b) => a.mechanic.step - b.mechanic.step);
  return { adjust, payments };
}

/** The balance of a rule: two of one name could not be told apart, neither from version to version nor in a report. */
function accountOf({ key, keyAt, value }: MapEntry, payments: readonly AppliedPayment[], { problems }: ComponentGround): string {
  const written = value.kind === 'map' ? value.get('account') : undefined;
  const name = written?.kind === 'scalar' ? written.text : key;
  const other = payments.find(({ account }) => account === name);
  if (other !== undefined)
    problems.error('P426', `two rules keep the balance ${quoted(name)}`, { at: written?.at ?? keyAt, pointer: value.pointer, labels: [{ at: other.at, text: 'the first' }], hint: `give one of them a name of its own: account: ${name}_2` });
  return name;
}

/** The components a rule applies to; all of them unless named. */
function readOf(node: Node, { components, problems }: ComponentGround): { readonly of: readonly string[]; readonly all: boolean } | undefined {
  const all = [...components.keys()];
  const written = node.kind === 'map' ? scalars(node.get('of')) : [];
  if (written.length === 0 || (written.length === 1 && written[0]!.text === 'all')) return { of: all, all: true };
  const unknown = written.filter((scalar) => !components.has(scalar.text));
  for (const scalar of unknown)
    sayUnknown(problems, 'P099', `the plan has no component ${quoted(scalar.text)}`, scalar.text, all, scalar.at, { pointer: scalar.pointer, none: 'declare it under components:', kinds: 'components' });
  return unknown.length > 0 ? undefined : { of: [...new Set(written.map((scalar) => scalar.text))], all: false };
}
