/** Weights share one target incentive: where one component has a weight, all weights make 100 %. */
import { exactText } from '../../value/display.ts';
import { HUNDRED, ONE, total } from '../../value/exact.ts';
import { placeOf } from '../place.ts';
import type { PlanCheck } from './check.ts';

export const checkWeights: PlanCheck = ({ plan, root }, problems) => {
  const weighed = plan.components.filter((component) => component.weight !== undefined);
  const sum = total(weighed.map((component) => component.weight!));
  if (weighed.length === 0 || sum.equals(ONE)) return;
  const percent = (value: typeof sum): string => `${exactText(value.times(HUNDRED))} %`;
  const places = weighed.map((component) => ({ at: placeOf(root, 'components', component.name, 'weight'), text: `${component.name}: ${percent(component.weight!)}` })).sort((a, b) => a.at.start - b.at.start);
  const without = plan.components.filter((component) => component.weight === undefined);
  problems.error('P084', `the weights make ${percent(sum)}, not 100 %`, {
    at: places[0]!.at,
    note: places[0]!.text,
    labels: places.slice(1),
    expected: '100 %',
    found: percent(sum),
    hint: without.length === 0 ? 'change a weight so that they make 100 %' : `change a weight; ${without.map((component) => component.name).join(', ')} ${without.length === 1 ? 'has' : 'have'} none`,
  });
};
