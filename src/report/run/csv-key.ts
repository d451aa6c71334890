/**
 * The first cells of a record: whose payout it is, of which plan and period. Payouts come person by person, and every
 * person has the same periods, so that a text is guarded, quoted and joined once and not for each record.
 */
import type { Payout } from '../../engine/result.ts';
import type { Plan } from '../../plan/model.ts';
import type { Period } from '../../value/calendar.ts';
import { dayText, type Day } from '../../value/day.ts';
import { quotedCell, textCell } from '../csv-record.ts';
import type { RunAbout } from './report.ts';

export const KEY = ['payee', 'name', 'plan', 'period', 'from', 'to', 'currency'];

/** The cells of a plan and period, for people who are in the plan on these days. */
interface Stay {
  readonly from: Day;
  readonly to: Day;
  readonly cells: string;
}

export class CsvKey {
  private payee: string | undefined;
  private payeeCells = '';
  private readonly stays = new Map<Plan, Map<Period, Stay>>();
  private readonly about: RunAbout;

  constructor(about: RunAbout) {
    this.about = about;
  }

  /** The cells of `KEY`, joined. */
  of(payout: Payout): string {
    if (payout.payee !== this.payee) {
      this.payee = payout.payee;
      this.payeeCells = `${this.text(payout.payee)},${this.text(this.about.nameOf(payout.payee) ?? '')}`;
    }
    return `${this.payeeCells},${this.stay(payout)}`;
  }

  /** A cell that holds a text. */
  text(text: string): string {
    return text === '' ? '' : quotedCell(textCell(text, this.about.csvRaw));
  }

  private stay({ plan, period, from, to, currency }: Payout): string {
    let periods = this.stays.get(plan);
    if (periods === undefined) this.stays.set(plan, (periods = new Map()));
    let stay = periods.get(period);
    if (stay?.from !== from || stay.to !== to) periods.set(period, (stay = { from, to, cells: `${this.text(plan.name)},${this.text(period.id)},${dayText(from)},${dayText(to)},${quotedCell(currency)}` }));
    return stay.cells;
  }
}
