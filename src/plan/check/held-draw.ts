/** A hold without components takes its share of a draw or guarantee that was topped up before it as well: borrowed money waits, and comes back as held money. */
import type { PlanCheck } from './check.ts';

const TOP_UPS = ['draw', 'guarantee', 'advance'];

export const checkHeldDraw: PlanCheck = ({ plan }, problems) => {
  const before = plan.payments.find(({ mechanic }) => TOP_UPS.includes(mechanic.key));
  if (before === undefined) return;
  const names = plan.components.map(({ name }) => name);
  for (const { mechanic, of, at } of plan.payments)
    if (mechanic.key === 'hold' && of === undefined)
      problems.warning('P429', `the hold keeps its share of the ${before.mechanic.key} too, not only of what was earned`, {
        at,
        labels: [{ at: before.at, text: `the ${before.mechanic.key}` }],
        hint: `name the components whose pay is held, of: ${names.length === 1 ? names[0]! : `[${names.join(', ')}]`}; where it is meant, put # paycurve-ignore P429: and the reason above this line`,
      });
};
