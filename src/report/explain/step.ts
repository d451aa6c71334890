/** One step in words, and its place: what the tree and the statement share. */
import { positionOf } from '../../diagnostic/position.ts';
import type { Payout, Step } from '../../engine/result.ts';

/** `quota of revenue: sum of 2 parts`. */
export function stepWords(step: Step, title: string | undefined): string {
  const name = title ?? NAMES.get(step.kind)?.(step) ?? step.name;
  return step.text === '' ? name : name === '' ? step.text : `${name}: ${step.text}`;
}

/** The title of the component that the step is of. */
export function titleOf(payout: Payout, step: Step): string | undefined {
  return payout.components.find((component) => step.kind === 'earning' && component.component === step.name)?.title;
}

/** What a step is called when its own name is not enough. */
const NAMES: ReadonlyMap<string, (step: Step) => string> = new Map<string, (step: Step) => string>([
  ['quota', (step) => (step.name === '' ? 'quota' : `quota of ${step.name}`)],
  ['attainment', (step) => (step.name === '' ? 'attainment' : `attainment of ${step.name}`)],
  ['target', (step) => (step.name === '' ? '' : `target of ${step.name}`)],
  ['rounding', () => ''],
  ['true-up', () => 'to date'],
  ['conversion', () => ''],
  ['payment', (step) => (step.name === 'paid' ? 'Payable' : step.name)],
  ['employer-cost', (step) => `employer cost ${step.name}`],
  ['balance', (step) => `balance ${step.name}`],
]);

/** The line of the data, else of the plan; files of the workspace are named from its folder. */
export function stepPlace(step: Step, folder: string): string {
  const file = (name: string): string => (folder !== '.' && name.startsWith(`${folder}/`) ? name.slice(folder.length + 1) : name);
  if (step.data !== undefined) return step.data.line === undefined ? file(step.data.file) : `${file(step.data.file)}:${step.data.line}`;
  return step.plan === undefined ? '' : `${file(step.plan.source.name)}:${positionOf(step.plan).line}`;
}
