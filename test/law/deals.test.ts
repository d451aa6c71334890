/** Plans that pay deal by deal, computed twice: naively, from the words of their mechanics, and by the engine. `RUNS=5000` for a longer look. */
import { test } from 'vitest';
import { agree, compared } from '../arbitrary/agreement.ts';
import { renderDeals } from '../arbitrary/deals/render.ts';
import { dealWorlds } from '../arbitrary/deals/world.ts';
import { travel } from '../arbitrary/road.ts';
import { computeDeals } from '../oracle/deals/engine.ts';
import type { DealWorld } from '../oracle/deals/world.ts';

const RUNS = parseInt(process.env.RUNS ?? '300', 10);

/** The world as files: short enough to read. */
function shown(world: DealWorld): string {
  const { plans, files, workspace } = renderDeals(world);
  const rounding = workspace.split('\n').filter((line) => /^(rounding|calendar)/.test(line));
  return [...rounding, ...plans, ...Object.values(files)].join('\n');
}

test('the engine and a naive computation agree on every base, earning and total of deals and their returns', async () => {
  await agree(dealWorlds, async (world) => compared(await travel(renderDeals(world)), computeDeals(world)), { runs: RUNS, each: 20, shown });
}, 600_000);
