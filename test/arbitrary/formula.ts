/** Random formulas of each kind that obey the rules of kinds, and random rows for them. */
import * as fc from 'fast-check';
import { fraction, type Fraction } from '../oracle/fraction.ts';
import type { Expr, OracleRow, OracleValue } from '../oracle/formula.ts';

/** Columns of the random formulas; `spare` and `note` may be blank, `reach` may be not applicable. */
export const COLUMNS = [
  { name: 'amount', type: 'money' },
  { name: 'cost', type: 'money' },
  { name: 'spare', type: 'money', optional: true },
  { name: 'units', type: 'number' },
  { name: 'margin', type: 'ratio' },
  { name: 'reach', type: 'ratio' },
  { name: 'kind', type: 'text' },
  { name: 'note', type: 'text', optional: true },
  { name: 'paid', type: 'yes-no' },
] as const;

const column = (name: string): Expr => ({ is: 'column', name });
const literal = fc.constantFrom('0', '1', '2', '3', '0.05', '1.5', '7', '12.50', '1_000', '99999.99', '0.333333333333').map((text): Expr => ({ is: 'literal', text }));
const percent = fc.constantFrom('8%', '0%', '33.3%', '100%', '0.125%').map((text): Expr => ({ is: 'literal', text }));
const MODES = ['half-up', 'half-even', 'down', 'up', 'floor', 'ceiling'] as const;

type Of = fc.Arbitrary<Expr>;

export const formulas = fc.letrec((tie) => {
  const [money, number, ratio, condition] = ['money', 'number', 'ratio', 'condition'].map((kind) => tie(kind) as Of) as [Of, Of, Of, Of];
  const sign = (a: Of, b: Of, ...signs: ('+' | '-' | '*' | '/')[]): Of => fc.record({ is: fc.constant('sign' as const), sign: fc.constantFrom(...signs), a, b });
  const shared = (of: Of): Of[] => [
    sign(of, of, '+', '-'),
    fc.record({ is: fc.constant('minus' as const), of }),
    fc.record({ is: fc.constant('if' as const), when: condition, yes: of, no: of }),
    fc.record({ is: fc.constant('call' as const), name: fc.constantFrom('min' as const, 'max' as const), args: fc.array(of, { minLength: 2, maxLength: 3 }) }),
    fc.record({ is: fc.constant('call' as const), name: fc.constant('abs' as const), args: fc.tuple(of) }),
    fc.record({ is: fc.constant('round' as const), of, step: fc.constantFrom('0.01', '0.05', '1', '0.3'), mode: fc.constantFrom(...MODES) }),
  ];
  const compare = (of: Of): Of => fc.record({ is: fc.constant('compare' as const), sign: fc.constantFrom('==' as const, '!=' as const, '<' as const, '<=' as const, '>' as const, '>=' as const), a: of, b: of });
  const spare = column('spare');
  return {
    money: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom(column('amount'), column('cost')),
      literal,
      ...shared(money),
      sign(money, fc.oneof(ratio, number), '*', '/'),
      sign(fc.oneof(ratio, number), money, '*'),
      money.map((other): Expr => ({ is: 'call', name: 'coalesce', args: [spare, other] })),
      money.map((other): Expr => ({ is: 'if', when: { is: 'blank', column: 'spare', negated: false }, yes: other, no: spare })),
    ),
    number: fc.oneof({ maxDepth: 4, withCrossShrink: true }, fc.constant(column('units')), literal, ...shared(number), sign(number, fc.oneof(number, ratio), '*'), sign(number, ratio, '/')),
    ratio: fc.oneof({ maxDepth: 4, withCrossShrink: true }, fc.constantFrom(column('margin'), column('reach')), percent, ...shared(ratio), sign(ratio, ratio, '*', '/'), sign(column2('amount', 'cost'), column2('amount', 'cost'), '/'), sign(fc.constant(column('units')), fc.constant(column('units')), '/')),
    condition: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constant(column('paid')),
      compare(money),
      compare(ratio),
      compare(number),
      fc.record({ is: fc.constant('compare' as const), sign: fc.constantFrom('==' as const, '!=' as const), a: fc.constant(column('kind')), b: fc.constantFrom<Expr>({ is: 'literal', text: "'New'" }, { is: 'literal', text: "'new'" }, column('kind')) }),
      fc.record({ is: fc.constant('in' as const), of: fc.constant(column('kind')), items: fc.uniqueArray(fc.constantFrom("'New'", "'Renewal'", "'x y'"), { minLength: 1 }), negated: fc.boolean() }),
      fc.record({ is: fc.constant('in' as const), of: number, items: fc.uniqueArray(fc.constantFrom('0', '1', '2.5', '-3', '1_000'), { minLength: 1 }), negated: fc.boolean() }),
      fc.record({ is: fc.constant('logic' as const), word: fc.constantFrom('and' as const, 'or' as const), a: condition, b: condition }),
      fc.record({ is: fc.constant('not' as const), of: condition }),
      fc.record({ is: fc.constant('blank' as const), column: fc.constantFrom('spare', 'note'), negated: fc.boolean() }),
      compare(fc.oneof(fc.constant(spare), literal)).map((b): Expr => ({ is: 'logic', word: 'and', a: { is: 'blank', column: 'spare', negated: true }, b })),
      compare(fc.oneof(fc.constant(spare), literal)).map((b): Expr => ({ is: 'logic', word: 'or', a: { is: 'not', of: { is: 'blank', column: 'spare', negated: true } }, b })),
    ),
  };
}) as Readonly<Record<'money' | 'number' | 'ratio' | 'condition', Of>>;

function column2(...names: string[]): Of {
  return fc.constantFrom(...names.map(column));
}

const scaled = (places: bigint): fc.Arbitrary<Fraction> => fc.bigInt({ min: -1_000_000n, max: 1_000_000n }).map((n) => fraction(n, places));
const small = fc.constantFrom(fraction(0n), fraction(1n), fraction(2n), fraction(5n, 2n));

export const rows: fc.Arbitrary<OracleRow> = fc
  .record<Record<(typeof COLUMNS)[number]['name'], OracleValue>>({
    amount: fc.oneof(scaled(100n), small),
    cost: fc.oneof(scaled(10_000n), small),
    spare: fc.oneof(fc.constant(null), scaled(100n)),
    units: fc.oneof(scaled(1n), small),
    margin: fc.oneof(scaled(1000n), small),
    reach: fc.oneof(fc.constant(undefined), scaled(37n)),
    kind: fc.constantFrom('New', 'Renewal', 'new', 'x y'),
    note: fc.constantFrom(null, 'n'),
    paid: fc.boolean(),
  })
  .map((row) => new Map(Object.entries(row)));
