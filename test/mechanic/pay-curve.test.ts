/** Every hand-worked case of the room, for any result: the curve that is read off a component pays what the steps pay. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { exactText } from '../../src/value/display.ts';
import { ZERO } from '../../src/value/exact.ts';
import { readOff } from '../../src/value/piecewise.ts';
import { number, readComponent, run, type Situation } from './bench.ts';

interface Case {
  readonly name: string;
  readonly pays?: string;
  readonly given: Situation;
  readonly error?: object;
}

const here = new URL('.', import.meta.url).pathname;
const STEPS = ['0', '0.01', '-0.01', '1', '-1', '1/7'].map(number);
const FAR = ['-100000', '-1', '0', '1', '1000', '100000'].map(number);

const CASES = readdirSync(here).filter((name) => name.endsWith('.yaml')).sort((a, b) => (a < b ? -1 : 1)).flatMap((file) => {
  const table = parse(readFileSync(`${here}${file}`, 'utf8')) as { readonly pays?: string; readonly given?: Situation; readonly cases: readonly Case[] };
  return table.cases.flatMap((one) => {
    const situation = { ...table.given, ...one.given } as Situation;
    return one.error !== undefined || situation.deals !== undefined || (situation.slices?.length ?? 0) > 1 ? [] : [{ name: `${file}: ${one.name}`, pays: one.pays ?? table.pays!, situation }];
  });
});

test('what is read off pays what the steps pay, or says why it bends', () => {
  const bent: string[] = [];
  let places = 0;
  for (const { name, pays, situation } of CASES) {
    const read = readComponent(pays, situation);
    // what others have, and what each deal comes to, is no matter of one result: the engine says so instead of reading one off
    if (read.chain.some(({ mechanic }) => mechanic.together !== undefined || mechanic.creditLimit !== undefined || mechanic.returns !== undefined || mechanic.byEvent !== undefined)) continue;
    const curve = readOff((base) => run(read, situation, base).amount);
    if ('none' in curve) {
      bent.push(`${name}: ${curve.none}`);
      continue;
    }
    for (const place of [...curve.pieces.flatMap(({ from }) => from ?? []), ...FAR, number(situation.base)])
      for (const step of STEPS) {
        const x = place.plus(step);
        expect(exactText(curve.at(x)), `${name} at ${exactText(x)}`).toBe(exactText(run(read, { ...situation, base: exactText(x) }).amount));
        places++;
      }
  }
  expect(places).toBeGreaterThan(5000);
  // a rate that runs in a line, times the result, is a parabola; so is a rate that rises with every percent
  expect(bent.filter((one) => !/^curve\.yaml: a rate [^:]*: two amounts that both move with it are multiplied$/.test(one) && !one.startsWith('rising-rate.yaml: '))).toEqual([]);
  expect(bent.length).toBeLessThan(CASES.length / 20);
});

test.each([
  ['a rate in a line, paid on the result', 'curve: { points: { 80%: 4%, 100%: 6% }, gives: rate, above: flat }', 'two amounts that both move with it are multiplied'],
  ['a factor in a line, on a rate', 'rate: 5%\nmultiplier: { by: attainment of revenue, from: [0%, 100%], gives: [0.8, 1], read: interpolated, above: flat }', 'two amounts that both move with it are multiplied'],
  ['a formula that rounds', "rate: 5%\nmultiplier: { times: 1.2, when: \"round(attainment of revenue, 0.01, 'half-up') >= 0.8\" }", 'it is rounded inside the calculation'],
])('%s is no curve', (_name, pays, why) => {
  const situation: Situation = { base: '90', quota: '100', target: '7' };
  const read = readComponent(pays, situation);
  expect(read.problems).toEqual([]);
  expect(readOff((base) => run(read, situation, base).amount)).toEqual({ none: why });
});

test.each([
  ['a gate on the own attainment', 'rate: 5%\ngate: attainment of revenue >= 80% and attainment of revenue < 150%'],
  ['a formula with if', 'rate: if(attainment of revenue > 100%, 8%, 5%)'],
  ['the larger of two', 'rate-plus-fixed: { rate: 5%, fixed: "max(revenue / 5, target)", due: with-results }'],
  ['a factor by bands of the own attainment', 'rate: 5%\nmultiplier: { by: attainment of revenue, from: [0%, 80%, 100%], gives: [0.5, 1, 1.5], edge: upper-inclusive }'],
  ['a share of another result', 'best-of: [{ rate: 5% }, { rate-plus-fixed: { rate: 1%, fixed: 3, due: always } }]\nfloor: 4\ncap: 9'],
])('%s is one', (_name, pays) => {
  const situation: Situation = { base: '90', quota: '100', target: '7' };
  const read = readComponent(pays, situation);
  expect(read.problems.map(({ message }) => message)).toEqual([]);
  const curve = readOff((base) => run(read, situation, base).amount);
  if ('none' in curve) throw new Error(curve.none);
  expect(curve.pieces.length).toBeGreaterThan(1);
  for (const place of [ZERO, ...curve.pieces.flatMap(({ from }) => from ?? []), ...FAR])
    for (const step of STEPS) expect(exactText(curve.at(place.plus(step)))).toBe(exactText(run(read, { ...situation, base: exactText(place.plus(step)) }).amount));
});
