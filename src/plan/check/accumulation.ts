/**
 * A component that accumulates measures to date. A measure whose window is written keeps it, so the two may disagree:
 * earlier earnings are then deducted from an amount that does not contain them.
 */
import type { Measure, Plan } from '../model.ts';
import { placeOf } from '../place.ts';
import { measureNamed } from './asks.ts';
import type { PlanCheck } from './check.ts';

export const checkAccumulation: PlanCheck = ({ plan, root }, problems) => {
  for (const component of plan.components) {
    if (component.accumulates === undefined) continue;
    for (const measure of measured(plan, component.on)) {
      if (!measure.windowWritten || (measure.window.kind === 'to-date' && measure.window.in === component.accumulates)) continue;
      problems.error('P100', `component ${component.name} accumulates over a ${component.accumulates === 'half' ? 'half year' : component.accumulates}, but ${measure.name} is measured over another window`, {
        at: placeOf(root, 'components', component.name, 'accumulates'),
        labels: [{ at: placeOf(root, 'measures', measure.name, 'window'), text: 'the window of the measure' }],
        hint: `remove window: from measure ${measure.name}; it is then measured to date here`,
      });
    }
  }
};

/** The measure, or the two sides of a ratio, which are measured for it. */
function measured(plan: Plan, name: string): readonly Measure[] {
  const measure = measureNamed(plan, name);
  if (measure === undefined) return [];
  return measure.ratio === undefined || measure.windowWritten ? [measure] : [...measured(plan, measure.ratio.over), ...measured(plan, measure.ratio.under)];
}
