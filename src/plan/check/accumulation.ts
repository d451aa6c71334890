/**
 * A component that accumulates measures to date. A measure whose window is written keeps it, so the two may disagree:
 * earlier earnings are then deducted from an amount that does not contain them.
 */
import { placeOf } from '../place.ts';
import { measureNamed } from './asks.ts';
import type { PlanCheck } from './check.ts';

export const checkAccumulation: PlanCheck = ({ plan, root }, problems) => {
  for (const component of plan.components) {
    const measure = measureNamed(plan, component.on);
    if (component.accumulates === undefined || measure === undefined || !measure.windowWritten) continue;
    const { window } = measure;
    if (window.kind === 'to-date' && window.in === component.accumulates) continue;
    problems.error('P100', `component ${component.name} accumulates over a ${component.accumulates === 'half' ? 'half year' : component.accumulates}, but ${measure.name} is measured over another window`, {
      at: placeOf(root, 'components', component.name, 'accumulates'),
      labels: [{ at: placeOf(root, 'measures', measure.name, 'window'), text: 'the window of the measure' }],
      hint: `remove window: from measure ${measure.name}; it is then measured to date here`,
    });
  }
};
