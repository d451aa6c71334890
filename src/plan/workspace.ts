/** `paycurve.yaml` into a workspace: where data is, what its columns mean, which calendar, currency and rounding apply. */
import type { Problems, Source } from '../diagnostic/diagnostic.ts';
import type { MapEntry, Node } from '../document/node.ts';
import { readCalendar } from './calendar.ts';
import type { Workspace } from './model.ts';
import { labelled, mapsUnder, textOf } from './place.ts';
import { readLeaves, readRelief } from './dated.ts';
import { readAdjustments, readHierarchy, readPeople, readPlanRates, readQuotas, readRates } from './roles.ts';
import { readRounding } from './rounding.ts';
import { readReference, readSource } from './source.ts';
import { texts } from './table.ts';

/**
 * Reads a file whose shape has been checked. `folder` is where it stands, relative to the working directory, `.` or with
 * `/`. Every fault is reported; undefined when there was one.
 */
export function readWorkspace(root: Node, source: Source, folder: string, problems: Problems): Workspace | undefined {
  if (root.kind !== 'map') return undefined;
  const before = problems.all.length;
  const currency = textOf(root, 'currency')!;
  const part = <T>(key: string, read: (entry: MapEntry, currency: string, problems: Problems) => T | undefined): T | undefined => {
    const entry = root.entry(key);
    return entry?.value.kind === 'map' ? read(entry, currency, problems) : undefined;
  };
  const calendar = readCalendar(root.entry('calendar')!, problems);
  const rounding = readRounding(root.get('rounding')!, currency, problems);
  const tables = mapsUnder(root, 'tables').flatMap((entry) => readReference(entry, currency, problems));
  const ground = { tables, tableNames: mapsUnder(root, 'tables').map((entry) => entry.key) };
  const sources = mapsUnder(root, 'data').flatMap((entry) => readSource(entry, currency, ground, problems));
  const people = part('people', readPeople);
  const hierarchy = part('hierarchy', readHierarchy);
  const quotas = part('quotas', readQuotas);
  const rates = part('exchange-rates', readRates);
  const adjustments = part('adjustments', readAdjustments);
  const planRates = part('plan-rates', readPlanRates);
  const leaves = part('leaves', readLeaves);
  const relief = part('quota-relief', readRelief);
  if (hierarchy !== undefined && people?.manager !== undefined)
    problems.error('P035', 'managers are given twice: by a hierarchy and by a column of people', {
      at: root.entry('hierarchy')!.keyAt,
      pointer: '/hierarchy',
      ...labelled(people.table.columns.find((column) => column.name === people.manager)?.at, 'the column'),
      hint: 'remove the hierarchy, or the manager column of people',
    });
  if (problems.all.slice(before).some((problem) => problem.severity === 'error')) return undefined;
  return {
    name: textOf(root, 'workspace')!,
    source,
    folder,
    currency,
    calendar: calendar!,
    rounding: rounding!,
    planGlobs: texts(root.get('plans')),
    records: textOf(root, 'records') ?? 'records',
    sources,
    tables,
    ...(people === undefined ? {} : { people }),
    ...(hierarchy === undefined ? {} : { hierarchy }),
    ...(quotas === undefined ? {} : { quotas }),
    ...(rates === undefined ? {} : { rates }),
    ...(adjustments === undefined ? {} : { adjustments }),
    ...(planRates === undefined ? {} : { planRates }),
    ...(leaves === undefined ? {} : { leaves }),
    ...(relief === undefined ? {} : { relief }),
  };
}
