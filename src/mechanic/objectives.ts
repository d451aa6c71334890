/** Scored objectives (MBO, KSO): each row of a source is one objective with its score; pay is target × Σ weight × score (BON-08, BON-09). */
import { field, map, NUMBER, oneOf } from './field.ts';
import type { Mechanic } from './mechanic.ts';
import { readObjectives, type Objectives } from './objective-fields.ts';
import { payObjectives } from './objective-pay.ts';

const COLUMN = { type: 'string' } as const;

export const objectives: Mechanic<Objectives> = {
  key: 'objectives',
  kind: 'formula',
  unsold: true,
  step: 7,
  where: ['component'],
  summary: 'a bonus on scored objectives: target × weight × score, for each objective',
  about: `The measure paid on counts the rows of a source of scores: one row for each person, period and objective, such as a file with the columns person, date, goal, weight, score, scorer. "objective" and "score" name its columns. Pay is the target of the component times the sum of weight × score.
Weights stand in a ratio column ("weight: weight"), or in the plan ("weights: { launch: 60%, training: 40% }") where everybody has the same objectives. Weights of a person in a period make exactly 100 %, and an objective stands there once; anything else stops the run.
An objective without a score is an error, never a zero: a blank cell, or with weights in the plan a row that is not there. So is a period without any scores, unless "no-scores: nothing" says that it has none, as in a quarter of a plan with yearly objectives.
"read: share" counts a score as it is, at most "at-most": each score is cut before it is weighed, so that one huge score cannot hide a miss. "read: pass-fail" counts 100 % from the level "pass" on and nothing below. With "read: share" a score below "pass" counts nothing.
"minimum" is the least total: below it nothing is paid, at it all is. Scores are of zero or more. The explanation lists every objective with its weight, score, scorer and evidence; a scored objective without a scorer is refused where "scorer" is named.
A table or curve on the total is a ratio of two measures: see paycurve help measures. It cannot stand in a component that accumulates. Also called MBO, KSO, management objectives, scorecard.`,
  schema: map(
    {
      objective: field('The column that names the objective.', ['goal'], COLUMN),
      score: field('The ratio column with the score; a blank is an objective that is not scored.', ['score'], COLUMN),
      weight: field('The ratio column with the weight.', ['weight'], COLUMN),
      weights: field('Instead of a column: the weight of each objective, 100 % together.', [{ launch: '60%', training: '40%' }], { type: 'object', additionalProperties: field('The weight of this objective.', ['60%'], NUMBER), minProperties: 1, maxProperties: 100 }),
      read: field('How a score counts.', ['share'], oneOf({ share: 'as it is, at most "at-most"', 'pass-fail': '100 % from "pass" on, nothing below' })),
      'at-most': field('Of read: share: the most that a single score counts.', ['100%', '120%'], NUMBER),
      pass: field('The score from which an objective counts. At it it passes.', ['80%'], NUMBER),
      minimum: field('The least total, weighed, below which nothing is paid. Without it: none.', ['60%'], NUMBER),
      scorer: field('The column that says who gave the score; it is then required for each score.', ['scorer'], COLUMN),
      evidence: field('The column with the evidence, shown in the explanation.', ['evidence'], COLUMN),
      'no-scores': field('What a period without any scores is. Without it: error.', ['nothing'], oneOf({ error: 'the scores are missing, and the run stops', nothing: 'there were no objectives, and nothing is paid' })),
    },
    ['objective', 'score', 'read'],
    { defaultSnippets: [{ label: 'objectives with weights in the file', body: { objective: 'goal', score: 'score', weight: 'weight', read: 'share', 'at-most': '100%' } }] },
  ),
  read: readObjectives,
  calculate: () => {
    throw new Error('objectives pay row by row: the engine calls deals.pay');
  },
  formulas: () => [],
  needs: () => ({ target: true }),
  branches: ({ minimum, reading, pass }) => [{ name: 'a score that counts' }, { name: 'a score that counts nothing', ...(reading.kind === 'share' && pass === undefined ? { never: true as const } : {}) }, { name: 'a total below the minimum', ...(minimum === undefined ? { never: true as const } : {}) }],
  accumulating: 'never',
  deals: {
    always: () => ({ order: [] }),
    columns: ({ objective, score, weight, scorer, evidence }) => [objective, score, ...[weight, scorer, evidence].flatMap((column) => (typeof column === 'string' ? column : []))],
    pay: payObjectives,
  },
  describe(config, words) {
    const { weight, reading, pass, minimum } = config;
    const weights = typeof weight === 'string' ? `the weight in ${weight}` : [...weight].map(([name, share]) => `${words.percent(share)} for ${name}`).join(', ');
    const how = reading.kind === 'share' ? `each score counts as it is, at most ${words.percent(reading.atMost)}${pass === undefined ? '' : `, and nothing below ${words.percent(pass)}`}` : `an objective counts in full from ${words.percent(reading.pass)} on, and nothing below`;
    return `Pays the target times the scores of the objectives, weighed: ${weights}; ${how}.${minimum === undefined ? '' : ` Below a total of ${words.percent(minimum)} nothing is paid.`}`;
  },
  example: {
    title: 'Two objectives, weighed 60 and 40',
    yaml: `mbo:
  bonus on: goals
  target: 2_000 per period
  objectives:
    objective: goal
    score: score
    weights: { launch: 60%, training: 40% }
    read: share
    at-most: 120%`,
    work: '2,000 × (60 % × 100 % + 40 % × 50 %) = 1,200 + 400 = 1,600',
    given: { base: '2', target: '2000', deals: [{ value: '1', columns: { goal: 'launch', score: '100%' } }, { value: '1', columns: { goal: 'training', score: '50%' } }] },
    earns: '1600',
  },
};
