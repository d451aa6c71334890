/** Step bonus: the band that the payee stands in pays its own amount; below the first band nothing (BON-03). */
import type { Span } from '../diagnostic/diagnostic.ts';
import { ONE, ZERO, type Exact } from '../value/exact.ts';
import { axisFormulas, placeWords, readAxis, standing, type Axis } from './axis.ts';
import { checkRising, readEdge } from './edge.ts';
import { field, FORMULA, list, map, NUMBER, oneOf } from './field.ts';
import { figureIn, readFigure, stated, type Figure } from './figure.ts';
import type { Mechanic, Reader } from './mechanic.ts';
import type { Node } from '../document/node.ts';
import { ended } from './outcome.ts';
import { hasResults, isAmount, scaledFigure } from './scaling.ts';

interface Band {
  readonly from: Exact;
  readonly pays: Figure;
  readonly at: Span;
}

interface Steps {
  readonly axis: Axis;
  readonly bands: readonly Band[];
  readonly edge: 'lower' | 'upper-inclusive';
}

export const steps: Mechanic<Steps> = {
  key: 'steps',
  kind: 'formula',
  step: 7,
  where: ['component'],
  summary: 'a step bonus: the band that is reached pays its amount',
  about: `Pays the amount of the highest band reached, and only that band; bands do not add up. The scale is the attainment of the measure paid on, or what "by" names.
Exactly at an edge the band that begins there pays; "edge: upper-inclusive", for bands that begin above their edge, gives it to the band below. Comparisons are exact: 79.999 % is not 80 %.
Below the first band nothing is paid, and the reason says so. An amount is money, a formula of type money, or "N% of target". Negative results lie below the first band.
Without a quota attainment is not applicable and the component earns 0 with that reason. Each edge is a jump in pay.
With "prorate: [tiers, amounts]" in the plan edges in money or units, and amounts, are scaled by days in the plan; shares of the target are with "target".
Also called step bonus, milestone bonus or lump sums.`,
  schema: map(
    {
      by: field('What is compared with the edges. Without it: the attainment of the measure paid on.', ['attainment of revenue', 'deals'], FORMULA),
      edge: field('Which band owns an edge. Without it: the one that begins there.', ['upper-inclusive'], oneOf({ lower: 'exactly at an edge the upper band holds', 'upper-inclusive': 'exactly at an edge the lower band still holds' })),
      bands: field(
        'The bands, from the lowest to the highest.',
        [[{ from: '80%', pays: 500 }, { from: '100%', pays: 1000 }]],
        list(
          map(
            {
              from: field('Where the band begins; it belongs to the band.', ['80%', 10], NUMBER),
              pays: field('What the band pays: an amount, or a share of the target.', [500, '50% of target'], FORMULA),
            },
            ['from', 'pays'],
          ),
          1,
          200,
        ),
      ),
    },
    ['bands'],
    { defaultSnippets: [{ label: 'two bands', body: { bands: [{ from: '80%', pays: '${1:500}' }, { from: '100%', pays: '${2:1000}' }] } }] },
  ),
  read(node, reader) {
    if (node.kind !== 'map') return undefined;
    const axis = readAxis(node.get('by'), reader, 'attainment');
    const list = node.get('bands');
    if (axis === undefined || list?.kind !== 'list') return undefined;
    const bands = readBands(list.items, axis, reader);
    const edge = node.get('edge');
    return bands === undefined ? undefined : { axis, bands, edge: edge?.kind === 'scalar' && edge.text === 'upper-inclusive' ? 'upper-inclusive' : 'lower' };
  },
  calculate(config, given) {
    const { axis, bands } = config;
    const place = standing(axis, given);
    if (place.none !== undefined) return ended(place.none);
    const { words } = given;
    const here = (): string => `${axis.name} ${placeWords(axis, place.value, words)}`;
    const band = reached(config, place.value);
    if (band === undefined) return { amount: ZERO, took: () => [0], text: () => `${here()} is below the first band, ${placeWords(axis, bands[0]!.from, words)}` };
    const amount = figureIn(band.pays, given.env);
    if (amount.none !== undefined) return ended(amount.none);
    const text = (): string => `${here()} is in the band ${config.edge === 'lower' ? 'from' : 'above'} ${placeWords(axis, band.from, words)}, which pays ${words.money(amount.value)}${band.pays.fixed === undefined ? ` (${stated(band.pays)})` : ''}`;
    return { amount: amount.value, text, parts: () => [{ text: text(), amount: amount.value, tier: bands.indexOf(band) + 1, at: band.at }], took: () => [bands.indexOf(band) + 1] };
  },
  formulas: (config) => [...axisFormulas(config.axis), ...config.bands.map((band) => band.pays.formula)],
  needs: (config) => ({ attainment: config.axis.kind === 'attainment' }),
  scaled(config, edges, amounts) {
    const [by, pays] = [hasResults(config.axis) ? edges : ONE, config.bands.some((band) => isAmount(band.pays)) ? amounts : ONE];
    return by.equals(ONE) && pays.equals(ONE) ? undefined : { ...config, bands: config.bands.map((band) => ({ ...band, from: band.from.times(by), pays: scaledFigure(band.pays, pays) })) };
  },
  branches: (config) => [{ name: 'below the first band' }, ...config.bands.map(({ at }, index) => ({ name: `band ${index + 1}`, at }))],
  describe(config, words) {
    const from = config.edge === 'lower' ? 'from' : 'above';
    const bands = config.bands.map((band) => `${band.pays.fixed === undefined ? stated(band.pays) : words.money(band.pays.fixed.value)} ${from} ${placeWords(config.axis, band.from, words)}`);
    return `Pays by ${config.axis.name}: ${bands.join(', ')}; nothing below. Bands do not add up.`;
  },
  example: {
    title: 'Five hundred from 80 % of quota, a thousand from 100 %',
    yaml: `quarter_bonus:
  bonus on: revenue
  steps:
    bands:
      - { from: 80%, pays: 500 }
      - { from: 100%, pays: 1_000 }`,
    work: '95,000 of 100,000 is 95 %, in the band from 80 %: 500',
    given: { base: '95000', quota: '100000' },
    earns: '500',
  },
};

function reached(config: Steps, place: Exact): Band | undefined {
  let found: Band | undefined;
  for (const band of config.bands) {
    const order = place.compare(band.from);
    if (order < 0 || (order === 0 && config.edge === 'upper-inclusive')) break;
    found = band;
  }
  return found;
}

function readBands(rows: readonly Node[], axis: Axis, reader: Reader): readonly Band[] | undefined {
  const bands: Band[] = [];
  let earlier: Node | undefined;
  let sound = true;
  for (const row of rows) {
    if (row.kind !== 'map') continue;
    const fromNode = row.get('from');
    const paysNode = row.get('pays');
    if (fromNode === undefined || paysNode === undefined) continue;
    const from = readEdge(fromNode, axis, reader);
    const pays = readFigure(paysNode, ['money'], reader);
    const before = bands[bands.length - 1];
    if (from !== undefined && before !== undefined && !checkRising(before.from, from, fromNode, earlier, reader)) sound = false;
    earlier = fromNode;
    if (from !== undefined && pays !== undefined) bands.push({ from, pays, at: row.at });
    else sound = false;
  }
  return sound && bands.length > 0 ? bands : undefined;
}
