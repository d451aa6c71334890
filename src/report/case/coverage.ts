/** Coverage in words: what no case reaches, by file and line, and the share of all there is. */
import type { PlanCoverage } from '../../case/index.ts';
import { positionOf } from '../../diagnostic/position.ts';
import type { Paint } from '../../diagnostic/paint.ts';
import { visible } from '../../diagnostic/visible.ts';
import { shareText } from './share.ts';

export function coverageText(plans: readonly PlanCoverage[], least: number | undefined, paint: Paint): string {
  if (plans.length === 0) return 'Coverage: no plan could be tested\n';
  const lines = plans.flatMap(({ file, points }) => {
    const missed = points.filter(({ reached }) => !reached);
    const head = `  ${visible(file)}: ${points.length - missed.length} of ${points.length} reached`;
    return [head, ...missed.map(({ at, what }) => `    ${paint.yellow('not reached')}  ${visible(what)}  ${paint.dim(`${visible(file)}:${positionOf(at).line}`)}`)];
  });
  const { reached, all } = covered(plans);
  const enough = least === undefined || reached * 100 >= least * all;
  const asked = least === undefined ? '' : enough ? `, at least ${least} % is asked for` : `: less than the ${least} % asked for`;
  return [paint.bold('Coverage'), ...lines, '', (enough ? paint.green : paint.red)(`coverage ${shareText(reached, all)} (${reached} of ${all})${asked}`), ''].join('\n');
}

export function covered(plans: readonly PlanCoverage[]): { readonly reached: number; readonly all: number } {
  const points = plans.flatMap((plan) => plan.points);
  return { reached: points.filter(({ reached }) => reached).length, all: points.length };
}
