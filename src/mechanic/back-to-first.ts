/**
 * Mixed edges: a tier marked back to the first unit gives its rate to everything below it as well, and the tiers above it
 * go on in slices. `pay = r_j · L_j + Σ_(k=j…K) r_k · (min(x, U_k) − L_k)` with `j` the highest marked tier reached (COM-11).
 */
import type { Node } from '../document/node.ts';
import type { Reader } from './mechanic.ts';
import type { Reading, Tiers } from './reading.ts';
import type { Stand } from './sliced.ts';

const KEY = 'back-to-first-unit';

/** The tiers from the highest mark reached on; its slice begins at zero. */
export function standBack({ tiers }: Tiers, reached: number): Stand | undefined {
  if (!tiers.some((tier) => tier.backToFirst === true)) return undefined;
  let since = 0;
  for (let tier = 1; tier <= reached; tier++) if (tiers[tier]!.backToFirst === true) since = tier;
  const edges = tiers.map((_, tier) => tier).slice(since);
  return { edges, rates: edges, since, note: (slice) => (slice === 0 && since > 0 ? ', back to the first unit' : '') };
}

/** Marks stand in marginal tables, and not on the first tier, which begins at the first unit anyway. */
export function checkMarks(rows: readonly Node[], reading: Reading, reader: Reader): boolean {
  const wrong = rows.flatMap((row, index) => {
    const mark = row.kind === 'map' ? row.entry(KEY) : undefined;
    return mark === undefined || (reading.marks === true && index > 0) ? [] : [{ mark, index }];
  });
  for (const { mark } of wrong)
    if (reading.marks === true) reader.problem('P317', `the first tier begins at the first unit, and "${KEY}" changes nothing there`, mark.keyAt, { hint: `leave it out, or mark the tier whose rate goes back` });
    else reader.problem('P317', `"${KEY}" belongs to "read: marginal", and this table is read ${reading.word}`, mark.keyAt, { hint: `leave it out, or write "read: marginal"` });
  return wrong.length === 0;
}

export function isMarked(row: Node): boolean {
  const mark = row.kind === 'map' ? row.get(KEY) : undefined;
  return mark?.kind === 'scalar' && mark.text === 'true';
}
