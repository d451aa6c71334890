/** Laws of shared bands, rising rates and apportioned tiers, on random deals: what must be the same however it is written. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { exactText } from '../../src/value/display.ts';
import { total } from '../../src/value/exact.ts';
import { number, readComponent, run, type Situation } from './bench.ts';

vi.setConfig({ testTimeout: 120_000 });

const cents = fc.integer({ min: -20_000, max: 40_000 }).map((units) => exactText(number(`${units}/100`)));
const positive = fc.integer({ min: 0, max: 40_000 }).map((units) => exactText(number(`${units}/100`)));
const category = fc.constantFrom('A', 'B', 'C');
const deals = (value: fc.Arbitrary<string>) => fc.array(fc.record({ value, columns: fc.record({ kind: category }) }), { maxLength: 8 });
const rates = fc.array(fc.constantFrom('1%', '2.5%', '1/3', '8%'), { minLength: 3, maxLength: 3 });

function paid(body: string, given: Omit<Situation, 'base'> & { readonly base?: string }): string {
  const base = given.base ?? exactText(total((given.deals ?? []).map((deal) => number(typeof deal === 'string' ? deal : deal.value))));
  const situation = { quota: '200', ...given, base };
  const read = readComponent(body, situation);
  expect(read.problems).toEqual([]);
  return exactText(run(read, situation).amount);
}

const shared = (consume: string, by: string, [a, b, c]: readonly string[]): string => `category-tiers: { category: kind, by: ${by}, consume: ${consume}, bands: [{ to: 50, rate: ${a} }, { to: 120, rate: ${b} }, { rate: ${c} }] }`;
const plain = (by: string, [a, b, c]: readonly string[]): string => `tiers: { read: marginal, by: ${by}, rates: [{ to: 50, rate: ${a} }, { to: 120, rate: ${b} }, { rate: ${c} }] }`;
const mixed = (consume: string): string => `category-tiers: { category: kind, consume: ${consume}, bands: [{ to: 50, rates: { A: 1%, B: 2%, C: 0% } }, { to: 120, rates: { A: 5%, B: 0%, C: 1/3 } }, { rates: { A: 8%, B: 3% }, rate: 9% }] }`;

test('where all categories have one rate, shared bands are marginal tiers, by date and pro rata', () =>
  fc.assert(fc.property(deals(cents), rates, (sold, each) => {
    const whole = paid(plain('revenue', each), { deals: sold });
    expect(paid(shared('by-date', 'revenue', each), { deals: sold })).toBe(whole);
    expect(paid(shared('pro-rata', 'revenue', each), { deals: sold })).toBe(whole);
  }), { numRuns: 150 }));

test('where all categories have one rate, bands of pay are tiers by pay', () =>
  fc.assert(fc.property(deals(cents), rates, (sold, each) => void expect(paid(shared('by-date', 'pay', each), { deals: sold })).toBe(paid(plain('pay', each), { deals: sold }))), { numRuns: 150 }));

test('pro rata no order plays a part', () =>
  fc.assert(fc.property(deals(cents), (sold) => void expect(paid(mixed('pro-rata'), { deals: [...sold].reverse() })).toBe(paid(mixed('pro-rata'), { deals: sold }))), { numRuns: 150 }));

test('what was sold and all given back in the opposite order pays nothing', () =>
  fc.assert(fc.property(deals(positive), fc.constantFrom(mixed('by-date'), shared('by-date', 'pay', ['50%', '1/3', '8%'])), (sold, body) => {
    const back = [...sold].reverse().map((deal) => ({ ...deal, value: exactText(number(deal.value).negated()) }));
    expect(paid(body, { deals: [...sold, ...back] })).toBe('0');
  }), { numRuns: 150 }));

test('by date a deal may be cut in two anywhere', () =>
  fc.assert(fc.property(deals(positive), positive, category, (sold, rest, kind) => {
    const [last] = sold;
    if (last === undefined) return;
    const whole = { value: exactText(number(last.value).plus(number(rest))), columns: { kind } };
    const parts = [{ ...whole, value: last.value }, { ...whole, value: rest }];
    expect(paid(mixed('by-date'), { deals: [...sold, ...parts] })).toBe(paid(mixed('by-date'), { deals: [...sold, whole] }));
  }), { numRuns: 150 }));

const RISING = 'rising-rate: { rate: 5%, from: 50%, adds: 1/3, per: 10%, up-to: 150% }';

test('a rising rate deal by deal makes the whole, in every order, and a return takes back what its slice had', () =>
  fc.assert(fc.property(fc.array(cents, { minLength: 1, maxLength: 6 }), (sold) => {
    const base = exactText(total(sold.map(number)));
    const whole = paid(RISING, { base });
    expect(paid(RISING, { deals: sold })).toBe(whole);
    expect(paid(RISING, { deals: [...sold].reverse() })).toBe(whole);
  }), { numRuns: 150 }));

test('a rising rate by its definition: base rate, and half of slope times the square above the point', () =>
  fc.assert(fc.property(fc.integer({ min: -10_000, max: 60_000 }), (units) => {
    // quota 200: rises from 100 to 300 by 1/3 for each 20, that is 1/60 for each unit
    const x = number(`${units}/100`);
    const [start, stop, slope] = [number('100'), number('300'), number('1/60')];
    const rise = x.lessThan(start) ? number('0') : (x.lessThan(stop) ? x : stop).minus(start);
    const beyond = x.lessThan(stop) ? number('0') : x.minus(stop);
    const wanted = x.times(number('5%')).plus(slope.times(rise).times(rise).over(number('2'))).plus(beyond.times(slope.times(number('200'))));
    expect(paid(RISING, { base: exactText(x) })).toBe(exactText(wanted));
  }), { numRuns: 150 }));

test('apportioned by an index that is the base itself, tiers are the plain marginal ones', () =>
  fc.assert(fc.property(cents, rates, (base, each) => {
    const index = plain('deals', each).replace('read: marginal,', 'read: marginal, apportion: by-index,');
    expect(paid(index, { base, other: { deals: base } })).toBe(paid(plain('revenue', each), { base }));
  }), { numRuns: 150 }));

test('each deal alone: a sum of what each pays, whatever the order, and a full return cancels', () =>
  fc.assert(fc.property(fc.array(positive, { maxLength: 6 }), rates, fc.constantFrom('marginal', 'whole'), (sold, each, read) => {
    const table = plain('revenue', each).replace('marginal', read);
    const body = `each-deal: { ${table} }`;
    const wanted = exactText(total(sold.map((value) => number(paid(table, { base: value })))));
    expect(paid(body, { deals: sold })).toBe(wanted);
    expect(paid(body, { deals: [...sold].reverse() })).toBe(wanted);
    expect(paid(body, { deals: [...sold, ...sold.map((value) => exactText(number(value).negated()))] })).toBe('0');
  }), { numRuns: 200 }));
