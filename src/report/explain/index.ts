/** The list of formats in which a person's payouts are explained. A new format is one file and one line here. */
import type { Payout } from '../../engine/result.ts';
import type { ExplainAbout } from './about.ts';
import { explainJson } from './json.ts';
import { statements } from './statement.ts';
import { payoutTree } from './tree.ts';

export const EXPLAIN_FORMATS: ReadonlyMap<string, (payouts: readonly Payout[], about: ExplainAbout) => string> = new Map([
  ['table', (payouts: readonly Payout[], about: ExplainAbout) => payouts.map((payout) => payoutTree(payout, about)).join('\n')],
  ['markdown', statements],
  ['json', explainJson],
]);

export type { ExplainAbout } from './about.ts';
