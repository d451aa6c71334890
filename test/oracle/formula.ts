/**
 * A second, naive reading of formulas, from the definition in words: what a formula means and how it is written.
 * Exact fractions of its own; imports nothing from `src/`. Blank is null, not applicable is undefined.
 */
import { compare, fraction, greater, lesser, minus, over, parse, plus, round, times, type Fraction, type Mode } from './fraction.ts';

export type OracleValue = Fraction | boolean | string | null | undefined;

export type Expr =
  | { readonly is: 'literal'; readonly text: string }
  | { readonly is: 'column'; readonly name: string }
  | { readonly is: 'minus'; readonly of: Expr }
  | { readonly is: 'sign'; readonly sign: '+' | '-' | '*' | '/'; readonly a: Expr; readonly b: Expr }
  | { readonly is: 'compare'; readonly sign: '==' | '!=' | '<' | '<=' | '>' | '>='; readonly a: Expr; readonly b: Expr }
  | { readonly is: 'logic'; readonly word: 'and' | 'or'; readonly a: Expr; readonly b: Expr }
  | { readonly is: 'not'; readonly of: Expr }
  | { readonly is: 'blank'; readonly column: string; readonly negated: boolean }
  | { readonly is: 'in'; readonly of: Expr; readonly items: readonly string[]; readonly negated: boolean }
  | { readonly is: 'if'; readonly when: Expr; readonly yes: Expr; readonly no: Expr }
  | { readonly is: 'call'; readonly name: 'min' | 'max' | 'coalesce' | 'abs'; readonly args: readonly Expr[] }
  | { readonly is: 'round'; readonly of: Expr; readonly step: string; readonly mode: Mode };

export type OracleRow = ReadonlyMap<string, OracleValue>;

export function evaluate(e: Expr, row: OracleRow): OracleValue {
  switch (e.is) {
    case 'literal':
      return e.text.startsWith("'") ? e.text.slice(1, -1) : e.text === 'yes' ? true : e.text === 'no' ? false : parse(e.text);
    case 'column':
      return row.get(e.name);
    case 'minus': {
      const of = evaluate(e.of, row);
      return of === undefined ? undefined : minus(fraction(0n), of as Fraction);
    }
    case 'sign': {
      const a = evaluate(e.a, row);
      const b = evaluate(e.b, row);
      if (a === undefined || b === undefined) return undefined;
      const [x, y] = [a as Fraction, b as Fraction];
      if (e.sign === '/') return y.n === 0n ? undefined : over(x, y);
      return { '+': plus, '-': minus, '*': times }[e.sign](x, y);
    }
    case 'compare': {
      const a = evaluate(e.a, row);
      const b = evaluate(e.b, row);
      if (a === undefined || b === undefined) return undefined;
      const order = typeof a === 'object' ? compare(a as Fraction, b as Fraction) : a === b ? 0 : 1;
      return { '==': order === 0, '!=': order !== 0, '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[e.sign];
    }
    case 'logic': {
      // What the left side decides is decided: the right one may ask about something that is blank then.
      const decides = e.word === 'or';
      const a = evaluate(e.a, row);
      if (a === decides) return decides;
      const b = evaluate(e.b, row);
      if (b === decides) return decides;
      return a === undefined || b === undefined ? undefined : !decides;
    }
    case 'not': {
      const of = evaluate(e.of, row);
      return of === undefined ? undefined : !of;
    }
    case 'blank': {
      const value = row.get(e.column);
      return value === undefined ? undefined : e.negated ? value !== null : value === null;
    }
    case 'in': {
      const of = evaluate(e.of, row);
      if (of === undefined) return undefined;
      const among = e.items.some((item) => (item.startsWith("'") ? item.slice(1, -1) === of : compare(parse(item), of as Fraction) === 0));
      return e.negated ? !among : among;
    }
    case 'if': {
      const when = evaluate(e.when, row);
      return when === undefined ? undefined : evaluate(when ? e.yes : e.no, row);
    }
    case 'call': {
      const values = e.args.map((arg) => evaluate(arg, row));
      if (e.name === 'coalesce') return values.find((value) => value !== null) ?? (values.every((value) => value === null) ? null : undefined);
      if (values.some((value) => value === undefined)) return undefined;
      const numbers = values as Fraction[];
      if (e.name === 'abs') return greater(numbers[0]!, minus(fraction(0n), numbers[0]!));
      return numbers.reduce(e.name === 'min' ? lesser : greater);
    }
    case 'round': {
      const of = evaluate(e.of, row);
      return of === undefined ? undefined : round(of as Fraction, parse(e.step), e.mode);
    }
  }
}

/** How tightly each form binds, from the language's description: or, and, not, comparisons, + −, × ÷, minus. */
function level(e: Expr): number {
  switch (e.is) {
    case 'logic':
      return e.word === 'or' ? 1 : 2;
    case 'not':
      return 3;
    case 'compare':
    case 'blank':
    case 'in':
      return 4;
    case 'sign':
      return e.sign === '+' || e.sign === '-' ? 5 : 6;
    case 'minus':
      return 7;
    default:
      return 8;
  }
}

/** The formula as text with as few brackets as the description of the language allows. `wide`: brackets around everything. */
export function render(e: Expr, wide = false): string {
  const at = (part: Expr, least: number): string => (wide || level(part) < least ? `( ${render(part, wide)} )` : render(part, wide));
  switch (e.is) {
    case 'literal':
      return e.text;
    case 'column':
      return e.name;
    case 'minus':
      return `-${at(e.of, 7)}`;
    case 'sign':
      return `${at(e.a, level(e))} ${e.sign} ${at(e.b, level(e) + 1)}`;
    case 'compare':
      return `${at(e.a, 5)} ${e.sign} ${at(e.b, 5)}`;
    case 'logic':
      return `${at(e.a, level(e))} ${e.word} ${at(e.b, level(e) + 1)}`;
    case 'not':
      return `not ${at(e.of, 3)}`;
    case 'blank':
      return `${e.column} is ${e.negated ? 'not ' : ''}blank`;
    case 'in':
      return `${at(e.of, 5)} ${e.negated ? 'not in' : 'in'} (${e.items.join(', ')})`;
    case 'if':
      return `if(${[e.when, e.yes, e.no].map((part) => render(part, wide)).join(', ')})`;
    case 'call':
      return `${e.name}(${e.args.map((part) => render(part, wide)).join(', ')})`;
    case 'round':
      return `round(${render(e.of, wide)}, ${e.step}, '${e.mode}')`;
  }
}
