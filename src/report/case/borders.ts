/** Borders in words: for each place where pay goes another way, what is paid just below it, at it and just above it; jumps and broken laws stand out. */
import type { Border, Broken, DayBorder, PlanBorders, Walk } from '../../case/border/index.ts';
import type { Paint } from '../../diagnostic/paint.ts';
import { positionOf } from '../../diagnostic/position.ts';
import { visible } from '../../diagnostic/visible.ts';
import { plural } from '../diagnostic/words.ts';
import { jsonText } from '../diagnostic/json.ts';
import { exactText } from '../../value/display.ts';
import type { Exact } from '../../value/exact.ts';

export function bordersText(all: readonly PlanBorders[], paint: Paint, every: boolean): string {
  const blocks = all.filter((one) => every || one.walks.some((walk) => walk.broken.length > 0 || walk.borders.some(interesting)) || one.days.some(({ broken }) => broken.length > 0)).map((one) => planBlock(one, paint, every));
  const borders = all.flatMap(({ walks }) => walks.flatMap((walk) => walk.borders));
  const days = all.flatMap((one) => one.days);
  const broken = [...borders, ...days, ...all.flatMap(({ walks }) => walks)].reduce((sum, one) => sum + one.broken.length, 0);
  const jumps = borders.filter(({ jump }) => jump !== undefined).length;
  const outcome = broken === 0 ? 'no law is broken' : `${plural(broken, 'law')} ${broken === 1 ? 'is' : 'are'} broken`;
  return [...blocks, `${(broken === 0 ? paint.green : paint.red)(`${plural(borders.length, 'border')} and ${plural(days.length, 'day')} in ${plural(all.length, 'plan')}: ${plural(jumps, 'jump')}, ${outcome}`)}\n`].join('\n');
}

function planBlock({ file, plan, walks, days, unmoved }: PlanBorders, paint: Paint, every: boolean): string {
  const shown = walks.filter((walk) => every || walk.broken.length > 0 || walk.borders.some(interesting));
  const lines = shown.flatMap((walk) => ['', ...walkLines(walk, paint, every)]);
  const ends = days.filter(({ broken }) => every || broken.length > 0);
  const dayLines = ends.length === 0 ? [] : ['', '  days on which a transaction counts, and for which period', ...ends.flatMap((day) => daysOf(day, paint))];
  const left = unmoved.length === 0 || !every ? [] : ['', `  ${paint.dim(`not moved, because no case pays it anything or nothing in its rows leads to it: ${unmoved.map(visible).join(', ')}`)}`];
  return [paint.bold(visible(`${file} (${plan.name})`)), ...lines, ...dayLines, ...left, ''].join('\n');
}

function interesting({ jump, broken }: Border): boolean {
  return jump !== undefined || broken.length > 0;
}

function walkLines({ component, one, who, mover, borders, broken }: Walk, paint: Paint, every: boolean): readonly string[] {
  const head = `  ${paint.bold(visible(component))} of ${visible(who.payee)}, ${visible(who.period)}, moving ${visible(mover.what)} ${paint.dim(visible(`(from: ${one.name})`))}`;
  const shown = borders.filter((border) => every || interesting(border));
  const cells = shown.map(({ below, here, above }) => [below, here, above].flatMap(({ text, earned }) => [text, moneyText(earned)]));
  const widths = TITLES.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]!.length)));
  const row = (texts: readonly string[]): string => texts.map((text, column) => `${column > 0 && column % 2 === 0 ? '  | ' : '  '}${text.padStart(widths[column]!)}`).join('');
  const table = shown.length === 0 ? [`    ${paint.dim('no border on this scale')}`] : [`  ${paint.dim(row(TITLES))}`, ...shown.flatMap((border, index) => [`  ${row(cells[index]!)}  ${visible(border.what)}${jumpWords(border, paint)}  ${paint.dim(`line ${positionOf(border.at).line}`)}`, ...brokenLines(border.broken, paint)])];
  return [head, ...table, ...brokenLines(broken, paint)];
}

const TITLES = ['below', 'pays', 'at', 'pays', 'above', 'pays'];

function jumpWords({ jump }: Border, paint: Paint): string {
  return jump === undefined ? '' : `  ${paint.yellow(`${jump.sign() > 0 ? 'jumps' : 'falls'} by ${moneyText(jump.abs())}`)}`;
}

function brokenLines(broken: readonly Broken[], paint: Paint): readonly string[] {
  return broken.map(({ law, why }) => `      ${paint.red(`broken: ${law}`)} (${visible(why)})`);
}

function daysOf({ what, days, broken }: DayBorder, paint: Paint): readonly string[] {
  const cells = days.map(({ day, period }) => `${day} ${period ?? 'none'}`).join('  |  ');
  return [`    ${cells}  ${visible(what)}`, ...brokenLines(broken, paint)];
}

/** Amounts are rounded where the plan says, so they have few digits. */
function moneyText(value: Exact): string {
  const [whole = '', behind = ''] = exactText(value).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${behind.padEnd(2, '0')}`;
}

export function bordersJson(all: readonly PlanBorders[], version: string): string {
  const place = ({ text, earned }: Border['here']): object => ({ at: text, earned: exactText(earned) });
  return jsonText({
    format_version: '1.0',
    kind: 'borders',
    tool: { name: 'paycurve', version },
    plans: all.map(({ file, plan, walks, days, unmoved }) => ({
      file,
      plan: plan.name,
      walks: walks.map(({ component, one, who, mover, borders, broken }) => ({
        component,
        ...who,
        case: one.name,
        moved: mover.what,
        borders: borders.map(({ what, at, below, here, above, jump, broken: laws }) => ({ what, line: positionOf(at).line, below: place(below), here: place(here), above: place(above), ...(jump === undefined ? {} : { jump: exactText(jump) }), broken: laws })),
        broken,
      })),
      days,
      unmoved,
    })),
  });
}
