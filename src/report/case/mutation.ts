/** Mutation in words: changes of a plan that no case notices, by file and line, and the share that was noticed. */
import type { PlanMutation } from '../../case/index.ts';
import { positionOf } from '../../diagnostic/position.ts';
import type { Paint } from '../../diagnostic/paint.ts';
import { visible } from '../../diagnostic/visible.ts';
import type { CaseReport } from './report.ts';
import { shareText } from './share.ts';

export function mutationText({ plans, least }: NonNullable<CaseReport['mutation']>, paint: Paint): string {
  if (plans === undefined) return `${paint.red('Mutation: not done, because cases fail, or cannot be run, without any change')}\n`;
  const lines = plans.flatMap(({ file, changes, survivors, excused }) => [
    `  ${visible(file)}: ${changes - survivors.length} of ${changes} changes noticed`,
    ...survivors.map(({ at, what }) => `    ${paint.yellow('no case fails')}  ${visible(what)}  ${paint.dim(`${visible(file)}:${positionOf(at).line}`)}`),
    ...excused.map(({ at, what, because }) => `    equivalent     ${visible(what)}  ${paint.dim(`${visible(file)}:${positionOf(at).line}`)}  ${visible(because)}`),
  ]);
  const { noticed, all } = noticedOf(plans);
  const enough = least === undefined || noticed * 100 >= least * all;
  const asked = least === undefined ? '' : enough ? `, at least ${least} % is asked for` : `: less than the ${least} % asked for`;
  const hint = plans.some(({ survivors }) => survivors.length > 0) ? ['', paint.dim('a change that no case can notice is listed in the cases under equivalent: with its reason; --format json tells where it stands')] : [];
  return [paint.bold('Mutation'), ...lines, ...hint, '', (enough ? paint.green : paint.red)(`mutation ${shareText(noticed, all)} (${noticed} of ${all})${asked}`), ''].join('\n');
}

export function noticedOf(plans: readonly PlanMutation[]): { readonly noticed: number; readonly all: number } {
  const all = plans.reduce((sum, { changes }) => sum + changes, 0);
  return { noticed: all - plans.reduce((sum, { survivors }) => sum + survivors.length, 0), all };
}
