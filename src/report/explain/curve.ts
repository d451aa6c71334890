/**
 * The pay curve of each component of a payout, as a table of its borders: what is paid there, by how much pay jumps, and what
 * a further unit earns from there on. Amounts are those of the component's window; JSON has them exact.
 */
import { visible } from '../../diagnostic/visible.ts';
import type { ComponentResult, Payout } from '../../engine/result.ts';
import { percentText } from '../../value/display.ts';
import { Exact } from '../../value/exact.ts';
import { kinks } from '../../value/kink.ts';
import { amountWords, digits, moneyDigits, moneyWords } from '../amount.ts';
import { tableText } from '../layout.ts';

const HUNDREDTH = Exact.of(1, 100);

/** All curves of a payout, '' where nobody asked for them. */
export function curveTables(payout: Payout): string {
  return payout.components.map((one) => (one.curve === undefined ? '' : `\n${curveTable(one, payout.currency)}`)).join('');
}

function curveTable(component: ComponentResult, currency: string): string {
  const { curve, on, base } = component;
  const name = visible(`${component.title} by ${on}`);
  if (curve!.none !== undefined) return `No pay curve of ${name}: ${visible(curve!.none)}\n`;
  const { amount, before } = curve!;
  const borders = kinks(amount);
  const place = (at: Exact): string => amountWords(at, component.baseType, currency);
  const money = (value: Exact): string => moneyWords(value, currency);
  const rows = borders.flatMap((kink): string[][] => {
    const jump = kink.after.minus(kink.before);
    const own = !kink.on.equals(kink.before) && !kink.on.equals(kink.after) ? [[`at ${place(kink.at)}`, money(kink.on), signed(kink.on.minus(kink.before), money), '']] : [];
    return [...own, [`${kink.on.equals(kink.after) ? 'from' : 'above'} ${place(kink.at)}`, money(kink.after), signed(jump, money), further(kink.slope, component, currency)]];
  });
  const first = [borders.length === 0 ? 'anywhere' : `below ${place(borders[0]!.at)}`, '', '', further(amount.pieces[0]!.slope, component, currency)];
  const table = tableText({ columns: [{ title: on, align: 'left' }, { title: 'Pays there', align: 'right' }, { title: 'Jump', align: 'right' }, { title: 'Further unit', align: 'right' }], rows: [first, ...rows] });
  const deducted = before.isZero() ? '' : `, of which ${money(before)} was earned before`;
  return `Pay curve of ${name}, everything else as it is${base.value === undefined ? '' : `; here ${place(base.value)} pays ${money(amount.at(base.value))}${deducted}`}\n${table}`;
}

function signed(value: Exact, money: (value: Exact) => string): string {
  return value.isZero() ? '' : `${value.sign() > 0 ? '+' : ''}${money(value)}`;
}

/** A share of money, money for each unit, or money for each percent. */
function further(slope: Exact, { baseType }: ComponentResult, currency: string): string {
  if (baseType === 'money') return percentText(slope, 4);
  if (baseType === 'ratio') return `${amountWords(slope.times(HUNDREDTH), 'money', currency)} a percent`;
  return `${amountWords(slope, 'money', currency)} a unit`;
}

/** The same as data: exact texts, the line of each piece by its value at zero and its slope. */
export function curveFields({ component, on, baseType, curve }: ComponentResult, currency: string): object {
  if (curve!.none !== undefined) return { component, on, none_because: curve!.none };
  const { amount, before, rounding } = curve!;
  return {
    component,
    on,
    unit: baseType,
    pieces: amount.pieces.map(({ from, above, still, slope }) => ({
      ...(from === undefined ? {} : { from: digits(from, baseType, currency), includes_from: !above }),
      at_zero: moneyDigits(still, currency),
      slope: digits(slope, 'number', currency),
    })),
    ...(rounding === undefined ? {} : { rounding: { to: digits(rounding.to, 'number', currency), mode: rounding.mode } }),
    earned_before: moneyDigits(before, currency),
  };
}
