/** One name, one meaning: a measure and a people column of one name could not be told apart in a formula. */
import type { PlanCheck } from './check.ts';

export const checkNames: PlanCheck = ({ plan, workspace }, problems) => {
  for (const measure of plan.measures) {
    const column = workspace.people?.table.columns.find((one) => one.name === measure.name);
    if (column === undefined) continue;
    problems.error('P076', `${measure.name} is both a measure and a column of people`, {
      at: measure.at,
      ...(column.at === undefined ? {} : { labels: [{ at: column.at, text: 'the column' }] }),
      hint: 'rename the measure, so that formulas say which one they mean',
    });
  }
};
