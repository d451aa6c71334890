/** To whom a component applies, and what becomes of its weight for the others: re-spread over the rest, or unpaid (BON-02). */
import type { MapEntry, MapNode } from '../document/node.ts';
import { formulaOf } from './binding.ts';
import type { Ground } from './ground.ts';
import type { Component } from './model.ts';
import { personBinding } from './person-binding.ts';
import { textOf } from './place.ts';

/** Undefined where it applies to everybody; `false` after a problem. */
export function readApplies(entry: MapEntry, { workspace, problems }: Ground): Component['applies'] | false {
  const node = entry.value as MapNode;
  const [condition, otherwise] = [node.entry('for'), node.entry('otherwise')];
  if (condition === undefined) {
    if (otherwise !== undefined) problems.error('P141', `component ${entry.key} applies to everybody, so there is no otherwise`, { at: otherwise.keyAt, pointer: node.pointer, hint: 'add for: and a formula over people columns, or remove otherwise:' });
    return otherwise === undefined ? undefined : false;
  }
  if (workspace.people === undefined) {
    problems.error('P095', 'the component asks who a person is, but the workspace has no people', { at: condition.keyAt, pointer: node.pointer, hint: 'declare people: in paycurve.yaml, or remove for:' });
    return false;
  }
  const weighed = node.get('weight') !== undefined;
  if (weighed !== (otherwise !== undefined)) {
    problems.error('P141', weighed ? `component ${entry.key} has a weight and applies to some people only, and does not say what becomes of the weight of the others` : `component ${entry.key} has no weight that could be re-spread`, {
      at: (otherwise ?? condition).keyAt,
      pointer: node.pointer,
      hint: weighed ? 'add otherwise: re-spread (over the other components, in proportion) or otherwise: unpaid' : 'remove otherwise:',
    });
    return false;
  }
  const formula = condition.value.kind === 'scalar' ? formulaOf(condition.value, personBinding(workspace), ['yes-no'], problems) : undefined;
  return formula === undefined ? false : { formula, reSpread: textOf(node, 'otherwise') === 're-spread' };
}
