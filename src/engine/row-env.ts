/** What formulas over one transaction can ask while it is credited: its cells, and the conversion into the plan's currency. */
import type { Row } from '../data/contract.ts';
import type { Rates } from '../data/reference.ts';
import type { Problems } from '../diagnostic/diagnostic.ts';
import type { RowEnv } from '../plan/model.ts';
import type { Day } from '../value/day.ts';
import { ZERO, type Exact } from '../value/exact.ts';
import type { Conversion } from './conversion.ts';
import { missingRate } from './notice/missing-rate.ts';
import type { Version } from './version.ts';

export class CreditEnv implements RowEnv {
  row = undefined as unknown as Row;
  version: Version | undefined;
  /** The day that stands for the row's own: that of the sale which a return takes back. */
  day: Day | undefined;
  /** Where conversions are noted while somebody wants to see them. */
  notes: Conversion[] | undefined;

  constructor(
    private readonly rates: Rates | undefined,
    private readonly problems: Problems,
    /** Rows after this day feed nothing that is asked for, so a rate missing there is no problem yet. */
    private readonly last: Day,
  ) {}

  convert(amount: Exact, from: string, to: string): Exact {
    const { plan, calendar } = this.version!;
    const own = this.day ?? this.row.day;
    const period = plan.convertAt === 'period-end' ? calendar.periods[calendar.indexOf(own)] : undefined;
    const day = period?.to ?? own;
    const found = this.rates?.rate(from, to, day);
    if (found !== undefined) {
      this.notes?.push({ amount, from, to, wanted: day, found });
      return amount.times(found.rate);
    }
    if (this.row.day > this.last) return ZERO;
    const { file, line, row, id } = this.row;
    const { message, hint } = missingRate(this.rates, from, to, day);
    this.problems.error('R003', message, { data: { file, line, row, header: 'transaction', cell: id }, hint });
    return ZERO;
  }
}
