/** What formulas over one transaction can ask while it is credited: its cells, and the conversion into the plan's currency. */
import type { Row } from '../data/contract.ts';
import type { FoundRate, Rates } from '../data/reference.ts';
import type { DataPlace, Problems } from '../diagnostic/diagnostic.ts';
import type { RowEnv } from '../plan/model.ts';
import { dayText, type Day } from '../value/day.ts';
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

  /** The position of the day whose rate converts, where the plan names a column. */
  convertColumn = -1;
  /** What is evaluated is held against a quota at plan rates. */
  planned = false;

  constructor(
    private readonly rates: Rates | undefined,
    private readonly planRates: Rates | undefined,
    private readonly problems: Problems,
    /** Rows after this day feed nothing that is asked for, so a rate missing there is no problem yet. */
    private readonly last: Day,
  ) {}

  convert(amount: Exact, from: string, to: string): Exact {
    const own = this.day ?? this.row.day;
    const { day, found } = this.planned ? { day: own, found: this.planRates?.rate(from, to, own) } : this.atMarket(from, to, own);
    if (found !== undefined) {
      this.notes?.push({ amount, from, to, wanted: day ?? found.day, found });
      return amount.times(found.rate);
    }
    if (this.row.day > this.last) return ZERO;
    const { file, line, row, id } = this.row;
    const data = { file, line, row, header: 'transaction', cell: id };
    if (day === undefined) this.refuseBlank(id, data);
    else if (this.planned) this.problems.error('R003', `no plan rate from ${from} to ${to} on ${dayText(day)}`, { data, hint: 'add the rate to the plan-rates file; it holds from its day until the next one' });
    else {
      const { message, hint } = missingRate(this.rates, from, to, day);
      this.problems.error('R003', this.version!.plan.convertAt.sales === 'average' ? `${message}, nor any other day of the period` : message, { data, hint });
    }
    return ZERO;
  }

  /** The rate of the day that the plan names; `day` is undefined where the row does not have it. */
  private atMarket(from: string, to: string, own: Day): { readonly day: Day | undefined; readonly found: FoundRate | undefined } {
    const { plan, calendar } = this.version!;
    const { sales } = plan.convertAt;
    const period = sales === 'period-end' || sales === 'average' ? calendar.periods[calendar.indexOf(own)] : undefined;
    if (sales === 'average' && period !== undefined) return { day: period.to, found: this.rates?.mean(from, to, period.from, period.to) };
    const cell = typeof sales === 'string' ? undefined : this.row.values[this.convertColumn];
    const day = typeof sales === 'string' ? (period?.to ?? own) : typeof cell === 'number' ? cell : undefined;
    return { day, found: day === undefined ? undefined : this.rates?.rate(from, to, day) };
  }

  private refuseBlank(id: string, data: DataPlace): void {
    const { sales } = this.version!.plan.convertAt;
    const column = typeof sales === 'string' ? sales : sales.column;
    this.problems.error('R065', `transaction ${id} has no ${column}, whose rate converts it`, { data, hint: 'fill in the day, or leave such rows out with a where such as `not (' + column + ' is blank)`' });
  }
}
