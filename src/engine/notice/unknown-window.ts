/** A period file may leave out which year, half or quarter a period belongs to; a plan that looks at one then cannot be paid. */
import type { Problems } from '../../diagnostic/diagnostic.ts';
import { windowsAsked } from '../../plan/windows-asked.ts';
import type { Version } from '../version.ts';

export function refuseUnknownWindows({ plan, calendar }: Version, problems: Problems): void {
  for (const { window, words, at } of windowsAsked(plan)) {
    const without = calendar.periods.find((period) => period.to >= plan.from && period.from <= plan.to && period[window] === undefined);
    if (without === undefined) continue;
    problems.error('R008', `${words}, and the calendar does not say to which ${window === 'half' ? 'half year' : window} the period ${without.id} belongs`, {
      at,
      hint: `add the column ${window} to the calendar file and fill it in for every period`,
    });
  }
}
